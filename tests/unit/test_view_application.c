/* The list of files, and documents read again. */
#include <criterion/criterion.h>
#include <string.h>
#include <time.h>

#include "several.h"

#define ROWS_A "['201', 一般公共服务支出, 30], ['20103', 政府办公厅, 30], ['208', 社会保障, 12]"
#define A SEVERAL_BUDGET("甲局", "2023", ROWS_A, "甲的话。")
#define B SEVERAL_BUDGET("乙局", "2021", "['201', 一般公共服务支出, 5]", "乙的话。")
#define C SEVERAL_BUDGET("丙局", "2022", "['205', 教育支出, 700]", "丙的话。")

static const char faulty[] = "format: budgettui/1\ntitle: t\norganization: {name: x}\nyear: 二\nunit: 元\nannexes: []\n";

static void write_three(void) {
  several_write("dir/a.yaml", A);
  several_write("dir/b.yaml", faulty);
  several_write("dir/c.yaml", C);
}

/* ---- the list */

Test(application, the_list_is_there_before_files_are_read) {
  write_three();
  several_open(NULL);
  several_expect("budgets · 3 files");
  several_expect("0 of 3 read");
  several_expect("c.yaml");
  cr_assert(application_work(several_application()));
  cr_assert_eq(several_readings(), 1u);
  several_work();
  cr_assert_not(application_work(several_application()));
  cr_assert_eq(several_readings(), 3u);
  several_expect("甲局");
  several_expect("42");
  several_expect_none("of 3 read");
  several_close();
}

Test(application, a_file_is_opened_and_left_for_the_same_entry) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("jj");
  several_expect_selected("丙局");
  several_type("<Enter>3");
  several_expect("[3Function]");
  several_expect("教育支出");
  cr_assert_eq(several_type("q"), RESULT_GO_ON);
  several_expect_selected("丙局");
  cr_assert_eq(several_type("q"), RESULT_QUIT);
  several_close();
}

Test(application, each_file_opens_at_the_account_that_was_named) {
  write_three();
  several_open_at("205");
  several_work();
  several_type("<Enter>");
  several_expect("account 205 stands nowhere in the document");
  several_type("qjj<Enter>");
  several_expect("[3Function]");
  several_expect_selected("教育支出");
  several_type("gq<Enter>");
  several_expect_selected("合计");
  several_close();
}

/* Income is printed first, and stands behind expenditure among the trees. */
Test(application, a_file_opens_at_the_account_in_the_tree_that_is_shown_first) {
#define ACCOUNT_COLUMNS "columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}], rows: "
#define ACCOUNT_ROWS "[['205', 教育支出, 7], ['20501', 教育管理事务, 7]]"
  several_write("a.yaml",
                "format: budgettui/1\ntitle: t\norganization: {name: 甲局}\nyear: 2023\nunit: 万元\n"
                "annexes:\n"
                "  - {number: '1', title: 收入, kind: department-income, classification: functional, "
                ACCOUNT_COLUMNS ACCOUNT_ROWS "}\n"
                "  - {number: '2', title: 支出, kind: general-public-expenditure, "
                "classification: functional, " ACCOUNT_COLUMNS ACCOUNT_ROWS "}\n");
  several_open_at("20501");
  several_type("<Enter>");
  several_expect_selected("教育管理事务");
  several_expect("annex 2 · 万元");
  several_close();
}

/* ---- from one to the next */

Test(application, the_next_document_shows_the_same_account) {
  several_write("a.yaml", A);
  several_write("b.yaml", faulty);
  several_write("c.yaml", SEVERAL_BUDGET("丙局", "2022",
                                         "['201', 一般公共服务支出, 5], ['208', 社会保障, 7]", "乙。"));
  several_write("d.yaml", B);
  several_open(NULL);
  several_type("<Enter>3G");
  several_expect_selected("社会保障");
  several_type(")");
  several_expect("丙局");
  several_expect("[3Function]");
  several_expect_selected("208");
  several_expect_selected("7");
  several_type(")");
  several_expect("乙局");
  several_expect("account 208 stands nowhere in the document");
  several_type(")");
  several_expect("this is the last document of the list");
  several_type(":p<Enter>(");
  several_expect("甲局");
  several_type(":n<Enter>");
  several_expect("丙局");
  several_type("(");
  several_type("(");
  several_expect("this is the first document of the list");
  several_type(")q");
  several_expect_selected("丙局");
  several_close();
}

Test(application, the_next_document_shows_the_account_above_one_that_it_lacks) {
  several_write("a.yaml", A);
  several_write("b.yaml", SEVERAL_BUDGET("乙局", "2022", "['208', 社会保障, 7], ['201', 一般公共, 5]", "乙。"));
  several_open(NULL);
  several_type("<Enter>3jj");
  several_expect_selected("政府办公厅");
  several_type(")");
  several_expect("account 20103 stands nowhere in the document");
  several_expect_selected("一般公共");
  several_close();
}

Test(application, the_next_document_shows_the_same_view_and_is_searched_alike) {
  several_write("a.yaml", A);
  several_write("c.yaml", C);
  several_open(NULL);
  several_type("<Enter>/第一<Enter>");
  several_expect("[7Text]");
  several_type(")");
  several_expect("丙局");
  several_expect("[7Text]");
  several_type("n");
  several_expect("1/1 Narrative");
  several_close();
}

Test(application, one_document_has_none_beside_it) {
  several_write("a.yaml", A);
  several_open("a.yaml");
  several_type(")");
  several_expect("no other document is open");
  several_close();
}

Test(application, quit_leaves_from_within_a_document) {
  write_three();
  several_open(NULL);
  several_type("<Enter>");
  cr_assert_eq(several_type("Q"), RESULT_QUIT);
  several_close();
}

Test(application, one_document_is_left_for_good) {
  write_three();
  several_open("dir/a.yaml");
  several_expect("甲局");
  cr_assert_eq(several_type("q"), RESULT_QUIT);
  several_close();
}

Test(application, the_last_ones_stay_open_where_they_were) {
  write_three();
  several_write("dir/d.yaml", B);
  several_write("dir/e.yaml", B);
  several_open(NULL);
  several_type("<Enter>3jj");
  several_expect_selected("20103");
  several_type("qjj<Enter>q");
  size_t before = several_readings();
  several_type("gg<Enter>");
  several_expect_selected("20103");
  cr_assert_eq(several_readings(), before);
  several_type("qjj<Enter>qj<Enter>qj<Enter>q");
  before = several_readings();
  several_type("g<Enter>");
  cr_assert_eq(several_readings(), before + 1, "the fourth made room for it");
  several_expect("[1Overview]");
  several_close();
}

Test(application, in_the_help_the_mouse_selects_a_line_and_does_it) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("?");
  several_mouse(MOUSE_CLICK, "Next line");
  several_expect_selected("Next line");
  several_type("/sort<Enter>");
  several_mouse(MOUSE_CLICK, "Sort by the current");
  several_mouse(MOUSE_DOUBLE_CLICK, "Sort by the current");
  several_expect("office▲");
  several_close();
}

Test(application, a_click_on_a_screen_too_small_for_the_list_does_nothing) {
  write_three();
  several_open(NULL);
  several_work();
  several_resize(6, 12);
  several_mouse(MOUSE_CLICK, "too");
  several_mouse(MOUSE_DOUBLE_CLICK, "small");
  several_mouse(MOUSE_DOUBLE_CLICK, "least");
  several_resize(24, 80);
  several_expect_selected("甲局");
  several_close();
}

Test(application, a_click_on_a_screen_too_small_for_a_document_does_nothing) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3j");
  several_expect_selected("201");
  several_resize(9, 7);
  several_mouse(MOUSE_CLICK, "40");
  several_mouse(MOUSE_WHEEL_DOWN, "40");
  several_resize(24, 80);
  several_expect_selected("201");
  several_close();
}

Test(application, a_faulty_file_is_listed_with_its_fault_and_shows_all_of_them) {
  write_three();
  several_open(NULL);
  several_work();
  several_expect("4:7: ");
  several_type("j");
  several_expect("dir/b.yaml:4:7: ");
  uint32_t line;
  cr_assert_str_eq(application_file(several_application(), &line), "dir/b.yaml");
  cr_assert_eq(line, 4u);
  several_type("<Enter>");
  several_expect("4 | year: 二");
  several_expect("^~");
  several_type("q");
  several_expect("甲局");
  several_write("dir/b.yaml", B);
  several_type("R");
  several_work();
  several_expect_selected("乙局");
  several_type("<Enter>3");
  several_expect("一般公共服务支出");
  several_close();
}

Test(application, an_interrupted_reading_waits_to_be_asked_for) {
  write_three();
  several_open(NULL);
  several_stop_next();
  several_work();
  several_expect("not read: interrupted");
  several_expect("R reads the selected file");
  cr_assert_eq(several_readings(), 1u);
  several_type("R");
  several_work();
  several_expect_selected("甲局");
  several_type("jj");
  several_stop_next();
  several_type("<Enter>");
  several_expect("reading was interrupted");
  several_type("<Enter>");
  several_expect("丙局");
  several_close();
}

Test(application, sorted_by_a_column_those_without_figures_last) {
  write_three();
  several_write("dir/d.yaml", B);
  several_open(NULL);
  several_work();
  several_type("ls");
  const char *screen = several_screen();
  cr_expect(strstr(screen, "2021") < strstr(screen, "2022"));
  cr_expect(strstr(screen, "2022") < strstr(screen, "2023"));
  cr_expect(strstr(screen, "2023") < strstr(screen, "b.yaml"));
  several_expect_selected("甲局");
  several_type("s");
  screen = several_screen();
  cr_expect(strstr(screen, "2023") < strstr(screen, "2022"));
  cr_expect(strstr(screen, "2021") < strstr(screen, "b.yaml"));
  several_type("s");
  cr_expect(strstr(several_screen(), "b.yaml") < strstr(several_screen(), "2021"));
  several_mouse(MOUSE_CLICK, "expenditure");
  screen = several_screen();
  cr_expect(strstr(screen, "乙局") < strstr(screen, "甲局"));
  cr_expect(strstr(screen, "甲局") < strstr(screen, "丙局"));
  several_close();
}

Test(application, searched_by_name_reading_and_fault) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("/bj");
  several_expect_selected("丙局");
  several_type("<Esc>");
  several_expect_selected("甲局");
  several_type("/202<Enter>n");
  several_expect_selected("丙局");
  several_type("n");
  several_expect_selected("甲局");
  several_expect("search goes on from the beginning");
  several_type("/year<Enter>");
  several_expect_selected("b.yaml");
  several_type("/nowhere");
  several_expect("nothing found");
  several_type("<Enter>");
  several_expect("no line of the list holds 'nowhere'; \"budgettui search\" looks into the files");
  several_close();
}

Test(application, commands_and_help) {
  write_three();
  several_open(NULL);
  several_type(":so<Tab><Enter>");
  several_expect("office▲");
  several_type(":nothing<Enter>");
  several_expect("there is no command 'nothing'");
  several_type(":tag<Enter>");
  several_expect("'tag' is for a document that is open");
  several_type(":annex 5<Enter>");
  several_expect("'annex' is for a document that is open");
  several_type(":201<Enter>");
  several_expect("'201' is for a document that is open");
  several_type(":help unit<Enter>");
  several_expect("Unit of amounts");
  several_expect_none("Next line");
  several_type("<BS>q");
  several_type("?");
  several_expect("Go in: an account");
  several_expect_none("Functional classification");
  several_type("/unit");
  several_expect("Unit of amounts");
  several_expect_none("Next line");
  several_type("<Esc>");
  several_expect("Next line");
  several_type("q");
  several_expect("c.yaml");
  several_type("t");
  several_expect("t does nothing here");
  cr_assert_eq(several_type(":quit<Enter>"), RESULT_QUIT);
  several_close();
}

/* The list is a content of the same shell as a document: what is not for it says so. */
Test(application, keys_of_documents_say_that_they_are_not_for_the_list) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("ma");
  several_expect("a does nothing here; ? lists the keys");
  several_type("3");
  several_expect("3 does nothing here; ? lists the keys");
  several_type("?3");
  several_expect("not in this view; ? lists what there is");
  several_expect("c.yaml");
  several_type("Gz");
  several_expect("zz Put the selected line in the middle");
  several_type("z");
  several_expect_selected("丙局");
  several_close();
}

Test(application, the_faults_of_a_file_have_keys_of_their_own) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("j<Enter>");
  several_expect("4 | year");
  several_type("/");
  several_expect("/ does nothing here; ? lists the keys");
  cr_expect_eq(several_type("e"), RESULT_EDIT);
  several_type("<BS>");
  several_expect("甲局");
  several_close();
}

Test(application, what_is_set_holds_for_all_documents) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("<Enter>3qjj<Enter>3");
  several_expect("万元");
  several_type(":set unit 元<Enter>");
  several_expect("7,00_,___");
  several_type("q");
  several_expect("7,00_,___");
  several_type("g<Enter>");
  several_expect("42_,___");
  several_type("q");
  several_write("dir/b.yaml", B);
  several_type("jR");
  several_work();
  several_type("<Enter>3");
  several_expect("5_,___");
  several_type("U");
  several_expect("amounts in 万元");
  several_type("q");
  several_expect("7,00_,___");
  several_type(":set ascii on<Enter>G<Enter>");
  several_expect("7,00_,___");
  several_expect_none("─");
  several_type(":set ascii off<Enter>");
  several_expect("─");
  several_close();
}

/* By columns that there is no room for, too. */
Test(application, sorted_by_a_column_that_is_named) {
  write_three();
  several_open(NULL);
  several_work();
  several_type(":sort year<Enter>");
  several_expect("year: the smallest first");
  several_expect("year▲");
  several_type(":sort office down<Enter>");
  several_expect("office: the largest first");
  several_expect("office▼");
  several_type("g");
  several_expect_selected("甲局"); /* by the numbers of their characters */
  several_type(":sort exp down<Enter>g");
  several_expect("expenditure▼");
  several_expect_selected("丙局");
  several_type("s"); /* the column is the current one */
  several_expect_none("▼");
  several_type(":sort 7<Enter>");
  several_expect("file▲");
  several_type(":sort printed<Enter>");
  several_expect("file: in the original order");
  several_expect_none("▲");
  several_resize(10, 40);
  several_type(":sort checks down<Enter>");
  several_expect("checks: the largest first");
  several_type("s"); /* the current one stays one that is seen */
  several_expect("▲");
  several_type(":sort nothing<Enter>");
  several_expect("no column, or not one alone, is called");
  several_resize(24, 80);
  several_type(":sort ye<Tab>");
  several_expect(":sort year");
  several_type(" d<Tab><Enter>");
  several_expect("year: the largest first");
  several_close();
}

#define OFFICE "上海市普陀区财政局"
#define FILE_NAME "sh-putuo-finance-2023-budget.yaml"

/* The income, which the expenditure mostly equals, and the stage give way to the names; both of these
 * are cut before the checks go. */
Test(application, names_of_files_are_whole_before_lesser_columns_are_shown) {
  static const struct {
    int width;
    const char *heading, *line;
  } sizes[] = {
      {120, " office              year   stage   income   expenditure   checks   file",
       " " OFFICE "  2023   budget                    42   ≈0 ✗0    " FILE_NAME "\n"},
      {96, " office              year   stage   expenditure   checks   file",
       " " OFFICE "  2023   budget           42   ≈0 ✗0    " FILE_NAME "\n"},
      {88, " office              year   expenditure   checks   file",
       " " OFFICE "  2023            42   ≈0 ✗0    " FILE_NAME "\n"},
      {72, " office              year   expenditure   checks   file",
       " " OFFICE "  2023            42   ≈0 ✗0    sh-putuo-finance-…\n"},
      {64, " office              year   expenditure   file",
       " " OFFICE "  2023            42   sh-putuo-finance-…\n"},
      {54, " office          year   expenditure   file",
       " 上海市普陀区…   2023            42   sh-putuo-fina…\n"},
      {40, " office             year   expenditure\n", " 上海市普陀区财政…  2023            42\n"},
  };
  several_write("dir/" FILE_NAME, SEVERAL_BUDGET(OFFICE, "2023", ROWS_A, "话。"));
  several_open(NULL);
  several_work();
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    several_resize(12, sizes[i].width);
    several_expect(sizes[i].heading);
    several_expect(sizes[i].line);
  }
  several_resize(10, 60);
  several_expect(" dir/" FILE_NAME " · ");
  several_close();
}

Test(application, the_mouse_selects_and_opens) {
  write_three();
  several_open(NULL);
  several_work();
  several_mouse(MOUSE_CLICK, "丙局");
  several_expect_selected("丙局");
  several_mouse(MOUSE_WHEEL_UP, "丙局");
  several_expect_selected("甲局");
  several_mouse(MOUSE_DOUBLE_CLICK, "丙局");
  several_expect("[1Overview]");
  several_close();
}

Test(application, names_of_files_are_no_control_sequences) {
  several_write("dir/\033[31m\nred.yaml", A);
  several_write("dir/\xff\xfe.yaml", faulty);
  several_open(NULL);
  several_work();
  cr_expect_null(strchr(several_screen(), '\033'));
  cr_expect_null(strchr(several_screen(), '\xff'));
  several_expect("red.yaml");
  several_type("<Enter>q");
  several_close();
}

/* ---- reading again */

static void reload(const char *yaml) {
  several_write("dir/a.yaml", yaml);
  several_changed();
}

Test(application, a_faulty_version_leaves_what_was_read) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3jj");
  reload(faulty);
  several_expect("dir/a.yaml:4:7: ");
  several_expect("what was read before stays");
  several_expect_selected("20103");
  reload(NULL);
  several_expect("dir/a.yaml: cannot be read: it is gone");
  several_expect_selected("20103");
  several_stop_next();
  reload(A);
  several_expect("reading was interrupted; what was read before stays");
  several_expect_selected("20103");
  reload(A);
  several_expect("the file was read again");
  several_expect_selected("20103");
  several_close();
}

/* The message goes with the next key; the mark stays until the file is read. */
Test(application, a_version_that_was_not_read_leaves_a_mark) {
  static const char mark[] = "file changed, not read: 4:7";
  write_three();
  several_open("dir/a.yaml");
  several_expect_none(mark);
  reload(faulty);
  several_type("3jj");
  several_expect_none("what was read before stays");
  several_expect(mark);
  several_type("?");
  several_expect(mark);
  several_type("q|2");
  several_expect(mark);
  several_type("|R"); /* in vain */
  several_type("j");
  several_expect(mark);
  several_resize(10, 40);
  several_expect(" 甲局 · budget 2023       not read: 4:7\n");
  several_type("1");
  several_expect(" 甲局 · budget 2023 not read: 4:7  万元\n");
  several_resize(24, 80);
  reload(NULL);
  several_type("j");
  several_expect("file changed, not read  ");
  several_stop_next();
  reload(A);
  several_type("j");
  several_expect("file changed, not read  ");
  several_type("R");
  several_expect("the file was read again");
  several_expect_none("file changed, not read");
  several_close();
}

/* What is asked for in vain, as of a pipe, has not changed. */
Test(application, a_file_that_has_not_changed_is_not_marked) {
  write_three();
  several_open("dir/a.yaml");
  several_write("dir/a.yaml", NULL);
  several_type("R");
  several_expect("what was read before stays");
  several_expect_none("file changed");
  several_stop_next();
  several_type("R");
  several_expect_none("file changed");
  several_close();
}

Test(application, each_document_has_a_mark_of_its_own) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("<Enter>");
  reload(faulty);
  several_expect("not read: 4:7");
  several_type("qG<Enter>");
  several_expect("丙局");
  several_expect_none("not read: 4:7");
  several_type("qg<Enter>");
  several_expect("甲局");
  several_expect("not read: 4:7");
  several_close();
}

#define MORE "['201', 一般公共服务支出, 30], ['20101', 人大事务, 8], ['20103', 政府办公厅, 22], ['205', 教育, 1], ['208', 社会保障, 12]"

Test(application, the_account_of_the_cursor_stays_selected) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3jj");
  several_expect_selected("20103");
  reload(SEVERAL_BUDGET("甲局", "2023", MORE, "甲的话。"));
  several_expect("20101");
  several_expect_selected("20103");
  several_close();
}

Test(application, marks_places_search_and_unit_hold) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3jjjma");
  several_expect_selected("208");
  several_type("g2<Enter>U");
  several_type("/政府<Enter>");
  reload(SEVERAL_BUDGET("甲局", "2023", MORE, "甲的话。"));
  several_expect("annex 1 · 元");
  several_expect_selected("政府办公厅");
  several_type("g'a");
  several_expect("[3Function]");
  several_expect_selected("208");
  several_type("[");
  several_expect_none("no place to go back to");
  several_type("n");
  several_expect_none("nothing searched for yet");
  several_close();
}

Test(application, what_is_typed_goes_on) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3/教");
  several_expect("nothing found");
  reload(SEVERAL_BUDGET("甲局", "2023", MORE, "甲的话。"));
  several_type("育");
  several_expect("教育");
  several_type("<Enter>");
  several_expect_selected("205");
  several_type(":uni");
  reload(A);
  several_type("t 元<Enter>");
  several_expect("元");
  several_expect_none("there is no command");
  several_close();
}

Test(application, both_panes_and_the_help_stay_open) {
  write_three();
  several_open("dir/a.yaml");
  several_type("3|7");
  several_type("jjj");
  several_expect_selected("甲的话");
  reload(SEVERAL_BUDGET("甲局", "2023", MORE, "甲的话。"));
  several_expect("20101");
  several_expect_selected("甲的话");
  several_type("?");
  reload(A);
  several_expect("Moving");
  several_type("q");
  several_expect_selected("甲的话");
  several_close();
}

Test(application, a_document_may_lose_everything) {
  write_three();
  several_open("dir/a.yaml");
  several_type("ma2<Enter>jmb3jjjmc4md5me6mf7jjmg8mh");
  several_type("3/社会<Enter>");
  reload("format: budgettui/1\ntitle: t\norganization: {name: 空}\nyear: 2023\nunit: 元\nannexes: []\n");
  several_expect("空");
  several_type("'a'b'c'd'e'f'g'h[[[[n12345678");
  reload(A);
  several_type("3");
  several_expect("20103");
  several_close();
}

Test(application, a_list_shows_what_was_read_again) {
  write_three();
  several_open(NULL);
  several_work();
  several_type("<Enter>");
  reload(SEVERAL_BUDGET("改名局", "2023", ROWS_A, "甲的话。"));
  several_type("q");
  several_expect_selected("改名局");
  several_close();
}

/* ---- layout */

#define PANEL(title, rows) \
  "      - {title: " title ", columns: [{title: 项目}, {title: 预算数}], rows: [" rows "]}\n"

Test(application, panels_stand_where_they_will_stay_once_rows_come_back) {
  several_write("p.yaml",
                "format: budgettui/1\ntitle: t\norganization: {name: 甲}\nyear: 2023\nunit: 万元\n"
                "annexes:\n  - number: '1'\n    title: 收支总表\n    panels:\n" PANEL(
                    "收入", "[一般公共预算财政拨款收入资金, 1234567.89]") PANEL("支出", "[短, 1]"));
  several_open("p.yaml");
  several_type("2<Enter>&zz<Enter>");
  several_changed();
  several_expect("no row holds");
  several_type("<Esc>");
  Str before = STR_EMPTY;
  str_add_text(&before, several_screen());
  several_resize(24, 80);
  cr_assert_str_eq(several_screen(), before.data);
  str_free(&before);
  several_close();
}

/* Not with the third power of the columns, which would take minutes. */
Test(application, many_columns_of_one_title_are_carried_over_at_once) {
  enum { COLUMNS = 3000, SECONDS = 5 };
  Str yaml = STR_EMPTY;
  str_add_text(&yaml, "format: budgettui/1\ntitle: t\norganization: {name: 甲}\nyear: 2023\n"
                      "unit: 万元\nannexes:\n  - {number: '1', title: t, columns: [{title: 项目}");
  for (int i = 1; i < COLUMNS; i++)
    str_add_text(&yaml, ", {title: 数}");
  str_add_text(&yaml, "], rows: []}\n");
  several_write("wide.yaml", yaml.data);
  several_open("wide.yaml");
  several_type("2<Enter>$");
  clock_t start = clock();
  several_changed();
  cr_assert_lt((clock() - start) / CLOCKS_PER_SEC, SECONDS);
  several_close();
  str_free(&yaml);
}

/* 60 rows, of which those from about the 14th on are seen, and the cursor is in the middle. The
 * caller keeps the text, which is read again, and frees it. */
static Str scroll_down(const char *before) {
  Str rows = STR_EMPTY, yaml = STR_EMPTY;
  for (int i = 1; i <= 60; i++)
    str_printf(&rows, "%s['201', 乙%02d, 1]", i > 1 ? ", " : "", i);
  str_printf(&yaml, SEVERAL_BUDGET("甲局", "2023", "%s", "甲的话。"), rows.data);
  several_write("p.yaml", yaml.data);
  several_open("p.yaml");
  several_type("2<Enter>");
  several_type(before);
  for (int i = 0; i < 30; i++)
    several_type("j");
  several_type("kkkkk");
  str_free(&rows);
  return yaml;
}

/* The first row seen is the same. */
static void expect_unmoved_by_reading_again(void) {
  const char *first = strstr(several_screen(), "乙");
  cr_assert_not_null(first);
  char name[] = "乙00";
  memcpy(name, first, strlen(name));
  several_changed();
  first = strstr(several_screen(), "乙");
  cr_assert(first != NULL && strncmp(first, name, strlen(name)) == 0, "was %s:\n%s", name,
            several_screen());
}

Test(application, a_list_of_places_is_not_scrolled_by_reading_again) {
  Str yaml = scroll_down("jx");
  expect_unmoved_by_reading_again();
  several_close();
  str_free(&yaml);
}

Test(application, a_sorted_table_is_not_scrolled_by_reading_again) {
  Str yaml = scroll_down("lls");
  expect_unmoved_by_reading_again();
  several_close();
  str_free(&yaml);
}
