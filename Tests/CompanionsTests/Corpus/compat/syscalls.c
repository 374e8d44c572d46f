/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"present",			/* 0 = present */
	"compat.eldest",		/* 1 = old eldest */
	"compat.childless",		/* 2 = old childless */
	"compat4.fourth",		/* 3 = freebsd4 fourth */
	"compat6.sixth",		/* 4 = freebsd6 sixth */
	"compat7.seventh",		/* 5 = freebsd7 seventh */
	"compat10.tenth",		/* 6 = freebsd10 tenth */
	"compat11.eleventh",		/* 7 = freebsd11 eleventh */
	"compat12.twelfth",		/* 8 = freebsd12 twelfth */
	"compat13.thirteenth",		/* 9 = freebsd13 thirteenth */
	"compat14.fourteenth",		/* 10 = freebsd14 fourteenth */
	"compat.absent",		/* 11 = old absent */
	"compat.both",		/* 12 = old both */
	"obs_gone",			/* 13 = obsolete gone */
	"compat4.loaded",		/* 14 = freebsd4 loaded */
};
