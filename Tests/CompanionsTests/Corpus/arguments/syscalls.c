/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"none",			/* 0 = none */
	"empty",			/* 1 = empty */
	"stars",			/* 2 = stars */
	"words",			/* 3 = words */
	"pointer_like",			/* 4 = pointer_like */
	"restricted",			/* 5 = restricted */
	"annotated",			/* 6 = annotated */
	"spaced",			/* 7 = spaced */
	"comma_last",			/* 8 = comma_last */
	"variable",			/* 9 = variable */
	"structures",			/* 10 = structures */
	"eight",			/* 11 = eight */
	"indirect",			/* 12 = indirect */
};
