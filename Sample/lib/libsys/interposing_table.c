#include "libc_private.h"

static interpos_func_t __libsys_interposing[INTERPOS_MAX] = {
	SLOT(close, __sys_close),
	SLOT(open, __sys_open),
	SLOT(read, __sys_read),
	SLOT(write, __sys_write),
};
