#ifndef TESTS_SYSENT_H
#define	TESTS_SYSENT_H

#include <bsm/audit_kevents.h>

struct thread;

typedef	int	sy_call_t(struct thread *td, void *uap);

struct sysent {
	sy_call_t	*sy_call;
	u_int8_t	 sy_narg;
	u_int8_t	 sy_flags;
	au_event_t	 sy_auevent;
	u_int32_t	 sy_thrcnt;
};

#define	SYF_CAPENABLED	0x00000001

#define	SY_THR_STATIC	0x01
#define	SY_THR_DRAINING	0x02
#define	SY_THR_ABSENT	0x04
#define	SY_THR_INCR	0x08

#define	NO_SYSCALL	(-1)

#define	SV_ILP32	0x000100
#define	SV_CURPROC_FLAG(flag)	(((flag) & SV_ILP32) != 0 && stand_in_is_narrow())

extern struct sysent sysent[];

int	kern_syscall_register(struct sysent *sysents, int *offset,
	    struct sysent *new_sysent, struct sysent *old_sysent, int flags);
int	kern_syscall_deregister(struct sysent *sysents, int offset,
	    const struct sysent *old_sysent);

#endif
