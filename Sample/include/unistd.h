/* What the programs of the sample tree see of its calls. */
#ifndef _UNISTD_H_
#define	_UNISTD_H_

#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS
void	 _exit(int) __dead2;
int	 close(int);
int	 fork(void);
off_t	 lseek(int, off_t, int);
ssize_t	 read(int, void *, size_t);
int	 stat(const char *, struct stat *);
int	 unlink(const char *);
ssize_t	 write(int, const void *, size_t);
#if __BSD_VISIBLE
ssize_t	 getrandom(void *, size_t, unsigned int);
int	 open(const char *, int, mode_t);
int	 sysarch(int, char *);
int	 sysctl(const int *, unsigned int, void *, size_t *, const void *,
	    size_t);
int	 syscall(int, ...);
#endif /* __BSD_VISIBLE */
__END_DECLS

#endif /* !_UNISTD_H_ */
