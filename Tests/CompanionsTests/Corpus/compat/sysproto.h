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

struct present_args {
	syscallarg_t dummy;
};
struct ochildless_args {
	syscallarg_t dummy;
};
struct freebsd14_fourteenth_args {
	syscallarg_t dummy;
};
int	sys_present(struct thread *, struct present_args *);

#ifdef COMPAT_43

struct oeldest_args {
	char age_l_[PADL_(int)]; int age; char age_r_[PADR_(int)];
};
struct oabsent_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
struct oboth_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
int	oeldest(struct thread *, struct oeldest_args *);
int	ochildless(struct thread *, struct ochildless_args *);
int	oabsent(struct thread *, struct oabsent_args *);
int	oboth(struct thread *, struct oboth_args *);

#endif /* COMPAT_43 */


#ifdef COMPAT_FREEBSD4

struct freebsd4_fourth_args {
	char tree_l_[PADL_(struct tree *)]; struct tree * tree; char tree_r_[PADR_(struct tree *)];
};
struct freebsd4_loaded_args {
	char place_l_[PADL_(void *)]; void * place; char place_r_[PADR_(void *)];
};
int	freebsd4_fourth(struct thread *, struct freebsd4_fourth_args *);
int	freebsd4_loaded(struct thread *, struct freebsd4_loaded_args *);

#endif /* COMPAT_FREEBSD4 */


#ifdef COMPAT_FREEBSD6

struct freebsd6_sixth_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
	char pad_l_[PADL_(int)]; int pad; char pad_r_[PADR_(int)];
	char place_l_[PADL_(off_t)]; off_t place; char place_r_[PADR_(off_t)];
};
int	freebsd6_sixth(struct thread *, struct freebsd6_sixth_args *);

#endif /* COMPAT_FREEBSD6 */


#ifdef COMPAT_FREEBSD7

int	freebsd7_seventh(struct thread *, struct freebsd7_seventh_args *);

#endif /* COMPAT_FREEBSD7 */


#ifdef COMPAT_FREEBSD10


#endif /* COMPAT_FREEBSD10 */


#ifdef COMPAT_FREEBSD11


#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12

struct freebsd12_twelfth_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
int	freebsd12_twelfth(struct thread *, struct freebsd12_twelfth_args *);

#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13

struct freebsd13_thirteenth_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
int	freebsd13_thirteenth(struct thread *, struct freebsd13_thirteenth_args *);

#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14

int	freebsd14_fourteenth(struct thread *, struct freebsd14_fourteenth_args *);

#endif /* COMPAT_FREEBSD14 */

#define	SYS_AUE_present	AUE_NULL
#define	SYS_AUE_oeldest	AUE_OLD
#define	SYS_AUE_ochildless	AUE_OLD
#define	SYS_AUE_freebsd4_fourth	AUE_OLD
#define	SYS_AUE_freebsd6_sixth	AUE_OLD
#define	SYS_AUE_freebsd7_seventh	AUE_OLD
#define	SYS_AUE_freebsd12_twelfth	AUE_OLD
#define	SYS_AUE_freebsd13_thirteenth	AUE_OLD
#define	SYS_AUE_freebsd14_fourteenth	AUE_OLD
#define	SYS_AUE_oabsent	AUE_OLD
#define	SYS_AUE_oboth	AUE_OLD
#define	SYS_AUE_freebsd4_loaded	AUE_OLD

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
