/* What the wiring uses of FreeBSD's header of the same name; written for the tests. */
#ifndef TESTS_TYPES_H
#define	TESTS_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef	unsigned char	u_char;
typedef	unsigned short	u_short;
typedef	unsigned int	u_int;
typedef	unsigned long	u_long;
typedef	uint8_t		u_int8_t;
typedef	uint32_t	u_int32_t;
typedef	int64_t		quad_t;
typedef	int64_t		off_t;
typedef	long		ssize_t;
typedef	int32_t		pid_t;
typedef	uint16_t	mode_t;
/* A word of the machine. */
typedef	long		register_t;

#endif
