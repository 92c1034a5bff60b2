#include <criterion/criterion.h>

#include "check_case.h"

#define PLAIN(more, columns, rows) \
  "{number: '9', title: 表, " more "columns: [" columns "], rows: [" rows "]}"
#define MONEY "{title: 项目}, {title: 金额}"
#define CODED(of, rows) \
  PLAIN("classification: " of ", ", "{title: 科目编码}, {title: 科目名称}, {title: 合计}", rows)

Test(check_form, presence) {
  EXPECT_CASES("form/absent-annex",
               {"there", PLAIN("", MONEY, "[甲, 1.00]"), {0}},
               {"listed only", "{number: '8', title: 表, status: not-included}", {.warning = 1}});
  EXPECT_CASES("form/empty-table",
               {"filled", PLAIN("", MONEY, "[甲, 1.00]"), {0}},
               {"a zero fills it", PLAIN("", MONEY, "[甲, 0]"), {0}},
               {"explained", PLAIN("note: 本单位无此项支出。, ", MONEY, "[合计, ~]"), {0}},
               {"not explained", PLAIN("", MONEY, "[合计, ~]"), {.warning = 1}},
               {"without columns of money", PLAIN("", "{title: 项目}", "[甲]"), {0}});
  EXPECT_CASES("form/unit",
               {"printed", PLAIN("", MONEY, "[甲, 1.00]"), {0}},
               {"missing", PLAIN("unit-printed: false, ", MONEY, "[甲, 1.00]"), {.warning = 1}});
}

Test(check_form, years) {
  EXPECT_CASES(
      "form/year",
      {"its own", "{number: '1', title: 2023年表, columns: [" MONEY "], rows: [[甲, 1.00]]}", {0}},
      {"another in the title",
       "{number: '1', title: 2022年表, columns: [" MONEY "], rows: [[甲, 1.00]]}",
       {.warning = 1}},
      {"another in the list",
       "{number: '1', title: 表, listed-as: 2021年度表, status: not-included}",
       {.warning = 1}},
      {"the year before beside its own",
       PLAIN("", "{title: 项目}, {title: 2022年预算数}, {title: 2023年预算数}", "[甲, 1.00, 1.00]"),
       {0}},
      {"the year before alone",
       PLAIN("", "{title: 项目}, {title: 2022年预算数}", "[甲, 1.00]"),
       {.warning = 1}},
      {"no year but a number", PLAIN("", "{title: 项目}, {title: 1234年代}", "[甲, 甲]"), {0}});
}

Test(check_form, headings) {
  EXPECT_CASES(
      "form/heading",
      {"the right one",
       PLAIN("classification: department-economic, ",
             "{title: 部门预算经济分类科目编码, role: code}, {title: 合计}", "['302', 1.00]"),
       {0}},
      {"the government's over departmental accounts",
       PLAIN("classification: department-economic, ",
             "{title: 政府预算经济科目, columns: [{title: 科目编码}]}, {title: 合计}",
             "['302', 1.00]"),
       {.warning = 1}},
      {"the department's over the government's",
       PLAIN("classification: government-economic, ",
             "{title: 部门预算经济科目, columns: [{title: 科目编码}]}, {title: 合计}",
             "['502', 1.00]"),
       {.warning = 1}});
}

Test(check_form, codes) {
  EXPECT_CASES(
      "form/code-class", {"right", CODED("functional", "['201', 甲, 1.00]"), {0}},
      {"of another classification", CODED("functional", "['302', 甲, 1.00]"), {.warning = 1}},
      {"economic",
       CODED("government-economic", "['301', 甲, 1.00], ['501', 乙, 1.00]"),
       {.warning = 1}});
  EXPECT_CASES(
      "form/code-level",
      {"3, 5, 7 and projects below",
       CODED(
           "functional",
           "['201', 甲, 1.00], ['20101', 甲, 1.00], ['2010101', 甲, 1.00], ['201010101', 甲, 1.00]"),
       {0}},
      {"4 and 6", CODED("functional", "['2010', 甲, 1.00], ['201010', 甲, 1.00]"), {.warning = 2}},
      {"7 is no level of economic accounts",
       CODED("department-economic", "['3020101', 甲, 1.00]"),
       {.warning = 1}});
  EXPECT_CASES(
      "form/code-parent",
      {"printed", CODED("functional", "['201', 甲, 1.00], ['20101', 乙, 1.00]"), {0}},
      {"missing", CODED("functional", "['201', 甲, 1.00], ['20801', 乙, 1.00]"), {.warning = 1}},
      {"none of that level is printed",
       CODED("functional", "['20101', 甲, 1.00], ['20801', 乙, 1.00]"),
       {0}});
  EXPECT_CASES(
      "form/code-twice", {"once", CODED("functional", "['201', 甲, 1.00], ['202', 甲, 1.00]"), {0}},
      {"twice", CODED("functional", "['201', 甲, 1.00], ['201', 甲, 1.00]"), {.warning = 1}},
      {"projects of an account", CODED("functional", "['201', 甲, 1.00], ['201', 乙, 1.00]"), {0}},
      {"accounts of one code in a table of accounts alone",
       "{number: '1', kind: department-expenditure, title: 表, classification: functional, columns: "
       "[{title: 科目编码}, {title: 科目名称}, {title: 合计}], rows: [['201', 甲, 1.00], ['201', 乙, 1.00]]}",
       {.warning = 1}});
}

#define NAMED(number, of, name)                                                           \
  "{number: '" number "', title: 表, classification: " of ", columns: [{title: 科目编码}, " \
  "{title: 科目名称}, {title: 合计}], rows: [['30213', " name ", 1.00]]}"

Test(check_form, names) {
  EXPECT_CASES("form/name-catalogue",
               {"brackets of either width", NAMED("1", "department-economic", "维修(护)费"), {0}},
               {"spaces", NAMED("1", "department-economic", "维修 （护） 费"), {0}},
               {"another name", NAMED("1", "department-economic", "维护费"), {.note = 1}},
               {"a code that is not known", CODED("functional", "['29999', 甲, 1.00]"), {0}});
  EXPECT_CASES(
      "form/name-tables",
      {"the same",
       NAMED("1", "department-economic", "维修(护)费") ", " NAMED("2", "department-economic",
                                                                  "维修（护）费"),
       {0}},
      {"another",
       NAMED("1", "department-economic", "甲") ", " NAMED("2", "department-economic", "乙"),
       {.warning = 1}},
      {"another classification",
       NAMED("1", "department-economic", "甲") ", " NAMED("2", "functional", "乙"),
       {0}});
}

/* What of a paragraph is quoted as left in; "" where nothing is. */
static void expect_left(const char *rule, const char *paragraph, const char *quote) {
  Checked checked = checked_text(paragraph, "");
  const Finding *finding = first_finding(&checked, rule, CHECK_WARNING);
  cr_expect_str_eq(finding ? finding->quote : "", quote, "%s: %s", rule, paragraph);
  cr_expect_leq(counts_of(&checked, rule).warning, 1);
  checked_free(&checked);
}

Test(check_form, what_was_left_in_is_found_wherever_it_stands) {
  expect_left("form/placeholder", "XX万元", "XX");
  expect_left("form/placeholder", "比上年增加××万元，其中XX万元", "××");
  expect_left("form/placeholder", "说明待待补充", "待补充");
  expect_left("form/placeholder", "说明:____", "____");
  expect_left("form/placeholder", "X、×、___、待遇、□、补充、*", "");
  expect_left("form/instruction", "请请各部门填写", "请各部门");
  expect_left("form/instruction", "各部门应根据实际情况进行解释和增减。请填写", "部门应根据实际情况进行解释和增减");
  expect_left("form/instruction", "应根据实际情况填写", "根据实际情况填写");
  expect_left("form/instruction", "规模板块、请按时、部门、填", "模板");
  expect_left("form/instruction", "规模、板块、请按时、部门应当、填报", "");
}

Test(check_form, left_in) {
  EXPECT_CASES("form/placeholder",
               {"none", PLAIN("", MONEY, "[甲, 1.00]"), {0}},
               {"in a cell", PLAIN("", MONEY, "[XX项目, 1.00]"), {.warning = 1}},
               {"in a title", "{number: '8', title: ××表, status: not-included}", {.warning = 1}},
               {"in a note", PLAIN("note: 待填, ", MONEY, "[甲, 1.00]"), {.warning = 1}},
               {"in a subtitle", PLAIN("subtitle: ××, ", MONEY, "[甲, 1.00]"), {.warning = 1}},
               {"as it is listed", PLAIN("listed-as: XX表, ", MONEY, "[甲, 1.00]"), {.warning = 1}},
               {"in headings",
                "{number: '1', title: 表, columns: [{title: 项目}, {title: XX年, columns: [{title: "
                "××数, role: amount}]}], rows: [[甲, 1.00]]}",
                {.warning = 2}});
  Checked checked =
      checked_text("（以下为常见专业名词解释，部门应根据实际情况进行解释和增减。）", "");
  cr_assert_eq(counts_of(&checked, "form/instruction").warning, 1);
  cr_assert_str_eq(first_finding(&checked, "form/instruction", CHECK_WARNING)->quote,
                   "部门应根据实际情况进行解释和增减");
  checked_free(&checked);
}
