/* Totals that more than one table prints. */
#include "base/i18n.h"
#include "check/facts.h"
#include "check/rules.h"
#include "model/amount_leaf.h"
#include "model/code_index.h"

/* ------------------------------------------------------------------ basic and project
 * expenditure */

/* The part of the general public budget against the table that details it by one classification. */
static void judge_detail(CheckRun *run, const CheckRule *rule, Role part, Kind kind,
                         Classification classification) {
  Fact general = fact_of_kind(run, KIND_GENERAL_PUBLIC_EXPENDITURE, CLASSIFICATION_NONE, part);
  Fact detail = fact_of_kind(run, kind, classification, ROLE_TOTAL);
  if (general.told && detail.told) {
    facts_compare(run, rule, &detail, &general, CHECK_EQUAL, NULL);
    return;
  }
  /* Without the functional table, the two economic ones must still agree. */
  if (classification == CLASSIFICATION_GOVERNMENT_ECONOMIC && !general.told) {
    Fact other = fact_of_kind(run, kind, CLASSIFICATION_DEPARTMENT_ECONOMIC, ROLE_TOTAL);
    facts_compare(run, rule, &detail, &other, CHECK_EQUAL, NULL);
  }
}

void find_basic_economic(CheckRun *run, const CheckRule *rule) {
  judge_detail(run, rule, ROLE_BASIC, KIND_BASIC_EXPENDITURE, CLASSIFICATION_DEPARTMENT_ECONOMIC);
}

void find_basic_government(CheckRun *run, const CheckRule *rule) {
  judge_detail(run, rule, ROLE_BASIC, KIND_BASIC_EXPENDITURE, CLASSIFICATION_GOVERNMENT_ECONOMIC);
}

void find_project_economic(CheckRun *run, const CheckRule *rule) {
  judge_detail(run, rule, ROLE_PROJECT, KIND_PROJECT_EXPENDITURE,
               CLASSIFICATION_DEPARTMENT_ECONOMIC);
}

void find_project_government(CheckRun *run, const CheckRule *rule) {
  judge_detail(run, rule, ROLE_PROJECT, KIND_PROJECT_EXPENDITURE,
               CLASSIFICATION_GOVERNMENT_ECONOMIC);
}

/* ------------------------------------------------------------------ the department's balance */

static const Role sources[] = {
    ROLE_GENERAL_PUBLIC,   ROLE_GOVERNMENT_FUND,    ROLE_STATE_CAPITAL,    ROLE_SPECIAL_ACCOUNT,
    ROLE_BUSINESS_INCOME,  ROLE_SUPERIOR_SUBSIDY,   ROLE_SUBORDINATE_PAYMENT,
    ROLE_OPERATING_INCOME, ROLE_OTHER_INCOME,       ROLE_UNIT_FUNDS,
};
enum { SOURCES = sizeof sources / sizeof *sources, APPROPRIATIONS = 3 };

void find_balance_income(CheckRun *run, const CheckRule *rule) {
  const Sheet *income = run_sheet(run, KIND_DEPARTMENT_INCOME, CLASSIFICATION_NONE);
  Side side = side_of(run, KIND_DEPARTMENT_BALANCE, true);
  Fact total = fact_total(run, income, ROLE_TOTAL), balance = side_total(&side);
  CheckRelation relation = CHECK_EQUAL;
  if (income_this_year(run, income) && side.carries) {
    Fact year = side_this_year(&side);
    relation = year.told ? CHECK_EQUAL : CHECK_AT_MOST;
    balance = year.told ? year : balance;
  }
  facts_compare(run, rule, &total, &balance, relation, NULL);
  for (size_t i = 0; i < SOURCES; i++) {
    Fact column = fact_total(run, income, sources[i]), row = side_source(&side, sources[i]);
    facts_compare(run, rule, &column, &row, CHECK_EQUAL, NULL);
  }
}

/* What is carried into the next year is income, but no expenditure; what was carried into this one
 * may be spent, though a table of this year's income does not count it. */
void find_balance_expenditure(CheckRun *run, const CheckRule *rule) {
  Side side = side_of(run, KIND_DEPARTMENT_BALANCE, false);
  Side from = side_of(run, KIND_DEPARTMENT_BALANCE, true);
  Fact expenditure =
      fact_of_kind(run, KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_NONE, ROLE_TOTAL);
  const Sheet *table = run_sheet(run, KIND_DEPARTMENT_INCOME, CLASSIFICATION_NONE);
  Fact income = fact_total(run, table, ROLE_TOTAL);
  if (table && income_this_year(run, table) && from.carries)
    income = side_total(&from);
  facts_compare(run, rule, &expenditure, &income,
                side.carries ? CHECK_AT_MOST : CHECK_EQUAL, NULL);
}

/* ------------------------------------------------------------------ where a department's
 * expenditure comes from */

static const Kind appropriations[APPROPRIATIONS] = {KIND_GENERAL_PUBLIC_EXPENDITURE,
                                                    KIND_GOVERNMENT_FUND_EXPENDITURE,
                                                    KIND_STATE_CAPITAL_EXPENDITURE};

/* Whether the balance tells of sources beside the three appropriations, or tells nothing. */
static bool has_other_sources(const CheckRun *run) {
  static const Role others[] = {
      ROLE_SPECIAL_ACCOUNT,  ROLE_BUSINESS_INCOME, ROLE_SUPERIOR_SUBSIDY, ROLE_SUBORDINATE_PAYMENT,
      ROLE_OPERATING_INCOME, ROLE_OTHER_INCOME,    ROLE_UNIT_FUNDS,       ROLE_CARRY_OVER};
  Side side = side_of(run, KIND_DEPARTMENT_BALANCE, true);
  if (!side.sheet || side.roles[ROLE_GENERAL_PUBLIC] == NO_ROW)
    return true;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    Fact fact = side_source(&side, others[i]);
    if (fact.sum.count && fact.sum.money.fen)
      return true;
  }
  return false;
}

static Fact sum_appropriations(const CheckRun *run, Role role) {
  Fact all = {.place = place_none};
  for (size_t i = 0; i < APPROPRIATIONS; i++) {
    Fact one = fact_of_kind(run, appropriations[i], CLASSIFICATION_NONE, role);
    sum_add_sum(&all.sum, &one.sum);
    all.told = all.told || (i == 0 && one.told);
    if (one.sum.count)
      all.place = one.place;
  }
  return all;
}

/* What holds for the department and its sources: more may come from elsewhere, unless all is
 * told. */
static CheckRelation source_relation(const CheckRun *run) {
  Fact whole = fact_of_kind(run, KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_NONE, ROLE_TOTAL);
  Fact sum = sum_appropriations(run, ROLE_TOTAL);
  if (!has_other_sources(run))
    return CHECK_EQUAL;
  return sum_judge(&whole.sum, &sum.sum, CHECK_EQUAL) <= CHECK_ROUNDING ? CHECK_EQUAL
                                                                        : CHECK_AT_LEAST;
}

typedef struct {
  const Sheet *department;
  const Sheet *sheets[APPROPRIATIONS];
  CheckRelation relation;
} Sources;

static const Role amounts[] = {ROLE_TOTAL, ROLE_BASIC, ROLE_PROJECT};
enum { AMOUNTS = sizeof amounts / sizeof *amounts };

static int leaf_of(const CheckRun *run, const Sheet *sheet, Role role) {
  return role == ROLE_TOTAL ? amount_leaf(sheet->table, run->document->stage)
                            : table_leaf(sheet->table, role);
}

/* One account, printed in the rows `rows` (the department's first; NO_ROW: not there). */
static void judge_account(CheckRun *run, const CheckRule *rule, const Sources *from,
                          const uint32_t *rows) {
  for (size_t i = 0; i < AMOUNTS; i++) {
    Fact whole = fact_cell(from->department, rows[0], leaf_of(run, from->department, amounts[i]));
    Fact parts = {.place = place_none};
    for (size_t j = 0; j < APPROPRIATIONS; j++) {
      if (rows[j + 1] == NO_ROW)
        continue;
      Fact one = fact_cell(from->sheets[j], rows[j + 1], leaf_of(run, from->sheets[j], amounts[i]));
      parts.told = parts.told || one.told;
      sum_add_sum(&parts.sum, &one.sum);
      parts.place = one.told ? one.place : parts.place;
    }
    facts_compare(run, rule, &whole, &parts, from->relation, NULL);
  }
}

/* The slot of an entry among the department and its sources; -1: none of them. */
static int slot_of(const CheckRun *run, const Sources *from, const CodeEntry *entry) {
  const Annex *annex = &run->document->annexes[entry->annex];
  if (annex == from->department->annex)
    return 0;
  for (int i = 0; i < APPROPRIATIONS; i++)
    if (from->sheets[i] && annex == from->sheets[i]->annex)
      return i + 1;
  return -1;
}

/* The entries of one code; an account printed twice in a table is left to another rule. */
static void judge_code(CheckRun *run, const CheckRule *rule, const Sources *from,
                       const CodeEntry *entries, size_t count) {
  uint32_t rows[APPROPRIATIONS + 1] = {NO_ROW, NO_ROW, NO_ROW, NO_ROW};
  bool source = false;
  for (size_t i = 0; i < count; i++) {
    int slot = slot_of(run, from, &entries[i]);
    if (slot < 0)
      continue;
    size_t row;
    const Table *table = code_index_place(run->document, &entries[i], &row);
    if (rows[slot] != NO_ROW || entries[i].long_code ||
        table != (slot ? from->sheets[slot - 1] : from->department)->table)
      return;
    rows[slot] = (uint32_t)row;
    source = source || slot > 0;
  }
  if (rows[0] != NO_ROW && source)
    judge_account(run, rule, from, rows);
}

static void judge_accounts(CheckRun *run, const CheckRule *rule, const Sources *from) {
  const CodeIndex *codes = run->document->codes;
  for (size_t i = 0, next; codes && i < codes->count; i = next) {
    next = i + 1;
    while (next < codes->count && codes->entries[next].key == codes->entries[i].key)
      next++;
    if (next - i > 1)
      judge_code(run, rule, from, codes->entries + i, next - i);
  }
}

void find_department_sources(CheckRun *run, const CheckRule *rule) {
  Sources from = {.department = run_sheet(run, KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_NONE)};
  bool any = false;
  for (size_t i = 0; i < APPROPRIATIONS; i++) {
    from.sheets[i] = run_sheet(run, appropriations[i], CLASSIFICATION_NONE);
    any = any || from.sheets[i];
  }
  if (!from.department || !any)
    return;
  from.relation = source_relation(run);
  for (size_t i = 0; i < AMOUNTS; i++) {
    Fact whole = fact_total(run, from.department, amounts[i]),
         parts = sum_appropriations(run, amounts[i]);
    facts_compare(run, rule, &whole, &parts, from.relation, NULL);
  }
  judge_accounts(run, rule, &from);
}

/* ------------------------------------------------------------------ the three public expenses
 * and the accounts */

static const struct {
  Role role;
  const char *department, *government;
} expense_accounts[] = {
    {ROLE_ABROAD, "30212", "50207"},
    {ROLE_RECEPTION, "30217", "50206"},
    {ROLE_VEHICLE_OPERATION, "30231", "50208"},
    {ROLE_VEHICLE_PURCHASE, "31013", "50303"},
};

/* What the institutions under a department spend (505) is not split into these accounts. */
static bool holds_institutions(const CheckRun *run, Kind kind) {
  return fact_account(run, kind, CLASSIFICATION_GOVERNMENT_ECONOMIC, "505").sum.count > 0;
}

/* Whether a table prints sections (款) of accounts, or nothing that would need them. */
static bool is_detailed(const CheckRun *run, Kind kind, Classification classification) {
  enum { SECTION_DIGITS = 5 };
  const Sheet *sheet = run_sheet(run, kind, classification);
  bool found = !sheet || !sheet->filled;
  Str room = STR_EMPTY;
  for (size_t row = 0; !found && row < sheet->table->row_count; row++)
    found = row_code(&sheet->codes, &sheet->table->rows[row], &room).length >= SECTION_DIGITS;
  str_free(&room);
  return found;
}

/* Whether basic and project expenditure by these accounts make the whole of what they say. */
static bool is_whole(const CheckRun *run, Classification classification) {
  static const Kind kinds[] = {KIND_BASIC_EXPENDITURE, KIND_PROJECT_EXPENDITURE};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (!run_sheet(run, kinds[i], classification) || !is_detailed(run, kinds[i], classification))
      return false;
    if (classification == CLASSIFICATION_GOVERNMENT_ECONOMIC && holds_institutions(run, kinds[i]))
      return false;
  }
  return true;
}

/* The basic table alone holds a part only. */
static void judge_expense(CheckRun *run, const CheckRule *rule, Role role,
                          Classification classification, const char *code) {
  static const char part_of[] =
      N_("the tables of accounts hold a part of it only: compared as at most");
  Fact expense = fact_expense(run, role);
  Fact accounts = fact_account(run, KIND_BASIC_EXPENDITURE, classification, code);
  Fact project = fact_account(run, KIND_PROJECT_EXPENDITURE, classification, code);
  bool whole = is_whole(run, classification);
  accounts.told = accounts.told || project.told;
  sum_add_sum(&accounts.sum, &project.sum);
  if (!accounts.sum.count && (!whole || !expense.sum.money.fen))
    return;
  if (accounts.place.kind == PLACE_NONE)
    accounts.place = project.place;
  facts_compare(run, rule, &expense, &accounts, whole ? CHECK_EQUAL : CHECK_AT_LEAST,
                whole ? NULL : part_of);
}

void find_three_public_accounts(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i < sizeof expense_accounts / sizeof *expense_accounts; i++) {
    judge_expense(run, rule, expense_accounts[i].role, CLASSIFICATION_DEPARTMENT_ECONOMIC,
                  expense_accounts[i].department);
    judge_expense(run, rule, expense_accounts[i].role, CLASSIFICATION_GOVERNMENT_ECONOMIC,
                  expense_accounts[i].government);
  }
}
