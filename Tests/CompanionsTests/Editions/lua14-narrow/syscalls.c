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
	"warp_paint",			/* 3 = warp_paint */
	"warp_glaze",			/* 4 = warp_glaze */
	"obs_carve",			/* 5 = obsolete carve */
	"#6",			/* 6 = engrave deep */
	"#7",			/* 7 = reserved for local use */
	"#8",			/* 8 = reserved for local use */
	"#9",			/* 9 = reserved for local use */
	"compat.warp_mould",		/* 10 = old warp_mould */
	"compat13.warp_mould",		/* 11 = freebsd13 warp_mould */
	"lkmnosys",			/* 12 = lkmnosys */
	"fire",			/* 13 = fire */
	"breeze",			/* 14 = breeze */
	"#15",			/* 15 =  */
	"obs_gone",			/* 16 = obsolete freebsd11_gone */
	"#17",			/* 17 = dust */
	"warp_wipe",			/* 18 = warp_wipe */
};
