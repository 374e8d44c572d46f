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
	/* always */
	case 0: {
		*n_args = 0;
		break;
	}
#ifdef GARDEN
	/* dig */
	case 1: {
		struct dig_args *p = params;
		iarg[a++] = p->depth; /* int */
		*n_args = 1;
		break;
	}
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
	/* school */
	case 3: {
		struct school_args *p = params;
		iarg[a++] = p->fish; /* int */
		*n_args = 1;
		break;
	}
#elif FISH
	/* swim */
	case 3: {
		struct swim_args *p = params;
		iarg[a++] = p->fish; /* int */
		*n_args = 1;
		break;
	}
#else
#endif
	/* splash */
	case 4: {
		*n_args = 0;
		break;
	}
#else
	/* lkmnosys */
	case 4: {
		*n_args = 0;
		break;
	}
#endif
#undef BETWEEN
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
	/* always */
	case 0:
		break;
#ifdef GARDEN
	/* dig */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
	/* school */
	case 3:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
#elif FISH
	/* swim */
	case 3:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
#else
#endif
	/* splash */
	case 4:
		break;
#else
	/* lkmnosys */
	case 4:
		break;
#endif
#undef BETWEEN
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
	/* always */
	case 0:
#ifdef GARDEN
	/* dig */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#else
#endif
#define BETWEEN
#if defined(POND) && !defined(DRY)
#if FISH > 1
	/* school */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#elif FISH
	/* swim */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
#else
#endif
	/* splash */
	case 4:
#else
	/* lkmnosys */
	case 4:
#endif
#undef BETWEEN
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
