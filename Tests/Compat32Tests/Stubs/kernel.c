/*
 * The stand-ins.
 */
#include "kernel.h"
#include "freebsd32.h"
#include "program.h"

#undef malloc
#undef free
void	*calloc(size_t, size_t);
void	free(void *);

unsigned char program_memory[MEMORY_SIZE];
int allocations;

#ifdef WHOLE_PROCESS
/* The program is this process: all of its memory is there but the first page. */
#define	IN_KERNEL(address)	((unsigned char *)(uintptr_t)(address))

static int
is_there(const void *address, size_t length)
{

	return (length == 0 || (uintptr_t)address >= 4096);
}
#else
#define	IN_KERNEL(address)	\
	(program_memory + ((uintptr_t)(address) - MEMORY_START))

static int
is_there(const void *address, size_t length)
{
	uintptr_t start = (uintptr_t)address;

	return (length == 0 || (start >= MEMORY_START &&
	    start < MEMORY_START + MEMORY_SIZE &&
	    length <= MEMORY_START + MEMORY_SIZE - start));
}
#endif

int
copyin(const void *program, void *kernel, size_t length)
{

	if (!is_there(program, length))
		return (EFAULT);
	memcpy(kernel, IN_KERNEL(program), length);
	return (0);
}

int
copyout(const void *kernel, void *program, size_t length)
{

	if (!is_there(program, length))
		return (EFAULT);
	memcpy(IN_KERNEL(program), kernel, length);
	return (0);
}

/* Memory that is not asked to be zero holds something else. */
void *
stand_in_malloc(size_t size, int flags)
{
	void *memory = calloc(size + 1, 1);

	if ((flags & M_ZERO) == 0)
		memset(memory, 0xa5, size);
	allocations++;
	return (memory);
}

void
stand_in_free(void *memory)
{

	if (memory != NULL)
		allocations--;
	free(memory);
}

int
copyiniov(const struct iovec *vector, u_int count, struct iovec **copy,
    int error)
{

	*copy = NULL;
	if (count > UIO_MAXIOV)
		return (error);
	*copy = stand_in_malloc(count * sizeof(**copy), M_WAITOK);
	error = copyin(vector, *copy, count * sizeof(**copy));
	if (error != 0) {
		stand_in_free(*copy);
		*copy = NULL;
	}
	return (error);
}

int
freebsd32_copyiniov(struct iovec32 *vector, u_int count, struct iovec **copy,
    int error)
{
	struct iovec32 element;
	struct iovec *all;
	u_int i;

	*copy = NULL;
	if (count > UIO_MAXIOV)
		return (error);
	all = stand_in_malloc(count * sizeof(*all), M_WAITOK);
	for (i = 0; i < count; i++) {
		error = copyin(&vector[i], &element, sizeof(element));
		if (error != 0) {
			stand_in_free(all);
			return (error);
		}
		all[i].iov_base = PTRIN(element.iov_base);
		all[i].iov_len = element.iov_len;
	}
	*copy = all;
	return (0);
}

void
exit1(struct thread *td __unused, int value __unused, int signal __unused)
{

	_exit(0);
}
