/* OpenBSM's copy of the events. */
#ifndef _BSM_AUDIT_KEVENTS_H_
#define	_BSM_AUDIT_KEVENTS_H_

#define	AUE_NULL	0
#define	AUE_EXIT	1
#define	AUE_FORK	2
#define	AUE_OPEN	3
#define	AUE_CLOSE	4
#define	AUE_STAT	5
#define	AUE_SEEK	6
#define	AUE_SYSARCH	7
#define	AUE_UNLINK	9
#define	AUE_JOB		43001
#define	AUE_GETRANDOM	AUE_NULL

#endif /* !_BSM_AUDIT_KEVENTS_H_ */
