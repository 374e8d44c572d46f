/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *narrow_names[] = {
	"shared",			/* 0 = shared */
	"narrow_wide_even",			/* 1 = narrow_wide_even */
	"narrow_wide_odd",			/* 2 = narrow_wide_odd */
	"narrow_wide_twice",			/* 3 = narrow_wide_twice */
	"narrow_wide_first",			/* 4 = narrow_wide_first */
	"narrow_bare_long",			/* 5 = narrow_bare_long */
	"narrow_long_pointers",			/* 6 = narrow_long_pointers */
	"narrow_time_within",			/* 7 = narrow_time_within */
	"narrow_long_within",			/* 8 = narrow_long_within */
	"narrow_union_within",			/* 9 = narrow_union_within */
	"narrow_pointer_array",			/* 10 = narrow_pointer_array */
	"narrow_listed",			/* 11 = narrow_listed */
	"exempted",			/* 12 = exempted */
	"obs_obsolete_here",			/* 13 = obsolete obsolete_here */
	"#14",			/* 14 = missing_here */
	"obs_too_old",			/* 15 = obsolete too_old */
	"compat7.narrow_lowest",		/* 16 = freebsd7 narrow_lowest */
	"compat11.narrow_newer",		/* 17 = freebsd11 narrow_newer */
	"other_types",			/* 18 = other_types */
	"narrow_padded",			/* 19 = narrow_padded */
	"loadable",			/* 20 = loadable */
	"multiplex",			/* 21 = multiplex */
	"lkmnosys",			/* 22 = lkmnosys */
	"result",			/* 23 = result */
	"sigs",			/* 24 = sigs */
};
