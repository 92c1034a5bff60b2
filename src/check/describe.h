/* Findings in words: for reports, views and files. All texts of a document are as printed. */
#ifndef BUDGETTUI_CHECK_DESCRIBE_H
#define BUDGETTUI_CHECK_DESCRIBE_H

#include "base/str.h"
#include "check/check.h"

/* One word for machines (mismatch), one for readers (a msgid), and a sign. */
typedef struct {
  const char *name, *title, *sign, *ascii;
} OutcomeWords;
extern const OutcomeWords check_outcomes[CHECK_OUTCOME_COUNT];

/* The heading of a group of rules: a msgid. */
extern const char *const check_group_titles[CHECK_GROUP_COUNT];

/* Adds the sentence of a finding, translated; it names the place the figure is held against. */
void check_sentence(Str *out, const Document *document, const Finding *finding);
/* Adds a place in words, with its annex: annex 2, 201 一般公共服务支出 · 小计. */
void check_spot(Str *out, const Document *document, const Place *place);
/* Adds a figure with its unit, or a number; nothing for a blank. */
void check_value(Str *out, const CheckValue *value);
/* Adds what a place is in its annex: code, name, column; a label; a heading. */
void check_about(Str *out, const Document *document, const Place *place);
/* The column's title of a place with one, or NULL. */
const char *check_column(const Document *document, const Place *place);
/* Where a place stands in the file; line 0 for the document itself. */
Position check_position(const Document *document, const Place *place);
/* The page on which a row was printed that has no line of its own; 0: not known. */
uint32_t check_page(const Document *document, const Place *place);

#endif
