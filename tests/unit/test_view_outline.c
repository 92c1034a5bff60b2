#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "make_table.h"
#include "view/outline.h"
#include "view/printed_tree.h"

#define NO_ROW ((size_t)-1)

static Arena *arena;
static Annex annex;
static Outline outline;
static Str text;

static void open_annex(const char *const *rows, const char *columns, bool as_printed, size_t budget) {
  arena = arena_new();
  annex = (Annex){.number = "2", .title = "", .unit = UNIT_WAN, .included = true,
                  .classification = CLASSIFICATION_FUNCTIONAL};
  if (strstr(columns, "code") == NULL)
    annex.classification = CLASSIFICATION_NONE;
  annex.tables = make_table(arena, UNIT_WAN, columns, rows);
  annex.table_count = 1;
  const Tree *tree = tree_of_table(arena, &annex, annex.tables);
  outline_open(&outline, as_printed ? printed_tree(arena, tree) : tree, true, as_printed, budget);
  text = (Str)STR_EMPTY;
}

static void close_annex(void) {
  outline_close(&outline);
  str_free(&text);
  arena_free(arena);
}

static const char *node_text(uint32_t node) {
  const char *code = tree_code(outline.tree, node);
  return code[0] != '\0' ? code : tree_name(outline.tree, node);
}

/* The rows in sight, folded ones with a plus. */
static void expect(const char *rows) {
  str_clear(&text);
  for (size_t i = 0; i < outline.rows.count; i++) {
    uint32_t node = outline.rows.items[i];
    str_printf(&text, "%s%s%s", i > 0 ? " " : "", node_text(node),
               outline_is_folded(&outline, node) ? "+" : "");
  }
  cr_expect_str_eq(text.data, rows);
}

static size_t row_of(const char *code) {
  for (size_t i = 0; i < outline.rows.count; i++)
    if (strcmp(node_text(outline.rows.items[i]), code) == 0)
      return i;
  return NO_ROW;
}

static void fold(const char *code, bool folded) { outline_fold(&outline, row_of(code), folded); }

static const char *const accounts[] = {
    "|合计|9.00",         "201|一般|5.00",    "20103|办公厅|3.00", "2010301|行政运行|1.00",
    "2010350|事业运行|2.00", "20199|其他|2.00", "208|社会保障|4.00", "20805|养老|4.00",
    "2080505|基本养老|4.00", NULL};

static void open_accounts(size_t budget) { open_annex(accounts, "code,name,total", false, budget); }

Test(outline, opens_as_far_as_the_budget_goes) {
  open_accounts(100);
  expect("合计 201 20103 2010301 2010350 20199 208 20805 2080505");
  close_annex();
  open_accounts(6);
  expect("合计 201 20103+ 20199 208 20805+");
  close_annex();
  open_accounts(1);
  expect("合计 201+ 208+");
  close_annex();
}

Test(outline, folds_and_unfolds_in_place) {
  open_accounts(100);
  fold("20103", true);
  expect("合计 201 20103+ 20199 208 20805 2080505");
  fold("201", true);
  expect("合计 201+ 208 20805 2080505");
  fold("201", true);
  fold("2080505", true);
  fold("合计", true);
  expect("合计 201+ 208 20805 2080505");
  fold("201", false);
  expect("合计 201 20103+ 20199 208 20805 2080505");
  outline_fold_all(&outline, true);
  expect("合计 201+ 208+");
  fold("208", false);
  expect("合计 201+ 208 20805+");
  outline_fold_all(&outline, false);
  expect("合计 201 20103 2010301 2010350 20199 208 20805 2080505");
  close_annex();
}

Test(outline, shows_what_is_below_another_root) {
  open_accounts(1);
  outline_set_root(&outline, tree_find(outline.tree, "201"));
  expect("201 20103+ 20199");
  cr_expect_eq(outline_depth(&outline, outline.rows.items[1]), 1);
  cr_expect_eq(outline_reveal(&outline, tree_find(outline.tree, "20805")), NO_ROW);
  outline_set_root(&outline, 0);
  expect("合计 201+ 208+");
  close_annex();
}

Test(outline, reveals_a_node) {
  open_accounts(1);
  cr_expect_eq(outline_row(&outline, tree_find(outline.tree, "2010350")), row_of("201"));
  cr_expect_eq(outline_reveal(&outline, tree_find(outline.tree, "2010350")), 4);
  expect("合计 201 20103 2010301 2010350 20199 208+");
  close_annex();
}

Test(outline, knows_neighbours) {
  open_accounts(100);
  cr_expect_eq(outline_next(&outline, row_of("201")), row_of("208"));
  cr_expect_eq(outline_next(&outline, row_of("20103")), row_of("20199"));
  cr_expect_eq(outline_next(&outline, row_of("20199")), NO_ROW);
  cr_expect_eq(outline_next(&outline, row_of("合计")), NO_ROW);
  cr_expect_eq(outline_previous(&outline, row_of("208")), row_of("201"));
  cr_expect_eq(outline_previous(&outline, row_of("20199")), row_of("20103"));
  cr_expect_eq(outline_previous(&outline, row_of("2010301")), NO_ROW);
  cr_expect_eq(outline_previous(&outline, row_of("201")), NO_ROW);
  cr_expect_eq(outline_parent(&outline, row_of("2010350")), row_of("20103"));
  cr_expect_eq(outline_parent(&outline, row_of("合计")), NO_ROW);
  close_annex();
}

static OutlineKey total_key(const void *context, uint32_t node) {
  TreeAmount amount = tree_amount(outline.tree, node, *(const size_t *)context);
  if (amount.kind != CELL_MONEY)
    return (OutlineKey){.kind = KEY_BLANK};
  return (OutlineKey){.kind = KEY_NUMBER, .number = amount.figure.money.fen};
}

Test(outline, sorts_siblings) {
  size_t column = 0;
  open_annex(ROWS("|合计|9.00", "201|一般|5.00", "20101|a|1.00", "20102|b|3.00", "20103|c|",
                  "20104|d|-2.00", "208|社会保障|7.00"),
             "code,name,total", false, 100);
  outline_sort(&outline, ORDER_DESCENDING, total_key, &column, NULL);
  expect("合计 208 201 20102 20101 20104 20103");
  outline_sort(&outline, ORDER_ASCENDING, total_key, &column, NULL);
  expect("合计 201 20104 20101 20102 20103 208");
  fold("201", true);
  expect("合计 201+ 208");
  fold("201", false);
  cr_expect_eq(outline_reveal(&outline, tree_find(outline.tree, "20101")), 3);
  cr_expect_eq(outline_next(&outline, row_of("20104")), row_of("20101"));
  outline_sort(&outline, ORDER_PRINTED, total_key, &column, NULL);
  expect("合计 201 20101 20102 20103 20104 208");
  close_annex();
}

/* ---- sorting that takes long */

typedef struct {
  int steps, most; /* it is stopped after so many */
  uint64_t last, total;
} Watch;

static bool watch_step(void *context, Work work, uint64_t done, uint64_t total) {
  Watch *watch = context;
  cr_assert_eq(work, WORK_SORTING);
  cr_assert(done >= watch->last && done <= total, "it goes on, and not beyond the end");
  watch->last = done;
  watch->total = total;
  return ++watch->steps < watch->most;
}

enum { MANY = 20000 };

static void open_many(void) {
  static char *rows[MANY + 1];
  static char space[MANY][32];
  for (int i = 0; i < MANY; i++) {
    snprintf(space[i], sizeof space[i], "1>row %d|%d.00", i, i * 7919 % MANY);
    rows[i] = space[i];
  }
  rows[MANY] = NULL;
  open_annex((const char *const *)rows, "item,amount", true, 2 * MANY);
}

static int64_t fen_in(size_t row) {
  return tree_amount(outline.tree, outline.rows.items[row], 0).figure.money.fen;
}

Test(outline, many_siblings_are_sorted_and_it_is_told_how_far) {
  size_t column = 0;
  Watch watch = {.most = 1000000};
  Progress progress = {watch_step, &watch};
  open_many();
  cr_assert(outline_sort(&outline, ORDER_ASCENDING, total_key, &column, &progress));
  cr_assert_eq(outline.rows.count, (size_t)MANY);
  for (size_t i = 1; i < MANY; i++)
    cr_assert_lt(fen_in(i - 1), fen_in(i));
  cr_expect_gt(watch.steps, 10);
  cr_expect_gt(watch.last, watch.total / 2);
  close_annex();
}

Test(outline, sorting_is_stopped_anywhere_and_nothing_has_changed) {
  size_t column = 0;
  open_many();
  cr_assert(outline_sort(&outline, ORDER_DESCENDING, total_key, &column, NULL));
  int64_t first = fen_in(0), last = fen_in(MANY - 1);
  for (int most = 1; most < 16; most++) {
    Watch watch = {.most = most};
    Progress progress = {watch_step, &watch};
    cr_assert_not(outline_sort(&outline, ORDER_ASCENDING, total_key, &column, &progress));
    cr_expect_eq(outline.order, ORDER_DESCENDING);
    cr_expect_eq(fen_in(0), first);
    cr_expect_eq(fen_in(MANY - 1), last);
  }
  close_annex();
}

/* ---- filtering */

static void filter(const char *const *codes) {
  uint32_t nodes[8];
  size_t count = 0;
  for (; *codes != NULL; codes++)
    nodes[count++] = tree_find(outline.tree, *codes);
  outline_filter(&outline, nodes, count);
}

Test(outline, a_filter_keeps_rows_and_what_is_above_them) {
  open_accounts(100);
  fold("20103", true);
  filter(ROWS("2010350", "208"));
  expect("合计 201 20103 2010350 208");
  cr_expect_not(outline_has_children(&outline, outline.rows.items[4]));
  fold("20103", true);
  expect("合计 201 20103+ 208");
  cr_expect_eq(outline_row(&outline, tree_find(outline.tree, "2010350")), row_of("20103"));
  cr_expect_eq(outline_row(&outline, tree_find(outline.tree, "2080505")), row_of("208"));
  cr_expect_eq(outline_reveal(&outline, tree_find(outline.tree, "20199")), row_of("201"));
  cr_expect_eq(outline_next(&outline, row_of("201")), row_of("208"));
  outline_set_root(&outline, tree_find(outline.tree, "201"));
  expect("201 20103+");
  outline_set_root(&outline, tree_find(outline.tree, "20805"));
  expect("");
  outline_set_root(&outline, 0);
  filter(ROWS("20199"));
  expect("合计 201 20199");
  outline_unfilter(&outline);
  expect("合计 201 20103+ 20199 208 20805 2080505");
  close_annex();
}

Test(outline, a_filter_of_nothing_leaves_nothing) {
  open_accounts(100);
  outline_filter(&outline, NULL, 0);
  expect("");
  outline_unfilter(&outline);
  expect("合计 201 20103 2010301 2010350 20199 208 20805 2080505");
  close_annex();
}

Test(outline, an_annex_shows_its_rows_where_they_are_printed) {
  size_t column = 0;
  open_annex(ROWS("201|一般|2.00", "2080505|无父|1.00", "|合计|3.00"), "code,name,total", true, 100);
  expect("201 2080505 合计");
  cr_expect_eq(outline_depth(&outline, outline.rows.items[0]), 1);
  cr_expect_eq(outline_parent(&outline, 0), 2);
  outline_sort(&outline, ORDER_ASCENDING, total_key, &column, NULL);
  expect("2080505 201 合计");
  close_annex();
}

static void expect_depths(const char *depths) {
  str_clear(&text);
  for (size_t i = 0; i < outline.rows.count; i++)
    str_printf(&text, "%d", outline_depth(&outline, outline.rows.items[i]));
  cr_expect_str_eq(text.data, depths);
}

Test(outline, an_annex_keeps_its_order_where_parents_come_late) {
  open_annex(ROWS("2080505|养老|1.00", "2010301|行政|2.00", "201|一般|5.00", "20103|办公厅|5.00",
                  "2010350|事业|3.00", "20805|养老|2.00", "2080506|年金|1.00", "208|社会|2.00",
                  "|合计|7.00", "|注|"),
             "code,name,total", true, 100);
  expect("2080505 2010301 201 20103 2010350 20805 2080506 208 合计 注");
  expect_depths("1112312101");
  fold("201", true);
  expect("2080505 2010301 201+ 20805 2080506 208 合计 注");
  fold("201", false);
  fold("20805", true);
  expect("2080505 2010301 201 20103 2010350 20805+ 208 合计 注");
  outline_fold_all(&outline, true);
  expect("2080505 2010301 201+ 20805+ 208 合计 注");
  close_annex();
}

Test(outline, a_table_in_order_is_shown_by_its_own_tree) {
  open_annex(accounts, "code,name,total", true, 100);
  const Tree *tree = tree_of_table(arena, &annex, annex.tables);
  cr_expect_eq(printed_tree(arena, tree), tree);
  close_annex();
  open_annex(ROWS("2080505|养老|1.00", "2080506|年金|1.00", "|合计|2.00"), "code,name,total", true, 100);
  tree = tree_of_table(arena, &annex, annex.tables);
  cr_expect_eq(printed_tree(arena, tree), tree, "derived parents alone change no order");
  close_annex();
}

Test(outline, totals_keep_their_places) {
  size_t column = 0;
  open_annex(ROWS("1>!收入合计|9.00", "1>一、本年收入|2.00", "2>财政|2.00", "|", "1>二、结转|7.00", "1>!总计|9.00"),
             "item,amount", true, 100);
  expect("收入合计 一、本年收入 财政  二、结转 总计");
  outline_sort(&outline, ORDER_DESCENDING, total_key, &column, NULL);
  expect("收入合计 二、结转 一、本年收入 财政  总计");
  close_annex();
}

/* ---- many random steps against a list made anew */

static void list_below(uint32_t node, Str *out) {
  str_printf(out, "%u ", node);
  if (outline_is_folded(&outline, node))
    return;
  for (uint32_t child = outline.tree->nodes[node].first_child; child != NODE_NONE;
       child = outline.tree->nodes[child].next_sibling)
    list_below(child, out);
}

static void expect_list_made_anew(void) {
  Str wanted = STR_EMPTY, found = STR_EMPTY;
  list_below(outline.root, &wanted);
  for (size_t i = 0; i < outline.rows.count; i++)
    str_printf(&found, "%u ", outline.rows.items[i]);
  cr_assert_str_eq(found.data, wanted.data);
  for (size_t i = 0; i < outline.rows.count; i++)
    cr_assert_eq(outline_row(&outline, outline.rows.items[i]), i);
  str_free(&wanted);
  str_free(&found);
}

static const char **many_accounts(Arena *from, size_t *count) {
  enum { MOST = 400 };
  const char **rows = arena_array(from, MOST, sizeof *rows);
  Str row = STR_EMPTY;
  *count = 0;
  for (int i = 0; i < 6; i++)
    for (int j = 0; j < 5; j++)
      for (int k = 0; k < 5; k++) {
        str_clear(&row);
        str_printf(&row, "2%02d%.*s%.*s|n|1.00", i + 1, j > 0 ? 2 : 0, &"0102030405"[j * 2],
                   j > 0 && k > 0 ? 2 : 0, &"0102030405"[k * 2]);
        if (j == 0 && k > 0)
          continue;
        rows[(*count)++] = arena_text(from, row.data, row.length);
      }
  str_free(&row);
  return rows;
}

Test(outline, stays_right_through_many_steps) {
  size_t count;
  Arena *rows_arena = arena_new();
  const char **rows = many_accounts(rows_arena, &count);
  open_annex(rows, "code,name,total", false, 20);
  unsigned seed = 3;
  for (int i = 0; i < 2000; i++) {
    seed = seed * 1103515245u + 12345u;
    unsigned choice = (seed >> 16) % 100;
    size_t row = (seed >> 8) % outline.rows.count;
    uint32_t node = (seed >> 4) % (uint32_t)outline.tree->node_count;
    if (choice < 70)
      outline_fold(&outline, row, (seed >> 24) % 2 == 0);
    else if (choice < 90)
      outline_reveal(&outline, node);
    else if (choice < 95)
      outline_set_root(&outline, (seed >> 24) % 3 == 0 ? node : 0);
    else
      outline_fold_all(&outline, choice % 2 == 0);
    expect_list_made_anew();
  }
  close_annex();
  arena_free(rows_arena);
}
