/*
 * Integers of 64 bits in 32-bit structures, which trees have from FreeBSD 15 on.
 */
typedef struct {
#ifdef __amd64__
	uint32_t	half[2];
#else
	uint64_t	whole;
#endif
} freebsd32_uint64_t;

#define	FU64_CP(from, to, member)	\
	memcpy(&(to).member, &(from).member, sizeof(uint64_t))
