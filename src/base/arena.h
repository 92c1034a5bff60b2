/* An arena: many small blocks, freed all at once.
 *
 * A block lives until its arena is freed; nothing in it is freed singly.
 * Allocation never fails (see base/memory.h). */
#ifndef BUDGETTUI_BASE_ARENA_H
#define BUDGETTUI_BASE_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);

/* `align` is a power of two, at most 16. The memory is not cleared. */
void *arena_alloc(Arena *arena, size_t size, size_t align);
/* An array of `count` cleared elements of `size` bytes, aligned for any type. */
void *arena_array(Arena *arena, size_t count, size_t size);
/* A copy of an array. */
void *arena_copy(Arena *arena, const void *items, size_t count, size_t size);
/* A NUL-terminated copy of `length` bytes; packed, without padding. */
char *arena_text(Arena *arena, const char *text, size_t length);
/* Takes over a block of base/memory.h, cut to `size` bytes: the result is freed with the
 * arena. For what has grown to be large, so that it need not be copied. NULL stays NULL. */
void *arena_adopt(Arena *arena, void *block, size_t size);

/* Bytes taken from the system so far: shows tests how it grows. */
size_t arena_size(const Arena *arena);

#endif
