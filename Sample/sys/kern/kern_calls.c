/* The calls of the sample tree. Nothing of it is a kernel. */

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/proc.h>
#include <sys/sysproto.h>

int
sys__exit(struct thread *td, struct _exit_args *uap)
{
	return (ENOSYS);
}

int
sys_fork(struct thread *td, struct fork_args *uap)
{
	return (ENOSYS);
}

int
sys_read(struct thread *td, struct read_args *uap)
{
	return (ENOSYS);
}

int
sys_write(struct thread *td, struct write_args *uap)
{
	return (ENOSYS);
}

int
sys_open(struct thread *td, struct open_args *uap)
{
	return (ENOSYS);
}

int
sys_close(struct thread *td, struct close_args *uap)
{
	return (ENOSYS);
}

int
sys_unlink(struct thread *td, struct unlink_args *uap)
{
	return (ENOSYS);
}

int
sys_job_cancel(struct thread *td, struct job_cancel_args *uap)
{
	return (ENOSYS);
}

int
sys_job_submit(struct thread *td, struct job_submit_args *uap)
{
	return (ENOSYS);
}

int
sysarch(struct thread *td, struct sysarch_args *uap)
{
	return (ENOSYS);
}

int
ocreat(struct thread *td, struct ocreat_args *uap)
{
	return (ENOSYS);
}

int
freebsd11_stat(struct thread *td, struct freebsd11_stat_args *uap)
{
	return (ENOSYS);
}
