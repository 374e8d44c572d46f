/*
 * The calling program: its memory, and what a test looks at.
 */
#ifndef STAND_IN_PROGRAM_H
#define	STAND_IN_PROGRAM_H

#define	MEMORY_START	0x10000UL
#define	MEMORY_SIZE	0x10000UL

extern unsigned char program_memory[MEMORY_SIZE];
extern int allocations;

int	printf(const char *, ...);
void	_exit(int) __dead2;

/* The address of the byte at 'offset' of the program's memory, and of none. */
#define	AT(offset)	((void *)(MEMORY_START + (offset)))
#define	NOWHERE		((void *)16)

/* The object of 'type' there. */
#define	PUT(type, offset, value) do {					\
	type put_ = (type)(value);					\
	memcpy(program_memory + (offset), &put_, sizeof(put_));		\
} while (0)
#define	GET(type, offset) __extension__ ({				\
	type get_;							\
	memcpy(&get_, program_memory + (offset), sizeof(get_));		\
	get_;								\
})

/* Fills the argument structure of a little-endian program's words. */
#define	WORDS(arguments, ...) do {					\
	uint64_t words_[] = { __VA_ARGS__ };				\
	_Static_assert(sizeof(arguments) == sizeof(words_),		\
	    "the argument structure has another number of words");	\
	memcpy(&(arguments), words_, sizeof(words_));			\
} while (0)

#define	CHECK(condition) do {						\
	if (!(condition))						\
		printf("line %d: not %s\n", __LINE__, #condition);	\
} while (0)

#endif
