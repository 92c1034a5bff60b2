/* Commands that are typed by their names: one list of those that all have, and one of each
 * content's own. The manual is made from them. */
#ifndef BUDGETTUI_VIEW_COMMAND_H
#define BUDGETTUI_VIEW_COMMAND_H

#include "view/completion.h"
#include "view/event.h"
#include "view/shell.h"

typedef struct {
  const char *name;
  const char *argument; /* as the manual calls what follows the name; in brackets what may be left
                           out; NULL: nothing does */
  const char *meaning;  /* msgid: a sentence */
  EventResult (*run)(Shell *shell, const char *argument);
  /* What may follow the name and begins with `typed`, or with a later word of it: out->start is
   * then moved on. NULL: nothing that could be listed. */
  void (*offer)(Shell *shell, const char *typed, Candidates *out);
} ShellCommand;

/* Those of the browser of a document, and those that the list of several has, too; each is ended by
 * one without a name. */
extern const ShellCommand browser_commands[], shell_commands[];

#endif
