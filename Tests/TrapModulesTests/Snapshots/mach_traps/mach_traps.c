/*
 * Mach traps: the kernel side. Made from mach_traps.yml by sysent; change that
 * file and make this one anew.
 */

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/kernel.h>
#include <sys/module.h>
#include <sys/proc.h>
#include <sys/sysctl.h>
#include <sys/sysent.h>

#include <bsm/audit_kevents.h>

/* 32-bit programs have a table of their own. */
#if defined(COMPAT_FREEBSD32) && defined(__amd64__)
#include <sys/syscall.h>

#include <compat/freebsd32/freebsd32_syscall.h>
#include <compat/freebsd32/freebsd32_util.h>

#define	MACH_TRAPS_FREEBSD32
/* A search for a slot goes to the end of the native table in either. */
_Static_assert(SYS_MAXSYSCALL == FREEBSD32_SYS_MAXSYSCALL,
    "the 32-bit table was not generated anew with the native one");
#endif

#include "mach_traps.h"

/* What the kernel keeps of the arguments of a call. */
#define	MACH_TRAPS_KEPT							\
	(sizeof(((struct syscall_args *)NULL)->args) / sizeof(register_t))

/* A structure of arguments has the words that the user side passes. */
#define	MACH_TRAPS_ASSERT(call, structure)				\
_Static_assert(sizeof(struct structure) ==				\
    MACH_TRAPS_WORDS(call) * sizeof(register_t),			\
    #call ": the structure does not have the words of the call");	\
_Static_assert(MACH_TRAPS_WORDS(call) <= MACH_TRAPS_KEPT,		\
    #call ": too many words for a system call")

/* What is put together for a 32-bit program is what it passes. */
#define	MACH_TRAPS_ASSERT32(call, words)				\
_Static_assert(MACH_TRAPS_WORDS32_##call == words &&			\
    MACH_TRAPS_WORDS32_##call <= MACH_TRAPS_KEPT,			\
    #call ": not the words of the call in a 32-bit program")

_Static_assert(MACH_TRAPS_WORDS(mach_reply_port) == 0,
    "mach_reply_port: the structure does not have the words of the call");
_Static_assert(MACH_TRAPS_WORDS(task_self_trap) == 0,
    "task_self_trap: the structure does not have the words of the call");
_Static_assert(MACH_TRAPS_WORDS(thread_self_trap) == 0,
    "thread_self_trap: the structure does not have the words of the call");
_Static_assert(MACH_TRAPS_WORDS(host_self_trap) == 0,
    "host_self_trap: the structure does not have the words of the call");
MACH_TRAPS_ASSERT(mach_msg_trap, mach_msg_trap_args);
MACH_TRAPS_ASSERT(mach_port_allocate, _kernelrpc_mach_port_allocate_trap_args);
MACH_TRAPS_ASSERT(mach_port_deallocate,
    _kernelrpc_mach_port_deallocate_trap_args);
MACH_TRAPS_ASSERT(mach_port_insert_right,
    _kernelrpc_mach_port_insert_right_trap_args);
MACH_TRAPS_ASSERT(mach_port_request_notification,
    _kernelrpc_mach_port_request_notification_trap_args);
MACH_TRAPS_ASSERT(task_get_special_port, task_get_special_port_trap_args);
MACH_TRAPS_ASSERT(task_set_special_port, task_set_special_port_trap_args);
MACH_TRAPS_ASSERT(host_set_special_port, host_set_special_port_trap_args);
MACH_TRAPS_ASSERT(mach_port_move_member,
    _kernelrpc_mach_port_move_member_trap_args);
MACH_TRAPS_ASSERT(mach_wait_quiet, mach_wait_quiet_args);

/* A new port to receive replies at.  Owner: sys/compat/mach. */
static int
mach_traps_call_mach_reply_port(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 0;
		return (0);
	}
	return (sys_mach_reply_port(td, uap));
}

/* The port of the caller's task.  Owner: sys/compat/mach. */
static int
mach_traps_call_task_self_trap(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 0;
		return (0);
	}
	return (sys_task_self_trap(td, uap));
}

/* The port of the calling thread.  Owner: sys/compat/mach. */
static int
mach_traps_call_thread_self_trap(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td) || !mach_traps_thread_ready(td)) {
		td->td_retval[0] = 0;
		return (0);
	}
	return (sys_thread_self_trap(td, uap));
}

/* The port of the host.  Owner: sys/compat/mach. */
static int
mach_traps_call_host_self_trap(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td) || !mach_traps_thread_ready(td)) {
		td->td_retval[0] = 0;
		return (0);
	}
	return (sys_host_self_trap(td, uap));
}

/*
 * Sends and receives a message; there is no port for notifications. Owner:
 * sys/compat/mach.
 */
static int
mach_traps_call_mach_msg_trap(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td) || !mach_traps_thread_ready(td)) {
		td->td_retval[0] = 0x1000000d;
		return (0);
	}
	return (sys_mach_msg_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_msg_trap(struct thread *td, void *uap)
{
	struct mach_msg_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_msg_trap, 6);

	bzero(&args, sizeof(args));
	args.msg = (void *)(uintptr_t)(uint32_t)words[0];
	args.option = (int)words[1];
	args.send_size = (uint32_t)words[2];
	args.rcv_size = (uint32_t)words[3];
	args.rcv_name = (uint32_t)words[4];
	args.timeout = (uint32_t)words[5];
	if (!mach_traps_task_ready(td) || !mach_traps_thread_ready(td)) {
		td->td_retval[0] = 0x1000000d;
		return (0);
	}
	return (sys_mach_msg_trap(td, &args));
}
#endif

/*
 * Makes a right of a kind. Owner: sys/compat/mach. MIG offers the same without
 * a slot: mach_port_allocate.
 */
static int
mach_traps_call_mach_port_allocate(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_allocate_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_port_allocate(struct thread *td, void *uap)
{
	struct _kernelrpc_mach_port_allocate_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_port_allocate, 3);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.right = (uint32_t)words[1];
	args.name = (uint32_t *)(uintptr_t)(uint32_t)words[2];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_allocate_trap(td, &args));
}
#endif

/*
 * Gives up a right. Owner: sys/compat/mach. MIG offers the same without a slot:
 * mach_port_deallocate.
 */
static int
mach_traps_call_mach_port_deallocate(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_deallocate_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_port_deallocate(struct thread *td, void *uap)
{
	struct _kernelrpc_mach_port_deallocate_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_port_deallocate, 2);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.name = (uint32_t)words[1];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_deallocate_trap(td, &args));
}
#endif

/*
 * Puts a right into a task. Owner: sys/compat/mach. MIG offers the same without
 * a slot: mach_port_insert_right.
 */
static int
mach_traps_call_mach_port_insert_right(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_insert_right_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_port_insert_right(struct thread *td, void *uap)
{
	struct _kernelrpc_mach_port_insert_right_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_port_insert_right, 4);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.name = (uint32_t)words[1];
	args.poly = (uint32_t)words[2];
	args.poly_poly = (uint32_t)words[3];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_insert_right_trap(td, &args));
}
#endif

/*
 * Asks to be told of a port's end; the task is the caller's. Owner:
 * sys/compat/mach. MIG offers the same without a slot:
 * mach_port_request_notification.
 */
static int
mach_traps_call_mach_port_request_notification(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_request_notification_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_port_request_notification(struct thread *td, void *uap)
{
	struct _kernelrpc_mach_port_request_notification_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_port_request_notification, 6);

	bzero(&args, sizeof(args));
	args.name = (uint32_t)words[0];
	args.msgid = (int32_t)words[1];
	args.sync = (uint32_t)words[2];
	args.notify = (uint32_t)words[3];
	args.notify_poly = (uint32_t)words[4];
	args.previous = (uint32_t *)(uintptr_t)(uint32_t)words[5];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 6;
		return (0);
	}
	return (sys__kernelrpc_mach_port_request_notification_trap(td, &args));
}
#endif

/* Reads one of a task's own ports.  Owner: sys/compat/mach. */
static int
mach_traps_call_task_get_special_port(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_task_get_special_port_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_task_get_special_port(struct thread *td, void *uap)
{
	struct task_get_special_port_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(task_get_special_port, 3);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.which = (int)words[1];
	args.port = (uint32_t *)(uintptr_t)(uint32_t)words[2];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_task_get_special_port_trap(td, &args));
}
#endif

/* Sets one of a task's own ports.  Owner: sys/compat/mach. */
static int
mach_traps_call_task_set_special_port(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_task_set_special_port_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_task_set_special_port(struct thread *td, void *uap)
{
	struct task_set_special_port_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(task_set_special_port, 3);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.which = (int)words[1];
	args.port = (uint32_t)words[2];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_task_set_special_port_trap(td, &args));
}
#endif

/* Sets one of the host's ports.  Owner: sys/compat/mach. */
static int
mach_traps_call_host_set_special_port(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_host_set_special_port_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_host_set_special_port(struct thread *td, void *uap)
{
	struct host_set_special_port_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(host_set_special_port, 3);

	bzero(&args, sizeof(args));
	args.host = (uint32_t)words[0];
	args.which = (int)words[1];
	args.port = (uint32_t)words[2];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys_host_set_special_port_trap(td, &args));
}
#endif

/*
 * Moves a right into a port set. Owner: sys/compat/mach. MIG offers the same
 * without a slot: mach_port_move_member.
 */
static int
mach_traps_call_mach_port_move_member(struct thread *td, void *uap)
{

	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys__kernelrpc_mach_port_move_member_trap(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_port_move_member(struct thread *td, void *uap)
{
	struct _kernelrpc_mach_port_move_member_trap_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_port_move_member, 3);

	bzero(&args, sizeof(args));
	args.target = (uint32_t)words[0];
	args.member = (uint32_t)words[1];
	args.after = (uint32_t)words[2];
	if (!mach_traps_task_ready(td)) {
		td->td_retval[0] = 4;
		return (0);
	}
	return (sys__kernelrpc_mach_port_move_member_trap(td, &args));
}
#endif

/*
 * Waits until no device is being attached; 0 for ever, else nanoseconds. Owner:
 * sys/compat/mach.
 */
static int
mach_traps_call_mach_wait_quiet(struct thread *td, void *uap)
{

	return (sys_mach_wait_quiet(td, uap));
}

#ifdef MACH_TRAPS_FREEBSD32
static int
mach_traps_call32_mach_wait_quiet(struct thread *td, void *uap)
{
	struct mach_wait_quiet_args args;
	const register_t *words = uap;

	MACH_TRAPS_ASSERT32(mach_wait_quiet, 2);

	bzero(&args, sizeof(args));
	args.timeout = (uint64_t)((uint64_t)(uint32_t)words[0] |
	    (uint64_t)(uint32_t)words[1] << 32);
	return (sys_mach_wait_quiet(td, &args));
}
#endif

struct mach_traps_slot {
	struct sysent	new;
	struct sysent	old;
	int		number;
};

struct mach_traps_entry {
	const char		*name;
	struct mach_traps_slot	 native;
#ifdef MACH_TRAPS_FREEBSD32
	struct mach_traps_slot	 narrow;
#endif
};

#define	MACH_TRAPS_SLOT(call, words, event, flags) {			\
	.new = {							\
		.sy_call = (call),					\
		.sy_narg = (words),					\
		.sy_auevent = (event),					\
		.sy_flags = (flags),					\
	},								\
	.number = NO_SYSCALL,						\
}

static struct mach_traps_entry mach_traps_table[MACH_TRAPS_COUNT] = {
	[MACH_TRAPS_mach_reply_port] = {
		.name = "mach_reply_port",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_reply_port,
		    MACH_TRAPS_WORDS(mach_reply_port), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call_mach_reply_port,
		    MACH_TRAPS_WORDS32_mach_reply_port, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_task_self_trap] = {
		.name = "task_self_trap",
		.native = MACH_TRAPS_SLOT(mach_traps_call_task_self_trap,
		    MACH_TRAPS_WORDS(task_self_trap), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call_task_self_trap,
		    MACH_TRAPS_WORDS32_task_self_trap, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_thread_self_trap] = {
		.name = "thread_self_trap",
		.native = MACH_TRAPS_SLOT(mach_traps_call_thread_self_trap,
		    MACH_TRAPS_WORDS(thread_self_trap), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call_thread_self_trap,
		    MACH_TRAPS_WORDS32_thread_self_trap, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_host_self_trap] = {
		.name = "host_self_trap",
		.native = MACH_TRAPS_SLOT(mach_traps_call_host_self_trap,
		    MACH_TRAPS_WORDS(host_self_trap), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call_host_self_trap,
		    MACH_TRAPS_WORDS32_host_self_trap, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_msg_trap] = {
		.name = "mach_msg_trap",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_msg_trap,
		    MACH_TRAPS_WORDS(mach_msg_trap), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call32_mach_msg_trap,
		    MACH_TRAPS_WORDS32_mach_msg_trap, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_port_allocate] = {
		.name = "mach_port_allocate",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_port_allocate,
		    MACH_TRAPS_WORDS(mach_port_allocate), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call32_mach_port_allocate,
		    MACH_TRAPS_WORDS32_mach_port_allocate, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_port_deallocate] = {
		.name = "mach_port_deallocate",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_port_deallocate,
		    MACH_TRAPS_WORDS(mach_port_deallocate), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_mach_port_deallocate,
		    MACH_TRAPS_WORDS32_mach_port_deallocate, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_port_insert_right] = {
		.name = "mach_port_insert_right",
		.native = MACH_TRAPS_SLOT(
		    mach_traps_call_mach_port_insert_right,
		    MACH_TRAPS_WORDS(mach_port_insert_right), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_mach_port_insert_right,
		    MACH_TRAPS_WORDS32_mach_port_insert_right, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_port_request_notification] = {
		.name = "mach_port_request_notification",
		.native = MACH_TRAPS_SLOT(
		    mach_traps_call_mach_port_request_notification,
		    MACH_TRAPS_WORDS(mach_port_request_notification), AUE_NULL,
		    0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_mach_port_request_notification,
		    MACH_TRAPS_WORDS32_mach_port_request_notification, AUE_NULL,
		    0),
#endif
	},
	[MACH_TRAPS_task_get_special_port] = {
		.name = "task_get_special_port",
		.native = MACH_TRAPS_SLOT(mach_traps_call_task_get_special_port,
		    MACH_TRAPS_WORDS(task_get_special_port), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_task_get_special_port,
		    MACH_TRAPS_WORDS32_task_get_special_port, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_task_set_special_port] = {
		.name = "task_set_special_port",
		.native = MACH_TRAPS_SLOT(mach_traps_call_task_set_special_port,
		    MACH_TRAPS_WORDS(task_set_special_port), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_task_set_special_port,
		    MACH_TRAPS_WORDS32_task_set_special_port, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_host_set_special_port] = {
		.name = "host_set_special_port",
		.native = MACH_TRAPS_SLOT(mach_traps_call_host_set_special_port,
		    MACH_TRAPS_WORDS(host_set_special_port), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_host_set_special_port,
		    MACH_TRAPS_WORDS32_host_set_special_port, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_port_move_member] = {
		.name = "mach_port_move_member",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_port_move_member,
		    MACH_TRAPS_WORDS(mach_port_move_member), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(
		    mach_traps_call32_mach_port_move_member,
		    MACH_TRAPS_WORDS32_mach_port_move_member, AUE_NULL, 0),
#endif
	},
	[MACH_TRAPS_mach_wait_quiet] = {
		.name = "mach_wait_quiet",
		.native = MACH_TRAPS_SLOT(mach_traps_call_mach_wait_quiet,
		    MACH_TRAPS_WORDS(mach_wait_quiet), AUE_NULL, 0),
#ifdef MACH_TRAPS_FREEBSD32
		.narrow = MACH_TRAPS_SLOT(mach_traps_call32_mach_wait_quiet,
		    MACH_TRAPS_WORDS32_mach_wait_quiet, AUE_NULL, 0),
#endif
	},
};

static int
mach_traps_claim(struct sysent *table, struct mach_traps_slot *slot,
    const char *name)
{
	int error, number;

	if (slot->new.sy_call == NULL)
		return (0);
	/*
	 * The number is published when the call is there.  Not static even in
	 * a kernel, so that it can be taken back.
	 */
	number = NO_SYSCALL;
	error = kern_syscall_register(table, &number, &slot->new, &slot->old,
	    0);
	if (error != 0) {
		printf("mach_traps: no slot for %s: error %d\n", name, error);
		return (error);
	}
	slot->number = number;
	if (bootverbose)
		printf("mach_traps: %s is system call %d\n", name, number);
	return (0);
}

static int
mach_traps_unclaim(struct sysent *table, struct mach_traps_slot *slot)
{
	int error, number;

	number = slot->number;
	if (number == NO_SYSCALL)
		return (0);
	/* Nobody shall find a call that is about to go. */
	slot->number = NO_SYSCALL;
	error = kern_syscall_deregister(table, number, &slot->old);
	if (error != 0)
		slot->number = number;
	return (error);
}

/* Takes back what is registered, the last call first, and waits for each. */
static int
mach_traps_deregister(void)
{
	struct mach_traps_entry *entry;
	int error;

	for (entry = mach_traps_table + MACH_TRAPS_COUNT;
	    entry-- != mach_traps_table;) {
#ifdef MACH_TRAPS_FREEBSD32
		error = mach_traps_unclaim(freebsd32_sysent, &entry->narrow);
		if (error != 0)
			return (error);
#endif
		error = mach_traps_unclaim(sysent, &entry->native);
		if (error != 0)
			return (error);
	}
	return (0);
}

/* Registers what gets a slot; the number of a call that gets none stays -1. */
static int
mach_traps_register(void)
{
	struct mach_traps_entry *entry;

	for (entry = mach_traps_table;
	    entry != mach_traps_table + MACH_TRAPS_COUNT; entry++) {
		(void)mach_traps_claim(sysent, &entry->native, entry->name);
#ifdef MACH_TRAPS_FREEBSD32
		(void)mach_traps_claim(freebsd32_sysent, &entry->narrow,
		    entry->name);
#endif
	}
	return (0);
}

/* Gives a program the number that the call has in the program's own table. */
static int
mach_traps_sysctl(SYSCTL_HANDLER_ARGS)
{
	const struct mach_traps_entry *entry = arg1;
	int number;

	number = entry->native.number;
#ifdef __LP64__
	if (SV_CURPROC_FLAG(SV_ILP32))
#ifdef MACH_TRAPS_FREEBSD32
		number = entry->narrow.number;
#else
		number = NO_SYSCALL;
#endif
#endif
	return (sysctl_handle_int(oidp, &number, arg2, req));
}

static SYSCTL_ROOT_NODE(OID_AUTO, mach, CTLFLAG_RD | CTLFLAG_MPSAFE, NULL,
    "Mach traps");
static SYSCTL_NODE(_mach, OID_AUTO, syscall, CTLFLAG_RD | CTLFLAG_MPSAFE, NULL,
    "Numbers of system calls: Mach traps");

#define	MACH_TRAPS_SYSCTL(call, access, descr)				\
	SYSCTL_PROC(_mach_syscall, OID_AUTO, call,			\
	    CTLTYPE_INT | CTLFLAG_RD | CTLFLAG_MPSAFE | (access),	\
	    &mach_traps_table[MACH_TRAPS_##call], 0,			\
	    mach_traps_sysctl, "I", descr)

MACH_TRAPS_SYSCTL(mach_reply_port, 0,
    "System call number of mach_reply_port, -1 for none");
MACH_TRAPS_SYSCTL(task_self_trap, 0,
    "System call number of task_self_trap, -1 for none");
MACH_TRAPS_SYSCTL(thread_self_trap, 0,
    "System call number of thread_self_trap, -1 for none");
MACH_TRAPS_SYSCTL(host_self_trap, 0,
    "System call number of host_self_trap, -1 for none");
MACH_TRAPS_SYSCTL(mach_msg_trap, 0,
    "System call number of mach_msg_trap, -1 for none");
MACH_TRAPS_SYSCTL(mach_port_allocate, 0,
    "System call number of mach_port_allocate, -1 for none");
MACH_TRAPS_SYSCTL(mach_port_deallocate, 0,
    "System call number of mach_port_deallocate, -1 for none");
MACH_TRAPS_SYSCTL(mach_port_insert_right, 0,
    "System call number of mach_port_insert_right, -1 for none");
MACH_TRAPS_SYSCTL(mach_port_request_notification, 0,
    "System call number of mach_port_request_notification, -1 for none");
MACH_TRAPS_SYSCTL(task_get_special_port, 0,
    "System call number of task_get_special_port, -1 for none");
MACH_TRAPS_SYSCTL(task_set_special_port, 0,
    "System call number of task_set_special_port, -1 for none");
MACH_TRAPS_SYSCTL(host_set_special_port, 0,
    "System call number of host_set_special_port, -1 for none");
MACH_TRAPS_SYSCTL(mach_port_move_member, 0,
    "System call number of mach_port_move_member, -1 for none");
MACH_TRAPS_SYSCTL(mach_wait_quiet, 0,
    "System call number of mach_wait_quiet, -1 for none");

static int
mach_traps_modevent(module_t mod __unused, int what, void *arg __unused)
{

	switch (what) {
	case MOD_LOAD:
		return (mach_traps_register());
	case MOD_UNLOAD:
		return (mach_traps_deregister());
	default:
		return (EOPNOTSUPP);
	}
}

static moduledata_t mach_traps_mod = {
	"mach_traps",
	mach_traps_modevent,
	NULL
};

DECLARE_MODULE(mach_traps, mach_traps_mod, SI_SUB_SYSCALLS, SI_ORDER_ANY);
MODULE_VERSION(mach_traps, 1);
