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

struct always_args {
	syscallarg_t dummy;
};
#ifdef GARDEN
struct dig_args {
	char depth_l_[PADL_(int)]; int depth; char depth_r_[PADR_(int)];
};
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
struct school_args {
	char fish_l_[PADL_(int)]; int fish; char fish_r_[PADR_(int)];
};
#elif FISH
struct swim_args {
	char fish_l_[PADL_(int)]; int fish; char fish_r_[PADR_(int)];
};
#else
#endif
struct splash_args {
	syscallarg_t dummy;
};
#else
#endif
#undef BETWEEN
int	sys_always(struct thread *, struct always_args *);
#ifdef GARDEN
int	sys_dig(struct thread *, struct dig_args *);
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
int	sys_school(struct thread *, struct school_args *);
#elif FISH
int	sys_swim(struct thread *, struct swim_args *);
#else
#endif
int	sys_splash(struct thread *, struct splash_args *);
#else
#endif
#undef BETWEEN

#ifdef COMPAT_43

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_43 */


#ifdef COMPAT_FREEBSD4

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD4 */


#ifdef COMPAT_FREEBSD6

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD6 */


#ifdef COMPAT_FREEBSD7

#ifdef GARDEN
#else
#endif
#define BETWEEN
struct freebsd7_old_rake_args {
	char teeth_l_[PADL_(int)]; int teeth; char teeth_r_[PADR_(int)];
};
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN
int	freebsd7_old_rake(struct thread *, struct freebsd7_old_rake_args *);

#endif /* COMPAT_FREEBSD7 */


#ifdef COMPAT_FREEBSD10

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD10 */


#ifdef COMPAT_FREEBSD11

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14

#ifdef GARDEN
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
#elif FISH
#else
#endif
#else
#endif
#undef BETWEEN

#endif /* COMPAT_FREEBSD14 */

#define	SYS_AUE_always	AUE_NULL
#define	SYS_AUE_dig	AUE_NULL
#define	SYS_AUE_freebsd7_old_rake	AUE_NULL
#define	SYS_AUE_school	AUE_NULL
#define	SYS_AUE_swim	AUE_NULL
#define	SYS_AUE_splash	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
