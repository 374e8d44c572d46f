#include <unistd.h>
#include "libc_private.h"

int
open(const char *path, int flags, mode_t mode)
{
	return (INTERPOS_SYS(open, path, flags, mode));
}
