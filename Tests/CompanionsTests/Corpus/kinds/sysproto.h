/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#ifndef _SYS_SYSPROTO_H_
#define	_SYS_SYSPROTO_H_

#include <sys/types.h>
#include <sys/signal.h>
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
};
struct fire_args {
	char heat_l_[PADL_(int)]; int heat; char heat_r_[PADR_(int)];
};
struct cool_args {
	syscallarg_t dummy;
};
struct sweep_args {
	char room_l_[PADL_(int)]; int room; char room_r_[PADR_(int)];
};
struct lend_args {
	char tool_l_[PADL_(int)]; int tool; char tool_r_[PADR_(int)];
};
struct _exit_args {
	char status_l_[PADL_(int)]; int status; char status_r_[PADR_(int)];
};
struct vfork_args {
	syscallarg_t dummy;
};
int	sys_leave(struct thread *, struct leave_args *);
int	sys_count(struct thread *, struct count_args *);
int	sys_paint(struct thread *, struct paint_args *);
int	sys_mould(struct thread *, struct mould_args *);
int	sys_fire(struct thread *, struct fire_args *);
int	sys_cool(struct thread *, struct cool_args *);
int	sys_sweep(struct thread *, struct sweep_args *);
int	sys_lend(struct thread *, struct lend_args *);
int	sys__exit(struct thread *, struct _exit_args *);
int	sys_vfork(struct thread *, struct vfork_args *);

#ifdef COMPAT_43


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


#ifdef COMPAT_FREEBSD14


#endif /* COMPAT_FREEBSD14 */

#define	SYS_AUE_leave	AUE_LEAVE
#define	SYS_AUE_count	AUE_COUNT
#define	SYS_AUE_paint	AUE_PAINT
#define	SYS_AUE_mould	AUE_MOULD
#define	SYS_AUE_fire	AUE_FIRE
#define	SYS_AUE_cool	AUE_FIRE
#define	SYS_AUE_sweep	AUE_NULL
#define	SYS_AUE_lend	AUE_NULL
#define	SYS_AUE__exit	AUE_NULL
#define	SYS_AUE_vfork	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
