#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static MemoryFailure *on_failure;

void memory_on_failure(MemoryFailure *handler) {
  on_failure = handler;
}

_Noreturn void memory_fail(size_t size) {
  if (on_failure)
    on_failure(size);
  abort();
}

/* The system may answer a request for no bytes with NULL, so one is asked for. */
static void *checked(void *block, size_t size) {
  if (!block)
    memory_fail(size);
  return block;
}

void *memory_alloc(size_t size) {
  return checked(malloc(size ? size : 1), size);
}

static size_t product(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size)
    memory_fail(SIZE_MAX);
  return count * size;
}

void *memory_zero(size_t count, size_t size) {
  size_t total = product(count, size);
  return checked(calloc(1, total ? total : 1), total);
}

void *memory_resize(void *block, size_t count, size_t size) {
  size_t total = product(count, size);
  return checked(realloc(block, total ? total : 1), total);
}

char *memory_copy(const char *text, size_t length) {
  if (length == SIZE_MAX)
    memory_fail(length);
  char *copy = memory_alloc(length + 1);
  if (length)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void memory_free(void *block) {
  free(block);
}
