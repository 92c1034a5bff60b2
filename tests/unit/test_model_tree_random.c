/* Trees of random tables beside the plainest possible way to find parents, and joined trees
 * by what must always hold of them. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "make_table.h"
#include "model/tree.h"

enum { ROWS_MOST = 40, CODE_ROOM = 32, ROUNDS = 1500 };

static uint32_t seed = 12345;

static uint32_t pick(uint32_t count) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % count;
}

typedef struct {
  char codes[ROWS_MOST][CODE_ROOM]; /* "" : none */
  size_t count;
  const Table *table;
} Sample;

static void random_code(char *code) {
  static const size_t lengths[] = {1, 2, 3, 3, 3, 4, 5, 5, 5, 5, 6, 7, 7, 7, 7, 7, 8, 9, 16, 17, 18, 20};
  size_t length = lengths[pick(sizeof lengths / sizeof *lengths)];
  for (size_t i = 0; i < length; i++)
    code[i] = "12"[length > 9 && i > 4 && i < 16 ? 0 : pick(2)];
  code[length] = '\0';
}

static int by_code(const void *a, const void *b) {
  return strcmp(a, b);
}

static Sample make_sample(Arena *arena, const char *columns) {
  Sample sample = {.count = pick(ROWS_MOST + 1)};
  for (size_t i = 0; i < sample.count; i++)
    if (pick(8) || i + 1 == sample.count) /* without any code it would be an outline by levels */
      random_code(sample.codes[i]);
  if (pick(3) == 0)
    qsort(sample.codes, sample.count, sizeof *sample.codes, by_code);
  const char *rows[ROWS_MOST];
  char text[ROWS_MOST][CODE_ROOM + 16];
  for (size_t i = 0; i < sample.count; i++) {
    snprintf(text[i], sizeof text[i], "%s|x|%u", sample.codes[i], pick(3) ? pick(1000) + 1 : 0);
    if (text[i][strlen(text[i]) - 1] == '0')
      text[i][strlen(text[i]) - 1] = '\0';
    rows[i] = text[i];
  }
  sample.table = make_rows(arena, UNIT_YUAN, columns, rows, sample.count);
  return sample;
}

static bool proper_prefix(const char *prefix, const char *code) {
  return strlen(prefix) < strlen(code) && !strncmp(code, prefix, strlen(prefix));
}

static size_t level_above(Classification classification, size_t length) {
  size_t last = classification == CLASSIFICATION_DEPARTMENT_ECONOMIC ? 5 : 7;
  for (size_t level = last; level >= 3; level -= 2)
    if (level < length)
      return level;
  return 0;
}

/* Whether row `j` is still on the way from the root to the row before `i`. */
static bool on_path(const Sample *sample, size_t j, size_t i) {
  for (size_t k = j + 1; k < i; k++)
    if (*sample->codes[k] && !proper_prefix(sample->codes[j], sample->codes[k]))
      return false;
  return *sample->codes[j];
}

/* A parent: a row, or the code of a derived account, or neither for the root. */
typedef struct {
  size_t row; /* SIZE_MAX: no row */
  char derived[CODE_ROOM];
} Parent;

static Parent parent_elsewhere(const Sample *sample, Classification classification,
                               const char *code, size_t place) {
  Parent parent = {.row = SIZE_MAX};
  for (size_t length = strlen(code) - 1; length > 0; length--) {
    for (size_t i = 0; i < sample->count; i++)
      if (strlen(sample->codes[i]) == length && !strncmp(code, sample->codes[i], length) &&
          (parent.row == SIZE_MAX || i < place))
        parent.row = i;
    if (parent.row != SIZE_MAX)
      return parent;
    bool level = length == 3 || length == 5 ||
                 (length == 7 && classification == CLASSIFICATION_FUNCTIONAL);
    if (level && classification != CLASSIFICATION_NONE) {
      memcpy(parent.derived, code, length);
      return parent;
    }
  }
  return parent;
}

static Parent parent_of(const Sample *sample, Classification classification, size_t row) {
  const char *code = sample->codes[row];
  Parent parent = {.row = SIZE_MAX};
  for (size_t j = row; j-- > 0;) {
    if (!on_path(sample, j, row) || (*code && !proper_prefix(sample->codes[j], code)))
      continue;
    parent.row = j;
    break;
  }
  size_t found = parent.row == SIZE_MAX ? 0 : strlen(sample->codes[parent.row]);
  if (!*code || found >= level_above(classification, strlen(code)))
    return parent;
  return parent_elsewhere(sample, classification, code, row);
}

/* The first row below a node. */
static uint32_t first_row(const Tree *tree, uint32_t node) {
  if (tree_printed(tree, node))
    return tree->nodes[node].rows[0];
  uint32_t first = NODE_NONE;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    uint32_t below = first_row(tree, child);
    first = below < first ? below : first;
  }
  return first;
}

static void expect_parent(const Tree *tree, uint32_t node, const Parent *parent) {
  uint32_t found = tree->nodes[node].parent;
  cr_assert_lt(found, tree->node_count);
  if (parent->row != SIZE_MAX)
    cr_assert_eq(tree->nodes[found].rows[0], parent->row, "%s: below %s, not row %zu",
                 tree_code(tree, node), tree_code(tree, found), parent->row);
  else
    cr_assert(!tree_printed(tree, found) && !strcmp(tree_code(tree, found), parent->derived),
              "%s: below %s, not %s", tree_code(tree, node), tree_code(tree, found),
              parent->derived);
}

/* Sums, depths, the order of children; returns the nodes below. */
static size_t expect_node(const Tree *tree, uint32_t node) {
  size_t count = 1;
  int64_t sum = 0;
  bool known = false;
  uint32_t before = 0;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    cr_assert_eq(tree->nodes[child].parent, node);
    cr_assert_eq(tree->nodes[child].depth, tree->nodes[node].depth + 1);
    uint32_t place = first_row(tree, child);
    cr_assert(child == tree->nodes[node].first_child || place > before);
    before = place;
    TreeAmount amount = tree_amount(tree, child, 0);
    known |= amount.kind == CELL_MONEY;
    sum += amount.kind == CELL_MONEY ? amount.figure.money.fen : 0;
    count += expect_node(tree, child);
  }
  TreeAmount own = tree_amount(tree, node, 0);
  cr_assert_eq(own.derived, known && !tree_printed(tree, node));
  if (!own.annex) {
    cr_assert_eq(own.kind, known ? CELL_MONEY : CELL_BLANK);
    cr_assert(!known || own.figure.money.fen == sum);
  }
  return count;
}

static void expect_as_plain(Classification classification) {
  Arena *arena = arena_new();
  Sample sample = make_sample(arena, "code,name,total");
  Annex annex = {.classification = classification, .unit = UNIT_YUAN};
  Tree *tree = tree_of_table(arena, &annex, sample.table);
  for (uint32_t row = 0; row < sample.count; row++) {
    uint32_t node = tree_node_of_row(tree, 0, row);
    cr_assert_eq(tree->nodes[node].rows[0], row);
    cr_assert_str_eq(tree_code(tree, node), sample.codes[row]);
    Parent parent = parent_of(&sample, classification, row);
    expect_parent(tree, node, &parent);
    if (*sample.codes[row])
      cr_assert_str_eq(tree_code(tree, tree_find(tree, sample.codes[row])), sample.codes[row]);
  }
  for (uint32_t node = 1; node < tree->node_count; node++) {
    if (tree_printed(tree, node))
      continue;
    Parent parent = parent_elsewhere(&sample, classification, tree_code(tree, node),
                                     first_row(tree, node));
    expect_parent(tree, node, &parent);
  }
  cr_assert_eq(expect_node(tree, 0), tree->node_count);
  arena_free(arena);
}

Test(tree_random, functional) {
  for (int i = 0; i < ROUNDS; i++)
    expect_as_plain(CLASSIFICATION_FUNCTIONAL);
}

Test(tree_random, economic) {
  for (int i = 0; i < ROUNDS; i++)
    expect_as_plain(CLASSIFICATION_DEPARTMENT_ECONOMIC);
}

Test(tree_random, without_classification) {
  for (int i = 0; i < ROUNDS; i++)
    expect_as_plain(CLASSIFICATION_NONE);
}

static size_t count_below(const Tree *tree, uint32_t node, size_t source, int64_t *sum) {
  size_t rows = tree->nodes[node].rows[source] != NODE_NONE;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    const char *code = tree_code(tree, child);
    cr_assert_eq(tree->nodes[child].depth, tree->nodes[node].depth + 1);
    cr_assert(!*code || proper_prefix(tree_code(tree, node), code));
    TreeAmount amount = tree_amount(tree, child, source + 1);
    *sum += amount.kind == CELL_MONEY ? amount.figure.money.fen : 0;
    int64_t below = 0;
    rows += count_below(tree, child, source, &below);
    if (!amount.annex)
      cr_assert_eq(amount.kind == CELL_MONEY ? amount.figure.money.fen : 0, below);
  }
  return rows;
}

static void expect_total(const Tree *tree, uint32_t node) {
  int64_t sum = 0;
  bool known = false;
  for (size_t column = 1; column < 3; column++) {
    TreeAmount amount = tree_amount(tree, node, column);
    known |= amount.kind == CELL_MONEY;
    sum += amount.kind == CELL_MONEY ? amount.figure.money.fen : 0;
  }
  TreeAmount total = tree_amount(tree, node, 0);
  cr_assert_eq(total.derived, known);
  cr_assert_null(total.annex);
  cr_assert_eq(total.kind, known ? CELL_MONEY : CELL_BLANK);
  cr_assert(!known || total.figure.money.fen == sum);
}

/* Each row of each source is one node of the same code, each source's sums are whole, and a code
 * of both tables is one node as often as both print it. */
static void expect_joined(void) {
  Arena *arena = arena_new();
  Sample samples[2] = {make_sample(arena, "code,name,basic"),
                       make_sample(arena, "code,name,project")};
  Annex annexes[2] = {{.kind = KIND_BASIC_EXPENDITURE}, {.kind = KIND_PROJECT_EXPENDITURE}};
  for (size_t i = 0; i < 2; i++) {
    annexes[i].classification = CLASSIFICATION_GOVERNMENT_ECONOMIC;
    annexes[i].tables = samples[i].table;
    annexes[i].table_count = 1;
  }
  Document *document = make_document(arena, annexes, 2, NULL);
  const Tree *tree = document_tree(document, CLASSIFICATION_GOVERNMENT_ECONOMIC, 0);
  cr_assert_eq(tree->source_count, 2);
  for (size_t source = 0; source < 2; source++) {
    int64_t sum = 0;
    cr_assert_eq(count_below(tree, 0, source, &sum), samples[source].count);
    TreeAmount whole = tree_amount(tree, 0, source + 1);
    cr_assert_eq(whole.kind == CELL_MONEY ? whole.figure.money.fen : 0, sum);
    for (uint32_t row = 0; row < samples[source].count; row++) {
      uint32_t node = tree_node_of_row(tree, source, row);
      cr_assert_eq(tree->nodes[node].rows[source], row);
      cr_assert_str_eq(tree_code(tree, node), samples[source].codes[row]);
    }
  }
  for (uint32_t node = 0; node < tree->node_count; node++)
    expect_total(tree, node);
  for (size_t i = 0; i < samples[1].count; i++) {
    size_t before = 0, basic = 0;
    const char *code = samples[1].codes[i];
    for (size_t j = 0; j < i; j++)
      before += !strcmp(code, samples[1].codes[j]);
    for (size_t j = 0; j < samples[0].count; j++)
      basic += !strcmp(code, samples[0].codes[j]);
    uint32_t node = tree_node_of_row(tree, 1, (uint32_t)i);
    cr_assert_eq(tree->nodes[node].rows[0] != NODE_NONE, *code && before < basic);
  }
  arena_free(arena);
}

Test(tree_random, joined) {
  for (int i = 0; i < ROUNDS; i++)
    expect_joined();
}
