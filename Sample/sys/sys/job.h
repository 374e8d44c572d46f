/* Jobs, which the sample tree has and nobody else. */
#ifndef _SYS_JOB_H_
#define	_SYS_JOB_H_

#include <sys/types.h>

struct job;
struct rusage;

struct lamp {
	long	oil;
	char	*colour;
	int	wick;
};

#ifndef _KERNEL
int	job_cancel(struct job *);
int	job_wait(id_t, int *, struct rusage *);
int	mapper(unsigned long, struct mapper_request *);
#endif /* !_KERNEL */

#endif /* !_SYS_JOB_H_ */
