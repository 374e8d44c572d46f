/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"one",			/* 0 = one */
	"#1",			/* 1 = reserved for local use */
};
