/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#ifndef _WARP_H_
#define	_WARP_H_

#include <sys/signal.h>
#include <sys/acl.h>
#include <sys/cpuset.h>
#include <sys/domainset.h>
#include <sys/_ffcounter.h>
#include <sys/_semaphore.h>
#include <sys/ucontext.h>
#include <sys/wait.h>

#include <bsm/audit_kevents.h>

struct proc;

struct thread;

#define	PAD_(t)	(sizeof(syscallarg_t) <= sizeof(t) ? \
		0 : sizeof(syscallarg_t) - sizeof(t))

#if BYTE_ORDER == LITTLE_ENDIAN
#define	PADL_(t)	0
#define	PADR_(t)	PAD_(t)
#else
#define	PADL_(t)	PAD_(t)
#define	PADR_(t)	0
#endif

#if !defined(PAD64_REQUIRED) && !defined(__amd64__)
#define PAD64_REQUIRED
#endif
struct warp_paint_args {
	char canvas_l_[PADL_(int)]; int canvas; char canvas_r_[PADR_(int)];
	char colour_l_[PADL_(const void *)]; const void * colour; char colour_r_[PADR_(const void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
#ifdef PAD64_REQUIRED
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
#endif
	char where1_l_[PADL_(uint32_t)]; uint32_t where1; char where1_r_[PADR_(uint32_t)];
	char where2_l_[PADL_(uint32_t)]; uint32_t where2; char where2_r_[PADR_(uint32_t)];
};
struct warp_glaze_args {
	char layer_l_[PADL_(const struct layer32 *)]; const struct layer32 * layer; char layer_r_[PADR_(const struct layer32 *)];
	char layers_l_[PADL_(uint32_t *)]; uint32_t * layers; char layers_r_[PADR_(uint32_t *)];
	char thickness_l_[PADL_(int32_t)]; int32_t thickness; char thickness_r_[PADR_(int32_t)];
	char cookie_l_[PADL_(int32_t)]; int32_t cookie; char cookie_r_[PADR_(int32_t)];
};
struct warp_wipe_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
int	sys_warp_paint(struct thread *, struct warp_paint_args *);
int	sys_warp_glaze(struct thread *, struct warp_glaze_args *);
int	sys_warp_wipe(struct thread *, struct warp_wipe_args *);

#ifdef COMPAT_43

struct owarp_mould_args {
	char clay_l_[PADL_(int)]; int clay; char clay_r_[PADR_(int)];
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
	char where1_l_[PADL_(uint32_t)]; uint32_t where1; char where1_r_[PADR_(uint32_t)];
	char where2_l_[PADL_(uint32_t)]; uint32_t where2; char where2_r_[PADR_(uint32_t)];
};
int	owarp_mould(struct thread *, struct owarp_mould_args *);

#endif /* COMPAT_43 */


#ifdef COMPAT_FREEBSD4


#endif /* COMPAT_FREEBSD4 */


#ifdef COMPAT_FREEBSD6


#endif /* COMPAT_FREEBSD6 */


#ifdef COMPAT_FREEBSD7


#endif /* COMPAT_FREEBSD7 */


#ifdef COMPAT_FREEBSD10


#endif /* COMPAT_FREEBSD10 */


#ifdef COMPAT_FREEBSD11


#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */

#define	WARP_AUE_warp_paint	AUE_PAINT
#define	WARP_AUE_warp_glaze	AUE_GLAZE
#define	WARP_AUE_owarp_mould	AUE_MOULD
#define	WARP_AUE_warp_wipe	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_WARP_H_ */
