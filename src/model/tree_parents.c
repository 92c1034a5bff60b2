/* Parents that the printed order does not give: printed elsewhere, or nowhere.
 *
 * All accounts are sorted by code. There an account follows all the accounts and
 * parents-to-be that its code begins with, so one pass with a path finds, for
 * each code, the nearest code above it, in linear time whatever the order and the codes were. */
#include <string.h>

#include "model/catalogue.h"
#include "model/code_sort.h"
#include "model/tree_build.h"

/* The rows of one code, in printed order, or a derived account. */
typedef struct {
  RowCode code;
  size_t first, end; /* in the sorted entries; none of a derived one */
  uint32_t derived;  /* index; NODE_NONE */
} Group;

/* Where a derived account belongs; its own parent is a group too. */
typedef struct {
  Group parent;
  size_t first_row; /* of what stands below it */
} Derived;

typedef struct {
  TreeBuilder *builder;
  CodeEntry *entries;
  size_t count;
  VEC(Group) path; /* the first one is the root */
  VEC(Derived) derived;
  uint32_t first_node; /* of the derived ones */
  size_t first_account;
} Parents;

static RowCode code_of_entry(const void *context, const CodeEntry *entry, Str *room) {
  (void)room; /* the builder keeps codes where they are */
  return builder_code((TreeBuilder *)context, entry->row);
}

static void sort_accounts(Parents *parents) {
  TreeBuilder *builder = parents->builder;
  parents->entries = memory_alloc(builder->row_count * sizeof *parents->entries);
  for (size_t i = 0; i < builder->row_count; i++) {
    RowCode code = builder_code(builder, i);
    if (code.length)
      parents->entries[parents->count++] = code_entry(&code, 0, i);
  }
  code_sort(parents->entries, parents->count, code_of_entry, builder);
}

/* The rows that share the code of the one at `first`. */
static Group next_group(Parents *parents, size_t first) {
  Group group = {.first = first, .end = first + 1, .derived = NODE_NONE};
  group.code = builder_code(parents->builder, parents->entries[first].row);
  for (; group.end < parents->count; group.end++) {
    if (parents->entries[group.end].key != group.code.key)
      break;
    if (!parents->entries[first].long_code && !parents->entries[group.end].long_code)
      continue;
    RowCode code = builder_code(parents->builder, parents->entries[group.end].row);
    if (code_compare(&code, &group.code))
      break;
  }
  return group;
}

/* The row of the group nearest before `row`, else its first one. */
static size_t nearest_row(const Parents *parents, const Group *group, size_t row) {
  size_t first = group->first, end = group->end;
  while (end - first > 1) {
    size_t middle = first + (end - first) / 2;
    if (parents->entries[middle].row < row)
      first = middle;
    else
      end = middle;
  }
  return parents->entries[first].row;
}

static uint32_t node_in_group(const Parents *parents, const Group *group, size_t row) {
  if (!group->code.length)
    return 0;
  if (group->derived != NODE_NONE)
    return parents->first_node + group->derived;
  return builder_node(parents->builder, nearest_row(parents, group, row));
}

static void push_derived(Parents *parents, const RowCode *code, size_t level) {
  TreeBuilder *builder = parents->builder;
  Group parent = parents->path.items[parents->path.count - 1];
  RowCode above = {arena_text(builder->arena, code->text, level), level,
                   code->key & code_mask(level)};
  const char *name = catalogue_name_of_key(builder->tree->classification, above.key);
  vec_push(&builder->derived, (DerivedAccount){.code = above.text, .name = name ? name : ""});
  uint32_t number = (uint32_t)parents->derived.count;
  vec_push(&parents->derived, (Derived){.parent = parent, .first_row = SIZE_MAX});
  vec_push(&parents->path, (Group){.code = above, .derived = number});
}

static void derive_between(Parents *parents, const RowCode *code) {
  enum { LEVEL_FIRST = 3, LEVEL_STEP = 2 };
  Classification classification = parents->builder->tree->classification;
  if (classification == CLASSIFICATION_NONE)
    return;
  size_t lowest = tree_level_above(classification, code->length);
  size_t above = parents->path.items[parents->path.count - 1].code.length;
  for (size_t level = LEVEL_FIRST; level <= lowest; level += LEVEL_STEP)
    if (level > above)
      push_derived(parents, code, level);
}

static bool is_orphan(const Parents *parents, size_t entry) {
  uint32_t node = builder_node(parents->builder, parents->entries[entry].row);
  return parents->builder->tree->nodes[node].parent == NODE_NONE;
}

static void place_orphan(Parents *parents, size_t entry) {
  const Group *group = &parents->path.items[parents->path.count - 1];
  size_t row = parents->entries[entry].row;
  uint32_t node = builder_node(parents->builder, row);
  parents->builder->tree->nodes[node].parent = node_in_group(parents, group, row);
  if (group->derived == NODE_NONE)
    return;
  Derived *derived = &parents->derived.items[group->derived];
  if (row < derived->first_row)
    derived->first_row = row;
}

static void place_group(Parents *parents, const Group *group) {
  const Group *top = &parents->path.items[parents->path.count - 1];
  while (!code_begins(&group->code, &top->code))
    top--;
  parents->path.count = (size_t)(top - parents->path.items) + 1;
  size_t orphan = group->first;
  while (orphan < group->end && !is_orphan(parents, orphan))
    orphan++;
  if (orphan < group->end)
    derive_between(parents, &group->code);
  for (; orphan < group->end; orphan++)
    if (is_orphan(parents, orphan))
      place_orphan(parents, orphan);
  vec_push(&parents->path, *group);
}

/* The printed nodes and the derived ones after them. A derived account stands at the
 * first row below it, which its parents learn from it. */
static void add_derived_nodes(Parents *parents) {
  TreeBuilder *builder = parents->builder;
  Tree *tree = builder->tree;
  size_t count = tree->node_count + parents->derived.count;
  Node *nodes = arena_alloc(builder->arena, count * sizeof *nodes, _Alignof(Node));
  memcpy(nodes, tree->nodes, tree->node_count * sizeof *nodes);
  for (size_t i = parents->derived.count; i-- > 0;) {
    const Derived *derived = &parents->derived.items[i];
    const Group *above = &derived->parent;
    nodes[parents->first_node + i] =
        (Node){.parent = node_in_group(parents, above, derived->first_row),
               .first_child = NODE_NONE,
               .next_sibling = NODE_NONE,
               .rows = {NODE_NONE, NODE_NONE},
               .derived = (uint32_t)(parents->first_account + i)};
    if (above->derived == NODE_NONE)
      continue;
    Derived *higher = &parents->derived.items[above->derived];
    if (derived->first_row < higher->first_row)
      higher->first_row = derived->first_row;
  }
  tree->nodes = nodes;
  tree->node_count = count;
}

static void link_first(Node *nodes, uint32_t node) {
  Node *parent = &nodes[nodes[node].parent];
  nodes[node].next_sibling = parent->first_child;
  parent->first_child = node;
}

/* From the last row to the first, each becomes the first child of its parent; with
 * the first row below a derived account comes that account itself. */
static void link_all(const Parents *parents) {
  Node *nodes = parents->builder->tree->nodes;
  size_t count = parents->builder->tree->node_count;
  for (size_t i = 0; i < count; i++)
    nodes[i].first_child = NODE_NONE;
  for (size_t row = parents->builder->row_count; row-- > 0;) {
    uint32_t node = builder_node(parents->builder, row);
    while (node) {
      link_first(nodes, node);
      node = nodes[node].parent;
      if (node < parents->first_node ||
          parents->derived.items[node - parents->first_node].first_row != row)
        break;
    }
  }
}

void tree_build_parents(TreeBuilder *builder) {
  Parents parents = {.builder = builder,
                     .first_node = (uint32_t)builder->tree->node_count,
                     .first_account = builder->derived.count};
  sort_accounts(&parents);
  vec_push(&parents.path, (Group){.derived = NODE_NONE});
  for (size_t first = 0; first < parents.count;) {
    Group group = next_group(&parents, first);
    place_group(&parents, &group);
    first = group.end;
  }
  if (parents.derived.count)
    add_derived_nodes(&parents);
  link_all(&parents);
  vec_free(&parents.path);
  vec_free(&parents.derived);
  memory_free(parents.entries);
}
