/* What the user side calls: the system's own functions of these names are not used. */
#include <stdarg.h>
#include <stddef.h>

#include "stand_in.h"

int	*__error(void);
int	syscall(int number, ...);
long	__syscall(long number, ...);
int	sysctlbyname(const char *name, void *old, size_t *oldlen, const void *new,
	    size_t newlen);
int	stand_in_sysctl(const char *name, void *old, size_t *oldlen, int narrow);

struct list {
	va_list	words;
};

static long
next(void *list)
{

	return (va_arg(((struct list *)list)->words, long));
}

int *
__error(void)
{
	static __thread int error;

	return (&error);
}

static long
finish(int error, long result)
{

	if (error == 0)
		return (result);
	*__error() = error;
	return (-1);
}

int
syscall(int number, ...)
{
	struct list list;
	long result;
	int error;

	result = 0;
	va_start(list.words, number);
	error = stand_in_call(STAND_IN_NATIVE, number, 0, next, &list, &result);
	va_end(list.words);
	return ((int)finish(error, result));
}

long
__syscall(long number, ...)
{
	struct list list;
	long result;
	int error;

	result = 0;
	va_start(list.words, number);
	error = stand_in_call(STAND_IN_NATIVE, (int)number, 0, next, &list, &result);
	va_end(list.words);
	return (finish(error, result));
}

int
sysctlbyname(const char *name, void *old, size_t *oldlen, const void *new,
    size_t newlen)
{

	/* Nothing is written. */
	if (new != NULL || newlen != 0)
		return ((int)finish(1, 0));
	return ((int)finish(stand_in_sysctl(name, old, oldlen, 0), 0));
}
