/* The three public expenses (“三公”经费): abroad, vehicles, reception.
 *
 * Offices print them as one row with a column for each, or as one row for each;
 * here they are always the same short tree, in the order total, abroad, vehicles
 * (purchase, operation), reception, then what some tables add (meetings, training).
 * A line that the table does not have is left out, nothing is computed. Of a final account a line
 * is what was spent, with what was budgeted beside it.
 * Texts and cells belong to the document; nothing needs to be freed. */
#ifndef BUDGETTUI_MODEL_THREE_PUBLIC_H
#define BUDGETTUI_MODEL_THREE_PUBLIC_H

#include "model/document.h"

enum { THREE_PUBLIC_LINES = 8 };

typedef struct {
  const char *label; /* as printed; of a column that says less (小计, 决算数): the title over it */
  Role role;         /* ROLE_TOTAL, ROLE_ABROAD, ROLE_VEHICLE, ... */
  int depth;         /* 0: the total and what is no part of it; 1; 2: parts of vehicles */
  const Cell *cell;  /* as printed: money, blank, a dash or a slash */
  Figure figure;     /* of a money cell */
  uint32_t row;
  uint16_t leaf;
  const Cell *budget;     /* of a final account that prints what was budgeted, too; else NULL */
  Figure budget_figure;   /* when it holds money */
  uint16_t budget_leaf;
} ThreePublicLine;

typedef struct {
  const Annex *annex; /* NULL: the document has no such table */
  uint32_t annex_index;
  ThreePublicLine lines[THREE_PUBLIC_LINES];
  size_t count;
} ThreePublic;

/* Reads the document's table of the three public expenses: the first annex of that kind that holds
 * one, else the first that is listed (then without lines). */
ThreePublic three_public_of(const Document *document);
/* Whether any line has a budget beside it. */
bool three_public_budgeted(const ThreePublic *expenses);
/* The line with this role, or NULL. */
const ThreePublicLine *three_public_line(const ThreePublic *expenses, Role role);
/* The share of a part in the total, in tenths of a percent (money_share); false of a line that is
 * no part of it. */
bool three_public_share(const ThreePublic *expenses, const ThreePublicLine *line,
                        int64_t *permille);

#endif
