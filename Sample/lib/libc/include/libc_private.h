/* What the libraries of the sample tree share. */
#ifndef _LIBC_PRIVATE_H_
#define	_LIBC_PRIVATE_H_

enum {
	INTERPOS_close,
	INTERPOS_open,
	INTERPOS_read,
	INTERPOS_write,
	INTERPOS_MAX
};

#endif /* _LIBC_PRIVATE_H_ */
