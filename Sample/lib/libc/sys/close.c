#include <unistd.h>
#include "libc_private.h"

int
close(int fd)
{
	return (INTERPOS_SYS(close, fd));
}
