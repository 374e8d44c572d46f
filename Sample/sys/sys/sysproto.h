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

struct _exit_args {
	char status_l_[PADL_(int)]; int status; char status_r_[PADR_(int)];
};
struct fork_args {
	syscallarg_t dummy;
};
struct read_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
	char buffer_l_[PADL_(void *)]; void * buffer; char buffer_r_[PADR_(void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
};
struct write_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
	char buffer_l_[PADL_(const void *)]; const void * buffer; char buffer_r_[PADR_(const void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
};
struct open_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char flags_l_[PADL_(int)]; int flags; char flags_r_[PADR_(int)];
	char mode_l_[PADL_(mode_t)]; mode_t mode; char mode_r_[PADR_(mode_t)];
};
struct close_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
};
struct unlink_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
};
struct stat_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char status_l_[PADL_(struct stat *)]; struct stat * status; char status_r_[PADR_(struct stat *)];
};
struct mapper_args {
	char where_l_[PADL_(u_long)]; u_long where; char where_r_[PADR_(u_long)];
	char request_l_[PADL_(struct mapper_request *)]; struct mapper_request * request; char request_r_[PADR_(struct mapper_request *)];
};
struct lseek_args {
	char fd_l_[PADL_(int)]; int fd; char fd_r_[PADR_(int)];
	char offset_l_[PADL_(off_t)]; off_t offset; char offset_r_[PADR_(off_t)];
	char whence_l_[PADL_(int)]; int whence; char whence_r_[PADR_(int)];
};
struct job_wait_args {
	char job_l_[PADL_(id_t)]; id_t job; char job_r_[PADR_(id_t)];
	char status_l_[PADL_(int *)]; int * status; char status_r_[PADR_(int *)];
	char usage_l_[PADL_(struct rusage *)]; struct rusage * usage; char usage_r_[PADR_(struct rusage *)];
};
struct job_submit_args {
	char list_l_[PADL_(struct job * const *)]; struct job * const * list; char list_r_[PADR_(struct job * const *)];
	char count_l_[PADL_(int)]; int count; char count_r_[PADR_(int)];
};
struct job_cancel_args {
	char job_l_[PADL_(struct job *)]; struct job * job; char job_r_[PADR_(struct job *)];
};
struct getrandom_args {
	char buffer_l_[PADL_(void *)]; void * buffer; char buffer_r_[PADR_(void *)];
	char size_l_[PADL_(size_t)]; size_t size; char size_r_[PADR_(size_t)];
	char flags_l_[PADL_(u_int)]; u_int flags; char flags_r_[PADR_(u_int)];
};
struct sysctl_args {
	char name_l_[PADL_(int *)]; int * name; char name_r_[PADR_(int *)];
	char length_l_[PADL_(u_int)]; u_int length; char length_r_[PADR_(u_int)];
	char old_l_[PADL_(void *)]; void * old; char old_r_[PADR_(void *)];
	char oldsize_l_[PADL_(size_t *)]; size_t * oldsize; char oldsize_r_[PADR_(size_t *)];
	char new_l_[PADL_(const void *)]; const void * new; char new_r_[PADR_(const void *)];
	char newsize_l_[PADL_(size_t)]; size_t newsize; char newsize_r_[PADR_(size_t)];
};
int	sys__exit(struct thread *, struct _exit_args *);
int	sys_fork(struct thread *, struct fork_args *);
int	sys_read(struct thread *, struct read_args *);
int	sys_write(struct thread *, struct write_args *);
int	sys_open(struct thread *, struct open_args *);
int	sys_close(struct thread *, struct close_args *);
int	sys_unlink(struct thread *, struct unlink_args *);
int	sys_stat(struct thread *, struct stat_args *);
int	sysarch(struct thread *, struct sysarch_args *);
int	sys_mapper(struct thread *, struct mapper_args *);
int	sys_lseek(struct thread *, struct lseek_args *);
int	sys_job_wait(struct thread *, struct job_wait_args *);
int	sys_job_submit(struct thread *, struct job_submit_args *);
int	sys_job_cancel(struct thread *, struct job_cancel_args *);
int	sys_getrandom(struct thread *, struct getrandom_args *);
int	sys_sysctl(struct thread *, struct sysctl_args *);

#ifdef COMPAT_43

struct ocreat_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char mode_l_[PADL_(int)]; int mode; char mode_r_[PADR_(int)];
};
int	ocreat(struct thread *, struct ocreat_args *);

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

struct freebsd11_stat_args {
	char path_l_[PADL_(const char *)]; const char * path; char path_r_[PADR_(const char *)];
	char status_l_[PADL_(struct freebsd11_stat *)]; struct freebsd11_stat * status; char status_r_[PADR_(struct freebsd11_stat *)];
};
int	freebsd11_stat(struct thread *, struct freebsd11_stat_args *);

#endif /* COMPAT_FREEBSD11 */


#ifdef COMPAT_FREEBSD12


#endif /* COMPAT_FREEBSD12 */


#ifdef COMPAT_FREEBSD13


#endif /* COMPAT_FREEBSD13 */


#ifdef COMPAT_FREEBSD14


#endif /* COMPAT_FREEBSD14 */

#define	SYS_AUE__exit	AUE_EXIT
#define	SYS_AUE_fork	AUE_FORK
#define	SYS_AUE_read	AUE_NULL
#define	SYS_AUE_write	AUE_NULL
#define	SYS_AUE_open	AUE_OPEN
#define	SYS_AUE_close	AUE_CLOSE
#define	SYS_AUE_ocreat	AUE_OPEN
#define	SYS_AUE_freebsd11_stat	AUE_STAT
#define	SYS_AUE_unlink	AUE_UNLINK
#define	SYS_AUE_stat	AUE_STAT
#define	SYS_AUE_sysarch	AUE_SYSARCH
#define	SYS_AUE_mapper	AUE_NULL
#define	SYS_AUE_lseek	AUE_SEEK
#define	SYS_AUE_job_wait	AUE_NULL
#define	SYS_AUE_job_submit	AUE_JOB
#define	SYS_AUE_job_cancel	AUE_JOB
#define	SYS_AUE_getrandom	AUE_NULL
#define	SYS_AUE_sysctl	AUE_NULL

#undef PAD_
#undef PADL_
#undef PADR_

#endif /* !_SYS_SYSPROTO_H_ */
