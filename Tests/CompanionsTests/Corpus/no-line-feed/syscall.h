/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_one	0
#define	SYS_MAXSYSCALL	2
