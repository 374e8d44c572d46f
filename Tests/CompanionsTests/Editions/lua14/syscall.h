/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#define	SYS_syscall	0
#define	SYS_leave	1
#define	SYS_count	2
#define	SYS_paint	3
#define	SYS_glaze	4
				/* 5 is obsolete carve */
				/* 10 is old mould */
#define	SYS_freebsd13_mould	11
#define	SYS_fire	13
#define	SYS_breeze	14
#define	SYS_freebsd11_gone	16
#define	SYS_dust	17
#define	SYS_wipe	18
#define	SYS_MAXSYSCALL	19
