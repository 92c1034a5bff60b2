/* What printed titles mean: the role of a column, and whether a row is a total. */
#include <stdint.h>
#include <string.h>

#include "base/str.h"
#include "model/vocabulary.h"
#include "text/fold.h"

/* Titles stand in their folded form (text/fold.h): ASCII brackets, no spaces. */
static const struct {
  const char *title;
  Role role;
} synonyms[] = {
    {"科目编码", ROLE_CODE},
    {"科目代码", ROLE_CODE},
    {"科目编号", ROLE_CODE},
    {"功能分类科目编码", ROLE_CODE},
    {"功能科目编码", ROLE_CODE},
    {"支出功能分类科目编码", ROLE_CODE},
    {"经济分类科目编码", ROLE_CODE},
    {"经济科目编码", ROLE_CODE},
    {"支出经济分类科目编码", ROLE_CODE},
    {"部门预算经济分类科目编码", ROLE_CODE},
    {"部门预算支出经济分类科目编码", ROLE_CODE},
    {"政府预算经济分类科目编码", ROLE_CODE},
    {"政府预算支出经济分类科目编码", ROLE_CODE},
    {"编码", ROLE_CODE},
    {"代码", ROLE_CODE},
    {"类", ROLE_CODE_CLASS},
    {"类级", ROLE_CODE_CLASS},
    {"款", ROLE_CODE_SECTION},
    {"款级", ROLE_CODE_SECTION},
    {"项", ROLE_CODE_ITEM},
    {"项级", ROLE_CODE_ITEM},
    {"科目名称", ROLE_NAME},
    {"科目", ROLE_NAME},
    {"功能分类科目名称", ROLE_NAME},
    {"功能科目名称", ROLE_NAME},
    {"支出功能分类科目名称", ROLE_NAME},
    {"经济分类科目名称", ROLE_NAME},
    {"经济科目名称", ROLE_NAME},
    {"支出经济分类科目名称", ROLE_NAME},
    {"部门预算经济分类科目名称", ROLE_NAME},
    {"部门预算支出经济分类科目名称", ROLE_NAME},
    {"政府预算经济分类科目名称", ROLE_NAME},
    {"政府预算支出经济分类科目名称", ROLE_NAME},
    {"项目", ROLE_ITEM},
    {"项目名称", ROLE_ITEM},
    {"收入项目", ROLE_ITEM},
    {"支出项目", ROLE_ITEM},
    {"采购项目", ROLE_ITEM},
    {"序号", ROLE_SERIAL},
    {"行次", ROLE_SERIAL},
    {"备注", ROLE_NOTE},
    {"说明", ROLE_NOTE},
    {"小计", ROLE_TOTAL},
    {"合计", ROLE_TOTAL},
    {"总计", ROLE_TOTAL},
    {"共计", ROLE_TOTAL},
    {"本年收入合计", ROLE_TOTAL},
    {"本年支出合计", ROLE_TOTAL},
    {"收入合计", ROLE_TOTAL},
    {"支出合计", ROLE_TOTAL},
    {"基本支出", ROLE_BASIC},
    {"基本支出预算", ROLE_BASIC},
    {"项目支出", ROLE_PROJECT},
    {"项目支出预算", ROLE_PROJECT},
    {"人员经费", ROLE_PERSONNEL},
    {"人员支出", ROLE_PERSONNEL},
    {"公用经费", ROLE_OPERATING},
    {"日常公用经费", ROLE_OPERATING},
    {"公用支出", ROLE_OPERATING},
    {"预算数", ROLE_AMOUNT},
    {"年初预算数", ROLE_AMOUNT},
    {"本年预算数", ROLE_AMOUNT},
    {"预算金额", ROLE_AMOUNT},
    {"金额", ROLE_AMOUNT},
    {"财政拨款", ROLE_FISCAL},
    {"财政拨款收入", ROLE_FISCAL},
    {"财政拨款资金", ROLE_FISCAL},
    {"财政资金", ROLE_FISCAL},
    {"一般公共预算", ROLE_GENERAL_PUBLIC},
    {"一般公共预算资金", ROLE_GENERAL_PUBLIC},
    {"一般公共预算拨款", ROLE_GENERAL_PUBLIC},
    {"一般公共预算拨款收入", ROLE_GENERAL_PUBLIC},
    {"一般公共预算财政拨款", ROLE_GENERAL_PUBLIC},
    {"一般公共预算财政拨款收入", ROLE_GENERAL_PUBLIC},
    {"政府性基金", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算资金", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算拨款", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算拨款收入", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算财政拨款", ROLE_GOVERNMENT_FUND},
    {"政府性基金预算财政拨款收入", ROLE_GOVERNMENT_FUND},
    {"国有资本经营预算", ROLE_STATE_CAPITAL},
    {"国有资本经营预算资金", ROLE_STATE_CAPITAL},
    {"国有资本经营预算拨款", ROLE_STATE_CAPITAL},
    {"国有资本经营预算拨款收入", ROLE_STATE_CAPITAL},
    {"国有资本经营预算收入", ROLE_STATE_CAPITAL},
    {"国有资本经营预算财政拨款", ROLE_STATE_CAPITAL},
    {"国有资本经营预算财政拨款收入", ROLE_STATE_CAPITAL},
    {"国有资本经营收入", ROLE_STATE_CAPITAL},
    {"财政专户管理资金", ROLE_SPECIAL_ACCOUNT},
    {"财政专户管理资金收入", ROLE_SPECIAL_ACCOUNT},
    {"财政专户资金", ROLE_SPECIAL_ACCOUNT},
    {"专户资金", ROLE_SPECIAL_ACCOUNT},
    {"事业收入", ROLE_BUSINESS_INCOME},
    {"事业收入资金", ROLE_BUSINESS_INCOME},
    {"上级补助收入", ROLE_SUPERIOR_SUBSIDY},
    {"上级补助收入资金", ROLE_SUPERIOR_SUBSIDY},
    {"附属单位上缴收入", ROLE_SUBORDINATE_PAYMENT},
    {"附属单位上缴收入资金", ROLE_SUBORDINATE_PAYMENT},
    {"经营收入", ROLE_OPERATING_INCOME},
    {"事业单位经营收入", ROLE_OPERATING_INCOME},
    {"事业单位经营收入资金", ROLE_OPERATING_INCOME},
    {"其他收入", ROLE_OTHER_INCOME},
    {"其他收入资金", ROLE_OTHER_INCOME},
    {"上年结转", ROLE_CARRY_OVER},
    {"上年结转资金", ROLE_CARRY_OVER},
    {"上年结转结余", ROLE_CARRY_OVER},
    {"上年结转和结余", ROLE_CARRY_OVER},
    {"年初结转和结余", ROLE_CARRY_OVER},
    {"单位资金", ROLE_UNIT_FUNDS},
    {"单位资金收入", ROLE_UNIT_FUNDS},
    {"自有资金", ROLE_UNIT_FUNDS},
    {"社会投入资金", ROLE_SOCIAL_CAPITAL},
    {"银行贷款", ROLE_BANK_LOAN},
    {"因公出国(境)费", ROLE_ABROAD},
    {"因公出国(境)费用", ROLE_ABROAD},
    {"因公出国(境)经费", ROLE_ABROAD},
    {"公务用车费", ROLE_VEHICLE},
    {"公务用车购置及运行费", ROLE_VEHICLE},
    {"公务用车购置和运行费", ROLE_VEHICLE},
    {"公务用车购置及运行维护费", ROLE_VEHICLE},
    {"公务用车购置和运行维护费", ROLE_VEHICLE},
    {"公务用车购置费", ROLE_VEHICLE_PURCHASE},
    {"购置费", ROLE_VEHICLE_PURCHASE},
    {"公务用车运行费", ROLE_VEHICLE_OPERATION},
    {"公务用车运行维护费", ROLE_VEHICLE_OPERATION},
    {"运行费", ROLE_VEHICLE_OPERATION},
    {"运行维护费", ROLE_VEHICLE_OPERATION},
    {"公务接待费", ROLE_RECEPTION},
    {"公务接待费用", ROLE_RECEPTION},
    {"会议费", ROLE_MEETING},
    {"培训费", ROLE_TRAINING},
    {"机关运行经费", ROLE_ORGAN_OPERATION},
    {"机关运行费", ROLE_ORGAN_OPERATION},
    {"机关运行经费预算数", ROLE_ORGAN_OPERATION},
    {"上年数", ROLE_PREVIOUS_YEAR},
    {"上年预算数", ROLE_PREVIOUS_YEAR},
    {"上年执行数", ROLE_PREVIOUS_YEAR},
    {"上年决算数", ROLE_PREVIOUS_YEAR},
    {"增减", ROLE_CHANGE},
    {"增减额", ROLE_CHANGE},
    {"增减数", ROLE_CHANGE},
    {"增减变化", ROLE_CHANGE},
    {"比上年增减", ROLE_CHANGE},
    {"较上年增减", ROLE_CHANGE},
    {"决算数", ROLE_EXECUTED},
    {"执行数", ROLE_EXECUTED},
    {"支出决算数", ROLE_EXECUTED},
    {"权重", ROLE_WEIGHT},
    {"指标权重", ROLE_WEIGHT},
    {"绩效指标权重", ROLE_WEIGHT},
    {"分值", ROLE_WEIGHT},
    {"数量", ROLE_QUANTITY},
    {"采购数量", ROLE_QUANTITY},
    {"占比", ROLE_PERCENT},
    {"比例", ROLE_PERCENT},
    {"增减率", ROLE_PERCENT},
    {"增减比例", ROLE_PERCENT},
    {"一级指标", ROLE_LEVEL_1},
    {"二级指标", ROLE_LEVEL_2},
    {"三级指标", ROLE_LEVEL_3},
    {"绩效指标性质", ROLE_RELATION},
    {"指标性质", ROLE_RELATION},
    {"绩效指标值", ROLE_VALUE},
    {"指标值", ROLE_VALUE},
    {"目标值", ROLE_VALUE},
    {"绩效度量单位", ROLE_MEASURE},
    {"度量单位", ROLE_MEASURE},
    {"计量单位", ROLE_MEASURE},
};

static Role find_synonym(const char *title, size_t length) {
  for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
    if (strlen(synonyms[i].title) == length && !memcmp(synonyms[i].title, title, length))
      return synonyms[i].role;
  return ROLE_TEXT;
}

static bool begins_with(const char *text, size_t length, const char *start) {
  size_t start_length = strlen(start);
  return length >= start_length && !memcmp(text, start, start_length);
}

/* The bytes of a year before the title: 2023年 or 2023年度. */
static size_t year_before(const char *title, size_t length) {
  enum { YEAR_DIGITS = 4 };
  size_t digits = strspn(title, "0123456789");
  if (digits != YEAR_DIGITS || !begins_with(title + digits, length - digits, "年"))
    return 0;
  size_t year = digits + strlen("年");
  return begins_with(title + year, length - year, "度") ? year + strlen("度") : year;
}

/* The length of a title without the bracket at its end: 权重(%), 预算数(万元). */
static size_t without_bracket(const char *title, size_t length) {
  if (!length || title[length - 1] != ')')
    return length;
  for (size_t at = length; at-- > 0;)
    if (title[at] == '(')
      return at;
  return length;
}

static Role role_of_folded(const char *title, size_t length) {
  Role role = find_synonym(title, length);
  if (role != ROLE_TEXT)
    return role;
  size_t year = year_before(title, length);
  role = find_synonym(title + year, length - year);
  if (role != ROLE_TEXT)
    return role;
  return find_synonym(title + year, without_bracket(title, length) - year);
}

const char *role_title(size_t nth, Role *role) {
  if (nth >= sizeof synonyms / sizeof *synonyms)
    return NULL;
  *role = synonyms[nth].role;
  return synonyms[nth].title;
}

Role role_of_title(const char *title, const char *group) {
  Str folded = STR_EMPTY;
  fold_text(&folded, title, strlen(title));
  Role role = role_of_folded(folded.data, folded.length);
  if (role == ROLE_TOTAL && group) {
    str_clear(&folded);
    fold_text(&folded, group, strlen(group));
    if (begins_with(folded.data, folded.length, "公务用车"))
      role = ROLE_VEHICLE;
  }
  str_free(&folded);
  return role;
}

static const char *const totals[] = {
    "合计",         "总计",         "共计",         "收入合计",     "支出合计",   "收入总计",
    "支出总计",     "本年合计",     "本年收入合计", "本年支出合计", "本年总计",   "收支总计",
    "本年收入总计", "本年支出总计", "收入共计",     "支出共计",     "总合计",
};

enum { TOTAL_BYTES = 64 }; /* the longest printed total, its spaces counted, is far shorter */

/* Rows are asked for by the million: what does not end in 计 needs no folding. */
static bool may_be_total(const char *text, size_t length) {
  while (length && (text[length - 1] == ' ' || text[length - 1] == '\t'))
    length--;
  if (length < 3 || length > TOTAL_BYTES)
    return false;
  return !memcmp(text + length - 3, "计", 3) || !memcmp(text + length - 3, "　", 3) ||
         !memcmp(text + length - 3, "：", 3) || text[length - 1] == ':';
}

/* The part of expenditure that a folded title sums up. */
static Role part_of_total(const char *title, size_t length) {
  static const char sum[] = "合计";
  size_t end = sizeof sum - 1;
  if (length <= end || strcmp(title + length - end, sum) != 0)
    return ROLE_TEXT;
  Role role = find_synonym(title, length - end);
  bool part = role == ROLE_PERSONNEL || role == ROLE_OPERATING || role == ROLE_BASIC ||
              role == ROLE_PROJECT;
  return part ? role : ROLE_TEXT;
}

Role role_of_total(const char *text, size_t length) {
  if (!may_be_total(text, length))
    return ROLE_TEXT;
  Str folded = STR_EMPTY;
  fold_text(&folded, text, length);
  if (folded.length && folded.data[folded.length - 1] == ':')
    str_cut(&folded, folded.length - 1);
  Role role = ROLE_TEXT;
  for (size_t i = 0; i < sizeof totals / sizeof *totals && role == ROLE_TEXT; i++)
    if (!strcmp(folded.data, totals[i]))
      role = ROLE_TOTAL;
  if (role == ROLE_TEXT)
    role = part_of_total(folded.data, folded.length);
  str_free(&folded);
  return role;
}

bool title_is_total(const char *text, size_t length) {
  return role_of_total(text, length) != ROLE_TEXT;
}
