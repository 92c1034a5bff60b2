#include "cli/history_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "export/save.h"

/* A line of the file is the sign of its prompt and what was typed there. */
static const char signs[] = {
    [HISTORY_SEARCH] = '/', [HISTORY_COMMAND] = ':', [HISTORY_FILTER] = '&'};
_Static_assert(sizeof signs == HISTORY_KINDS, "each kind of line has a sign");

enum {
  FILE_MOST = HISTORY_KINDS * LIMIT_HISTORY * (LIMIT_TYPED + 2), /* bytes that are read */
  FILE_LARGE = 256 * 1024                                        /* and that are left standing */
};

/* ------------------------------------------------------------------ places */

/* A relative directory in the environment does not count. Empty: nothing tells where. */
static void add_directory(Str *out) {
  const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
  if (state && *state == '/')
    str_printf(out, "%s/budgettui", state);
  else if (home && *home == '/')
    str_printf(out, "%s/.local/state/budgettui", home);
}

static Str path_in(const HistoryFile *file) {
  Str path = STR_EMPTY;
  str_printf(&path, "%s/history", file->directory.data);
  return path;
}

/* With those above it; what cannot be made is missed when the directory is opened. */
static void make_directory(const Str *directory) {
  Str path = STR_EMPTY;
  for (size_t at = 1; at <= directory->length; at++) {
    if (directory->data[at] != '/' && directory->data[at] != '\0')
      continue;
    str_clear(&path);
    str_add(&path, directory->data, at);
    mkdir(path.data, 0700);
  }
  str_free(&path);
}

/* ------------------------------------------------------------------ reading */

static void add_line(History *history, const char *line, size_t length) {
  for (int kind = 0; kind < HISTORY_KINDS && length > 0; kind++)
    if (signs[kind] == line[0] && strlen(line) == length)
      history_add(history, (HistoryKind)kind, line + 1);
}

static void add_lines(History *history, Str *text) {
  for (size_t at = 0; at < text->length;) {
    char *line = text->data + at, *end = memchr(line, '\n', text->length - at);
    size_t length = end ? (size_t)(end - line) : text->length - at;
    line[length] = '\0';
    add_line(history, line, length);
    at += length + 1;
  }
}

static void read_open(int descriptor, Str *text) {
  char bytes[4096];
  ssize_t got = 1;
  while (got > 0 && text->length < FILE_MOST) {
    got = read(descriptor, bytes, sizeof bytes);
    if (got > 0)
      str_add(text, bytes, (size_t)got);
  }
}

/* Nothing but a file is waited for. Returns the bytes of the file. */
static size_t read_lines(const char *path, History *history) {
  struct stat about;
  Str text = STR_EMPTY;
  int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0)
    return 0;
  if (!fstat(descriptor, &about) && S_ISREG(about.st_mode))
    read_open(descriptor, &text);
  close(descriptor);
  size_t length = text.length;
  add_lines(history, &text);
  str_free(&text);
  return length;
}

/* ------------------------------------------------------------------ writing */

static bool fill(void *context, Sink *sink) {
  const History *history = context;
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    for (size_t i = 0; i < history->lines[kind].count; i++) {
      str_printf(&sink->text, "%c%s\n", signs[kind], history->lines[kind].items[i]);
      if (!sink_pour(sink))
        return true;
    }
  return true;
}

/* A line of the file is added to its end, a larger file written anew: the directory is what runs
 * lock for either, all together or one alone. -1: another one keeps it. */
static int lock(const HistoryFile *file, int how) {
  enum { TRIES = 20 };
  static const struct timespec pause = {.tv_nsec = 5000000};
  int directory = open(file->directory.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; directory >= 0 && i < TRIES; i++) {
    if (!flock(directory, how | LOCK_NB))
      return directory;
    nanosleep(&pause, NULL);
  }
  if (directory >= 0)
    close(directory);
  return -1;
}

static void write_anew(const HistoryFile *file, const char *path) {
  int directory = lock(file, LOCK_EX);
  History all;
  Str error = STR_EMPTY;
  if (directory < 0)
    return;
  history_open(&all);
  read_lines(path, &all);
  save_file(path, true, fill, &all, &error);
  history_close(&all);
  str_free(&error);
  close(directory);
}

/* Nothing but a file is written to. */
static bool append(const char *path, const Str *text) {
  enum { FLAGS = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY | O_CLOEXEC };
  struct stat about;
  int descriptor = open(path, FLAGS, 0600);
  if (descriptor < 0)
    return true;
  ssize_t length = (ssize_t)text->length;
  bool whole = fstat(descriptor, &about) || !S_ISREG(about.st_mode) ||
               write(descriptor, text->data, text->length) == length;
  close(descriptor);
  return whole;
}

static void keep(void *context, HistoryKind kind, const char *line) {
  HistoryFile *file = context;
  make_directory(&file->directory);
  int directory = lock(file, LOCK_SH);
  if (directory < 0)
    return;
  Str path = path_in(file), text = STR_EMPTY;
  str_printf(&text, "%s%c%s\n", file->torn ? "\n" : "", signs[kind], line);
  file->torn = !append(path.data, &text);
  str_free(&path);
  str_free(&text);
  close(directory);
}

/* ------------------------------------------------------------------ a run */

void history_file_open(HistoryFile *file, History *history) {
  *file = (HistoryFile){.directory = STR_EMPTY};
  add_directory(&file->directory);
  if (!file->directory.length)
    return;
  Str path = path_in(file);
  if (read_lines(path.data, history) > FILE_LARGE)
    write_anew(file, path.data);
  str_free(&path);
  history->keep = keep;
  history->context = file;
}

void history_file_close(HistoryFile *file) { str_free(&file->directory); }
