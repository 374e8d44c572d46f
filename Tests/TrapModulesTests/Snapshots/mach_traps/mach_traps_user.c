/*
 * Mach traps: the user side. Made from mach_traps.yml by sysent; change that
 * file and make this one anew.
 */

#include <sys/types.h>
#include <sys/sysctl.h>

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include "mach_traps.h"

static const char *const mach_traps_names[MACH_TRAPS_COUNT] = {
	[MACH_TRAPS_mach_reply_port] = "mach.syscall.mach_reply_port",
	[MACH_TRAPS_task_self_trap] = "mach.syscall.task_self_trap",
	[MACH_TRAPS_thread_self_trap] = "mach.syscall.thread_self_trap",
	[MACH_TRAPS_host_self_trap] = "mach.syscall.host_self_trap",
	[MACH_TRAPS_mach_msg_trap] = "mach.syscall.mach_msg_trap",
	[MACH_TRAPS_mach_port_allocate] = "mach.syscall.mach_port_allocate",
	[MACH_TRAPS_mach_port_deallocate] = "mach.syscall.mach_port_deallocate",
	[MACH_TRAPS_mach_port_insert_right] =
	    "mach.syscall.mach_port_insert_right",
	[MACH_TRAPS_mach_port_request_notification] =
	    "mach.syscall.mach_port_request_notification",
	[MACH_TRAPS_task_get_special_port] =
	    "mach.syscall.task_get_special_port",
	[MACH_TRAPS_task_set_special_port] =
	    "mach.syscall.task_set_special_port",
	[MACH_TRAPS_host_set_special_port] =
	    "mach.syscall.host_set_special_port",
	[MACH_TRAPS_mach_port_move_member] =
	    "mach.syscall.mach_port_move_member",
	[MACH_TRAPS_mach_wait_quiet] = "mach.syscall.mach_wait_quiet",
};

/* 0 is no number that a module gets; it stands for one that is not known. */
static _Atomic(int) mach_traps_numbers[MACH_TRAPS_COUNT];

/*
 * The number of a call, looked up when it is wanted first and kept from then
 * on.  Threads that come at the same time look it up each and find the same;
 * nothing is locked, so that this can be called after fork(2) and in a signal
 * handler.  That there is no such call is not kept: the module may come.
 */
int
mach_traps_number(enum mach_traps_call call)
{
	size_t size;
	int number;

	number = atomic_load_explicit(&mach_traps_numbers[call],
	    memory_order_relaxed);
	if (number != 0)
		return (number);
	size = sizeof(number);
	if (sysctlbyname(mach_traps_names[call], &number, &size, NULL,
	    0) != 0) {
		if (errno == ENOENT)
			errno = MACH_TRAPS_NOMODULE;
		return (-1);
	}
	if (number <= 0) {
		errno = MACH_TRAPS_NOSLOT;
		return (-1);
	}
	atomic_store_explicit(&mach_traps_numbers[call], number,
	    memory_order_relaxed);
	return (number);
}

void
mach_traps_forget(void)
{
	int call;

	for (call = 0; call < MACH_TRAPS_COUNT; call++)
		atomic_store_explicit(&mach_traps_numbers[call], 0,
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
mach_traps_moved(enum mach_traps_call call, int number)
{
	int now;

	if (errno != ENOSYS)
		return (0);
	now = number;
	(void)atomic_compare_exchange_strong(&mach_traps_numbers[call],
	    &now, 0);
	now = mach_traps_number(call);
	errno = now == number ? ENOSYS : 0;
	return (now != number);
}

/* An argument as the words that it is passed in. */
#define	MACH_TRAPS_WORD(argument)	((long)(argument))
#ifdef __LP64__
#define	MACH_TRAPS_QUAD(argument)	((long)(argument))
#else
#define	MACH_TRAPS_QUAD(argument)					\
	((long)(uint32_t)(argument)),					\
	((long)(uint32_t)((uint64_t)(argument) >> 32))
#endif

/* A function passes the words that the kernel side takes. */
#define	MACH_TRAPS_ASSERT(call, ...)					\
_Static_assert(sizeof((long []){ 0, __VA_ARGS__ }) ==			\
    (1 + MACH_TRAPS_WORDS(call)) * sizeof(long),			\
    #call ": not the words of the call")

#ifdef __aarch64__
/* The number takes one of eight registers, and no stack is read. */
#define	MACH_TRAPS_LIMIT	7
#else
#define	MACH_TRAPS_LIMIT	8
#endif
_Static_assert(MACH_TRAPS_WORDS(mach_reply_port) <= MACH_TRAPS_LIMIT,
    "mach_reply_port: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(task_self_trap) <= MACH_TRAPS_LIMIT,
    "task_self_trap: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(thread_self_trap) <= MACH_TRAPS_LIMIT,
    "thread_self_trap: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(host_self_trap) <= MACH_TRAPS_LIMIT,
    "host_self_trap: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_msg_trap) <= MACH_TRAPS_LIMIT,
    "mach_msg_trap: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_port_allocate) <= MACH_TRAPS_LIMIT,
    "mach_port_allocate: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_port_deallocate) <= MACH_TRAPS_LIMIT,
    "mach_port_deallocate: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_port_insert_right) <= MACH_TRAPS_LIMIT,
    "mach_port_insert_right: more words than syscall(2) brings");
_Static_assert(
    MACH_TRAPS_WORDS(mach_port_request_notification) <= MACH_TRAPS_LIMIT,
    "mach_port_request_notification: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(task_get_special_port) <= MACH_TRAPS_LIMIT,
    "task_get_special_port: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(task_set_special_port) <= MACH_TRAPS_LIMIT,
    "task_set_special_port: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(host_set_special_port) <= MACH_TRAPS_LIMIT,
    "host_set_special_port: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_port_move_member) <= MACH_TRAPS_LIMIT,
    "mach_port_move_member: more words than syscall(2) brings");
_Static_assert(MACH_TRAPS_WORDS(mach_wait_quiet) <= MACH_TRAPS_LIMIT,
    "mach_wait_quiet: more words than syscall(2) brings");

uint32_t
mach_reply_port(void)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_reply_port);
	do {
		number = mach_traps_number(MACH_TRAPS_mach_reply_port);
		if (number == -1)
			return ((uint32_t)0);
		value = syscall(number);
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_reply_port, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((uint32_t)0);
	return ((uint32_t)value);
}

uint32_t
mach_task_self(void)
{
	int number, value;

	MACH_TRAPS_ASSERT(task_self_trap);
	do {
		number = mach_traps_number(MACH_TRAPS_task_self_trap);
		if (number == -1)
			return ((uint32_t)0);
		value = syscall(number);
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_task_self_trap, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((uint32_t)0);
	return ((uint32_t)value);
}

uint32_t
mach_thread_self(void)
{
	int number, value;

	MACH_TRAPS_ASSERT(thread_self_trap);
	do {
		number = mach_traps_number(MACH_TRAPS_thread_self_trap);
		if (number == -1)
			return ((uint32_t)0);
		value = syscall(number);
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_thread_self_trap, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((uint32_t)0);
	return ((uint32_t)value);
}

uint32_t
mach_host_self(void)
{
	int number, value;

	MACH_TRAPS_ASSERT(host_self_trap);
	do {
		number = mach_traps_number(MACH_TRAPS_host_self_trap);
		if (number == -1)
			return ((uint32_t)0);
		value = syscall(number);
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_host_self_trap, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((uint32_t)0);
	return ((uint32_t)value);
}

int
mach_msg_trap(void *msg, int option, uint32_t send_size, uint32_t rcv_size,
    uint32_t rcv_name, uint32_t timeout)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_msg_trap, MACH_TRAPS_WORD(msg),
	    MACH_TRAPS_WORD(option), MACH_TRAPS_WORD(send_size),
	    MACH_TRAPS_WORD(rcv_size), MACH_TRAPS_WORD(rcv_name),
	    MACH_TRAPS_WORD(timeout));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_msg_trap);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(msg),
		    MACH_TRAPS_WORD(option), MACH_TRAPS_WORD(send_size),
		    MACH_TRAPS_WORD(rcv_size), MACH_TRAPS_WORD(rcv_name),
		    MACH_TRAPS_WORD(timeout));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_msg_trap, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_port_allocate(uint32_t target, uint32_t right, uint32_t *name)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_port_allocate, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(right), MACH_TRAPS_WORD(name));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_port_allocate);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(right), MACH_TRAPS_WORD(name));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_port_allocate, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_port_deallocate(uint32_t target, uint32_t name)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_port_deallocate, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(name));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_port_deallocate);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(name));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_port_deallocate, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_port_insert_right(uint32_t target, uint32_t name, uint32_t poly,
    uint32_t poly_poly)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_port_insert_right, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(name), MACH_TRAPS_WORD(poly),
	    MACH_TRAPS_WORD(poly_poly));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_port_insert_right);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(name), MACH_TRAPS_WORD(poly),
		    MACH_TRAPS_WORD(poly_poly));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_port_insert_right, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_port_request_notification(uint32_t name, int32_t msgid, uint32_t sync,
    uint32_t notify, uint32_t notify_poly, uint32_t *previous)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_port_request_notification, MACH_TRAPS_WORD(name),
	    MACH_TRAPS_WORD(msgid), MACH_TRAPS_WORD(sync),
	    MACH_TRAPS_WORD(notify), MACH_TRAPS_WORD(notify_poly),
	    MACH_TRAPS_WORD(previous));
	do {
		number = mach_traps_number(
		    MACH_TRAPS_mach_port_request_notification);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(name),
		    MACH_TRAPS_WORD(msgid), MACH_TRAPS_WORD(sync),
		    MACH_TRAPS_WORD(notify), MACH_TRAPS_WORD(notify_poly),
		    MACH_TRAPS_WORD(previous));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_port_request_notification,
	    number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
task_get_special_port(uint32_t target, int which, uint32_t *port)
{
	int number, value;

	MACH_TRAPS_ASSERT(task_get_special_port, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	do {
		number = mach_traps_number(MACH_TRAPS_task_get_special_port);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_task_get_special_port, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
task_set_special_port(uint32_t target, int which, uint32_t port)
{
	int number, value;

	MACH_TRAPS_ASSERT(task_set_special_port, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	do {
		number = mach_traps_number(MACH_TRAPS_task_set_special_port);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_task_set_special_port, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
host_set_special_port(uint32_t host, int which, uint32_t port)
{
	int number, value;

	MACH_TRAPS_ASSERT(host_set_special_port, MACH_TRAPS_WORD(host),
	    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	do {
		number = mach_traps_number(MACH_TRAPS_host_set_special_port);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(host),
		    MACH_TRAPS_WORD(which), MACH_TRAPS_WORD(port));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_host_set_special_port, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_port_move_member(uint32_t target, uint32_t member, uint32_t after)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_port_move_member, MACH_TRAPS_WORD(target),
	    MACH_TRAPS_WORD(member), MACH_TRAPS_WORD(after));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_port_move_member);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_WORD(target),
		    MACH_TRAPS_WORD(member), MACH_TRAPS_WORD(after));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_port_move_member, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}

int
mach_wait_quiet(uint64_t timeout)
{
	int number, value;

	MACH_TRAPS_ASSERT(mach_wait_quiet, MACH_TRAPS_QUAD(timeout));
	do {
		number = mach_traps_number(MACH_TRAPS_mach_wait_quiet);
		if (number == -1)
			return ((int)0x10000003);
		value = syscall(number, MACH_TRAPS_QUAD(timeout));
	} while (value == -1 &&
	    mach_traps_moved(MACH_TRAPS_mach_wait_quiet, number));
	if (value == -1 && (errno == ENOSYS || errno == ECAPMODE))
		return ((int)0x10000003);
	return ((int)value);
}
