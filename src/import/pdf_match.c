/* Which heading is which column's: both from left to right, so that all of them together are
 * nearest. */
#include <stdlib.h>

#include "import/pairing.h"
#include "import/pdf_table.h"

/* ------------------------------------------------------------------------- matching */

/* Sizes: what it costs to have no partner, for headings whose columns stand right below them, too;
 * the farthest one. */
enum { ALONE = 25, ALONE_LAID = 5, MOST_AWAY = 50 };

typedef struct {
  VEC(const PdfHead *) heads; /* the lowest, from left to right */
  const PdfColumn *columns;
  Pairing pairing; /* of the heads, at the left, with the columns */
  Points size;
  bool laid; /* in columns of one width: see import/layout.h */
} Match;

static int64_t cost_of_pair(const void *context, size_t head, size_t column) {
  const Match *match = context;
  const PdfHead *here = match->heads.items[head];
  Points away = pdf_column_distance(&match->columns[column], here->left, here->right);
  if (away > match->size * MOST_AWAY)
    return INT32_MAX;
  return points_most(away, 0);
}

/* What a heading costs without a column: one that may be a group's, nothing. */
static int64_t cost_of_head(const void *context, size_t head) {
  const Match *match = context;
  Points alone = match->size * (match->laid ? ALONE_LAID : ALONE);
  return match->heads.items[head]->leaf ? alone : 0;
}

static int by_place(const void *left, const void *right) {
  const PdfHead *a = *(const PdfHead *const *)left, *b = *(const PdfHead *const *)right;
  Points x = a->left + a->right, y = b->left + b->right;
  return (x > y) - (x < y);
}

/* With the lowest headings; with `all`, those of the rows above, too, that have nothing below them.
 * Without a heading there is nothing to match. */
static void open_match(Match *match, const PdfTable *table, const PdfHeads *heads, bool all) {
  *match = (Match){.columns = table->columns.items, .laid = heads->pitch > 0};
  for (size_t i = 0; i < heads->cells.count; i++)
    if (heads->cells.items[i].leaf || (all && heads->cells.items[i].bare))
      vec_push(&match->heads, &heads->cells.items[i]);
  if (!match->heads.count)
    return;
  qsort(match->heads.items, match->heads.count, sizeof *match->heads.items, by_place);
  match->size = match->heads.items[0]->size;
  match->pairing = pairing_open(&(PairingCosts){.left = match->heads.count,
                                                .right = table->columns.count,
                                                .pair = cost_of_pair,
                                                .left_alone = cost_of_head,
                                                .right_alone = (int64_t)match->size * ALONE,
                                                .context = match});
}

static void close_match(Match *match) {
  vec_free(&match->heads);
  pairing_close(&match->pairing);
}

void pdf_match_bare(const PdfTable *table, PdfHeads *heads) {
  if (!heads->pitch)
    return;
  Match match;
  open_match(&match, table, heads, true);
  for (Pair pair; pairing_back(&match.pairing, &pair);)
    if (pairing_has_both(&pair))
      heads->cells.items[match.heads.items[pair.left] - heads->cells.items].leaf = true;
  close_match(&match);
}

/* --------------------------------------------------------------------------- columns */

/* A column with its heading: from the first word of either to the last. Where a character of a
 * heading is as wide as a digit, headings tell no more than the order. */
static PdfColumn with_head(const Match *match, PdfColumn column, const PdfHead *head) {
  if (match->laid && column.words)
    return column;
  column.left = points_least(column.left, head->left);
  column.right = points_most(column.right, head->right);
  return column;
}

static PdfColumn head_alone(const PdfHead *head) {
  return (PdfColumn){.left = head->left, .right = head->right, .room_right = head->right};
}

static int by_left(const void *left, const void *right) {
  const PdfColumn *a = left, *b = right;
  return (a->left > b->left) - (a->left < b->left);
}

/* Columns without a word stand where those beside them leave room. */
static void fit_between(PdfTable *table) {
  for (size_t i = 0; i < table->columns.count; i++) {
    PdfColumn *column = &table->columns.items[i];
    Points from = i ? column[-1].right : 0;
    if (column->words)
      continue;
    column->left = points_most(column->left, from);
    for (size_t j = i + 1; j < table->columns.count; j++)
      if (table->columns.items[j].words) {
        column->right = points_least(column->right, table->columns.items[j].left);
        break;
      }
    column->left = points_most(points_least(column->left, column->right), from);
    column->right = points_most(column->right, column->left);
  }
}

static PdfColumn column_of(const Match *match, const Pair *pair) {
  if (pair->left == PAIRING_NONE)
    return match->columns[pair->right];
  const PdfHead *head = match->heads.items[pair->left];
  return pair->right == PAIRING_NONE ? head_alone(head)
                                     : with_head(match, match->columns[pair->right], head);
}

static void take_pairs(Match *match, PdfTable *table) {
  VEC(PdfColumn) found = {0};
  for (Pair pair; pairing_back(&match->pairing, &pair);)
    vec_push(&found, column_of(match, &pair));
  table->columns.count = 0;
  while (found.count)
    vec_push(&table->columns, found.items[--found.count]);
  vec_free(&found);
}

void pdf_match_heads(PdfTable *table, const PdfHeads *heads) {
  Match match;
  open_match(&match, table, heads, false);
  if (match.heads.count) {
    take_pairs(&match, table);
    if (match.laid)
      fit_between(table);
    else if (table->columns.count)
      qsort(table->columns.items, table->columns.count, sizeof *table->columns.items, by_left);
  }
  close_match(&match);
}

void pdf_match_leaves(const PdfTable *table, const PdfHeads *heads, size_t *columns) {
  Match match;
  open_match(&match, table, heads, false);
  for (Pair pair; pairing_back(&match.pairing, &pair);)
    if (pairing_has_both(&pair))
      columns[match.heads.items[pair.left] - heads->cells.items] = pair.right;
  close_match(&match);
}
