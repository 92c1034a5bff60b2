/* The sample is read as it is, and the facts counted from the published text hold. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/targets.h"
#include "test_yaml.h"

typedef struct {
  size_t columns, rows, cells, blanks, amounts, numbers, merged, totals, second_level, mismatched;
  int64_t weights;
} Count;

typedef struct {
  size_t funds, blanks, amounts;
  int64_t sum, total;
} FundCount;

static void count_table(const Table *table, Count *count) {
  count->columns += table->leaf_count;
  count->mismatched += count->rows && count->rows != table->row_count;
  count->rows = table->row_count;
  for (size_t i = 0; i < table->row_count; i++) {
    count->totals += table->rows[i].total;
    count->second_level += table->rows[i].level == 2;
    for (size_t k = 0; k < table->leaf_count; k++) {
      const Cell *cell = &table->rows[i].cells[k];
      count->cells++;
      count->blanks += cell->kind == CELL_BLANK;
      count->amounts += cell->kind == CELL_MONEY;
      count->merged += cell->kind == CELL_MERGED;
      if (cell->kind == CELL_NUMBER && table->leaves[k]->role == ROLE_WEIGHT)
        count->weights += cell->number;
    }
  }
}

static void count_funds(const Labelled *funds, size_t count, FundCount *sum) {
  for (size_t i = 0; i < count; i++) {
    if (funds[i].part_count) {
      count_funds(funds[i].parts, funds[i].part_count, sum);
      continue;
    }
    sum->funds++;
    sum->blanks += funds[i].value.kind == CELL_BLANK;
    sum->amounts += funds[i].value.kind == CELL_MONEY;
    if (funds[i].value.kind == CELL_MONEY)
      sum->sum += funds[i].value.money.fen;
  }
}

static Count count_annex(const Annex *annex) {
  Count count = {0};
  for (size_t i = 0; i < annex->table_count; i++)
    count_table(&annex->tables[i], &count);
  for (size_t i = 0; i < annex->target_count; i++)
    count_table(&annex->targets[i].indicators, &count);
  return count;
}

static FundCount count_annex_funds(const Annex *annex) {
  FundCount sum = {0};
  for (size_t i = 0; i < annex->target_count; i++) {
    count_funds(annex->targets[i].funds, annex->targets[i].fund_count, &sum);
    sum.total = targets_total(&annex->targets[i])->value.money.fen;
  }
  return sum;
}

/* The table and leaf of a column counted through all panels, from 1. */
static const Table *find_column(const Annex *annex, size_t column, size_t *leaf) {
  for (size_t i = 0; i < annex->table_count; i++) {
    if (column <= annex->tables[i].leaf_count) {
      *leaf = column - 1;
      return &annex->tables[i];
    }
    column -= annex->tables[i].leaf_count;
  }
  cr_assert_fail("no such column");
  return NULL;
}

static void write_figure(Str *out, int64_t fen, Unit unit, uint8_t decimals) {
  figure_write(out, (Figure){{fen}, unit, decimals}, unit);
}

/* The figure of the total row, or of the only one. */
static void write_total(Str *out, const Annex *annex, size_t column) {
  size_t leaf;
  const Table *table = find_column(annex, column, &leaf);
  for (size_t i = 0; i < table->row_count; i++) {
    const Cell *cell = &table->rows[i].cells[leaf];
    if (!table->rows[i].total && table->row_count > 1)
      continue;
    if (cell->kind == CELL_MONEY)
      write_figure(out, cell->money.fen, annex->unit, cell->decimals);
    else
      str_add_char(out, '~');
    return;
  }
}

static void write_sum(Str *out, const Annex *annex, size_t column) {
  size_t leaf, amounts = 0;
  int64_t sum = 0;
  uint8_t decimals = 0;
  const Table *table = find_column(annex, column, &leaf);
  for (size_t i = 0; i < table->row_count; i++) {
    const Cell *cell = &table->rows[i].cells[leaf];
    if (cell->kind != CELL_MONEY)
      continue;
    amounts++;
    sum += cell->money.fen;
    decimals = cell->decimals;
  }
  if (amounts)
    write_figure(out, sum, annex->unit, decimals);
  else
    str_add_char(out, '~');
}

static bool write_words(Str *out, const Annex *annex, const char *field) {
  if (!strcmp(field, "status"))
    str_add_text(out, annex->included ? "included" : "not-included");
  else if (!strcmp(field, "title"))
    str_add_text(out, annex->title);
  else if (!strcmp(field, "kind"))
    str_add_text(out, kind_words.words[annex->kind].name);
  else if (!strcmp(field, "unit"))
    str_add_text(out, unit_name(annex->unit));
  else if (!strcmp(field, "unit-printed"))
    str_add_text(out, annex->unit_printed ? "true" : "false");
  else
    return false;
  return true;
}

static bool write_money(Str *out, const Annex *annex, const char *field) {
  FundCount funds = count_annex_funds(annex);
  uint8_t decimals = annex->target_count ? targets_total(&annex->targets[0])->value.decimals : 0;
  if (!strncmp(field, "total.", 6))
    write_total(out, annex, strtoul(field + 6, NULL, 10));
  else if (!strncmp(field, "sum.", 4))
    write_sum(out, annex, strtoul(field + 4, NULL, 10));
  else if (!strcmp(field, "fund-total"))
    write_figure(out, funds.total, annex->unit, decimals);
  else if (!strcmp(field, "fund-sum"))
    write_figure(out, funds.sum, annex->unit, decimals);
  else
    return false;
  return true;
}

static int64_t count_of(const Annex *annex, const char *field) {
  Count count = count_annex(annex);
  FundCount funds = count_annex_funds(annex);
  const struct {
    const char *field;
    size_t value;
  } counts[] = {
      {"tables", annex->table_count},
      {"columns", count.columns},
      {"rows", count.rows},
      {"cells", count.cells},
      {"blanks", count.blanks},
      {"amounts", count.amounts},
      {"merged", count.merged},
      {"total-rows", count.totals},
      {"level-2", count.second_level},
      {"sets", annex->target_count},
      {"subjects", annex->target_count ? annex->targets[0].subject_count : 0},
      {"funds", funds.funds},
      {"fund-blanks", funds.blanks},
      {"fund-amounts", funds.amounts},
      {"weight-sum", (size_t)count.weights},
  };
  cr_assert_eq(count.mismatched, 0, "panels differ in their rows");
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    if (!strcmp(counts[i].field, field))
      return (int64_t)counts[i].value;
  cr_assert_fail("unknown field %s", field);
  return -1;
}

static void write_annex_fact(Str *out, const Annex *annex, const char *field) {
  if (!write_words(out, annex, field) && !write_money(out, annex, field))
    str_printf(out, "%" PRId64, count_of(annex, field));
}

static void count_sections(const Section *sections, size_t count, size_t *all, size_t *paragraphs) {
  for (size_t i = 0; i < count; i++) {
    ++*all;
    *paragraphs += sections[i].paragraph_count;
    count_sections(sections[i].sections, sections[i].section_count, all, paragraphs);
  }
}

static void write_document_fact(Str *out, const Document *document, const char *field) {
  size_t sections = 0, paragraphs = 0, included = 0;
  count_sections(document->sections, document->section_count, &sections, &paragraphs);
  for (size_t i = 0; i < document->annex_count; i++)
    included += document->annexes[i].included;
  char numbers[4][24];
  snprintf(numbers[0], sizeof numbers[0], "%d", document->year);
  snprintf(numbers[1], sizeof numbers[1], "%zu", sections);
  snprintf(numbers[2], sizeof numbers[2], "%zu", paragraphs);
  snprintf(numbers[3], sizeof numbers[3], "%zu", document->annex_count);
  const char *facts[][2] = {
      {"title", document->title},
      {"organization", document->organization.name},
      {"organization-code", document->organization.code},
      {"year", numbers[0]},
      {"stage", stage_words.words[document->stage].name},
      {"unit", unit_name(document->unit)},
      {"sections", numbers[1]},
      {"paragraphs", numbers[2]},
      {"annexes", numbers[3]},
  };
  if (!strcmp(field, "included"))
    str_printf(out, "%zu", included);
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
    if (!strcmp(field, facts[i][0]))
      str_add_text(out, facts[i][1]);
}

/* A figure without its thousands separators. */
static void drop_separators(Str *text) {
  size_t kept = 0;
  for (size_t i = 0; i < text->length; i++)
    if (text->data[i] != ',')
      text->data[kept++] = text->data[i];
  str_cut(text, kept);
}

Test(yaml_sample, facts_counted_from_the_published_text) {
  Outcome outcome = outcome_of_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  cr_assert_eq(outcome.diagnostics.list.count, 0, "%s", outcome.diagnostics.list.items[0].message);
  FILE *facts = fopen(TEST_SRCDIR "/tests/data/pinned.tsv", "r");
  cr_assert_not_null(facts);
  char line[1024];
  size_t checked = 0;
  while (fgets(line, sizeof line, facts)) {
    char *rest = line, *number = strsep(&rest, "\t"), *field = strsep(&rest, "\t");
    if (line[0] == '#' || !rest)
      continue;
    rest[strcspn(rest, "\n")] = '\0';
    Str found = STR_EMPTY;
    if (!strcmp(number, "-")) {
      write_document_fact(&found, outcome.document, field);
    } else {
      const Annex *annex = document_annex(outcome.document, number);
      cr_assert_not_null(annex, "%s", number);
      write_annex_fact(&found, annex, field);
      drop_separators(&found);
    }
    cr_expect_str_eq(found.data, rest, "annex %s, %s: “%s” instead of “%s”", number, field,
                     found.data, rest);
    str_free(&found);
    checked++;
  }
  fclose(facts);
  cr_assert_gt(checked, 200);
  outcome_free(&outcome);
}

Test(yaml_sample, places_of_rows) {
  Outcome outcome = outcome_of_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  const Table *table = &document_annex(outcome.document, "2")->tables[0];
  cr_assert_eq(table->rows[1].line, table->rows[0].line + 1);
  cr_assert_eq(table->rows[1].column, 9);
  cr_assert_eq(table->rows[1].cells[0].column, 10);
  cr_assert_eq(table->rows[1].cells[1].column, 17);
  cr_assert_eq(table->rows[1].cells[2].column, 27);
  outcome_free(&outcome);
}
