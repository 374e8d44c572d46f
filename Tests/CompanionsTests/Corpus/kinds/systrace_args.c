/*
 * System call argument to DTrace register array conversion.
 *
 * This file is part of the DTrace syscall provider.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

static void
systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
{
	int64_t *iarg = (int64_t *)uarg;
	int a = 0;
	switch (sysnum) {
	/* multiplex */
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
		*n_args = 3;
		break;
	}
	/* mould */
	case 7: {
		struct mould_args *p = params;
		iarg[a++] = p->clay; /* int */
		*n_args = 1;
		break;
	}
	/* glaze */
	case 8: {
		struct glaze_args *p = params;
		iarg[a++] = p->colour; /* int */
		*n_args = 1;
		break;
	}
	/* kiln */
	case 9: {
		*n_args = 0;
		break;
	}
	/* fire */
	case 10: {
		struct fire_args *p = params;
		iarg[a++] = p->heat; /* int */
		*n_args = 1;
		break;
	}
	/* cool */
	case 11: {
		*n_args = 0;
		break;
	}
	/* sweep */
	case 12: {
		struct sweep_args *p = params;
		iarg[a++] = p->room; /* int */
		*n_args = 1;
		break;
	}
	/* lkmnosys */
	case 13: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 14: {
		*n_args = 0;
		break;
	}
	/* lend */
	case 15: {
		struct lend_args *p = params;
		iarg[a++] = p->tool; /* int */
		*n_args = 1;
		break;
	}
	/* _exit */
	case 16: {
		struct _exit_args *p = params;
		iarg[a++] = p->status; /* int */
		*n_args = 1;
		break;
	}
	/* vfork */
	case 17: {
		*n_args = 0;
		break;
	}
	/* sysarch */
	case 18: {
		struct sysarch_args *p = params;
		iarg[a++] = p->what; /* int */
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
	/* multiplex */
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
		default:
			break;
		};
		break;
	/* mould */
	case 7:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* glaze */
	case 8:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* kiln */
	case 9:
		break;
	/* fire */
	case 10:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* cool */
	case 11:
		break;
	/* sweep */
	case 12:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 13:
		break;
	/* lkmnosys */
	case 14:
		break;
	/* lend */
	case 15:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* _exit */
	case 16:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* vfork */
	case 17:
		break;
	/* sysarch */
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
	/* multiplex */
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
	/* mould */
	case 7:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* glaze */
	case 8:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* kiln */
	case 9:
	/* fire */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cool */
	case 11:
	/* sweep */
	case 12:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* lkmnosys */
	case 13:
	/* lkmnosys */
	case 14:
	/* lend */
	case 15:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* _exit */
	case 16:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* vfork */
	case 17:
	/* sysarch */
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
