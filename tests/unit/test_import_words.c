#include <criterion/criterion.h>

#include "import/words.h"

static void expect_mended(const char *text, const char *mended, const char *title) {
  Str out = STR_EMPTY;
  words_mend(&out, text);
  cr_expect_str_eq(out.data, mended);
  str_clear(&out);
  words_mend_title(&out, text);
  cr_expect_str_eq(out.data, title);
  str_free(&out);
}

Test(import_words, spaces_between_chinese_characters_are_artefacts) {
  expect_mended("政府办公厅（室）及相关机 构事务", "政府办公厅（室）及相关机构事务",
                "政府办公厅（室）及相关机构事务");
  expect_mended("  因 公 出 国 （ 境 ） 费 ", "因公出国（境）费", "因公出国（境）费");
}

Test(import_words, a_space_behind_the_number_of_a_part_stays) {
  expect_mended("第一部分　 某某局 概况", "第一部分 某某局概况", "第一部分 某某局概况");
  expect_mended("第十二条 根据", "第十二条 根据", "第十二条 根据");
  expect_mended("第3章 附则", "第3章 附则", "第3章 附则");
  expect_mended("第一部分概况 说明", "第一部分概况说明", "第一部分概况说明");
  expect_mended("第 一条 根据", "第一条 根据", "第一条 根据");
}

Test(import_words, spaces_beside_figures_stay_but_in_titles) {
  expect_mended("2023 年  增加 66.62 万元", "2023 年增加 66.62 万元", "2023年增加66.62万元");
  expect_mended("a  b", "a b", "a b");
}

Test(import_words, amounts_of_any_form_are_known) {
  static const char *const amounts[] = {"0", "2,246.51", "-30.00", "(30.00)", "（30.00）", "０．５０",
                                        "99999999999999999999", "1.123456789"};
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
    cr_expect(words_is_amount(amounts[i]), "%s", amounts[i]);
  static const char *const others[] = {"", "合计", "12.3%", "2023年", "1,2", "—"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_expect(!words_is_amount(others[i]), "%s", others[i]);
}

Test(import_words, a_code_is_digits_only) {
  cr_expect(words_is_code("2010301"));
  cr_expect(words_is_code("０５"));
  cr_expect(!words_is_code("20.1"));
  cr_expect(!words_is_code(""));
  cr_expect(!words_is_code("12345678901234567"));
  cr_expect_eq(words_ordinal("12"), 12);
  cr_expect_eq(words_ordinal("05"), 0, "a number that counts has no leading zero");
}

Test(import_words, the_year_of_a_title_is_told) {
  cr_expect_eq(words_year("某局2023年部门预算"), 2023);
  cr_expect_eq(words_year("12023年"), 0);
  cr_expect_eq(words_year("第3年"), 0);
  cr_expect_eq(words_year("年"), 0);
}

Test(import_words, the_unit_is_told_in_every_form) {
  Unit unit = UNIT_YI;
  cr_expect(words_unit("单位:万元", &unit) && unit == UNIT_WAN);
  cr_expect(words_unit("(金额单位:人民币元)", &unit) && unit == UNIT_YUAN);
  cr_expect(words_unit("编制单位:某局单位:千元", &unit) && unit == UNIT_THOUSAND);
  cr_expect(!words_unit("单位名称:某局", &unit));
}

static void expect_number(const char *text, NumberForm form, int ordinal, const char *rest) {
  Numbering found = words_numbering(text);
  cr_expect_eq(found.form, form, "%s", text);
  cr_expect_eq(found.ordinal, ordinal, "%s", text);
  cr_expect_str_eq(text + found.bytes, rest);
}

Test(import_words, numbers_of_headings_at_every_level) {
  expect_number("第一部分 概况", NUMBER_PART, 1, "概况");
  expect_number("二十一、其他", NUMBER_CHINESE, 21, "其他");
  expect_number("（十二）其他", NUMBER_BRACKETED, 12, "其他");
  expect_number("(一) 职能", NUMBER_BRACKETED, 1, "职能");
  expect_number("3．基本", NUMBER_DIGITS, 3, "基本");
  expect_number("1.2023年预算", NUMBER_DIGITS, 1, "2023年预算");
  expect_number("（2）运行", NUMBER_INNER, 2, "运行");
  expect_number("③其他", NUMBER_CIRCLED, 3, "其他");
}

Test(import_words, figures_and_words_are_no_numbers_of_headings) {
  expect_number("2.5万元", NUMBER_NONE, 0, "2.5万元");
  expect_number("2023年", NUMBER_NONE, 0, "2023年");
  expect_number("一般公共预算", NUMBER_NONE, 0, "一般公共预算");
  expect_number("第一条", NUMBER_NONE, 0, "第一条");
}

Test(import_words, two_figures_are_no_amount) {
  cr_expect(words_are_figures("1,234.56 78.90"));
  cr_expect(words_are_figures("– 78.90"));
  cr_expect(words_are_figures("5 6 7"));
  cr_expect_not(words_are_figures("1,234.56"));
  cr_expect_not(words_are_figures("–"));
  cr_expect_not(words_are_figures("附表 5"));
  cr_expect_not(words_are_figures(""));
}
