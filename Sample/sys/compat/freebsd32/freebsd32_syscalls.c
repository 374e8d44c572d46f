/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *freebsd32_syscallnames[] = {
	"syscall",			/* 0 = syscall */
	"_exit",			/* 1 = _exit */
	"fork",			/* 2 = fork */
	"read",			/* 3 = read */
	"write",			/* 4 = write */
	"open",			/* 5 = open */
	"close",			/* 6 = close */
	"compat.creat",		/* 7 = old creat */
	"compat11.freebsd32_stat",		/* 8 = freebsd11 freebsd32_stat */
	"obs_vread",			/* 9 = obsolete vread */
	"unlink",			/* 10 = unlink */
	"freebsd32_stat",			/* 11 = freebsd32_stat */
	"#12",			/* 12 = nosys */
	"#13",			/* 13 = reserved for local use */
	"#14",			/* 14 = reserved for local use */
	"#15",			/* 15 = reserved for local use */
	"freebsd32_sysarch",			/* 16 = freebsd32_sysarch */
	"#17",			/* 17 = mapper */
	"lkmnosys",			/* 18 = lkmnosys */
	"lkmnosys",			/* 19 = lkmnosys */
	"lkmnosys",			/* 20 = lkmnosys */
	"lkmnosys",			/* 21 = lkmnosys */
	"freebsd32_lseek",			/* 22 = freebsd32_lseek */
	"freebsd32_job_wait",			/* 23 = freebsd32_job_wait */
	"freebsd32_job_submit",			/* 24 = freebsd32_job_submit */
	"job_cancel",			/* 25 = job_cancel */
	"getrandom",			/* 26 = getrandom */
	"freebsd32_sysctl",			/* 27 = freebsd32_sysctl */
};
