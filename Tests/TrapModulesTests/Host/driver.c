/*
 * Does what its standard input says, a word a line, and prints what came of it:
 *
 *	boot KINDS [KINDS]	load	unload	forget	lookups	free
 *	claim	release		another module takes a slot, and gives it back
 *	calls			every call by the user side
 *	narrow			every call as a 32-bit program makes it
 *	confined		every call in capability mode
 *	numbers			the numbers that programs find
 *	process 0|1		whether processes have what guards want to see
 *	threads N ROUNDS	every call by N threads at the same time
 *	reload N ROUNDS		the same while the module is unloaded and loaded
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "driver.h"
#include "stand_in.h"

int	*__error(void);
int	stand_in_sysctl(const char *name, void *old, size_t *oldlen, int narrow);

/* As FreeBSD numbers them. */
enum { NO_MODULE = 74, NO_SLOT = 76, NO_CALL = 78 };

static int wrong;
static int stopped;

static void
print_calls(void)
{
	const struct driver_call *call;
	long answer;
	int i;

	for (i = 0; i < driver_count; i++) {
		call = &driver_calls[i];
		if (call->make == NULL)
			continue;
		*__error() = 0;
		answer = call->make();
		if (answer == call->answer && *__error() == 0)
			printf("%s ok\n", call->name);
		else
			printf("%s %ld errno %d\n", call->name, answer, *__error());
	}
}

static long
next(void *cursor)
{
	const unsigned int **words = cursor;

	return ((long)(unsigned long)*(*words)++);
}

static int
number(const struct driver_call *call, int narrow, int *error)
{
	size_t size;
	int found;

	size = sizeof(found);
	*error = stand_in_sysctl(call->node, &found, &size, narrow);
	return (*error == 0 ? found : -1);
}

static void
print_narrow(void)
{
	const struct driver_call *call;
	const unsigned int *cursor;
	long answer;
	int error, found, i;

	for (i = 0; i < driver_count; i++) {
		call = &driver_calls[i];
		found = number(call, 1, &error);
		if (error != 0 || found == -1) {
			printf("%s none\n", call->name);
			continue;
		}
		cursor = call->words;
		error = stand_in_call(STAND_IN_NARROW, found, 0, next, &cursor,
		    &answer);
		if (error == 0 && answer == call->narrow)
			printf("%s ok\n", call->name);
		else
			printf("%s %ld error %d\n", call->name, answer, error);
	}
}

static void
print_confined(void)
{
	const unsigned int zeros[8] = { 0 }, *cursor;
	long answer;
	int error, found, i;

	for (i = 0; i < driver_count; i++) {
		found = number(&driver_calls[i], 0, &error);
		cursor = zeros;
		printf("%s %d\n", driver_calls[i].name, stand_in_call(
		    STAND_IN_NATIVE, found, 1, next, &cursor, &answer));
	}
}

static void
print_numbers(void)
{
	int error, i, narrow, native;

	for (i = 0; i < driver_count; i++) {
		native = number(&driver_calls[i], 0, &error);
		narrow = number(&driver_calls[i], 1, &error);
		printf("%s %d %d\n", driver_calls[i].name, native, narrow);
	}
}

/* With a module that comes and goes, a call may also be absent. */
static void *
call_all(void *argument)
{
	const struct driver_call *call;
	long answer, rounds;
	int error, i;

	rounds = *(long *)argument;
	while (rounds < 0 ? !__atomic_load_n(&stopped, __ATOMIC_ACQUIRE) :
	    rounds-- > 0) {
		for (i = 0; i < driver_count; i++) {
			call = &driver_calls[i];
			if (call->make == NULL)
				continue;
			*__error() = 0;
			answer = call->make();
			error = *__error();
			if (answer == call->answer)
				continue;
			if (rounds < 0 && answer == call->absent &&
			    (error == NO_MODULE || error == NO_SLOT ||
			    error == NO_CALL))
				continue;
			fprintf(stderr, "%s %ld errno %d\n", call->name, answer,
			    error);
			__atomic_fetch_add(&wrong, 1, __ATOMIC_RELAXED);
		}
	}
	return (NULL);
}

static void
run_threads(int count, long rounds, int reloads)
{
	pthread_t threads[64];
	int i;

	wrong = stopped = 0;
	for (i = 0; i < count; i++)
		pthread_create(&threads[i], NULL, call_all, &rounds);
	for (i = 0; i < reloads; i++)
		if (stand_in_unload() != 0 || stand_in_load() != 0)
			__atomic_fetch_add(&wrong, 1, __ATOMIC_RELAXED);
	__atomic_store_n(&stopped, 1, __ATOMIC_RELEASE);
	for (i = 0; i < count; i++)
		pthread_join(threads[i], NULL);
	printf("wrong %d\n", wrong);
}

int
main(void)
{
	static char line[8192], one[4096], two[4096];
	static int claimed;
	long first, second;
	int words;

	setvbuf(stdout, NULL, _IOLBF, 0);
	while (fgets(line, sizeof(line), stdin) != NULL) {
		if ((words = sscanf(line, "boot %4095s %4095s", one, two)) >= 1)
			stand_in_boot(one, words == 1 ? one : two);
		else if (strcmp(line, "load\n") == 0)
			printf("load %d\n", stand_in_load());
		else if (strcmp(line, "unload\n") == 0)
			printf("unload %d\n", stand_in_unload());
		else if (strcmp(line, "forget\n") == 0)
			driver_forget();
		else if (strcmp(line, "lookups\n") == 0)
			printf("lookups %d\n", stand_in_lookups());
		else if (strcmp(line, "free\n") == 0)
			printf("free %d %d\n", stand_in_free(STAND_IN_NATIVE),
			    stand_in_free(STAND_IN_NARROW));
		else if (strcmp(line, "claim\n") == 0) {
			claimed = -1;
			(void)stand_in_register(STAND_IN_NATIVE, &claimed, 0, 0);
		} else if (strcmp(line, "release\n") == 0)
			(void)stand_in_deregister(STAND_IN_NATIVE, claimed, 0);
		else if (strcmp(line, "confined\n") == 0)
			print_confined();
		else if (strcmp(line, "calls\n") == 0)
			print_calls();
		else if (strcmp(line, "narrow\n") == 0)
			print_narrow();
		else if (strcmp(line, "numbers\n") == 0)
			print_numbers();
		else if (sscanf(line, "process %ld", &first) == 1)
			stand_in_have_process((int)first);
		else if (sscanf(line, "threads %ld %ld", &first, &second) == 2)
			run_threads((int)first, second, 0);
		else if (sscanf(line, "reload %ld %ld", &first, &second) == 2)
			run_threads((int)first, -1, (int)second);
		else {
			printf("what? %s", line);
			return (1);
		}
	}
	return (0);
}
