#ifndef TESTS_PROC_H
#define	TESTS_PROC_H

struct proc;

struct thread {
	struct proc	*td_proc;
	register_t	 td_retval[2];
};

struct syscall_args {
	u_int		 code;
	register_t	 args[8];
};

/* Whether the thread that is in the kernel is one of a 32-bit program. */
int	stand_in_is_narrow(void);

#endif
