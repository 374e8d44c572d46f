/* The rest of them. */

#include <sys/param.h>
#include <sys/sysproto.h>

int
sys_getrandom(struct thread *td, struct getrandom_args *uap)
{
	return (ENOSYS);
}

int
sys_job_wait(struct thread *td, struct job_wait_args *uap)
{
	return (ENOSYS);
}
