/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#include <sys/param.h>
#include <warp/warp_proto.h>

#define AS(name) (sizeof(struct name) / sizeof(syscallarg_t))

#ifdef COMPAT_43
#define compat(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(o, name)
#else
#define compat(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD13
#define compat13(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd13_, name)
#else
#define compat13(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

/* The casts are bogus but will do for now. */
struct sysent warp_sysent[] = {
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },		/* 0 = syscall */
	{ .sy_narg = AS(leave_args), .sy_call = (sy_call_t *)sys_leave, .sy_auevent = AUE_LEAVE, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 1 = leave */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)sys_count, .sy_auevent = AUE_COUNT, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 2 = count */
	{ .sy_narg = AS(warp_paint_args), .sy_call = (sy_call_t *)sys_warp_paint, .sy_auevent = AUE_PAINT, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 3 = warp_paint */
	{ .sy_narg = AS(warp_glaze_args), .sy_call = (sy_call_t *)sys_warp_glaze, .sy_auevent = AUE_GLAZE, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 4 = warp_glaze */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 5 = obsolete carve */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 6 = engrave deep */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 7 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 8 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 9 = reserved for local use */
	{ compat(AS(owarp_mould_args),warp_mould), .sy_auevent = AUE_MOULD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 10 = old warp_mould */
	{ compat13(AS(warp_old_mould_args),warp_mould), .sy_auevent = AUE_MOULD, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 11 = freebsd13 warp_mould */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 12 = lkmnosys */
	{ .sy_narg = AS(fire_args), .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_ABSENT },	/* 13 = fire */
	{ .sy_narg = AS(breeze_args), .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 14 = breeze */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 15 =  */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 16 = obsolete freebsd11_gone */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },			/* 17 = dust */
	{ .sy_narg = AS(warp_wipe_args), .sy_call = (sy_call_t *)sys_warp_wipe, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 18 = warp_wipe */
};
