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

struct leaf;
struct root;
struct stem;
union semun;

__BEGIN_DECLS
typedef int (__sys_none_t)(void);
typedef int (__sys_empty_t)(void);
typedef void * (__sys_stars_t)(char *, char *, char **, const char *const *);
typedef int (__sys_words_t)(unsigned int, u_long, size_t, ssize_t, uint64_t, mode_t);
typedef int (__sys_pointer_like_t)(caddr_t, intptr_t, uintptr_t);
typedef int (__sys_restricted_t)(const char * __restrict, struct leaf * __restrict, socklen_t * __restrict);
typedef int (__sys_annotated_t)(int *, const char *, void *, struct leaf *, const void *, int);
typedef int (__sys_spaced_t)(int, const	char *, struct  leaf *, int);
typedef int (__sys_comma_last_t)(int, int);
typedef int (__sys_variable_t)(const char *);
typedef int (__sys_structures_t)(struct root *, const struct stem *, struct leaf **, union bud *, struct root *);
typedef int (__sys_eight_t)(int, int, int, int, int, int, int, int);
typedef u_long ** (__sys_indirect_t)(int);

int __sys_none(void);
int __sys_empty(void);
void * __sys_stars(char * a, char * b, char ** c, const char *const * d);
int __sys_words(unsigned int a, u_long b, size_t c, ssize_t d, uint64_t e, mode_t f);
int __sys_pointer_like(caddr_t a, intptr_t b, uintptr_t c);
int __sys_restricted(const char * __restrict a, struct leaf * __restrict b, socklen_t * __restrict n);
int __sys_annotated(int * a, const char * b, void * c, struct leaf * d, const void * e, int n);
int __sys_spaced(int a, const	char * b, struct  leaf * c, int d);
int __sys_comma_last(int a, int b);
int __sys_variable(const char * format);
int __sys_structures(struct root * a, const struct stem * b, struct leaf ** c, union bud * d, struct root * e);
int __sys_eight(int a, int b, int c, int d, int e, int f, int g, int h);
u_long ** __sys_indirect(int _pad);
__END_DECLS

#endif /* __LIBSYS_H_ */
