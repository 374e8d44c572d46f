/* The calls of 32-bit programs. */

#include <sys/param.h>
#include <sys/proc.h>
#include <sys/sysproto.h>

#include <compat/freebsd32/freebsd32.h>
#include <compat/freebsd32/freebsd32_proto.h>

int
freebsd32_job_submit(struct thread *td, struct freebsd32_job_submit_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_job_wait(struct thread *td, struct freebsd32_job_wait_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_lseek(struct thread *td, struct freebsd32_lseek_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_stat(struct thread *td, struct freebsd32_stat_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_sysarch(struct thread *td, struct freebsd32_sysarch_args *uap)
{
	return (ENOSYS);
}

int
freebsd32_sysctl(struct thread *td, struct freebsd32_sysctl_args *uap)
{
	return (ENOSYS);
}

int
freebsd11_freebsd32_stat(struct thread *td,
    struct freebsd11_freebsd32_stat_args *uap)
{
	return (ENOSYS);
}
