/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#define	WARP_syscall	0
#define	WARP_leave	1
#define	WARP_count	2
#define	WARP_warp_paint	3
#define	WARP_warp_glaze	4
				/* 5 is obsolete carve */
				/* 10 is old warp_mould */
#define	WARP_freebsd13_warp_mould	11
#define	WARP_fire	13
#define	WARP_breeze	14
				/* 16 is obsolete freebsd11_gone */
#define	WARP_warp_wipe	18
#define	WARP_MAXSYSCALL	19
