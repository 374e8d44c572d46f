/* What a test says about the calls of its module. */
#ifndef DRIVER_H
#define	DRIVER_H

struct driver_call {
	const char	*name;
	/* The name of the sysctl with its number. */
	const char	*node;
	/* Makes the call by the user side; NULL when it has none. */
	long		(*make)(void);
	/* What it answers, and what it answers where it is absent. */
	long		 answer;
	long		 absent;
	/* What it answers to a 32-bit program. */
	long		 narrow;
	/* The words of a 32-bit program; NULL when it cannot make the call. */
	const unsigned int *words;
};

extern const struct driver_call driver_calls[];
extern const int driver_count;

void	driver_forget(void);

#endif
