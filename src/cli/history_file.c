#include "cli/history_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "export/save.h"

/* A line of the file is the sign of its prompt and what was typed there. */
static const char signs[] = {
    [HISTORY_SEARCH] = '/', [HISTORY_COMMAND] = ':', [HISTORY_FILTER] = '&'};
_Static_assert(sizeof signs == HISTORY_KINDS, "each kind of line has a sign");

enum { FILE_MOST = HISTORY_KINDS * HISTORY_MOST * (HISTORY_LINE_MOST + 2) };

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

/* Nothing but a file is waited for. */
static void read_lines(const char *path, History *history) {
  struct stat about;
  Str text = STR_EMPTY;
  int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0)
    return;
  if (!fstat(descriptor, &about) && S_ISREG(about.st_mode))
    read_open(descriptor, &text);
  close(descriptor);
  add_lines(history, &text);
  str_free(&text);
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

static void add_all(History *history, const History *more) {
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    for (size_t i = 0; i < more->lines[kind].count; i++)
      history_add(history, (HistoryKind)kind, more->lines[kind].items[i]);
}

/* What replaces a file keeps its permissions: an empty one is made first. */
static void make_file(const char *path) {
  int made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0)
    close(made);
}

static bool is_replaceable(const char *path) {
  struct stat about;
  return !stat(path, &about) && S_ISREG(about.st_mode);
}

/* Adds what is unwritten to what the file has by now. */
static void merge(HistoryFile *file) {
  History all;
  Str path = path_in(file), error = STR_EMPTY;
  history_open(&all);
  make_file(path.data);
  if (is_replaceable(path.data)) {
    read_lines(path.data, &all);
    add_all(&all, &file->unwritten);
    if (save_file(path.data, true, fill, &all, &error) == SAVE_DONE)
      history_close(&file->unwritten);
  }
  history_close(&all);
  str_free(&path);
  str_free(&error);
}

/* Runs write one after the other; the directory is what they lock. -1: another one keeps it. */
static int lock(const HistoryFile *file) {
  enum { TRIES = 20 };
  static const struct timespec pause = {.tv_nsec = 5000000};
  int directory = open(file->directory.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; directory >= 0 && i < TRIES; i++) {
    if (!flock(directory, LOCK_EX | LOCK_NB))
      return directory;
    nanosleep(&pause, NULL);
  }
  if (directory >= 0)
    close(directory);
  return -1;
}

static void write_out(HistoryFile *file) {
  make_directory(&file->directory);
  int directory = lock(file);
  if (directory < 0)
    return;
  merge(file);
  close(directory);
}

static void keep(void *context, HistoryKind kind, const char *line) {
  HistoryFile *file = context;
  history_add(&file->unwritten, kind, line);
  write_out(file);
}

/* ------------------------------------------------------------------ a run */

void history_file_open(HistoryFile *file, History *history) {
  *file = (HistoryFile){.directory = STR_EMPTY};
  history_open(&file->unwritten);
  add_directory(&file->directory);
  if (!file->directory.length)
    return;
  Str path = path_in(file);
  read_lines(path.data, history);
  str_free(&path);
  history->keep = keep;
  history->context = file;
}

void history_file_close(HistoryFile *file) {
  bool waits = false;
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    waits = waits || file->unwritten.lines[kind].count > 0;
  if (waits)
    write_out(file);
  history_close(&file->unwritten);
  str_free(&file->directory);
}
