#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "model/tree.h"

/* A tree as text, a line for each node: depth dots, code and name, "*" for what no table prints. */
static void write_tree(const Tree *tree, uint32_t node, Str *out) {
  cr_expect_lt(node, tree->node_count);
  str_add_fill(out, '.', tree->nodes[node].depth);
  str_printf(out, "%s%s%s", tree_code(tree, node), tree_name(tree, node),
             tree_printed(tree, node) ? "" : "*");
  for (size_t i = 0; i < tree->column_count; i++) {
    TreeAmount amount = tree_amount(tree, node, i);
    str_add_char(out, ' ');
    if (amount.kind == CELL_MONEY)
      figure_write(out, amount.figure, amount.figure.unit);
    else
      str_add_text(out, amount.text ? amount.text : "~");
    if (amount.derived && amount.kind == CELL_MONEY)
      str_add_char(out, '*');
  }
  str_add_char(out, '\n');
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    cr_expect_eq(tree->nodes[child].parent, node);
    write_tree(tree, child, out);
  }
}

static void expect_tree(const Tree *tree, const char *text) {
  Str out = STR_EMPTY;
  write_tree(tree, 0, &out);
  cr_expect_str_eq(out.data, text, "found:\n%s", out.data);
  str_free(&out);
}

static void expect_outline(Classification classification, const char *columns,
                           const char *const *rows, const char *text) {
  Arena *arena = arena_new();
  Annex annex = {.number = "1", .classification = classification, .unit = UNIT_WAN};
  const Table *table = make_table(arena, UNIT_WAN, columns, rows);
  Tree *tree = tree_of_table(arena, &annex, table);
  expect_tree(tree, text);
  for (uint32_t row = 0; row < table->row_count; row++) {
    uint32_t node = tree_node_of_row(tree, 0, row);
    cr_assert_neq(node, NODE_NONE);
    cr_expect_eq(tree->nodes[node].rows[0], row);
  }
  cr_expect_eq(tree_node_of_row(tree, 0, (uint32_t)table->row_count), NODE_NONE);
  cr_expect_eq(tree_node_of_row(tree, 1, 0), NODE_NONE);
  arena_free(arena);
}

#define FUNCTIONAL CLASSIFICATION_FUNCTIONAL
#define ECONOMIC CLASSIFICATION_DEPARTMENT_ECONOMIC

Test(tree, printed_order) {
  expect_outline(FUNCTIONAL, "code,name,total,basic",
                 ROWS("合计||3.50|1", "201|甲|2.00|1", "20103|乙|2.00|1", "2010301|丙|1|1",
                      "2010302|丁|1|", "208|戊|1.5|–"),
                 "合计 3.50 1\n"
                 ".201甲 2.00 1\n"
                 "..20103乙 2.00 1\n"
                 "...2010301丙 1 1\n"
                 "...2010302丁 1 ~\n"
                 ".208戊 1.5 –\n");
}

Test(tree, total_last_and_notes) {
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("|说明|", "201|甲|2", "20103|乙|2", "|某项目|1.5", "|另一项目|0.5", "208|戊|1",
                      "|总 计|3", "|注|"),
                 "总 计 3\n"
                 ".说明 ~\n"
                 ".201甲 2\n"
                 "..20103乙 2\n"
                 "...某项目 1.5\n"
                 "...另一项目 0.5\n"
                 ".208戊 1\n"
                 ".注 ~\n");
}

Test(tree, totals_between_accounts_are_no_root) {
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("201|甲|2", "20103|乙|2", "!|合计|2", "20105|丙|1"),
                 "* 2*\n"
                 ".201甲 2\n"
                 "..20103乙 2\n"
                 "..20105丙 1\n"
                 ".合计 2\n");
}

Test(tree, derived_parents) {
  expect_outline(FUNCTIONAL, "code,name,total,basic,project",
                 ROWS("!合计||6", "2010301|丙|1.00||1", "2010302|丁|2.5||", "20805|己|3||–"),
                 "合计 6 ~ ~\n"
                 ".201一般公共服务支出* 3.50* ~ 1*\n"
                 "..20103政府办公厅（室）及相关机构事务* 3.50* ~ 1*\n"
                 "...2010301丙 1.00 ~ 1\n"
                 "...2010302丁 2.5 ~ ~\n"
                 ".208社会保障和就业支出* 3* ~ ~\n"
                 "..20805己 3 ~ –\n");
}

Test(tree, levels_of_the_classifications) {
  expect_outline(ECONOMIC, "code,name,total", ROWS("3020101|甲|1"),
                 "* 1*\n"
                 ".302商品和服务支出* 1*\n"
                 "..30201办公费* 1*\n"
                 "...3020101甲 1\n");
  expect_outline(FUNCTIONAL, "code,name,total", ROWS("999999999|甲|1"),
                 "* 1*\n"
                 ".999* 1*\n"
                 "..99999* 1*\n"
                 "...9999999* 1*\n"
                 "....999999999甲 1\n");
  expect_outline(CLASSIFICATION_NONE, "code,name,total", ROWS("2010301|甲|1", "201|乙|1"),
                 "* 1*\n"
                 ".201乙 1\n"
                 "..2010301甲 1\n");
}

Test(tree, no_total_row) {
  expect_outline(FUNCTIONAL, "code,name,total,basic", ROWS("201|甲|2.5|", "20103|乙|2.5|", "208|丙|-1.25|"),
                 "* 1.25* ~\n"
                 ".201甲 2.5 ~\n"
                 "..20103乙 2.5 ~\n"
                 ".208丙 -1.25 ~\n");
  expect_outline(FUNCTIONAL, "code,name,total", ROWS(NULL), "* ~\n");
}

Test(tree, only_a_total) {
  expect_outline(FUNCTIONAL, "code,name,total,basic", ROWS("|合计||"), "合计 ~ ~\n");
}

Test(tree, parents_out_of_order) {
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("2010302|丁|2", "20103|乙|3", "208|戊|1", "2010301|丙|1", "201|甲|3", "2080501|己|1"),
                 "* 4*\n"
                 ".208戊 1\n"
                 "..20805行政事业单位养老支出* 1*\n"
                 "...2080501己 1\n"
                 ".201甲 3\n"
                 "..20103乙 3\n"
                 "...2010302丁 2\n"
                 "...2010301丙 1\n");
}

Test(tree, a_code_printed_twice_is_two_nodes) {
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("201|甲|1", "20103|一|1", "201|乙|2", "20103|二|2", "20105|三|0"),
                 "* 3*\n"
                 ".201甲 1\n"
                 "..20103一 1\n"
                 ".201乙 2\n"
                 "..20103二 2\n"
                 "..20105三 0\n");
  /* Out of order: to the parent printed last before it. */
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("201|甲|1", "201|乙|2", "208|丙|2", "20105|三|0"),
                 "* 5*\n"
                 ".201甲 1\n"
                 ".201乙 2\n"
                 "..20105三 0\n"
                 ".208丙 2\n");
}

Test(tree, codes_over_three_columns) {
  expect_outline(FUNCTIONAL, "code-class,code-section,code-item,name,total",
                 ROWS("合计||||3", "201|||甲|3", "201|3||乙|3", "201|3|1|丙|3"),
                 "合计 3\n"
                 ".201甲 3\n"
                 "..20103乙 3\n"
                 "...2010301丙 3\n");
  expect_outline(FUNCTIONAL, "code,name,total", ROWS("２０１|甲|3", "２０１０３|乙|3", "201|丙|1"),
                 "* 4*\n"
                 ".201甲 3\n"
                 "..20103乙 3\n"
                 ".201丙 1\n");
}

Test(tree, long_codes) {
  expect_outline(FUNCTIONAL, "code,name,total",
                 ROWS("2010301010101010101|丙|1", "20103010101010101|乙|1", "2010301010101010102|丁|2",
                      "2010301|甲|1"),
                 "* 1*\n"
                 ".201一般公共服务支出* 1*\n"
                 "..20103政府办公厅（室）及相关机构事务* 1*\n"
                 "...2010301甲 1\n"
                 "....20103010101010101乙 1\n"
                 ".....2010301010101010101丙 1\n"
                 ".....2010301010101010102丁 2\n");
}

Test(tree, levels) {
  expect_outline(CLASSIFICATION_NONE, "item,amount",
                 ROWS("1>一、本年收入|5", "2>一般公共预算资金|5", "3>其中|1", "2>政府性基金|", "|",
                      "1>二、上年结转|", "2>基金|", "1>!收入合计|5", "2>后|"),
                 "* ~\n"
                 ".一、本年收入 5\n"
                 "..一般公共预算资金 5\n"
                 "...其中 1\n"
                 "..政府性基金 ~\n"
                 ". ~\n"
                 ".二、上年结转 ~\n"
                 "..基金 ~\n"
                 ".收入合计 5\n"
                 ".后 ~\n");
}

Test(tree, blank_rows_keep_their_place) {
  expect_outline(CLASSIFICATION_NONE, "item,amount",
                 ROWS("|", "1>一|5", "2>甲|5", "|", "|", "2>乙|1", "|", "|"),
                 "* ~\n"
                 ". ~\n"
                 ".一 5\n"
                 "..甲 5\n"
                 ".. ~\n"
                 ".. ~\n"
                 "..乙 1\n"
                 ". ~\n"
                 ". ~\n");
}

Test(tree, rows_without_levels) {
  expect_outline(CLASSIFICATION_NONE, "item,amount", ROWS("合计|3", "甲|1", "乙|2"),
                 "* ~\n"
                 ".合计 3\n"
                 ".甲 1\n"
                 ".乙 2\n");
}

Test(tree, find) {
  Arena *arena = arena_new();
  Annex annex = {.classification = FUNCTIONAL, .unit = UNIT_WAN};
  const Table *table =
      make_table(arena, UNIT_WAN, "code,name,total",
                 ROWS("!合计||1", "201|甲|1", "20103|乙|1", "|项目|", "2010301|丙|1", "201|丁|", "20105|戊|",
                      "2080501|己|1"));
  Tree *tree = tree_of_table(arena, &annex, table);
  cr_expect_eq(tree_find(tree, "201"), tree_node_of_row(tree, 0, 1));
  cr_expect_eq(tree_find(tree, "2010301"), tree_node_of_row(tree, 0, 4));
  cr_expect_eq(tree_find(tree, "20105"), tree_node_of_row(tree, 0, 6));
  cr_expect_str_eq(tree_code(tree, tree_find(tree, "20805")), "20805");
  cr_expect_not(tree_printed(tree, tree_find(tree, "208")));
  cr_expect_eq(tree_find(tree, "20"), NODE_NONE);
  cr_expect_eq(tree_find(tree, "2010302"), NODE_NONE);
  cr_expect_eq(tree_find(tree, "20103011"), NODE_NONE);
  cr_expect_eq(tree_find(tree, ""), NODE_NONE);
  arena_free(arena);
}

/* -------------------------------------------------------------- of documents */

typedef struct {
  Document *document;
  Diagnostics diagnostics;
} Built;

static Built build_two(Annex first, Annex second, const char *first_columns,
                       const char *const *first_rows, const char *second_columns,
                       const char *const *second_rows) {
  Arena *arena = arena_new();
  Built built;
  diag_open(&built.diagnostics, "test", 10);
  first.tables = make_table(arena, first.unit, first_columns, first_rows);
  second.tables = make_table(arena, second.unit, second_columns, second_rows);
  first.table_count = second.table_count = 1;
  built.document = make_document(arena, (Annex[]){first, second}, 2, &built.diagnostics);
  return built;
}

static void built_close(Built *built) {
  diag_close(&built->diagnostics);
  document_free(built->document);
}

static const Annex basic_annex = {.number = "3", .kind = KIND_BASIC_EXPENDITURE,
                                  .classification = ECONOMIC, .unit = UNIT_WAN};
static const Annex project_annex = {.number = "10", .kind = KIND_PROJECT_EXPENDITURE,
                                    .classification = ECONOMIC, .unit = UNIT_WAN};

static void expect_rows_of_both(const Tree *tree) {
  for (size_t source = 0; source < tree->source_count; source++)
    for (uint32_t row = 0; row < tree->sources[source].table->row_count; row++) {
      uint32_t node = tree_node_of_row(tree, source, row);
      cr_assert_lt(node, tree->node_count);
      cr_expect_eq(tree->nodes[node].rows[source], row);
    }
}

Test(tree, joined_departmental) {
  Built built = build_two(
      basic_annex, project_annex, "code,name,total,personnel,operating",
      ROWS("合计||6.46|5.18|1.28", "301|工资|5.11|5.1|0.01", "30101|基本工资|5.11|5.1|0.01",
           "302|商品|1.35|0.08|1.27", "30201|办公费|0.27||0.27", "30216|培训费|1.08|0.08|1.00"),
      "code,name,project",
      ROWS("合计||16.00", "302|商品和服务|16.00", "30201|办公|6.00", "30202|印刷费|4", "30299|其他|6.00"));
  const Tree *tree = document_tree(built.document, ECONOMIC, 0);
  cr_assert_not_null(tree);
  cr_expect_eq(built.document->tree_count, 1);
  cr_expect_eq(tree->columns[0].source, -1);
  cr_expect_null(tree->columns[0].title);
  cr_expect_eq(tree->columns[1].role, ROLE_PERSONNEL);
  cr_expect_eq(tree->columns[3].role, ROLE_PROJECT);
  expect_tree(tree, "合计 22.46* 5.18 1.28 16.00\n"
                    ".301工资 5.11* 5.1 0.01 ~\n"
                    "..30101基本工资 5.11* 5.1 0.01 ~\n"
                    ".302商品 17.35* 0.08 1.27 16.00\n"
                    "..30201办公费 6.27* ~ 0.27 6.00\n"
                    "..30202印刷费 4* ~ ~ 4\n"
                    "..30216培训费 1.08* 0.08 1.00 ~\n"
                    "..30299其他 6.00* ~ ~ 6.00\n");
  expect_rows_of_both(tree);
  TreeAmount amount = tree_amount(tree, 0, 3);
  cr_expect_str_eq(amount.annex->number, "10");
  cr_expect_eq(amount.row, 0);
  cr_expect_eq(amount.leaf, 2);
  cr_expect_null(tree_amount(tree, 0, 0).annex);
  built_close(&built);
}

Test(tree, joined_government) {
  Annex basic = basic_annex, project = project_annex;
  basic.classification = project.classification = CLASSIFICATION_GOVERNMENT_ECONOMIC;
  Built built = build_two(basic, project, "code,name,basic",
                          ROWS("合计||2.00", "501|甲|2.00", "50101|乙|2.00"), "code,name,project",
                          ROWS("502|丙|3.0", "50201|丁|3.0", "合计||3.0"));
  const Tree *tree = document_tree(built.document, CLASSIFICATION_GOVERNMENT_ECONOMIC, 0);
  expect_tree(tree, "合计 5.00* 2.00 3.0\n"
                    ".501甲 2.00* 2.00 ~\n"
                    "..50101乙 2.00* 2.00 ~\n"
                    ".502丙 3.0* ~ 3.0\n"
                    "..50201丁 3.0* ~ 3.0\n");
  expect_rows_of_both(tree);
  built_close(&built);
}

Test(tree, joined_where_each_source_leaves_out_rows) {
  Built built = build_two(basic_annex, project_annex, "code,name,personnel,operating",
                          ROWS("30101|甲|1.5|", "302|乙||1", "|注|", "30201|丙||1"),
                          "code,name,amount",
                          ROWS("|前|", "30202|丁|2", "|项目|2", "30201|戊|3", "|又一项目|3", "303|己|4", "总计||9", "|后|"));
  const Tree *tree = document_tree(built.document, ECONOMIC, 0);
  expect_tree(tree, "总计 11.5* 1.5* 1* 9\n"
                    ".后 ~ ~ ~ ~\n"
                    ".前 ~ ~ ~ ~\n"
                    ".301工资福利支出* 1.5* 1.5* ~ ~\n"
                    "..30101甲 1.5* 1.5 ~ ~\n"
                    ".302乙 6* ~ 1 5*\n"
                    "..注 ~ ~ ~ ~\n"
                    "..30201丙 4* ~ 1 3\n"
                    "...又一项目 3* ~ ~ 3\n"
                    "..30202丁 2* ~ ~ 2\n"
                    "...项目 2* ~ ~ 2\n"
                    ".303己 4* ~ ~ 4\n");
  expect_rows_of_both(tree);
  built_close(&built);
}

Test(tree, joined_codes_twice_and_out_of_order) {
  Built built = build_two(basic_annex, project_annex, "code,name,personnel",
                          ROWS("302|乙|3", "30201|丙|1", "30201|丁|2", "301|甲|1", "30101|戊|1"),
                          "code,name,amount",
                          ROWS("30201|己|1", "30201|庚|2", "30201|辛|3", "30102|壬|4"));
  const Tree *tree = document_tree(built.document, ECONOMIC, 0);
  expect_tree(tree, "* 14* 4* 10*\n"
                    ".302乙 9* 3 6*\n"
                    "..30201丙 2* 1 1\n"
                    "..30201丁 4* 2 2\n"
                    "..30201辛 3* ~ 3\n"
                    ".301甲 5* 1 4*\n"
                    "..30101戊 1* 1 ~\n"
                    "..30102壬 4* ~ 4\n");
  expect_rows_of_both(tree);
  built_close(&built);
}

Test(tree, joined_units_differ) {
  Annex project = project_annex;
  project.unit = UNIT_YUAN;
  Built built = build_two(basic_annex, project, "code,name,total,personnel",
                          ROWS("302|乙|1.5|1.5"), "code,name,amount", ROWS("302|乙|12345.60"));
  const Tree *tree = document_tree(built.document, ECONOMIC, 0);
  expect_tree(tree, "* 2.734560* 1.5* 12,345.60*\n"
                    ".302乙 2.734560* 1.5 12,345.60\n");
  built_close(&built);
}

Test(tree, one_of_both_tables_stands_alone) {
  Annex other = project_annex;
  other.kind = KIND_OTHER;
  Built built = build_two(other, basic_annex, "code,name,amount", ROWS("302|乙|1"),
                          "code,name,total,personnel", ROWS("301|甲|2|2"));
  const Tree *tree = document_tree(built.document, ECONOMIC, 0);
  cr_expect_eq(tree->source_count, 1);
  cr_expect_eq(tree->sources[0].annex->kind, KIND_BASIC_EXPENDITURE);
  expect_tree(tree, "* 2* 2*\n.301甲 2 2\n");
  cr_expect_eq(document_tree(built.document, ECONOMIC, 1)->sources[0].annex->kind, KIND_OTHER);
  cr_expect_null(document_tree(built.document, ECONOMIC, 2));
  built_close(&built);
}

Test(tree, general_public_expenditure_comes_first) {
  Annex whole = {.kind = KIND_DEPARTMENT_EXPENDITURE, .classification = FUNCTIONAL, .unit = UNIT_WAN};
  Annex public = {.kind = KIND_GENERAL_PUBLIC_EXPENDITURE, .classification = FUNCTIONAL, .unit = UNIT_WAN};
  Built built = build_two(whole, public, "code,name,total", ROWS("201|甲|1"), "code,name,total",
                          ROWS("201|乙|1"));
  cr_expect_eq(document_tree(built.document, FUNCTIONAL, 0)->sources[0].annex->kind,
               KIND_GENERAL_PUBLIC_EXPENDITURE);
  cr_expect_eq(document_tree(built.document, FUNCTIONAL, 1)->sources[0].annex->kind,
               KIND_DEPARTMENT_EXPENDITURE);
  cr_expect_null(document_tree(built.document, ECONOMIC, 0));
  built_close(&built);
}

Test(tree, sums_that_do_not_fit_are_told_once_and_stay_blank) {
  Annex functional = {.classification = FUNCTIONAL, .unit = UNIT_YUAN};
  Built built = build_two(functional, (Annex){.unit = UNIT_YUAN}, "code,name,total,basic",
                          ROWS("!合计||1|1", "2010301|甲|92233720368547758.07|1", "2010302|乙|0.01|2",
                               "2010501|丙|5|"),
                          "item,amount", ROWS("x|1"));
  expect_tree(document_tree(built.document, FUNCTIONAL, 0),
              "合计 1 1\n"
              ".201一般公共服务支出* ~ 3*\n"
              "..20103政府办公厅（室）及相关机构事务* ~ 3*\n"
              "...2010301甲 92,233,720,368,547,758.07 1\n"
              "...2010302乙 0.01 2\n"
              "..20105统计信息事务* 5* ~\n"
              "...2010501丙 5 ~\n");
  cr_expect_eq(built.diagnostics.warnings, 1);
  cr_expect_eq(built.diagnostics.errors, 0);
  cr_expect_eq(built.diagnostics.list.items[0].at.line, 2);
  cr_expect_not_null(strstr(built.diagnostics.list.items[0].message, "20103"));
  built_close(&built);
}

Test(tree, a_joined_total_that_does_not_fit) {
  Annex basic = basic_annex, project = project_annex;
  basic.unit = project.unit = UNIT_YUAN;
  Built built = build_two(basic, project, "code,name,total,personnel",
                          ROWS("302|乙|92233720368547758.07|1"), "code,name,amount", ROWS("302|乙|0.01"));
  expect_tree(document_tree(built.document, ECONOMIC, 0),
              "* ~ 1* 0.01*\n"
              ".302乙 ~ 1 0.01\n");
  cr_expect_eq(built.diagnostics.warnings, 2);
  built_close(&built);
}

/* The tree of two panels of one annex; every row that is printed leads to its place and back. */
static void expect_panels(const char *const *left, const char *const *right, const char *text) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test", 5);
  Arena *arena = arena_new();
  Table *panels = arena_array(arena, 2, sizeof *panels);
  panels[0] = *make_table(arena, UNIT_WAN, "code,name,total", left);
  panels[1] = *make_table(arena, UNIT_WAN, "code,name,total", right);
  Annex annex = {.number = "6",
                 .title = "",
                 .kind = KIND_BASIC_EXPENDITURE,
                 .classification = ECONOMIC,
                 .unit = UNIT_WAN,
                 .included = true,
                 .tables = panels,
                 .table_count = 2};
  Document *document = make_document(arena, &annex, 1, &diagnostics);
  cr_assert_eq(document->tree_count, 1);
  const Tree *tree = &document->trees[0];
  expect_tree(tree, text);
  for (uint32_t row = 0; row < tree->sources[0].table->row_count; row++) {
    Place place = tree_row_place(document, &tree->sources[0], row);
    const Row *printed = &document->annexes[0].tables[place.table].rows[place.row];
    size_t source;
    cr_expect_eq(printed->cells, tree->sources[0].table->rows[row].cells);
    cr_expect_eq(tree_node_of_place(document, tree, &place, &source),
                 tree_node_of_row(tree, 0, row));
  }
  document_free(document);
  diag_close(&diagnostics);
}

Test(tree, accounts_go_on_in_the_panel_beside) {
  expect_panels(ROWS("301|甲|2", "30101|乙|2", "||", "!|人员经费合计|2"),
                ROWS("302|丙|1", "30201|丁|1", "310|戊|", "!|公用经费合计|1"),
                "* 3*\n.301甲 2\n..30101乙 2\n.人员经费合计 2\n.302丙 1\n..30201丁 1\n.310戊 ~\n"
                ".公用经费合计 1\n");
}

Test(tree, one_total_of_two_panels_is_that_of_both_and_two_are_of_neither) {
  expect_panels(ROWS("301|甲|2", "||"), ROWS("302|丙|1", "!|合计|3"), "合计 3\n.301甲 2\n.302丙 1\n");
  expect_panels(ROWS("301|甲|2", "!|合计|2"), ROWS("302|丙|1", "!|合计|1"),
                "* 3*\n.301甲 2\n.合计 2\n.302丙 1\n.合计 1\n");
}
