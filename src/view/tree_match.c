#include "view/tree_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

typedef struct {
  const char *key;
  uint32_t node;
} Child;

typedef VEC(Child) Children;

static const char *key_of(const Tree *tree, uint32_t node) {
  const char *code = tree_code(tree, node);
  return code[0] != '\0' ? code : tree_name(tree, node);
}

static void list_children(const Tree *tree, uint32_t node, Children *out) {
  out->count = 0;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling)
    vec_push(out, (Child){key_of(tree, child), child});
}

static int compare_children(const void *left, const void *right) {
  const Child *a = left, *b = right;
  int order = strcmp(a->key, b->key);
  return order != 0 ? order : (a->node > b->node) - (a->node < b->node);
}

typedef struct {
  Children old, fresh;
  VEC(uint32_t) waiting; /* old nodes whose children are to be matched */
  uint32_t *map;
} Matching;

static void match(Matching *matching, const Child *old, const Child *fresh) {
  matching->map[old->node] = fresh->node;
  vec_push(&matching->waiting, old->node);
}

/* Most siblings are as they were at the beginning and at the end; only those between are sorted. */
static void match_children(Matching *matching) {
  Child *old = matching->old.items, *fresh = matching->fresh.items;
  size_t old_end = matching->old.count, fresh_end = matching->fresh.count, from = 0;
  for (; from < old_end && from < fresh_end && !strcmp(old[from].key, fresh[from].key); from++)
    match(matching, &old[from], &fresh[from]);
  while (old_end > from && fresh_end > from &&
         !strcmp(old[old_end - 1].key, fresh[fresh_end - 1].key))
    match(matching, &old[--old_end], &fresh[--fresh_end]);
  if (old_end == from || fresh_end == from)
    return;
  qsort(old + from, old_end - from, sizeof *old, compare_children);
  qsort(fresh + from, fresh_end - from, sizeof *fresh, compare_children);
  for (size_t i = from, j = from; i < old_end && j < fresh_end;) {
    int order = strcmp(old[i].key, fresh[j].key);
    if (order == 0)
      match(matching, &old[i], &fresh[j]);
    i += order <= 0;
    j += order >= 0;
  }
}

uint32_t *tree_match(const Tree *old, const Tree *fresh) {
  Matching matching = {.map = memory_alloc(old->node_count * sizeof(uint32_t))};
  memset(matching.map, 0xff, old->node_count * sizeof(uint32_t));
  matching.map[0] = 0;
  vec_push(&matching.waiting, 0);
  while (matching.waiting.count > 0) {
    uint32_t node = matching.waiting.items[--matching.waiting.count];
    list_children(old, node, &matching.old);
    list_children(fresh, matching.map[node], &matching.fresh);
    match_children(&matching);
  }
  vec_free(&matching.old);
  vec_free(&matching.fresh);
  vec_free(&matching.waiting);
  return matching.map;
}
