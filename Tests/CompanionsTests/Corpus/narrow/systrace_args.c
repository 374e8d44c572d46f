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
	/* shared */
	case 0: {
		struct shared_args *p = params;
		iarg[a++] = p->a; /* int */
		uarg[a++] = (intptr_t)p->path; /* const char * */
		*n_args = 2;
		break;
	}
	/* narrow_wide_even */
	case 1: {
		struct narrow_wide_even_args *p = params;
		iarg[a++] = p->fd; /* int */
		iarg[a++] = p->whence; /* int */
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* narrow_wide_odd */
	case 2: {
		struct narrow_wide_odd_args *p = params;
		iarg[a++] = p->fd; /* int */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* narrow_wide_twice */
	case 3: {
		struct narrow_wide_twice_args *p = params;
		uarg[a++] = p->who1; /* uint32_t */
		uarg[a++] = p->who2; /* uint32_t */
		iarg[a++] = p->what; /* int */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->where1; /* uint32_t */
		uarg[a++] = p->where2; /* uint32_t */
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		uarg[a++] = p->flags; /* u_int */
		*n_args = 9;
		break;
	}
	/* narrow_wide_first */
	case 4: {
		struct narrow_wide_first_args *p = params;
		uarg[a++] = p->start1; /* uint32_t */
		uarg[a++] = p->start2; /* uint32_t */
		uarg[a++] = p->end1; /* uint32_t */
		uarg[a++] = p->end2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* narrow_bare_long */
	case 5: {
		struct narrow_bare_long_args *p = params;
		iarg[a++] = p->amount; /* int32_t */
		*n_args = 1;
		break;
	}
	/* narrow_long_pointers */
	case 6: {
		struct narrow_long_pointers_args *p = params;
		uarg[a++] = (intptr_t)p->a; /* int32_t * */
		uarg[a++] = (intptr_t)p->b; /* const uint32_t * */
		uarg[a++] = (intptr_t)p->c; /* uint32_t * */
		uarg[a++] = (intptr_t)p->d; /* uint32_t * */
		*n_args = 4;
		break;
	}
	/* narrow_time_within */
	case 7: {
		struct narrow_time_within_args *p = params;
		uarg[a++] = (intptr_t)p->clock; /* const struct clock_n * */
		*n_args = 1;
		break;
	}
	/* narrow_long_within */
	case 8: {
		struct narrow_long_within_args *p = params;
		uarg[a++] = (intptr_t)p->nodes; /* struct node_n * */
		iarg[a++] = p->n; /* int */
		*n_args = 2;
		break;
	}
	/* narrow_union_within */
	case 9: {
		struct narrow_union_within_args *p = params;
		uarg[a++] = (intptr_t)p->leaf; /* union leaf_n * */
		*n_args = 1;
		break;
	}
	/* narrow_pointer_array */
	case 10: {
		struct narrow_pointer_array_args *p = params;
		uarg[a++] = (intptr_t)p->words; /* uint32_t * */
		uarg[a++] = (intptr_t)p->nodes; /* uint32_t * */
		uarg[a++] = (intptr_t)p->leaves; /* uint32_t * */
		uarg[a++] = p->n; /* u_int */
		*n_args = 4;
		break;
	}
	/* narrow_listed */
	case 11: {
		struct narrow_listed_args *p = params;
		iarg[a++] = p->a; /* int */
		*n_args = 1;
		break;
	}
	/* exempted */
	case 12: {
		struct exempted_args *p = params;
		uarg[a++] = (intptr_t)p->node; /* struct node_n * */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* other_types */
	case 18: {
		struct other_types_args *p = params;
		iarg[a++] = p->id; /* int32_t */
		uarg[a++] = (intptr_t)p->data; /* intptr_t */
		uarg[a++] = (intptr_t)p->more; /* uintptr_t */
		*n_args = 3;
		break;
	}
	/* narrow_padded */
	case 19: {
		struct narrow_padded_args *p = params;
		iarg[a++] = p->fd; /* int */
#ifdef PAD64_REQUIRED
		iarg[a++] = p->_pad; /* int */
#endif
		uarg[a++] = p->place1; /* uint32_t */
		uarg[a++] = p->place2; /* uint32_t */
		*n_args = 4;
		break;
	}
	/* loadable */
	case 20: {
		struct loadable_args *p = params;
		uarg[a++] = p->n; /* size_t */
		*n_args = 1;
		break;
	}
	/* multiplex */
	case 21: {
		*n_args = 0;
		break;
	}
	/* lkmnosys */
	case 22: {
		*n_args = 0;
		break;
	}
	/* result */
	case 23: {
		struct result_args *p = params;
		iarg[a++] = p->int_like; /* int32_t */
		*n_args = 1;
		break;
	}
	/* sigs */
	case 24: {
		struct sigs_args *p = params;
		uarg[a++] = (intptr_t)p->n; /* u_int * */
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
	/* shared */
	case 0:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "userland const char *";
			break;
		default:
			break;
		};
		break;
	/* narrow_wide_even */
	case 1:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		case 1:
			p = "int";
			break;
		case 2:
			p = "uint32_t";
			break;
		case 3:
			p = "uint32_t";
			break;
		default:
			break;
		};
		break;
	/* narrow_wide_odd */
	case 2:
		switch (ndx) {
		case 0:
			p = "int";
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
	/* narrow_wide_twice */
	case 3:
		switch (ndx) {
		case 0:
			p = "uint32_t";
			break;
		case 1:
			p = "uint32_t";
			break;
		case 2:
			p = "int";
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
		case 6 - _P_:
			p = "uint32_t";
			break;
		case 7 - _P_:
			p = "uint32_t";
			break;
		case 8 - _P_:
			p = "u_int";
			break;
		default:
			break;
		};
#undef _P_

		break;
	/* narrow_wide_first */
	case 4:
		switch (ndx) {
		case 0:
			p = "uint32_t";
			break;
		case 1:
			p = "uint32_t";
			break;
		case 2:
			p = "uint32_t";
			break;
		case 3:
			p = "uint32_t";
			break;
		default:
			break;
		};
		break;
	/* narrow_bare_long */
	case 5:
		switch (ndx) {
		case 0:
			p = "int32_t";
			break;
		default:
			break;
		};
		break;
	/* narrow_long_pointers */
	case 6:
		switch (ndx) {
		case 0:
			p = "userland int32_t *";
			break;
		case 1:
			p = "userland const uint32_t *";
			break;
		case 2:
			p = "userland uint32_t *";
			break;
		case 3:
			p = "userland uint32_t *";
			break;
		default:
			break;
		};
		break;
	/* narrow_time_within */
	case 7:
		switch (ndx) {
		case 0:
			p = "userland const struct clock_n *";
			break;
		default:
			break;
		};
		break;
	/* narrow_long_within */
	case 8:
		switch (ndx) {
		case 0:
			p = "userland struct node_n *";
			break;
		case 1:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* narrow_union_within */
	case 9:
		switch (ndx) {
		case 0:
			p = "userland union leaf_n *";
			break;
		default:
			break;
		};
		break;
	/* narrow_pointer_array */
	case 10:
		switch (ndx) {
		case 0:
			p = "userland uint32_t *";
			break;
		case 1:
			p = "userland uint32_t *";
			break;
		case 2:
			p = "userland uint32_t *";
			break;
		case 3:
			p = "u_int";
			break;
		default:
			break;
		};
		break;
	/* narrow_listed */
	case 11:
		switch (ndx) {
		case 0:
			p = "int";
			break;
		default:
			break;
		};
		break;
	/* exempted */
	case 12:
		switch (ndx) {
		case 0:
			p = "userland struct node_n *";
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
	/* other_types */
	case 18:
		switch (ndx) {
		case 0:
			p = "int32_t";
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
	/* narrow_padded */
	case 19:
		switch (ndx) {
		case 0:
			p = "int";
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
	/* loadable */
	case 20:
		switch (ndx) {
		case 0:
			p = "size_t";
			break;
		default:
			break;
		};
		break;
	/* multiplex */
	case 21:
		break;
	/* lkmnosys */
	case 22:
		break;
	/* result */
	case 23:
		switch (ndx) {
		case 0:
			p = "int32_t";
			break;
		default:
			break;
		};
		break;
	/* sigs */
	case 24:
		switch (ndx) {
		case 0:
			p = "userland u_int *";
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
	/* shared */
	case 0:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_wide_even */
	case 1:
		if (ndx == 0 || ndx == 1)
			p = "off_t";
		break;
	/* narrow_wide_odd */
	case 2:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_wide_twice */
	case 3:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_wide_first */
	case 4:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_bare_long */
	case 5:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_long_pointers */
	case 6:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_time_within */
	case 7:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_long_within */
	case 8:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_union_within */
	case 9:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_pointer_array */
	case 10:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_listed */
	case 11:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* exempted */
	case 12:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* other_types */
	case 18:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* narrow_padded */
	case 19:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* loadable */
	case 20:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	/* multiplex */
	case 21:
	/* lkmnosys */
	case 22:
	/* result */
	case 23:
		if (ndx == 0 || ndx == 1)
			p = "long *";
		break;
	/* sigs */
	case 24:
		if (ndx == 0 || ndx == 1)
			p = "int";
		break;
	default:
		break;
	};
	if (p != NULL)
		strlcpy(desc, p, descsz);
}
