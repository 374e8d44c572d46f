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

struct lamp;
struct oil;
union semun;

__BEGIN_DECLS
typedef int (__sys_first_t)(int, struct lamp *);
typedef int (__sys_second_t)(union wick *, struct lamp *, const struct oil *);

int __sys_first(int a, struct lamp * lamp);
int __sys_second(union wick * wick, struct lamp * lamp, const struct oil * oil);
__END_DECLS

#endif /* __LIBSYS_H_ */
