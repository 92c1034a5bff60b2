/* Which columns of a table sum up others: told by the headings and the roles, never by position. */
#include "check/run.h"

#include <string.h>

#include "text/fold.h"

typedef VEC(uint16_t) Leaves;

typedef struct {
  CheckRun *run;
  const Sheet *sheet;
  VEC(ColumnSum) found;
} Finder;

/* Parts of another column that may stand beside it in one heading. */
static const struct {
  Role part, whole;
} parts_of[] = {
    {ROLE_PERSONNEL, ROLE_BASIC},
    {ROLE_OPERATING, ROLE_BASIC},
    {ROLE_VEHICLE_PURCHASE, ROLE_VEHICLE},
    {ROLE_VEHICLE_OPERATION, ROLE_VEHICLE},
    {ROLE_GENERAL_PUBLIC, ROLE_FISCAL},
    {ROLE_GOVERNMENT_FUND, ROLE_FISCAL},
    {ROLE_STATE_CAPITAL, ROLE_FISCAL},
    {ROLE_BUSINESS_INCOME, ROLE_UNIT_FUNDS},
    {ROLE_SUPERIOR_SUBSIDY, ROLE_UNIT_FUNDS},
    {ROLE_SUBORDINATE_PAYMENT, ROLE_UNIT_FUNDS},
    {ROLE_OPERATING_INCOME, ROLE_UNIT_FUNDS},
    {ROLE_OTHER_INCOME, ROLE_UNIT_FUNDS},
};

/* Amounts that are no part of the total they stand beside. */
static bool stands_apart(Role role) {
  static const Role apart[] = {ROLE_PREVIOUS_YEAR, ROLE_CHANGE,   ROLE_EXECUTED, ROLE_AMOUNT,
                               ROLE_MEETING,       ROLE_TRAINING, ROLE_ORGAN_OPERATION};
  for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
    if (apart[i] == role)
      return true;
  return false;
}

/* A leaf that is the total of its heading's other columns. */
static bool is_subtotal(const Column *column) {
  static const char *const titles[] = {"小计", "合计", "总计", "共计"};
  if (column->column_count || role_content(column->role) != CONTENT_MONEY)
    return false;
  if (column->role == ROLE_TOTAL)
    return true;
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (fold_equal(column->title, strlen(column->title), titles[i], strlen(titles[i])))
      return true;
  return false;
}

static const Column *subtotal_in(const Column *columns, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is_subtotal(&columns[i]))
      return &columns[i];
  return NULL;
}

/* The roles of the columns beside each other that stand over no others. */
typedef struct {
  bool has[ROLE_COUNT];
} Roles;

static Roles roles_of(const Column *columns, size_t count) {
  Roles roles = {{false}};
  for (size_t i = 0; i < count; i++)
    if (!columns[i].column_count)
      roles.has[columns[i].role] = true;
  return roles;
}

/* Whether a column's whole is added too, so that the column must not be. */
static bool is_part(const Roles *beside, const Column *total, Role role) {
  for (size_t i = 0; i < sizeof parts_of / sizeof *parts_of; i++)
    if (parts_of[i].part == role && parts_of[i].whole != total->role &&
        beside->has[parts_of[i].whole])
      return true;
  return false;
}

/* Text columns among amounts may hold amounts of a title that is not known (上缴上级支出). */
static bool may_add(const Column *column, const Column *total) {
  if (role_content(column->role) == CONTENT_MONEY)
    return !stands_apart(column->role);
  return column->role == ROLE_TEXT && column->first_leaf > total->first_leaf;
}

static void add_addends(const Column *columns, size_t count, const Column *total, Leaves *leaves) {
  const Roles beside = roles_of(columns, count);
  for (size_t i = 0; i < count; i++) {
    const Column *column = &columns[i];
    if (column == total)
      continue;
    if (column->column_count) {
      const Column *inner = subtotal_in(column->columns, column->column_count);
      if (inner)
        vec_push(leaves, (uint16_t)inner->first_leaf);
      else
        add_addends(column->columns, column->column_count, total, leaves);
    } else if (may_add(column, total) && !is_part(&beside, total, column->role)) {
      vec_push(leaves, (uint16_t)column->first_leaf);
    }
  }
}

static bool holds(const Sheet *sheet, const Leaves *leaves, Role role) {
  for (size_t i = 0; i < leaves->count; i++)
    if (sheet->table->leaves[leaves->items[i]]->role == role)
      return true;
  return false;
}

static ColumnSumKind kind_of(const Sheet *sheet, const Leaves *leaves) {
  if (holds(sheet, leaves, ROLE_VEHICLE_PURCHASE) && holds(sheet, leaves, ROLE_VEHICLE_OPERATION) &&
      leaves->count == 2)
    return COLUMNS_VEHICLES;
  if (holds(sheet, leaves, ROLE_ABROAD) || holds(sheet, leaves, ROLE_RECEPTION))
    return COLUMNS_THREE_PUBLIC;
  if (holds(sheet, leaves, ROLE_BASIC) && holds(sheet, leaves, ROLE_PROJECT))
    return COLUMNS_BASIC_PROJECT;
  if (holds(sheet, leaves, ROLE_PERSONNEL) && holds(sheet, leaves, ROLE_OPERATING))
    return COLUMNS_PERSONNEL_OPERATING;
  return COLUMNS_GROUP;
}

static bool is_known(const Finder *finder, uint16_t leaf) {
  return finder->sheet->table->leaves[leaf]->role != ROLE_TEXT;
}

static void add_leaves(const Finder *finder, ColumnSum *sum, const Leaves *leaves, bool known) {
  for (size_t i = 0; i < leaves->count; i++)
    if (is_known(finder, leaves->items[i]) == known)
      sum->leaves[sum->count++] = leaves->items[i];
}

static void keep(Finder *finder, uint16_t total, const Leaves *leaves, uint16_t subtract) {
  ColumnSum sum = {
      .kind = subtract == PLACE_NO_LEAF ? kind_of(finder->sheet, leaves) : COLUMNS_CHANGE,
      .total = total,
      .leaves = arena_array(finder->run->work, leaves->count, sizeof *sum.leaves),
      .subtract = subtract};
  add_leaves(finder, &sum, leaves, true);
  sum.known = sum.count;
  add_leaves(finder, &sum, leaves, false);
  vec_push(&finder->found, sum);
}

/* The total of a heading, over two columns or more. */
static void find_total(Finder *finder, const Column *columns, size_t count) {
  const Column *total = subtotal_in(columns, count);
  Leaves leaves = {0};
  if (total) {
    add_addends(columns, count, total, &leaves);
    size_t money = 0;
    for (size_t i = 0; i < leaves.count; i++)
      money += is_known(finder, leaves.items[i]);
    if (money >= 2)
      keep(finder, (uint16_t)total->first_leaf, &leaves, PLACE_NO_LEAF);
  }
  vec_free(&leaves);
}

static int leaf_in(const Column *columns, size_t count, Role role) {
  for (size_t i = 0; i < count; i++)
    if (!columns[i].column_count && columns[i].role == role)
      return (int)columns[i].first_leaf;
  return -1;
}

/* A whole and its two parts in one heading. */
static void find_pair(Finder *finder, const Column *columns, size_t count, Role whole, Role first,
                      Role second) {
  int total = leaf_in(columns, count, whole), one = leaf_in(columns, count, first),
      two = leaf_in(columns, count, second);
  if (total < 0 || one < 0 || two < 0 || is_subtotal(finder->sheet->table->leaves[total]))
    return;
  Leaves leaves = {0};
  vec_push(&leaves, (uint16_t)one);
  vec_push(&leaves, (uint16_t)two);
  keep(finder, (uint16_t)total, &leaves, PLACE_NO_LEAF);
  vec_free(&leaves);
}

/* What changed against the year before. */
static void find_change(Finder *finder, const Column *columns, size_t count) {
  int change = leaf_in(columns, count, ROLE_CHANGE),
      before = leaf_in(columns, count, ROLE_PREVIOUS_YEAR),
      now = leaf_in(columns, count, ROLE_AMOUNT);
  if (now < 0)
    now = leaf_in(columns, count, ROLE_TOTAL);
  if (change < 0 || before < 0 || now < 0)
    return;
  Leaves leaves = {0};
  vec_push(&leaves, (uint16_t)now);
  keep(finder, (uint16_t)change, &leaves, (uint16_t)before);
  vec_free(&leaves);
}

static void find_in(Finder *finder, const Column *columns, size_t count) {
  find_total(finder, columns, count);
  find_pair(finder, columns, count, ROLE_BASIC, ROLE_PERSONNEL, ROLE_OPERATING);
  find_pair(finder, columns, count, ROLE_VEHICLE, ROLE_VEHICLE_PURCHASE, ROLE_VEHICLE_OPERATION);
  find_change(finder, columns, count);
  for (size_t i = 0; i < count; i++)
    if (columns[i].column_count)
      find_in(finder, columns[i].columns, columns[i].column_count);
}

void sheet_find_sums(CheckRun *run, Sheet *sheet) {
  Finder finder = {.run = run, .sheet = sheet};
  find_in(&finder, sheet->table->columns, sheet->table->column_count);
  sheet->sums = arena_array(run->work, finder.found.count, sizeof *sheet->sums);
  sheet->sum_count = finder.found.count;
  if (finder.found.count)
    memcpy(sheet->sums, finder.found.items, finder.found.count * sizeof *sheet->sums);
  vec_free(&finder.found);
}
