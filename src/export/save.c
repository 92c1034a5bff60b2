#include "export/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/memory.h"

enum { NAMES_TRIED = 1000 };

/* ------------------------------------------------------------------------ signals */

static const int ending[] = {SIGHUP, SIGINT, SIGTERM};
enum { ENDING = sizeof ending / sizeof *ending };

static volatile sig_atomic_t caught;

static void on_signal(int number) { caught = number; }

/* While files are made, a signal only ends the writing: what was begun is then taken away. */
static void hold_signals(struct sigaction *before) {
  struct sigaction act = {.sa_handler = on_signal};
  caught = 0;
  for (size_t i = 0; i < ENDING; i++) {
    sigaction(ending[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      sigaction(ending[i], &act, NULL);
  }
}

static void release_signals(const struct sigaction *before) {
  for (size_t i = 0; i < ENDING; i++)
    sigaction(ending[i], &before[i], NULL);
  if (caught)
    raise(caught);
}

/* ------------------------------------------------------------------------- writing */

/* An open file on its way; `error` is the errno of what failed. */
typedef struct {
  int file;
  int error;
} Writing;

static bool write_bytes(void *context, const char *bytes, size_t length) {
  Writing *writing = context;
  while (length && !writing->error) {
    ssize_t written = write(writing->file, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (errno != EINTR) {
      writing->error = errno;
    }
    if (caught)
      writing->error = EINTR;
  }
  return !writing->error;
}

/* Fills an open file and closes it. SAVE_FAILED sets errno. */
static SaveStatus fill_file(int file, bool sync, SaveFill *fill, void *context) {
  Writing writing = {.file = file};
  Sink sink;
  sink_open(&sink, write_bytes, &writing);
  bool filled = fill(context, &sink);
  sink_close(&sink);
  if (filled && !writing.error && sync && fsync(file))
    writing.error = errno;
  if (close(file) && !writing.error)
    writing.error = errno;
  if (caught && !writing.error)
    writing.error = EINTR;
  errno = writing.error;
  return writing.error ? SAVE_FAILED : filled ? SAVE_DONE : SAVE_NOTHING;
}

/* --------------------------------------------------------------------------- names */

/* The nth name to try beside `path`. */
static void name_beside(const char *path, int number, Str *name) {
  const char *slash = strrchr(path, '/');
  str_clear(name);
  str_add(name, path, slash ? (size_t)(slash - path) + 1 : 0);
  str_printf(name, ".budgettui-%ld-%d", (long)getpid(), number);
}

static int open_beside(const char *path, Str *name) {
  int file = -1;
  for (int i = 0; i < NAMES_TRIED && (file < 0 && (!i || errno == EEXIST)); i++) {
    name_beside(path, i, name);
    file = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  }
  return file;
}

static int make_directory_beside(const char *path, Str *name) {
  int made = -1;
  for (int i = 0; i < NAMES_TRIED && (made < 0 && (!i || errno == EEXIST)); i++) {
    name_beside(path, i, name);
    made = mkdir(name->data, 0777);
  }
  return made < 0 ? -1 : open(name->data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Makes sure that the new name is there after a crash, too; not all file systems can. */
static void sync_parent(const char *path) {
  Str parent = STR_EMPTY;
  const char *slash = strrchr(path, '/');
  str_add(&parent, path, slash ? (size_t)(slash - path) + 1 : 0);
  int directory = open(parent.length ? parent.data : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    fsync(directory);
    close(directory);
  }
  str_free(&parent);
}

/* Gives what was made its name, if nothing has that name yet. */
static int rename_new(const char *made, const char *path) {
  struct stat about;
  int renamed = renameat2(AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE);
  if (!renamed || (errno != EINVAL && errno != ENOSYS))
    return renamed;
  if (!lstat(path, &about)) {
    errno = EEXIST;
    return -1;
  }
  return rename(made, path);
}

static SaveStatus say_exists(const char *path, Str *error) {
  str_printf(error, _("'%s' exists; it is replaced only with --force"), path);
  return SAVE_EXISTS;
}

/* Says what errno tells of a failure. */
static SaveStatus say(SaveStatus status, const char *path, Str *error) {
  if (status != SAVE_FAILED)
    return status;
  if (errno == EEXIST)
    return say_exists(path, error);
  str_printf(error, _("cannot write '%s': %s"), path, strerror(errno));
  return SAVE_FAILED;
}

/* ---------------------------------------------------------------------------- files */

/* A device or pipe takes what is written as it comes. */
static SaveStatus write_through(const char *path, SaveFill *fill, void *context) {
  int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  return file < 0 ? SAVE_FAILED : fill_file(file, false, fill, context);
}

/* `old`: of the file to be replaced; NULL: there must be none. */
static SaveStatus write_beside(const char *path, const struct stat *old, SaveFill *fill,
                                 void *context) {
  Str made = STR_EMPTY;
  SaveStatus status = SAVE_FAILED;
  int file = open_beside(path, &made);
  if (file >= 0) {
    bool kept = !old || !fchmod(file, old->st_mode & 07777);
    int error = errno;
    status = fill_file(file, true, fill, context);
    if (status == SAVE_DONE && !kept) {
      errno = error;
      status = SAVE_FAILED;
    }
    if (status == SAVE_DONE && (old ? rename(made.data, path) : rename_new(made.data, path)))
      status = SAVE_FAILED;
    error = errno;
    if (status == SAVE_DONE)
      sync_parent(path);
    else
      unlink(made.data);
    errno = error;
  }
  str_free(&made);
  return status;
}

static SaveStatus replace_file(const char *path, const struct stat *old, SaveFill *fill,
                                 void *context) {
  char *real = realpath(path, NULL); /* a symbolic link stays one */
  SaveStatus status = real ? write_beside(real, old, fill, context) : SAVE_FAILED;
  int error = errno;
  free(real);
  errno = error;
  return status;
}

static SaveStatus choose_file(const char *path, bool replace, SaveFill *fill, void *context) {
  struct stat old;
  if (stat(path, &old))
    return write_beside(path, NULL, fill, context);
  if (!S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode))
    return write_through(path, fill, context);
  errno = replace ? EISDIR : EEXIST;
  if (!replace || S_ISDIR(old.st_mode))
    return SAVE_FAILED;
  return replace_file(path, &old, fill, context);
}

SaveStatus save_file(const char *path, bool replace, SaveFill *fill, void *context,
                         Str *error) {
  struct sigaction before[ENDING];
  hold_signals(before);
  SaveStatus status = say(choose_file(path, replace, fill, context), path, error);
  release_signals(before);
  return status;
}

/* ----------------------------------------------------------------------- directories */

struct SaveDirectory {
  int directory;
  int error;
};

bool save_add(SaveDirectory *directory, const char *name, SaveFill *fill, void *context) {
  int file = openat(directory->directory, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 || fill_file(file, true, fill, context) == SAVE_FAILED)
    directory->error = errno;
  return !directory->error;
}

static bool is_own_name(const char *name) {
  size_t length = strlen(name);
  return !strcmp(name, "datapackage.json") || (length > 4 && !strcmp(name + length - 4, ".csv"));
}

static bool is_dots(const char *name) { return !strcmp(name, ".") || !strcmp(name, ".."); }

/* Whether there is nothing in a directory but what a data package has. */
static bool holds_package_only(const char *path) {
  DIR *directory = opendir(path);
  if (!directory)
    return false;
  bool own = true, descriptor = false, any = false;
  for (const struct dirent *entry; own && (entry = readdir(directory)) != NULL;) {
    struct stat about;
    if (is_dots(entry->d_name))
      continue;
    any = true;
    descriptor = descriptor || !strcmp(entry->d_name, "datapackage.json");
    own = is_own_name(entry->d_name) &&
          !fstatat(dirfd(directory), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) &&
          S_ISREG(about.st_mode);
  }
  closedir(directory);
  return own && (descriptor || !any);
}

/* Removes a directory and the files in it. */
static void remove_directory(const char *path) {
  DIR *directory = opendir(path);
  for (const struct dirent *entry; directory && (entry = readdir(directory)) != NULL;)
    if (!is_dots(entry->d_name))
      unlinkat(dirfd(directory), entry->d_name, 0);
  if (directory)
    closedir(directory);
  rmdir(path);
}

/* Gives what was made the name of the old directory, which is then removed. */
static int replace_directory(const char *made, const char *path) {
  if (renameat2(AT_FDCWD, made, AT_FDCWD, path, RENAME_EXCHANGE)) {
    if (errno != EINVAL && errno != ENOSYS)
      return -1;
    remove_directory(path);
    return rename(made, path);
  }
  remove_directory(made);
  return 0;
}

static SaveStatus write_directory(const char *path, bool exists, SaveFillAll *fill,
                                    void *context) {
  Str made = STR_EMPTY;
  SaveDirectory directory = {.directory = make_directory_beside(path, &made)};
  SaveStatus status = SAVE_FAILED;
  int error = errno;
  if (directory.directory >= 0) {
    if (fill(context, &directory) && !directory.error && fsync(directory.directory))
      directory.error = errno;
    close(directory.directory);
    error = directory.error;
    if (!error && (exists ? replace_directory(made.data, path) : rename_new(made.data, path)))
      error = errno;
    if (error)
      remove_directory(made.data);
    else
      sync_parent(path);
    status = error ? SAVE_FAILED : SAVE_DONE;
  }
  str_free(&made);
  errno = error;
  return status;
}

static SaveStatus choose_directory(const char *path, bool replace, SaveFillAll *fill,
                                     void *context, Str *error) {
  struct stat old;
  bool exists = !lstat(path, &old);
  if (exists && !replace)
    return say_exists(path, error);
  if (exists && (!S_ISDIR(old.st_mode) || !holds_package_only(path))) {
    str_printf(error, _("'%s' is not a directory of a data package only; it is not replaced"),
               path);
    return SAVE_EXISTS;
  }
  return say(write_directory(path, exists, fill, context), path, error);
}

SaveStatus save_directory(const char *path, bool replace, SaveFillAll *fill, void *context,
                              Str *error) {
  struct sigaction before[ENDING];
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/')
    length--;
  char *name = memory_copy(path, length);
  hold_signals(before);
  SaveStatus status = choose_directory(name, replace, fill, context, error);
  release_signals(before);
  memory_free(name);
  return status;
}
