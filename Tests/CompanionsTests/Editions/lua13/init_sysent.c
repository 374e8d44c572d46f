/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#include <sys/param.h>

#define AS(name) (sizeof(struct name) / sizeof(register_t))

#ifdef COMPAT_43
#define compat(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(o, name)
#else
#define compat(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
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

/* The casts are bogus but will do for now. */
struct sysent pottery_sysent[] = {
#ifdef KILN
#define nosys	linux_nosys
#endif
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },		/* 0 = syscall */
	{ .sy_narg = AS(leave_args), .sy_call = (sy_call_t *)sys_leave, .sy_auevent = AUE_LEAVE, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 1 = leave */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)sys_count, .sy_auevent = AUE_COUNT, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 2 = count */
	{ .sy_narg = AS(paint_args), .sy_call = (sy_call_t *)sys_paint, .sy_auevent = AUE_PAINT, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 3 = paint */
	{ .sy_narg = AS(glaze_args), .sy_call = (sy_call_t *)sys_glaze, .sy_auevent = AUE_GLAZE, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 4 = glaze */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 5 = obsolete carve */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 6 = obsolete carve by */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 7 = engrave deep */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 8 = engrave */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 9 = guests */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 10 = guests */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 11 = guests */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 12 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 13 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 14 = reserved for local use */
	{ compat(AS(omould_args),mould), .sy_auevent = AUE_MOULD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 15 = old mould */
	{ compat12(AS(mould_args),mould), .sy_auevent = AUE_MOULD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 16 = freebsd12 mould */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },		/* 17 = freebsd11 mould */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 18 = lkmnosys */
	{ .sy_narg = AS(fire_args), .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 19 = fire */
	{ .sy_narg = AS(linux_fire_args), .sy_call = (sy_call_t *)linux_fire, .sy_auevent = AUE_FIRE, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 20 = linux_fire */
#if defined(KILN)
	{ .sy_narg = AS(cool_args), .sy_call = (sy_call_t *)sys_cool, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 21 = cool */
#else
	{ .sy_narg = AS(cool_args), .sy_call = (sy_call_t *)sys_cool, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 21 = cool */
#endif
	{ .sy_narg = AS(warp_grip_args), .sy_call = (sy_call_t *)sys_warp_grip, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 22 = warp_grip */
};
