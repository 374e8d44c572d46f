/*
 * Lamps, their "wicks" and * / oil: the user side. Made from complete.yml by
 * sysent; change that file and make this one anew.
 */

#include <sys/types.h>
#include <sys/sysctl.h>

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include "lamp.h"

static const char *const lamp_names[LAMP_COUNT] = {
	[LAMP_light] = "hw.lamp.calls.light",
	[LAMP_dim] = "hw.lamp.calls.dim",
	[LAMP_flux] = "hw.lamp.calls.flux",
	[LAMP_eight] = "hw.lamp.calls.eight",
	[LAMP_seven] = "hw.lamp.calls.seven",
	[LAMP_quads] = "hw.lamp.calls.quads",
	[LAMP_wick] = "hw.lamp.calls.wick",
	[LAMP_oil] = "hw.lamp.calls.oil",
	[LAMP_shine] = "hw.lamp.calls.shine",
	[LAMP_hidden] = "hw.lamp.calls.hidden",
	[LAMP_audited] = "hw.lamp.calls.audited",
	[LAMP_nothing] = "hw.lamp.calls.nothing",
};

/* 0 is no number that a module gets; it stands for one that is not known. */
static _Atomic(int) lamp_numbers[LAMP_COUNT];

/*
 * The number of a call, looked up when it is wanted first and kept from then
 * on.  Threads that come at the same time look it up each and find the same;
 * nothing is locked, so that this can be called after fork(2) and in a signal
 * handler.  That there is no such call is not kept: the module may come.
 */
int
lamp_number(enum lamp_call call)
{
	size_t size;
	int number;

	number = atomic_load_explicit(&lamp_numbers[call],
	    memory_order_relaxed);
	if (number != 0)
		return (number);
	size = sizeof(number);
	if (sysctlbyname(lamp_names[call], &number, &size, NULL,
	    0) != 0) {
		if (errno == ENOENT)
			errno = LAMP_NOMODULE;
		return (-1);
	}
	if (number <= 0) {
		errno = LAMP_NOSLOT;
		return (-1);
	}
	atomic_store_explicit(&lamp_numbers[call], number,
	    memory_order_relaxed);
	return (number);
}

void
lamp_forget(void)
{
	int call;

	for (call = 0; call < LAMP_COUNT; call++)
		atomic_store_explicit(&lamp_numbers[call], 0,
		    memory_order_relaxed);
}

/*
 * Whether a call that failed has another number now, or none: the module went,
 * and perhaps came again.  ENOSYS stays where it has the same number: it came
 * again meanwhile, or its handler says so; which of the two, nothing tells.  A
 * process that does not ignore SIGSYS does not get here where the kernel sends
 * it.
 */
static int
lamp_moved(enum lamp_call call, int number)
{
	int now;

	if (errno != ENOSYS)
		return (0);
	now = number;
	(void)atomic_compare_exchange_strong(&lamp_numbers[call],
	    &now, 0);
	now = lamp_number(call);
	errno = now == number ? ENOSYS : 0;
	return (now != number);
}

/* An argument as the words that it is passed in. */
#define	LAMP_WORD(argument)	((long)(argument))
#ifdef __LP64__
#define	LAMP_QUAD(argument)	((long)(argument))
#else
#define	LAMP_QUAD(argument)						\
	((long)(uint32_t)(argument)),					\
	((long)(uint32_t)((uint64_t)(argument) >> 32))
#endif

/* A function passes the words that the kernel side takes. */
#define	LAMP_ASSERT(call, ...)						\
_Static_assert(sizeof((long []){ 0, __VA_ARGS__ }) ==			\
    (1 + LAMP_WORDS(call)) * sizeof(long),				\
    #call ": not the words of the call")

#define	LAMP_LIMIT	8
_Static_assert(LAMP_WORDS(light) <= LAMP_LIMIT,
    "light: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(dim) <= LAMP_LIMIT,
    "dim: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(flux) <= LAMP_LIMIT,
    "flux: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(eight) <= LAMP_LIMIT,
    "eight: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(seven) <= LAMP_LIMIT,
    "seven: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(quads) <= LAMP_LIMIT,
    "quads: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(wick) <= LAMP_LIMIT,
    "wick: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(oil) <= LAMP_LIMIT,
    "oil: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(shine) <= LAMP_LIMIT,
    "shine: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(audited) <= LAMP_LIMIT,
    "audited: more words than syscall(2) brings");
_Static_assert(LAMP_WORDS(nothing) <= LAMP_LIMIT,
    "nothing: more words than syscall(2) brings");

int
light(void)
{
	int number, value;

	LAMP_ASSERT(light);
	do {
		number = lamp_number(LAMP_light);
		if (number == -1)
			return ((int)(-2));
		value = syscall(number);
	} while (value == -1 &&
	    lamp_moved(LAMP_light, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)(-2));
	return ((int)value);
}

int
dim(lamp_id_t lamp, unsigned char by)
{
	int number, value;

	LAMP_ASSERT(dim, LAMP_WORD(lamp), LAMP_WORD(by));
	do {
		number = lamp_number(LAMP_dim);
		if (number == -1)
			return ((int)(-2));
		value = syscall(number, LAMP_WORD(lamp), LAMP_WORD(by));
	} while (value == -1 &&
	    lamp_moved(LAMP_dim, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)(-2));
	return ((int)value);
}

lamp_flux_t
flux(lamp_id_t lamp, lamp_flux_t flux, int64_t until)
{
	off_t value;
	int number;

	LAMP_ASSERT(flux, LAMP_WORD(lamp), LAMP_QUAD(flux), LAMP_QUAD(until));
	do {
		number = lamp_number(LAMP_flux);
		if (number == -1)
			return ((lamp_flux_t)(-2));
		value = __syscall((quad_t)number, LAMP_WORD(lamp),
		    LAMP_QUAD(flux), LAMP_QUAD(until));
	} while (value == -1 &&
	    lamp_moved(LAMP_flux, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((lamp_flux_t)(-2));
	return ((lamp_flux_t)value);
}

long
eight(long number, u_long value, short td, size_t uap, bool words,
    const char *args, void **error, lamp_handle_t a)
{
	off_t value_;
	int number_;

	LAMP_ASSERT(eight, LAMP_WORD(number), LAMP_WORD(value), LAMP_WORD(td),
	    LAMP_WORD(uap), LAMP_WORD(words), LAMP_WORD(args), LAMP_WORD(error),
	    LAMP_WORD(a));
	do {
		number_ = lamp_number(LAMP_eight);
		if (number_ == -1)
			return ((long)(-2));
		value_ = __syscall((quad_t)number_, LAMP_WORD(number),
		    LAMP_WORD(value), LAMP_WORD(td), LAMP_WORD(uap),
		    LAMP_WORD(words), LAMP_WORD(args), LAMP_WORD(error),
		    LAMP_WORD(a));
	} while (value_ == -1 &&
	    lamp_moved(LAMP_eight, number_));
	if (value_ == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((long)(-2));
	return ((long)value_);
}

int
seven(int a, int b, int c, int d, int e, int f, int g)
{
	int number, value;

	LAMP_ASSERT(seven, LAMP_WORD(a), LAMP_WORD(b), LAMP_WORD(c),
	    LAMP_WORD(d), LAMP_WORD(e), LAMP_WORD(f), LAMP_WORD(g));
	do {
		number = lamp_number(LAMP_seven);
		if (number == -1)
			return ((int)(-2));
		value = syscall(number, LAMP_WORD(a), LAMP_WORD(b),
		    LAMP_WORD(c), LAMP_WORD(d), LAMP_WORD(e), LAMP_WORD(f),
		    LAMP_WORD(g));
	} while (value == -1 &&
	    lamp_moved(LAMP_seven, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)(-2));
	return ((int)value);
}

int
quads(uint64_t a, off_t b, uint64_t c, int64_t d)
{
	int number, value;

	LAMP_ASSERT(quads, LAMP_QUAD(a), LAMP_QUAD(b), LAMP_QUAD(c),
	    LAMP_QUAD(d));
	do {
		number = lamp_number(LAMP_quads);
		if (number == -1)
			return ((int)(-2));
		value = syscall(number, LAMP_QUAD(a), LAMP_QUAD(b),
		    LAMP_QUAD(c), LAMP_QUAD(d));
	} while (value == -1 &&
	    lamp_moved(LAMP_quads, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)(-2));
	return ((int)value);
}

struct wick *
wick(lamp_id_t lamp)
{
	off_t value;
	int number;

	LAMP_ASSERT(wick, LAMP_WORD(lamp));
	do {
		number = lamp_number(LAMP_wick);
		if (number == -1)
			return ((struct wick *)(intptr_t)0);
		value = __syscall((quad_t)number, LAMP_WORD(lamp));
	} while (value == -1 &&
	    lamp_moved(LAMP_wick, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((struct wick *)(intptr_t)0);
	return ((struct wick *)(intptr_t)value);
}

void
oil(lamp_id_t lamp)
{
	int number, value;

	LAMP_ASSERT(oil, LAMP_WORD(lamp));
	do {
		number = lamp_number(LAMP_oil);
		if (number == -1)
			return;
		value = syscall(number, LAMP_WORD(lamp));
	} while (value == -1 &&
	    lamp_moved(LAMP_oil, number));
}

size_t
lamp_shine(lamp_id_t lamp)
{
	off_t value;
	int number;

	LAMP_ASSERT(shine, LAMP_WORD(lamp));
	do {
		number = lamp_number(LAMP_shine);
		if (number == -1)
			return ((size_t)(-2));
		value = __syscall((quad_t)number, LAMP_WORD(lamp));
	} while (value == -1 &&
	    lamp_moved(LAMP_shine, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((size_t)(-2));
	return ((size_t)value);
}

uint32_t
audited(lamp_handle_t handle)
{
	int number, value;

	LAMP_ASSERT(audited, LAMP_WORD(handle));
	do {
		number = lamp_number(LAMP_audited);
		if (number == -1)
			return ((uint32_t)ESRCH);
		value = syscall(number, LAMP_WORD(handle));
	} while (value == -1 &&
	    lamp_moved(LAMP_audited, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((uint32_t)ESRCH);
	return ((uint32_t)value);
}

void
nothing(void)
{
	int number, value;

	LAMP_ASSERT(nothing);
	do {
		number = lamp_number(LAMP_nothing);
		if (number == -1)
			return;
		value = syscall(number);
	} while (value == -1 &&
	    lamp_moved(LAMP_nothing, number));
}
