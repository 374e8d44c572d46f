/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	NARROW_SYS_shared	0
#define	NARROW_SYS_narrow_wide_even	1
#define	NARROW_SYS_narrow_wide_odd	2
#define	NARROW_SYS_narrow_wide_twice	3
#define	NARROW_SYS_narrow_wide_first	4
#define	NARROW_SYS_narrow_bare_long	5
#define	NARROW_SYS_narrow_long_pointers	6
#define	NARROW_SYS_narrow_time_within	7
#define	NARROW_SYS_narrow_long_within	8
#define	NARROW_SYS_narrow_union_within	9
#define	NARROW_SYS_narrow_pointer_array	10
#define	NARROW_SYS_narrow_listed	11
#define	NARROW_SYS_exempted	12
#define	NARROW_SYS_obs_obsolete_here	13
				/* 15 is obsolete too_old */
#define	NARROW_SYS_freebsd7_narrow_lowest	16
#define	NARROW_SYS_freebsd11_narrow_newer	17
#define	NARROW_SYS_other_types	18
#define	NARROW_SYS_narrow_padded	19
#define	NARROW_SYS_loadable	20
#define	NARROW_SYS_multiplex	21
#define	NARROW_SYS_result	23
#define	NARROW_SYS_sigs	24
#define	NARROW_SYS_MAXSYSCALL	25
