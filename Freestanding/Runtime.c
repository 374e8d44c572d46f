/*
 * What a compiler calls without being asked.
 */
#include <stddef.h>

void *
memset(void *target, int byte, size_t count)
{
	char *bytes = target;

	while (count-- > 0)
		*bytes++ = (char)byte;
	return (target);
}

void *
memcpy(void *restrict target, const void *restrict source, size_t count)
{
	char *to = target;
	const char *from = source;

	while (count-- > 0)
		*to++ = *from++;
	return (target);
}

void *
memmove(void *target, const void *source, size_t count)
{
	char *to = target;
	const char *from = source;

	if (to <= from)
		return (memcpy(target, source, count));
	while (count-- > 0)
		to[count] = from[count];
	return (target);
}

/* Nothing here takes memory; whoever tries is wrong. */
int
posix_memalign(void **result, size_t alignment, size_t size)
{

	(void)result;
	(void)alignment;
	(void)size;
	__builtin_trap();
}

void
free(void *memory)
{

	(void)memory;
}

size_t
strlen(const char *text)
{
	const char *end = text;

	while (*end != '\0')
		end++;
	return ((size_t)(end - text));
}
