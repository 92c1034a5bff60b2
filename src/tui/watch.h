/* Whether a file changed on disk, as soon as it is written.
 *
 * Its directory is watched, so that a file that takes its place by renaming is seen, too; a
 * change counts once the file is as it was a moment before. Where the system cannot watch, the
 * file is looked at whenever watch_changed is called. */
#ifndef BUDGETTUI_TUI_WATCH_H
#define BUDGETTUI_TUI_WATCH_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

#include "base/str.h"

typedef struct {
  bool there;
  dev_t device;
  ino_t inode;
  off_t size;
  struct timespec written;
} WatchStamp;

typedef struct {
  int fd;            /* has input when something may have changed; -1: the system cannot watch */
  Str file;          /* empty: none */
  char *real;        /* where it leads over links; NULL */
  WatchStamp known;  /* as it was read */
  WatchStamp latest;
  bool unsettled;    /* it is to be looked at again */
  double due;        /* then */
} Watch;

void watch_init(Watch *watch);
void watch_free(Watch *watch);
/* Watches that file from here on, and no other one; NULL: none. The same one again: nothing
 * changes. */
void watch_file(Watch *watch, const char *file);
/* The file is known as it is now. */
void watch_know(Watch *watch);
/* Milliseconds until it is to be looked at; -1: not before fd has input. */
int watch_wait(const Watch *watch);
/* Whether the file is another one than was known, once; it is known then. */
bool watch_changed(Watch *watch);

#endif
