/* Over which columns each heading of a table stands, and below which others. */
#include <stdlib.h>
#include <string.h>

#include "import/pdf_heads.h"

/* A run of columns with the heading that stands lowest above all of them so far. */
typedef struct {
  size_t first, last;
  const PdfHead *head; /* NULL: none yet */
} Unit;

typedef VEC(Unit) Units;

/* Headings that stand in the middle of their columns tell where that is better than the words. */
static bool middle_of_heads(const Unit *first, const Unit *last, Points *middle) {
  if (!first->head || !last->head || first->head->leaf || last->head->leaf ||
      first->last - first->first != last->last - last->first)
    return false;
  *middle = (middle_of(first->head) + middle_of(last->head)) / 2;
  return true;
}

/* Where a run of columns begins and ends on the page: half-way to its neighbours. */
static Points left_edge(const PdfTable *table, size_t first) {
  const PdfColumn *columns = table->columns.items;
  return first ? (columns[first].left + columns[first - 1].right) / 2
               : columns[0].left - 5 * BBOX_POINT;
}

static Points right_edge(const PdfTable *table, size_t last) {
  const PdfColumn *columns = table->columns.items;
  return last + 1 < table->columns.count ? (columns[last].right + columns[last + 1].left) / 2
                                         : columns[last].right + 5 * BBOX_POINT;
}

static Points middle_of_run(const PdfTable *table, size_t first, size_t last) {
  return (left_edge(table, first) + right_edge(table, last)) / 2;
}

static bool may_stand_under(const Unit *unit, const PdfHead *head) {
  return !unit->head || is_below(unit->head, head);
}

/* How far the middle of a run of units is from a heading's, and what its text is too wide. */
static Points away_from(const PdfTable *table, const Unit *from, const Unit *to,
                        const PdfHead *head) {
  Points away = abs(middle_of_run(table, from->first, to->last) - middle_of(head)), middle;
  if (middle_of_heads(from, to, &middle))
    away = points_least(away, abs(middle - middle_of(head)));
  Points room = right_edge(table, to->last) - left_edge(table, from->first);
  return away + points_most(head->right - head->left - room, 0);
}

/* Headings of columns in a run that stand higher than the lowest of them: they are beside the
 * heading that is placed rather than under it. */
static Points count_high(const Unit *from, const Unit *to, const PdfHead *head) {
  Points lowest = INT32_MIN, count = 0;
  for (const Unit *unit = from; unit <= to; unit++)
    if (unit->head && unit->head->leaf)
      lowest = points_most(lowest, height_of(unit->head));
  for (const Unit *unit = from; unit <= to; unit++)
    count += unit->head && unit->head->leaf &&
             lowest - height_of(unit->head) > head->size * 6 / 10;
  return count;
}

static bool all_stand_under(const Units *units, const PdfHead *head) {
  for (size_t i = 0; i < units->count; i++)
    if (!may_stand_under(&units->items[i], head))
      return false;
  return true;
}

/* The run of units whose middle is nearest to the heading's; rather a short one than a long one
 * that is not much nearer. */
static bool find_run(const PdfTable *table, const Units *units, const PdfHead *head,
                     size_t *from, size_t *to) {
  Points best = INT32_MAX, nearest = INT32_MAX;
  for (size_t i = 0; i < units->count; i++)
    for (size_t j = i; j < units->count && may_stand_under(&units->items[i], head) &&
                       may_stand_under(&units->items[j], head);
         j++) {
      Points away = away_from(table, &units->items[i], &units->items[j], head);
      Points columns = (Points)(units->items[j].last - units->items[i].first);
      Points cost = away + columns * head->size / 4 +
                    count_high(&units->items[i], &units->items[j], head) * head->size;
      if (cost >= best)
        continue;
      best = cost;
      nearest = away;
      *from = i;
      *to = j;
    }
  return nearest < head->size * 3;
}

/* The last heading that is left, in the middle of all columns, is that of the whole table. */
static bool spans_all(const PdfTable *table, const Units *units, const PdfHead *head) {
  return units->count > 1 && all_stand_under(units, head) &&
         away_from(table, &units->items[0], &units->items[units->count - 1], head) < head->size * 2;
}

/* The headings that are still to be placed. */
typedef struct {
  const PdfTable *table;
  Units *units;
  PdfHead **heads;
  size_t count;
} Claims;

/* Whether a unit's heading hangs about as low below a heading as the lowest one under that. */
static bool stands_low(const Unit *unit, const PdfHead *head, const PdfHead *lowest) {
  if (!unit->head || !is_below(unit->head, head))
    return false;
  if (unit->head->leaf)
    return lowest->leaf && within(height_of(unit->head) - height_of(lowest), head->size, ALIGNED);
  return (height_of(unit->head) - height_of(head)) * 2 >= height_of(lowest) - height_of(head);
}

/* Whether a heading stands right above another one, not beside and above it. */
static bool is_over(const PdfHead *upper, const PdfHead *lower) {
  return is_below(lower, upper) && upper->left < lower->right && upper->right > lower->left;
}

/* Whether another heading, that is not above this one, stands over a unit. */
static bool is_claimed(const Claims *claims, size_t unit, const PdfHead *head, size_t from) {
  const Unit *here = &claims->units->items[unit], *own = &claims->units->items[from];
  for (size_t i = 0; i < claims->count; i++) {
    size_t first, last;
    if (claims->heads[i] == head || is_over(claims->heads[i], head) ||
        !find_run(claims->table, claims->units, claims->heads[i], &first, &last))
      continue;
    first = claims->units->items[first].first;
    last = claims->units->items[last].last;
    if (first <= here->first && here->last <= last && !(first <= own->first && own->last <= last))
      return true;
  }
  return false;
}

static bool takes_in(const Claims *claims, size_t unit, const PdfHead *head, size_t from,
                     const PdfHead *lowest) {
  return stands_low(&claims->units->items[unit], head, lowest) &&
         !is_claimed(claims, unit, head, from);
}

/* Takes in the units at both sides that hang as low as those under it: the heading of three
 * stands above the one in their middle. */
static void widen_run(const Claims *claims, const PdfHead *head, size_t *from, size_t *to) {
  const Units *units = claims->units;
  const PdfHead *lowest = NULL;
  for (size_t i = *from; i <= *to; i++) {
    const PdfHead *here = units->items[i].head;
    if (here && (!lowest || height_of(here) > height_of(lowest)))
      lowest = here;
  }
  while (*from && *to + 1 < units->count && lowest &&
         takes_in(claims, *from - 1, head, *from, lowest) &&
         takes_in(claims, *to + 1, head, *from, lowest)) {
    --*from;
    ++*to;
  }
}

/* 类, 款 and 项 part one heading. */
static bool is_code_part(const Unit *unit) {
  return unit->head && unit->head->part;
}

/* A run that takes in one of them takes in all. */
static void take_in_parts(const Units *units, size_t *from, size_t *to) {
  while (*from && is_code_part(&units->items[*from]) && is_code_part(&units->items[*from - 1]))
    --*from;
  while (*to + 1 < units->count && is_code_part(&units->items[*to]) &&
         is_code_part(&units->items[*to + 1]))
    ++*to;
}

static void join_units(Units *units, size_t from, size_t to, PdfHead *head) {
  head->first = units->items[from].first;
  head->last = units->items[to].last;
  units->items[from] = (Unit){head->first, head->last, head};
  memmove(units->items + from + 1, units->items + to + 1,
          (units->count - to - 1) * sizeof *units->items);
  units->count -= to - from;
}

enum { MOST_COLUMNS = 60 }; /* over which headings are laid; no budget's table has as many */

/* Places the first of them. */
static void place_head(const Claims *claims) {
  const PdfTable *table = claims->table;
  PdfHead *head = claims->heads[0];
  size_t from = 0, to = 0;
  head->uncertain = table->columns.count > MOST_COLUMNS ||
                    !find_run(table, claims->units, head, &from, &to);
  if (head->uncertain) {
    PdfWord box = {.left = head->left, .right = head->right, .size = head->size};
    bool unsure;
    head->first = head->last = pdf_table_column(table, &box, &unsure);
    return;
  }
  if (claims->count == 1 && spans_all(table, claims->units, head)) {
    from = 0;
    to = claims->units->count - 1;
  }
  widen_run(claims, head, &from, &to);
  take_in_parts(claims->units, &from, &to);
  join_units(claims->units, from, to, head);
}

/* ------------------------------------------------------------------ rows of heads */

/* Where lines are equally high, columns are broad by their figures and narrow by their headings,
 * and the middle of a heading says little of itself: those of one height are laid together over all
 * that hangs below them, so that all of them are nearest to the middle of what they stand over. */
typedef struct {
  const Claims *claims;
  size_t heads; /* of one height, from left to right: the first of the claims */
  size_t units; /* before any of them is placed */
  Points lowest; /* the height of the lowest that hangs below them */
  Points *costs; /* of the first i heads over the first j units */
  size_t *from;  /* of head i, when its run ends before unit j; the unit itself: none is there */
} HeadRow;

/* Sizes: what a unit costs that hangs under none of them; a run that takes in the names and the
 * first of the figures, though the next heading stands over the others. */
enum { UNCOVERED = 6, TORN = 5, MOST_IN_ROW = 20 };

static size_t heads_in_row(const Claims *claims) {
  size_t count = 1;
  while (count < claims->count && count <= MOST_IN_ROW &&
         height_of(claims->heads[count]) == height_of(claims->heads[0]))
    count++;
  return count;
}

/* Whether a unit's heading stands as low as those under the row: one of its own column, as high as
 * the row and what hangs below it together, has its middle half-way. */
static bool hangs_below(const HeadRow *row, const Unit *unit) {
  const PdfHead *head = row->claims->heads[0];
  if (!unit->head || !is_below(unit->head, head))
    return false;
  Points room = row->lowest - height_of(head);
  return !unit->head->leaf || (height_of(unit->head) - height_of(head)) * 4 > room * 3;
}

static void find_lowest(HeadRow *row) {
  const Units *units = row->claims->units;
  row->lowest = INT32_MIN;
  for (size_t i = 0; i < units->count; i++)
    if (units->items[i].head)
      row->lowest = points_most(row->lowest, height_of(units->items[i].head));
}

static size_t at_row(const HeadRow *row, size_t heads, size_t units) {
  return heads * (row->units + 1) + units;
}

static void try_run(HeadRow *row, size_t head, size_t from, size_t to, Points cost) {
  size_t at = at_row(row, head, to);
  if (cost >= row->costs[at])
    return;
  row->costs[at] = cost;
  row->from[at] = from;
}

static bool holds_figures(const PdfColumn *column) {
  return column->numbers * 2 > column->words;
}

/* Whether a run tears the figures behind its names apart. */
static bool is_torn(const Claims *claims, size_t from, size_t to) {
  const PdfColumn *columns = claims->table->columns.items;
  const Unit *units = claims->units->items;
  if (to + 1 >= claims->units->count || !holds_figures(&columns[units[to].last]) ||
      !holds_figures(&columns[units[to + 1].first]))
    return false;
  for (size_t i = units[from].first; i < units[to].last; i++)
    if (columns[i].words && !holds_figures(&columns[i]))
      return true;
  return false;
}

static Points cost_of_run(const Claims *claims, size_t from, size_t to, size_t head) {
  const Unit *units = claims->units->items;
  bool torn = head + 1 < claims->count && is_torn(claims, from, to);
  return away_from(claims->table, &units[from], &units[to], claims->heads[head]) +
         torn * TORN * claims->heads[head]->size;
}

static void fill_row(HeadRow *row) {
  const Claims *claims = row->claims;
  const Unit *units = claims->units->items;
  size_t count = row->units;
  Points size = claims->heads[0]->size;
  for (size_t i = 0; i < (row->heads + 1) * (count + 1); i++)
    row->costs[i] = INT32_MAX / 2;
  row->costs[0] = 0;
  for (size_t head = 0; head <= row->heads; head++)
    for (size_t at = 0; at < count; at++) {
      Points cost = row->costs[at_row(row, head, at)];
      try_run(row, head, at + 1, at + 1, cost + hangs_below(row, &units[at]) * UNCOVERED * size);
      for (size_t to = at; head < row->heads && to < count && hangs_below(row, &units[to]); to++)
        try_run(row, head + 1, at, to + 1, cost + cost_of_run(claims, at, to, head));
    }
}

/* Places the headings of one height: how many; 0: they find no place together. */
static size_t place_row(const Claims *claims) {
  HeadRow row = {.claims = claims, .heads = heads_in_row(claims),
                 .units = claims->units->count};
  size_t units = row.units, places = (row.heads + 1) * (units + 1), placed = 0;
  if (row.heads > MOST_IN_ROW || units > MOST_COLUMNS)
    return 0;
  row.costs = memory_alloc(places * sizeof *row.costs);
  row.from = memory_alloc(places * sizeof *row.from);
  find_lowest(&row);
  fill_row(&row);
  if (row.costs[at_row(&row, row.heads, units)] < INT32_MAX / 2)
    placed = row.heads;
  for (size_t head = placed, at = units; head;) {
    size_t from = row.from[at_row(&row, head, at)];
    if (from == at) {
      at--;
      continue;
    }
    join_units(claims->units, from, at - 1, claims->heads[--head]);
    at = from;
  }
  memory_free(row.costs);
  memory_free(row.from);
  return placed;
}

/* The heading of a column: the lowest one in it. */
static void place_leaves(PdfHeads *heads, const PdfTable *table, Units *units) {
  for (size_t i = 0; i < table->columns.count; i++)
    vec_push(units, (Unit){i, i, NULL});
  size_t *columns = memory_alloc((heads->cells.count + 1) * sizeof *columns);
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *head = &heads->cells.items[i];
    PdfWord box = {.left = head->left, .right = head->right, .size = head->size};
    if (head->leaf)
      columns[i] = pdf_table_column(table, &box, &head->uncertain);
  }
  if (heads->pitch)
    pdf_match_leaves(table, heads, columns);
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *head = &heads->cells.items[i];
    if (!head->leaf)
      continue;
    head->first = head->last = columns[i];
    Unit *unit = &units->items[head->first];
    if (unit->head && is_below(unit->head, head))
      head->leaf = false;
    else
      unit->head = head;
  }
  memory_free(columns);
}

static int by_height(const void *left, const void *right) {
  const PdfHead *a = *(PdfHead *const *)left, *b = *(PdfHead *const *)right;
  Points x = height_of(a), y = height_of(b);
  return x != y ? (x < y) - (x > y) : (a->left > b->left) - (a->left < b->left);
}

/* Rows of the headings: each stands below all that stand over its columns. */
static void find_levels(PdfHeads *heads) {
  bool changed = true;
  for (size_t round = 0; changed && round < heads->cells.count; round++) {
    changed = false;
    for (size_t i = 0; i < heads->cells.count; i++)
      for (size_t j = 0; j < heads->cells.count; j++) {
        PdfHead *upper = &heads->cells.items[i], *lower = &heads->cells.items[j];
        if (!is_below(lower, upper) || lower->first > upper->last || lower->last < upper->first ||
            lower->level > upper->level)
          continue;
        lower->level = upper->level + 1;
        changed = true;
      }
  }
  for (size_t i = 0; i < heads->cells.count; i++)
    if (heads->cells.items[i].level >= heads->levels)
      heads->levels = heads->cells.items[i].level + 1;
}

void pdf_heads_place(PdfHeads *heads, const PdfTable *table) {
  Units units = {0};
  VEC(PdfHead *) groups = {0};
  pdf_heads_find_leaves(heads);
  pdf_match_bare(table, heads);
  place_leaves(heads, table, &units);
  for (size_t i = 0; i < heads->cells.count; i++)
    if (!heads->cells.items[i].leaf)
      vec_push(&groups, &heads->cells.items[i]);
  if (groups.count)
    qsort(groups.items, groups.count, sizeof *groups.items, by_height);
  for (size_t i = 0; i < groups.count;) {
    Claims claims = {table, &units, groups.items + i, groups.count - i};
    size_t placed = heads->pitch ? place_row(&claims) : 0;
    if (!placed)
      place_head(&claims);
    i += placed ? placed : 1;
  }
  if (!heads->pitch)
    pdf_heads_take_in_edges(heads);
  find_levels(heads);
  vec_free(&units);
  vec_free(&groups);
}
