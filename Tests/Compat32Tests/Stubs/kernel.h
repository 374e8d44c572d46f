/*
 * What the generated functions need of a kernel, with stand-ins for the rest of it.  All headers of the test are this one.
 *
 * The compiler's own macros say which kernel this is: with __amd64__ the 32-bit programs are those of i386, without it
 * those of an ABI that aligns pairs and has a time_t of 64 bits.
 */
#ifndef STAND_IN_KERNEL_H
#define	STAND_IN_KERNEL_H

#define	LITTLE_ENDIAN	1234
#define	BIG_ENDIAN	4321
#ifndef BYTE_ORDER
#define	BYTE_ORDER	LITTLE_ENDIAN
#endif

#define	NULL		((void *)0)
#define	__unused	__attribute__((unused))
#define	__dead2		__attribute__((noreturn))
#define	__DECONST(type, value)	((type)(uintptr_t)(const void *)(value))
#define	nitems(array)	(sizeof(array) / sizeof((array)[0]))

typedef signed char	int8_t;
typedef unsigned char	uint8_t;
typedef short		int16_t;
typedef unsigned short	uint16_t;
typedef int		int32_t;
typedef unsigned int	uint32_t;
typedef long long	int64_t;
typedef unsigned long long uint64_t;
typedef __SIZE_TYPE__	size_t;
typedef __INTPTR_TYPE__	ssize_t;
typedef __INTPTR_TYPE__	intptr_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __INTPTR_TYPE__	register_t;
typedef __INTPTR_TYPE__	syscallarg_t;
typedef unsigned int	u_int;
typedef unsigned long	u_long;
typedef unsigned short	mode_t;
typedef int		pid_t;
typedef int64_t		off_t;
typedef int64_t		id_t;
typedef uint64_t	dev_t;
typedef int64_t		sbintime_t;
typedef long		suseconds_t;
typedef long		key_t;
typedef char		*caddr_t;
#ifdef __i386__
typedef int		time_t;
#else
typedef int64_t		time_t;
#endif

struct timespec {
	time_t	tv_sec;
	long	tv_nsec;
};

struct timeval {
	time_t		tv_sec;
	suseconds_t	tv_usec;
};

struct iovec {
	void	*iov_base;
	size_t	iov_len;
};

/* System calls. */
struct proc;
struct thread {
	union {
		register_t	tdu_retval[2];
		off_t		tdu_off;
	} td_uretoff;
};
#define	td_retval	td_uretoff.tdu_retval

struct sysent;
typedef int sy_call_t(struct thread *, void *);

#define	ENOSYS		78
#define	EFAULT		14
#define	EINVAL		22
#define	E2BIG		7
#define	SIGSYS		12

void	exit1(struct thread *td, int value, int signal) __dead2;

/* Memory of programs. */
enum uio_seg { UIO_USERSPACE, UIO_SYSSPACE };
#define	UIO_MAXIOV	1024

int	copyin(const void *program, void *kernel, size_t length);
int	copyout(const void *kernel, void *program, size_t length);
int	copyiniov(const struct iovec *vector, u_int count, struct iovec **copy,
	    int error);
void	*memset(void *, int, size_t);
void	*memcpy(void *, const void *, size_t);

/* Memory of the kernel; the counts tell whether all of it is freed. */
#define	M_WAITOK	2
#define	M_ZERO		0x100
void	*stand_in_malloc(size_t size, int flags);
void	stand_in_free(void *memory);
#define	malloc(size, type, flags)	stand_in_malloc(size, flags)
#define	free(memory, type)		stand_in_free(memory)

/* Objects that differ between the ABIs. */
#define	PTRIN(value)	((void *)(uintptr_t)(value))
#define	PTROUT(value)	((uintptr_t)(value))
#define	CP(from, to, member)	((to).member = (from).member)
#define	PTRIN_CP(from, to, member)	((to).member = PTRIN((from).member))
#define	PTROUT_CP(from, to, member)	((to).member = PTROUT((from).member))
#define	TS_CP(from, to, member) do {				\
	CP((from).member, (to).member, tv_sec);			\
	CP((from).member, (to).member, tv_nsec);		\
} while (0)
#define	TV_CP(from, to, member) do {				\
	CP((from).member, (to).member, tv_sec);			\
	CP((from).member, (to).member, tv_usec);		\
} while (0)

#endif
