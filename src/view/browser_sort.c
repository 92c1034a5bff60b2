/* Sorting by a column that is named. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "view/browser_parts.h"
#include "view/grid.h"

static const Word orders[] = {
    [ORDER_PRINTED] = {"printed", N_("in the printed order")},
    [ORDER_DESCENDING] = {"down", N_("the largest first")},
    [ORDER_ASCENDING] = {"up", N_("the smallest first")},
};
enum { ORDERS = sizeof orders / sizeof *orders };

/* The grid that the cursor is in; NULL. */
static Grid *open_grid(Browser *browser) {
  Pane *pane = browser_pane(browser);
  const ViewType *type = browser_type(pane);
  if (browser->shell->helping || type->grid == NULL)
    return NULL;
  return type->grid(browser_view(pane, pane->open));
}

/* The last word, where it names an order; ORDERS: it does not. */
static size_t find_order(const char *argument, size_t *before) {
  const char *space = strrchr(argument, ' '), *word = space != NULL ? space + 1 : argument;
  size_t order = 0;
  while (order < ORDERS && strcmp(orders[order].name, word) != 0)
    order++;
  *before = order == ORDERS ? strlen(argument) : (size_t)(word - argument);
  while (*before > 0 && argument[*before - 1] == ' ')
    --*before;
  return order;
}

static bool can_sort(const Grid *grid, size_t column) {
  return grid->columns.items[column].kind != GRID_SHARE && !grid->columns.items[column].hidden;
}

/* By its number, its title, or what only its title holds; the count of columns: none is called
 * so. */
static size_t find_column(const Grid *grid, const char *name, size_t length) {
  size_t count = grid->columns.count, found = count, number = 0, wanted = 0;
  Str needle = STR_EMPTY, title = STR_EMPTY;
  bool whole = false, several = false;
  if (strspn(name, "0123456789") >= length)
    wanted = strtoul(name, NULL, 10);
  fold_text(&needle, name, length);
  for (size_t i = 0; i < count && !whole; i++) {
    size_t start, end;
    if (!can_sort(grid, i))
      continue;
    str_clear(&title);
    grid_write_title(grid, i, &title);
    whole = ++number == wanted || fold_equal(title.data, title.length, name, length);
    if (!whole &&
        !fold_find(title.data, title.length, 0, needle.data, needle.length, &start, &end))
      continue;
    several = !whole && found < count;
    found = i;
  }
  str_free(&needle);
  str_free(&title);
  return several ? count : found;
}

static void sort(Browser *browser, Grid *grid, size_t column, Order order) {
  grid_choose(grid, column);
  if (!grid_order(grid, column, order))
    return;
  Str title = STR_EMPTY;
  grid_write_title(grid, column, &title);
  browser_say(browser, "%s: %s", title.data, _(orders[order].meaning));
  str_free(&title);
  browser_follow(browser);
}

EventResult browser_sort(Shell *shell, const char *argument) {
  Browser *browser = browser_of(shell);
  Grid *grid = open_grid(browser);
  size_t length, order = find_order(argument, &length);
  if (grid == NULL || argument[0] == '\0')
    return shell_act(browser->shell, ACTION_SORT);
  size_t column = length > 0 ? find_column(grid, argument, length) : grid->column;
  if (column >= grid->columns.count)
    browser_say(browser, _("no column, or not one alone, is called '%.*s'; Tab lists them"),
                (int)length, argument);
  else
    sort(browser, grid, column, order == ORDERS ? ORDER_DESCENDING : (Order)order);
  return RESULT_GO_ON;
}

static void offer_orders(const char *typed, Candidates *out) {
  for (size_t i = 0; i < ORDERS; i++)
    candidates_offer(out, typed, orders[i].name, _(orders[i].meaning), NULL);
}

/* Columns, or orders behind one that is typed whole. */
void browser_offer_sort(Shell *shell, const char *typed, Candidates *out) {
  const Grid *grid = open_grid(browser_of(shell));
  const char *space = strrchr(typed, ' ');
  Str title = STR_EMPTY;
  for (size_t i = 0; grid != NULL && i < grid->columns.count; i++) {
    str_clear(&title);
    grid_write_title(grid, i, &title);
    if (can_sort(grid, i) && title.length > 0)
      candidates_offer(out, typed, title.data, "", NULL);
  }
  if (out->items.count == 0 && space != NULL) {
    out->start += (size_t)(space + 1 - typed);
    typed = space + 1;
  }
  offer_orders(typed, out);
  str_free(&title);
}
