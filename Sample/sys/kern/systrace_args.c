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
	/* syscall */
	case 0: {
		*n_args = 0;
		break;
	}
	/* _exit */
	case 1: {
		struct _exit_args *p = params;
		iarg[a++] = p->status; /* int */
		*n_args = 1;
		break;
	}
	/* fork */
	case 2: {
		*n_args = 0;
		break;
	}
	/* read */
	case 3: {
		struct read_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* write */
	case 4: {
		struct write_args *p = params;
		iarg[a++] = p->fd; /* int */
		uarg[a++] = (intptr_t)p->buffer; /* const void * */
		uarg[a++] = p->size; /* size_t */
		*n_args = 3;
		break;
	}
	/* open */
	case 5: {
		struct open_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		iarg[a++] = p->flags; /* int */
		iarg[a++] = p->mode; /* mode_t */
		*n_args = 3;
		break;
	}
	/* close */
	case 6: {
		struct close_args *p = params;
		iarg[a++] = p->fd; /* int */
		*n_args = 1;
		break;
	}
	/* unlink */
	case 10: {
		struct unlink_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		*n_args = 1;
		break;
	}
	/* stat */
	case 11: {
		struct stat_args *p = params;
		uarg[a++] = (intptr_t)p->path; /* const char * */
		uarg[a++] = (intptr_t)p->status; /* struct stat * */
		*n_args = 2;
		break;
	}
	/* sysarch */
	case 16: {
		struct sysarch_args *p = params;
		iarg[a++] = p->operation; /* int */
		uarg[a++] = (intptr_t)p->arguments; /* char * */
		*n_args = 2;
		break;
	}
	/* mapper */
	case 17: {
		struct mapper_args *p = params;
		uarg[a++] = p->where; /* u_long */
		uarg[a++] = (intptr_t)p->request; /* struct mapper_request * */
		*n_args = 2;
		break;
	}
	/* lkmnosys */
	case 18: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 19: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 20: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 21: {
		*n_args = 0;
		break;
	}
	/* lseek */
	case 22: {
		struct lseek_args *p = params;
		iarg[a++] = p->fd; /* int */
		iarg[a++] = p->offset; /* off_t */
		iarg[a++] = p->whence; /* int */
		*n_args = 3;
		break;
	}
	/* job_wait */
	case 23: {
		struct job_wait_args *p = params;
		iarg[a++] = p->job; /* id_t */
		uarg[a++] = (intptr_t)p->status; /* int * */
		uarg[a++] = (intptr_t)p->usage; /* struct rusage * */
		*n_args = 3;
		break;
	}
	/* job_submit */
	case 24: {
		struct job_submit_args *p = params;
		uarg[a++] = (intptr_t)p->list; /* struct job * const * */
		iarg[a++] = p->count; /* int */
		*n_args = 2;
		break;
	}
	/* job_cancel */
	case 25: {
		struct job_cancel_args *p = params;
		uarg[a++] = (intptr_t)p->job; /* struct job * */
		*n_args = 1;
		break;
	}
	/* getrandom */
	case 26: {
		struct getrandom_args *p = params;
		uarg[a++] = (intptr_t)p->buffer; /* void * */
		uarg[a++] = p->size; /* size_t */
		uarg[a++] = p->flags; /* u_int */
		*n_args = 3;
		break;
	}
	/* sysctl */
	case 27: {
		struct sysctl_args *p = params;
		uarg[a++] = (intptr_t)p->name; /* int * */
		uarg[a++] = p->length; /* u_int */
		uarg[a++] = (intptr_t)p->old; /* void * */
		uarg[a++] = (intptr_t)p->oldsize; /* size_t * */
		uarg[a++] = (intptr_t)p->new; /* const void * */
		uarg[a++] = p->newsize; /* size_t */
		*n_args = 6;
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
	/* _exit */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* fork */
	case 2:
		break;
	/* read */
	case 3:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland void *";
			break;
		case 2:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* write */
	case 4:
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
	/* open */
	case 5:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "int";
			break;
		case 2:
			p = "mode_t";
			break;
		default:
			break;
		};
		break;
	/* close */
	case 6:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* unlink */
	case 10:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		default:
			break;
		};
		break;
	/* stat */
	case 11:
		switch (ndx) {
		case 0:
			p = "userland const char *";
			break;
		case 1:
			p = "userland struct stat *";
			break;
		default:
			break;
		};
		break;
	/* sysarch */
	case 16:
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
	/* mapper */
	case 17:
		switch (ndx) {
		case 0:
			p = "u_long";
			break;
		case 1:
			p = "userland struct mapper_request *";
			break;
		default:
			break;
		};
		break;
	/* lkmnosys */
	case 18:
		break;
	/* lkmnosys */
	case 19:
		break;
	/* lkmnosys */
	case 20:
		break;
	/* lkmnosys */
	case 21:
		break;
	/* lseek */
	case 22:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "off_t";
			break;
		case 2:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* job_wait */
	case 23:
		switch (ndx) {
		case 0:
			p = "id_t";
			break;
		case 1:
			p = "userland int *";
			break;
		case 2:
			p = "userland struct rusage *";
			break;
		default:
			break;
		};
		break;
	/* job_submit */
	case 24:
		switch (ndx) {
		case 0:
			p = "userland struct job * const *";
			break;
		case 1:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* job_cancel */
	case 25:
		switch (ndx) {
		case 0:
			p = "userland struct job *";
			break;
		default:
			break;
		};
		break;
	/* getrandom */
	case 26:
		switch (ndx) {
		case 0:
			p = "userland void *";
			break;
		case 1:
			p = "size_t";
			break;
		case 2:
			p = "u_int";
			break;
		default:
			break;
		};
		break;
	/* sysctl */
	case 27:
		switch (ndx) {
		case 0:
			p = "userland int *";
			break;
		case 1:
			p = "u_int";
			break;
		case 2:
			p = "userland void *";
			break;
		case 3:
			p = "userland size_t *";
			break;
		case 4:
			p = "userland const void *";
			break;
		case 5:
			p = "size_t";
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
	/* _exit */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "void";
		break;
	/* fork */
	case 2:
	/* read */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* write */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* open */
	case 5:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* close */
	case 6:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* unlink */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* stat */
	case 11:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* sysarch */
	case 16:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* mapper */
	case 17:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* lkmnosys */
	case 18:
	/* lkmnosys */
	case 19:
	/* lkmnosys */
	case 20:
	/* lkmnosys */
	case 21:
	/* lseek */
	case 22:
		if (ndx == 0 || ndx == 1)
			p = "off_t";
		break;
	/* job_wait */
	case 23:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* job_submit */
	case 24:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* job_cancel */
	case 25:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* getrandom */
	case 26:
		if (ndx == 0 || ndx == 1)
			p = "ssize_t";
		break;
	/* sysctl */
	case 27:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
