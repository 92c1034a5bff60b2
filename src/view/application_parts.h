/* What the files of the application share. For application*.c only. */
#ifndef BUDGETTUI_VIEW_APPLICATION_PARTS_H
#define BUDGETTUI_VIEW_APPLICATION_PARTS_H

#include <time.h>

#include "view/application.h"
#include "view/completion.h"
#include "view/files.h"
#include "view/frame.h"
#include "view/help.h"
#include "view/prompt.h"

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
} Opened;

typedef enum { LIST_KEYS, LIST_SEARCH, LIST_COMMAND } ListTyping;

/* The list on the screen, and what may lie over it. */
typedef struct {
  Files files;
  const Keymap *keys;
  Keymap usual_keys;    /* where the caller gave none */
  Frame frame;          /* as last drawn */
  bool hinted;          /* the row of hints holds them */
  bool helping;
  Help help;
  ListTyping typing;
  History *history;
  History usual_history; /* where the caller gave none */
  Prompt search, command;
  size_t from;          /* the line that a search began at */
  Completion completion; /* of a command */
  Str report;           /* the faults of a file; empty: they are not shown */
  Window report_window; /* over its rows */
} List;

struct Application {
  const ApplicationStart *start;
  Opened opened[APPLICATION_KEPT]; /* the one last seen first */
  size_t opened_count;
  bool listing;         /* the list is seen, else the first that is open */
  List list;
};

/* ---- application.c */

/* Opens the selected file of the list, or shows what is wrong with it. */
void application_enter(Application *application);

/* ---- application_list.c */

void list_open(List *list, const ApplicationStart *start);
void list_close(List *list);
EventResult list_event(Application *application, const Event *event);
void list_draw(List *list, const char *title, Canvas *canvas);

/* ---- application_command.c */

/* A key while a command is typed. */
EventResult list_command_key(Application *application, Key key);
/* What fits what is typed, with its meaning. */
void list_command_status(const List *list, Str *out);
/* What an action does in the list. */
EventResult list_act(Application *application, Action action);

#endif
