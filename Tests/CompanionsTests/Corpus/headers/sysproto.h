/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#ifndef _LAMP_PROTO_H_
#define	_LAMP_PROTO_H_

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

struct first_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char lamp_l_[PADL_(struct lamp *)]; struct lamp * lamp; char lamp_r_[PADR_(struct lamp *)];
};
struct second_args {
	char wick_l_[PADL_(union wick *)]; union wick * wick; char wick_r_[PADR_(union wick *)];
	char lamp_l_[PADL_(struct lamp *)]; struct lamp * lamp; char lamp_r_[PADR_(struct lamp *)];
	char oil_l_[PADL_(const struct oil *)]; const struct oil * oil; char oil_r_[PADR_(const struct oil *)];
};
int	sys_first(struct thread *, struct first_args *);
int	sys_second(struct thread *, struct second_args *);

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

#define	LAMP_AUE_first	AUE_NULL
#define	LAMP_AUE_second	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_LAMP_PROTO_H_ */
