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

struct clock_n;
struct node_n;
union semun;

__BEGIN_DECLS
typedef int (__sys_shared_t)(int, const char *);
typedef off_t (__sys_narrow_wide_even_t)(int, int, uint32_t, uint32_t);
typedef int (__sys_narrow_wide_odd_t)(int, int, uint32_t, uint32_t);
typedef int (__sys_narrow_wide_twice_t)(uint32_t, uint32_t, int, int, uint32_t, uint32_t, uint32_t, uint32_t, u_int);
typedef int (__sys_narrow_wide_first_t)(uint32_t, uint32_t, uint32_t, uint32_t);
typedef int (__sys_narrow_bare_long_t)(int32_t);
typedef int (__sys_narrow_long_pointers_t)(int32_t *, const uint32_t *, uint32_t *, uint32_t *);
typedef int (__sys_narrow_time_within_t)(const struct clock_n *);
typedef int (__sys_narrow_long_within_t)(struct node_n *, int);
typedef int (__sys_narrow_union_within_t)(union leaf_n *);
typedef int (__sys_narrow_pointer_array_t)(uint32_t *, uint32_t *, uint32_t *, u_int);
typedef int (__sys_narrow_listed_t)(int);
typedef int (__sys_exempted_t)(struct node_n *, int, uint32_t, uint32_t);
typedef int (__sys_other_types_t)(int32_t, intptr_t, uintptr_t);
typedef int (__sys_narrow_padded_t)(int, int, uint32_t, uint32_t);
typedef int (__sys_loadable_t)(size_t);
typedef long * (__sys_result_t)(int32_t);

int __sys_shared(int a, const char * path);
off_t __sys_narrow_wide_even(int fd, int whence, uint32_t place1, uint32_t place2);
int __sys_narrow_wide_odd(int fd, int _pad, uint32_t place1, uint32_t place2);
int __sys_narrow_wide_twice(uint32_t who1, uint32_t who2, int what, int _pad, uint32_t where1, uint32_t where2, uint32_t place1, uint32_t place2, u_int flags);
int __sys_narrow_wide_first(uint32_t start1, uint32_t start2, uint32_t end1, uint32_t end2);
int __sys_narrow_bare_long(int32_t amount);
int __sys_narrow_long_pointers(int32_t * a, const uint32_t * b, uint32_t * c, uint32_t * d);
int __sys_narrow_time_within(const struct clock_n * clock);
int __sys_narrow_long_within(struct node_n * nodes, int n);
int __sys_narrow_union_within(union leaf_n * leaf);
int __sys_narrow_pointer_array(uint32_t * words, uint32_t * nodes, uint32_t * leaves, u_int n);
int __sys_narrow_listed(int a);
int __sys_exempted(struct node_n * node, int _pad, uint32_t place1, uint32_t place2);
int __sys_other_types(int32_t id, intptr_t data, uintptr_t more);
int __sys_narrow_padded(int fd, int _pad, uint32_t place1, uint32_t place2);
int __sys_loadable(size_t n);
long * __sys_result(int32_t int_like);
__END_DECLS

#endif /* __LIBSYS_H_ */
