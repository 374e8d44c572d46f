/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"#0",			/* 0 = reserved for local use */
	"#1",			/* 1 = reserved for local use */
	"#2",			/* 2 = reserved for local use */
	"island",			/* 3 = island */
	"#4",			/* 4 = alone */
	"#5",			/* 5 = several */
	"#6",			/* 6 = several */
	"#7",			/* 7 = several */
	"#8",			/* 8 = zeros */
	"#9",			/* 9 = reserved for local use */
};
