/* The versions that the stubs of old interfaces have. */
#ifndef __LIBC_COMPAT_H__
#define	__LIBC_COMPAT_H__

#define	__sym_compat(sym, impl, verid)	\
	.symver impl, sym@verid

__sym_compat(stat, freebsd11_stat, FBSD_1.0);

#undef __sym_compat

#endif /* __LIBC_COMPAT_H__ */
