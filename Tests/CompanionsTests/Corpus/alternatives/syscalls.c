/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"first",			/* 0 = first */
	"second",			/* 1 = second */
	"third",			/* 2 = third */
	"fourth",			/* 3 = fourth */
	"fifth",			/* 4 = fifth */
	"compat11.sixth",		/* 5 = freebsd11 sixth */
	"obs_seventh",			/* 6 = obsolete seventh */
};
