#include "check/topics.h"

#include <string.h>

#include "model/amount_leaf.h"
#include "model/catalogue.h"
#include "text/fold.h"

/* Folded, without what may stand at the end (see endings). */
static const struct {
  const char *words;
  TopicKind kind;
  Role role;
} phrases[] = {
    {"", TOPIC_GENERIC, ROLE_TEXT},
    {"收入", TOPIC_INCOME, ROLE_TEXT},
    {"总收入", TOPIC_INCOME, ROLE_TEXT},
    {"收入总", TOPIC_INCOME, ROLE_TEXT},
    {"支出", TOPIC_EXPENDITURE, ROLE_TEXT},
    {"总支出", TOPIC_EXPENDITURE, ROLE_TEXT},
    {"支出总", TOPIC_EXPENDITURE, ROLE_TEXT},
    {"收入支出", TOPIC_BALANCE, ROLE_TEXT},
    {"收支", TOPIC_BALANCE, ROLE_TEXT},
    {"财政拨款收入支出", TOPIC_FISCAL, ROLE_TEXT},
    {"财政拨款收支", TOPIC_FISCAL, ROLE_TEXT},
    {"一般公共预算收入", TOPIC_SOURCE, ROLE_GENERAL_PUBLIC},
    {"一般公共预算财政拨款收入", TOPIC_SOURCE, ROLE_GENERAL_PUBLIC},
    {"政府性基金预算收入", TOPIC_SOURCE, ROLE_GOVERNMENT_FUND},
    {"政府性基金收入", TOPIC_SOURCE, ROLE_GOVERNMENT_FUND},
    {"国有资本经营预算收入", TOPIC_SOURCE, ROLE_STATE_CAPITAL},
    {"一般公共预算支出", TOPIC_GENERAL, ROLE_TEXT},
    {"一般公共预算拨款支出", TOPIC_GENERAL, ROLE_TEXT},
    {"一般公共预算财政拨款支出", TOPIC_GENERAL, ROLE_TEXT},
    {"政府性基金支出", TOPIC_FUND, ROLE_TEXT},
    {"政府性基金预算支出", TOPIC_FUND, ROLE_TEXT},
    {"政府性基金预算拨款支出", TOPIC_FUND, ROLE_TEXT},
    {"政府性基金预算财政拨款支出", TOPIC_FUND, ROLE_TEXT},
    {"国有资本经营支出", TOPIC_CAPITAL, ROLE_TEXT},
    {"国有资本经营预算支出", TOPIC_CAPITAL, ROLE_TEXT},
    {"国有资本经营预算拨款支出", TOPIC_CAPITAL, ROLE_TEXT},
    {"国有资本经营预算财政拨款支出", TOPIC_CAPITAL, ROLE_TEXT},
    {"基本支出", TOPIC_BASIC, ROLE_TEXT},
    {"项目支出", TOPIC_PROJECT, ROLE_TEXT},
    {"人员经费", TOPIC_PERSONNEL, ROLE_TEXT},
    {"公用经费", TOPIC_OPERATING, ROLE_TEXT},
    {"日常公用经费", TOPIC_OPERATING, ROLE_TEXT},
    {"机关运行经费", TOPIC_ORGAN, ROLE_TEXT},
    {"运行经费", TOPIC_ORGAN, ROLE_TEXT},
    {"一般公共预算财政拨款运行经费", TOPIC_ORGAN, ROLE_TEXT},
    {"“三公”经费", TOPIC_EXPENSE, ROLE_TOTAL},
    {"\"三公\"经费", TOPIC_EXPENSE, ROLE_TOTAL},
    {"三公经费", TOPIC_EXPENSE, ROLE_TOTAL},
    {"一般公共预算“三公”经费", TOPIC_EXPENSE, ROLE_TOTAL},
    {"“三公”经费一般公共预算", TOPIC_EXPENSE, ROLE_TOTAL},
    {"“三公”经费财政拨款", TOPIC_EXPENSE, ROLE_TOTAL},
    {"因公出国(境)", TOPIC_EXPENSE, ROLE_ABROAD},
    {"公务用车购置及运行维护费用", TOPIC_EXPENSE, ROLE_VEHICLE},
    {"公务用车运行维护费用", TOPIC_EXPENSE, ROLE_VEHICLE_OPERATION},
    {"政府采购", TOPIC_PROCUREMENT, ROLE_TOTAL},
    {"政府采购货物", TOPIC_PROCUREMENT, ROLE_TEXT},
    {"政府采购工程", TOPIC_PROCUREMENT, ROLE_TEXT},
    {"政府采购服务", TOPIC_PROCUREMENT, ROLE_TEXT},
};

static Topic find_phrase(const Str *words) {
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    if (!strcmp(phrases[i].words, words->data))
      return (Topic){.kind = phrases[i].kind,
                     .role = phrases[i].role,
                     .name = phrases[i].kind == TOPIC_PROCUREMENT
                                 ? phrases[i].words + strlen("政府采购")
                                 : NULL};
  return (Topic){.kind = TOPIC_NONE};
}

/* The part of a budget: 一般公共预算财政拨款基本支出. */
static Topic find_part(const Str *words) {
  static const char *const budgets[] = {"一般公共预算财政拨款", "一般公共预算拨款", "一般公共预算",
                                        "财政拨款"};
  for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
    size_t length = strlen(budgets[i]);
    if (words->length <= length || strncmp(words->data, budgets[i], length) != 0)
      continue;
    Str rest = {words->data + length, words->length - length, 0};
    Topic topic = find_phrase(&rest);
    return topic.kind == TOPIC_BASIC || topic.kind == TOPIC_PROJECT || topic.kind == TOPIC_ORGAN ||
                   topic.kind == TOPIC_EXPENSE
               ? topic
               : (Topic){.kind = TOPIC_NONE};
  }
  return (Topic){.kind = TOPIC_NONE};
}

/* Columns and rows have their synonyms already: sources of income, and the three public
 * expenses. */
static Topic find_role(const Str *words) {
  Role role = role_of_title(words->data, NULL);
  bool expense = role == ROLE_ABROAD || role == ROLE_VEHICLE || role == ROLE_VEHICLE_PURCHASE ||
                 role == ROLE_VEHICLE_OPERATION || role == ROLE_RECEPTION;
  if (expense)
    return (Topic){.kind = TOPIC_EXPENSE, .role = role};
  if (role >= ROLE_FISCAL && role <= ROLE_UNIT_FUNDS)
    return (Topic){.kind = TOPIC_SOURCE, .role = role};
  return (Topic){.kind = TOPIC_NONE};
}

/* Whether the catalogue holds a functional class of this name. */
static bool known_class(const char *folded) {
  enum { FIRST = 201, LAST = 235, DIGITS = 3 };
  char code[DIGITS];
  bool found = false;
  Str name = STR_EMPTY;
  for (unsigned i = FIRST; i <= LAST && !found; i++) {
    code[0] = (char)('0' + i / 100);
    code[1] = (char)('0' + i / 10 % 10);
    code[2] = (char)('0' + i % 10);
    const char *known = catalogue_name(CLASSIFICATION_FUNCTIONAL, code, DIGITS);
    str_clear(&name);
    if (known)
      class_name(&name, known);
    found = known && !strcmp(name.data, folded);
  }
  str_free(&name);
  return found;
}

static const Sheet *functional_sheet(const CheckRun *run) {
  const Sheet *sheet = run_sheet(run, KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_NONE);
  return sheet && sheet->tree
             ? sheet
             : run_sheet(run, KIND_GENERAL_PUBLIC_EXPENDITURE, CLASSIFICATION_NONE);
}

static Topic find_function(const TopicFacts *facts, const Str *words) {
  const Sheet *sheet = facts->functional;
  size_t length = strlen("支出");
  if (!sheet || words->length <= length ||
      strcmp(words->data + words->length - length, "支出") != 0)
    return (Topic){.kind = TOPIC_NONE};
  Str name = STR_EMPTY;
  class_name(&name, words->data);
  bool known = run_class(facts->run, sheet, name.data) != NO_ROW || known_class(name.data);
  str_free(&name);
  return known ? (Topic){.kind = TOPIC_FUNCTION, .name = words->data} : (Topic){.kind = TOPIC_NONE};
}

/* What may stand behind the words that count. */
static bool cut_ending(Str *words) {
  static const char *const endings[] = {"预算", "数",   "总额", "总计", "合计", "共计",
                                        "金额", "资金", "费用", "为",   "共",   "是",
                                        "约",   "安排", "达",   "总",   "支出", "财政拨款",
                                        "(类)"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t length = strlen(endings[i]);
    if (words->length >= length && !strcmp(words->data + words->length - length, endings[i])) {
      str_cut(words, words->length - length);
      return true;
    }
  }
  return false;
}

Topic topic_of(const TopicFacts *facts, Str *words) {
  enum { LONGEST = 120 }; /* longer words are a sentence of their own */
  if (words->length > LONGEST)
    return (Topic){.kind = TOPIC_NONE};
  do {
    Topic topic = find_phrase(words);
    if (topic.kind == TOPIC_NONE)
      topic = find_part(words);
    if (topic.kind == TOPIC_NONE)
      topic = find_role(words);
    if (topic.kind == TOPIC_NONE)
      topic = find_function(facts, words);
    topic.income = strstr(words->data, "收入") != NULL;
    if (topic.kind != TOPIC_NONE)
      return topic;
  } while (cut_ending(words));
  return (Topic){.kind = TOPIC_NONE};
}

/* ------------------------------------------------------------------ figures */

void topic_facts_open(TopicFacts *facts, CheckRun *run) {
  *facts = (TopicFacts){.run = run,
                        .income = side_of(run, KIND_DEPARTMENT_BALANCE, true),
                        .expenditure = side_of(run, KIND_DEPARTMENT_BALANCE, false),
                        .fiscal = side_of(run, KIND_FISCAL_BALANCE, true),
                        .functional = functional_sheet(run)};
  if (!facts->income.sheet)
    facts->income = side_of(run, KIND_FISCAL_BALANCE, true);
  if (!facts->expenditure.sheet)
    facts->expenditure = side_of(run, KIND_FISCAL_BALANCE, false);
}

void topic_facts_close(TopicFacts *facts) { vec_free(&facts->known); }

static Fact kind_fact(const TopicFacts *facts, Kind kind, Role role) {
  return fact_of_kind(facts->run, kind, CLASSIFICATION_NONE, role);
}

/* The whole department, unless the text speaks of the general public budget. */
static Fact part_fact(const TopicFacts *facts, Role role, bool general) {
  Fact fact = {.place = place_none};
  if (!general)
    fact = kind_fact(facts, KIND_DEPARTMENT_EXPENDITURE, role);
  return fact.told ? fact : kind_fact(facts, KIND_GENERAL_PUBLIC_EXPENDITURE, role);
}

static Fact year_income(const TopicFacts *facts) {
  const Sheet *table = run_sheet(facts->run, KIND_DEPARTMENT_INCOME, CLASSIFICATION_NONE);
  Fact year = side_this_year(&facts->income);
  if (!year.told && income_this_year(facts->run, table))
    year = fact_total(facts->run, table, ROLE_TOTAL);
  return year;
}

static Fact year_expenditure(const TopicFacts *facts) {
  Fact year = side_this_year(&facts->expenditure);
  return year.told ? year : part_fact(facts, ROLE_TOTAL, false);
}

/* The total of a part of basic expenditure: a column of its own, else a row (人员经费合计). */
static Fact basic_part_fact(const TopicFacts *facts, Role role) {
  const CheckRun *run = facts->run;
  Fact fact = kind_fact(facts, KIND_BASIC_EXPENDITURE, role);
  for (size_t i = 0; i < run->sheet_count && !fact.told; i++) {
    const Sheet *sheet = &run->sheets[i];
    if (sheet->annex->kind != KIND_BASIC_EXPENDITURE)
      continue;
    for (uint32_t row = 0; row < sheet->table->row_count && !fact.told; row++) {
      const char *name = table_row_name(sheet->table, &sheet->table->rows[row]);
      if (role_of_total(name, strlen(name)) == role)
        fact = fact_cell(sheet, row, amount_leaf(sheet->table, run->document->stage));
    }
  }
  return fact;
}

/* A source without a row may have a column in the table of income; else it is told as a blank,
 * where the side has any source at all. */
static Fact source_fact(const TopicFacts *facts, Role role) {
  Fact fact = side_source(&facts->income, role);
  if (!fact.told)
    fact = kind_fact(facts, KIND_DEPARTMENT_INCOME, role);
  if (!fact.told && facts->income.sheet)
    fact = (Fact){.told = true, .place = place_of_annex(facts->income.sheet->annex_index)};
  return fact;
}

static Fact function_fact(const TopicFacts *facts, const Topic *topic) {
  Fact fact = {.place = place_none};
  if (!facts->functional)
    return fact;
  Str name = STR_EMPTY;
  class_name(&name, topic->name);
  fact = fact_class(facts->run, facts->functional, name.data,
                    amount_leaf(facts->functional->table, facts->run->document->stage));
  str_free(&name);
  return fact;
}

/* Operation of the office: a column or a row of this name. */
static Fact organ_fact(const TopicFacts *facts) {
  for (size_t i = 0; i < facts->run->sheet_count; i++) {
    const Sheet *sheet = &facts->run->sheets[i];
    if (table_leaf(sheet->table, ROLE_ORGAN_OPERATION) >= 0)
      return fact_total(facts->run, sheet, ROLE_ORGAN_OPERATION);
    for (uint32_t row = 0; !sheet->tree && row < sheet->table->row_count; row++)
      if (role_of_title(table_row_name(sheet->table, &sheet->table->rows[row]), NULL) ==
          ROLE_ORGAN_OPERATION)
        return fact_cell(sheet, row, amount_leaf(sheet->table, facts->run->document->stage));
  }
  return (Fact){.place = place_none};
}

static Fact procurement_fact(const TopicFacts *facts, const Topic *topic) {
  const Sheet *sheet = run_sheet(facts->run, KIND_PROCUREMENT, CLASSIFICATION_NONE);
  if (topic->role == ROLE_TOTAL || !sheet)
    return fact_total(facts->run, sheet, ROLE_TOTAL);
  for (uint32_t row = 0; row < sheet->table->row_count; row++)
    if (strstr(table_row_name(sheet->table, &sheet->table->rows[row]), topic->name))
      return fact_cell(sheet, row, amount_leaf(sheet->table, facts->run->document->stage));
  return (Fact){.place = place_none};
}

/* What the tables print for a topic; of income and expenditure, what this year's alone came to. */
static Fact printed_fact(const TopicFacts *facts, const Topic *topic, bool general) {
  switch (topic->kind) {
    case TOPIC_INCOME: return year_income(facts);
    case TOPIC_EXPENDITURE: return year_expenditure(facts);
    case TOPIC_BALANCE: return side_total(&facts->income);
    case TOPIC_FISCAL: return side_total(&facts->fiscal);
    case TOPIC_SOURCE: return source_fact(facts, topic->role);
    case TOPIC_GENERAL: return kind_fact(facts, KIND_GENERAL_PUBLIC_EXPENDITURE, ROLE_TOTAL);
    case TOPIC_FUND: return kind_fact(facts, KIND_GOVERNMENT_FUND_EXPENDITURE, ROLE_TOTAL);
    case TOPIC_CAPITAL: return kind_fact(facts, KIND_STATE_CAPITAL_EXPENDITURE, ROLE_TOTAL);
    case TOPIC_BASIC: return part_fact(facts, ROLE_BASIC, general);
    case TOPIC_PROJECT: return part_fact(facts, ROLE_PROJECT, general);
    case TOPIC_PERFORMANCE: return part_fact(facts, ROLE_PROJECT, true);
    case TOPIC_PERSONNEL: return basic_part_fact(facts, ROLE_PERSONNEL);
    case TOPIC_OPERATING: return basic_part_fact(facts, ROLE_OPERATING);
    case TOPIC_FUNCTION: return function_fact(facts, topic);
    case TOPIC_ORGAN: return organ_fact(facts);
    case TOPIC_EXPENSE: return fact_expense(facts->run, topic->role);
    case TOPIC_PROCUREMENT: return procurement_fact(facts, topic);
    case TOPIC_NONE:
    case TOPIC_GENERIC: break;
  }
  return (Fact){.place = place_none};
}

/* The same, looked up once; a class has a quick way of its own (run_class), and its name ends with
 * the words. */
static Fact known_fact(TopicFacts *facts, const Topic *topic, bool general) {
  if (topic->kind == TOPIC_FUNCTION)
    return printed_fact(facts, topic, general);
  for (size_t i = 0; i < facts->known.count; i++) {
    const KnownFact *known = &facts->known.items[i];
    if (known->topic.kind == topic->kind && known->topic.role == topic->role &&
        known->topic.name == topic->name && known->general == general)
      return known->fact;
  }
  Fact fact = printed_fact(facts, topic, general);
  vec_push(&facts->known, (KnownFact){*topic, general, fact});
  return fact;
}

/* This year's alone, or with what was carried over; words that do not tell mean what agrees. */
static Fact flow_fact(const Topic *topic, const Side *side, Fact year, const Sum *said) {
  Fact total = side_total(side);
  if (!year.told && (!topic->this_year || !side->carries))
    return total;
  if (topic->this_year || !total.told)
    return year;
  if (topic->total)
    return total;
  return sum_judge(said, &total.sum, CHECK_EQUAL) <= CHECK_ROUNDING ? total : year;
}

/* Some offices mean the operating expenses of basic expenditure, others count differently. */
static Fact operation_fact(TopicFacts *facts, const Sum *said) {
  Fact operating = known_fact(facts, &(Topic){.kind = TOPIC_OPERATING, .role = ROLE_TEXT}, false);
  return sum_judge(said, &operating.sum, CHECK_EQUAL) <= CHECK_ROUNDING
             ? operating
             : (Fact){.place = place_none};
}

Fact topic_fact(TopicFacts *facts, const Topic *topic, bool general, const Sum *said) {
  Fact fact = known_fact(facts, topic, general);
  if (topic->kind == TOPIC_INCOME)
    return flow_fact(topic, &facts->income, fact, said);
  if (topic->kind == TOPIC_EXPENDITURE)
    return flow_fact(topic, &facts->expenditure, fact, said);
  return topic->kind == TOPIC_ORGAN && !fact.told ? operation_fact(facts, said) : fact;
}
