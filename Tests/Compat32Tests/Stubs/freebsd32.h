/*
 * The 32-bit structures that a tree has.
 */
#ifndef STAND_IN_FREEBSD32_H
#define	STAND_IN_FREEBSD32_H

#ifdef __amd64__
typedef int32_t	time32_t;
#else
typedef int64_t	time32_t;
#endif

struct timespec32 {
	time32_t	tv_sec;
	int32_t		tv_nsec;
};

struct timeval32 {
	time32_t	tv_sec;
	int32_t		tv_usec;
};

struct iovec32 {
	uint32_t	iov_base;
	int		iov_len;
};

int	freebsd32_copyiniov(struct iovec32 *vector, u_int count,
	    struct iovec **copy, int error);

#endif
