#include "check/run.h"

#include <stdlib.h>
#include <string.h>

#include "check/said.h"
#include "text/fold.h"

const Place place_none = {.kind = PLACE_NONE, .leaf = PLACE_NO_LEAF};

Place place_of_annex(uint32_t annex) {
  return (Place){.kind = PLACE_ANNEX, .annex = annex, .leaf = PLACE_NO_LEAF};
}

Place place_of_target(uint32_t annex, size_t set, size_t line) {
  return (Place){.kind = PLACE_TARGET,
                 .annex = annex,
                 .table = (uint32_t)set,
                 .leaf = PLACE_NO_LEAF,
                 .row = (uint32_t)line};
}

Place sheet_place(const Sheet *sheet, uint32_t row, size_t leaf) {
  return (Place){.kind = PLACE_ROW,
                 .annex = sheet->annex_index,
                 .table = sheet->table_index,
                 .leaf = (uint16_t)leaf,
                 .row = row};
}

bool sheet_is_total(const Sheet *sheet, uint32_t row) {
  const Row *printed = &sheet->table->rows[row];
  if (printed->total)
    return true;
  const char *name = table_row_name(sheet->table, printed);
  return title_is_total(name, strlen(name));
}

static void find_money(CheckRun *run, Sheet *sheet) {
  const Table *table = sheet->table;
  sheet->money = arena_array(run->work, table->leaf_count, sizeof *sheet->money);
  for (size_t i = 0; i < table->leaf_count; i++)
    if (role_content(table->leaves[i]->role) == CONTENT_MONEY)
      sheet->money[sheet->money_count++] = (uint16_t)i;
  for (size_t i = 0; i < table->row_count; i++)
    for (size_t j = 0; j < sheet->money_count; j++) {
      const Cell *cell = &table->rows[i].cells[sheet->money[j]];
      if (cell->kind != CELL_MONEY)
        continue;
      sheet->filled = true;
      if (cell->decimals > sheet->decimals)
        sheet->decimals = cell->decimals;
    }
}

static bool has_codes(const Sheet *sheet) {
  Str room = STR_EMPTY;
  bool found = false;
  for (size_t i = 0; i < sheet->table->row_count && !found && code_columns_any(&sheet->codes); i++)
    found = row_code(&sheet->codes, &sheet->table->rows[i], &room).length > 0;
  str_free(&room);
  return found;
}

static void build_sheet(CheckRun *run, Sheet *sheet) {
  sheet->codes = code_columns(sheet->table);
  find_money(run, sheet);
  if (!has_codes(sheet))
    sheet->tree = NULL;
  else if (!sheet->tree)
    sheet->tree = tree_of_table(run->work, sheet->annex, sheet->table);
  sheet_find_sums(run, sheet);
}

size_t run_first_sheet(const CheckRun *run, uint32_t annex) {
  size_t first = 0, end = run->sheet_count;
  while (first < end) {
    size_t middle = first + (end - first) / 2;
    if (run->sheets[middle].annex_index < annex)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

/* The sheet of a table. NULL: it is panels put together. */
static Sheet *sheet_of(CheckRun *run, const TreeSource *source) {
  uint32_t annex = (uint32_t)(source->annex - run->document->annexes);
  size_t first = run_first_sheet(run, annex);
  for (; first < run->sheet_count && run->sheets[first].annex_index == annex; first++)
    if (run->sheets[first].table == source->table)
      return &run->sheets[first];
  return NULL;
}

/* The document's own trees, where they are not joined from two tables. */
static void take_trees(CheckRun *run) {
  for (size_t i = 0; i < run->document->tree_count; i++) {
    const Tree *tree = &run->document->trees[i];
    Sheet *sheet = tree->source_count == 1 ? sheet_of(run, &tree->sources[0]) : NULL;
    if (sheet)
      sheet->tree = tree;
  }
}

void sheets_build(CheckRun *run) {
  const Document *document = run->document;
  size_t count = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    count += document->annexes[i].table_count;
  run->sheets = arena_array(run->work, count, sizeof *run->sheets);
  run->names = arena_array(run->work, count, sizeof *run->names);
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].table_count; j++) {
      Sheet *sheet = &run->sheets[run->sheet_count++];
      *sheet = (Sheet){.annex = &document->annexes[i],
                       .table = &document->annexes[i].tables[j],
                       .annex_index = (uint32_t)i,
                       .table_index = (uint32_t)j};
    }
  take_trees(run);
  for (size_t i = 0; i < run->sheet_count; i++)
    build_sheet(run, &run->sheets[i]);
}

const Sheet *run_sheet(const CheckRun *run, Kind kind, Classification classification) {
  for (size_t i = 0; i < run->sheet_count; i++) {
    const Annex *annex = run->sheets[i].annex;
    if (annex->kind == kind &&
        (classification == CLASSIFICATION_NONE || annex->classification == classification))
      return &run->sheets[i];
  }
  return NULL;
}

/* ------------------------------------------------------------------ rows by name */

void class_name(Str *out, const char *name) {
  static const char end[] = "支出";
  size_t start = out->length, length = sizeof end - 1;
  fold_text(out, name, strlen(name));
  str_splice(out, start, said_enumeration(out->data + start, out->length - start), "", 0);
  if (out->length - start > length && !strcmp(out->data + out->length - length, end))
    str_cut(out, out->length - length);
}

static int compare_names(const void *a, const void *b) {
  const NamedRow *left = a, *right = b;
  int order = strcmp(left->name, right->name);
  return order ? order : (left->row > right->row) - (left->row < right->row);
}

void names_sort(Names *names) {
  if (names->count)
    qsort(names->rows, names->count, sizeof *names->rows, compare_names);
}

size_t names_first(const Names *names, const char *name) {
  size_t low = 0, high = names->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(names->rows[middle].name, name) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < names->count && !strcmp(names->rows[low].name, name) ? low : names->count;
}

static void make_names(CheckRun *run, const Sheet *sheet, Names *names) {
  const Tree *tree = sheet->tree;
  Str folded = STR_EMPTY;
  size_t count = 0;
  names->made = true;
  for (uint32_t node = tree->nodes[0].first_child; node != NODE_NONE;
       node = tree->nodes[node].next_sibling)
    count++;
  names->rows = arena_array(run->work, count, sizeof *names->rows);
  for (uint32_t node = tree->nodes[0].first_child; node != NODE_NONE;
       node = tree->nodes[node].next_sibling) {
    if (!tree_printed(tree, node) || !*tree_code(tree, node))
      continue;
    str_clear(&folded);
    class_name(&folded, tree_name(tree, node));
    names->rows[names->count++] =
        (NamedRow){arena_text(run->work, folded.data, folded.length), tree->nodes[node].rows[0]};
  }
  str_free(&folded);
  names_sort(names);
}

uint32_t run_class(CheckRun *run, const Sheet *sheet, const char *folded) {
  if (!sheet->tree)
    return NO_ROW;
  Names *names = &run->names[sheet - run->sheets];
  if (!names->made)
    make_names(run, sheet, names);
  size_t first = names_first(names, folded);
  return first < names->count ? names->rows[first].row : NO_ROW;
}
