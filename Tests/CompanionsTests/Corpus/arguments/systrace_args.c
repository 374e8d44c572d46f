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
	/* none */
	case 0: {
		*n_args = 0;
		break;
	}
	/* empty */
	case 1: {
		*n_args = 0;
		break;
	}
	/* stars */
	case 2: {
		struct stars_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* char * */
		uarg[a++] = (intptr_t)p->b; /* char * */
		uarg[a++] = (intptr_t)p->c; /* char ** */
		uarg[a++] = (intptr_t)p->d; /* const char *const * */
		*n_args = 4;
		break;
	}
	/* words */
	case 3: {
		struct words_args *p = params;
		uarg[a++] = p->a; /* unsigned int */
		uarg[a++] = p->b; /* u_long */
		uarg[a++] = p->c; /* size_t */
		iarg[a++] = p->d; /* ssize_t */
		uarg[a++] = p->e; /* uint64_t */
		iarg[a++] = p->f; /* mode_t */
		*n_args = 6;
		break;
	}
	/* pointer_like */
	case 4: {
		struct pointer_like_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* caddr_t */
		uarg[a++] = (intptr_t)p->b; /* intptr_t */
		uarg[a++] = (intptr_t)p->c; /* uintptr_t */
		*n_args = 3;
		break;
	}
	/* restricted */
	case 5: {
		struct restricted_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* const char * */
		uarg[a++] = (intptr_t)p->b; /* struct leaf * */
		uarg[a++] = (intptr_t)p->n; /* socklen_t * */
		*n_args = 3;
		break;
	}
	/* annotated */
	case 6: {
		struct annotated_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* int * */
		uarg[a++] = (intptr_t)p->b; /* const char * */
		uarg[a++] = (intptr_t)p->c; /* void * */
		uarg[a++] = (intptr_t)p->d; /* struct leaf * */
		uarg[a++] = (intptr_t)p->e; /* const void * */
		iarg[a++] = p->n; /* int */
		*n_args = 6;
		break;
	}
	/* spaced */
	case 7: {
		struct spaced_args *p = params;
		iarg[a++] = p->a; /* int */
		uarg[a++] = (intptr_t)p->b; /* const	char * */
		uarg[a++] = (intptr_t)p->c; /* struct  leaf * */
		iarg[a++] = p->d; /* int */
		*n_args = 4;
		break;
	}
	/* comma_last */
	case 8: {
		struct comma_last_args *p = params;
		iarg[a++] = p->a; /* int */
		iarg[a++] = p->b; /* int */
		*n_args = 2;
		break;
	}
	/* variable */
	case 9: {
		struct variable_args *p = params;
		uarg[a++] = (intptr_t)p->format; /* const char * */
		*n_args = 1;
		break;
	}
	/* structures */
	case 10: {
		struct structures_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* struct root * */
		uarg[a++] = (intptr_t)p->b; /* const struct stem * */
		uarg[a++] = (intptr_t)p->c; /* struct leaf ** */
		uarg[a++] = (intptr_t)p->d; /* union bud * */
		uarg[a++] = (intptr_t)p->e; /* struct root * */
		*n_args = 5;
		break;
	}
	/* eight */
	case 11: {
		struct eight_args *p = params;
		iarg[a++] = p->a; /* int */
		iarg[a++] = p->b; /* int */
		iarg[a++] = p->c; /* int */
		iarg[a++] = p->d; /* int */
		iarg[a++] = p->e; /* int */
		iarg[a++] = p->f; /* int */
		iarg[a++] = p->g; /* int */
		iarg[a++] = p->h; /* int */
		*n_args = 8;
		break;
	}
	/* indirect */
	case 12: {
		struct indirect_args *p = params;
		iarg[a++] = p->_pad; /* int */
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
	/* none */
	case 0:
		break;
	/* empty */
	case 1:
		break;
	/* stars */
	case 2:
		switch (ndx) {
		case 0:
			p = "userland char *";
			break;
		case 1:
			p = "userland char *";
			break;
		case 2:
			p = "userland char **";
			break;
		case 3:
			p = "userland const char *const *";
			break;
		default:
			break;
		};
		break;
	/* words */
	case 3:
		switch (ndx) {
		case 0:
			p = "unsigned int";
			break;
		case 1:
			p = "u_long";
			break;
		case 2:
			p = "size_t";
			break;
		case 3:
			p = "ssize_t";
			break;
		case 4:
			p = "uint64_t";
			break;
		case 5:
			p = "mode_t";
			break;
		default:
			break;
		};
		break;
	/* pointer_like */
	case 4:
		switch (ndx) {
		case 0:
			p = "caddr_t";
			break;
		case 1:
			p = "intptr_t";
			break;
		case 2:
			p = "uintptr_t";
			break;
		default:
			break;
		};
		break;
	/* restricted */
	case 5:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "userland struct leaf *";
			break;
		case 2:
			p = "userland socklen_t *";
			break;
		default:
			break;
		};
		break;
	/* annotated */
	case 6:
		switch (ndx) {
		case 0:
			p = "userland int *";
			break;
		case 1:
			p = "userland const char *";
			break;
		case 2:
			p = "userland void *";
			break;
		case 3:
			p = "userland struct leaf *";
			break;
		case 4:
			p = "userland const void *";
			break;
		case 5:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* spaced */
	case 7:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const	char *";
			break;
		case 2:
			p = "userland struct  leaf *";
			break;
		case 3:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* comma_last */
	case 8:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* variable */
	case 9:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		default:
			break;
		};
		break;
	/* structures */
	case 10:
		switch (ndx) {
		case 0:
			p = "userland struct root *";
			break;
		case 1:
			p = "userland const struct stem *";
			break;
		case 2:
			p = "userland struct leaf **";
			break;
		case 3:
			p = "userland union bud *";
			break;
		case 4:
			p = "userland struct root *";
			break;
		default:
			break;
		};
		break;
	/* eight */
	case 11:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "int";
			break;
		case 2:
			p = "int";
			break;
		case 3:
			p = "int";
			break;
		case 4:
			p = "int";
			break;
		case 5:
			p = "int";
			break;
		case 6:
			p = "int";
			break;
		case 7:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* indirect */
	case 12:
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
	/* none */
	case 0:
	/* empty */
	case 1:
	/* stars */
	case 2:
		if (ndx == 0 || ndx == 1)
			p = "void *";
		break;
	/* words */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* pointer_like */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* restricted */
	case 5:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* annotated */
	case 6:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* spaced */
	case 7:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* comma_last */
	case 8:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* variable */
	case 9:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* structures */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* eight */
	case 11:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* indirect */
	case 12:
		if (ndx == 0 || ndx == 1)
			p = "u_long **";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
