#include <sys/cdefs.h>

__BEGIN_DECLS
int	*__error(void);
__END_DECLS
#define	errno		(*__error())

#define	EPERM		1
#define	ENOENT		2
#define	ESRCH		3
#define	EPROGUNAVAIL	74
#define	EPROCUNAVAIL	76
#define	ENOSYS		78
#define	ECAPMODE	94
