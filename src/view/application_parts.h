/* What the application is made of. For application.c, and for tests that look inside. */
#ifndef BUDGETTUI_VIEW_APPLICATION_PARTS_H
#define BUDGETTUI_VIEW_APPLICATION_PARTS_H

#include <time.h>

#include "view/application.h"
#include "view/list.h"

enum { APPLICATION_KEPT = 3 }; /* documents that stay open behind the list */

/* By what a file is known to have changed. */
typedef struct {
  struct timespec written;
  uint64_t size;
} FileStamp;

typedef struct {
  Document *document;
  Browser *browser;
  size_t entry; /* of the list */
  FileStamp stamp;
  bool changed; /* the file, since it was read */
} Opened;

struct Application {
  const ApplicationStart *start;
  Shell *shell;
  Opened opened[APPLICATION_KEPT]; /* the one last seen first */
  size_t opened_count;
  bool listing;        /* the list is seen, else the first that is open */
  List list;
};

#endif
