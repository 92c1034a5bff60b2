/* A user's own rules. */
#include <string.h>

#include "base/i18n.h"
#include "check/facts.h"
#include "model/amount_leaf.h"
#include "text/fold.h"

_Static_assert((int)RELATION_EQUAL == (int)CHECK_EQUAL &&
                   (int)RELATION_AT_MOST == (int)CHECK_AT_MOST &&
                   (int)RELATION_AT_LEAST == (int)CHECK_AT_LEAST,
               "a Relation is a CheckRelation");

/* The column of amounts with this title; -1: none. */
static int titled_leaf(const Table *table, const char *title) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Column *leaf = table->leaves[i];
    if (role_content(leaf->role) == CONTENT_MONEY &&
        fold_equal(leaf->title, strlen(leaf->title), title, strlen(title)))
      return (int)i;
  }
  return -1;
}

static int find_leaf(const CheckRun *run, const Sheet *sheet, const char *column) {
  if (!column)
    return amount_leaf(sheet->table, run->document->stage);
  int role = vocabulary_find(&role_words, column, strlen(column));
  return role < 0 ? titled_leaf(sheet->table, column) : table_leaf(sheet->table, (Role)role);
}

/* The first row with this code or name; NO_ROW: none. Names are compared as those of classes
 * are. */
static uint32_t find_row(const Sheet *sheet, const char *wanted) {
  const Table *table = sheet->table;
  Str name = STR_EMPTY, other = STR_EMPTY, room = STR_EMPTY;
  uint32_t found = NO_ROW;
  class_name(&name, wanted);
  for (uint32_t row = 0; row < table->row_count && found == NO_ROW; row++) {
    RowCode code = row_code(&sheet->codes, &table->rows[row], &room);
    str_clear(&other);
    class_name(&other, table_row_name(table, &table->rows[row]));
    if ((code.length && code.length == strlen(wanted) &&
         !memcmp(code.text, wanted, code.length)) ||
        (other.length && !strcmp(other.data, name.data)))
      found = row;
  }
  str_free(&name);
  str_free(&other);
  str_free(&room);
  return found;
}

static Fact fact_in(const Sheet *sheet, int leaf, const char *wanted) {
  if (!wanted)
    return fact_total_leaf(sheet, leaf);
  uint32_t row = find_row(sheet, wanted);
  return row == NO_ROW ? (Fact){.told = true, .place = place_of_annex(sheet->annex_index)}
                       : fact_cell(sheet, row, leaf);
}

/* The figure in the first table that prints it; a row that none prints counts as a blank. */
static Fact fact_printed(const CheckRun *run, const LocalFigure *figure) {
  Fact blank = {.place = place_none};
  for (size_t i = 0; i < run->sheet_count; i++) {
    const Sheet *sheet = &run->sheets[i];
    const Annex *annex = sheet->annex;
    int leaf = find_leaf(run, sheet, figure->column);
    if ((int)annex->kind != figure->kind || leaf < 0 ||
        (figure->classification && (int)annex->classification != figure->classification))
      continue;
    Fact fact = fact_in(sheet, leaf, figure->row);
    if (fact.told && fact.place.kind == PLACE_ROW)
      return fact;
    if (!blank.told)
      blank = fact;
  }
  return blank;
}

static Fact fact_side(const CheckRun *run, const LocalFigure *side) {
  if (!side->sum_count)
    return fact_printed(run, side);
  Fact all = {.told = true, .place = place_none};
  for (size_t i = 0; i < side->sum_count; i++) {
    Fact one = fact_printed(run, &side->sum[i]);
    all.told = all.told && one.told;
    sum_add_sum(&all.sum, &one.sum);
    if (i == 0)
      all.place = one.place;
  }
  return all;
}

static void find_local(CheckRun *run, const CheckRule *rule) {
  const LocalRule *local = &run->options.local[rule - run->checks->own];
  Fact left = fact_side(run, &local->left), right = fact_side(run, &local->right);
  facts_compare(run, rule, &left, &right, (CheckRelation)local->relation, local->asserts);
}

CheckRule check_rule_of_local(const LocalRule *local) {
  return (CheckRule){
      .id = local->id,
      .group = CHECK_LOCAL,
      .severity = CHECK_MISMATCH,
      .asserts = local->asserts,
      .says = N_("{printed} is printed; it is {computed} {other} (difference {difference})"),
      .source = N_("A rule of your own, from the configuration."),
      .needs = N_("the document does not print the figures that this rule of yours compares"),
      .find = find_local};
}
