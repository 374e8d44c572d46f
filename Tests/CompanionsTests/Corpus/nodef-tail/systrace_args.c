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
	/* one */
	case 0: {
		*n_args = 0;
		break;
	}
	/* two */
	case 1: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 2: {
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
	/* one */
	case 0:
		break;
	/* two */
	case 1:
		break;
	/* lkmnosys */
	case 2:
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
	/* one */
	case 0:
	/* two */
	case 1:
	/* lkmnosys */
	case 2:
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
