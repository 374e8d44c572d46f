/*
 * Lamps, their "wicks" and * / oil: the kernel side. Made from complete.yml by
 * sysent; change that file and make this one anew.
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

#define	LAMP_FREEBSD32
/* A search for a slot goes to the end of the native table in either. */
_Static_assert(SYS_MAXSYSCALL == FREEBSD32_SYS_MAXSYSCALL,
    "the 32-bit table was not generated anew with the native one");
#endif

#include "lamp.h"

/* What the kernel keeps of the arguments of a call. */
#define	LAMP_KEPT							\
	(sizeof(((struct syscall_args *)NULL)->args) / sizeof(register_t))

/* A structure of arguments has the words that the user side passes. */
#define	LAMP_ASSERT(call, structure)					\
_Static_assert(sizeof(struct structure) ==				\
    LAMP_WORDS(call) * sizeof(register_t),				\
    #call ": the structure does not have the words of the call");	\
_Static_assert(LAMP_WORDS(call) <= LAMP_KEPT,				\
    #call ": too many words for a system call")

/* What is put together for a 32-bit program is what it passes. */
#define	LAMP_ASSERT32(call, words)					\
_Static_assert(LAMP_WORDS32_##call == words &&				\
    LAMP_WORDS32_##call <= LAMP_KEPT,					\
    #call ": not the words of the call in a 32-bit program")

/* A 32-bit program finds a result of 64 bits in two registers. */
#define	LAMP_SPLIT(td) do {						\
	(td)->td_retval[1] =						\
	    (uint32_t)((uint64_t)(td)->td_retval[0] >> 32);		\
	(td)->td_retval[0] = (uint32_t)(td)->td_retval[0];		\
} while (0)

_Static_assert(LAMP_WORDS(light) == 0,
    "light: the structure does not have the words of the call");
LAMP_ASSERT(dim, dim_args);
LAMP_ASSERT(flux, flux_args);
LAMP_ASSERT(eight, eight_args);
LAMP_ASSERT(seven, seven_args);
LAMP_ASSERT(quads, quads_args);
LAMP_ASSERT(wick, wick_arguments);
LAMP_ASSERT(oil, oil_args);
LAMP_ASSERT(shine, wick_arguments);
LAMP_ASSERT(hidden, hidden_args);
LAMP_ASSERT(audited, audited_args);
_Static_assert(LAMP_WORDS(nothing) == 0,
    "nothing: the structure does not have the words of the call");

/* Owner: lamps@example.org. */
static int
lamp_call_light(struct thread *td, void *uap)
{

	return (sys_light(td, uap));
}

/* Makes it darker.  Owner: lamps@example.org. */
static int
lamp_call_dim(struct thread *td, void *uap)
{

	if (!lamp_is_lit(td) || !lamp_is_filled(td))
		return (EPERM);
	return (sys_dim(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_dim(struct thread *td, void *uap)
{
	struct dim_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(dim, 2);

	bzero(&args, sizeof(args));
	args.lamp = (lamp_id_t)words[0];
	args.by = (unsigned char)words[1];
	if (!lamp_is_lit(td) || !lamp_is_filled(td))
		return (EPERM);
	return (sys_dim(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_flux(struct thread *td, void *uap)
{

	if (!lamp_is_lit(td)) {
		td->td_retval[0] = (register_t)140737488355327LL;
#ifndef __LP64__
		td->td_retval[1] =
		    (register_t)((uint64_t)140737488355327LL >> 32);
#endif
		return (0);
	}
	return (sys_flux(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_flux(struct thread *td, void *uap)
{
	struct flux_args args;
	const register_t *words = uap;
	int error;

	LAMP_ASSERT32(flux, 5);

	bzero(&args, sizeof(args));
	args.lamp = (lamp_id_t)words[0];
	args.flux = (lamp_flux_t)((uint64_t)(uint32_t)words[1] |
	    (uint64_t)(uint32_t)words[2] << 32);
	args.until = (int64_t)((uint64_t)(uint32_t)words[3] |
	    (uint64_t)(uint32_t)words[4] << 32);
	if (!lamp_is_lit(td)) {
		td->td_retval[0] = (register_t)140737488355327LL;
		LAMP_SPLIT(td);
		return (0);
	}
	error = sys_flux(td, &args);
	LAMP_SPLIT(td);
	return (error);
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_eight(struct thread *td, void *uap)
{

	return (sys_eight(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_eight(struct thread *td, void *uap)
{
	struct eight_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(eight, 8);

	bzero(&args, sizeof(args));
	args.number = (long)(int32_t)words[0];
	args.value = (u_long)(uint32_t)words[1];
	args.td = (short)words[2];
	args.uap = (size_t)(uint32_t)words[3];
	args.words = (bool)words[4];
	args.args = (const char *)(uintptr_t)(uint32_t)words[5];
	args.error = (void **)(uintptr_t)(uint32_t)words[6];
	args.a = (lamp_handle_t)(uint32_t)words[7];
	return (sys_eight(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_seven(struct thread *td, void *uap)
{

	return (sys_seven(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_seven(struct thread *td, void *uap)
{
	struct seven_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(seven, 7);

	bzero(&args, sizeof(args));
	args.a = (int)words[0];
	args.b = (int)words[1];
	args.c = (int)words[2];
	args.d = (int)words[3];
	args.e = (int)words[4];
	args.f = (int)words[5];
	args.g = (int)words[6];
	return (sys_seven(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_quads(struct thread *td, void *uap)
{

	return (sys_quads(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_quads(struct thread *td, void *uap)
{
	struct quads_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(quads, 8);

	bzero(&args, sizeof(args));
	args.a = (uint64_t)((uint64_t)(uint32_t)words[0] |
	    (uint64_t)(uint32_t)words[1] << 32);
	args.b = (off_t)((uint64_t)(uint32_t)words[2] |
	    (uint64_t)(uint32_t)words[3] << 32);
	args.c = (uint64_t)((uint64_t)(uint32_t)words[4] |
	    (uint64_t)(uint32_t)words[5] << 32);
	args.d = (int64_t)((uint64_t)(uint32_t)words[6] |
	    (uint64_t)(uint32_t)words[7] << 32);
	return (lamp_quads32(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_wick(struct thread *td, void *uap)
{

	return (lamp_wick(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_wick(struct thread *td, void *uap)
{
	struct wick_arguments args;
	const register_t *words = uap;

	LAMP_ASSERT32(wick, 1);

	bzero(&args, sizeof(args));
	args.lamp = (lamp_id_t)words[0];
	return (lamp_wick(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_oil(struct thread *td, void *uap)
{

	return (sys_oil(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_oil(struct thread *td, void *uap)
{
	struct oil_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(oil, 1);

	bzero(&args, sizeof(args));
	args.lamp = (lamp_id_t)words[0];
	return (sys_oil(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_shine(struct thread *td, void *uap)
{

	return (lamp_wick(td, uap));
}

/*
 * Owner: lamps@example.org. MIG offers the same without a slot: lamp_hidden.
 */
static int
lamp_call_hidden(struct thread *td, void *uap)
{

	return (sys_hidden(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_hidden(struct thread *td, void *uap)
{
	struct hidden_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(hidden, 1);

	bzero(&args, sizeof(args));
	args.lamp = (lamp_id_t)words[0];
	return (sys_hidden(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_audited(struct thread *td, void *uap)
{

	return (sys_audited(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_audited(struct thread *td, void *uap)
{
	struct audited_args args;
	const register_t *words = uap;

	LAMP_ASSERT32(audited, 1);

	bzero(&args, sizeof(args));
	args.handle = (lamp_handle_t)(uint32_t)words[0];
	return (sys_audited(td, &args));
}
#endif

/* Owner: lamps@example.org. */
static int
lamp_call_nothing(struct thread *td, void *uap)
{

	return (sys_nothing(td, uap));
}

#ifdef LAMP_FREEBSD32
static int
lamp_call32_nothing(struct thread *td, void *uap)
{

	return (lamp_nothing32(td, uap));
}
#endif

struct lamp_slot {
	struct sysent	new;
	struct sysent	old;
	int		number;
};

struct lamp_entry {
	const char		*name;
	struct lamp_slot	 native;
#ifdef LAMP_FREEBSD32
	struct lamp_slot	 narrow;
#endif
};

#define	LAMP_SLOT(call, words, event, flags) {				\
	.new = {							\
		.sy_call = (call),					\
		.sy_narg = (words),					\
		.sy_auevent = (event),					\
		.sy_flags = (flags),					\
	},								\
	.number = NO_SYSCALL,						\
}

static struct lamp_entry lamp_table[LAMP_COUNT] = {
	[LAMP_light] = {
		.name = "light",
		.native = LAMP_SLOT(lamp_call_light, LAMP_WORDS(light),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call_light, LAMP_WORDS32_light,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_dim] = {
		.name = "dim",
		.native = LAMP_SLOT(lamp_call_dim, LAMP_WORDS(dim), AUE_KILL,
		    0),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_dim, LAMP_WORDS32_dim, AUE_KILL,
		    0),
#endif
	},
	[LAMP_flux] = {
		.name = "flux",
		.native = LAMP_SLOT(lamp_call_flux, LAMP_WORDS(flux), AUE_KILL,
		    SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_flux, LAMP_WORDS32_flux,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_eight] = {
		.name = "eight",
		.native = LAMP_SLOT(lamp_call_eight, LAMP_WORDS(eight),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_eight, LAMP_WORDS32_eight,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_seven] = {
		.name = "seven",
		.native = LAMP_SLOT(lamp_call_seven, LAMP_WORDS(seven),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_seven, LAMP_WORDS32_seven,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_quads] = {
		.name = "quads",
		.native = LAMP_SLOT(lamp_call_quads, LAMP_WORDS(quads),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_quads, LAMP_WORDS32_quads,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_wick] = {
		.name = "wick",
		.native = LAMP_SLOT(lamp_call_wick, LAMP_WORDS(wick), AUE_KILL,
		    SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_wick, LAMP_WORDS32_wick,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_oil] = {
		.name = "oil",
		.native = LAMP_SLOT(lamp_call_oil, LAMP_WORDS(oil), AUE_KILL,
		    SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_oil, LAMP_WORDS32_oil, AUE_KILL,
		    SYF_CAPENABLED),
#endif
	},
	[LAMP_shine] = {
		.name = "shine",
		.native = LAMP_SLOT(lamp_call_shine, LAMP_WORDS(shine),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = { .number = NO_SYSCALL },
#endif
	},
	[LAMP_hidden] = {
		.name = "hidden",
		.native = LAMP_SLOT(lamp_call_hidden, LAMP_WORDS(hidden),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_hidden, LAMP_WORDS32_hidden,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
	[LAMP_audited] = {
		.name = "audited",
		.native = LAMP_SLOT(lamp_call_audited, LAMP_WORDS(audited),
		    AUE_NULL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_audited, LAMP_WORDS32_audited,
		    AUE_NULL, SYF_CAPENABLED),
#endif
	},
	[LAMP_nothing] = {
		.name = "nothing",
		.native = LAMP_SLOT(lamp_call_nothing, LAMP_WORDS(nothing),
		    AUE_KILL, SYF_CAPENABLED),
#ifdef LAMP_FREEBSD32
		.narrow = LAMP_SLOT(lamp_call32_nothing, LAMP_WORDS32_nothing,
		    AUE_KILL, SYF_CAPENABLED),
#endif
	},
};

static int
lamp_claim(struct sysent *table, struct lamp_slot *slot,
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
		printf("lamp: no slot for %s: error %d\n", name, error);
		return (error);
	}
	slot->number = number;
	if (bootverbose)
		printf("lamp: %s is system call %d\n", name, number);
	return (0);
}

static int
lamp_unclaim(struct sysent *table, struct lamp_slot *slot)
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
lamp_deregister(void)
{
	struct lamp_entry *entry;
	int error;

	for (entry = lamp_table + LAMP_COUNT;
	    entry-- != lamp_table;) {
#ifdef LAMP_FREEBSD32
		error = lamp_unclaim(freebsd32_sysent, &entry->narrow);
		if (error != 0)
			return (error);
#endif
		error = lamp_unclaim(sysent, &entry->native);
		if (error != 0)
			return (error);
	}
	return (0);
}

/*
 * Registers all calls, or none: when one gets no slot, the others are taken
 * back.
 */
static int
lamp_register(void)
{
	struct lamp_entry *entry;
	int error;

	for (entry = lamp_table;
	    entry != lamp_table + LAMP_COUNT; entry++) {
		error = lamp_claim(sysent, &entry->native, entry->name);
#ifdef LAMP_FREEBSD32
		if (error == 0)
			error = lamp_claim(freebsd32_sysent,
			    &entry->narrow, entry->name);
#endif
		if (error != 0) {
			(void)lamp_deregister();
			return (error);
		}
	}
	return (0);
}

/* Gives a program the number that the call has in the program's own table. */
static int
lamp_sysctl(SYSCTL_HANDLER_ARGS)
{
	const struct lamp_entry *entry = arg1;
	int number;

	number = entry->native.number;
#ifdef __LP64__
	if (SV_CURPROC_FLAG(SV_ILP32))
#ifdef LAMP_FREEBSD32
		number = entry->narrow.number;
#else
		number = NO_SYSCALL;
#endif
#endif
	return (sysctl_handle_int(oidp, &number, arg2, req));
}

SYSCTL_DECL(_hw_lamp);
static SYSCTL_NODE(_hw_lamp, OID_AUTO, calls, CTLFLAG_RD | CTLFLAG_MPSAFE, NULL,
    "Numbers of system calls: Lamps, their \"wicks\" and */ oil");

#define	LAMP_SYSCTL(call, access, descr)				\
	SYSCTL_PROC(_hw_lamp_calls, OID_AUTO, call,			\
	    CTLTYPE_INT | CTLFLAG_RD | CTLFLAG_MPSAFE | (access),	\
	    &lamp_table[LAMP_##call], 0,				\
	    lamp_sysctl, "I", descr)

LAMP_SYSCTL(light, CTLFLAG_CAPRD, "System call number of light, -1 for none");
LAMP_SYSCTL(dim, 0, "System call number of dim, -1 for none");
LAMP_SYSCTL(flux, CTLFLAG_CAPRD, "System call number of flux, -1 for none");
LAMP_SYSCTL(eight, CTLFLAG_CAPRD, "System call number of eight, -1 for none");
LAMP_SYSCTL(seven, CTLFLAG_CAPRD, "System call number of seven, -1 for none");
LAMP_SYSCTL(quads, CTLFLAG_CAPRD, "System call number of quads, -1 for none");
LAMP_SYSCTL(wick, CTLFLAG_CAPRD, "System call number of wick, -1 for none");
LAMP_SYSCTL(oil, CTLFLAG_CAPRD, "System call number of oil, -1 for none");
LAMP_SYSCTL(shine, CTLFLAG_CAPRD, "System call number of shine, -1 for none");
LAMP_SYSCTL(hidden, CTLFLAG_CAPRD, "System call number of hidden, -1 for none");
LAMP_SYSCTL(audited, CTLFLAG_CAPRD,
    "System call number of audited, -1 for none");
LAMP_SYSCTL(nothing, CTLFLAG_CAPRD,
    "System call number of nothing, -1 for none");

static int
lamp_modevent(module_t mod __unused, int what, void *arg __unused)
{

	switch (what) {
	case MOD_LOAD:
		return (lamp_register());
	case MOD_UNLOAD:
		return (lamp_deregister());
	default:
		return (EOPNOTSUPP);
	}
}

static moduledata_t lamp_mod = {
	"lamp",
	lamp_modevent,
	NULL
};

DECLARE_MODULE(lamp, lamp_mod, SI_SUB_SYSCALLS, SI_ORDER_ANY);
MODULE_VERSION(lamp, 3);
MODULE_DEPEND(lamp, oil, 1, 1, 1);
MODULE_DEPEND(lamp, wick, 2, 2, 2);
