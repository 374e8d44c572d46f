/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 */

#ifndef _SYS_SYSPROTO_H_
#define	_SYS_SYSPROTO_H_

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

struct leave_args {
	char status_l_[PADL_(int)]; int status; char status_r_[PADR_(int)];
};
struct count_args {
	syscallarg_t dummy;
};
struct paint_args {
	char canvas_l_[PADL_(int)]; int canvas; char canvas_r_[PADR_(int)];
	char colour_l_[PADL_(const void *)]; const void * colour; char colour_r_[PADR_(const void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
	char where_l_[PADL_(off_t)]; off_t where; char where_r_[PADR_(off_t)];
};
struct glaze_args {
	char layer_l_[PADL_(const struct layer *)]; const struct layer * layer; char layer_r_[PADR_(const struct layer *)];
	char layers_l_[PADL_(struct layer * const *)]; struct layer * const * layers; char layers_r_[PADR_(struct layer * const *)];
	char thickness_l_[PADL_(long)]; long thickness; char thickness_r_[PADR_(long)];
	char cookie_l_[PADL_(intptr_t)]; intptr_t cookie; char cookie_r_[PADR_(intptr_t)];
};
struct fire_args {
	char arg_l_[PADL_(semid_t)]; semid_t arg; char arg_r_[PADR_(semid_t)];
};
struct breeze_args {
	char wind_l_[PADL_(const struct wind *)]; const struct wind * wind; char wind_r_[PADR_(const struct wind *)];
};
struct dust_args {
	char a_l_[PADL_(long *)]; long * a; char a_r_[PADR_(long *)];
};
struct wipe_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
void	sys_leave(struct thread *, struct leave_args *);
int	sys_count(struct thread *, struct count_args *);
int	sys_paint(struct thread *, struct paint_args *);
int	sys_glaze(struct thread *, struct glaze_args *);
int	sys_fire(struct thread *, struct fire_args *);
int	sys_cool(struct thread *, struct breeze_args *);
int	sys_dust(struct thread *, struct dust_args *);
int	sys_wipe(struct thread *, struct wipe_args *);

#ifdef COMPAT_43

struct omould_args {
	char clay_l_[PADL_(int)]; int clay; char clay_r_[PADR_(int)];
	char where_l_[PADL_(off_t)]; off_t where; char where_r_[PADR_(off_t)];
};
int	omould(struct thread *, struct omould_args *);

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

struct freebsd11_gone_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
int	freebsd11_gone(struct thread *, struct freebsd11_gone_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */

#define	SYS_AUE_leave	AUE_LEAVE
#define	SYS_AUE_count	AUE_COUNT
#define	SYS_AUE_paint	AUE_PAINT
#define	SYS_AUE_glaze	AUE_GLAZE
#define	SYS_AUE_omould	AUE_MOULD
#define	SYS_AUE_fire	AUE_FIRE
#define	SYS_AUE_breeze	AUE_FIRE
#define	SYS_AUE_freebsd11_gone	AUE_GONE
#define	SYS_AUE_dust	AUE_NULL
#define	SYS_AUE_wipe	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
