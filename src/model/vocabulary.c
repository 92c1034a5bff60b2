#include "model/vocabulary.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"

#define VOCABULARY(words) { words, sizeof words / sizeof *words }

static const Word stages[] = {
    [STAGE_BUDGET] = {"budget", N_("budget as planned")},
    [STAGE_FINAL] = {"final", N_("final account as executed")},
};

static const Word classifications[] = {
    [CLASSIFICATION_NONE] = {"", N_("no classification")},
    [CLASSIFICATION_FUNCTIONAL] = {"functional", N_("functional classification")},
    [CLASSIFICATION_DEPARTMENT_ECONOMIC] = {"department-economic",
                                            N_("departmental economic classification")},
    [CLASSIFICATION_GOVERNMENT_ECONOMIC] = {"government-economic",
                                            N_("government economic classification")},
};

static const Word kinds[] = {
    [KIND_OTHER] = {"", N_("plain table")},
    [KIND_FISCAL_BALANCE] = {"fiscal-balance", N_("fiscal appropriations: income and expenditure")},
    [KIND_GENERAL_PUBLIC_EXPENDITURE] = {"general-public-expenditure",
                                         N_("expenditure from the general public budget")},
    [KIND_BASIC_EXPENDITURE] = {"basic-expenditure", N_("basic expenditure")},
    [KIND_PROJECT_EXPENDITURE] = {"project-expenditure", N_("project expenditure")},
    [KIND_THREE_PUBLIC] = {"three-public", N_("three public expenses")},
    [KIND_GOVERNMENT_FUND_EXPENDITURE] = {"government-fund-expenditure",
                                          N_("expenditure from government funds")},
    [KIND_STATE_CAPITAL_EXPENDITURE] = {"state-capital-expenditure",
                                        N_("expenditure from the state capital budget")},
    [KIND_DEPARTMENT_BALANCE] = {"department-balance",
                                 N_("whole department: income and expenditure")},
    [KIND_DEPARTMENT_INCOME] = {"department-income", N_("whole department: income")},
    [KIND_DEPARTMENT_EXPENDITURE] = {"department-expenditure", N_("whole department: expenditure")},
    [KIND_PROJECT_DETAILS] = {"project-details", N_("projects in detail")},
    [KIND_DEPARTMENT_TARGETS] = {"department-targets", N_("performance targets of the department")},
    [KIND_PROJECT_TARGETS] = {"project-targets", N_("performance targets of projects")},
    [KIND_PROCUREMENT] = {"procurement", N_("government procurement")},
};

static const Word roles[] = {
    [ROLE_TEXT] = {"text", N_("text")},
    [ROLE_CODE] = {"code", N_("account code")},
    [ROLE_CODE_CLASS] = {"code-class", N_("class, the first part of a code in three columns")},
    [ROLE_CODE_SECTION] = {"code-section", N_("section, the second part of a code")},
    [ROLE_CODE_ITEM] = {"code-item", N_("item, the third part of a code")},
    [ROLE_NAME] = {"name", N_("account name")},
    [ROLE_ITEM] = {"item", N_("item")},
    [ROLE_SERIAL] = {"serial", N_("serial number")},
    [ROLE_NOTE] = {"note", N_("note")},
    [ROLE_TOTAL] = {"total", N_("total")},
    [ROLE_BASIC] = {"basic", N_("basic expenditure")},
    [ROLE_PROJECT] = {"project", N_("project expenditure")},
    [ROLE_PERSONNEL] = {"personnel", N_("personnel expenses")},
    [ROLE_OPERATING] = {"operating", N_("operating expenses")},
    [ROLE_AMOUNT] = {"amount", N_("amount")},
    [ROLE_FISCAL] = {"fiscal", N_("fiscal appropriation")},
    [ROLE_GENERAL_PUBLIC] = {"general-public", N_("general public budget")},
    [ROLE_GOVERNMENT_FUND] = {"government-fund", N_("government funds")},
    [ROLE_STATE_CAPITAL] = {"state-capital", N_("state capital budget")},
    [ROLE_SPECIAL_ACCOUNT] = {"special-account", N_("special fiscal account")},
    [ROLE_BUSINESS_INCOME] = {"business-income", N_("income of public institutions")},
    [ROLE_SUPERIOR_SUBSIDY] = {"superior-subsidy", N_("subsidy from superior units")},
    [ROLE_SUBORDINATE_PAYMENT] = {"subordinate-payment", N_("payment by subordinate units")},
    [ROLE_OPERATING_INCOME] = {"operating-income", N_("operating income")},
    [ROLE_OTHER_INCOME] = {"other-income", N_("other income")},
    [ROLE_CARRY_OVER] = {"carry-over", N_("carried over")},
    [ROLE_UNIT_FUNDS] = {"unit-funds", N_("funds of the unit")},
    [ROLE_SOCIAL_CAPITAL] = {"social-capital", N_("social capital")},
    [ROLE_BANK_LOAN] = {"bank-loan", N_("bank loan")},
    [ROLE_ABROAD] = {"abroad", N_("official travel abroad")},
    [ROLE_VEHICLE] = {"vehicle", N_("official vehicles")},
    [ROLE_VEHICLE_PURCHASE] = {"vehicle-purchase", N_("purchase of official vehicles")},
    [ROLE_VEHICLE_OPERATION] = {"vehicle-operation", N_("operation of official vehicles")},
    [ROLE_RECEPTION] = {"reception", N_("official reception")},
    [ROLE_MEETING] = {"meeting", N_("meetings")},
    [ROLE_TRAINING] = {"training", N_("training")},
    [ROLE_ORGAN_OPERATION] = {"organ-operation", N_("operation of administrative organs")},
    [ROLE_PREVIOUS_YEAR] = {"previous-year", N_("previous year")},
    [ROLE_CHANGE] = {"change", N_("change from the previous year")},
    [ROLE_EXECUTED] = {"executed", N_("executed amount")},
    [ROLE_WEIGHT] = {"weight", N_("weight")},
    [ROLE_QUANTITY] = {"quantity", N_("quantity")},
    [ROLE_PERCENT] = {"percent", N_("percentage")},
    [ROLE_LEVEL_1] = {"level-1", N_("indicator, first level")},
    [ROLE_LEVEL_2] = {"level-2", N_("indicator, second level")},
    [ROLE_LEVEL_3] = {"level-3", N_("indicator, third level")},
    [ROLE_RELATION] = {"relation", N_("relation of an indicator to its value")},
    [ROLE_VALUE] = {"value", N_("value of an indicator")},
    [ROLE_MEASURE] = {"measure", N_("unit of measure")},
};

static const Word subjects[] = {
    [SUBJECT_OTHER] = {"", N_("other item")},
    [SUBJECT_BUDGET_YEAR] = {"budget-year", N_("budget year")},
    [SUBJECT_DEPARTMENT] = {"department", N_("department or unit")},
    [SUBJECT_PROJECT] = {"project", N_("name of the project")},
    [SUBJECT_SUPERVISING_DEPARTMENT] = {"supervising-department", N_("supervising department")},
    [SUBJECT_DUTY] = {"duty", N_("duty and activity")},
    [SUBJECT_OFFICER] = {"officer", N_("officer in charge")},
    [SUBJECT_TELEPHONE] = {"telephone", N_("telephone")},
    [SUBJECT_EXECUTION_WEIGHT] = {"execution-weight", N_("weight of the execution rate")},
};

/* In the order of Unit; these are words of the document, not of the locale. */
static const Word units[] = {
    {"元", N_("yuan")},
    {"千元", N_("thousand yuan")},
    {"万元", N_("ten thousand yuan")},
    {"亿元", N_("hundred million yuan")},
};

_Static_assert(sizeof stages / sizeof *stages == STAGE_COUNT, "every stage has a word");
_Static_assert(sizeof classifications / sizeof *classifications == CLASSIFICATION_COUNT,
               "every classification has a word");
_Static_assert(sizeof kinds / sizeof *kinds == KIND_COUNT, "every kind has a word");
_Static_assert(sizeof roles / sizeof *roles == ROLE_COUNT, "every role has a word");
_Static_assert(sizeof subjects / sizeof *subjects == SUBJECT_COUNT, "every subject has a word");

const Vocabulary stage_words = VOCABULARY(stages);
const Vocabulary classification_words = VOCABULARY(classifications);
const Vocabulary kind_words = VOCABULARY(kinds);
const Vocabulary role_words = VOCABULARY(roles);
const Vocabulary subject_words = VOCABULARY(subjects);
const Vocabulary unit_words = VOCABULARY(units);

int vocabulary_find(const Vocabulary *vocabulary, const char *text, size_t length) {
  if (!length)
    return -1;
  for (size_t i = 0; i < vocabulary->count; i++) {
    const char *name = vocabulary->words[i].name;
    if (strlen(name) == length && !memcmp(name, text, length))
      return (int)i;
  }
  return -1;
}

enum { NEAR_LENGTH = 48 }; /* longer texts are near no word */

static size_t least(size_t a, size_t b, size_t c) {
  size_t smaller = a < b ? a : b;
  return smaller < c ? smaller : c;
}

/* Letters to insert, leave out or change to make one text of the other; both have
 * at most NEAR_LENGTH bytes. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t row[NEAR_LENGTH + 1];
  for (size_t j = 0; j <= b_length; j++)
    row[j] = j;
  for (size_t i = 1; i <= a_length; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b_length; j++) {
      size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = least(change, row[j] + 1, row[j - 1] + 1);
    }
  }
  return row[b_length];
}

const char *vocabulary_nearest(const Vocabulary *vocabulary, const char *text, size_t length) {
  if (!length || length > NEAR_LENGTH)
    return NULL;
  const char *nearest = NULL;
  size_t best = length / 3 + 2; /* a third of the letters may be wrong, and one always */
  for (size_t i = 0; i < vocabulary->count; i++) {
    const char *name = vocabulary->words[i].name;
    size_t name_length = strlen(name);
    if (!name_length || name_length > NEAR_LENGTH)
      continue;
    size_t distance = edit_distance(text, length, name, name_length);
    if (distance < best && distance < name_length) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

Content role_content(Role role) {
  if (role >= ROLE_TOTAL && role <= ROLE_EXECUTED)
    return CONTENT_MONEY;
  if (role >= ROLE_WEIGHT && role <= ROLE_PERCENT)
    return CONTENT_NUMBER;
  return CONTENT_TEXT;
}

bool role_is_code(Role role) {
  return role >= ROLE_CODE && role <= ROLE_CODE_ITEM;
}

bool role_merges(Role role) {
  return role >= ROLE_LEVEL_1 && role <= ROLE_LEVEL_3;
}
