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
typedef int (__sys_plain_t)(int);
typedef int (__sys_cap_pointed_t)(int, char *);
typedef int (__sys_cap_old_pointer_t)(caddr_t);
typedef int (__sys_cap_number_like_t)(intcap_t);
typedef int (__sys_cap_array_t)(void * __capability *);

int __sys_plain(int a);
int __sys_cap_pointed(int a, char * b);
int __sys_cap_old_pointer(caddr_t a);
int __sys_cap_number_like(intcap_t a);
int __sys_cap_array(void * __capability * leaves);
__END_DECLS

#endif /* __LIBSYS_H_ */
