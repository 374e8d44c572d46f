/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"syscall",			/* 0 = syscall */
	"_exit",			/* 1 = _exit */
	"fork",			/* 2 = fork */
	"read",			/* 3 = read */
	"write",			/* 4 = write */
	"open",			/* 5 = open */
	"close",			/* 6 = close */
	"compat.creat",		/* 7 = old creat */
	"compat11.stat",		/* 8 = freebsd11 stat */
	"obs_vread",			/* 9 = obsolete vread */
	"unlink",			/* 10 = unlink */
	"stat",			/* 11 = stat */
	"#12",			/* 12 = nosys */
	"#13",			/* 13 = reserved for local use */
	"#14",			/* 14 = reserved for local use */
	"#15",			/* 15 = reserved for local use */
	"sysarch",			/* 16 = sysarch */
	"mapper",			/* 17 = mapper */
	"lkmnosys",			/* 18 = lkmnosys */
	"lkmnosys",			/* 19 = lkmnosys */
	"lkmnosys",			/* 20 = lkmnosys */
	"lkmnosys",			/* 21 = lkmnosys */
	"lseek",			/* 22 = lseek */
	"job_wait",			/* 23 = job_wait */
	"job_submit",			/* 24 = job_submit */
	"job_cancel",			/* 25 = job_cancel */
	"getrandom",			/* 26 = getrandom */
	"sysctl",			/* 27 = sysctl */
};
