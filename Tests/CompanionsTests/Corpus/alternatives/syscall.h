/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_first	0
#define	SYS_second	1
#define	SYS_fourth	3
#define	SYS_fifth	4
#define	SYS_freebsd11_sixth	5
				/* 6 is obsolete seventh */
#define	SYS_MAXSYSCALL	7
