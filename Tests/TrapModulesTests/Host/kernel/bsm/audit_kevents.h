#ifndef TESTS_AUDIT_H
#define	TESTS_AUDIT_H

typedef	uint16_t	au_event_t;

#define	AUE_NULL	0
#define	AUE_KILL	15

#endif
