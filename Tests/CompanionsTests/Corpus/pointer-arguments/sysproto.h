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

struct cap_pointed_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b_l_[PADL_(char *)]; char * b; char b_r_[PADR_(char *)];
};
struct cap_old_pointer_args {
	char a_l_[PADL_(caddr_t)]; caddr_t a; char a_r_[PADR_(caddr_t)];
};
struct cap_number_like_args {
	char a_l_[PADL_(intcap_t)]; intcap_t a; char a_r_[PADR_(intcap_t)];
};
struct cap_array_args {
	char leaves_l_[PADL_(void * __capability *)]; void * __capability * leaves; char leaves_r_[PADR_(void * __capability *)];
};
int	sys_cap_pointed(struct thread *, struct cap_pointed_args *);
int	sys_cap_old_pointer(struct thread *, struct cap_old_pointer_args *);
int	sys_cap_number_like(struct thread *, struct cap_number_like_args *);
int	sys_cap_array(struct thread *, struct cap_array_args *);

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

struct freebsd11_cap_old_args {
	char a_l_[PADL_(const void *)]; const void * a; char a_r_[PADR_(const void *)];
};
int	freebsd11_cap_old(struct thread *, struct freebsd11_cap_old_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14


#endif /* COMPAT_FREEBSD14 */

#define	SYS_AUE_cap_pointed	AUE_NULL
#define	SYS_AUE_cap_old_pointer	AUE_NULL
#define	SYS_AUE_cap_number_like	AUE_NULL
#define	SYS_AUE_cap_array	AUE_NULL
#define	SYS_AUE_freebsd11_cap_old	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
