/* What the wiring uses of FreeBSD's header of the same name; written for the tests. */
#ifndef TESTS_CDEFS_H
#define	TESTS_CDEFS_H

#ifdef __cplusplus
#define	__BEGIN_DECLS	extern "C" {
#define	__END_DECLS	}
#define	_Static_assert	static_assert
#else
#define	__BEGIN_DECLS
#define	__END_DECLS
#endif
#define	__unused	__attribute__((__unused__))

#endif
