/* Which heading is which column's: both from left to right, so that all of them together are
 * nearest. */
#include <stdlib.h>

#include "import/pdf_table.h"

/* ------------------------------------------------------------------------- matching */

/* Sizes: what it costs to have no partner, for headings whose columns stand right below them, too;
 * the farthest one. */
enum { ALONE = 25, ALONE_LAID = 5, MOST_AWAY = 50 };

typedef struct {
  VEC(const PdfHead *) heads; /* the lowest, from left to right */
  const PdfColumn *columns;
  size_t column_count;
  int64_t *costs; /* of the first i headings with the first j columns */
  Points size;
  bool laid; /* in columns of one width: see import/layout.h */
} Match;

static int64_t *cost_at(const Match *match, size_t head, size_t column) {
  return &match->costs[head * (match->column_count + 1) + column];
}

static int64_t cost_of_pair(const Match *match, size_t head, size_t column) {
  const PdfHead *here = match->heads.items[head];
  Points away = pdf_column_distance(&match->columns[column], here->left, here->right);
  if (away > match->size * MOST_AWAY)
    return INT32_MAX;
  return points_most(away, 0);
}

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

/* What a heading costs without a column: one that may be a group's, nothing. */
static int64_t cost_of_head(const Match *match, size_t head) {
  Points alone = match->size * (match->laid ? ALONE_LAID : ALONE);
  return match->heads.items[head]->leaf ? alone : 0;
}

static void fill_costs(Match *match) {
  int64_t alone = (int64_t)match->size * ALONE;
  for (size_t i = 0; i <= match->heads.count; i++)
    for (size_t j = 0; j <= match->column_count; j++) {
      int64_t best = i || j ? INT64_MAX : 0;
      if (i)
        best = least(best, *cost_at(match, i - 1, j) + cost_of_head(match, i - 1));
      if (j)
        best = least(best, *cost_at(match, i, j - 1) + alone);
      if (i && j)
        best = least(best, *cost_at(match, i - 1, j - 1) + cost_of_pair(match, i - 1, j - 1));
      *cost_at(match, i, j) = best;
    }
}

static int by_place(const void *left, const void *right) {
  const PdfHead *a = *(const PdfHead *const *)left, *b = *(const PdfHead *const *)right;
  Points x = a->left + a->right, y = b->left + b->right;
  return (x > y) - (x < y);
}

/* With the lowest headings; with `all`, those of the rows above, too, that have nothing below them.
 * False: there is no heading. */
static bool open_match(Match *match, const PdfTable *table, const PdfHeads *heads, bool all) {
  *match = (Match){.columns = table->columns.items, .column_count = table->columns.count,
                   .laid = heads->pitch > 0};
  for (size_t i = 0; i < heads->cells.count; i++)
    if (heads->cells.items[i].leaf || (all && heads->cells.items[i].bare))
      vec_push(&match->heads, &heads->cells.items[i]);
  if (!match->heads.count)
    return false;
  qsort(match->heads.items, match->heads.count, sizeof *match->heads.items, by_place);
  match->size = match->heads.items[0]->size;
  match->costs = memory_zero((match->heads.count + 1) * (match->column_count + 1),
                             sizeof *match->costs);
  fill_costs(match);
  return true;
}

static void close_match(Match *match) {
  vec_free(&match->heads);
  memory_free(match->costs);
}

/* Which of both the cheapest way to a place came from: a heading, a column, or a pair. */
typedef struct {
  bool head, column;
} Step;

static Step step_back(const Match *match, size_t i, size_t j) {
  int64_t cost = *cost_at(match, i, j);
  if (i && j && cost == *cost_at(match, i - 1, j - 1) + cost_of_pair(match, i - 1, j - 1))
    return (Step){true, true};
  if (i && cost == *cost_at(match, i - 1, j) + cost_of_head(match, i - 1))
    return (Step){true, false};
  return (Step){false, true};
}

void pdf_match_bare(const PdfTable *table, PdfHeads *heads) {
  Match match;
  bool any = heads->pitch && open_match(&match, table, heads, true);
  for (size_t i = any ? match.heads.count : 0, j = any ? match.column_count : 0; i || j;) {
    Step step = step_back(&match, i, j);
    i -= step.head;
    j -= step.column;
    if (step.head && step.column)
      heads->cells.items[match.heads.items[i] - heads->cells.items].leaf = true;
  }
  if (heads->pitch)
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

/* Follows the cheapest way back, from the right to the left. */
static void take_pairs(const Match *match, PdfTable *table) {
  size_t i = match->heads.count, j = match->column_count;
  VEC(PdfColumn) found = {0};
  while (i || j) {
    Step step = step_back(match, i, j);
    i -= step.head;
    j -= step.column;
    vec_push(&found, step.head && step.column
                         ? with_head(match, match->columns[j], match->heads.items[i])
                         : step.head ? head_alone(match->heads.items[i]) : match->columns[j]);
  }
  table->columns.count = 0;
  while (found.count)
    vec_push(&table->columns, found.items[--found.count]);
  vec_free(&found);
}

void pdf_match_heads(PdfTable *table, const PdfHeads *heads) {
  Match match;
  if (open_match(&match, table, heads, false)) {
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
  bool any = open_match(&match, table, heads, false);
  for (size_t i = match.heads.count, j = match.column_count; any && (i || j);) {
    Step step = step_back(&match, i, j);
    i -= step.head;
    j -= step.column;
    if (step.head && step.column)
      columns[match.heads.items[i] - heads->cells.items] = j;
  }
  close_match(&match);
}
