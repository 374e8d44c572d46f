/*
 * System call prototypes.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#ifndef _FREEBSD32_SYSPROTO_H_
#define	_FREEBSD32_SYSPROTO_H_

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
struct freebsd32_stat_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char status_l_[PADL_(struct stat32 *)]; struct stat32 * status; char status_r_[PADR_(struct stat32 *)];
};
struct freebsd32_lseek_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
#ifdef PAD64_REQUIRED
	char _pad_l_[PADL_(int)]; int _pad; char _pad_r_[PADR_(int)];
#endif
	char offset1_l_[PADL_(uint32_t)]; uint32_t offset1; char offset1_r_[PADR_(uint32_t)];
	char offset2_l_[PADL_(uint32_t)]; uint32_t offset2; char offset2_r_[PADR_(uint32_t)];
	char whence_l_[PADL_(int)]; int whence; char whence_r_[PADR_(int)];
};
struct freebsd32_job_wait_args {
	char job1_l_[PADL_(uint32_t)]; uint32_t job1; char job1_r_[PADR_(uint32_t)];
	char job2_l_[PADL_(uint32_t)]; uint32_t job2; char job2_r_[PADR_(uint32_t)];
	char status_l_[PADL_(int *)]; int * status; char status_r_[PADR_(int *)];
	char usage_l_[PADL_(struct rusage32 *)]; struct rusage32 * usage; char usage_r_[PADR_(struct rusage32 *)];
};
struct freebsd32_job_submit_args {
	char list_l_[PADL_(uint32_t *)]; uint32_t * list; char list_r_[PADR_(uint32_t *)];
	char count_l_[PADL_(int)]; int count; char count_r_[PADR_(int)];
};
struct freebsd32_sysctl_args {
	char name_l_[PADL_(int *)]; int * name; char name_r_[PADR_(int *)];
	char length_l_[PADL_(u_int)]; u_int length; char length_r_[PADR_(u_int)];
	char old_l_[PADL_(void *)]; void * old; char old_r_[PADR_(void *)];
	char oldsize_l_[PADL_(uint32_t *)]; uint32_t * oldsize; char oldsize_r_[PADR_(uint32_t *)];
	char new_l_[PADL_(const void *)]; const void * new; char new_r_[PADR_(const void *)];
	char newsize_l_[PADL_(size_t)]; size_t newsize; char newsize_r_[PADR_(size_t)];
};
int	freebsd32_stat(struct thread *, struct freebsd32_stat_args *);
int	freebsd32_sysarch(struct thread *, struct freebsd32_sysarch_args *);
int	freebsd32_lseek(struct thread *, struct freebsd32_lseek_args *);
int	freebsd32_job_wait(struct thread *, struct freebsd32_job_wait_args *);
int	freebsd32_job_submit(struct thread *, struct freebsd32_job_submit_args *);
int	freebsd32_sysctl(struct thread *, struct freebsd32_sysctl_args *);

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

struct freebsd11_freebsd32_stat_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char status_l_[PADL_(struct freebsd11_stat32 *)]; struct freebsd11_stat32 * status; char status_r_[PADR_(struct freebsd11_stat32 *)];
};
int	freebsd11_freebsd32_stat(struct thread *, struct freebsd11_freebsd32_stat_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14


#endif /* COMPAT_FREEBSD14 */

#define	FREEBSD32_SYS_AUE_freebsd11_freebsd32_stat	AUE_STAT
#define	FREEBSD32_SYS_AUE_freebsd32_stat	AUE_STAT
#define	FREEBSD32_SYS_AUE_freebsd32_sysarch	AUE_SYSARCH
#define	FREEBSD32_SYS_AUE_freebsd32_lseek	AUE_SEEK
#define	FREEBSD32_SYS_AUE_freebsd32_job_wait	AUE_NULL
#define	FREEBSD32_SYS_AUE_freebsd32_job_submit	AUE_JOB
#define	FREEBSD32_SYS_AUE_freebsd32_sysctl	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_FREEBSD32_SYSPROTO_H_ */
