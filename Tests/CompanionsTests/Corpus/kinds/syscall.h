/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_multiplex	0
#define	SYS_leave	1
#define	SYS_count	2
#define	SYS_paint	3
				/* 4 is obsolete carve */
#define	SYS_mould	7
#define	SYS_glaze	8
#define	SYS_fire	10
#define	SYS_cool	11
#define	SYS_sweep	12
#define	SYS_lend	15
#define	SYS__exit	16
#define	SYS_vfork	17
#define	SYS_sysarch	18
#define	SYS_MAXSYSCALL	19
