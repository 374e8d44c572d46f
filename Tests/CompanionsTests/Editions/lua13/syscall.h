/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#define	POT_syscall	0
#define	POT_leave	1
#define	POT_count	2
#define	POT_paint	3
#define	POT_glaze	4
				/* 5 is obsolete carve */
				/* 6 is obsolete carve by */
				/* 15 is old mould */
#define	POT_freebsd12_mould	16
#define	POT_freebsd11_mould	17
#define	POT_fire	19
#define	POT_linux_fire	20
#define	POT_cool	21
#define	POT_cool	21
#define	POT_warp_grip	22
#define	POT_MAXSYSCALL	23
