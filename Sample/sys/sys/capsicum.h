/* The capability rights of the sample tree. */
#ifndef _SYS_CAPSICUM_H_
#define	_SYS_CAPSICUM_H_

#define	CAP_READ	0x0001
#define	CAP_WRITE	0x0002
#define	CAP_SEEK	0x0004
#define	CAP_LOOKUP	0x0008

#endif /* !_SYS_CAPSICUM_H_ */
