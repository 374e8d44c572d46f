/*
 * System call argument to DTrace register array converstion.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 * $FreeBSD$
 * This file is part of the DTrace syscall provider.
 */

static void
systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
{
	int64_t *iarg  = (int64_t *) uarg;
	switch (sysnum) {
#if !defined(PAD64_REQUIRED) && defined(__clay__)
#define PAD64_REQUIRED
#endif
	/* nosys */
	case 0: {
		*n_args = 0;
		break;
	}
	/* leave */
	case 1: {
		struct leave_args *p = params;
		iarg[0] = p->status; /* int */
		*n_args = 1;
		break;
	}
	/* count */
	case 2: {
		*n_args = 0;
		break;
	}
	/* paint */
	case 3: {
		struct paint_args *p = params;
		iarg[0] = p->canvas; /* int */
		uarg[1] = (intptr_t) p->colour; /* const void * */
		uarg[2] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* glaze */
	case 4: {
		struct glaze_args *p = params;
		uarg[0] = (intptr_t) p->path; /* const char * */
		uarg[1] = (intptr_t) p->buf; /* char * */
		uarg[2] = p->size; /* size_t */
		uarg[3] = (intptr_t) p->layers; /* char *const * */
		uarg[4] = (intptr_t) p->name; /* char * */
		*n_args = 5;
		break;
	}
	/* lkmnosys */
	case 16: {
		*n_args = 0;
		break;
	}
	/* fire */
	case 17: {
		struct fire_args *p = params;
		uarg[0] = p->arg.buf; /* union l_semun */
		uarg[1] = p->heat; /* uint64_t */
		*n_args = 2;
		break;
	}
	/* linux_fire */
	case 18: {
		struct fire_args *p = params;
		iarg[0] = p->heat; /* int */
		*n_args = 1;
		break;
	}
#ifdef PAD64_REQUIRED
	/* cool */
	case 19: {
		struct cool_args *p = params;
		iarg[0] = p->pad; /* int */
		uarg[1] = p->low; /* uint32_t */
		uarg[2] = p->high; /* uint32_t */
		*n_args = 3;
		break;
	}
#else
	/* cool */
	case 19: {
		struct cool_args *p = params;
		uarg[0] = p->low; /* uint32_t */
		uarg[1] = p->high; /* uint32_t */
		*n_args = 2;
		break;
	}
#endif
	/* warp_grip */
	case 20: {
		struct grip_args *p = params;
		iarg[0] = p->a; /* int */
		*n_args = 1;
		break;
	}
	default:
		*n_args = 0;
		break;
	};
}
static void
systrace_entry_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
#if !defined(PAD64_REQUIRED) && defined(__clay__)
#define PAD64_REQUIRED
#endif
	/* nosys */
	case 0:
		break;
	/* leave */
	case 1:
		switch(ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* count */
	case 2:
		break;
	/* paint */
	case 3:
		switch(ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* glaze */
	case 4:
		switch(ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "userland char *";
			break;
		case 2:
			p = "size_t";
			break;
		case 3:
			p = "userland char *const *";
			break;
		case 4:
			p = "userland char *";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 16:
		break;
	/* fire */
	case 17:
		switch(ndx) {
		case 0:
			p = "union l_semun";
			break;
		case 1:
			p = "uint64_t";
			break;
		default:
			break;
		};
		break;
	/* linux_fire */
	case 18:
		switch(ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
#ifdef PAD64_REQUIRED
	/* cool */
	case 19:
		switch(ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "uint32_t";
			break;
		case 2:
			p = "uint32_t";
			break;
		default:
			break;
		};
		break;
#else
	/* cool */
	case 19:
		switch(ndx) {
		case 0:
			p = "uint32_t";
			break;
		case 1:
			p = "uint32_t";
			break;
		default:
			break;
		};
		break;
#endif
	/* warp_grip */
	case 20:
		switch(ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
static void
systrace_return_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
{
	const char *p = NULL;
	switch (sysnum) {
#if !defined(PAD64_REQUIRED) && defined(__clay__)
#define PAD64_REQUIRED
#endif
	/* nosys */
	case 0:
	/* leave */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "void";
		break;
	/* count */
	case 2:
	/* paint */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* glaze */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* lkmnosys */
	case 16:
	/* fire */
	case 17:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* linux_fire */
	case 18:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#ifdef PAD64_REQUIRED
	/* cool */
	case 19:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#else
	/* cool */
	case 19:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#endif
	/* warp_grip */
	case 20:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
