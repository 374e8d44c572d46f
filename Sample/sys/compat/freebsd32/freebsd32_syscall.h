/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	FREEBSD32_SYS_syscall	0
#define	FREEBSD32_SYS__exit	1
#define	FREEBSD32_SYS_fork	2
#define	FREEBSD32_SYS_read	3
#define	FREEBSD32_SYS_write	4
#define	FREEBSD32_SYS_open	5
#define	FREEBSD32_SYS_close	6
				/* 7 is old creat */
#define	FREEBSD32_SYS_freebsd11_freebsd32_stat	8
				/* 9 is obsolete vread */
#define	FREEBSD32_SYS_unlink	10
#define	FREEBSD32_SYS_freebsd32_stat	11
#define	FREEBSD32_SYS_freebsd32_sysarch	16
#define	FREEBSD32_SYS_freebsd32_lseek	22
#define	FREEBSD32_SYS_freebsd32_job_wait	23
#define	FREEBSD32_SYS_freebsd32_job_submit	24
#define	FREEBSD32_SYS_job_cancel	25
#define	FREEBSD32_SYS_getrandom	26
#define	FREEBSD32_SYS_freebsd32_sysctl	27
#define	FREEBSD32_SYS_MAXSYSCALL	28
