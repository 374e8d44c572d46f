#include <sys/param.h>
#include <sys/systm.h>
#include <sys/kernel.h>
#include <sys/module.h>
#include <sys/proc.h>
#include <sys/sysctl.h>
#include <sys/sysent.h>

#include "stand_in.h"

#define	ROWS	2048
#define	CALLS	256

/* From the C library of the system that the tests run on. */
int	snprintf(char *text, size_t size, const char *format, ...);
int	strcmp(const char *one, const char *other);
void	*memcpy(void *to, const void *from, size_t size);
int	usleep(unsigned int microseconds);

int bootverbose;
int hz = 1000;
struct sysent sysent[ROWS];
struct sysent freebsd32_sysent[ROWS];

static int bound;
static struct proc *process;
static const moduledata_t *module;
static int loaded;
static struct sysctl_oid *oids;
static int lookups;
static __thread struct thread self;
static __thread int narrow;
static __thread int signalled;
static __thread long noted;

/* What was registered by itself, and what stood there. */
static struct sysent single[CALLS], olds[CALLS];

static int
nosys(struct thread *td __unused, void *uap __unused)
{

	signalled = 1;
	return (ENOSYS);
}

static int
lkmnosys(struct thread *td, void *uap)
{

	return (nosys(td, uap));
}

static int
lkmressys(struct thread *td, void *uap)
{

	return (nosys(td, uap));
}

static int
call(struct thread *td __unused, void *uap __unused)
{

	return (0);
}

/* What is called where there is no call. */
static struct sysent no_call = {
	.sy_call = nosys,
	.sy_flags = SYF_CAPENABLED,
	.sy_thrcnt = SY_THR_STATIC,
};

static struct sysent *
rows(enum stand_in_table table)
{

	return (table == STAND_IN_NATIVE ? sysent : freebsd32_sysent);
}

static int
fill(struct sysent *table, const char *kinds)
{
	struct sysent *row;
	int count;

	for (count = 0; kinds[count] != '\0' && count < ROWS; count++) {
		row = &table[count];
		*row = (struct sysent){ .sy_call = nosys, .sy_thrcnt = SY_THR_ABSENT };
		switch (kinds[count]) {
		case 'c':
			row->sy_call = call;
			row->sy_narg = 1;
			row->sy_thrcnt = SY_THR_STATIC;
			break;
		case 's':
			row->sy_call = lkmnosys;
			row->sy_narg = 1;
			break;
		case 'r':
			row->sy_call = lkmressys;
			break;
		case 'm':
			row->sy_thrcnt = SY_THR_STATIC;
			break;
		}
	}
	return (count);
}

void
stand_in_boot(const char *native, const char *narrow_kinds)
{

	bound = fill(sysent, native);
	(void)fill(freebsd32_sysent, narrow_kinds);
	loaded = 0;
	stand_in_have_process(1);
}

void
stand_in_have_process(int have)
{
	static int any;

	process = have ? (struct proc *)(void *)&any : NULL;
}

void
stand_in_note(long sum)
{

	noted = sum;
}

long
stand_in_noted(void)
{

	return (noted);
}

/* Registration. */

static int
lowest(const struct sysent *table)
{
	int number;

	for (number = 1; number < bound; number++)
		if (table[number].sy_call == lkmnosys)
			return (number);
	return (NO_SYSCALL);
}

int
kern_syscall_register(struct sysent *sysents, int *offset,
    struct sysent *new_sysent, struct sysent *old_sysent, int flags)
{
	struct sysent *row;
	int number;

	if (flags != 0 && flags != SY_THR_STATIC)
		return (EINVAL);
	number = *offset;
	if (number == NO_SYSCALL) {
		number = lowest(sysents);
		if (number == NO_SYSCALL)
			return (ENFILE);
	}
	if (number < 0 || number >= bound)
		return (EINVAL);
	row = &sysents[number];
	if (row->sy_call != lkmnosys && row->sy_call != lkmressys)
		return (EEXIST);
	*offset = number;
	*old_sysent = *row;
	new_sysent->sy_thrcnt = SY_THR_ABSENT;
	*row = *new_sysent;
	__atomic_store_n(&row->sy_thrcnt, (u_int32_t)flags, __ATOMIC_RELEASE);
	return (0);
}

static int
drained(struct sysent *row)
{
	u_int32_t idle;

	idle = SY_THR_DRAINING;
	return (__atomic_compare_exchange_n(&row->sy_thrcnt, &idle, SY_THR_ABSENT,
	    0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED));
}

static int
begin_drain(struct sysent *row)
{

	if ((row->sy_thrcnt & SY_THR_STATIC) != 0)
		return (EINVAL);
	(void)__atomic_fetch_or(&row->sy_thrcnt, SY_THR_DRAINING,
	    __ATOMIC_ACQ_REL);
	return (0);
}

int
kern_syscall_deregister(struct sysent *sysents, int offset,
    const struct sysent *old_sysent)
{
	struct sysent *row;
	int error;

	if (offset == 0)
		return (0);
	row = &sysents[offset];
	error = begin_drain(row);
	if (error != 0)
		return (error);
	while (!drained(row))
		(void)pause("drain", 1);
	*row = *old_sysent;
	return (0);
}

int
pause(const char *message __unused, int ticks)
{

	(void)usleep((unsigned int)ticks * (1000000 / (unsigned int)hz));
	return (0);
}

/* Calls. */

static struct sysent *
enter(enum stand_in_table table, int number, int confined, int *error)
{
	struct sysent *row;
	u_int32_t count;

	signalled = 0;
	row = number >= 0 && number < bound ? &rows(table)[number] : &no_call;
	if (confined && (row->sy_flags & SYF_CAPENABLED) == 0) {
		*error = ECAPMODE;
		return (NULL);
	}
	*error = 0;
	count = __atomic_load_n(&row->sy_thrcnt, __ATOMIC_ACQUIRE);
	if ((count & SY_THR_STATIC) != 0)
		return (row);
	do {
		if ((count & (SY_THR_DRAINING | SY_THR_ABSENT)) != 0)
			return (&no_call);
	} while (!__atomic_compare_exchange_n(&row->sy_thrcnt, &count,
	    count + SY_THR_INCR, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE));
	return (row);
}

static void
leave(struct sysent *row)
{

	if ((row->sy_thrcnt & SY_THR_STATIC) == 0)
		(void)__atomic_fetch_sub(&row->sy_thrcnt, SY_THR_INCR,
		    __ATOMIC_RELEASE);
}

int
stand_in_call(enum stand_in_table table, int number, int confined,
    long (*word)(void *), void *words, long *result)
{
	struct syscall_args sa;
	struct sysent *row;
	int error, index;

	row = enter(table, number, confined, &error);
	if (row == NULL)
		return (error);
	/* What was not passed must not be looked at. */
	for (index = 0; index < 8; index++)
		sa.args[index] = (register_t)0x5a5a5a5a5a5a5a5aLL;
	for (index = 0; index < row->sy_narg && index < 8; index++)
		sa.args[index] = word(words);
	self.td_proc = process;
	self.td_retval[0] = self.td_retval[1] = 0;
	narrow = table == STAND_IN_NARROW;
	error = row->sy_call(&self, sa.args);
	narrow = 0;
	leave(row);
	/* A 32-bit program finds its result in two registers. */
	*result = table == STAND_IN_NATIVE ? self.td_retval[0] :
	    (long)((uint64_t)(uint32_t)self.td_retval[0] |
	    (uint64_t)(uint32_t)self.td_retval[1] << 32);
	return (error);
}

int
stand_in_signalled(void)
{

	return (signalled);
}

int
stand_in_is_narrow(void)
{

	return (narrow);
}

/* The linker. */

void
stand_in_module(const moduledata_t *data)
{

	module = data;
}

int
stand_in_load(void)
{
	int error;

	if (loaded)
		return (EEXIST);
	error = module->evhand((module_t)NULL, MOD_LOAD, module->priv);
	if (error != 0) {
		(void)module->evhand((module_t)NULL, MOD_UNLOAD, module->priv);
		return (ENOEXEC);
	}
	__atomic_store_n(&loaded, 1, __ATOMIC_RELEASE);
	return (0);
}

int
stand_in_unload(void)
{
	int error;

	if (!loaded)
		return (ENOENT);
	error = module->evhand((module_t)NULL, MOD_QUIESCE, module->priv);
	if (error != 0 && error != EOPNOTSUPP && error != EINVAL)
		return (error);
	error = module->evhand((module_t)NULL, MOD_UNLOAD, module->priv);
	if (error != 0)
		return (error);
	__atomic_store_n(&loaded, 0, __ATOMIC_RELEASE);
	return (0);
}

/* sysctl(3). */

void
stand_in_sysctl_add(struct sysctl_oid *oid)
{

	oid->next = oids;
	oids = oid;
}

int
sysctl_handle_int(struct sysctl_oid *oidp __unused, void *arg1,
    intmax_t arg2 __unused, struct sysctl_req *req)
{

	if (req->oldlen < sizeof(int))
		return (ENOSYS);
	(void)memcpy(req->oldptr, arg1, sizeof(int));
	req->oldlen = sizeof(int);
	return (0);
}

static size_t
full_name(const struct sysctl_oid *oid, char *text, size_t size)
{
	size_t length;

	length = oid->parent == NULL ? 0 : full_name(oid->parent, text, size);
	return (length + (size_t)snprintf(text + length, size - length, "%s%s",
	    length == 0 ? "" : ".", oid->name));
}

int	stand_in_sysctl(const char *name, void *old, size_t *oldlen, int is_narrow);

int
stand_in_sysctl(const char *name, void *old, size_t *oldlen, int is_narrow)
{
	struct sysctl_req req = { old, *oldlen };
	struct sysctl_oid *oid;
	char text[256];
	int error;

	(void)__atomic_fetch_add(&lookups, 1, __ATOMIC_RELAXED);
	if (!__atomic_load_n(&loaded, __ATOMIC_ACQUIRE))
		return (ENOENT);
	for (oid = oids; oid != NULL; oid = oid->next) {
		if ((oid->kind & CTLTYPE) == CTLTYPE_NODE)
			continue;
		(void)full_name(oid, text, sizeof(text));
		if (strcmp(text, name) != 0)
			continue;
		narrow = is_narrow;
		error = oid->handler(oid, oid->arg1, oid->arg2, &req);
		narrow = 0;
		*oldlen = req.oldlen;
		return (error);
	}
	return (ENOENT);
}

int
stand_in_lookups(void)
{

	return (__atomic_load_n(&lookups, __ATOMIC_RELAXED));
}

/* Single registrations. */

int
stand_in_free(enum stand_in_table table)
{
	int count, number;

	count = 0;
	for (number = 0; number < bound; number++)
		count += rows(table)[number].sy_call == lkmnosys;
	return (count);
}

void
stand_in_row(enum stand_in_table table, int number, char *text, int size)
{
	const struct sysent *row;

	row = &rows(table)[number];
	(void)snprintf(text, (size_t)size, "%s 0x%x",
	    row->sy_call == nosys ? "nosys" :
	    row->sy_call == lkmnosys ? "lkmnosys" :
	    row->sy_call == lkmressys ? "lkmressys" : "call", row->sy_thrcnt);
}

int
stand_in_register(enum stand_in_table table, int *number, int flags, int id)
{

	single[id] = (struct sysent){ .sy_call = call, .sy_narg = 1,
	    .sy_flags = id % 2 == 0 ? 0 : SYF_CAPENABLED };
	return (kern_syscall_register(rows(table), number, &single[id], &olds[id],
	    flags));
}

int
stand_in_poll(enum stand_in_table table, int number, int id)
{

	if (!drained(&rows(table)[number]))
		return (-1);
	rows(table)[number] = olds[id];
	return (0);
}

int
stand_in_deregister(enum stand_in_table table, int number, int id)
{
	int error;

	if (number == 0)
		return (0);
	error = begin_drain(&rows(table)[number]);
	return (error != 0 ? error : stand_in_poll(table, number, id));
}

int
stand_in_enter(enum stand_in_table table, int number, int confined)
{
	struct sysent *row;
	int error;

	row = enter(table, number, confined, &error);
	if (row == NULL)
		return (error);
	return (row->sy_call == call ? 0 : row->sy_call(&self, NULL));
}

void
stand_in_leave(enum stand_in_table table, int number)
{

	leave(&rows(table)[number]);
}
