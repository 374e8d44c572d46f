/*
 * A kernel that stands in for FreeBSD's where modules are tried on another
 * system: it has switch tables, a linker for the one module that is linked into
 * the program, sysctl(3) and system calls.  What it does with slots are the rules
 * of SlotModel; SlotModel's tests hold it to them.
 *
 * Plain C, for both the kernel's headers and the system's.
 */
#ifndef STAND_IN_H
#define	STAND_IN_H

enum stand_in_table { STAND_IN_NATIVE, STAND_IN_NARROW };

/*
 * Boots with tables that have a row for each character: c a call, s a free slot,
 * r a row that is claimed by number alone, n no call, m the multiplexer.
 */
void	stand_in_boot(const char *native, const char *narrow);

/* Loads and unloads the module; the error number, 0 for none. */
int	stand_in_load(void);
int	stand_in_unload(void);

/* Calls a number with as many words as its row wants; the error number. */
int	stand_in_call(enum stand_in_table table, int number, int confined,
	    long (*word)(void *), void *words, long *result);
/* Whether the last call of this thread raised SIGSYS. */
int	stand_in_signalled(void);

/* How often a number has been looked up. */
int	stand_in_lookups(void);
/* Whether processes have what handlers want to see first. */
void	stand_in_have_process(int have);
/* What the last handler in this thread made of its arguments. */
void	stand_in_note(long sum);
long	stand_in_noted(void);

/* How many slots are free. */
int	stand_in_free(enum stand_in_table table);

/* A row as text, and single registrations, for comparisons with SlotModel. */
void	stand_in_row(enum stand_in_table table, int number, char *text, int size);
int	stand_in_register(enum stand_in_table table, int *number, int flags, int id);
/* Takes a call back: 0 done, -1 waits (poll for the end), else an error. */
int	stand_in_deregister(enum stand_in_table table, int number, int id);
int	stand_in_poll(enum stand_in_table table, int number, int id);
/* Enters a call and stays inside: 0, or the error number. */
int	stand_in_enter(enum stand_in_table table, int number, int confined);
void	stand_in_leave(enum stand_in_table table, int number);

#endif
