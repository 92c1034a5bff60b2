#include "view/outline_order.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  OutlineKey key;
  uint32_t node;
  uint32_t place; /* among its siblings, as printed */
  bool descending;
} Sorted;

static int compare_numbers(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int compare_keys(const OutlineKey *a, const OutlineKey *b) {
  if (a->kind != b->kind) return a->kind == KEY_NUMBER ? -1 : 1; /* numbers before words */
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

static bool is_total(const Tree *tree, uint32_t node) {
  for (size_t i = 0; i < tree->source_count; i++) {
    uint32_t row = tree->nodes[node].rows[i];
    if (row != NODE_NONE)
      return tree->sources[i].table->rows[row].total;
  }
  return false;
}

/* Sorts the children in `items`, but for total rows, which keep their places. */
static void sort_siblings(const Outline *outline, uint32_t *items, size_t count, Sorted *sorted,
                          OutlineKeyOf *key_of, const void *context) {
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    if (is_total(outline->tree, items[i]))
      continue;
    sorted[used++] = (Sorted){key_of(context, items[i]), items[i], (uint32_t)i,
                              outline->order == ORDER_DESCENDING};
  }
  qsort(sorted, used, sizeof *sorted, compare_sorted);
  for (size_t i = 0, taken = 0; i < count; i++)
    if (!is_total(outline->tree, items[i]))
      items[i] = sorted[taken++].node;
}

/* All children, in printed order: `ordered` and where each node's begin. Returns the most that
 * one node has. */
static size_t list_children(Outline *outline) {
  const Tree *tree = outline->tree;
  size_t at = 0, most = 0;
  outline->ordered = memory_alloc(tree->node_count * sizeof *outline->ordered);
  outline->ordered_first = memory_alloc((tree->node_count + 1) * sizeof *outline->ordered_first);
  for (size_t node = 0; node < tree->node_count; node++) {
    size_t first = at;
    outline->ordered_first[node] = (uint32_t)at;
    for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
         child = tree->nodes[child].next_sibling)
      outline->ordered[at++] = child;
    if (at - first > most)
      most = at - first;
  }
  outline->ordered_first[tree->node_count] = (uint32_t)at;
  return most;
}

void order_children(Outline *outline, OutlineKeyOf *key_of, const void *context) {
  memory_free(outline->ordered);
  memory_free(outline->ordered_first);
  outline->ordered = outline->ordered_first = NULL;
  if (outline->order == ORDER_PRINTED)
    return;
  Sorted *sorted = memory_alloc(list_children(outline) * sizeof *sorted);
  for (size_t node = 0; node < outline->tree->node_count; node++) {
    uint32_t first = outline->ordered_first[node], end = outline->ordered_first[node + 1];
    if (end - first > 1)
      sort_siblings(outline, outline->ordered + first, end - first, sorted, key_of, context);
  }
  memory_free(sorted);
}
