#include <criterion/criterion.h>
#include <string.h>

#include "import/aliases.h"

static Aliases *aliases;

static void setup(void) { aliases = aliases_new(); }
static void teardown(void) { aliases_free(aliases); }

static void add(const char *text, size_t warnings) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, "aliases.tsv", 10);
  aliases_add(aliases, text, strlen(text), &diagnostics);
  cr_expect_eq(diagnostics.warnings, warnings);
  diag_close(&diagnostics);
}

TestSuite(import_aliases, .init = setup, .fini = teardown);

Test(import_aliases, kinds_are_told_by_titles_of_several_places) {
  static const struct {
    const char *title;
    Kind kind;
  } titles[] = {
      {"2023年某局财政拨款收支总表", KIND_FISCAL_BALANCE},
      {"财政拨款收入支出决算总表", KIND_FISCAL_BALANCE},
      {"一般公共预算财政拨款支出预算表", KIND_GENERAL_PUBLIC_EXPENDITURE},
      {"一般公共预算基本支出部门预算经济分类预算表", KIND_BASIC_EXPENDITURE},
      {"政府性基金预算财政拨款收入支出决算表", KIND_GOVERNMENT_FUND_EXPENDITURE},
      {"国有资本经营预算支出功能分类预算表", KIND_STATE_CAPITAL_EXPENDITURE},
      {"一般公共预算“三公”经费支出表", KIND_THREE_PUBLIC},
      {"部门收支总表", KIND_DEPARTMENT_BALANCE},
      {"收入支出决算总表", KIND_DEPARTMENT_BALANCE},
      {"部门收入总表", KIND_DEPARTMENT_INCOME},
      {"支出决算表", KIND_DEPARTMENT_EXPENDITURE},
      {"项目支出明细表", KIND_PROJECT_DETAILS},
      {"整体绩效目标表", KIND_DEPARTMENT_TARGETS},
      {"项目绩效目标表", KIND_PROJECT_TARGETS},
      {"政府采购明细表", KIND_PROCUREMENT},
      {"人员情况表", KIND_OTHER},
  };
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    cr_expect_eq(aliases_kind(aliases, titles[i].title), titles[i].kind, "%s", titles[i].title);
}

Test(import_aliases, roles_know_the_words_of_the_format_and_more) {
  cr_expect_eq(aliases_role(aliases, "科目编码", NULL), ROLE_CODE);
  cr_expect_eq(aliases_role(aliases, "2023年决算", NULL), ROLE_EXECUTED);
  cr_expect_eq(aliases_role(aliases, "项目总额", NULL), ROLE_TOTAL);
  cr_expect_eq(aliases_role(aliases, "颜色", NULL), ROLE_TEXT);
}

Test(import_aliases, subjects_and_labels) {
  SubjectRole role;
  cr_expect(aliases_subject(aliases, "预算执行率权重(%)", &role));
  cr_expect_eq(role, SUBJECT_EXECUTION_WEIGHT);
  cr_expect(!aliases_subject(aliases, "颜色", &role));
  cr_expect(aliases_label(aliases, LABEL_NOTE, "注:本表为空"));
  cr_expect(!aliases_label(aliases, LABEL_NOTE, "关注"));
}

Test(import_aliases, lines_of_a_user_come_first) {
  add("# mine\nrole\tproject\t专项支出\nkind\tprocurement\t收支总表\nrole\ttext\t科目编码\n", 0);
  cr_expect_eq(aliases_role(aliases, "专项支出", NULL), ROLE_PROJECT);
  cr_expect_eq(aliases_role(aliases, "科目编码", NULL), ROLE_TEXT);
  cr_expect_eq(aliases_kind(aliases, "部门收支总表"), KIND_PROCUREMENT);
}

Test(import_aliases, a_faulty_line_is_told_and_left_out) {
  add("role project 专项支出\ncolour\tred\t红\nrole\tred\t红\nlabel\tnote\t \n", 4);
  cr_expect_eq(aliases_role(aliases, "专项支出", NULL), ROLE_TEXT);
}
