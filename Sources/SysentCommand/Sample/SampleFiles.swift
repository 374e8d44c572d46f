// swift-format-ignore-file
// Made from the files of Sample/ by `RECORD_SNAPSHOTS=1 swift test --filter SampleTests`; do not edit.

/// The files of the sample tree by path.
enum SampleFiles {
    static let all: [String: String] = [
        "Makefile.inc1": #"""
# The directories that hold system-call tables.
_sysent_dirs=	sys/kern \
		sys/compat/freebsd32

"""#,
        "UPDATING": #"""
What has to be minded when the sample tree is updated.

20250301:
	The call job_wait(2) tells the resources that a job used.

20240115:
	The sample tree begins.

"""#,
        "contrib/openbsm/etc/audit_class": #"""
# The classes of events.
0x00000000:no:invalid class
0x00000001:fr:file read
0x00000002:fw:file write
0x00000004:fa:file attribute access
0x00000010:fc:file create
0x00000020:fd:file delete
0x00000040:cl:file close
0x00000080:pc:process
0x00000800:ad:administrative
0x80000000:ot:miscellaneous

"""#,
        "contrib/openbsm/etc/audit_event": #"""
# Numbers of events, their names, what they are, and their classes.
1:AUE_EXIT:exit(2):pc
2:AUE_FORK:fork(2):pc
3:AUE_OPEN:open(2):fa
4:AUE_CLOSE:close(2):cl
5:AUE_STAT:stat(2):fa
6:AUE_SEEK:lseek(2):no
7:AUE_SYSARCH:sysarch(2):ot
9:AUE_UNLINK:unlink(2):fd
43001:AUE_JOB:jobs:pc
45000:AUE_lamplighter:a program's own event:ad

"""#,
        "contrib/openbsm/sys/bsm/audit_kevents.h": #"""
/* OpenBSM's copy of the events. */
#ifndef _BSM_AUDIT_KEVENTS_H_
#define	_BSM_AUDIT_KEVENTS_H_

#define	AUE_NULL	0
#define	AUE_EXIT	1
#define	AUE_FORK	2
#define	AUE_OPEN	3
#define	AUE_CLOSE	4
#define	AUE_STAT	5
#define	AUE_SEEK	6
#define	AUE_SYSARCH	7
#define	AUE_UNLINK	9
#define	AUE_JOB		43001
#define	AUE_GETRANDOM	AUE_NULL

#endif /* !_BSM_AUDIT_KEVENTS_H_ */

"""#,
        "include/unistd.h": #"""
/* What the programs of the sample tree see of its calls. */
#ifndef _UNISTD_H_
#define	_UNISTD_H_

#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS
void	 _exit(int) __dead2;
int	 close(int);
int	 fork(void);
off_t	 lseek(int, off_t, int);
ssize_t	 read(int, void *, size_t);
int	 stat(const char *, struct stat *);
int	 unlink(const char *);
ssize_t	 write(int, const void *, size_t);
#if __BSD_VISIBLE
ssize_t	 getrandom(void *, size_t, unsigned int);
int	 open(const char *, int, mode_t);
int	 sysarch(int, char *);
int	 sysctl(const int *, unsigned int, void *, size_t *, const void *,
	    size_t);
int	 syscall(int, ...);
#endif /* __BSD_VISIBLE */
__END_DECLS

#endif /* !_UNISTD_H_ */

"""#,
        "lib/libc/Versions.def": #"""
# The versions of the libraries' symbols.
FBSD_1.0 {
};

FBSD_1.8 {
} FBSD_1.0;

# Interfaces that only the system itself uses.
FBSDprivate_1.0 {
} FBSD_1.8;

"""#,
        "lib/libc/include/compat.h": #"""
/* The versions that the stubs of old interfaces have. */
#ifndef __LIBC_COMPAT_H__
#define	__LIBC_COMPAT_H__

#define	__sym_compat(sym, impl, verid)	\
	.symver impl, sym@verid

__sym_compat(stat, freebsd11_stat, FBSD_1.0);

#undef __sym_compat

#endif /* __LIBC_COMPAT_H__ */

"""#,
        "lib/libc/include/libc_private.h": #"""
/* What the libraries of the sample tree share. */
#ifndef _LIBC_PRIVATE_H_
#define	_LIBC_PRIVATE_H_

enum {
	INTERPOS_close,
	INTERPOS_open,
	INTERPOS_read,
	INTERPOS_write,
	INTERPOS_MAX
};

#endif /* _LIBC_PRIVATE_H_ */

"""#,
        "lib/libc/sys/Symbol.map": #"""
FBSD_1.0 {
	close;
	open;
	read;
	write;
};

"""#,
        "lib/libc/sys/close.c": #"""
#include <unistd.h>
#include "libc_private.h"

int
close(int fd)
{
	return (INTERPOS_SYS(close, fd));
}

"""#,
        "lib/libc/sys/open.c": #"""
#include <unistd.h>
#include "libc_private.h"

int
open(const char *path, int flags, mode_t mode)
{
	return (INTERPOS_SYS(open, path, flags, mode));
}

"""#,
        "lib/libc/sys/read.c": #"""
#include <unistd.h>
#include "libc_private.h"

ssize_t
read(int fd, void *buffer, size_t size)
{
	return (INTERPOS_SYS(read, fd, buffer, size));
}

"""#,
        "lib/libc/sys/write.c": #"""
#include <unistd.h>
#include "libc_private.h"

ssize_t
write(int fd, const void *buffer, size_t size)
{
	return (INTERPOS_SYS(write, fd, buffer, size));
}

"""#,
        "lib/libsys/Makefile.sys": #"""
# Stubs of the calls, and their pages of the manual.
SRCS+=	\
	__error.c \
	getpagesize.c

PSEUDO=	\
	fork

# Functions that the threads library may replace.
INTERPOSED = \
	close \
	open \
	read \
	write

PSEUDO+=	${INTERPOSED}

MAN+=	calls.2 \
	job_wait.2

MLINKS+=calls.2 _exit.2 \
	calls.2 close.2 \
	calls.2 fork.2 \
	calls.2 getrandom.2 \
	calls.2 lseek.2 \
	calls.2 mapper.2 \
	calls.2 open.2 \
	calls.2 read.2 \
	calls.2 stat.2 \
	calls.2 sysarch.2 \
	calls.2 syscall.2 \
	calls.2 sysctl.2 \
	calls.2 unlink.2 \
	calls.2 write.2
MLINKS+=job_wait.2 job_cancel.2 \
	job_wait.2 job_submit.2

"""#,
        "lib/libsys/Symbol.sys.map": #"""
FBSD_1.0 {
	_exit;
	fork;
	job_cancel;
	job_wait;
	lseek;
	stat;
	sysarch;
	syscall;
	unlink;
};

FBSD_1.8 {
	getrandom;
	mapper;
	sysctl;
};

FBSDprivate_1.0 {
};

"""#,
        "lib/libsys/_libsys.h": #"""
/*
 * Public system call stubs provided by libsys.
 *
 * Do not use directly, include <libsys.h> instead.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#ifndef __LIBSYS_H_
#define __LIBSYS_H_

#include <sys/_cpuset.h>
#include <sys/_domainset.h>
#include <sys/_ffcounter.h>
#include <sys/_semaphore.h>
#include <sys/_sigaltstack.h>
#include <machine/ucontext.h>   /* for mcontext_t */
#include <sys/_ucontext.h>
#include <sys/wait.h>

struct job;
struct mapper_request;
struct rusage;
struct stat;
union semun;

__BEGIN_DECLS
typedef void (__sys__exit_t)(int);
typedef int (__sys_fork_t)(void);
typedef ssize_t (__sys_read_t)(int, void *, size_t);
typedef ssize_t (__sys_write_t)(int, const void *, size_t);
typedef int (__sys_open_t)(const char *, int, mode_t);
typedef int (__sys_close_t)(int);
typedef int (__sys_unlink_t)(const char *);
typedef int (__sys_stat_t)(const char *, struct stat *);
typedef int (__sys_sysarch_t)(int, char *);
typedef int (__sys_mapper_t)(u_long, struct mapper_request *);
typedef off_t (__sys_lseek_t)(int, off_t, int);
typedef int (__sys_job_wait_t)(id_t, int *, struct rusage *);
typedef int (__sys_job_cancel_t)(struct job *);
typedef ssize_t (__sys_getrandom_t)(void *, size_t, u_int);
typedef int (__sys_sysctl_t)(int *, u_int, void *, size_t *, const void *, size_t);

_Noreturn void __sys__exit(int status);
int __sys_fork(void);
ssize_t __sys_read(int fd, void * buffer, size_t size);
ssize_t __sys_write(int fd, const void * buffer, size_t size);
int __sys_open(const char * path, int flags, mode_t mode);
int __sys_close(int fd);
int __sys_unlink(const char * path);
int __sys_stat(const char * path, struct stat * status);
int __sys_sysarch(int operation, char * arguments);
int __sys_mapper(u_long where, struct mapper_request * request);
off_t __sys_lseek(int fd, off_t offset, int whence);
int __sys_job_wait(id_t job, int * status, struct rusage * usage);
int __sys_job_cancel(struct job * job);
ssize_t __sys_getrandom(void * buffer, size_t size, u_int flags);
int __sys_sysctl(int * name, u_int length, void * old, size_t * oldsize, const void * new, size_t newsize);
__END_DECLS

#endif /* __LIBSYS_H_ */

"""#,
        "lib/libsys/calls.2": #"""
.\" A page of the sample tree.
.Dd January 2, 2025
.Dt CALLS 2
.Os
.Sh NAME
.Nm calls
.Nd the calls of the sample tree
.Sh DESCRIPTION
They are like those of any other system.

"""#,
        "lib/libsys/interposing_table.c": #"""
#include "libc_private.h"

static interpos_func_t __libsys_interposing[INTERPOS_MAX] = {
	SLOT(close, __sys_close),
	SLOT(open, __sys_open),
	SLOT(read, __sys_read),
	SLOT(write, __sys_write),
};

"""#,
        "lib/libsys/job_wait.2": #"""
.\" A page of the sample tree.
.Dd March 4, 2025
.Dt JOB_WAIT 2
.Os
.Sh NAME
.Nm job_wait
.Nd wait for a job
.Sh DESCRIPTION
A job is what the sample tree has and nobody else.

"""#,
        "lib/libsys/syscalls.map": #"""
/*
 * FreeBSD system call symbols.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

FBSDprivate_1.0 {
	_syscall;
	__sys_syscall;
	__sys__exit;
	_fork;
	__sys_fork;
	_read;
	__sys_read;
	_write;
	__sys_write;
	_open;
	__sys_open;
	_close;
	__sys_close;
	_unlink;
	__sys_unlink;
	_stat;
	__sys_stat;
	_sysarch;
	__sys_sysarch;
	_mapper;
	__sys_mapper;
	_lseek;
	__sys_lseek;
	_job_wait;
	__sys_job_wait;
	_job_cancel;
	__sys_job_cancel;
	_getrandom;
	__sys_getrandom;
	_sysctl;
	__sys_sysctl;
};

"""#,
        "sys/bsm/audit_kevents.h": #"""
/* The audit events of the sample tree. */
#ifndef _BSM_AUDIT_KEVENTS_H_
#define	_BSM_AUDIT_KEVENTS_H_

#define	AUE_NULL	0
#define	AUE_EXIT	1
#define	AUE_FORK	2
#define	AUE_OPEN	3
#define	AUE_CLOSE	4
#define	AUE_STAT	5
#define	AUE_SEEK	6
#define	AUE_SYSARCH	7
#define	AUE_UNLINK	9
#define	AUE_JOB		43001
#define	AUE_GETRANDOM	AUE_NULL

#endif /* !_BSM_AUDIT_KEVENTS_H_ */

"""#,
        "sys/compat/freebsd32/Makefile": #"""
SYSENT_FILE=	${SYSDIR}/kern/syscalls.master

.include "../../conf/sysent.mk"

"""#,
        "sys/compat/freebsd32/freebsd32.h": #"""
/* What 32-bit programs have in the place of the kernel's structures. */
#ifndef _COMPAT_FREEBSD32_FREEBSD32_H_
#define	_COMPAT_FREEBSD32_FREEBSD32_H_

#define	PTRIN(v)	(void *)(uintptr_t)(v)
#define	PTROUT(v)	(uintptr_t)(v)
#define	CP(src, dst, fld)	do { (dst).fld = (src).fld; } while (0)
#define	PTRIN_CP(src, dst, fld)	do { (dst).fld = PTRIN((src).fld); } while (0)

#endif /* !_COMPAT_FREEBSD32_FREEBSD32_H_ */

"""#,
        "sys/compat/freebsd32/freebsd32_misc.c": #"""
/* The calls of 32-bit programs. */

#include <sys/param.h>
#include <sys/proc.h>
#include <sys/sysproto.h>

#include <compat/freebsd32/freebsd32.h>
#include <compat/freebsd32/freebsd32_proto.h>

int
freebsd32_job_submit(struct thread *td, struct freebsd32_job_submit_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_job_wait(struct thread *td, struct freebsd32_job_wait_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_lseek(struct thread *td, struct freebsd32_lseek_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_stat(struct thread *td, struct freebsd32_stat_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_sysarch(struct thread *td, struct freebsd32_sysarch_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_sysctl(struct thread *td, struct freebsd32_sysctl_args *uap)
{
	return (ENOSYS);
}

int
freebsd11_freebsd32_stat(struct thread *td,
    struct freebsd11_freebsd32_stat_args *uap)
{
	return (ENOSYS);
}

"""#,
        "sys/compat/freebsd32/freebsd32_proto.h": #"""
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

"""#,
        "sys/compat/freebsd32/freebsd32_syscall.h": #"""
/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	FREEBSD32_SYS_syscall	0
#define	FREEBSD32_SYS__exit	1
#define	FREEBSD32_SYS_fork	2
#define	FREEBSD32_SYS_read	3
#define	FREEBSD32_SYS_write	4
#define	FREEBSD32_SYS_open	5
#define	FREEBSD32_SYS_close	6
				/* 7 is old creat */
#define	FREEBSD32_SYS_freebsd11_freebsd32_stat	8
				/* 9 is obsolete vread */
#define	FREEBSD32_SYS_unlink	10
#define	FREEBSD32_SYS_freebsd32_stat	11
#define	FREEBSD32_SYS_freebsd32_sysarch	16
#define	FREEBSD32_SYS_freebsd32_lseek	22
#define	FREEBSD32_SYS_freebsd32_job_wait	23
#define	FREEBSD32_SYS_freebsd32_job_submit	24
#define	FREEBSD32_SYS_job_cancel	25
#define	FREEBSD32_SYS_getrandom	26
#define	FREEBSD32_SYS_freebsd32_sysctl	27
#define	FREEBSD32_SYS_MAXSYSCALL	28

"""#,
        "sys/compat/freebsd32/freebsd32_syscalls.c": #"""
/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *freebsd32_syscallnames[] = {
	"syscall",			/* 0 = syscall */
	"_exit",			/* 1 = _exit */
	"fork",			/* 2 = fork */
	"read",			/* 3 = read */
	"write",			/* 4 = write */
	"open",			/* 5 = open */
	"close",			/* 6 = close */
	"compat.creat",		/* 7 = old creat */
	"compat11.freebsd32_stat",		/* 8 = freebsd11 freebsd32_stat */
	"obs_vread",			/* 9 = obsolete vread */
	"unlink",			/* 10 = unlink */
	"freebsd32_stat",			/* 11 = freebsd32_stat */
	"#12",			/* 12 = nosys */
	"#13",			/* 13 = reserved for local use */
	"#14",			/* 14 = reserved for local use */
	"#15",			/* 15 = reserved for local use */
	"freebsd32_sysarch",			/* 16 = freebsd32_sysarch */
	"#17",			/* 17 = mapper */
	"lkmnosys",			/* 18 = lkmnosys */
	"lkmnosys",			/* 19 = lkmnosys */
	"lkmnosys",			/* 20 = lkmnosys */
	"lkmnosys",			/* 21 = lkmnosys */
	"freebsd32_lseek",			/* 22 = freebsd32_lseek */
	"freebsd32_job_wait",			/* 23 = freebsd32_job_wait */
	"freebsd32_job_submit",			/* 24 = freebsd32_job_submit */
	"job_cancel",			/* 25 = job_cancel */
	"getrandom",			/* 26 = getrandom */
	"freebsd32_sysctl",			/* 27 = freebsd32_sysctl */
};

"""#,
        "sys/compat/freebsd32/freebsd32_sysent.c": #"""
/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#include <sys/param.h>
#include <sys/sysent.h>
#include <sys/sysproto.h>
#include <compat/freebsd32/freebsd32_proto.h>

#define AS(name) (sizeof(struct name) / sizeof(syscallarg_t))

#ifdef COMPAT_43
#define compat(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(o, name)
#else
#define compat(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD4
#define compat4(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd4_, name)
#else
#define compat4(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD6
#define compat6(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd6_, name)
#else
#define compat6(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD7
#define compat7(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd7_, name)
#else
#define compat7(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD10
#define compat10(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd10_, name)
#else
#define compat10(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD11
#define compat11(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd11_, name)
#else
#define compat11(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD12
#define compat12(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd12_, name)
#else
#define compat12(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD13
#define compat13(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd13_, name)
#else
#define compat13(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD14
#define compat14(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd14_, name)
#else
#define compat14(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

/* The casts are bogus but will do for now. */
struct sysent freebsd32_sysent[] = {
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 0 = syscall */
	{ .sy_narg = AS(_exit_args), .sy_call = (sy_call_t *)sys__exit, .sy_auevent = AUE_EXIT, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 1 = _exit */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)sys_fork, .sy_auevent = AUE_FORK, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 2 = fork */
	{ .sy_narg = AS(read_args), .sy_call = (sy_call_t *)sys_read, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 3 = read */
	{ .sy_narg = AS(write_args), .sy_call = (sy_call_t *)sys_write, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 4 = write */
	{ .sy_narg = AS(open_args), .sy_call = (sy_call_t *)sys_open, .sy_auevent = AUE_OPEN, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 5 = open */
	{ .sy_narg = AS(close_args), .sy_call = (sy_call_t *)sys_close, .sy_auevent = AUE_CLOSE, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 6 = close */
	{ compat(AS(ocreat_args),creat), .sy_auevent = AUE_OPEN, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 7 = old creat */
	{ compat11(AS(freebsd11_freebsd32_stat_args),freebsd32_stat), .sy_auevent = AUE_STAT, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 8 = freebsd11 freebsd32_stat */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 9 = obsolete vread */
	{ .sy_narg = AS(unlink_args), .sy_call = (sy_call_t *)sys_unlink, .sy_auevent = AUE_UNLINK, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 10 = unlink */
	{ .sy_narg = AS(freebsd32_stat_args), .sy_call = (sy_call_t *)freebsd32_stat, .sy_auevent = AUE_STAT, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 11 = freebsd32_stat */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 12 = nosys */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 13 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 14 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 15 = reserved for local use */
	{ .sy_narg = AS(freebsd32_sysarch_args), .sy_call = (sy_call_t *)freebsd32_sysarch, .sy_auevent = AUE_SYSARCH, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 16 = freebsd32_sysarch */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 17 = freebsd32_mapper */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 18 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 19 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 20 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 21 = lkmnosys */
	{ .sy_narg = AS(freebsd32_lseek_args), .sy_call = (sy_call_t *)freebsd32_lseek, .sy_auevent = AUE_SEEK, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 22 = freebsd32_lseek */
	{ .sy_narg = AS(freebsd32_job_wait_args), .sy_call = (sy_call_t *)freebsd32_job_wait, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 23 = freebsd32_job_wait */
	{ .sy_narg = AS(freebsd32_job_submit_args), .sy_call = (sy_call_t *)freebsd32_job_submit, .sy_auevent = AUE_JOB, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 24 = freebsd32_job_submit */
	{ .sy_narg = AS(job_cancel_args), .sy_call = (sy_call_t *)sys_job_cancel, .sy_auevent = AUE_JOB, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 25 = job_cancel */
	{ .sy_narg = AS(getrandom_args), .sy_call = (sy_call_t *)sys_getrandom, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 26 = getrandom */
	{ .sy_narg = AS(freebsd32_sysctl_args), .sy_call = (sy_call_t *)freebsd32_sysctl, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 27 = freebsd32_sysctl */
};

"""#,
        "sys/compat/freebsd32/freebsd32_systrace_args.c": #"""
#if !defined(PAD64_REQUIRED) && !defined(__amd64__)
#define PAD64_REQUIRED
#endif
/*
 * System call argument to DTrace register array conversion.
 *
 * This file is part of the DTrace syscall provider.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

static void
systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
{
	int64_t *iarg = (int64_t *)uarg;
	int a = 0;
	switch (sysnum) {
	/* syscall */
	case 0: {
		*n_args = 0;
		break;
	}
	/* _exit */
	case 1: {
		struct _exit_args *p = params;
		iarg[a++] = p->status; /* int */
		*n_args = 1;
		break;
	}
	/* fork */
	case 2: {
		*n_args = 0;
		break;
	}
	/* read */
	case 3: {
		struct read_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* write */
	case 4: {
		struct write_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* const void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* open */
	case 5: {
		struct open_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		iarg[a++] = p->flags; /* int */
		iarg[a++] = p->mode; /* mode_t */
		*n_args = 3;
		break;
	}
	/* close */
	case 6: {
		struct close_args *p = params;
		iarg[a++] = p->fd; /* int */
		*n_args = 1;
		break;
	}
	/* unlink */
	case 10: {
		struct unlink_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		*n_args = 1;
		break;
	}
	/* freebsd32_stat */
	case 11: {
		struct freebsd32_stat_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		uarg[a++] = (intptr_t)p->status; /* struct stat32 * */
		*n_args = 2;
		break;
	}
	/* freebsd32_sysarch */
	case 16: {
		struct freebsd32_sysarch_args *p = params;
		iarg[a++] = p->operation; /* int */
		uarg[a++] = (intptr_t)p->arguments; /* char * */
		*n_args = 2;
		break;
	}
	/* lkmnosys */
	case 18: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 19: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 20: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 21: {
		*n_args = 0;
		break;
	}
	/* freebsd32_lseek */
	case 22: {
		struct freebsd32_lseek_args *p = params;
		iarg[a++] = p->fd; /* int */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->offset1; /* uint32_t */
		uarg[a++] = p->offset2; /* uint32_t */
		iarg[a++] = p->whence; /* int */
		*n_args = 5;
		break;
	}
	/* freebsd32_job_wait */
	case 23: {
		struct freebsd32_job_wait_args *p = params;
		uarg[a++] = p->job1; /* uint32_t */
		uarg[a++] = p->job2; /* uint32_t */
		uarg[a++] = (intptr_t)p->status; /* int * */
		uarg[a++] = (intptr_t)p->usage; /* struct rusage32 * */
		*n_args = 4;
		break;
	}
	/* freebsd32_job_submit */
	case 24: {
		struct freebsd32_job_submit_args *p = params;
		uarg[a++] = (intptr_t)p->list; /* uint32_t * */
		iarg[a++] = p->count; /* int */
		*n_args = 2;
		break;
	}
	/* job_cancel */
	case 25: {
		struct job_cancel_args *p = params;
		uarg[a++] = (intptr_t)p->job; /* struct job32 * */
		*n_args = 1;
		break;
	}
	/* getrandom */
	case 26: {
		struct getrandom_args *p = params;
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		uarg[a++] = p->flags; /* u_int */
		*n_args = 3;
		break;
	}
	/* freebsd32_sysctl */
	case 27: {
		struct freebsd32_sysctl_args *p = params;
		uarg[a++] = (intptr_t)p->name; /* int * */
		uarg[a++] = p->length; /* u_int */
		uarg[a++] = (intptr_t)p->old; /* void * */
		uarg[a++] = (intptr_t)p->oldsize; /* uint32_t * */
		uarg[a++] = (intptr_t)p->new; /* const void * */
		uarg[a++] = p->newsize; /* size_t */
		*n_args = 6;
		break;
	}
	default:
		*n_args = 0;
		break;
	};
}
static void
systrace_entry_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
	/* syscall */
	case 0:
		break;
	/* _exit */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* fork */
	case 2:
		break;
	/* read */
	case 3:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* write */
	case 4:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* open */
	case 5:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "int";
			break;
		case 2:
			p = "mode_t";
			break;
		default:
			break;
		};
		break;
	/* close */
	case 6:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* unlink */
	case 10:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		default:
			break;
		};
		break;
	/* freebsd32_stat */
	case 11:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "userland struct stat32 *";
			break;
		default:
			break;
		};
		break;
	/* freebsd32_sysarch */
	case 16:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland char *";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 18:
		break;
	/* lkmnosys */
	case 19:
		break;
	/* lkmnosys */
	case 20:
		break;
	/* lkmnosys */
	case 21:
		break;
	/* freebsd32_lseek */
	case 22:
		switch (ndx) {
		case 0:
			p = "int";
			break;
#ifdef PAD64_REQUIRED
		case 1:
			p = "int";
			break;
#define _P_ 0
#else
#define _P_ 1
#endif
		case 2 - _P_:
			p = "uint32_t";
			break;
		case 3 - _P_:
			p = "uint32_t";
			break;
		case 4 - _P_:
			p = "int";
			break;
		default:
			break;
		};
#undef _P_

		break;
	/* freebsd32_job_wait */
	case 23:
		switch (ndx) {
		case 0:
			p = "uint32_t";
			break;
		case 1:
			p = "uint32_t";
			break;
		case 2:
			p = "userland int *";
			break;
		case 3:
			p = "userland struct rusage32 *";
			break;
		default:
			break;
		};
		break;
	/* freebsd32_job_submit */
	case 24:
		switch (ndx) {
		case 0:
			p = "userland uint32_t *";
			break;
		case 1:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* job_cancel */
	case 25:
		switch (ndx) {
		case 0:
			p = "userland struct job32 *";
			break;
		default:
			break;
		};
		break;
	/* getrandom */
	case 26:
		switch (ndx) {
		case 0:
			p = "userland void *";
			break;
		case 1:
			p = "size_t";
			break;
		case 2:
			p = "u_int";
			break;
		default:
			break;
		};
		break;
	/* freebsd32_sysctl */
	case 27:
		switch (ndx) {
		case 0:
			p = "userland int *";
			break;
		case 1:
			p = "u_int";
			break;
		case 2:
			p = "userland void *";
			break;
		case 3:
			p = "userland uint32_t *";
			break;
		case 4:
			p = "userland const void *";
			break;
		case 5:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
static void
systrace_return_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
	/* syscall */
	case 0:
	/* _exit */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "void";
		break;
	/* fork */
	case 2:
	/* read */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* write */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* open */
	case 5:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* close */
	case 6:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* unlink */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* freebsd32_stat */
	case 11:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* freebsd32_sysarch */
	case 16:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* lkmnosys */
	case 18:
	/* lkmnosys */
	case 19:
	/* lkmnosys */
	case 20:
	/* lkmnosys */
	case 21:
	/* freebsd32_lseek */
	case 22:
		if (ndx == 0 || ndx == 1)
			p = "off_t";
		break;
	/* freebsd32_job_wait */
	case 23:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* freebsd32_job_submit */
	case 24:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* job_cancel */
	case 25:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* getrandom */
	case 26:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* freebsd32_sysctl */
	case 27:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}

"""#,
        "sys/compat/freebsd32/syscalls.conf": #"""
# 32-bit processes on a 64-bit kernel: long, pointers and time_t are narrower,
# and 64-bit arguments travel in two registers.
sysnames="freebsd32_syscalls.c"
sysproto="freebsd32_proto.h"
sysproto_h=_FREEBSD32_SYSPROTO_H_
syshdr="freebsd32_syscall.h"
syssw="freebsd32_sysent.c"
systrace="freebsd32_systrace_args.c"
syscallprefix="FREEBSD32_SYS_"
switchname="freebsd32_sysent"
namesname="freebsd32_syscallnames"
abi_flags="long_size|pointer_size|time_t_size|pair_64bit"
abi_func_prefix="freebsd32_"
abi_type_suffix="32"
abi_long="int32_t"
abi_u_long="uint32_t"
abi_size_t="uint32_t"
abi_ptr_array_t="uint32_t"
abi_headers="#include <compat/freebsd32/freebsd32_proto.h>"

# The machine-dependent call has a 32-bit form although no argument shows it.
syscall_abi_change="sysarch"
# The pointer is a bare address; nothing behind it is read.
syscall_no_abi_change="job_cancel"
unimpl="mapper"

"""#,
        "sys/conf/files": #"""
# The files of the kernel.
kern/init_sysent.c		standard
kern/kern_calls.c		standard
kern/syscalls.c			standard
netinet/in_calls.c		optional inet
vm/vm_calls.c			standard

"""#,
        "sys/conf/newvers.sh": #"""
# What the sample tree is.
TYPE="FreeBSD"
REVISION="15.1"
BRANCH="SAMPLE"

"""#,
        "sys/conf/sysent.mk": #"""
# Which generator a real tree would run; sysent reads the names alone.
SYSENT_FILE?=	syscalls.master
SYSENT_CONF?=	syscalls.conf

"""#,
        "sys/kern/Makefile": #"""
.include "../conf/sysent.mk"

"""#,
        "sys/kern/init_sysent.c": #"""
/*
 * System call switch table.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#include <sys/param.h>
#include <sys/sysent.h>
#include <sys/sysproto.h>

#define AS(name) (sizeof(struct name) / sizeof(syscallarg_t))

#ifdef COMPAT_43
#define compat(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(o, name)
#else
#define compat(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD4
#define compat4(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd4_, name)
#else
#define compat4(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD6
#define compat6(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd6_, name)
#else
#define compat6(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD7
#define compat7(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd7_, name)
#else
#define compat7(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD10
#define compat10(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd10_, name)
#else
#define compat10(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD11
#define compat11(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd11_, name)
#else
#define compat11(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD12
#define compat12(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd12_, name)
#else
#define compat12(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD13
#define compat13(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd13_, name)
#else
#define compat13(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

#ifdef COMPAT_FREEBSD14
#define compat14(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(freebsd14_, name)
#else
#define compat14(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
#endif

/* The casts are bogus but will do for now. */
struct sysent sysent[] = {
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 0 = syscall */
	{ .sy_narg = AS(_exit_args), .sy_call = (sy_call_t *)sys__exit, .sy_auevent = AUE_EXIT, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 1 = _exit */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)sys_fork, .sy_auevent = AUE_FORK, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 2 = fork */
	{ .sy_narg = AS(read_args), .sy_call = (sy_call_t *)sys_read, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 3 = read */
	{ .sy_narg = AS(write_args), .sy_call = (sy_call_t *)sys_write, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 4 = write */
	{ .sy_narg = AS(open_args), .sy_call = (sy_call_t *)sys_open, .sy_auevent = AUE_OPEN, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 5 = open */
	{ .sy_narg = AS(close_args), .sy_call = (sy_call_t *)sys_close, .sy_auevent = AUE_CLOSE, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 6 = close */
	{ compat(AS(ocreat_args),creat), .sy_auevent = AUE_OPEN, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 7 = old creat */
	{ compat11(AS(freebsd11_stat_args),stat), .sy_auevent = AUE_STAT, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 8 = freebsd11 stat */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 9 = obsolete vread */
	{ .sy_narg = AS(unlink_args), .sy_call = (sy_call_t *)sys_unlink, .sy_auevent = AUE_UNLINK, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 10 = unlink */
	{ .sy_narg = AS(stat_args), .sy_call = (sy_call_t *)sys_stat, .sy_auevent = AUE_STAT, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 11 = stat */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 12 = nosys */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 13 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 14 = reserved for local use */
	{ .sy_narg = 0, .sy_call = (sy_call_t *)nosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 15 = reserved for local use */
	{ .sy_narg = AS(sysarch_args), .sy_call = (sy_call_t *)sysarch, .sy_auevent = AUE_SYSARCH, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 16 = sysarch */
	{ .sy_narg = AS(mapper_args), .sy_call = (sy_call_t *)lkmressys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 17 = mapper */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 18 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 19 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 20 = lkmnosys */
	{ .sy_narg = AS(nosys_args), .sy_call = (sy_call_t *)lkmnosys, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_ABSENT },	/* 21 = lkmnosys */
	{ .sy_narg = AS(lseek_args), .sy_call = (sy_call_t *)sys_lseek, .sy_auevent = AUE_SEEK, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 22 = lseek */
	{ .sy_narg = AS(job_wait_args), .sy_call = (sy_call_t *)sys_job_wait, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 23 = job_wait */
	{ .sy_narg = AS(job_submit_args), .sy_call = (sy_call_t *)sys_job_submit, .sy_auevent = AUE_JOB, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 24 = job_submit */
	{ .sy_narg = AS(job_cancel_args), .sy_call = (sy_call_t *)sys_job_cancel, .sy_auevent = AUE_JOB, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 25 = job_cancel */
	{ .sy_narg = AS(getrandom_args), .sy_call = (sy_call_t *)sys_getrandom, .sy_auevent = AUE_NULL, .sy_flags = SYF_CAPENABLED, .sy_thrcnt = SY_THR_STATIC },	/* 26 = getrandom */
	{ .sy_narg = AS(sysctl_args), .sy_call = (sy_call_t *)sys_sysctl, .sy_auevent = AUE_NULL, .sy_flags = 0, .sy_thrcnt = SY_THR_STATIC },	/* 27 = sysctl */
};

"""#,
        "sys/kern/kern_calls.c": #"""
/* The calls of the sample tree. Nothing of it is a kernel. */

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/proc.h>
#include <sys/sysproto.h>

int
sys__exit(struct thread *td, struct _exit_args *uap)
{
	return (ENOSYS);
}

int
sys_fork(struct thread *td, struct fork_args *uap)
{
	return (ENOSYS);
}

int
sys_read(struct thread *td, struct read_args *uap)
{
	return (ENOSYS);
}

int
sys_write(struct thread *td, struct write_args *uap)
{
	return (ENOSYS);
}

int
sys_open(struct thread *td, struct open_args *uap)
{
	return (ENOSYS);
}

int
sys_close(struct thread *td, struct close_args *uap)
{
	return (ENOSYS);
}

int
sys_unlink(struct thread *td, struct unlink_args *uap)
{
	return (ENOSYS);
}

int
sys_job_cancel(struct thread *td, struct job_cancel_args *uap)
{
	return (ENOSYS);
}

int
sys_job_submit(struct thread *td, struct job_submit_args *uap)
{
	return (ENOSYS);
}

int
sysarch(struct thread *td, struct sysarch_args *uap)
{
	return (ENOSYS);
}

int
ocreat(struct thread *td, struct ocreat_args *uap)
{
	return (ENOSYS);
}

int
freebsd11_stat(struct thread *td, struct freebsd11_stat_args *uap)
{
	return (ENOSYS);
}

"""#,
        "sys/kern/syscalls.c": #"""
/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"syscall",			/* 0 = syscall */
	"_exit",			/* 1 = _exit */
	"fork",			/* 2 = fork */
	"read",			/* 3 = read */
	"write",			/* 4 = write */
	"open",			/* 5 = open */
	"close",			/* 6 = close */
	"compat.creat",		/* 7 = old creat */
	"compat11.stat",		/* 8 = freebsd11 stat */
	"obs_vread",			/* 9 = obsolete vread */
	"unlink",			/* 10 = unlink */
	"stat",			/* 11 = stat */
	"#12",			/* 12 = nosys */
	"#13",			/* 13 = reserved for local use */
	"#14",			/* 14 = reserved for local use */
	"#15",			/* 15 = reserved for local use */
	"sysarch",			/* 16 = sysarch */
	"mapper",			/* 17 = mapper */
	"lkmnosys",			/* 18 = lkmnosys */
	"lkmnosys",			/* 19 = lkmnosys */
	"lkmnosys",			/* 20 = lkmnosys */
	"lkmnosys",			/* 21 = lkmnosys */
	"lseek",			/* 22 = lseek */
	"job_wait",			/* 23 = job_wait */
	"job_submit",			/* 24 = job_submit */
	"job_cancel",			/* 25 = job_cancel */
	"getrandom",			/* 26 = getrandom */
	"sysctl",			/* 27 = sysctl */
};

"""#,
        "sys/kern/syscalls.conf": #"""
# Where the native companions beside the kernel's own go.
sysmk="../sys/syscall.mk"
libsys_h="../../lib/libsys/_libsys.h"
libsysmap="../../lib/libsys/syscalls.map"

"""#,
        "sys/kern/syscalls.master": #"""
; The system calls of the sample tree, a system of a few calls of every kind.
;
; Columns: number, audit event, kinds, name or prototype.

#include <sys/param.h>
#include <sys/sysent.h>
#include <sys/sysproto.h>
%%ABI_HEADERS%%

0	AUE_NULL	SYSMUX {
		int syscall(
		    int number,
		    ...
		);
	}
1	AUE_EXIT	STD|CAPENABLED|NORETURN {
		void _exit(
		    int status
		);
	}
2	AUE_FORK	STD|CAPENABLED {
		int fork(void);
	}
3	AUE_NULL	STD|CAPENABLED {
		ssize_t read(
		    int fd,
		    _Out_writes_bytes_(size) void *buffer,
		    size_t size
		);
	}
4	AUE_NULL	STD|CAPENABLED {
		ssize_t write(
		    int fd,
		    _In_reads_bytes_(size) const void *buffer,
		    size_t size
		);
	}
5	AUE_OPEN	STD {
		int open(
		    _In_z_ const char *path,
		    int flags,
		    mode_t mode
		);
	}
6	AUE_CLOSE	STD|CAPENABLED {
		int close(
		    int fd
		);
	}
7	AUE_OPEN	COMPAT {
		int creat(
		    _In_z_ const char *path,
		    int mode
		);
	}
8	AUE_STAT	COMPAT11 {
		int stat(
		    _In_z_ const char *path,
		    _Out_ _Contains_timet_ struct freebsd11_stat *status
		);
	}
9	AUE_NULL	OBSOL	vread
10	AUE_UNLINK	STD {
		int unlink(
		    _In_z_ const char *path
		);
	}
11	AUE_STAT	STD {
		int stat(
		    _In_z_ const char *path,
		    _Out_ _Contains_timet_ struct stat *status
		);
	}
12	AUE_NULL	UNIMPL	nosys
; For vendors.
13-15	AUE_NULL	RESERVED
16	AUE_SYSARCH	NOARGS {
		int sysarch(
		    int operation,
		    _In_z_ char *arguments
		);
	}
; Brought by a module that registers them by number.
17	AUE_NULL	NOSTD {
		int mapper(
		    u_long where,
		    _Inout_ _Contains_ptr_ struct mapper_request *request
		);
	}
;
; Slots for loadable system calls.
;
18	AUE_NULL	NODEF|NOTSTATIC	lkmnosys lkmnosys nosys_args int
19	AUE_NULL	NODEF|NOTSTATIC	lkmnosys lkmnosys nosys_args int
20	AUE_NULL	NODEF|NOTSTATIC	lkmnosys lkmnosys nosys_args int
21	AUE_NULL	NODEF|NOTSTATIC	lkmnosys lkmnosys nosys_args int
22	AUE_SEEK	STD|CAPENABLED {
		off_t lseek(
		    int fd,
		    off_t offset,
		    int whence
		);
	}
23	AUE_NULL	STD|CAPENABLED {
		int job_wait(
		    id_t job,
		    _Out_opt_ int *status,
		    _Out_opt_ _Contains_long_timet_ struct rusage *usage
		);
	}
24	AUE_JOB		STD|NOLIB {
		int job_submit(
		    _In_reads_(count) _Contains_ptr_ struct job * const *list,
		    int count
		);
	}
25	AUE_JOB		STD {
		int job_cancel(
		    _In_ _Contains_long_ptr_ struct job *job
		);
	}
26	AUE_NULL	STD|CAPENABLED {
		ssize_t getrandom(
		    _Out_writes_bytes_(size) void *buffer,
		    size_t size,
		    u_int flags
		);
	}
27	AUE_NULL	STD {
		int sysctl(
		    _In_reads_(length) int *name,
		    u_int length,
		    _Out_writes_bytes_opt_(*oldsize) void *old,
		    _Inout_opt_ size_t *oldsize,
		    _In_reads_bytes_opt_(newsize) const void *new,
		    size_t newsize
		);
	}
; End of the table.

"""#,
        "sys/kern/systrace_args.c": #"""
/*
 * System call argument to DTrace register array conversion.
 *
 * This file is part of the DTrace syscall provider.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

static void
systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
{
	int64_t *iarg = (int64_t *)uarg;
	int a = 0;
	switch (sysnum) {
	/* syscall */
	case 0: {
		*n_args = 0;
		break;
	}
	/* _exit */
	case 1: {
		struct _exit_args *p = params;
		iarg[a++] = p->status; /* int */
		*n_args = 1;
		break;
	}
	/* fork */
	case 2: {
		*n_args = 0;
		break;
	}
	/* read */
	case 3: {
		struct read_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* write */
	case 4: {
		struct write_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* const void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* open */
	case 5: {
		struct open_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		iarg[a++] = p->flags; /* int */
		iarg[a++] = p->mode; /* mode_t */
		*n_args = 3;
		break;
	}
	/* close */
	case 6: {
		struct close_args *p = params;
		iarg[a++] = p->fd; /* int */
		*n_args = 1;
		break;
	}
	/* unlink */
	case 10: {
		struct unlink_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		*n_args = 1;
		break;
	}
	/* stat */
	case 11: {
		struct stat_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		uarg[a++] = (intptr_t)p->status; /* struct stat * */
		*n_args = 2;
		break;
	}
	/* sysarch */
	case 16: {
		struct sysarch_args *p = params;
		iarg[a++] = p->operation; /* int */
		uarg[a++] = (intptr_t)p->arguments; /* char * */
		*n_args = 2;
		break;
	}
	/* mapper */
	case 17: {
		struct mapper_args *p = params;
		uarg[a++] = p->where; /* u_long */
		uarg[a++] = (intptr_t)p->request; /* struct mapper_request * */
		*n_args = 2;
		break;
	}
	/* lkmnosys */
	case 18: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 19: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 20: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 21: {
		*n_args = 0;
		break;
	}
	/* lseek */
	case 22: {
		struct lseek_args *p = params;
		iarg[a++] = p->fd; /* int */
		iarg[a++] = p->offset; /* off_t */
		iarg[a++] = p->whence; /* int */
		*n_args = 3;
		break;
	}
	/* job_wait */
	case 23: {
		struct job_wait_args *p = params;
		iarg[a++] = p->job; /* id_t */
		uarg[a++] = (intptr_t)p->status; /* int * */
		uarg[a++] = (intptr_t)p->usage; /* struct rusage * */
		*n_args = 3;
		break;
	}
	/* job_submit */
	case 24: {
		struct job_submit_args *p = params;
		uarg[a++] = (intptr_t)p->list; /* struct job * const * */
		iarg[a++] = p->count; /* int */
		*n_args = 2;
		break;
	}
	/* job_cancel */
	case 25: {
		struct job_cancel_args *p = params;
		uarg[a++] = (intptr_t)p->job; /* struct job * */
		*n_args = 1;
		break;
	}
	/* getrandom */
	case 26: {
		struct getrandom_args *p = params;
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		uarg[a++] = p->flags; /* u_int */
		*n_args = 3;
		break;
	}
	/* sysctl */
	case 27: {
		struct sysctl_args *p = params;
		uarg[a++] = (intptr_t)p->name; /* int * */
		uarg[a++] = p->length; /* u_int */
		uarg[a++] = (intptr_t)p->old; /* void * */
		uarg[a++] = (intptr_t)p->oldsize; /* size_t * */
		uarg[a++] = (intptr_t)p->new; /* const void * */
		uarg[a++] = p->newsize; /* size_t */
		*n_args = 6;
		break;
	}
	default:
		*n_args = 0;
		break;
	};
}
static void
systrace_entry_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
	/* syscall */
	case 0:
		break;
	/* _exit */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* fork */
	case 2:
		break;
	/* read */
	case 3:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* write */
	case 4:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* open */
	case 5:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "int";
			break;
		case 2:
			p = "mode_t";
			break;
		default:
			break;
		};
		break;
	/* close */
	case 6:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* unlink */
	case 10:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		default:
			break;
		};
		break;
	/* stat */
	case 11:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "userland struct stat *";
			break;
		default:
			break;
		};
		break;
	/* sysarch */
	case 16:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland char *";
			break;
		default:
			break;
		};
		break;
	/* mapper */
	case 17:
		switch (ndx) {
		case 0:
			p = "u_long";
			break;
		case 1:
			p = "userland struct mapper_request *";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 18:
		break;
	/* lkmnosys */
	case 19:
		break;
	/* lkmnosys */
	case 20:
		break;
	/* lkmnosys */
	case 21:
		break;
	/* lseek */
	case 22:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "off_t";
			break;
		case 2:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* job_wait */
	case 23:
		switch (ndx) {
		case 0:
			p = "id_t";
			break;
		case 1:
			p = "userland int *";
			break;
		case 2:
			p = "userland struct rusage *";
			break;
		default:
			break;
		};
		break;
	/* job_submit */
	case 24:
		switch (ndx) {
		case 0:
			p = "userland struct job * const *";
			break;
		case 1:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* job_cancel */
	case 25:
		switch (ndx) {
		case 0:
			p = "userland struct job *";
			break;
		default:
			break;
		};
		break;
	/* getrandom */
	case 26:
		switch (ndx) {
		case 0:
			p = "userland void *";
			break;
		case 1:
			p = "size_t";
			break;
		case 2:
			p = "u_int";
			break;
		default:
			break;
		};
		break;
	/* sysctl */
	case 27:
		switch (ndx) {
		case 0:
			p = "userland int *";
			break;
		case 1:
			p = "u_int";
			break;
		case 2:
			p = "userland void *";
			break;
		case 3:
			p = "userland size_t *";
			break;
		case 4:
			p = "userland const void *";
			break;
		case 5:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
static void
systrace_return_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
	/* syscall */
	case 0:
	/* _exit */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "void";
		break;
	/* fork */
	case 2:
	/* read */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* write */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* open */
	case 5:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* close */
	case 6:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* unlink */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* stat */
	case 11:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* sysarch */
	case 16:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* mapper */
	case 17:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* lkmnosys */
	case 18:
	/* lkmnosys */
	case 19:
	/* lkmnosys */
	case 20:
	/* lkmnosys */
	case 21:
	/* lseek */
	case 22:
		if (ndx == 0 || ndx == 1)
			p = "off_t";
		break;
	/* job_wait */
	case 23:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* job_submit */
	case 24:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* job_cancel */
	case 25:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* getrandom */
	case 26:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* sysctl */
	case 27:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}

"""#,
        "sys/netinet/in_calls.c": #"""
/* The rest of them. */

#include <sys/param.h>
#include <sys/sysproto.h>

int
sys_getrandom(struct thread *td, struct getrandom_args *uap)
{
	return (ENOSYS);
}

int
sys_job_wait(struct thread *td, struct job_wait_args *uap)
{
	return (ENOSYS);
}

"""#,
        "sys/security/audit/audit_bsm.c": #"""
/* Records of the sample tree's events. */

int
kaudit_to_bsm(struct kaudit_record *kar, struct au_record **pau)
{
	switch (ar->ar_event) {
	case AUE_OPEN:
	case AUE_STAT:
	case AUE_UNLINK:
		UPATH1_VNODE1_TOKENS;
		break;

	case AUE_CLOSE:
	case AUE_SEEK:
		if (ARG_IS_VALID(kar, ARG_FD)) {
			tok = au_to_arg32(1, "fd", ar->ar_arg_fd);
			kau_write(rec, tok);
		}
		break;

	case AUE_EXIT:
	case AUE_FORK:
	case AUE_JOB:
	case AUE_SYSARCH:
		break;

	case AUE_NULL:
	default:
		return (BSM_NOAUDIT);
	}
	return (BSM_SUCCESS);
}

"""#,
        "sys/sys/capsicum.h": #"""
/* The capability rights of the sample tree. */
#ifndef _SYS_CAPSICUM_H_
#define	_SYS_CAPSICUM_H_

#define	CAP_READ	0x0001
#define	CAP_WRITE	0x0002
#define	CAP_SEEK	0x0004
#define	CAP_LOOKUP	0x0008

#endif /* !_SYS_CAPSICUM_H_ */

"""#,
        "sys/sys/job.h": #"""
/* Jobs, which the sample tree has and nobody else. */
#ifndef _SYS_JOB_H_
#define	_SYS_JOB_H_

#include <sys/types.h>

struct job;
struct rusage;

struct lamp {
	long	oil;
	char	*colour;
	int	wick;
};

#ifndef _KERNEL
int	job_cancel(struct job *);
int	job_wait(id_t, int *, struct rusage *);
int	mapper(unsigned long, struct mapper_request *);
#endif /* !_KERNEL */

#endif /* !_SYS_JOB_H_ */

"""#,
        "sys/sys/syscall.h": #"""
/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_syscall	0
#define	SYS__exit	1
#define	SYS_fork	2
#define	SYS_read	3
#define	SYS_write	4
#define	SYS_open	5
#define	SYS_close	6
				/* 7 is old creat */
#define	SYS_freebsd11_stat	8
				/* 9 is obsolete vread */
#define	SYS_unlink	10
#define	SYS_stat	11
#define	SYS_sysarch	16
#define	SYS_mapper	17
#define	SYS_lseek	22
#define	SYS_job_wait	23
#define	SYS_job_submit	24
#define	SYS_job_cancel	25
#define	SYS_getrandom	26
#define	SYS_sysctl	27
#define	SYS_MAXSYSCALL	28

"""#,
        "sys/sys/syscall.mk": #"""
#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	syscall.o \
	_exit.o \
	fork.o \
	read.o \
	write.o \
	open.o \
	close.o \
	freebsd11_stat.o \
	unlink.o \
	stat.o \
	sysarch.o \
	mapper.o \
	lseek.o \
	job_wait.o \
	job_cancel.o \
	getrandom.o \
	sysctl.o

"""#,
        "sys/sys/syscallsubr.h": #"""
/* The functions behind the calls, which every ABI shares. */
#ifndef _SYS_SYSCALLSUBR_H_
#define	_SYS_SYSCALLSUBR_H_

enum uio_seg;
struct job;
struct stat;

int	kern_close(struct thread *td, int fd);
int	kern_job_wait(struct thread *td, id_t job, int *status,
	    struct rusage *usage);
int	kern_lseek(struct thread *td, int fd, off_t offset, int whence);
int	kern_unlink(struct thread *td, const char *path,
	    enum uio_seg pathseg);

#endif /* !_SYS_SYSCALLSUBR_H_ */

"""#,
        "sys/sys/sysproto.h": #"""
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

"""#,
        "sys/vm/vm_calls.c": #"""
/* Further calls of the sample tree. */

#include <sys/param.h>
#include <sys/sysproto.h>

int
sys_lseek(struct thread *td, struct lseek_args *uap)
{
	return (ENOSYS);
}

int
sys_stat(struct thread *td, struct stat_args *uap)
{
	return (ENOSYS);
}

int
sys_sysctl(struct thread *td, struct sysctl_args *uap)
{
	return (ENOSYS);
}

"""#,
        "usr.bin/truss/syscall.h": #"""
/* How truss(1) shows arguments. */
enum Argtype {
	None = 1,

	/* Scalar integers. */
	Octal,
	Int,
	UInt,
	Hex,
	Long,
	LongHex,
	Sizet,
	Quad,
	QuadHex,
	Atfd,

	/* Pointers. */
	Ptr,
	Name,
	Stat,
	Rusage,
	Timespec,

	MAX_ARG_TYPE,
};

"""#,
        "usr.bin/truss/syscalls.c": #"""
/* The calls whose arguments truss(1) shows. */
static const struct syscall_decode decoded_syscalls[] = {
	/* Native ABI */
	{ .name = "_exit", .ret_type = 0, .nargs = 1,
	  .args = { { Hex, 0 } } },
	{ .name = "close", .ret_type = 1, .nargs = 1,
	  .args = { { Int, 0 } } },
	{ .name = "fork", .ret_type = 1, .nargs = 0 },
	{ .name = "getrandom", .ret_type = 1, .nargs = 3,
	  .args = { { Ptr | OUT, 0 }, { Sizet, 1 }, { UInt, 2 } } },
	{ .name = "job_cancel", .ret_type = 1, .nargs = 1,
	  .args = { { Ptr | IN, 0 } } },
	{ .name = "job_submit", .ret_type = 1, .nargs = 2,
	  .args = { { Ptr | IN, 0 }, { Int, 1 } } },
	{ .name = "job_wait", .ret_type = 1, .nargs = 3,
	  .args = { { Quad, 0 }, { Ptr | OUT, 1 }, { Rusage | OUT, 2 } } },
	{ .name = "lseek", .ret_type = 2, .nargs = 3,
	  .args = { { Int, 0 }, { QuadHex, 1 }, { Int, 2 } } },
	{ .name = "mapper", .ret_type = 1, .nargs = 2,
	  .args = { { LongHex, 0 }, { Ptr | IN | OUT, 1 } } },
	{ .name = "open", .ret_type = 1, .nargs = 3,
	  .args = { { Name | IN, 0 }, { Hex, 1 }, { Octal, 2 } } },
	{ .name = "read", .ret_type = 1, .nargs = 3,
	  .args = { { Int, 0 }, { Ptr | OUT, 1 }, { Sizet, 2 } } },
	{ .name = "stat", .ret_type = 1, .nargs = 2,
	  .args = { { Name | IN, 0 }, { Stat | OUT, 1 } } },
	{ .name = "sysarch", .ret_type = 1, .nargs = 2,
	  .args = { { Int, 0 }, { Ptr, 1 } } },
	{ .name = "syscall", .ret_type = 1, .nargs = 1,
	  .args = { { Int, 0 } } },
	{ .name = "sysctl", .ret_type = 1, .nargs = 6,
	  .args = { { Ptr | IN, 0 }, { UInt, 1 }, { Ptr | OUT, 2 },
		    { Ptr | IN | OUT, 3 }, { Ptr | IN, 4 }, { Sizet, 5 } } },
	{ .name = "unlink", .ret_type = 1, .nargs = 1,
	  .args = { { Name | IN, 0 } } },
	{ .name = "write", .ret_type = 1, .nargs = 3,
	  .args = { { Int, 0 }, { Ptr | IN, 1 }, { Sizet, 2 } } },
};

"""#,
    ]
}
