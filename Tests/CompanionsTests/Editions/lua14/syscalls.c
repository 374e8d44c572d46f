/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

const char *syscallnames[] = {
	"syscall",			/* 0 = syscall */
	"leave",			/* 1 = leave */
	"count",			/* 2 = count */
	"paint",			/* 3 = paint */
	"glaze",			/* 4 = glaze */
	"obs_carve",			/* 5 = obsolete carve */
	"#6",			/* 6 = engrave deep */
	"#7",			/* 7 = reserved for local use */
	"#8",			/* 8 = reserved for local use */
	"#9",			/* 9 = reserved for local use */
	"compat.mould",		/* 10 = old mould */
	"compat13.mould",		/* 11 = freebsd13 mould */
	"lkmnosys",			/* 12 = lkmnosys */
	"fire",			/* 13 = fire */
	"breeze",			/* 14 = breeze */
	"#15",			/* 15 =  */
	"compat11.gone",		/* 16 = freebsd11 gone */
	"dust",			/* 17 = dust */
	"wipe",			/* 18 = wipe */
};
