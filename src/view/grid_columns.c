/* What a user wants of the columns: which one is current, how wide they are, which are hidden and
 * which do not scroll away. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "view/grid_layout.h"
#include "view/grid_parts.h"

static GridColumn *column_at(const Grid *grid, size_t index) {
  return &grid->columns.items[index];
}

/* ---- the current one */

bool grid_can_choose(const Grid *grid, size_t column, bool amounts) {
  const GridColumn *at = column_at(grid, column);
  return at->kind != GRID_SHARE && !at->hidden && (!amounts || at->kind == GRID_AMOUNT);
}

bool grid_step_column(Grid *grid, bool right, bool amounts) {
  size_t column = grid->column;
  while (right ? column + 1 < grid->columns.count : column > 0) {
    column = right ? column + 1 : column - 1;
    if (!grid_can_choose(grid, column, amounts))
      continue;
    grid->column = column;
    return true;
  }
  return false;
}

void grid_choose(Grid *grid, size_t column) {
  if (column >= grid->columns.count)
    return;
  column_at(grid, column)->hidden = false;
  grid->column = column;
}

/* ---- headings */

typedef struct {
  const char *title;
  size_t column;
} Heading;

static int compare_headings(const void *a, const void *b) {
  const Heading *one = a, *other = b;
  int order = strcmp(one->title, other->title);
  return order ? order : (one->column > other->column) - (one->column < other->column);
}

size_t *grid_by_heading(const Grid *grid) {
  size_t count = grid->columns.count;
  Heading *headings = memory_zero(count + 1, sizeof *headings);
  size_t *order = memory_zero(count + 1, sizeof *order);
  for (size_t i = 0; i < count; i++)
    headings[i] = (Heading){grid->columns.items[i].title, i};
  qsort(headings, count, sizeof *headings, compare_headings);
  for (size_t i = 0; i < count; i++)
    order[i] = headings[i].column;
  memory_free(headings);
  return order;
}

int grid_compare_headings(const Grid *grid, size_t column, const Grid *other, size_t other_column) {
  return strcmp(grid->columns.items[column].title, other->columns.items[other_column].title);
}

static void write_titles(Str *out, const Column *columns, size_t count, size_t leaf) {
  for (size_t i = 0; i < count; i++) {
    const Column *column = &columns[i];
    if (leaf < column->first_leaf || leaf >= column->first_leaf + column->leaf_count)
      continue;
    str_add_text(out, column->title);
    if (column->column_count == 0)
      return;
    str_add_text(out, " / ");
    write_titles(out, column->columns, column->column_count, leaf);
  }
}

void grid_write_titles(Str *out, const Table *header, size_t leaf) {
  write_titles(out, header->columns, header->column_count, leaf);
}

void grid_write_title(const Grid *grid, size_t column, Str *out) {
  const GridColumn *one = &grid->columns.items[column];
  if (grid->source.header != NULL)
    grid_write_titles(out, grid->source.header, one->index);
  else
    str_add_text(out, one->title);
}

/* ---- widths */

enum { TEXT_LEAST = 4, AMOUNT_LEAST = 4 /* ### and the sign */ };

static Outcome set_width(Grid *grid, int change) {
  if (grid->columns.count == 0)
    return OUTCOME_DONE;
  GridColumn *column = column_at(grid, grid->column);
  int least = column->kind == GRID_AMOUNT ? AMOUNT_LEAST : TEXT_LEAST;
  bool told = column->chosen > 0 && !column->fitted;
  int now = told                ? column->chosen
            : column->width > 0 ? column->width
                                : grid_whole_width(grid, column);
  int width = (now > least ? now : least) + change;
  if (width < least)
    session_say(grid->session, "%s", _("the column cannot be narrower"));
  else if (grid->drawn && width > grid->area.width && change > 0)
    session_say(grid->session, "%s", _("the column is as wide as the screen"));
  else
    column->fitted = false, column->chosen = width;
  return OUTCOME_DONE;
}

Outcome grid_narrower(Grid *grid) { return set_width(grid, -1); }
Outcome grid_wider(Grid *grid) { return set_width(grid, 1); }

Outcome grid_fit(Grid *grid) {
  if (grid->columns.count > 0) {
    GridColumn *column = column_at(grid, grid->column);
    column->fitted = !column->fitted;
    grid_forget_rows(grid); /* they may be wider than was looked at */
  }
  return OUTCOME_DONE;
}

/* ---- columns that do not scroll away */

static size_t count_frozen(const Grid *grid) {
  size_t count = 0;
  while (count < grid->columns.count && column_at(grid, count)->frozen)
    count++;
  return count;
}

static void set_frozen(Grid *grid, size_t count) {
  for (size_t i = 0; i < grid->columns.count; i++)
    column_at(grid, i)->frozen = i < count;
}

Outcome grid_freeze(Grid *grid) {
  size_t wanted = grid->column + 1, frozen = count_frozen(grid);
  if (grid->columns.count == 0)
    return OUTCOME_DONE;
  if (wanted == frozen) {
    set_frozen(grid, grid->usual_frozen);
    session_say(grid->session, "%s", _("columns are frozen as they were"));
    return OUTCOME_DONE;
  }
  set_frozen(grid, wanted);
  session_say(grid->session, _("frozen up to this column: %s"),
              column_at(grid, grid->column)->title);
  return OUTCOME_DONE;
}

/* ---- hidden ones */

Outcome grid_hide(Grid *grid) {
  if (grid->columns.count == 0)
    return OUTCOME_DONE;
  size_t hidden = grid->column;
  bool amounts = !grid->cell_cursor;
  if (!grid_step_column(grid, true, amounts) && !grid_step_column(grid, false, amounts)) {
    session_say(grid->session, "%s", amounts ? _("the last column of amounts stays in sight")
                                 : _("the last column stays in sight"));
    return OUTCOME_DONE;
  }
  column_at(grid, hidden)->hidden = true;
  session_say(grid->session, _("hidden: %s"), column_at(grid, hidden)->title);
  return OUTCOME_DONE;
}

Outcome grid_show_all(Grid *grid) {
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = column_at(grid, i);
    column->hidden = column->fitted = false;
    column->chosen = 0;
  }
  set_frozen(grid, grid->usual_frozen);
  session_say(grid->session, "%s", _("all columns as they were"));
  return OUTCOME_DONE;
}
