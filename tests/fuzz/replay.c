/* replay RUNS DIRECTORY...: gives a fuzzer every file of the directories, then RUNS variations of
 * them, the same ones each time. An input that ends the process is left in replay.crash. */
#include <dirent.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "base/vec.h"
#include "fuzz.h"

typedef VEC(Str) Corpus;

static Str input = STR_EMPTY;
static uint64_t state = 1;

static size_t below(size_t limit) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (size_t)(state >> 33) % limit;
}

/* ------------------------------------------------------------------ the corpus */

static void read_file(const char *path, Corpus *corpus) {
  FILE *file = fopen(path, "rb");
  Str bytes = STR_EMPTY;
  char buffer[4096];
  if (!file)
    return;
  for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
    str_add(&bytes, buffer, got);
  fclose(file);
  vec_push(corpus, bytes);
}

static int visible(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static void read_directory(const char *directory, Corpus *corpus) {
  struct dirent **entries;
  int count = scandir(directory, &entries, visible, alphasort);
  for (int i = 0; i < count; i++) {
    Str path = STR_EMPTY;
    str_printf(&path, "%s/%s", directory, entries[i]->d_name);
    read_file(path.data, corpus);
    str_free(&path);
    free(entries[i]);
  }
  if (count >= 0)
    free(entries);
}

/* ------------------------------------------------------------------ variations */

/* A line of another input, or some bytes where it has no lines. */
static void take_piece(const Corpus *corpus, const char **piece, size_t *length) {
  const Str *other = &corpus->items[below(corpus->count)];
  *piece = "";
  *length = 0;
  if (!other->length)
    return;
  size_t from = below(other->length);
  while (from > 0 && other->data[from - 1] != '\n' && below(60) > 0)
    from--;
  const char *end = memchr(other->data + from, '\n', other->length - from);
  *piece = other->data + from;
  *length = end ? (size_t)(end - *piece) + 1 : other->length - from;
}

static void vary_once(const Corpus *corpus) {
  size_t at = below(input.length + 1), room = input.length - at;
  size_t span = room ? below(room < 32 ? room : 32) + 1 : 0, length;
  const char *piece;
  switch (below(5)) {
  case 0:
    if (room)
      input.data[at] = (char)below(256);
    break;
  case 1:
    if (room)
      input.data[at] = (char)(input.data[at] ^ (1 << below(8)));
    break;
  case 2: str_splice(&input, at, span, "", 0); break;
  case 3:
    if (span) {
      char *copy = memory_copy(input.data + at, span);
      str_splice(&input, at, 0, copy, span);
      memory_free(copy);
    }
    break;
  default:
    take_piece(corpus, &piece, &length);
    str_splice(&input, at, below(2) ? span : 0, piece, length);
  }
}

static void vary(const Corpus *corpus) {
  const Str *base = &corpus->items[below(corpus->count)];
  str_clear(&input);
  str_add(&input, base->data, base->length);
  for (size_t times = below(8) + 1; times > 0; times--)
    vary_once(corpus);
}

/* ------------------------------------------------------------------ running */

/* The process is lost already: what little may go wrong here does no more harm. */
static void save_input(int signal_number) {
  FILE *file = fopen("replay.crash", "wb");
  if (file) {
    fwrite(input.data, 1, input.length, file);
    fclose(file);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void run(void) {
  /* A block of its own, so that reading one byte beyond is found. */
  uint8_t *block = malloc(input.length ? input.length : 1);
  if (!block)
    abort();
  memcpy(block, input.data, input.length);
  LLVMFuzzerTestOneInput(block, input.length);
  free(block);
}

int main(int count, char **arguments) {
  Corpus corpus = {0};
  if (count < 3)
    return 2;
  signal(SIGABRT, save_input);
  signal(SIGSEGV, save_input);
  for (int i = 2; i < count; i++)
    read_directory(arguments[i], &corpus);
  for (size_t i = 0; i < corpus.count; i++) {
    str_clear(&input);
    str_add(&input, corpus.items[i].data, corpus.items[i].length);
    run();
  }
  long runs = strtol(arguments[1], NULL, 10);
  for (long i = 0; i < runs && corpus.count > 0; i++) {
    vary(&corpus);
    run();
  }
  printf("%zu inputs, %ld variations\n", corpus.count, runs);
  int empty = corpus.count == 0;
  for (size_t i = 0; i < corpus.count; i++)
    str_free(&corpus.items[i]);
  vec_free(&corpus);
  str_free(&input);
  return empty;
}
