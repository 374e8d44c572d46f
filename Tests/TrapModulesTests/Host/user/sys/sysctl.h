#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS
int	sysctlbyname(const char *name, void *old, size_t *oldlen, const void *new_,
	    size_t newlen);
__END_DECLS
