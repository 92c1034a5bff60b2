/* Preloaded into a program: its nth request for memory is refused, and every one after it when
 * NO_MEMORY_FOR_GOOD is set. NO_MEMORY_AT is n, from 1 on. Where NO_MEMORY_COUNT names a file, the
 * number of requests is written there at the end. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* What glibc calls its own. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static unsigned long refused, requests;
static int ready, for_good;

/* getenv asks for no memory. */
static int refuse(void) {
  if (!ready) {
    const char *at = getenv("NO_MEMORY_AT");
    refused = at ? strtoul(at, NULL, 10) : 0;
    for_good = getenv("NO_MEMORY_FOR_GOOD") != NULL;
    ready = 1;
  }
  requests++;
  if (refused == 0 || (for_good ? requests < refused : requests != refused))
    return 0;
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) { return refuse() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return refuse() ? NULL : __libc_calloc(count, size); }
void *realloc(void *block, size_t size) { return refuse() ? NULL : __libc_realloc(block, size); }

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("NO_MEMORY_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file)
    return;
  fprintf(file, "%lu\n", requests);
  fclose(file);
}
