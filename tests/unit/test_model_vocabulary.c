#include <criterion/criterion.h>
#include <string.h>

#include "model/vocabulary.h"

static const Vocabulary *const vocabularies[] = {&stage_words, &classification_words, &kind_words,
                                                 &role_words,  &subject_words,        &unit_words};

Test(vocabulary, every_word_is_found_at_its_place) {
  for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++)
    for (size_t j = 0; j < vocabularies[i]->count; j++) {
      const Word *word = &vocabularies[i]->words[j];
      cr_assert_not_null(word->name);
      cr_assert_not_null(word->meaning);
      if (*word->name)
        cr_expect_eq(vocabulary_find(vocabularies[i], word->name, strlen(word->name)), (int)j, "%s",
                     word->name);
    }
  cr_expect_eq(role_words.count, (size_t)ROLE_COUNT);
  cr_expect_eq(kind_words.count, (size_t)KIND_COUNT);
}

Test(vocabulary, what_is_no_word) {
  cr_expect_eq(vocabulary_find(&kind_words, "", 0), -1);
  cr_expect_eq(vocabulary_find(&role_words, "codes", 5), -1);
  cr_expect_eq(vocabulary_find(&role_words, "cod", 3), -1);
  cr_expect_eq(vocabulary_find(&role_words, "Code", 4), -1);
}

static const char *near(const Vocabulary *vocabulary, const char *text) {
  return vocabulary_nearest(vocabulary, text, strlen(text));
}

Test(vocabulary, nearest_word) {
  cr_expect_str_eq(near(&role_words, "cod"), "code");
  cr_expect_str_eq(near(&role_words, "personel"), "personnel");
  cr_expect_str_eq(near(&kind_words, "three_public"), "three-public");
  cr_expect_str_eq(near(&kind_words, "basic-expenditures"), "basic-expenditure");
  cr_expect_str_eq(near(&classification_words, "functoinal"), "functional");
  cr_expect_null(near(&role_words, "预算数"));
  cr_expect_null(near(&kind_words, "x"));
  cr_expect_null(near(&kind_words, ""));
  char text[4096];
  memset(text, 'a', sizeof text);
  cr_expect_null(vocabulary_nearest(&kind_words, text, sizeof text));
}

Test(vocabulary, contents_of_roles) {
  static const Role text[] = {ROLE_TEXT, ROLE_CODE, ROLE_CODE_ITEM, ROLE_NAME, ROLE_ITEM,
                              ROLE_SERIAL, ROLE_NOTE, ROLE_LEVEL_1, ROLE_RELATION, ROLE_VALUE,
                              ROLE_MEASURE};
  static const Role money[] = {ROLE_TOTAL, ROLE_AMOUNT, ROLE_UNIT_FUNDS, ROLE_BANK_LOAN,
                               ROLE_VEHICLE, ROLE_PREVIOUS_YEAR, ROLE_CHANGE, ROLE_EXECUTED};
  static const Role number[] = {ROLE_WEIGHT, ROLE_QUANTITY, ROLE_PERCENT};
  for (size_t i = 0; i < sizeof text / sizeof *text; i++)
    cr_expect_eq(role_content(text[i]), CONTENT_TEXT);
  for (size_t i = 0; i < sizeof money / sizeof *money; i++)
    cr_expect_eq(role_content(money[i]), CONTENT_MONEY);
  for (size_t i = 0; i < sizeof number / sizeof *number; i++)
    cr_expect_eq(role_content(number[i]), CONTENT_NUMBER);
  for (int i = 0; i < ROLE_COUNT; i++)
    cr_expect_eq(role_merges((Role)i),
                 i == ROLE_LEVEL_1 || i == ROLE_LEVEL_2 || i == ROLE_LEVEL_3);
}

Test(vocabulary, roles_of_titles) {
  static const struct {
    const char *title, *group;
    Role role;
  } titles[] = {
      {"科目编码", "功能分类科目", ROLE_CODE},
      {"功能分类科目编码", NULL, ROLE_CODE},
      {"类", "科目编码", ROLE_CODE_CLASS},
      {"款", "科目编码", ROLE_CODE_SECTION},
      {"项", "科目编码", ROLE_CODE_ITEM},
      {"科目名称", NULL, ROLE_NAME},
      {"功能分类科目名称", NULL, ROLE_NAME},
      {"项目", NULL, ROLE_ITEM},
      {"项 目", NULL, ROLE_ITEM},
      {"项目支出", NULL, ROLE_PROJECT},
      {"基本支出", NULL, ROLE_BASIC},
      {"2023年基本支出", NULL, ROLE_BASIC},
      {"小计", "2023年预算数", ROLE_TOTAL},
      {"合　计", NULL, ROLE_TOTAL},
      {"总计", NULL, ROLE_TOTAL},
      {"小计", "公务用车购置及运行费", ROLE_VEHICLE},
      {"小计", "公务用车购置及运行维护费", ROLE_VEHICLE},
      {"人员经费", NULL, ROLE_PERSONNEL},
      {"日常公用经费", NULL, ROLE_OPERATING},
      {"公用经费", NULL, ROLE_OPERATING},
      {"预算数", NULL, ROLE_AMOUNT},
      {"年初预算数", NULL, ROLE_AMOUNT},
      {"2023年年初预算数", NULL, ROLE_AMOUNT},
      {"2023年度预算数（万元）", NULL, ROLE_AMOUNT},
      {"２０２３年预算数", NULL, ROLE_AMOUNT},
      {"金额", NULL, ROLE_AMOUNT},
      {"决算数", NULL, ROLE_EXECUTED},
      {"财政拨款收入", NULL, ROLE_FISCAL},
      {"一般公共预算", NULL, ROLE_GENERAL_PUBLIC},
      {"政府性基金预算", NULL, ROLE_GOVERNMENT_FUND},
      {"国有资本经营预算", NULL, ROLE_STATE_CAPITAL},
      {"因公出国（境）费", NULL, ROLE_ABROAD},
      {"因公出国(境)费", NULL, ROLE_ABROAD},
      {"公务用车购置费", NULL, ROLE_VEHICLE_PURCHASE},
      {"购置费", "公务用车购置及运行费", ROLE_VEHICLE_PURCHASE},
      {"公务用车运行费", NULL, ROLE_VEHICLE_OPERATION},
      {"公务接待费", NULL, ROLE_RECEPTION},
      {"机关运行经费", NULL, ROLE_ORGAN_OPERATION},
      {"一级指标", NULL, ROLE_LEVEL_1},
      {"绩效指标性质", NULL, ROLE_RELATION},
      {"绩效指标值", NULL, ROLE_VALUE},
      {"绩效度量单位", NULL, ROLE_MEASURE},
      {"权重(%)", NULL, ROLE_WEIGHT},
      {"权重（%）", NULL, ROLE_WEIGHT},
      {"备注", NULL, ROLE_NOTE},
      {"单位信息", NULL, ROLE_TEXT},
      {"", NULL, ROLE_TEXT},
      {"2023年", NULL, ROLE_TEXT},
      {"(万元)", NULL, ROLE_TEXT},
      {")", NULL, ROLE_TEXT},
  };
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
    Role found = role_of_title(titles[i].title, titles[i].group);
    cr_expect_eq(found, titles[i].role, "%s: %s", titles[i].title, role_words.words[found].name);
  }
}

Test(vocabulary, titles_of_totals) {
  static const char *const totals[] = {"合计", "总计", "共计", "收入合计", "支出合计",
                                       "收入总计", "支出总计", "本年收入合计", "合 计", "合　计",
                                       "合计 ", "合计　", "合计：", "合计:", "收 入 总 计"};
  static const char *const others[] = {"", "小计", "计", "合计数", "其中合计", "统计信息事务",
                                       "一、本年收入", "合", "会计", "公共安全：", "   ", ":"};
  for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
    cr_expect(title_is_total(totals[i], strlen(totals[i])), "%s", totals[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_expect_not(title_is_total(others[i], strlen(others[i])), "%s", others[i]);
}
