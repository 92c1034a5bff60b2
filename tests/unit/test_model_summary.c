#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "model/summary.h"

typedef struct {
  Diagnostics diagnostics;
  Arena *arena;
  Document *document;
  Summary summary;
} Made;

static Made *begin(void) {
  Made *made = memory_zero(1, sizeof *made);
  diag_open(&made->diagnostics, "test", 10);
  made->arena = arena_new();
  return made;
}

static void finish(Made *made, const Annex *annexes, size_t count) {
  made->document = make_document(made->arena, annexes, count, &made->diagnostics);
  made->document->year = 2023;
  summary_open(&made->summary, made->document);
}

static void end(Made *made) {
  summary_close(&made->summary);
  document_free(made->document);
  diag_close(&made->diagnostics);
  memory_free(made);
}

static Annex annex(Kind kind, Classification classification, const Table *tables, size_t count) {
  return (Annex){.number = "1",
                 .title = "",
                 .kind = kind,
                 .classification = classification,
                 .unit = UNIT_WAN,
                 .included = true,
                 .tables = tables,
                 .table_count = count};
}

/* Two panels, 收入 and 支出, in one block as an annex holds them. */
static const Table *balance(Made *made, const char *const *income, const char *const *expenditure) {
  Table *panels = arena_array(made->arena, 2, sizeof *panels);
  panels[0] = *make_table(made->arena, UNIT_WAN, "item,amount", income);
  panels[1] = *make_table(made->arena, UNIT_WAN, "item,amount", expenditure);
  panels[0].title = "收入";
  panels[1].title = "支出";
  return panels;
}

/* Asserts the lines of a group: "code label fen" each, a msgid in quotes, with a share [permille]. */
static void expect(const Made *made, SummaryGroup group, const char *expected) {
  Str text = STR_EMPTY;
  size_t first, count = summary_group(&made->summary, group, &first);
  for (size_t i = first; i < first + count; i++) {
    const SummaryLine *line = &made->summary.lines.items[i];
    const char *quote = line->translate ? "'" : "";
    str_printf(&text, "%s%s%s%s%s", line->code, *line->code ? " " : "", quote, line->label, quote);
    if (line->kind == CELL_MONEY)
      str_printf(&text, " %lld", (long long)line->figure.money.fen);
    if (line->has_share)
      str_printf(&text, " [%lld]", (long long)line->permille);
    str_add_char(&text, '\n');
  }
  cr_expect_str_eq(text.data, expected, "%s", text.data);
  str_free(&text);
}

Test(summary, sources_are_the_parts_of_this_years_income) {
  Made *made = begin();
  const Table *panels = balance(
      made, ROWS("1>一、本年收入|2.00", "2>一般公共预算资金|1.50", "2>政府性基金预算资金|0.50",
                 "2>国有资本经营预算资金", "1>二、上年结转|1.00", "2>一般公共预算拨款|1.00",
                 "1>!收入合计|3.00"),
      ROWS("1>一、本年支出|3.00", "2>教育支出|2.00", "2>卫生健康支出|1.00", "1>二、结转下年",
           "1>!支出合计|3.00"));
  Annex annexes[] = {annex(KIND_FISCAL_BALANCE, CLASSIFICATION_NONE, panels, 2)};
  finish(made, annexes, 1);
  expect(made, SUMMARY_TOTAL, "'Total income' 3000000\n'Total expenditure' 3000000\n");
  expect(made, SUMMARY_SOURCE,
         "一般公共预算资金 1500000 [500]\n政府性基金预算资金 500000 [167]\n二、上年结转 1000000 "
         "[333]\n");
  expect(made, SUMMARY_FUNCTION, "教育支出 2000000 [667]\n卫生健康支出 1000000 [333]\n");
  end(made);
}

Test(summary, the_whole_departments_balance_counts_before_the_fiscal_one) {
  Made *made = begin();
  const Table *fiscal = balance(made, ROWS("!收入合计|1.00"), ROWS("!支出合计|1.00"));
  const Table *whole = balance(made, ROWS("!合计|5.00", "事业收入资金|5.00"), ROWS("!合计|4.00"));
  Annex annexes[] = {annex(KIND_FISCAL_BALANCE, CLASSIFICATION_NONE, fiscal, 2),
                     annex(KIND_DEPARTMENT_BALANCE, CLASSIFICATION_NONE, whole, 2)};
  finish(made, annexes, 2);
  expect(made, SUMMARY_TOTAL, "'Total income' 5000000\n'Total expenditure' 4000000\n");
  expect(made, SUMMARY_SOURCE, "事业收入资金 5000000 [1000]\n");
  const SummaryLine *line = &made->summary.lines.items[1];
  cr_expect_eq(line->place.kind, PLACE_ROW);
  cr_expect_eq(line->place.annex, 1);
  cr_expect_eq(line->place.table, 1);
  cr_expect_eq(line->place.row, 0);
  cr_expect_eq(line->place.leaf, 1);
  end(made);
}

Test(summary, a_balance_without_figures_gives_way) {
  Made *made = begin();
  const Table *fiscal = balance(made, ROWS("!收入合计|1.00"), ROWS("!支出合计|1.00"));
  const Table *blank = balance(made, ROWS("!合计"), ROWS("!合计"));
  Annex annexes[] = {annex(KIND_DEPARTMENT_BALANCE, CLASSIFICATION_NONE, blank, 2),
                     annex(KIND_FISCAL_BALANCE, CLASSIFICATION_NONE, fiscal, 2)};
  finish(made, annexes, 2);
  expect(made, SUMMARY_TOTAL, "'Total income' 1000000\n'Total expenditure' 1000000\n");
  end(made);
}

static const char functional[] = "code,name,total,basic,project";

Test(summary, functions_and_nature_come_from_the_department_s_expenditure) {
  Made *made = begin();
  Table *general = make_table(made->arena, UNIT_WAN, functional, ROWS("!|合计|1.00|1.00", "201|甲|1.00|1.00"));
  Table *whole = make_table(made->arena, UNIT_WAN, functional,
                            ROWS("!|合计|4.00|1.00|3.00", "201|甲|3.00||3.00", "20101|乙|3.00||3.00",
                                 "208|丙|1.00|1.00"));
  Annex annexes[] = {
      annex(KIND_GENERAL_PUBLIC_EXPENDITURE, CLASSIFICATION_FUNCTIONAL, general, 1),
      annex(KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_FUNCTIONAL, whole, 1)};
  finish(made, annexes, 2);
  expect(made, SUMMARY_TOTAL, "'Total expenditure' 4000000\n");
  expect(made, SUMMARY_FUNCTION, "201 甲 3000000 [750]\n208 丙 1000000 [250]\n");
  expect(made, SUMMARY_NATURE,
         "'Basic expenditure' 1000000 [250]\n'Project expenditure' 3000000 [750]\n");
  size_t first;
  cr_assert_eq(summary_group(&made->summary, SUMMARY_FUNCTION, &first), 2);
  Place place = made->summary.lines.items[first + 1].place;
  cr_expect_eq(place.annex, 1);
  cr_expect_eq(place.row, 3);
  cr_expect_eq(place.leaf, 2);
  end(made);
}

Test(summary, a_parent_that_no_table_prints_is_marked) {
  Made *made = begin();
  Table *table = make_table(made->arena, UNIT_WAN, functional,
                            ROWS("!|合计|2.00|2.00", "2010301|甲|1.00|1.00", "2010302|乙|1.00|1.00"));
  Annex annexes[] = {annex(KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_FUNCTIONAL, table, 1)};
  finish(made, annexes, 1);
  size_t first;
  cr_assert_eq(summary_group(&made->summary, SUMMARY_FUNCTION, &first), 1);
  const SummaryLine *line = &made->summary.lines.items[first];
  cr_expect_str_eq(line->code, "201");
  cr_expect_eq(line->figure.money.fen, 2000000);
  cr_expect(line->derived);
  cr_expect_eq(line->place.kind, PLACE_NONE);
  end(made);
}

Test(summary, the_three_public_expenses_keep_their_blanks) {
  Made *made = begin();
  Table *table = make_table(made->arena, UNIT_WAN, "total,abroad,vehicle,reception", ROWS("4.00|–||1.00"));
  Annex annexes[] = {annex(KIND_THREE_PUBLIC, CLASSIFICATION_NONE, table, 1)};
  finish(made, annexes, 1);
  expect(made, SUMMARY_THREE_PUBLIC, "total 4000000\nabroad\nvehicle\nreception 1000000 [250]\n");
  size_t first;
  summary_group(&made->summary, SUMMARY_THREE_PUBLIC, &first);
  cr_expect_eq(made->summary.lines.items[first + 1].kind, CELL_DASH);
  cr_expect_str_eq(made->summary.lines.items[first + 1].text, "–");
  cr_expect_eq(made->summary.lines.items[first + 2].kind, CELL_BLANK);
  end(made);
}

/* Tells the narrative's changes of one section in another. */
static void expect_changes(const char *const *paragraphs, size_t count, const char *expected) {
  Made *made = begin();
  Section inner = {.heading = "(一)", .paragraphs = paragraphs, .paragraph_count = count};
  Section outer = {.heading = "一", .sections = &inner, .section_count = 1};
  finish(made, NULL, 0);
  summary_close(&made->summary);
  made->document->sections = &outer;
  made->document->section_count = 1;
  summary_open(&made->summary, made->document);
  expect(made, SUMMARY_CHANGE, expected);
  for (size_t i = 0; i < made->summary.lines.count; i++)
    cr_expect_eq(made->summary.lines.items[i].place.section, 1);
  end(made);
}
#define CHANGES(expected, ...)                                                        \
  expect_changes((const char *const[]){__VA_ARGS__},                                  \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), (expected))

Test(summary, changes_are_told_once_for_each_topic) {
  CHANGES("'Income' 66620000\n'Expenditure' 66620000\n'Basic expenditure' 88590000\n"
          "'Project expenditure' -21970000\n'Operation of the office' 100\n",
          "项目支出预算比上年减少21.97万元。",
          "收入较 2022 年增加 66.62 万元，经费拨款增加 66.62 万元。",
          "支出预算较 2022 年增加 66.62 万元，主要是基本支出预算增加 88.59 万元，项目支出预算减少 1 万元。",
          "1.机关运行经费。2023 年一般公共预算财政拨款运行经费 261.96 万元，比上年增加 1 元。");
}

Test(summary, the_change_of_both_sides_and_of_one_budget_are_themselves) {
  CHANGES("'Income and expenditure' -56950000\n"
          "'Expenditure of the general public budget' -63140000\n",
          "某局2023年度收入支出总计90万元。与2022年度相比，收入支出总计减少56.95万元。",
          "一般公共预算财政拨款支出80万元。与2022年度相比，一般公共预算财政拨款支出减少63.14万元。",
          "收支总预算比上年减少1万元。");
}

Test(summary, changes_of_parts_and_of_other_years_are_left_out) {
  CHANGES("'Three public expenses' 0\n", "2023 年“三公”经费预算 5.5 万元，比 2022 年增加 0 万元。",
          "公务接待费 1 万元，比 2022 年增加 1 万元。教育支出预算较上年增加 2 万元。",
          "收入较 2019 年增加 3 万元，政府性基金预算支出较上年减少 3 万元。");
}

Test(summary, a_document_that_tells_nothing_has_no_lines) {
  Made *made = begin();
  finish(made, NULL, 0);
  cr_expect_eq(made->summary.lines.count, 0);
  for (int group = 0; group < SUMMARY_GROUP_COUNT; group++)
    cr_expect_not_null(summary_title((SummaryGroup)group));
  end(made);
}
