#include <sys/cdefs.h>
#include <sys/types.h>

#define	__FreeBSD_version	1500000

/* sys/errno.h */
#define	EPERM		1
#define	ENOENT		2
#define	ENOEXEC		8
#define	EEXIST		17
#define	EINVAL		22
#define	ENFILE		23
#define	EOPNOTSUPP	45
#define	ENOSYS		78
#define	ECAPMODE	94
