/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	LINUX_SYS_linux_look	0
#define	LINUX_SYS_linux_semctl	1
#define	LINUX_SYS_borrowed	2
#define	LINUX_SYS_linux_wide	7
#define	LINUX_SYS_linux_words	8
#define	LINUX_SYS_MAXSYSCALL	9
