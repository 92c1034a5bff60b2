#include "view/outline_order.h"

#include <stdlib.h>
#include <string.h>

#include "view/extent.h"

typedef struct {
  OutlineKey key;
  uint32_t node;
  uint32_t place; /* among its siblings, as printed */
  bool descending;
} Sorted;

enum { RUN = 4096 /* sorted, or merged, between two steps of progress */ };

/* A sort in the making. */
typedef struct {
  const Outline *outline;
  uint32_t *ordered, *first; /* as in the outline */
  Order order;
  OutlineKeyOf *key_of;
  const void *context;
  Sorted *sorted, *merged; /* room for the children of any node */
  const Progress *progress;
  uint64_t done, total;    /* children looked at, in all passes */
  size_t since;            /* the last step */
} Sorting;

static int compare_numbers(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int compare_keys(const OutlineKey *a, const OutlineKey *b) {
  if (a->kind != b->kind)
    return a->kind == KEY_NUMBER ? -1 : 1; /* numbers before words */
  if (a->kind == KEY_TEXT)
    return strcmp(a->text, b->text);
  int order = compare_numbers(a->number, b->number);
  return order != 0 ? order : compare_numbers(a->fraction, b->fraction);
}

static int compare_sorted(const void *left, const void *right) {
  const Sorted *a = left, *b = right;
  bool blank_a = a->key.kind == KEY_BLANK, blank_b = b->key.kind == KEY_BLANK;
  int order = blank_a || blank_b ? blank_a - blank_b : compare_keys(&a->key, &b->key);
  if (order != 0)
    return a->descending && !blank_a && !blank_b ? -order : order;
  return compare_numbers(a->place, b->place);
}

/* ---- sorting in passes that can be stopped */

static bool step(Sorting *sorting, size_t count) {
  sorting->done += count;
  sorting->since += count;
  if (sorting->since < RUN)
    return true;
  sorting->since = 0;
  uint64_t shown = sorting->done < sorting->total ? sorting->done : sorting->total;
  return progress_step(sorting->progress, WORK_SORTING, shown, sorting->total);
}

static bool sort_runs(Sorting *sorting, size_t count) {
  for (size_t from = 0; from < count; from += RUN) {
    size_t length = count - from < RUN ? count - from : RUN;
    qsort(sorting->sorted + from, length, sizeof *sorting->sorted, compare_sorted);
    if (!step(sorting, length))
      return false;
  }
  return true;
}

/* Two sorted runs [from, middle) and [middle, to) become one in `merged`. */
static bool merge(Sorting *sorting, size_t from, size_t middle, size_t to) {
  const Sorted *items = sorting->sorted;
  size_t left = from, right = middle;
  for (size_t at = from; at < to; at++) {
    bool first = right == to || (left < middle && compare_sorted(&items[left], &items[right]) <= 0);
    sorting->merged[at] = items[first ? left++ : right++];
    if ((at + 1) % RUN == 0 && !step(sorting, RUN))
      return false;
  }
  return true;
}

static bool sort_items(Sorting *sorting, size_t count) {
  if (!sort_runs(sorting, count))
    return false;
  for (size_t width = RUN; width < count; width *= 2) {
    for (size_t from = 0; from < count; from += 2 * width)
      if (!merge(sorting, from, at_most(from + width, count), at_most(from + 2 * width, count)))
        return false;
    Sorted *sorted = sorting->merged;
    sorting->merged = sorting->sorted;
    sorting->sorted = sorted;
  }
  return true;
}

/* Sorts the children in `items`, but for total rows, which keep their places. */
static bool sort_siblings(Sorting *sorting, uint32_t *items, size_t count) {
  const Tree *tree = sorting->outline->tree;
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    if (!tree_is_total(tree, items[i]))
      sorting->sorted[used++] = (Sorted){sorting->key_of(sorting->context, items[i]), items[i],
                                         (uint32_t)i, sorting->order == ORDER_DESCENDING};
    if (!step(sorting, 1))
      return false;
  }
  if (!sort_items(sorting, used))
    return false;
  for (size_t i = 0, taken = 0; i < count; i++)
    if (!tree_is_total(tree, items[i]))
      items[i] = sorting->sorted[taken++].node;
  return true;
}

/* All children, in printed order: `ordered` and where each node's begin. Returns the most that
 * one node has. */
static size_t list_children(Sorting *sorting, const Tree *tree) {
  size_t at = 0, most = 0;
  sorting->ordered = memory_alloc(tree->node_count * sizeof *sorting->ordered);
  sorting->first = memory_alloc((tree->node_count + 1) * sizeof *sorting->first);
  for (size_t node = 0; node < tree->node_count; node++) {
    size_t first = at;
    sorting->first[node] = (uint32_t)at;
    for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
         child = tree->nodes[child].next_sibling)
      sorting->ordered[at++] = child;
    if (at - first > most)
      most = at - first;
  }
  sorting->first[tree->node_count] = (uint32_t)at;
  return most;
}

/* How often children are looked at: for their keys, in runs, and in each pass that merges. */
static uint64_t count_work(const Tree *tree, size_t most) {
  uint64_t passes = 2;
  for (size_t width = RUN; width < most; width *= 2)
    passes++;
  return passes * tree->node_count;
}

static bool sort_all(Sorting *sorting) {
  const Tree *tree = sorting->outline->tree;
  size_t most = list_children(sorting, tree);
  bool going = true;
  sorting->total = count_work(tree, most);
  sorting->sorted = memory_alloc(most * sizeof *sorting->sorted);
  sorting->merged = memory_alloc((most > RUN ? most : 1) * sizeof *sorting->merged);
  for (size_t node = 0; node < tree->node_count && going; node++) {
    size_t first = sorting->first[node], count = sorting->first[node + 1] - first;
    going = count > 1 ? sort_siblings(sorting, sorting->ordered + first, count)
                      : step(sorting, count);
  }
  memory_free(sorting->sorted);
  memory_free(sorting->merged);
  return going;
}

bool order_children(Outline *outline, Order order, OutlineKeyOf *key_of, const void *context,
                    const Progress *progress) {
  Sorting sorting = {.outline = outline, .order = order, .key_of = key_of, .context = context,
                     .progress = progress};
  if (order != ORDER_PRINTED && !sort_all(&sorting)) {
    memory_free(sorting.ordered);
    memory_free(sorting.first);
    return false;
  }
  memory_free(outline->ordered);
  memory_free(outline->ordered_first);
  outline->ordered = sorting.ordered;
  outline->ordered_first = sorting.first;
  outline->order = order;
  return true;
}
