/* Sorting by a column that is named, in whatever content. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "view/shell_parts.h"

static const Word orders[] = {
    [ORDER_PRINTED] = {"printed", N_("in the original order")},
    [ORDER_DESCENDING] = {"down", N_("the largest first")},
    [ORDER_ASCENDING] = {"up", N_("the smallest first")},
};
enum { ORDERS = sizeof orders / sizeof *orders };

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

static bool sortable(const Shell *shell, Sortable *out) {
  return !shell->helping && shell->type->sortable != NULL &&
         shell->type->sortable(shell->content, out);
}

/* By its number, its title, or what only its title holds; the count of columns: none is called
 * so. */
static size_t find_column(const Shell *shell, const Sortable *columns, const char *name,
                          size_t length) {
  size_t found = columns->count, number = 0, wanted = 0;
  Str needle = STR_EMPTY, title = STR_EMPTY;
  bool whole = false, several = false;
  if (strspn(name, "0123456789") >= length)
    wanted = strtoul(name, NULL, 10);
  fold_text(&needle, name, length);
  for (size_t i = 0; i < columns->count && !whole; i++) {
    size_t start, end;
    str_clear(&title);
    if (!columns->title(shell->content, i, &title))
      continue;
    whole = ++number == wanted || fold_equal(title.data, title.length, name, length);
    if (!whole &&
        !fold_find(title.data, title.length, 0, needle.data, needle.length, &start, &end))
      continue;
    several = !whole && found < columns->count;
    found = i;
  }
  str_free(&needle);
  str_free(&title);
  return several ? columns->count : found;
}

static void sort(Shell *shell, const Sortable *columns, size_t column, Order order) {
  if (!columns->sort(shell->content, column, order))
    return;
  Str title = STR_EMPTY;
  columns->title(shell->content, column, &title);
  shell_say(shell, "%s%s%s", title.data, _(": "), _(orders[order].meaning));
  str_free(&title);
}

EventResult shell_sort(Shell *shell, const char *argument) {
  Sortable columns;
  size_t length, order = find_order(argument, &length);
  if (argument[0] == '\0' || !sortable(shell, &columns))
    return shell_act(shell, ACTION_SORT);
  size_t column =
      length > 0 ? find_column(shell, &columns, argument, length) : columns.current;
  if (column >= columns.count)
    shell_say(shell, _("no column, or not one alone, is called '%.*s'; Tab lists them"),
              (int)length, argument);
  else
    sort(shell, &columns, column, order == ORDERS ? columns.usual : (Order)order);
  return RESULT_GO_ON;
}

static void offer_orders(const char *typed, Candidates *out) {
  for (size_t i = 0; i < ORDERS; i++)
    candidates_offer(out, typed, orders[i].name, _(orders[i].meaning), NULL);
}

static void offer_columns(const Shell *shell, const char *typed, Candidates *out) {
  Sortable columns;
  Str title = STR_EMPTY;
  if (!sortable(shell, &columns))
    return;
  for (size_t i = 0; i < columns.count; i++) {
    str_clear(&title);
    if (columns.title(shell->content, i, &title) && title.length > 0)
      candidates_offer(out, typed, title.data, "", NULL);
  }
  str_free(&title);
}

/* Columns, or orders behind one that is typed whole. */
void shell_offer_sort(Shell *shell, const char *typed, Candidates *out) {
  const char *space = strrchr(typed, ' ');
  offer_columns(shell, typed, out);
  if (out->items.count == 0 && space != NULL) {
    out->start += (size_t)(space + 1 - typed);
    typed = space + 1;
  }
  offer_orders(typed, out);
}
