/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

const char *pottery_names[] = {
#ifdef KILN
#define nosys	linux_nosys
#endif
	"syscall",			/* 0 = syscall */
	"leave",			/* 1 = leave */
	"count",			/* 2 = count */
	"paint",			/* 3 = paint */
	"glaze",			/* 4 = glaze */
	"obs_carve",			/* 5 = obsolete carve */
	"obs_carve",			/* 6 = obsolete carve by */
	"#7",			/* 7 = engrave deep */
	"#8",			/* 8 = engrave */
	"#9",			/* 9 = guests */
	"#10",			/* 10 = guests */
	"#11",			/* 11 = guests */
	"#12",			/* 12 = reserved for local use */
	"#13",			/* 13 = reserved for local use */
	"#14",			/* 14 = reserved for local use */
	"compat.mould",		/* 15 = old mould */
	"compat12.mould",		/* 16 = freebsd12 mould */
	"compat11.mould",		/* 17 = freebsd11 mould */
	"lkmnosys",			/* 18 = lkmnosys */
	"fire",			/* 19 = fire */
	"linux_fire",			/* 20 = linux_fire */
#if defined(KILN)
	"cool",			/* 21 = cool */
#else
	"cool",			/* 21 = cool */
#endif
	"warp_grip",			/* 22 = warp_grip */
};
