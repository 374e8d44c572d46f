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

struct none_args {
	syscallarg_t dummy;
};
struct empty_args {
	syscallarg_t dummy;
};
struct stars_args {
	char a_l_[PADL_(char *)]; char * a; char a_r_[PADR_(char *)];
	char b_l_[PADL_(char *)]; char * b; char b_r_[PADR_(char *)];
	char c_l_[PADL_(char **)]; char ** c; char c_r_[PADR_(char **)];
	char d_l_[PADL_(const char *const *)]; const char *const * d; char d_r_[PADR_(const char *const *)];
};
struct words_args {
	char a_l_[PADL_(unsigned int)]; unsigned int a; char a_r_[PADR_(unsigned int)];
	char b_l_[PADL_(u_long)]; u_long b; char b_r_[PADR_(u_long)];
	char c_l_[PADL_(size_t)]; size_t c; char c_r_[PADR_(size_t)];
	char d_l_[PADL_(ssize_t)]; ssize_t d; char d_r_[PADR_(ssize_t)];
	char e_l_[PADL_(uint64_t)]; uint64_t e; char e_r_[PADR_(uint64_t)];
	char f_l_[PADL_(mode_t)]; mode_t f; char f_r_[PADR_(mode_t)];
};
struct pointer_like_args {
	char a_l_[PADL_(caddr_t)]; caddr_t a; char a_r_[PADR_(caddr_t)];
	char b_l_[PADL_(intptr_t)]; intptr_t b; char b_r_[PADR_(intptr_t)];
	char c_l_[PADL_(uintptr_t)]; uintptr_t c; char c_r_[PADR_(uintptr_t)];
};
struct restricted_args {
	char a_l_[PADL_(const char * __restrict)]; const char * __restrict a; char a_r_[PADR_(const char * __restrict)];
	char b_l_[PADL_(struct leaf * __restrict)]; struct leaf * __restrict b; char b_r_[PADR_(struct leaf * __restrict)];
	char n_l_[PADL_(socklen_t * __restrict)]; socklen_t * __restrict n; char n_r_[PADR_(socklen_t * __restrict)];
};
struct annotated_args {
	char a_l_[PADL_(int *)]; int * a; char a_r_[PADR_(int *)];
	char b_l_[PADL_(const char *)]; const char * b; char b_r_[PADR_(const char *)];
	char c_l_[PADL_(void *)]; void * c; char c_r_[PADR_(void *)];
	char d_l_[PADL_(struct leaf *)]; struct leaf * d; char d_r_[PADR_(struct leaf *)];
	char e_l_[PADL_(const void *)]; const void * e; char e_r_[PADR_(const void *)];
	char n_l_[PADL_(int)]; int n; char n_r_[PADR_(int)];
};
struct spaced_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b_l_[PADL_(const	char *)]; const	char * b; char b_r_[PADR_(const	char *)];
	char c_l_[PADL_(struct  leaf *)]; struct  leaf * c; char c_r_[PADR_(struct  leaf *)];
	char d_l_[PADL_(int)]; int d; char d_r_[PADR_(int)];
};
struct comma_last_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b_l_[PADL_(int)]; int b; char b_r_[PADR_(int)];
};
struct variable_args {
	char format_l_[PADL_(const char *)]; const char * format; char format_r_[PADR_(const char *)];
};
struct structures_args {
	char a_l_[PADL_(struct root *)]; struct root * a; char a_r_[PADR_(struct root *)];
	char b_l_[PADL_(const struct stem *)]; const struct stem * b; char b_r_[PADR_(const struct stem *)];
	char c_l_[PADL_(struct leaf **)]; struct leaf ** c; char c_r_[PADR_(struct leaf **)];
	char d_l_[PADL_(union bud *)]; union bud * d; char d_r_[PADR_(union bud *)];
	char e_l_[PADL_(struct root *)]; struct root * e; char e_r_[PADR_(struct root *)];
};
struct eight_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b_l_[PADL_(int)]; int b; char b_r_[PADR_(int)];
	char c_l_[PADL_(int)]; int c; char c_r_[PADR_(int)];
	char d_l_[PADL_(int)]; int d; char d_r_[PADR_(int)];
	char e_l_[PADL_(int)]; int e; char e_r_[PADR_(int)];
	char f_l_[PADL_(int)]; int f; char f_r_[PADR_(int)];
	char g_l_[PADL_(int)]; int g; char g_r_[PADR_(int)];
	char h_l_[PADL_(int)]; int h; char h_r_[PADR_(int)];
};
struct indirect_args {
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
};
int	sys_none(struct thread *, struct none_args *);
int	sys_empty(struct thread *, struct empty_args *);
int	sys_stars(struct thread *, struct stars_args *);
int	sys_words(struct thread *, struct words_args *);
int	sys_pointer_like(struct thread *, struct pointer_like_args *);
int	sys_restricted(struct thread *, struct restricted_args *);
int	sys_annotated(struct thread *, struct annotated_args *);
int	sys_spaced(struct thread *, struct spaced_args *);
int	sys_comma_last(struct thread *, struct comma_last_args *);
int	sys_variable(struct thread *, struct variable_args *);
int	sys_structures(struct thread *, struct structures_args *);
int	sys_eight(struct thread *, struct eight_args *);
int	sys_indirect(struct thread *, struct indirect_args *);

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

#define	SYS_AUE_none	AUE_NULL
#define	SYS_AUE_empty	AUE_NULL
#define	SYS_AUE_stars	AUE_NULL
#define	SYS_AUE_words	AUE_NULL
#define	SYS_AUE_pointer_like	AUE_NULL
#define	SYS_AUE_restricted	AUE_NULL
#define	SYS_AUE_annotated	AUE_NULL
#define	SYS_AUE_spaced	AUE_NULL
#define	SYS_AUE_comma_last	AUE_NULL
#define	SYS_AUE_variable	AUE_NULL
#define	SYS_AUE_structures	AUE_NULL
#define	SYS_AUE_eight	AUE_NULL
#define	SYS_AUE_indirect	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
