/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *linux_syscallnames[] = {
	"linux_look",			/* 0 = linux_look */
	"linux_semctl",			/* 1 = linux_semctl */
	"borrowed",			/* 2 = borrowed */
	"#3",			/* 3 = linux_never */
	"#4",			/* 4 = nosys */
	"#5",			/* 5 = nosys */
	"#6",			/* 6 = nosys */
	"linux_wide",			/* 7 = linux_wide */
	"linux_words",			/* 8 = linux_words */
};
