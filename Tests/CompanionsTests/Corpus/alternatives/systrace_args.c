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
	/* first */
	case 0: {
		struct first_args *p = params;
		iarg[a++] = p->a; /* int */
		*n_args = 1;
		break;
	}
	/* second */
	case 1: {
		struct second_arguments *p = params;
		iarg[a++] = p->a; /* int */
		*n_args = 1;
		break;
	}
	/* third */
	case 2: {
		*n_args = 0;
		break;
	}
	/* fourth */
	case 3: {
		*n_args = 0;
		break;
	}
	/* fifth */
	case 4: {
		*n_args = 0;
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
	/* first */
	case 0:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* second */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* third */
	case 2:
		break;
	/* fourth */
	case 3:
		break;
	/* fifth */
	case 4:
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
	/* first */
	case 0:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* second */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* third */
	case 2:
	/* fourth */
	case 3:
	/* fifth */
	case 4:
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
