#include <criterion/criterion.h>
#include <string.h>

#include "model/document.h"
#include "search/search.h"
#include "yaml/reader.h"

static const char small[] = "format: budgettui/1\n"
                            "title: 测试\n"
                            "organization: {name: 测试办}\n"
                            "year: 2023\n"
                            "unit: 万元\n"
                            "narrative:\n"
                            "  - heading: 一、收支\n"
                            "    text: [预算 2246.51 万元。, 公务接待费 1 万元]\n"
                            "annexes:\n"
                            "  - number: \"2\"\n"
                            "    title: 支出预算表\n"
                            "    kind: general-public-expenditure\n"
                            "    classification: functional\n"
                            "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 小计}]\n"
                            "    rows:\n"
                            "      - [合计, ~, 2246.51]\n"
                            "      - [\"201\", 一般公共服务支出, 2000.00]\n"
                            "      - [\"20103\", 政府办公厅（室）及相关机 构事务, 1600.00]\n"
                            "      - [\"2010301\", 行政运行, 400.00]\n"
                            "      - [\"208\", 社会保障和就业支出2010, 246.51]\n"
                            "  - number: \"13\"\n"
                            "    title: 绩效目标表\n"
                            "    kind: department-targets\n"
                            "    unit: 元\n"
                            "    targets:\n"
                            "      - subject: [{label: 名称, role: department, value: 测试办}]\n"
                            "        funds: [{label: 总额, role: total, amount: 22465100.00}]\n"
                            "        goal: {label: 目标, text: 公务接待费不超预算}\n"
                            "        indicators:\n"
                            "          columns: [{title: 一级指标, role: level-1}, {title: "
                            "三级指标, role: level-3}, {title: 权重}]\n"
                            "          rows:\n"
                            "            - [产出指标, ⼀般性支出压减率, 20]\n";

static Document *document;
static Search *search;

static void open_search(const char *text, size_t length) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, "small", 10);
  ReaderStatus status = reader_bytes("small", text, length, NULL, &document, &diagnostics);
  cr_assert_eq(status, READER_OK, "%s",
               diagnostics.list.count ? diagnostics.list.items[0].message : "");
  diag_close(&diagnostics);
  search = search_new(document);
}

static void setup(void) { open_search(small, strlen(small)); }

static void teardown(void) {
  search_free(search);
  document_free(document);
}

TestSuite(search, .init = setup, .fini = teardown);

static size_t run(const char *query) { return search_run(search, query, strlen(query)); }

Test(search, a_code_finds_what_begins_with_it_before_other_text) {
  cr_assert_eq(run("2010"), 3);
  cr_assert_eq(search_hit(search, 0).row, 2);
  cr_assert_eq(search_hit(search, 1).row, 3);
  cr_assert_eq(search_hit(search, 2).row, 4); /* the digits stand in its name */
  cr_assert_eq(search_hit(search, 2).leaf, 1);
}

/* Behind the accounts, before the texts; in the unit of the annex, whatever is printed of it. */
Test(search, a_whole_number_finds_the_amount) {
  cr_assert_eq(run("1600"), 1);
  cr_expect_eq(search_hit(search, 0).row, 2);
  cr_expect_eq(search_hit(search, 0).leaf, 2);
  cr_assert_eq(run("2000"), 1);
  cr_assert_eq(run("400"), 1);
  cr_assert_eq(run("16"), 0);
  cr_assert_eq(run("1600.0"), 1);
  cr_assert_eq(run("-"), 0);
  cr_assert_eq(run("16000000"), 0);
}

Test(search, a_code_is_not_found_in_the_middle_of_another) { cr_assert_eq(run("0301"), 0); }

Test(search, widths_and_radicals_are_folded) {
  cr_assert_eq(run("２０１０３"), 2);
  cr_assert_eq(run("(室)"), 1);
  cr_assert_eq(run("（室）"), 1);
  cr_assert_eq(run("一般性"), 1); /* the document has U+2F00 */
  cr_assert_eq(run("⼀般"), 2);
}

Test(search, spaces_inside_names_do_not_hide_them) {
  cr_assert_eq(run("机构事务"), 1);
  cr_assert_eq(run("机 构 事"), 1);
}

Test(search, text_is_found_in_narrative_and_targets) {
  cr_assert_eq(run("公务接待费"), 2);
  Place target = search_hit(search, 0), paragraph = search_hit(search, 1);
  cr_assert_eq(target.kind, PLACE_TARGET);
  cr_assert_eq(target.annex, 1);
  cr_assert_eq(target.row, 2); /* subject, funds, goal */
  cr_assert_eq(paragraph.kind, PLACE_PARAGRAPH);
  cr_assert_eq(paragraph.section, 0);
  cr_assert_eq(paragraph.paragraph, 1);
  cr_assert_eq(search_annex_count(search, 0), 0);
  cr_assert_eq(search_annex_count(search, 1), 1);
  cr_assert_eq(search_annex_count(search, 2), 1);
}

Test(search, an_amount_is_found_as_printed) {
  cr_assert_eq(run("2,246.51"), 2);
  cr_assert_eq(search_hit(search, 0).leaf, 2);
  cr_assert_eq(search_hit(search, 1).kind, PLACE_PARAGRAPH); /* written without a separator */
  cr_assert_eq(run("2246.51"), 2);
}

Test(search, titles_of_annexes_and_headings_are_found) {
  cr_assert_eq(run("支出预算表"), 1);
  cr_assert_eq(search_hit(search, 0).kind, PLACE_ANNEX);
  cr_assert_eq(run("一、收支"), 1);
  cr_assert_eq(search_hit(search, 0).paragraph, PLACE_HEADING);
}

Test(search, typing_on_narrows_and_taking_back_widens) {
  cr_assert_eq(run("支"), 5);
  cr_assert_eq(run("支出"), 4);
  cr_assert_eq(run("支出预"), 1);
  cr_assert_eq(run("支"), 5);
}

Test(search, an_empty_query_finds_nothing) {
  cr_assert_eq(run("支"), 5);
  cr_assert_eq(run(""), 0);
  cr_assert_eq(run(" "), 0);
}

Test(search, next_goes_round_in_document_order) {
  bool wrapped;
  run("2010");
  Place at = {.kind = PLACE_ROW, .annex = 0, .row = 2};
  size_t hit = search_next(search, &at, false, &wrapped);
  cr_assert_eq(search_hit(search, hit).row, 3);
  cr_assert_not(wrapped);
  at.row = 4;
  hit = search_next(search, &at, false, &wrapped);
  cr_assert_eq(search_hit(search, hit).row, 2);
  cr_assert(wrapped);
  at.row = 2;
  hit = search_next(search, &at, true, &wrapped);
  cr_assert_eq(search_hit(search, hit).row, 4);
  cr_assert(wrapped);
  at = (Place){.kind = PLACE_NONE};
  hit = search_next(search, &at, false, &wrapped);
  cr_assert_eq(search_hit(search, hit).row, 2);
  cr_assert_not(wrapped);
}

Test(search, next_without_hits_tells_so) {
  bool wrapped;
  Place at = {.kind = PLACE_NONE};
  run("没有");
  cr_assert_eq(search_next(search, &at, false, &wrapped), (size_t)-1);
}

/* "1 2:3 n ": annex 1, row 3 of annex 2, the narrative. */
static void write_hits(Str *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    Place place = search_hit(search, i);
    if (place.kind == PLACE_PARAGRAPH)
      str_add_text(out, "n ");
    else if (place.kind == PLACE_ANNEX)
      str_printf(out, "%s ", document->annexes[place.annex].number);
    else
      str_printf(out, "%s:%u ", document->annexes[place.annex].number, place.row);
  }
}

/* What search_all finds, in order: "2:3" is row 3 of annex 2, counted from 0; "n" the narrative. */
static void expect_all(const char *text, bool expression, TermScope scope, const char *expected) {
  Term term;
  Str error = STR_EMPTY, out = STR_EMPTY;
  cr_assert(term_open(&term, text, strlen(text),
                      expression ? TERM_EXPRESSION : TERM_PLAIN, NULL, &error), "%s", error.data);
  size_t count = search_all(search, &term, scope);
  write_hits(&out, count);
  cr_expect_str_eq(out.data, expected, "%s: %s", text, out.data);
  term_close(&term);
  str_free(&out);
  str_free(&error);
}

Test(search, all_comes_in_document_order) {
  expect_all("2010", false, SCOPE_ALL, "2:2 2:3 2:4 ");
  expect_all("246.51", false, SCOPE_ALL, "2:4 n ");
  expect_all("公务接待", false, SCOPE_ALL, "13:2 n ");
}

Test(search, scopes_share_everything_among_them) {
  expect_all("2010", false, SCOPE_CODE, "2:2 2:3 ");
  expect_all("2010", false, SCOPE_NAME, "2:4 ");
  expect_all("2010", false, SCOPE_TEXT, "");
  expect_all("支出", false, SCOPE_NAME, "2:1 2:4 ");
  expect_all("支出", false, SCOPE_TEXT, "2 13:3 ");
  expect_all("合计", false, SCOPE_NAME, "2:0 ");
  expect_all("压减", false, SCOPE_TEXT, "13:3 ");
  expect_all("压减", false, SCOPE_NAME, "");
  expect_all("246.51", false, SCOPE_TEXT, "n ");
}

Test(search, expressions_find_codes_and_texts) {
  expect_all("^2010", true, SCOPE_ALL, "2:2 2:3 ");
  expect_all("^[0-9]{3}$", true, SCOPE_CODE, "2:1 2:4 ");
  expect_all("0301$", true, SCOPE_ALL, "2:3 ");
  expect_all("行政|机构", true, SCOPE_NAME, "2:2 2:3 ");
  expect_all("公务.{3}", true, SCOPE_TEXT, "13:2 n ");
  expect_all("没有", true, SCOPE_ALL, "");
}

Test(search, a_query_after_all_is_a_new_one) {
  expect_all("201", false, SCOPE_NAME, "2:4 ");
  cr_expect_eq(run("2010"), 3);
}

/* More than 16 bits can number. */
Test(search, a_panel_behind_many_others_is_found) {
  enum { PANELS = 1 << 16 };
  Str text = STR_EMPTY;
  teardown();
  str_add_text(&text, "format: budgettui/1\ntitle: t\norganization: {name: n}\nyear: 2023\n"
                      "unit: 元\nannexes:\n  - number: \"1\"\n    title: t\n    panels:\n");
  for (size_t i = 0; i < PANELS; i++)
    str_add_text(&text, "      - {title: p, columns: [{title: 项目}], rows: [[a], [b]]}\n");
  str_add_text(&text, "      - {title: p, columns: [{title: 项目}], rows: [[a], [最末]]}\n");
  open_search(text.data, text.length);
  str_free(&text);
  cr_assert_eq(run("最末"), 1);
  cr_expect_eq(search_hit(search, 0).table, PANELS);
  cr_expect_eq(search_hit(search, 0).row, 1);
}

/* ------------------------------------------------------------------ by readings */

static void expect_hits(const char *query, const char *expected) {
  Str out = STR_EMPTY;
  size_t count = run(query);
  write_hits(&out, count);
  cr_expect_str_eq(out.data, expected, "%s: %s", query, out.data);
  str_free(&out);
}

static void open_latin(void) {
  teardown();
  static const char text[] = "format: budgettui/1\ntitle: t\norganization: {name: n}\nyear: 2023\n"
                             "unit: 元\nannexes:\n  - number: \"1\"\n    title: 表\n"
                             "    columns: [{title: 项目}]\n"
                             "    rows: [[安排平台], [APP建设], [app], [安排平台建设],\n"
                             "           [表 app 安排平台], [app 安排平台建设]]\n";
  open_search(text, strlen(text));
}

Test(search, readings_find_names_of_every_kind) {
  expect_hits("xzyx", "2:3 ");
  expect_hits("xingzheng", "2:3 ");
  expect_hits("xzyunxing", "2:3 ");
  expect_hits("zfbgt", "2:2 ");
  expect_hits("zfbgtsjxgjgsw", "2:2 ");
  expect_hits("gwjdf", "13:2 n ");
  expect_hits("zcysb", "2 ");
  expect_hits("ybx", "13:3 "); /* its first character is a radical, U+2F00 */
  expect_hits("xzyy", "");
}

Test(search, the_exact_text_comes_before_readings) {
  open_latin();
  expect_hits("app", "1:1 1:2 1:4 1:5 1:0 1:3 ");
  expect_hits("appjs", "1:1 ");
  expect_hits("apptjs", "1:3 1:5 ");
}

Test(search, next_goes_over_text_and_readings_alike) {
  bool wrapped;
  Place at = {.kind = PLACE_NONE};
  open_latin();
  run("app");
  for (uint32_t row = 0; row < 6; row++) {
    size_t hit = search_next(search, &at, false, &wrapped);
    cr_assert_eq(search_hit(search, hit).row, row);
    at = search_hit(search, hit);
  }
  cr_expect_eq(search_annex_count(search, 0), 6);
}

Test(search, narrowing_finds_what_a_new_search_finds) {
  static const char *const queries[] = {"appjianshe", "anpptai", "xingzhengyunxing", "zfbgt(s)",
                                        "zhichu", "'a", "a'p'p'js", "lü", "2010a", "yi般x"};
  for (int latin = 0; latin < 2; latin++) {
    if (latin)
      open_latin();
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
      const char *query = queries[i];
      for (size_t length = 1; length <= strlen(query); length++) {
        VEC(Place) typed = {0};
        size_t count = search_run(search, query, length);
        for (size_t j = 0; j < count; j++)
          vec_push(&typed, search_hit(search, j));
        run("没有");
        cr_assert_eq(search_run(search, query, length), count, "%.*s", (int)length, query);
        for (size_t j = 0; j < count; j++) {
          Place place = search_hit(search, j);
          cr_assert(place.row == typed.items[j].row && place.kind == typed.items[j].kind);
        }
        search_run(search, query, length);
        vec_free(&typed);
      }
      run("");
    }
  }
}

Test(search, what_is_read_is_found_in_the_original_text) {
  size_t start, end;
  const char text[] = "政府办公厅（室）及相关机 构事务";
  run("xggjgs");
  cr_expect_not(search_find(search, text, strlen(text), 0, &start, &end));
  run("xgjgs");
  cr_assert(search_find(search, text, strlen(text), 0, &start, &end));
  cr_expect_eq(start, 27);
  cr_expect_eq(end, 43);
}

static void expect_all_pinyin(const char *text, TermScope scope, const char *expected) {
  Term term;
  Str error = STR_EMPTY, out = STR_EMPTY;
  cr_assert(term_open(&term, text, strlen(text), TERM_PINYIN, NULL, &error));
  size_t count = search_all(search, &term, scope);
  for (size_t i = 0; i < count; i++)
    str_printf(&out, "%u ", search_hit(search, i).row);
  cr_expect_str_eq(out.data, expected, "%s: %s", text, out.data);
  term_close(&term);
  str_free(&out);
}

Test(search, a_listing_asks_for_readings) {
  expect_all("xzyx", false, SCOPE_ALL, "");
  expect_all_pinyin("xzyx", SCOPE_ALL, "3 ");
  expect_all_pinyin("xzyx", SCOPE_NAME, "3 ");
  expect_all_pinyin("xzyx", SCOPE_TEXT, "");
  open_latin();
  expect_all_pinyin("app", SCOPE_NAME, "0 1 2 3 4 5 ");
  expect_all("app", false, SCOPE_NAME, "1:1 1:2 1:4 1:5 ");
}

/* ------------------------------------------------------------------ numbers */

static void open_targets(void) {
  static const char text[] =
      "format: budgettui/1\ntitle: t\norganization: {name: n}\nyear: 2023\n"
      "unit: 万元\nannexes:\n  - number: \"1\"\n    title: 目标\n    targets:\n"
      "      - subject: [{label: 名称, role: project, value: 运行费}]\n"
      "        funds:\n"
      "          - label: 总额\n"
      "            funds: [{label: 财政, role: fiscal, amount: 1600.00}]\n"
      "        goal: {label: 目标, text: '投入1,409.570万元。'}\n"
      "        indicators:\n"
      "          columns: [{title: 三级指标, role: level-3}, {title: 指标值}, {title: 权重}]\n"
      "          rows:\n"
      "            - [成本, \"1,600.00\", 10]\n"
      "            - [成本, \"1409.57\", 10]\n"
      "            - [成本, \"≤16,00.5万元\", 1600]\n"
      "            - [成本, \"11,600.0\", 10]\n"
      "            - [成本, \"1,600,000\", 10]\n"
      "            - [成本, \"1,600.01\", 10]\n";
  teardown();
  open_search(text, strlen(text));
}

Test(search, a_number_finds_the_funds_and_values_of_targets) {
  open_targets();
  expect_hits("1600", "1:2 1:4 ");
  expect_hits("1,600", "1:2 1:4 1:7 1:8 1:9 "); /* its characters stand in others, too */
  expect_hits("１６００．０", "1:2 1:4 ");
  expect_hits("1600.000", "1:2 1:4 ");
  expect_hits("1,409.57", "1:3 1:5 ");
  expect_hits("1409.5", "1:5 ");
  expect_hits("1600000", "1:8 ");
  expect_hits("-1600", "");
  expect_hits("1600.", "");
  expect_all("1600", false, SCOPE_ALL, "1:2 1:4 ");
  expect_all("1600", false, SCOPE_TEXT, "1:4 ");
}

Test(search, a_number_is_found_in_the_original_text) {
  static const struct {
    const char *query, *text, *found;
  } cases[] = {{"1600", "共计 1,600.00 万元", "1,600.00"},
               {"1,600.5", "１，６００．５０元", "１，６００．５０"},
               {"1600", "1,600.", "1,600"},
               {"1600", "21,600", NULL},
               {"1600", "1,600,000", NULL},
               {"1600", "1,600.01", NULL},
               {"1600", "1.1,600", NULL},
               {"1600", "1,60,0", NULL},
               {"1600", "1,6000", NULL},
               {"0.5", "增长0.50%", "0.50"},
               {"1600.0", "约1600", "1600"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t start = 0, end = 0;
    const char *text = cases[i].text, *found = cases[i].found;
    run(cases[i].query);
    bool is = search_find(search, text, strlen(text), 0, &start, &end);
    cr_expect_eq(is, found != NULL, "%s in %s", cases[i].query, text);
    cr_expect(!found || (end - start == strlen(found) && !memcmp(text + start, found, end - start)),
              "%s in %s: %.*s", cases[i].query, text, (int)(end - start), text + start);
  }
}

/* ------------------------------------------------------------------ headings of columns */

static void open_grouped(void) {
  static const char text[] =
      "format: budgettui/1\ntitle: t\norganization: {name: n}\nyear: 2023\n"
      "unit: 元\nannexes:\n  - number: \"1\"\n    title: 表\n"
      "    columns:\n"
      "      - {title: 项目}\n"
      "      - title: 预算数\n"
      "        columns:\n"
      "          - {title: 小计}\n"
      "          - {title: 公务 用车, columns: [{title: 购置}, {title: 运行}]}\n"
      "      - {title: 备注}\n"
      "    rows: [[小计, 1, 2, 3, ~]]\n";
  teardown();
  open_search(text, strlen(text));
}

static void expect_columns(const char *query, const char *expected) {
  Str out = STR_EMPTY;
  size_t count = run(query);
  for (size_t i = 0; i < count; i++) {
    Place place = search_hit(search, i);
    str_printf(&out, "%s%u ", place.kind == PLACE_COLUMN ? "c" : "r", place.leaf);
    cr_expect(term_at_place(&(Term){{(char *)query, strlen(query), 0}, STR_EMPTY, NULL, NULL}, document, &place,
                            SCOPE_TEXT) == (place.kind == PLACE_COLUMN));
  }
  cr_expect_str_eq(out.data, expected, "%s: %s", query, out.data);
  str_free(&out);
}

Test(search, headings_are_found_at_their_column_and_groups_at_their_first) {
  open_grouped();
  expect_columns("小计", "c1 r0 ");
  expect_columns("预算数", "c1 ");
  expect_columns("公务用车", "c2 ");
  expect_columns("运行", "c3 ");
  expect_columns("备注", "c4 ");
  cr_expect_eq(run("gwyc"), 1);
}

Test(search, next_goes_from_a_heading_to_the_rows) {
  bool wrapped;
  Place at = {.kind = PLACE_NONE};
  open_grouped();
  run("小计");
  at = search_hit(search, search_next(search, &at, false, &wrapped));
  cr_assert_eq(at.kind, PLACE_COLUMN);
  at = search_hit(search, search_next(search, &at, false, &wrapped));
  cr_expect_eq(at.kind, PLACE_ROW);
  cr_expect_not(wrapped);
  at = search_hit(search, search_next(search, &at, true, &wrapped));
  cr_expect_eq(at.kind, PLACE_COLUMN);
}

/* ------------------------------------------------------------------ progress */

typedef struct {
  size_t calls, stop_at;
} Told;

static bool tell(void *context, Work work, uint64_t done, uint64_t total) {
  Told *told = context;
  cr_assert_eq(work, WORK_SEARCHING);
  cr_assert_leq(done, total);
  return ++told->calls != told->stop_at;
}

/* Rows enough to be told of while they are folded, each with a name of its own. */
static void open_many(void) {
  enum { MANY = 20000 };
  Str text = STR_EMPTY;
  str_add_text(&text, "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\n"
                      "annexes:\n  - number: '1'\n    title: t\n"
                      "    columns: [{title: 科目名称}, {title: 合计}]\n    rows:\n");
  for (int i = 0; i < MANY; i++)
    str_printf(&text, "      - [公务接待费第%d项, 1]\n", i);
  open_search(text.data, text.length);
  str_free(&text);
}

Test(search_progress, can_be_stopped_at_every_step, .fini = teardown) {
  open_many();
  Told all = {0};
  for (size_t stop_at = 0; stop_at <= all.calls; stop_at++) {
    Told told = {.stop_at = stop_at};
    const Progress progress = {tell, &told};
    Search *another = search_new(document);
    search_watch(another, &progress);
    size_t hits = search_run(another, "gongwu", 6);
    cr_assert_eq(search_stopped(another), stop_at > 0, "at step %zu", stop_at);
    cr_assert_eq(hits, stop_at ? 0u : 20000u, "at step %zu: %zu", stop_at, hits);
    cr_assert_eq(search_count(another), hits);
    cr_assert_eq(search_annex_count(another, 0), hits);
    all = stop_at ? all : told;
    told.stop_at = 0;
    cr_assert_eq(search_run(another, "gongwuj", 7), 20000u, "it can be run again");
    cr_assert_not(search_stopped(another));
    search_free(another);
  }
  cr_assert_gt(all.calls, 3u);
}

Test(search_progress, a_longer_query_that_was_stopped_is_not_narrowed, .fini = teardown) {
  open_many();
  Told told = {0};
  const Progress progress = {tell, &told};
  search_watch(search, &progress);
  cr_assert_eq(search_run(search, "公务", strlen("公务")), 20000u);
  told.stop_at = told.calls + 1;
  cr_assert_eq(search_run(search, "公务接待费第19999项", strlen("公务接待费第19999项")), 0u);
  cr_assert(search_stopped(search));
  told.stop_at = 0;
  cr_assert_eq(search_run(search, "公务接待费第19999项", strlen("公务接待费第19999项")), 1u);
  Term term;
  Str error = STR_EMPTY;
  cr_assert(term_open(&term, "公务", strlen("公务"), TERM_PLAIN, NULL, &error));
  told.stop_at = told.calls + 1;
  cr_assert_eq(search_all(search, &term, SCOPE_ALL), 0u);
  cr_assert(search_stopped(search));
  told.stop_at = 0;
  cr_assert_eq(search_all(search, &term, SCOPE_ALL), 20000u);
  term_close(&term);
}
