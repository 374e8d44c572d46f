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
				/* 6 is obsolete carve by hand */
				/* 12 is old mould */
				/* 13 is freebsd4 mould */
#define	POT_freebsd7_mould	14
#define	POT_freebsd11_mould	15
#define	POT_fire	17
#define	POT_linux_fire	18
#define	POT_cool	19
#define	POT_cool	19
#define	POT_grip	20
#define	POT_MAXSYSCALL	21
