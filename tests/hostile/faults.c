/* Preloaded into a program: what it asks of the system goes wrong at a certain time.
 *
 * NO_MEMORY_AT=n: the nth request for memory is refused, and every one after it where
 * NO_MEMORY_FOR_GOOD is set. NO_MEMORY_COUNT=file: the number of requests is written there at the end.
 * What ncurses asks for to read the description of the terminal is granted: where it were not,
 * ncurses 6.4 would end the process or use what it did not get.
 * READ_ERROR_AT=n: the nth reading from a file fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- memory; what glibc calls its own */

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static unsigned long refused, requests;
static int ready, for_good;

static int reads_terminal(void *caller) {
  Dl_info info;
  return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libtinfo") != NULL;
}

/* getenv asks for no memory. */
static int refuse(void *caller) {
  if (!ready) {
    const char *at = getenv("NO_MEMORY_AT");
    refused = at ? strtoul(at, NULL, 10) : 0;
    for_good = getenv("NO_MEMORY_FOR_GOOD") != NULL;
    ready = 1;
  }
  requests++;
  if (refused == 0 || (for_good ? requests < refused : requests != refused))
    return 0;
  if (reads_terminal(caller))
    return 0;
  errno = ENOMEM;
  return 1;
}

#define REFUSED refuse(__builtin_return_address(0))

void *malloc(size_t size) { return REFUSED ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return REFUSED ? NULL : __libc_calloc(count, size); }
void *realloc(void *block, size_t size) { return REFUSED ? NULL : __libc_realloc(block, size); }

/* That of the C library would be the one who asks. */
#undef strdup
char *strdup(const char *text) {
  size_t size = strlen(text) + 1;
  void *copy = REFUSED ? NULL : __libc_malloc(size);
  return copy ? memcpy(copy, text, size) : NULL;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("NO_MEMORY_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file)
    return;
  fprintf(file, "%lu\n", requests);
  fclose(file);
}

/* ---- reading */

static int breaks(void) {
  static unsigned long readings;
  const char *at = getenv("READ_ERROR_AT");
  if (!at || ++readings != strtoul(at, NULL, 10))
    return 0;
  errno = EIO;
  return 1;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

ssize_t read(int file, void *bytes, size_t length) {
  static ssize_t (*usual)(int, void *, size_t);
  if (!usual) {
    void *found = next("read");
    memcpy(&usual, &found, sizeof usual);
  }
  return file > 2 && breaks() ? -1 : usual(file, bytes, length);
}

ssize_t pread(int file, void *bytes, size_t length, off_t offset) {
  static ssize_t (*usual)(int, void *, size_t, off_t);
  if (!usual) {
    void *found = next("pread");
    memcpy(&usual, &found, sizeof usual);
  }
  return file > 2 && breaks() ? -1 : usual(file, bytes, length, offset);
}
