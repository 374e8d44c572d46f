/*
 * Handlers for the traps of mach_traps.yml that stand in for the Mach code: the
 * wiring can be built, loaded and called without it.  Each answers with a sum of
 * its arguments, the first taken once, the second twice and so on, so that a
 * caller sees whether all of them arrived where they belong.
 */

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/kernel.h>
#include <sys/proc.h>

#include "mach_traps.h"

/* What is left of a pointer in a 32-bit program. */
#define	LOW(pointer)	((uint32_t)(uintptr_t)(pointer))

static int
answer(struct thread *td, uint32_t sum)
{

	/* Neither -1 nor any other failure. */
	td->td_retval[0] = sum & 0x7fffffff;
	return (0);
}

int
mach_traps_task_ready(struct thread *td)
{

	return (td->td_proc != NULL);
}

int
mach_traps_thread_ready(struct thread *td)
{

	return (td->td_proc != NULL);
}

int
sys_mach_reply_port(struct thread *td, struct mach_reply_port_args *uap __unused)
{

	return (answer(td, 26));
}

int
sys_task_self_trap(struct thread *td, struct task_self_trap_args *uap __unused)
{

	return (answer(td, 28));
}

int
sys_thread_self_trap(struct thread *td,
    struct thread_self_trap_args *uap __unused)
{

	return (answer(td, 27));
}

int
sys_host_self_trap(struct thread *td, struct host_self_trap_args *uap __unused)
{

	return (answer(td, 29));
}

int
sys_mach_msg_trap(struct thread *td, struct mach_msg_trap_args *uap)
{

	return (answer(td, LOW(uap->msg) + 2 * (uint32_t)uap->option +
	    3 * uap->send_size + 4 * uap->rcv_size + 5 * uap->rcv_name +
	    6 * uap->timeout));
}

int
sys__kernelrpc_mach_port_allocate_trap(struct thread *td,
    struct _kernelrpc_mach_port_allocate_trap_args *uap)
{

	return (answer(td, uap->target + 2 * uap->right + 3 * LOW(uap->name)));
}

int
sys__kernelrpc_mach_port_deallocate_trap(struct thread *td,
    struct _kernelrpc_mach_port_deallocate_trap_args *uap)
{

	return (answer(td, uap->target + 2 * uap->name));
}

int
sys__kernelrpc_mach_port_insert_right_trap(struct thread *td,
    struct _kernelrpc_mach_port_insert_right_trap_args *uap)
{

	return (answer(td, uap->target + 2 * uap->name + 3 * uap->poly +
	    4 * uap->poly_poly));
}

int
sys__kernelrpc_mach_port_request_notification_trap(struct thread *td,
    struct _kernelrpc_mach_port_request_notification_trap_args *uap)
{

	return (answer(td, uap->name + 2 * (uint32_t)uap->msgid +
	    3 * uap->sync + 4 * uap->notify + 5 * uap->notify_poly +
	    6 * LOW(uap->previous)));
}

int
sys_task_get_special_port_trap(struct thread *td,
    struct task_get_special_port_trap_args *uap)
{

	return (answer(td, uap->target + 2 * (uint32_t)uap->which +
	    3 * LOW(uap->port)));
}

int
sys_task_set_special_port_trap(struct thread *td,
    struct task_set_special_port_trap_args *uap)
{

	return (answer(td, uap->target + 2 * (uint32_t)uap->which +
	    3 * uap->port));
}

int
sys_host_set_special_port_trap(struct thread *td,
    struct host_set_special_port_trap_args *uap)
{

	return (answer(td, uap->host + 2 * (uint32_t)uap->which +
	    3 * uap->port));
}

int
sys__kernelrpc_mach_port_move_member_trap(struct thread *td,
    struct _kernelrpc_mach_port_move_member_trap_args *uap)
{

	return (answer(td, uap->target + 2 * uap->member + 3 * uap->after));
}

/*
 * Nothing is ever being attached here, so that there is nothing to wait for.  A
 * timeout below a second is slept off all the same: a thread inside a trap is
 * what an unload must wait for.
 */
int
sys_mach_wait_quiet(struct thread *td, struct mach_wait_quiet_args *uap)
{

	if (uap->timeout < 1000000000)
		pause("machqt", (int)(uap->timeout * (uint64_t)hz / 1000000000) + 1);
	return (answer(td, (uint32_t)uap->timeout +
	    (uint32_t)(uap->timeout >> 32)));
}
