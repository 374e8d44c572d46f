#if !defined(PAD64_REQUIRED) && !defined(__amd64__)
#define PAD64_REQUIRED
#endif
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
	/* warp_paint */
	case 3: {
		struct warp_paint_args *p = params;
		iarg[a++] = p->canvas; /* int */
		uarg[a++] = (intptr_t)p->colour; /* const void * */
		uarg[a++] = p->size; /* size_t */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = (intptr_t)p->where1; /* uint32_t */
		uarg[a++] = (intptr_t)p->where2; /* uint32_t */
		*n_args = 6;
		break;
	}
	/* warp_glaze */
	case 4: {
		struct warp_glaze_args *p = params;
		uarg[a++] = (intptr_t)p->layer; /* const struct layer32 * */
		uarg[a++] = (intptr_t)p->layers; /* uint32_t * */
		uarg[a++] = (intptr_t)p->thickness; /* int32_t */
		uarg[a++] = (intptr_t)p->cookie; /* int32_t */
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
		uarg[a++] = (intptr_t)p->arg; /* int32_t */
		*n_args = 1;
		break;
	}
	/* cool */
	case 14: {
		struct breeze_args *p = params;
		uarg[a++] = (intptr_t)p->wind; /* const struct wind32 * */
		*n_args = 1;
		break;
	}
	/* warp_wipe */
	case 18: {
		struct warp_wipe_args *p = params;
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
	/* warp_paint */
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
#ifdef PAD64_REQUIRED
		case 3:
			p = "int";
			break;
#define _P_ 0
#else
#define _P_ 1
#endif
		case 4 - _P_:
			p = "uint32_t";
			break;
		case 5 - _P_:
			p = "uint32_t";
			break;
		default:
			break;
		};
#undef _P_

		break;
	/* warp_glaze */
	case 4:
		switch (ndx) {
		case 0:
			p = "userland const struct layer32 *";
			break;
		case 1:
			p = "userland uint32_t *";
			break;
		case 2:
			p = "int32_t";
			break;
		case 3:
			p = "int32_t";
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
			p = "int32_t";
			break;
		default:
			break;
		};
		break;
	/* cool */
	case 14:
		switch (ndx) {
		case 0:
			p = "userland const struct wind32 *";
			break;
		default:
			break;
		};
		break;
	/* warp_wipe */
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
	/* warp_paint */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* warp_glaze */
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
	/* warp_wipe */
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
