/* An open document: its views, alone or side by side, and what is found and marked in them. It is a
 * content of the shell (view/shell.h), which hands it events and has it painted. */
#ifndef BUDGETTUI_VIEW_BROWSER_H
#define BUDGETTUI_VIEW_BROWSER_H

#include "model/document.h"
#include "view/shell.h"
#include "view/view.h"

typedef struct Browser Browser;

/* The shell shows it from now on. The document stays the caller's; both must outlive the
 * browser. */
Browser *browser_open(const Document *document, Shell *shell);
void browser_close(Browser *browser);
/* The shell shows it again. */
void browser_show(Browser *browser);
/* The browser on a new version of its document, at the same place, with all that was set and
 * remembered; the old one is closed. The old document is used, and can be freed afterwards. */
Browser *browser_reload(Browser *browser, const Document *document);
/* The file has changed since, and could not be read again: the title says so until it is
 * (browser_reload). `fault`: where it is faulty; line 0: not known. */
void browser_mark_unread(Browser *browser, Position fault);
/* False when the start code stands nowhere in the document. */
bool browser_goto_code(Browser *browser, const char *code);
/* What another browser shows is shown in this one, too: the view, the account or whatever stands for
 * the selected place, and what was searched for. */
void browser_show_alike(Browser *browser, Browser *from);
/* What was set last for all documents holds for this one. */
void browser_apply_setting(Browser *browser);
/* The line of the document's file where the selected row stands; 0: not known. */
uint32_t browser_line(Browser *browser);

#endif
