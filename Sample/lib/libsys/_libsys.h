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
