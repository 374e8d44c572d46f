/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#ifndef _NARROW_SYSPROTO_H_
#define	_NARROW_SYSPROTO_H_

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

#if !defined(PAD64_REQUIRED) && !defined(__amd64__)
#define PAD64_REQUIRED
#endif
struct narrow_wide_even_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
	char whence_l_[PADL_(int)]; int whence; char whence_r_[PADR_(int)];
	char place1_l_[PADL_(uint32_t)]; uint32_t place1; char place1_r_[PADR_(uint32_t)];
	char place2_l_[PADL_(uint32_t)]; uint32_t place2; char place2_r_[PADR_(uint32_t)];
};
struct narrow_wide_odd_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
#ifdef PAD64_REQUIRED
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
#endif
	char place1_l_[PADL_(uint32_t)]; uint32_t place1; char place1_r_[PADR_(uint32_t)];
	char place2_l_[PADL_(uint32_t)]; uint32_t place2; char place2_r_[PADR_(uint32_t)];
};
struct narrow_wide_twice_args {
	char who1_l_[PADL_(uint32_t)]; uint32_t who1; char who1_r_[PADR_(uint32_t)];
	char who2_l_[PADL_(uint32_t)]; uint32_t who2; char who2_r_[PADR_(uint32_t)];
	char what_l_[PADL_(int)]; int what; char what_r_[PADR_(int)];
#ifdef PAD64_REQUIRED
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
#endif
	char where1_l_[PADL_(uint32_t)]; uint32_t where1; char where1_r_[PADR_(uint32_t)];
	char where2_l_[PADL_(uint32_t)]; uint32_t where2; char where2_r_[PADR_(uint32_t)];
	char place1_l_[PADL_(uint32_t)]; uint32_t place1; char place1_r_[PADR_(uint32_t)];
	char place2_l_[PADL_(uint32_t)]; uint32_t place2; char place2_r_[PADR_(uint32_t)];
	char flags_l_[PADL_(u_int)]; u_int flags; char flags_r_[PADR_(u_int)];
};
struct narrow_wide_first_args {
	char start1_l_[PADL_(uint32_t)]; uint32_t start1; char start1_r_[PADR_(uint32_t)];
	char start2_l_[PADL_(uint32_t)]; uint32_t start2; char start2_r_[PADR_(uint32_t)];
	char end1_l_[PADL_(uint32_t)]; uint32_t end1; char end1_r_[PADR_(uint32_t)];
	char end2_l_[PADL_(uint32_t)]; uint32_t end2; char end2_r_[PADR_(uint32_t)];
};
struct narrow_bare_long_args {
	char amount_l_[PADL_(int32_t)]; int32_t amount; char amount_r_[PADR_(int32_t)];
};
struct narrow_long_pointers_args {
	char a_l_[PADL_(int32_t *)]; int32_t * a; char a_r_[PADR_(int32_t *)];
	char b_l_[PADL_(const uint32_t *)]; const uint32_t * b; char b_r_[PADR_(const uint32_t *)];
	char c_l_[PADL_(uint32_t *)]; uint32_t * c; char c_r_[PADR_(uint32_t *)];
	char d_l_[PADL_(uint32_t *)]; uint32_t * d; char d_r_[PADR_(uint32_t *)];
};
struct narrow_time_within_args {
	char clock_l_[PADL_(const struct clock_n *)]; const struct clock_n * clock; char clock_r_[PADR_(const struct clock_n *)];
};
struct narrow_long_within_args {
	char nodes_l_[PADL_(struct node_n *)]; struct node_n * nodes; char nodes_r_[PADR_(struct node_n *)];
	char n_l_[PADL_(int)]; int n; char n_r_[PADR_(int)];
};
struct narrow_union_within_args {
	char leaf_l_[PADL_(union leaf_n *)]; union leaf_n * leaf; char leaf_r_[PADR_(union leaf_n *)];
};
struct narrow_pointer_array_args {
	char words_l_[PADL_(uint32_t *)]; uint32_t * words; char words_r_[PADR_(uint32_t *)];
	char nodes_l_[PADL_(uint32_t *)]; uint32_t * nodes; char nodes_r_[PADR_(uint32_t *)];
	char leaves_l_[PADL_(uint32_t *)]; uint32_t * leaves; char leaves_r_[PADR_(uint32_t *)];
	char n_l_[PADL_(u_int)]; u_int n; char n_r_[PADR_(u_int)];
};
struct narrow_listed_args {
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
};
struct narrow_padded_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
#ifdef PAD64_REQUIRED
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
#endif
	char place1_l_[PADL_(uint32_t)]; uint32_t place1; char place1_r_[PADR_(uint32_t)];
	char place2_l_[PADL_(uint32_t)]; uint32_t place2; char place2_r_[PADR_(uint32_t)];
};
int	sys_narrow_wide_even(struct thread *, struct narrow_wide_even_args *);
int	sys_narrow_wide_odd(struct thread *, struct narrow_wide_odd_args *);
int	sys_narrow_wide_twice(struct thread *, struct narrow_wide_twice_args *);
int	sys_narrow_wide_first(struct thread *, struct narrow_wide_first_args *);
int	sys_narrow_bare_long(struct thread *, struct narrow_bare_long_args *);
int	sys_narrow_long_pointers(struct thread *, struct narrow_long_pointers_args *);
int	sys_narrow_time_within(struct thread *, struct narrow_time_within_args *);
int	sys_narrow_long_within(struct thread *, struct narrow_long_within_args *);
int	sys_narrow_union_within(struct thread *, struct narrow_union_within_args *);
int	sys_narrow_pointer_array(struct thread *, struct narrow_pointer_array_args *);
int	sys_narrow_listed(struct thread *, struct narrow_listed_args *);
int	sys_narrow_padded(struct thread *, struct narrow_padded_args *);

#ifdef COMPAT_43


#endif /* COMPAT_43 */


#ifdef COMPAT_FREEBSD4


#endif /* COMPAT_FREEBSD4 */


#ifdef COMPAT_FREEBSD6


#endif /* COMPAT_FREEBSD6 */


#ifdef COMPAT_FREEBSD7

struct freebsd7_narrow_lowest_args {
	char a1_l_[PADL_(uint32_t)]; uint32_t a1; char a1_r_[PADR_(uint32_t)];
	char a2_l_[PADL_(uint32_t)]; uint32_t a2; char a2_r_[PADR_(uint32_t)];
};
int	freebsd7_narrow_lowest(struct thread *, struct freebsd7_narrow_lowest_args *);

#endif /* COMPAT_FREEBSD7 */


#ifdef COMPAT_FREEBSD10


#endif /* COMPAT_FREEBSD10 */


#ifdef COMPAT_FREEBSD11

struct freebsd11_narrow_newer_args {
	char clock_l_[PADL_(struct clock_n *)]; struct clock_n * clock; char clock_r_[PADR_(struct clock_n *)];
	char a_l_[PADL_(int)]; int a; char a_r_[PADR_(int)];
	char b1_l_[PADL_(uint32_t)]; uint32_t b1; char b1_r_[PADR_(uint32_t)];
	char b2_l_[PADL_(uint32_t)]; uint32_t b2; char b2_r_[PADR_(uint32_t)];
};
int	freebsd11_narrow_newer(struct thread *, struct freebsd11_narrow_newer_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14


#endif /* COMPAT_FREEBSD14 */

#define	NARROW_SYS_AUE_narrow_wide_even	AUE_NULL
#define	NARROW_SYS_AUE_narrow_wide_odd	AUE_NULL
#define	NARROW_SYS_AUE_narrow_wide_twice	AUE_NULL
#define	NARROW_SYS_AUE_narrow_wide_first	AUE_NULL
#define	NARROW_SYS_AUE_narrow_bare_long	AUE_NULL
#define	NARROW_SYS_AUE_narrow_long_pointers	AUE_NULL
#define	NARROW_SYS_AUE_narrow_time_within	AUE_NULL
#define	NARROW_SYS_AUE_narrow_long_within	AUE_NULL
#define	NARROW_SYS_AUE_narrow_union_within	AUE_NULL
#define	NARROW_SYS_AUE_narrow_pointer_array	AUE_NULL
#define	NARROW_SYS_AUE_narrow_listed	AUE_NULL
#define	NARROW_SYS_AUE_freebsd7_narrow_lowest	AUE_NULL
#define	NARROW_SYS_AUE_freebsd11_narrow_newer	AUE_NULL
#define	NARROW_SYS_AUE_narrow_padded	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_NARROW_SYSPROTO_H_ */
