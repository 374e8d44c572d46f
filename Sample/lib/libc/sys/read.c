#include <unistd.h>
#include "libc_private.h"

ssize_t
read(int fd, void *buffer, size_t size)
{
	return (INTERPOS_SYS(read, fd, buffer, size));
}
