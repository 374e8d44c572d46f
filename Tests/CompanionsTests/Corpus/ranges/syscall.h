/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_island	3
#define	SYS_MAXSYSCALL	10
