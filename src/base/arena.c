/* Blocks are taken from the front of a chunk and texts from its end, so that
 * texts need no padding and do not push blocks off their alignment. */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "base/memory.h"

enum { PAGE = 4096, POPULATE_LEAST = 1024 * 1024 };
enum { CHUNK_FIRST = 64 * 1024, CHUNK_LAST = 8 * 1024 * 1024, CHUNK_SHARE = 4, ALIGN_MOST = 16 };

typedef struct Chunk {
  _Alignas(ALIGN_MOST) struct Chunk *next;
} Chunk;

/* A block taken over from its owner. */
typedef struct Adopted {
  struct Adopted *next;
  void *block;
} Adopted;

struct Arena {
  char *front, *end; /* the free part of the newest shared chunk */
  Chunk *chunks;
  Adopted *adopted; /* each stands in a chunk itself */
  size_t chunk_size; /* of the next shared chunk, its header included */
  size_t total;
};

/* A large chunk is soon used whole: one call that maps its pages costs less than a fault for
 * each. It is advice: where the system does not know it, pages come one by one. */
static void populate(void *block, size_t size) {
#ifdef MADV_POPULATE_WRITE
  uintptr_t page = (uintptr_t)block & ~(uintptr_t)(PAGE - 1);
  if (size >= POPULATE_LEAST)
    madvise((void *)page, size, MADV_POPULATE_WRITE);
#else
  (void)block;
  (void)size;
#endif
}

static char *add_chunk(Arena *arena, size_t size) {
  Chunk *chunk = memory_alloc(size);
  populate(chunk, size);
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->total += size;
  return (char *)(chunk + 1);
}

static void start_chunk(Arena *arena) {
  size_t size = arena->chunk_size;
  arena->front = add_chunk(arena, size);
  arena->end = arena->front + (size - sizeof(Chunk));
  if (size < CHUNK_LAST)
    arena->chunk_size = size * 2;
}

Arena *arena_new(void) {
  Arena *arena = memory_zero(1, sizeof *arena);
  arena->chunk_size = CHUNK_FIRST;
  arena->total = sizeof *arena;
  start_chunk(arena);
  return arena;
}

void arena_free(Arena *arena) {
  if (!arena)
    return;
  for (Adopted *adopted = arena->adopted; adopted; adopted = adopted->next)
    memory_free(adopted->block);
  for (Chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
    next = chunk->next;
    memory_free(chunk);
  }
  memory_free(arena);
}

/* Makes room where the present chunk has none. A block that is a good part of
 * a chunk gets one of its own, so that the rest of the present one stays in
 * use: NULL says that the caller can take its block from a new shared chunk. */
static char *own_chunk(Arena *arena, size_t size) {
  if (size > SIZE_MAX - sizeof(Chunk))
    memory_fail(size);
  if (size > arena->chunk_size / CHUNK_SHARE)
    return add_chunk(arena, size + sizeof(Chunk));
  start_chunk(arena);
  return NULL;
}

void *arena_alloc(Arena *arena, size_t size, size_t align) {
  size_t room = (size_t)(arena->end - arena->front);
  size_t padding = -(uintptr_t)arena->front & (align - 1);
  if (__builtin_expect(size > room || padding > room - size, 0)) {
    char *own = own_chunk(arena, size);
    if (own)
      return own;
    padding = 0; /* a chunk begins aligned for any type */
  }
  char *block = arena->front + padding;
  arena->front = block + size;
  return block;
}

static void *alloc_array(Arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size)
    memory_fail(SIZE_MAX);
  return arena_alloc(arena, count * size, ALIGN_MOST);
}

void *arena_array(Arena *arena, size_t count, size_t size) {
  return memset(alloc_array(arena, count, size), 0, count * size);
}

void *arena_copy(Arena *arena, const void *items, size_t count, size_t size) {
  void *copy = alloc_array(arena, count, size);
  return count ? memcpy(copy, items, count * size) : copy;
}

char *arena_text(Arena *arena, const char *text, size_t length) {
  char *copy = NULL;
  if (__builtin_expect(length >= (size_t)(arena->end - arena->front), 0)) {
    if (length == SIZE_MAX)
      memory_fail(length);
    copy = own_chunk(arena, length + 1);
  }
  if (!copy)
    copy = arena->end -= length + 1;
  if (length)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void *arena_adopt(Arena *arena, void *block, size_t size) {
  if (!block)
    return NULL;
  Adopted *adopted = arena_alloc(arena, sizeof *adopted, _Alignof(Adopted));
  *adopted = (Adopted){arena->adopted, memory_resize(block, size, 1)};
  arena->adopted = adopted;
  arena->total += size;
  return adopted->block;
}

size_t arena_size(const Arena *arena) {
  return arena->total;
}
