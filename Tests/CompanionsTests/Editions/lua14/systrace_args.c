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
	int64_t *iarg = (int64_t *)uarg;
	int a = 0;
	switch (sysnum) {
	/* syscall */
	case 0: {
		*n_args = 0;
		break;
	}
	/* leave */
	case 1: {
		struct leave_args *p = params;
		iarg[a++] = p->status; /* int */
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
		iarg[a++] = p->canvas; /* int */
		uarg[a++] = (intptr_t)p->colour; /* const void * */
		uarg[a++] = p->size; /* size_t */
		iarg[a++] = p->where; /* off_t */
		*n_args = 4;
		break;
	}
	/* glaze */
	case 4: {
		struct glaze_args *p = params;
		uarg[a++] = (intptr_t)p->layer; /* const struct layer * */
		uarg[a++] = (intptr_t)p->layers; /* struct layer * const * */
		iarg[a++] = p->thickness; /* long */
		uarg[a++] = (intptr_t)p->cookie; /* intptr_t */
		*n_args = 4;
		break;
	}
	/* lkmnosys */
	case 12: {
		*n_args = 0;
		break;
	}
	/* fire */
	case 13: {
		struct fire_args *p = params;
		iarg[a++] = p->arg; /* semid_t */
		*n_args = 1;
		break;
	}
	/* cool */
	case 14: {
		struct breeze_args *p = params;
		uarg[a++] = (intptr_t)p->wind; /* const struct wind * */
		*n_args = 1;
		break;
	}
	/* dust */
	case 17: {
		struct dust_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* long * */
		*n_args = 1;
		break;
	}
	/* wipe */
	case 18: {
		struct wipe_args *p = params;
		iarg[a++] = p->a; /* int */
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
	/* syscall */
	case 0:
		break;
	/* leave */
	case 1:
		switch (ndx) {
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
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const void *";
			break;
		case 2:
			p = "size_t";
			break;
		case 3:
			p = "off_t";
			break;
		default:
			break;
		};
		break;
	/* glaze */
	case 4:
		switch (ndx) {
		case 0:
			p = "userland const struct layer *";
			break;
		case 1:
			p = "userland struct layer * const *";
			break;
		case 2:
			p = "long";
			break;
		case 3:
			p = "intptr_t";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 12:
		break;
	/* fire */
	case 13:
		switch (ndx) {
		case 0:
			p = "semid_t";
			break;
		default:
			break;
		};
		break;
	/* cool */
	case 14:
		switch (ndx) {
		case 0:
			p = "userland const struct wind *";
			break;
		default:
			break;
		};
		break;
	/* dust */
	case 17:
		switch (ndx) {
		case 0:
			p = "userland long *";
			break;
		default:
			break;
		};
		break;
	/* wipe */
	case 18:
		switch (ndx) {
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
	/* syscall */
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
	case 12:
	/* fire */
	case 13:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cool */
	case 14:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* dust */
	case 17:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* wipe */
	case 18:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
