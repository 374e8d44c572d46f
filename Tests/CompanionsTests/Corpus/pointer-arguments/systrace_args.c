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
	/* plain */
	case 0: {
		struct plain_args *p = params;
		iarg[a++] = p->a; /* int */
		*n_args = 1;
		break;
	}
	/* cap_pointed */
	case 1: {
		struct cap_pointed_args *p = params;
		iarg[a++] = p->a; /* int */
		uarg[a++] = (intcap_t)p->b; /* char * */
		*n_args = 2;
		break;
	}
	/* cap_old_pointer */
	case 2: {
		struct cap_old_pointer_args *p = params;
		uarg[a++] = (intcap_t)p->a; /* caddr_t */
		*n_args = 1;
		break;
	}
	/* cap_number_like */
	case 3: {
		struct cap_number_like_args *p = params;
		uarg[a++] = (intcap_t)p->a; /* intcap_t */
		*n_args = 1;
		break;
	}
	/* cap_array */
	case 4: {
		struct cap_array_args *p = params;
		uarg[a++] = (intcap_t)p->leaves; /* void * __capability * */
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
	/* plain */
	case 0:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* cap_pointed */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland char *";
			break;
		default:
			break;
		};
		break;
	/* cap_old_pointer */
	case 2:
		switch (ndx) {
		case 0:
			p = "caddr_t";
			break;
		default:
			break;
		};
		break;
	/* cap_number_like */
	case 3:
		switch (ndx) {
		case 0:
			p = "intcap_t";
			break;
		default:
			break;
		};
		break;
	/* cap_array */
	case 4:
		switch (ndx) {
		case 0:
			p = "userland void * __capability *";
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
	/* plain */
	case 0:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cap_pointed */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cap_old_pointer */
	case 2:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cap_number_like */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* cap_array */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
