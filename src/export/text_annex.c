#include <string.h>

#include "base/i18n.h"
#include "export/text_sheet.h"
#include "model/row_code.h"

/* Which leaf of which table a column of the sheet shows. */
typedef struct {
  const Table *table;
  size_t leaf;
  bool indented; /* its text stands deeper the higher the row's level is */
} Source;

typedef struct {
  const Annex *annex;
  VEC(Source) sources;
  VEC(uint32_t) rows; /* those shown, when an account was asked for */
} AnnexSheet;

static int naming_leaf(const Table *table) {
  static const Role naming[] = {ROLE_NAME, ROLE_ITEM};
  return table_leaf_among(table, naming, sizeof naming / sizeof *naming);
}

static void annex_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                       SheetCell *out) {
  const AnnexSheet *shown = sheet->context;
  const Source *source = &shown->sources.items[column];
  if (shown->rows.count)
    row = shown->rows.items[row];
  if (row >= source->table->row_count)
    return;
  const Row *printed = &source->table->rows[row];
  if (source->indented && printed->level > 1)
    str_add_fill(&out->text, ' ', 2 * (size_t)(printed->level - 1));
  Place place = paper_place(paper, shown->annex, source->table, row, source->leaf);
  sheet_cell(paper, &printed->cells[source->leaf], shown->annex->unit, out);
  out->sign = paper_sign(paper, &place);
}

static void add_panel(Sheet *sheet, AnnexSheet *shown, const Table *table, bool titled) {
  size_t first = sheet->columns.count;
  int naming = naming_leaf(table);
  if (titled) {
    SheetGroup group = {table->title ? table->title : "", first, table->leaf_count, 0};
    vec_push(&sheet->groups, group);
    sheet->levels = sheet->levels ? sheet->levels : 1;
  }
  sheet_add_table(sheet, table, titled ? 1 : 0);
  if (first && table->leaf_count)
    sheet->columns.items[first].panel = true;
  for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
    vec_push(&shown->sources, (Source){table, leaf, (int)leaf == naming});
  if (table->row_count > sheet->rows)
    sheet->rows = table->row_count;
}

/* The rows of an account and of what is part of it. */
static void select_rows(AnnexSheet *shown, const Table *table, const char *code) {
  RowCode wanted = {.text = code, .length = strlen(code)};
  CodeColumns columns = code_columns(table);
  if (!code_columns_any(&columns) || !code_pack(code, wanted.length, &wanted.key))
    return;
  Str room = STR_EMPTY;
  for (size_t i = 0; i < table->row_count; i++) {
    RowCode found = row_code(&columns, &table->rows[i], &room);
    if (found.length && code_begins(&found, &wanted))
      vec_push(&shown->rows, (uint32_t)i);
  }
  str_free(&room);
}

/* Its title in the document's list of annexes, where that differs. */
static void write_listed(Paper *paper, const Annex *annex) {
  if (!annex->listed_as)
    return;
  paper_plain(paper, _("Listed as: "));
  paper_text(paper, annex->listed_as, strlen(annex->listed_as));
  paper_end(paper);
}

static void write_tables(Paper *paper, const Annex *annex, Sheet *sheet) {
  paper_unit(paper, annex);
  paper_end(paper);
  sheet_write(sheet, paper);
  if (annex->note && *annex->note)
    paper_wrap(paper, annex->note, 0);
  paper_legend(paper);
}

/* False when the account asked for is not in it. */
static bool annex_tables(Paper *paper, const Annex *annex) {
  AnnexSheet shown = {.annex = annex};
  Sheet sheet = {.cell = annex_cell, .context = &shown};
  const char *code = paper->options->code;
  bool titled = false, found = true;
  for (size_t i = 0; i < annex->table_count; i++)
    titled = titled || annex->tables[i].title;
  for (size_t i = 0; i < annex->table_count && (!code || !i); i++)
    add_panel(&sheet, &shown, &annex->tables[i], titled);
  if (code && annex->table_count) {
    select_rows(&shown, &annex->tables[0], code);
    sheet.rows = shown.rows.count;
    found = shown.rows.count > 0;
  }
  if (found) {
    paper_annex_heading(paper, annex);
    write_listed(paper, annex);
    write_tables(paper, annex, &sheet);
  }
  vec_free(&shown.sources);
  vec_free(&shown.rows);
  sheet_free(&sheet);
  return found;
}

ExportStatus paper_annex(Paper *paper, Str *error) {
  const TextOptions *options = paper->options;
  const Annex *annex = document_annex(paper->document, options->number);
  if (!annex) {
    str_printf(error, _("there is no annex %s; \"overview\" lists the annexes"), options->number);
    return EXPORT_NOTHING;
  }
  if (options->code && (!annex->table_count || !annex_tables(paper, annex))) {
    str_printf(error, _("account %s stands nowhere in annex %s"), options->code, options->number);
    return EXPORT_NOTHING;
  }
  if (options->code)
    return EXPORT_DONE;
  if (annex->target_count) {
    paper_annex_targets(paper, annex);
  } else if (!annex->included || !annex->table_count) {
    paper_annex_heading(paper, annex);
    paper_plain(paper, _("listed in the document, but not included in it"));
    paper_end(paper);
  } else {
    annex_tables(paper, annex);
  }
  return EXPORT_DONE;
}
