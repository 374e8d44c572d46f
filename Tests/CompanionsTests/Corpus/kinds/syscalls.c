/*
 * System call names.
 *
 * DO NOT EDIT-- this file is automatically @generated.
 */

const char *syscallnames[] = {
	"multiplex",			/* 0 = multiplex */
	"leave",			/* 1 = leave */
	"count",			/* 2 = count */
	"paint",			/* 3 = paint */
	"obs_carve",			/* 4 = obsolete carve */
	"#5",			/* 5 = reserved for local use */
	"#6",			/* 6 = engrave */
	"mould",			/* 7 = mould */
	"glaze",			/* 8 = glaze */
	"kiln",			/* 9 = kiln */
	"fire",			/* 10 = fire */
	"cool",			/* 11 = cool */
	"sweep",			/* 12 = sweep */
	"lkmnosys",			/* 13 = lkmnosys */
	"lkmnosys",			/* 14 = lkmnosys */
	"lend",			/* 15 = lend */
	"_exit",			/* 16 = _exit */
	"vfork",			/* 17 = vfork */
	"sysarch",			/* 18 = sysarch */
};
