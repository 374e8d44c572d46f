/*
 * System call numbers.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

#define	SYS_syscall	0
#define	SYS__exit	1
#define	SYS_fork	2
#define	SYS_read	3
#define	SYS_write	4
#define	SYS_open	5
#define	SYS_close	6
				/* 7 is old creat */
#define	SYS_freebsd11_stat	8
				/* 9 is obsolete vread */
#define	SYS_unlink	10
#define	SYS_stat	11
#define	SYS_sysarch	16
#define	SYS_mapper	17
#define	SYS_lseek	22
#define	SYS_job_wait	23
#define	SYS_job_submit	24
#define	SYS_job_cancel	25
#define	SYS_getrandom	26
#define	SYS_sysctl	27
#define	SYS_MAXSYSCALL	28
