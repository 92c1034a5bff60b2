/* Memory that is always there.
 *
 * Every allocation of the program goes through here. A call never returns
 * NULL: when the system has no memory left, or a size overflows, the failure
 * handler is called and must not return (main installs one that restores the
 * terminal and ends with the status for a failing environment). */
#ifndef BUDGETTUI_BASE_MEMORY_H
#define BUDGETTUI_BASE_MEMORY_H

#include <stddef.h>

/* Called with the number of bytes that could not be had. Must not return. */
typedef void MemoryFailure(size_t size);

void memory_on_failure(MemoryFailure *handler);
/* Calls the handler: for a size that overflows before it can be asked for. */
_Noreturn void memory_fail(size_t size);

/* The caller owns the result and gives it back with memory_free. */
void *memory_alloc(size_t size);
void *memory_zero(size_t count, size_t size);
void *memory_resize(void *block, size_t count, size_t size);
char *memory_copy(const char *text, size_t length); /* NUL-terminated copy */
void memory_free(void *block);

#endif
