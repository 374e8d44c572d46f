/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"plain",			/* 0 = plain */
	"cap_pointed",			/* 1 = cap_pointed */
	"cap_old_pointer",			/* 2 = cap_old_pointer */
	"cap_number_like",			/* 3 = cap_number_like */
	"cap_array",			/* 4 = cap_array */
	"compat11.cap_old",		/* 5 = freebsd11 cap_old */
};
