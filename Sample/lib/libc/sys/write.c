#include <unistd.h>
#include "libc_private.h"

ssize_t
write(int fd, const void *buffer, size_t size)
{
	return (INTERPOS_SYS(write, fd, buffer, size));
}
