/*
 * Does what its standard input says and prints what came of it, so that it can be
 * compared with what SlotModel does:
 *
 *	boot KINDS KINDS
 *	register ID TABLE NUMBER FLAGS
 *	deregister ID TABLE NUMBER	poll ID TABLE NUMBER
 *	enter TABLE NUMBER CONFINED	leave TABLE NUMBER
 *	row TABLE NUMBER
 */
#include <stdio.h>
#include <string.h>

#include "stand_in.h"

int
main(void)
{
	static char line[8192], one[4096], two[4096];
	char text[64];
	int a, b, c, d, error;

	while (fgets(line, sizeof(line), stdin) != NULL) {
		if (sscanf(line, "boot %4095s %4095s", one, two) == 2)
			stand_in_boot(one, two);
		else if (sscanf(line, "register %d %d %d %d", &a, &b, &c, &d) == 4) {
			error = stand_in_register(b, &c, d, a);
			printf("%d %d\n", error, c);
		} else if (sscanf(line, "deregister %d %d %d", &a, &b, &c) == 3)
			printf("%d\n", stand_in_deregister(b, c, a));
		else if (sscanf(line, "poll %d %d %d", &a, &b, &c) == 3)
			printf("%d\n", stand_in_poll(b, c, a));
		else if (sscanf(line, "enter %d %d %d", &a, &b, &c) == 3) {
			error = stand_in_enter(a, b, c);
			printf("%d %d\n", error, stand_in_signalled());
		} else if (sscanf(line, "leave %d %d", &a, &b) == 2)
			stand_in_leave(a, b);
		else if (sscanf(line, "row %d %d", &a, &b) == 2) {
			stand_in_row(a, b, text, sizeof(text));
			printf("%s\n", text);
		} else {
			printf("what? %s", line);
			return (1);
		}
	}
	return (0);
}
