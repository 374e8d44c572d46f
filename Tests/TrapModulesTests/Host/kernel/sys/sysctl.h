#ifndef TESTS_SYSCTL_H
#define	TESTS_SYSCTL_H

#define	CTLTYPE_NODE	1
#define	CTLTYPE_INT	2
#define	CTLTYPE		0xf
#define	CTLFLAG_RD	0x80000000
#define	CTLFLAG_WR	0x40000000
#define	CTLFLAG_CAPRD	0x00800000
#define	CTLFLAG_MPSAFE	0x00040000
#define	OID_AUTO	(-1)

struct sysctl_req {
	void	*oldptr;
	size_t	 oldlen;
};

struct sysctl_oid {
	struct sysctl_oid	*parent;
	const char		*name;
	unsigned int		 kind;
	void			*arg1;
	intmax_t		 arg2;
	int			(*handler)(struct sysctl_oid *oidp, void *arg1,
				    intmax_t arg2, struct sysctl_req *req);
	const char		*format;
	const char		*descr;
	struct sysctl_oid	*next;
};

#define	SYSCTL_HANDLER_ARGS	struct sysctl_oid *oidp, void *arg1,		\
	intmax_t arg2, struct sysctl_req *req

int	sysctl_handle_int(SYSCTL_HANDLER_ARGS);
void	stand_in_sysctl_add(struct sysctl_oid *oid);

#define	SYSCTL_DECL(name)	extern struct sysctl_oid sysctl__##name

#define	STAND_IN_OID(id, parent, name, access, arg, number, function, fmt, text) \
	struct sysctl_oid id = { parent, name, access, arg, number, function,	\
	    fmt, text, NULL };						\
	__attribute__((constructor)) static void				\
	id##_add(void)							\
	{								\
		stand_in_sysctl_add(&id);					\
	}								\
	struct stand_in_semicolon

#define	SYSCTL_ROOT_NODE(nbr, name, access, function, text)			\
	STAND_IN_OID(sysctl___##name, NULL, #name, CTLTYPE_NODE | (access), NULL, \
	    nbr, function, "N", text)
#define	SYSCTL_NODE(up, nbr, name, access, function, text)			\
	STAND_IN_OID(sysctl__##up##_##name, &sysctl__##up, #name,		\
	    CTLTYPE_NODE | (access), NULL, nbr, function, "N", text)
#define	SYSCTL_PROC(up, nbr, name, access, arg, number, function, fmt, text)	\
	static STAND_IN_OID(sysctl__##up##_##name, &sysctl__##up, #name, access,	\
	    arg, number, function, fmt, text);				\
	_Static_assert(((access) & CTLTYPE) != 0 && (nbr) == OID_AUTO, "")

#endif
