/* Account codes and their names. */
#include <string.h>

#include "check/rules.h"
#include "check/run.h"
#include "model/catalogue.h"
#include "model/code_index.h"
#include "text/fold.h"

/* What concerns a row is found by its code; only then is the row looked at. */
typedef void VisitCode(CheckRun *run, const CheckRule *rule, Classification classification,
                       const CodeEntry *entry);

static bool economic(Classification classification) {
  return classification == CLASSIFICATION_DEPARTMENT_ECONOMIC ||
         classification == CLASSIFICATION_GOVERNMENT_ECONOMIC;
}

/* Every row with a code of every table whose classification is told. */
static void visit_codes(CheckRun *run, const CheckRule *rule, VisitCode *visit) {
  const CodeIndex *codes = run->document->codes;
  for (size_t i = 0; codes && i < codes->count; i++) {
    const CodeEntry *entry = &codes->entries[i];
    Classification classification = run->document->annexes[entry->annex].classification;
    if (classification != CLASSIFICATION_NONE)
      visit(run, rule, classification, entry);
  }
}

/* ------------------------------------------------------------------ rows by their codes */

typedef struct {
  const Annex *annex;
  const Table *table;
  size_t row;
  const char *name;
} Entry;

static Entry entry_at(const Document *document, const CodeEntry *entry) {
  Entry at = {.annex = &document->annexes[entry->annex]};
  at.table = code_index_place(document, entry, &at.row);
  at.name = table_row_name(at.table, &at.table->rows[at.row]);
  return at;
}

static Place entry_place(const Document *document, const Entry *entry) {
  CodeColumns columns = code_columns(entry->table);
  return (Place){.kind = PLACE_ROW,
                 .annex = (uint32_t)(entry->annex - document->annexes),
                 .table = (uint32_t)(entry->table - entry->annex->tables),
                 .leaf = (uint16_t)(columns.code >= 0 ? columns.code : columns.parts[0]),
                 .row = (uint32_t)entry->row};
}

static void find_code(CheckRun *run, const CheckRule *rule, const CodeEntry *entry,
                      const char *expected) {
  Str room = STR_EMPTY;
  Entry at = entry_at(run->document, entry);
  RowCode code = code_index_code(run->document, entry, &room);
  run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                .place = entry_place(run->document, &at),
                                .other = place_none,
                                .quote = run_words(run, code.text, code.length),
                                .expected = expected});
  str_free(&room);
}

/* ------------------------------------------------------------------ class and level */

static void judge_class(CheckRun *run, const CheckRule *rule, Classification classification,
                        const CodeEntry *entry) {
  static const char begins[CLASSIFICATION_COUNT] = {[CLASSIFICATION_FUNCTIONAL] = 2,
                                                    [CLASSIFICATION_DEPARTMENT_ECONOMIC] = 3,
                                                    [CLASSIFICATION_GOVERNMENT_ECONOMIC] = 5};
  int first = code_entry_first(entry);
  if (first != begins[classification] &&
      !(classification == CLASSIFICATION_FUNCTIONAL && first == 1))
    find_code(run, rule, entry, classification_words.words[classification].meaning);
}

void find_code_classes(CheckRun *run, const CheckRule *rule) {
  visit_codes(run, rule, judge_class);
}

/* Levels have 3, 5 and 7 digits; functional codes may go on below, with projects. */
static void judge_level(CheckRun *run, const CheckRule *rule, Classification classification,
                        const CodeEntry *entry) {
  size_t digits = code_entry_digits(entry);
  if (digits != 3 && digits != 5 && (economic(classification) || digits < 7))
    find_code(run, rule, entry, NULL);
}

void find_code_levels(CheckRun *run, const CheckRule *rule) { visit_codes(run, rule, judge_level); }

static void judge_catalogue(CheckRun *run, const CheckRule *rule, Classification classification,
                            const CodeEntry *entry) {
  const char *known =
      entry->long_code ? NULL : catalogue_name_of_key(classification, entry->key);
  if (!known)
    return;
  Entry at = entry_at(run->document, entry);
  if (*at.name && !fold_equal(at.name, strlen(at.name), known, strlen(known)))
    run_find(run, rule, (Finding){.outcome = CHECK_NOTE,
                                  .place = entry_place(run->document, &at),
                                  .other = place_none,
                                  .quote = at.name,
                                  .expected = known});
}

void find_names_catalogue(CheckRun *run, const CheckRule *rule) {
  visit_codes(run, rule, judge_catalogue);
}

/* ------------------------------------------------------------------ parents */

static Place code_place(const Sheet *sheet, uint32_t row) {
  int leaf = sheet->codes.code >= 0 ? sheet->codes.code : sheet->codes.parts[0];
  return sheet_place(sheet, row, (size_t)leaf);
}

/* The digits of the levels that a table prints, one bit each. */
static uint32_t printed_levels(const Sheet *sheet) {
  uint32_t levels = 0;
  Str room = STR_EMPTY;
  for (size_t row = 0; row < sheet->table->row_count; row++) {
    RowCode code = row_code(&sheet->codes, &sheet->table->rows[row], &room);
    if (code.length < 32)
      levels |= UINT32_C(1) << code.length;
  }
  str_free(&room);
  return levels;
}

static void judge_parents(CheckRun *run, const CheckRule *rule, const Sheet *sheet) {
  const Tree *tree = sheet->tree;
  uint32_t levels = printed_levels(sheet);
  for (uint32_t node = 1; node < tree->node_count; node++) {
    if (tree_printed(tree, node))
      continue;
    const char *code = tree_code(tree, node);
    size_t length = strlen(code);
    uint32_t child = tree->nodes[node].first_child;
    while (child != NODE_NONE && !tree_printed(tree, child))
      child = tree->nodes[child].first_child;
    if (length >= 32 || !(levels & UINT32_C(1) << length) || child == NODE_NONE)
      continue;
    const char *own = tree_code(tree, child);
    run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                  .place = code_place(sheet, tree->nodes[child].rows[0]),
                                  .other = place_none,
                                  .quote = run_words(run, own, strlen(own)),
                                  .expected = run_words(run, code, length)});
  }
}

/* A table that prints no parents of this level at all is not to blame for one. */
void find_code_parents(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i < run->sheet_count; i++)
    if (run->sheets[i].tree && run->sheets[i].annex->classification != CLASSIFICATION_NONE)
      judge_parents(run, rule, &run->sheets[i]);
}

/* ------------------------------------------------------------------ the same code elsewhere */

typedef void JudgePair(CheckRun *run, const CheckRule *rule, const Entry *before,
                       const Entry *entry);

/* Each entry beside the one before it with the same code. */
static void visit_pairs(CheckRun *run, const CheckRule *rule, JudgePair *judge) {
  const CodeIndex *codes = run->document->codes;
  for (size_t i = 1; codes && i < codes->count; i++) {
    if (codes->entries[i].key != codes->entries[i - 1].key || codes->entries[i].long_code)
      continue;
    Entry before = entry_at(run->document, &codes->entries[i - 1]),
          entry = entry_at(run->document, &codes->entries[i]);
    judge(run, rule, &before, &entry);
  }
}

static bool same_name(const Entry *a, const Entry *b) {
  return fold_equal(a->name, strlen(a->name), b->name, strlen(b->name));
}

/* Tables of accounts alone; in others, rows with different names under one code are projects of
 * it. */
static bool lists_accounts(Kind kind) {
  return kind != KIND_OTHER && kind != KIND_PROJECT_DETAILS && kind != KIND_PROCUREMENT;
}

static void judge_twice(CheckRun *run, const CheckRule *rule, const Entry *before,
                        const Entry *entry) {
  if (before->table != entry->table || entry->annex->classification == CLASSIFICATION_NONE ||
      (!same_name(before, entry) && !lists_accounts(entry->annex->kind)))
    return;
  run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                .place = entry_place(run->document, entry),
                                .other = entry_place(run->document, before),
                                .quote = entry->name});
}

void find_code_twice(CheckRun *run, const CheckRule *rule) { visit_pairs(run, rule, judge_twice); }

static void judge_tables(CheckRun *run, const CheckRule *rule, const Entry *before,
                         const Entry *entry) {
  if (before->table == entry->table || entry->annex->classification == CLASSIFICATION_NONE ||
      before->annex->classification != entry->annex->classification || !*before->name ||
      !*entry->name || same_name(before, entry))
    return;
  run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                .place = entry_place(run->document, entry),
                                .other = entry_place(run->document, before),
                                .quote = entry->name,
                                .expected = before->name});
}

void find_names_tables(CheckRun *run, const CheckRule *rule) {
  visit_pairs(run, rule, judge_tables);
}
