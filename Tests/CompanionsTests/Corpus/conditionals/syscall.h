/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_always	0
#define	SYS_dig	1
#define	SYS_freebsd7_old_rake	2
#define	SYS_school	3
#define	SYS_swim	3
#define	SYS_splash	4
				/* 3 is obsolete school */
#define	SYS_MAXSYSCALL	5
