#ifndef TESTS_SYSTM_H
#define	TESTS_SYSTM_H

extern int bootverbose;

int	printf(const char *format, ...) __attribute__((__format__(__printf__, 1, 2)));
void	bzero(void *to, size_t size);
/* Sleeps for about that many ticks; `hz` are a second. */
int	pause(const char *message, int ticks);

#endif
