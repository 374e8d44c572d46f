/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_present	0
				/* 1 is old eldest */
				/* 2 is old childless */
				/* 3 is freebsd4 fourth */
				/* 4 is freebsd6 sixth */
#define	SYS_freebsd7_seventh	5
#define	SYS_freebsd10_tenth	6
#define	SYS_freebsd12_twelfth	8
#define	SYS_freebsd13_thirteenth	9
#define	SYS_freebsd14_fourteenth	10
#define	SYS_oabsent	11
#define	SYS_oboth	12
				/* 13 is obsolete gone */
				/* 14 is freebsd4 loaded */
#define	SYS_MAXSYSCALL	15
