/* The list of several documents: a content of the shell (view/shell.h), and what may lie over it,
 * the faults of a file. What stands in its lines is view/files.h. */
#ifndef BUDGETTUI_VIEW_LIST_H
#define BUDGETTUI_VIEW_LIST_H

#include "view/files.h"
#include "view/shell.h"

typedef struct {
  Shell *shell;
  const char *title;
  Files files;
  size_t from;          /* the line that a search began at */
  bool missed;          /* no line holds what is typed */
  Str report;           /* the faults of a file; empty: they are not shown */
  Window report_window; /* over its rows */
} List;

/* The names, the title and the shell must outlive it. */
void list_open(List *list, Shell *shell, const char *title, const char *const *names, size_t count);
void list_close(List *list);
/* The shell shows it. */
void list_show(List *list);
/* Shows the faults of a file over it. */
void list_report(List *list, const Str *report);

#endif
