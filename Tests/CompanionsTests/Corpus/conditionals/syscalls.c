/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"always",			/* 0 = always */
#ifdef GARDEN
	"dig",			/* 1 = dig */
#else
	"#1",			/* 1 = dig */
#endif
#define BETWEEN
	"compat7.old_rake",		/* 2 = freebsd7 old_rake */
#if defined(POND) && !defined(DRY)
#if FISH > 1
	"school",			/* 3 = school */
#elif FISH
	"swim",			/* 3 = swim */
#else
	"#3",			/* 3 = reserved for local use */
#endif
	"splash",			/* 4 = splash */
#else
	"obs_school",			/* 3 = obsolete school */
	"lkmnosys",			/* 4 = lkmnosys */
#endif
#undef BETWEEN
};
