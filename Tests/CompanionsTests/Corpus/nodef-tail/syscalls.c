/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"one",			/* 0 = one */
	"two",			/* 1 = two */
	"lkmnosys",			/* 2 = lkmnosys */
};
