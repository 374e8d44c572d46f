/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */


#define AS(name) (sizeof(struct name) / sizeof(syscallarg_t))

#ifdef COMPAT_43
#define compat(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(o, name)
#else
#define compat(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD4
#define compat4(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd4_, name)
#else
#define compat4(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD6
#define compat6(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd6_, name)
#else
#define compat6(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD7
#define compat7(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd7_, name)
#else
#define compat7(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD10
#define compat10(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd10_, name)
#else
#define compat10(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD11
#define compat11(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd11_, name)
#else
#define compat11(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD12
#define compat12(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd12_, name)
#else
#define compat12(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD13
#define compat13(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd13_, name)
#else
#define compat13(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD14
#define compat14(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd14_, name)
#else
#define compat14(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

/* The casts are bogus but will do for now. */
struct sysent sysent[] = {
	{ .sy_narg = 0, .sy_call = (sy_call_t *)sys_present, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 0 = present */
	{ compat(AS(oeldest_args),eldest), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 1 = old eldest */
	{ compat(0,childless), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 2 = old childless */
	{ compat4(AS(freebsd4_fourth_args),fourth), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 3 = freebsd4 fourth */
	{ compat6(AS(freebsd6_sixth_args),sixth), .sy_auevent = AUE_OLD, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 4 = freebsd6 sixth */
	{ compat7(AS(freebsd7_seventh_args),seventh), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 5 = freebsd7 seventh */
	{ compat10(AS(freebsd10_tenth_args),tenth), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 6 = freebsd10 tenth */
	{ compat11(AS(freebsd11_eleventh_args),eleventh), .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 7 = freebsd11 eleventh */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 8 = freebsd12 twelfth */
	{ compat13(AS(freebsd13_thirteenth_args),thirteenth), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 9 = freebsd13 thirteenth */
	{ compat14(0,fourteenth), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 10 = freebsd14 fourteenth */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 11 = old absent */
	{ compat(AS(oboth_args),both), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 12 = old both */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 13 = obsolete gone */
	{ compat4(AS(freebsd4_loaded_args),loaded), .sy_auevent = AUE_OLD, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 14 = freebsd4 loaded */
};
