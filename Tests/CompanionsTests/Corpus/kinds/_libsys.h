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

union semun;

__BEGIN_DECLS
typedef void (__sys_leave_t)(int);
typedef int (__sys_count_t)(void);
typedef ssize_t (__sys_paint_t)(int, const void *, size_t);
typedef int (__sys_mould_t)(int);
typedef int (__sys_glaze_t)(int);
typedef int (__sys_fire_t)(int);
typedef int (__sys_cool_t)(void);
typedef int (__sys_lend_t)(int);
typedef int (__sys__exit_t)(int);
typedef int (__sys_vfork_t)(void);

_Noreturn void __sys_leave(int status);
int __sys_count(void);
ssize_t __sys_paint(int canvas, const void * colour, size_t size);
int __sys_mould(int clay);
int __sys_glaze(int colour);
int __sys_fire(int heat);
int __sys_cool(void);
int __sys_lend(int tool);
int __sys__exit(int status);
int __sys_vfork(void);
__END_DECLS

#endif /* __LIBSYS_H_ */
