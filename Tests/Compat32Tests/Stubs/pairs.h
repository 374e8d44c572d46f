/*
 * Values of 64 bits in two words.
 */
#if BYTE_ORDER == BIG_ENDIAN
#define	PAIR32TO64(type, name)	((type)name ## 1 << 32 | name ## 2)
#define	RETVAL_HI	0
#define	RETVAL_LO	1
#else
#define	PAIR32TO64(type, name)	((type)name ## 2 << 32 | name ## 1)
#define	RETVAL_HI	1
#define	RETVAL_LO	0
#endif
