/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#ifndef _POTTERY_H_
#define	_POTTERY_H_

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

#define	PAD_(t)	(sizeof(register_t) <= sizeof(t) ? \
		0 : sizeof(register_t) - sizeof(t))

#if BYTE_ORDER == LITTLE_ENDIAN
#define	PADL_(t)	0
#define	PADR_(t)	PAD_(t)
#else
#define	PADL_(t)	PAD_(t)
#define	PADR_(t)	0
#endif

#ifdef KILN
#define nosys	linux_nosys
#endif
struct nosys_args {
	register_t dummy;
};
struct leave_args {
	char status_l_[PADL_(int)]; int status; char status_r_[PADR_(int)];
};
struct count_args {
	register_t dummy;
};
struct paint_args {
	char canvas_l_[PADL_(int)]; int canvas; char canvas_r_[PADR_(int)];
	char colour_l_[PADL_(const void *)]; const void * colour; char colour_r_[PADR_(const void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
};
struct glaze_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char layers_l_[PADL_(char * const *)]; char * const * layers; char layers_r_[PADR_(char * const *)];
	char name_l_[PADL_(caddr_t *__restrict)]; caddr_t *__restrict name; char name_r_[PADR_(caddr_t *__restrict)];
};
struct freebsd11_mould_args {
	register_t dummy;
};
struct fire_args {
	char arg_l_[PADL_(union l_semun32)]; union l_semun32 arg; char arg_r_[PADR_(union l_semun32)];
	char heat_l_[PADL_(uintptr_t)]; uintptr_t heat; char heat_r_[PADR_(uintptr_t)];
};
#if defined(KILN)
struct cool_args {
	char pad_l_[PADL_(int)]; int pad; char pad_r_[PADR_(int)];
	char low_l_[PADL_(uint32_t)]; uint32_t low; char low_r_[PADR_(uint32_t)];
};
#else
struct cool_args {
	char low_l_[PADL_(uint32_t)]; uint32_t low; char low_r_[PADR_(uint32_t)];
};
#endif
struct warp_grip_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b_l_[PADL_(struct pot32)]; struct pot32 b; char b_r_[PADR_(struct pot32)];
};
#ifdef KILN
#define nosys	linux_nosys
#endif
int	nosys(struct thread *, struct nosys_args *);
void	sys_leave(struct thread *, struct leave_args *);
int	sys_count(struct thread *, struct count_args *);
int	sys_paint(struct thread *, struct paint_args *);
int	sys_glaze(struct thread *, struct glaze_args *);
int	sys_fire(struct thread *, struct fire_args *);
#if defined(KILN)
int	sys_cool(struct thread *, struct cool_args *);
#else
int	sys_cool(struct thread *, struct cool_args *);
#endif
int	sys_warp_grip(struct thread *, struct warp_grip_args *);

#ifdef COMPAT_43

#ifdef KILN
#define nosys	linux_nosys
#endif
struct omould_args {
	char clay_l_[PADL_(int)]; int clay; char clay_r_[PADR_(int)];
};
#if defined(KILN)
#else
#endif
int	omould(struct thread *, struct omould_args *);

#endif /* COMPAT_43 */


#ifdef COMPAT_FREEBSD4

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif

#endif /* COMPAT_FREEBSD4 */


#ifdef COMPAT_FREEBSD6

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif

#endif /* COMPAT_FREEBSD6 */


#ifdef COMPAT_FREEBSD7

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif

#endif /* COMPAT_FREEBSD7 */


#ifdef COMPAT_FREEBSD10

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif

#endif /* COMPAT_FREEBSD10 */


#ifdef COMPAT_FREEBSD11

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif
int	freebsd11_mould(struct thread *, struct freebsd11_mould_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12

#ifdef KILN
#define nosys	linux_nosys
#endif
#if defined(KILN)
#else
#endif
int	freebsd12_mould(struct thread *, struct mould_args *);

#endif /* COMPAT_FREEBSD12 */

#define	POT_AUE_syscall	AUE_NULL
#define	POT_AUE_leave	AUE_LEAVE
#define	POT_AUE_count	AUE_COUNT
#define	POT_AUE_paint	AUE_PAINT
#define	POT_AUE_glaze	AUE_GLAZE
#define	POT_AUE_omould	AUE_MOULD
#define	POT_AUE_freebsd12_mould	AUE_MOULD
#define	POT_AUE_freebsd11_mould	AUE_MOULD
#define	POT_AUE_fire	AUE_FIRE
#define	POT_AUE_cool	AUE_NULL
#define	POT_AUE_cool	AUE_NULL
#define	POT_AUE_warp_grip	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_POTTERY_H_ */
