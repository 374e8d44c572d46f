/*
 * What the assembler defines.
 */
#include <stdint.h>

int64_t kernel_call(int64_t number, const uint64_t *words, int32_t *error);
