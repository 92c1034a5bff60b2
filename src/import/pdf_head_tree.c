/* Over which columns each heading of a table stands, and below which others. */
#include <stdlib.h>
#include <string.h>

#include "import/pdf_heads.h"

/* --------------------------------------------------------------------- leaves */

static Points height_of(const PdfHead *head) {
  return (head->top + head->bottom) / 2;
}

static bool is_below(const PdfHead *lower, const PdfHead *upper) {
  return lower->top - upper->bottom > upper->size * 6 / 10;
}

/* Whether a heading with no other above it stands half-way between the highest and the lowest of
 * all: in the middle of all their rows, a heading of one column. */
static bool is_halfway(const PdfHeads *heads, const PdfHead *head) {
  Points top = head->top, bottom = head->bottom;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (is_below(head, other) && other->left < head->right && other->right > head->left)
      return false;
    top = points_least(top, other->top);
    bottom = points_most(bottom, other->bottom);
  }
  return bottom - top > head->size && within(top + bottom - head->top - head->bottom, head->size,
                                             ALIGNED);
}

/* Whether headings stand lower to both sides of it, at the same distance: it names both. */
static bool is_between(const PdfHeads *heads, const PdfHead *head) {
  const PdfHead *left = NULL, *right = NULL;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (!is_below(other, head))
      continue;
    if (middle_of(other) < middle_of(head) && (!left || other->right > left->right))
      left = other;
    if (middle_of(other) > middle_of(head) && (!right || other->left < right->left))
      right = other;
  }
  for (size_t i = 0; i < heads->cells.count && left && right; i++) {
    const PdfHead *other = &heads->cells.items[i];
    /* Another heading beside it, nearer than those: they are not its own. */
    if (other != head && !is_below(other, head) && !is_below(head, other) &&
        middle_of(other) > middle_of(left) && middle_of(other) < middle_of(right))
      return false;
  }
  return left && right && within(left->top - right->top, head->size, ALIGNED) &&
         !is_halfway(heads, head) &&
         within((middle_of(left) + middle_of(right)) / 2 - middle_of(head), head->size, 100) &&
         !within(middle_of(left) - middle_of(right), head->size, 100);
}

static bool is_leaf(const PdfHeads *heads, const PdfHead *head, Points highest) {
  if (height_of(head) < highest)
    return false;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (is_below(other, head) && other->left < head->right && other->right > head->left)
      return false;
  }
  return !is_between(heads, head);
}

void pdf_heads_find_leaves(PdfHeads *heads) {
  Points top = INT32_MAX, bottom = INT32_MIN;
  for (size_t i = 0; i < heads->cells.count; i++) {
    top = points_least(top, heads->cells.items[i].top);
    bottom = points_most(bottom, heads->cells.items[i].bottom);
  }
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *head = &heads->cells.items[i];
    head->leaf = is_leaf(heads, head, top + (bottom - top) * 3 / 10);
  }
}

/* ------------------------------------------------------------------ the tree */

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

/* Whether another heading, that is not above this one, stands over a unit. */
static bool is_claimed(const Claims *claims, size_t unit, const PdfHead *head, size_t from) {
  const Unit *here = &claims->units->items[unit], *own = &claims->units->items[from];
  for (size_t i = 0; i < claims->count; i++) {
    size_t first, last;
    if (claims->heads[i] == head ||
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
  join_units(claims->units, from, to, head);
}

/* The heading of a column: the lowest one in it. */
static void place_leaves(PdfHeads *heads, const PdfTable *table, Units *units) {
  for (size_t i = 0; i < table->columns.count; i++)
    vec_push(units, (Unit){i, i, NULL});
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *head = &heads->cells.items[i];
    if (!head->leaf)
      continue;
    PdfWord box = {.left = head->left, .right = head->right, .size = head->size};
    head->first = head->last = pdf_table_column(table, &box, &head->uncertain);
    Unit *unit = &units->items[head->first];
    if (unit->head && is_below(unit->head, head))
      head->leaf = false;
    else
      unit->head = head;
  }
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
  place_leaves(heads, table, &units);
  for (size_t i = 0; i < heads->cells.count; i++)
    if (!heads->cells.items[i].leaf)
      vec_push(&groups, &heads->cells.items[i]);
  if (groups.count)
    qsort(groups.items, groups.count, sizeof *groups.items, by_height);
  for (size_t i = 0; i < groups.count; i++)
    place_head(&(Claims){table, &units, groups.items + i, groups.count - i});
  find_levels(heads);
  vec_free(&units);
  vec_free(&groups);
}
