/* Further calls of the sample tree. */

#include <sys/param.h>
#include <sys/sysproto.h>

int
sys_lseek(struct thread *td, struct lseek_args *uap)
{
	return (ENOSYS);
}

int
sys_stat(struct thread *td, struct stat_args *uap)
{
	return (ENOSYS);
}

int
sys_sysctl(struct thread *td, struct sysctl_args *uap)
{
	return (ENOSYS);
}
