/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *lampnames[] = {
	"first",			/* 0 = first */
	"second",			/* 1 = second */
};
