/* The `:` prompt of the browser: the code of an account, one of the commands of this list, or an
 * action by its name. The manual is made from the list. For browser*.c but for that. */
#ifndef BUDGETTUI_VIEW_BROWSER_COMMAND_H
#define BUDGETTUI_VIEW_BROWSER_COMMAND_H

#include "view/browser.h"
#include "view/completion.h"

typedef struct {
  const char *name;
  const char *argument; /* as the manual calls what follows the name; in brackets what may be left
                           out; NULL: nothing does */
  const char *meaning;  /* msgid: a sentence */
  EventResult (*run)(Browser *browser, const char *argument);
  /* What may follow the name and begins with `typed`, or with a later word of it: out->start is
   * then moved on. NULL: nothing that could be listed. */
  void (*offer)(Browser *browser, const char *typed, Candidates *out);
} BrowserCommand;

extern const BrowserCommand browser_commands[];
extern const size_t browser_command_count;
const BrowserCommand *browser_command_find(const char *name); /* NULL: there is none */
/* The names of commands and actions that begin with `typed`. */
void candidates_of_name(const char *typed, Candidates *out);

/* ---- what single commands do and offer: browser_save.c, browser_set.c, browser_sort.c,
 * browser_offer.c */

/* To a file as typed, ~/ being the home directory. `format`: NULL: what the ending names. */
EventResult browser_save(Browser *browser, const char *typed, const char *format, bool replace);
EventResult browser_set(Browser *browser, const char *argument);
EventResult browser_unit_named(Browser *browser, const char *name);
EventResult browser_sort(Browser *browser, const char *argument);
void browser_offer_annexes(Browser *browser, const char *typed, Candidates *out);
void browser_offer_views(Browser *browser, const char *typed, Candidates *out);
void browser_offer_files(Browser *browser, const char *typed, Candidates *out);
void browser_offer_units(Browser *browser, const char *typed, Candidates *out);
void browser_offer_settings(Browser *browser, const char *typed, Candidates *out);
void browser_offer_sort(Browser *browser, const char *typed, Candidates *out);

#endif
