/* What 32-bit programs have in the place of the kernel's structures. */
#ifndef _COMPAT_FREEBSD32_FREEBSD32_H_
#define	_COMPAT_FREEBSD32_FREEBSD32_H_

#define	PTRIN(v)	(void *)(uintptr_t)(v)
#define	PTROUT(v)	(uintptr_t)(v)
#define	CP(src, dst, fld)	do { (dst).fld = (src).fld; } while (0)
#define	PTRIN_CP(src, dst, fld)	do { (dst).fld = PTRIN((src).fld); } while (0)

#endif /* !_COMPAT_FREEBSD32_FREEBSD32_H_ */
