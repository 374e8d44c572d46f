/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	LAMP_alias	LAMP_first

#define	LAMP_first	0
#define	LAMP_second	1
#define	LAMP_MAXSYSCALL	2
