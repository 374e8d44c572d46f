#if !defined(PAD64_REQUIRED) && !defined(__amd64__)
#define PAD64_REQUIRED
#endif
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
	/* linux_look */
	case 0: {
		struct linux_look_args *p = params;
		iarg[a++] = p->fd; /* int */
		iarg[a++] = p->arg; /* l_ulong */
		*n_args = 2;
		break;
	}
	/* linux_semctl */
	case 1: {
		struct linux_semctl_args *p = params;
		iarg[a++] = p->id; /* l_int */
		uarg[a++] = p->arg.buf; /* union l_semun */
		*n_args = 2;
		break;
	}
	/* borrowed */
	case 2: {
		struct borrowed_args *p = params;
		iarg[a++] = p->fd; /* int */
		*n_args = 1;
		break;
	}
	/* linux_wide */
	case 7: {
		struct linux_wide_args *p = params;
		iarg[a++] = p->offset; /* l_loff_t */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* linux_words */
	case 8: {
		struct linux_words_args *p = params;
		uarg[a++] = (intptr_t)p->words; /* l_uintptr_t * */
		iarg[a++] = p->n; /* l_size_t */
		*n_args = 2;
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
	/* linux_look */
	case 0:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "l_ulong";
			break;
		default:
			break;
		};
		break;
	/* linux_semctl */
	case 1:
		switch (ndx) {
		case 0:
			p = "l_int";
			break;
		case 1:
			p = "union l_semun";
			break;
		default:
			break;
		};
		break;
	/* borrowed */
	case 2:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* linux_wide */
	case 7:
		switch (ndx) {
		case 0:
			p = "l_loff_t";
			break;
#ifdef PAD64_REQUIRED
		case 1:
			p = "int";
			break;
#define _P_ 0
#else
#define _P_ 1
#endif
		case 2 - _P_:
			p = "uint32_t";
			break;
		case 3 - _P_:
			p = "uint32_t";
			break;
		default:
			break;
		};
#undef _P_

		break;
	/* linux_words */
	case 8:
		switch (ndx) {
		case 0:
			p = "userland l_uintptr_t *";
			break;
		case 1:
			p = "l_size_t";
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
	/* linux_look */
	case 0:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* linux_semctl */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* borrowed */
	case 2:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* linux_wide */
	case 7:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* linux_words */
	case 8:
		if (ndx == 0 || ndx == 1)
			p = "l_long";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
