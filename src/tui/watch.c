#include "tui/watch.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>
#endif

#include "base/clock.h"
#include "base/memory.h"

static const double STEADY_SECONDS = 0.1;

/* ------------------------------------------------------------------ the file */

static WatchStamp stamp_of(const char *file) {
  struct stat state;
  if (stat(file, &state) < 0)
    return (WatchStamp){.there = false};
  return (WatchStamp){true, state.st_dev, state.st_ino, state.st_size, state.st_mtim};
}

static bool same(const WatchStamp *a, const WatchStamp *b) {
  return a->there == b->there && a->device == b->device && a->inode == b->inode &&
         a->size == b->size && a->written.tv_sec == b->written.tv_sec &&
         a->written.tv_nsec == b->written.tv_nsec;
}

static const char *name_in(const char *file) {
  const char *slash = strrchr(file, '/');
  return slash ? slash + 1 : file;
}

/* ------------------------------------------------------------------ the system */

#ifdef HAVE_SYS_INOTIFY_H

static int open_watching(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

/* False where there are too many watches already, or the directory may not be read. */
static bool watch_directory(const Watch *watch, const char *file) {
  Str directory = STR_EMPTY;
  size_t length = (size_t)(name_in(file) - file);
  str_add(&directory, length ? file : ".", length ? length : 1);
  int added = inotify_add_watch(watch->fd, directory.data,
                                IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_TO | IN_CREATE);
  str_free(&directory);
  return added >= 0;
}

static bool is_ours(const Watch *watch, const struct inotify_event *event) {
  if (event->mask & IN_Q_OVERFLOW)
    return true;
  return event->len > 0 && (strcmp(event->name, name_in(watch->file.data)) == 0 ||
                            (watch->real && strcmp(event->name, name_in(watch->real)) == 0));
}

/* Whether anything was told of the file; all that was told is taken. */
static bool was_told(Watch *watch) {
  _Alignas(struct inotify_event) char bytes[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
  bool ours = false;
  for (ssize_t length; (length = read(watch->fd, bytes, sizeof bytes)) > 0;)
    for (const char *at = bytes; at < bytes + length;) {
      const struct inotify_event *event = (const void *)at;
      ours = is_ours(watch, event) || ours;
      at += sizeof *event + event->len;
    }
  return ours;
}

#else

static int open_watching(void) { return -1; }

static bool watch_directory(const Watch *watch, const char *file) {
  (void)watch, (void)file;
  return false;
}

static bool was_told(Watch *watch) {
  (void)watch;
  return false;
}

#endif

/* ------------------------------------------------------------------ watching */

void watch_init(Watch *watch) { *watch = (Watch){.fd = -1, .file = STR_EMPTY}; }

static void stop_watching(Watch *watch) {
  if (watch->fd >= 0)
    close(watch->fd);
  watch->fd = -1;
}

static void forget(Watch *watch) {
  stop_watching(watch);
  free(watch->real);
  watch->real = NULL;
  watch->unsettled = false;
  str_clear(&watch->file);
}

void watch_free(Watch *watch) {
  forget(watch);
  str_free(&watch->file);
}

void watch_file(Watch *watch, const char *file) {
  if (strcmp(watch->file.data, file ? file : "") == 0)
    return;
  forget(watch);
  if (!file)
    return;
  str_add_text(&watch->file, file);
  watch_know(watch);
}

/* A link may lead elsewhere than before. */
void watch_know(Watch *watch) {
  if (watch->file.length == 0)
    return;
  free(watch->real);
  watch->real = realpath(watch->file.data, NULL);
  if (watch->fd < 0)
    watch->fd = open_watching();
  if (watch->fd >= 0 && (!watch_directory(watch, watch->file.data) ||
                         (watch->real && !watch_directory(watch, watch->real))))
    stop_watching(watch);
  watch->known = stamp_of(watch->file.data);
  watch->unsettled = false;
}

int watch_wait(const Watch *watch) {
  double left = watch->due - clock_seconds();
  if (!watch->unsettled)
    return -1;
  return left > 0 ? (int)(left * 1000) + 1 : 0;
}

static bool may_have_changed(Watch *watch) {
  if (watch->fd >= 0)
    return was_told(watch);
  WatchStamp now = stamp_of(watch->file.data);
  return !watch->unsettled && !same(&now, &watch->known);
}

static void look_again(Watch *watch, const WatchStamp *stamp) {
  watch->latest = *stamp;
  watch->unsettled = true;
  watch->due = clock_seconds() + STEADY_SECONDS;
}

bool watch_changed(Watch *watch) {
  if (watch->file.length == 0)
    return false;
  bool told = may_have_changed(watch);
  if (!told && (!watch->unsettled || clock_seconds() < watch->due))
    return false;
  WatchStamp now = stamp_of(watch->file.data);
  if (told || !same(&now, &watch->latest)) {
    look_again(watch, &now);
    return false;
  }
  watch->unsettled = false;
  if (!now.there || same(&now, &watch->known))
    return false;
  watch_know(watch);
  return true;
}
