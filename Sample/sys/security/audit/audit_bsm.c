/* Records of the sample tree's events. */

int
kaudit_to_bsm(struct kaudit_record *kar, struct au_record **pau)
{
	switch (ar->ar_event) {
	case AUE_OPEN:
	case AUE_STAT:
	case AUE_UNLINK:
		UPATH1_VNODE1_TOKENS;
		break;

	case AUE_CLOSE:
	case AUE_SEEK:
		if (ARG_IS_VALID(kar, ARG_FD)) {
			tok = au_to_arg32(1, "fd", ar->ar_arg_fd);
			kau_write(rec, tok);
		}
		break;

	case AUE_EXIT:
	case AUE_FORK:
	case AUE_JOB:
	case AUE_SYSARCH:
		break;

	case AUE_NULL:
	default:
		return (BSM_NOAUDIT);
	}
	return (BSM_SUCCESS);
}
