/* The facts of a document at a glance: what comes in, what goes out, for what.
 *
 * Found by the kinds of annexes and the roles of columns, never by an annex's
 * number, and by the narrative's own sentences for the change against the year
 * before. Every line is a printed figure (or, marked, a derived one) with the
 * place where it stands; a fact that the document does not tell has no line.
 * Lines come group by group, in the order of SummaryGroup. The caller closes
 * the summary; texts belong to the document. */
#ifndef BUDGETTUI_MODEL_SUMMARY_H
#define BUDGETTUI_MODEL_SUMMARY_H

#include "base/vec.h"
#include "model/document.h"
#include "model/place.h"

typedef enum {
  SUMMARY_TOTAL,        /* total income, total expenditure */
  SUMMARY_SOURCE,       /* income by source of funds */
  SUMMARY_FUNCTION,     /* expenditure by functional class */
  SUMMARY_NATURE,       /* basic and project expenditure */
  SUMMARY_THREE_PUBLIC, /* the three public expenses and their parts (depth) */
  SUMMARY_THREE_PUBLIC_BUDGET, /* of a final account: what was budgeted for them */
  SUMMARY_CHANGE,       /* against the year before, as the narrative tells it */
  SUMMARY_GROUP_COUNT
} SummaryGroup;

typedef struct {
  SummaryGroup group;
  const char *code;  /* of a functional class; "" otherwise */
  const char *label; /* as printed, or a msgid when `translate` */
  bool translate;
  int depth;         /* of the three public expenses */
  CellKind kind;     /* CELL_MONEY, else what is printed instead (three public expenses only) */
  const char *text;  /* of a dash or slash */
  Figure figure;     /* of a change: negative when it decreased */
  bool derived;      /* no table prints it */
  bool has_share;
  int64_t permille;  /* of the group's whole */
  Place place;       /* a row with its column, or a paragraph; PLACE_NONE when derived */
} SummaryLine;

typedef struct {
  VEC(SummaryLine) lines;
} Summary;

void summary_open(Summary *summary, const Document *document);
void summary_close(Summary *summary);
/* The lines of one group: [*first, *first + result). */
size_t summary_group(const Summary *summary, SummaryGroup group, size_t *first);
/* The total income, or the total expenditure; NULL where no table tells it. */
const SummaryLine *summary_total(const Summary *summary, bool income);
/* A group's heading, a msgid. */
const char *summary_title(SummaryGroup group);

#endif
