/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_plain	0
#define	SYS_cap_pointed	1
#define	SYS_cap_old_pointer	2
#define	SYS_cap_number_like	3
#define	SYS_cap_array	4
#define	SYS_freebsd11_cap_old	5
#define	SYS_MAXSYSCALL	6
