/* What the words of published tables mean: the kinds of tables by their titles, roles by headings,
 * and printed labels.
 *
 * One table, data/aliases.tsv, built in; lines in the same form that a user adds come first. Its
 * head describes the form. The headings that the format itself knows (model/vocabulary.h) are part
 * of the answers and stand nowhere else. */
#ifndef BUDGETTUI_IMPORT_ALIASES_H
#define BUDGETTUI_IMPORT_ALIASES_H

#include "base/diag.h"
#include "model/vocabulary.h"

typedef struct Aliases Aliases;

typedef enum {
  LABEL_ANNEX,
  LABEL_OFFICE,
  LABEL_UNIT,
  LABEL_DATE,
  LABEL_CONTACT_NAME,
  LABEL_CONTACT_PHONE,
  LABEL_NOTE,
  LABEL_GOAL,
  LABEL_NOTES,
  LABEL_INDICATORS,
  LABEL_COUNT
} Label;

/* With the built-in table alone. */
Aliases *aliases_new(void);
void aliases_free(Aliases *aliases); /* NULL is allowed */
/* Adds the lines of a user's file before those that are there. What is wrong with a line goes to
 * `diagnostics`, and the line is left out. */
void aliases_add(Aliases *aliases, const char *text, size_t length, Diagnostics *diagnostics);

/* Texts to be asked for are folded (text/fold.h). */
Kind aliases_kind(const Aliases *aliases, const char *title);
Classification aliases_classification(const Aliases *aliases, const char *text);
/* `title` and `group` (or NULL) as printed. ROLE_TEXT when nothing is known. */
Role aliases_role(const Aliases *aliases, const char *title, const char *group);
/* False when the label is none of a subject's. */
bool aliases_subject(const Aliases *aliases, const char *label, SubjectRole *role);
/* Whether the text begins with this label. */
bool aliases_label(const Aliases *aliases, Label label, const char *text);
/* The same; the folded bytes of the label found, the longest; 0: none. */
size_t aliases_label_length(const Aliases *aliases, Label label, const char *text);

#endif
