/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_none	0
#define	SYS_empty	1
#define	SYS_stars	2
#define	SYS_words	3
#define	SYS_pointer_like	4
#define	SYS_restricted	5
#define	SYS_annotated	6
#define	SYS_spaced	7
#define	SYS_comma_last	8
#define	SYS_variable	9
#define	SYS_structures	10
#define	SYS_eight	11
#define	SYS_indirect	12
#define	SYS_MAXSYSCALL	13
