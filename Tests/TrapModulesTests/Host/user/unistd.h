#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS
int	syscall(int number, ...);
off_t	__syscall(quad_t number, ...);
__END_DECLS
