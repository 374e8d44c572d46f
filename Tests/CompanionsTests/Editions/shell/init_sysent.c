/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#include <sys/param.h>

#define AS(name) (sizeof(struct name) / sizeof(register_t))

#ifdef COMPAT_43
#define compat(n, name) n, (sy_call_t *)__CONCAT(o,name)
#else
#define compat(n, name) 0, (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD4
#define compat4(n, name) n, (sy_call_t *)__CONCAT(freebsd4_,name)
#else
#define compat4(n, name) 0, (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD7
#define compat7(n, name) n, (sy_call_t *)__CONCAT(freebsd7_,name)
#else
#define compat7(n, name) 0, (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD11
#define compat11(n, name) n, (sy_call_t *)__CONCAT(freebsd11_,name)
#else
#define compat11(n, name) 0, (sy_call_t *)nosys
#endif

/* The casts are bogus but will do for now. */
struct sysent pottery_sysent[] = {
#if !defined(PAD64_REQUIRED) && defined(__clay__)
#define PAD64_REQUIRED
#endif
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_STATIC },		/* 0 = syscall */
	{ AS(leave_args), (sy_call_t *)sys_leave, AUE_LEAVE, NULL, 0, 0, 0, SY_THR_STATIC },	/* 1 = leave */
	{ 0, (sy_call_t *)sys_count, AUE_COUNT, NULL, 0, 0, SYF_CAPENABLED, SY_THR_STATIC },	/* 2 = count */
	{ AS(paint_args), (sy_call_t *)sys_paint, AUE_PAINT, NULL, 0, 0, SYF_CAPENABLED, SY_THR_STATIC },	/* 3 = paint */
	{ AS(glaze_args), (sy_call_t *)sys_glaze, AUE_GLAZE, NULL, 0, 0, 0, SY_THR_STATIC },	/* 4 = glaze */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 5 = obsolete carve */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 6 = obsolete carve by hand */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 7 = engrave */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 8 = engrave */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 9 = reserved for guests */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 10 = reserved for guests */
	{ 0, (sy_call_t *)nosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },			/* 11 = reserved for guests */
	{ compat(AS(omould_args),mould), AUE_MOULD, NULL, 0, 0, 0, SY_THR_STATIC },	/* 12 = old mould */
	{ compat4(AS(mould_args),mould), AUE_MOULD, NULL, 0, 0, 0, SY_THR_STATIC },	/* 13 = freebsd4 mould */
	{ compat7(AS(freebsd7_mould_args),mould), AUE_MOULD, NULL, 0, 0, 0, SY_THR_STATIC },	/* 14 = freebsd7 mould */
	{ 0, (sy_call_t *)lkmressys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },		/* 15 = freebsd11 mould */
	{ AS(nosys_args), (sy_call_t *)lkmnosys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },	/* 16 = lkmnosys */
	{ AS(fire_args), (sy_call_t *)lkmressys, AUE_NULL, NULL, 0, 0, 0, SY_THR_ABSENT },	/* 17 = fire */
	{ AS(fire_args), (sy_call_t *)linux_fire, AUE_FIRE, NULL, 0, 0, 0, SY_THR_STATIC },	/* 18 = linux_fire */
#ifdef PAD64_REQUIRED
	{ AS(cool_args), (sy_call_t *)sys_cool, AUE_NULL, NULL, 0, 0, 0, SY_THR_STATIC },	/* 19 = cool */
#else
	{ AS(cool_args), (sy_call_t *)sys_cool, AUE_NULL, NULL, 0, 0, 0, SY_THR_STATIC },	/* 19 = cool */
#endif
	{ AS(grip_args), (sy_call_t *)sys_warp_grip, AUE_NULL, NULL, 0, 0, SYF_CAPENABLED, SY_THR_STATIC },	/* 20 = grip */
};
