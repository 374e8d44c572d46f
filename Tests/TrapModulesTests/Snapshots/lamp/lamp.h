/*
 * Lamps, their "wicks" and * / oil: what both sides must agree on. Made from
 * complete.yml by sysent; change that file and make this one anew.
 */

#ifndef _LAMP_H_
#define	_LAMP_H_

#include <sys/cdefs.h>
#include <sys/types.h>
#include <lamp_types.h>
#ifdef _KERNEL
#include <sys/stdint.h>
#include <sys/lamp.h>
#else
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <lamp_user.h>
#endif

#if !defined(__amd64__) && !defined(__i386__)
#error "lamp is not made for this architecture"
#endif

/* The calls, in the order in which they are registered. */
enum lamp_call {
	LAMP_light,
	LAMP_dim,
	LAMP_flux,
	LAMP_eight,
	LAMP_seven,
	LAMP_quads,
	LAMP_wick,
	LAMP_oil,
	LAMP_shine,
	LAMP_hidden,
	LAMP_audited,
	LAMP_nothing,
	LAMP_COUNT
};

/*
 * How many words of arguments each call has in a program of 64 bits, and in
 * one of 32 bits, where what has 64 bits takes two.
 */
#define	LAMP_WORDS64_light	0
#define	LAMP_WORDS64_dim	2
#define	LAMP_WORDS64_flux	3
#define	LAMP_WORDS64_eight	8
#define	LAMP_WORDS64_seven	7
#define	LAMP_WORDS64_quads	4
#define	LAMP_WORDS64_wick	1
#define	LAMP_WORDS64_oil	1
#define	LAMP_WORDS64_shine	1
#define	LAMP_WORDS64_hidden	1
#define	LAMP_WORDS64_audited	1
#define	LAMP_WORDS64_nothing	0
#define	LAMP_WORDS32_light	0
#define	LAMP_WORDS32_dim	2
#define	LAMP_WORDS32_flux	5
#define	LAMP_WORDS32_eight	8
#define	LAMP_WORDS32_seven	7
#define	LAMP_WORDS32_quads	8
#define	LAMP_WORDS32_wick	1
#define	LAMP_WORDS32_oil	1
#define	LAMP_WORDS32_shine	1
#define	LAMP_WORDS32_hidden	1
#define	LAMP_WORDS32_audited	1
#define	LAMP_WORDS32_nothing	0
#ifdef __LP64__
#define	LAMP_WORDS(call)	LAMP_WORDS64_##call
#else
#define	LAMP_WORDS(call)	LAMP_WORDS32_##call
#endif

/* How the arguments and results are passed depends on their widths. */
_Static_assert(sizeof(int) <= 4, "int is not as wide as it was said to be");
_Static_assert(sizeof(lamp_id_t) <= 4,
    "lamp_id_t is not as wide as it was said to be");
_Static_assert(sizeof(unsigned char) <= 4,
    "unsigned char is not as wide as it was said to be");
_Static_assert(sizeof(lamp_flux_t) == 8,
    "lamp_flux_t is not as wide as it was said to be");
_Static_assert(sizeof(int64_t) == 8,
    "int64_t is not as wide as it was said to be");
_Static_assert(sizeof(long) == sizeof(long),
    "long is not as wide as it was said to be");
_Static_assert(sizeof(u_long) == sizeof(long),
    "u_long is not as wide as it was said to be");
_Static_assert(sizeof(short) <= 4, "short is not as wide as it was said to be");
_Static_assert(sizeof(size_t) == sizeof(long),
    "size_t is not as wide as it was said to be");
_Static_assert(sizeof(bool) <= 4, "bool is not as wide as it was said to be");
_Static_assert(sizeof(lamp_handle_t) == sizeof(long),
    "lamp_handle_t is not as wide as it was said to be");
_Static_assert(sizeof(uint64_t) == 8,
    "uint64_t is not as wide as it was said to be");
_Static_assert(sizeof(off_t) == 8, "off_t is not as wide as it was said to be");
_Static_assert(sizeof(uint32_t) <= 4,
    "uint32_t is not as wide as it was said to be");

#ifdef _KERNEL
struct thread;

/*
 * An argument in its word, or words: the kernel hands a handler an array of
 * words, and the handler sees a structure.
 */
#define	LAMP_PAD(type)							\
	(sizeof(register_t) <= sizeof(type) ? 0 :			\
	    sizeof(register_t) - sizeof(type))
#define	LAMP_ARGUMENT(type, name)					\
	type name;							\
	char name##_pad[LAMP_PAD(type)]

struct light_args {
	register_t dummy;
};

struct dim_args {
	LAMP_ARGUMENT(lamp_id_t, lamp);
	LAMP_ARGUMENT(unsigned char, by);
};

struct flux_args {
	LAMP_ARGUMENT(lamp_id_t, lamp);
	LAMP_ARGUMENT(lamp_flux_t, flux);
	LAMP_ARGUMENT(int64_t, until);
};

struct eight_args {
	LAMP_ARGUMENT(long, number);
	LAMP_ARGUMENT(u_long, value);
	LAMP_ARGUMENT(short, td);
	LAMP_ARGUMENT(size_t, uap);
	LAMP_ARGUMENT(bool, words);
	LAMP_ARGUMENT(const char *, args);
	LAMP_ARGUMENT(void **, error);
	LAMP_ARGUMENT(lamp_handle_t, a);
};

struct seven_args {
	LAMP_ARGUMENT(int, a);
	LAMP_ARGUMENT(int, b);
	LAMP_ARGUMENT(int, c);
	LAMP_ARGUMENT(int, d);
	LAMP_ARGUMENT(int, e);
	LAMP_ARGUMENT(int, f);
	LAMP_ARGUMENT(int, g);
};

struct quads_args {
	LAMP_ARGUMENT(uint64_t, a);
	LAMP_ARGUMENT(off_t, b);
	LAMP_ARGUMENT(uint64_t, c);
	LAMP_ARGUMENT(int64_t, d);
};

struct wick_arguments {
	LAMP_ARGUMENT(lamp_id_t, lamp);
};

struct oil_args {
	LAMP_ARGUMENT(lamp_id_t, lamp);
};

struct hidden_args {
	LAMP_ARGUMENT(lamp_id_t, lamp);
};

struct audited_args {
	LAMP_ARGUMENT(lamp_handle_t, handle);
};

struct nothing_args {
	register_t dummy;
};

int	lamp_is_lit(struct thread *td);
int	lamp_is_filled(struct thread *td);
int	sys_light(struct thread *td, struct light_args *uap);
int	sys_dim(struct thread *td, struct dim_args *uap);
int	sys_flux(struct thread *td, struct flux_args *uap);
int	sys_eight(struct thread *td, struct eight_args *uap);
int	sys_seven(struct thread *td, struct seven_args *uap);
int	sys_quads(struct thread *td, struct quads_args *uap);
int	lamp_quads32(struct thread *td, struct quads_args *uap);
int	lamp_wick(struct thread *td, struct wick_arguments *uap);
int	sys_oil(struct thread *td, struct oil_args *uap);
int	sys_hidden(struct thread *td, struct hidden_args *uap);
int	sys_audited(struct thread *td, struct audited_args *uap);
int	sys_nothing(struct thread *td, struct nothing_args *uap);
int	lamp_nothing32(struct thread *td, struct nothing_args *uap);
#else /* !_KERNEL */
/*
 * What errno says when a call cannot be made: no module of this name is loaded,
 * or it is, and the kernel had no slot left for the call.  ENOSYS where the
 * module went and came again around the call, or the handler says so; ECAPMODE
 * where capability mode forbids the call.
 */
#define	LAMP_NOMODULE	EPROGUNAVAIL
#define	LAMP_NOSLOT	EPROCUNAVAIL

__BEGIN_DECLS
/* The number that a call has now; -1, and errno, when it has none. */
int	lamp_number(enum lamp_call call);
/*
 * Forget all numbers: to be called when the module may have been loaded anew.
 */
void	lamp_forget(void);

int	light(void);
int	dim(lamp_id_t lamp, unsigned char by);
lamp_flux_t	flux(lamp_id_t lamp, lamp_flux_t flux, int64_t until);
long	eight(long number, u_long value, short td, size_t uap, bool words,
    const char *args, void **error, lamp_handle_t a);
int	seven(int a, int b, int c, int d, int e, int f, int g);
int	quads(uint64_t a, off_t b, uint64_t c, int64_t d);
struct wick	*wick(lamp_id_t lamp);
void	oil(lamp_id_t lamp);
size_t	lamp_shine(lamp_id_t lamp);
uint32_t	audited(lamp_handle_t handle);
void	nothing(void);
__END_DECLS
#endif /* _KERNEL */

#endif /* !_LAMP_H_ */
