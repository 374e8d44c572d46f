/*
 * Mach traps: what both sides must agree on. Made from mach_traps.yml by
 * sysent; change that file and make this one anew.
 */

#ifndef _MACH_TRAPS_H_
#define	_MACH_TRAPS_H_

#include <sys/cdefs.h>
#include <sys/types.h>
#ifdef _KERNEL
#include <sys/stdint.h>
#else
#include <errno.h>
#include <stdint.h>
#endif

#if !defined(__amd64__) && !defined(__aarch64__) && !defined(__i386__)
#error "mach_traps is not made for this architecture"
#endif

/* The calls, in the order in which they are registered. */
enum mach_traps_call {
	MACH_TRAPS_mach_reply_port,
	MACH_TRAPS_task_self_trap,
	MACH_TRAPS_thread_self_trap,
	MACH_TRAPS_host_self_trap,
	MACH_TRAPS_mach_msg_trap,
	MACH_TRAPS_mach_port_allocate,
	MACH_TRAPS_mach_port_deallocate,
	MACH_TRAPS_mach_port_insert_right,
	MACH_TRAPS_mach_port_request_notification,
	MACH_TRAPS_task_get_special_port,
	MACH_TRAPS_task_set_special_port,
	MACH_TRAPS_host_set_special_port,
	MACH_TRAPS_mach_port_move_member,
	MACH_TRAPS_mach_wait_quiet,
	MACH_TRAPS_COUNT
};

/*
 * How many words of arguments each call has in a program of 64 bits, and in
 * one of 32 bits, where what has 64 bits takes two.
 */
#define	MACH_TRAPS_WORDS64_mach_reply_port	0
#define	MACH_TRAPS_WORDS64_task_self_trap	0
#define	MACH_TRAPS_WORDS64_thread_self_trap	0
#define	MACH_TRAPS_WORDS64_host_self_trap	0
#define	MACH_TRAPS_WORDS64_mach_msg_trap	6
#define	MACH_TRAPS_WORDS64_mach_port_allocate	3
#define	MACH_TRAPS_WORDS64_mach_port_deallocate	2
#define	MACH_TRAPS_WORDS64_mach_port_insert_right	4
#define	MACH_TRAPS_WORDS64_mach_port_request_notification	6
#define	MACH_TRAPS_WORDS64_task_get_special_port	3
#define	MACH_TRAPS_WORDS64_task_set_special_port	3
#define	MACH_TRAPS_WORDS64_host_set_special_port	3
#define	MACH_TRAPS_WORDS64_mach_port_move_member	3
#define	MACH_TRAPS_WORDS64_mach_wait_quiet	1
#define	MACH_TRAPS_WORDS32_mach_reply_port	0
#define	MACH_TRAPS_WORDS32_task_self_trap	0
#define	MACH_TRAPS_WORDS32_thread_self_trap	0
#define	MACH_TRAPS_WORDS32_host_self_trap	0
#define	MACH_TRAPS_WORDS32_mach_msg_trap	6
#define	MACH_TRAPS_WORDS32_mach_port_allocate	3
#define	MACH_TRAPS_WORDS32_mach_port_deallocate	2
#define	MACH_TRAPS_WORDS32_mach_port_insert_right	4
#define	MACH_TRAPS_WORDS32_mach_port_request_notification	6
#define	MACH_TRAPS_WORDS32_task_get_special_port	3
#define	MACH_TRAPS_WORDS32_task_set_special_port	3
#define	MACH_TRAPS_WORDS32_host_set_special_port	3
#define	MACH_TRAPS_WORDS32_mach_port_move_member	3
#define	MACH_TRAPS_WORDS32_mach_wait_quiet	2
#ifdef __LP64__
#define	MACH_TRAPS_WORDS(call)	MACH_TRAPS_WORDS64_##call
#else
#define	MACH_TRAPS_WORDS(call)	MACH_TRAPS_WORDS32_##call
#endif

/* How the arguments and results are passed depends on their widths. */
_Static_assert(sizeof(uint32_t) <= 4,
    "uint32_t is not as wide as it was said to be");
_Static_assert(sizeof(int) <= 4, "int is not as wide as it was said to be");
_Static_assert(sizeof(int32_t) <= 4,
    "int32_t is not as wide as it was said to be");
_Static_assert(sizeof(uint64_t) == 8,
    "uint64_t is not as wide as it was said to be");

#ifdef _KERNEL
struct thread;

/*
 * An argument in its word, or words: the kernel hands a handler an array of
 * words, and the handler sees a structure.
 */
#define	MACH_TRAPS_PAD(type)						\
	(sizeof(register_t) <= sizeof(type) ? 0 :			\
	    sizeof(register_t) - sizeof(type))
#define	MACH_TRAPS_ARGUMENT(type, name)					\
	type name;							\
	char name##_pad[MACH_TRAPS_PAD(type)]

struct mach_reply_port_args {
	register_t dummy;
};

struct task_self_trap_args {
	register_t dummy;
};

struct thread_self_trap_args {
	register_t dummy;
};

struct host_self_trap_args {
	register_t dummy;
};

struct mach_msg_trap_args {
	MACH_TRAPS_ARGUMENT(void *, msg);
	MACH_TRAPS_ARGUMENT(int, option);
	MACH_TRAPS_ARGUMENT(uint32_t, send_size);
	MACH_TRAPS_ARGUMENT(uint32_t, rcv_size);
	MACH_TRAPS_ARGUMENT(uint32_t, rcv_name);
	MACH_TRAPS_ARGUMENT(uint32_t, timeout);
};

struct _kernelrpc_mach_port_allocate_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(uint32_t, right);
	MACH_TRAPS_ARGUMENT(uint32_t *, name);
};

struct _kernelrpc_mach_port_deallocate_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(uint32_t, name);
};

struct _kernelrpc_mach_port_insert_right_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(uint32_t, name);
	MACH_TRAPS_ARGUMENT(uint32_t, poly);
	MACH_TRAPS_ARGUMENT(uint32_t, poly_poly);
};

struct _kernelrpc_mach_port_request_notification_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, name);
	MACH_TRAPS_ARGUMENT(int32_t, msgid);
	MACH_TRAPS_ARGUMENT(uint32_t, sync);
	MACH_TRAPS_ARGUMENT(uint32_t, notify);
	MACH_TRAPS_ARGUMENT(uint32_t, notify_poly);
	MACH_TRAPS_ARGUMENT(uint32_t *, previous);
};

struct task_get_special_port_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(int, which);
	MACH_TRAPS_ARGUMENT(uint32_t *, port);
};

struct task_set_special_port_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(int, which);
	MACH_TRAPS_ARGUMENT(uint32_t, port);
};

struct host_set_special_port_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, host);
	MACH_TRAPS_ARGUMENT(int, which);
	MACH_TRAPS_ARGUMENT(uint32_t, port);
};

struct _kernelrpc_mach_port_move_member_trap_args {
	MACH_TRAPS_ARGUMENT(uint32_t, target);
	MACH_TRAPS_ARGUMENT(uint32_t, member);
	MACH_TRAPS_ARGUMENT(uint32_t, after);
};

struct mach_wait_quiet_args {
	MACH_TRAPS_ARGUMENT(uint64_t, timeout);
};

int	mach_traps_task_ready(struct thread *td);
int	mach_traps_thread_ready(struct thread *td);
int	sys_mach_reply_port(struct thread *td,
    struct mach_reply_port_args *uap);
int	sys_task_self_trap(struct thread *td, struct task_self_trap_args *uap);
int	sys_thread_self_trap(struct thread *td,
    struct thread_self_trap_args *uap);
int	sys_host_self_trap(struct thread *td, struct host_self_trap_args *uap);
int	sys_mach_msg_trap(struct thread *td, struct mach_msg_trap_args *uap);
int	sys__kernelrpc_mach_port_allocate_trap(struct thread *td,
    struct _kernelrpc_mach_port_allocate_trap_args *uap);
int	sys__kernelrpc_mach_port_deallocate_trap(struct thread *td,
    struct _kernelrpc_mach_port_deallocate_trap_args *uap);
int	sys__kernelrpc_mach_port_insert_right_trap(struct thread *td,
    struct _kernelrpc_mach_port_insert_right_trap_args *uap);
int	sys__kernelrpc_mach_port_request_notification_trap(struct thread *td,
    struct _kernelrpc_mach_port_request_notification_trap_args *uap);
int	sys_task_get_special_port_trap(struct thread *td,
    struct task_get_special_port_trap_args *uap);
int	sys_task_set_special_port_trap(struct thread *td,
    struct task_set_special_port_trap_args *uap);
int	sys_host_set_special_port_trap(struct thread *td,
    struct host_set_special_port_trap_args *uap);
int	sys__kernelrpc_mach_port_move_member_trap(struct thread *td,
    struct _kernelrpc_mach_port_move_member_trap_args *uap);
int	sys_mach_wait_quiet(struct thread *td,
    struct mach_wait_quiet_args *uap);
#else /* !_KERNEL */
/*
 * What errno says when a call cannot be made: no module of this name is loaded,
 * or it is, and the kernel had no slot left for the call.  ENOSYS where the
 * module went and came again around the call, or the handler says so; ECAPMODE
 * where capability mode forbids the call.
 */
#define	MACH_TRAPS_NOMODULE	EPROGUNAVAIL
#define	MACH_TRAPS_NOSLOT	EPROCUNAVAIL

__BEGIN_DECLS
/* The number that a call has now; -1, and errno, when it has none. */
int	mach_traps_number(enum mach_traps_call call);
/*
 * Forget all numbers: to be called when the module may have been loaded anew.
 */
void	mach_traps_forget(void);

uint32_t	mach_reply_port(void);
uint32_t	mach_task_self(void);
uint32_t	mach_thread_self(void);
uint32_t	mach_host_self(void);
int	mach_msg_trap(void *msg, int option, uint32_t send_size,
    uint32_t rcv_size, uint32_t rcv_name, uint32_t timeout);
int	mach_port_allocate(uint32_t target, uint32_t right, uint32_t *name);
int	mach_port_deallocate(uint32_t target, uint32_t name);
int	mach_port_insert_right(uint32_t target, uint32_t name, uint32_t poly,
    uint32_t poly_poly);
int	mach_port_request_notification(uint32_t name, int32_t msgid,
    uint32_t sync, uint32_t notify, uint32_t notify_poly, uint32_t *previous);
int	task_get_special_port(uint32_t target, int which, uint32_t *port);
int	task_set_special_port(uint32_t target, int which, uint32_t port);
int	host_set_special_port(uint32_t host, int which, uint32_t port);
int	mach_port_move_member(uint32_t target, uint32_t member, uint32_t after);
int	mach_wait_quiet(uint64_t timeout);
__END_DECLS
#endif /* _KERNEL */

#endif /* !_MACH_TRAPS_H_ */
