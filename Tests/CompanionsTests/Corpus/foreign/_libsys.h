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
typedef int (__sys_linux_look_t)(int, l_ulong);
typedef int (__sys_linux_semctl_t)(l_int, union l_semun);
typedef int (__sys_borrowed_t)(int);
typedef int (__sys_linux_wide_t)(l_loff_t, int, uint32_t, uint32_t);
typedef l_long (__sys_linux_words_t)(l_uintptr_t *, l_size_t);

int __sys_linux_look(int fd, l_ulong arg);
int __sys_linux_semctl(l_int id, union l_semun arg);
int __sys_borrowed(int fd);
int __sys_linux_wide(l_loff_t offset, int _pad, uint32_t place1, uint32_t place2);
l_long __sys_linux_words(l_uintptr_t * words, l_size_t n);
__END_DECLS

#endif /* __LIBSYS_H_ */
