#include "view/annex_panel.h"

#include <string.h>

#include "base/i18n.h"
#include "model/row_code.h"
#include "view/findings.h"
#include "view/printed_tree.h"

enum { UNFOLDED_ROWS = 500, FROZEN_MOST = 5 };

/* ---- the source of the grid */

static void write_number(AnnexPanel *panel, const Cell *printed, GridCell *cell) {
  str_clear(&panel->scratch);
  number_write(&panel->scratch, printed->number, printed->decimals);
  *cell = (GridCell){.text = panel->scratch.data, .length = panel->scratch.length,
                     .has_number = true, .number = printed->number, .decimals = printed->decimals};
}

static void panel_cell(const Grid *grid, uint32_t node, const GridColumn *column, GridCell *cell) {
  AnnexPanel *panel = grid->context;
  uint32_t row = grid->outline.tree->nodes[node].rows[0];
  if (row == NODE_NONE)
    return;
  const Cell *printed = &panel->table->rows[row].cells[column->index];
  cell->amount.kind = CELL_BLANK;
  switch ((CellKind)printed->kind) {
    case CELL_BLANK:
    case CELL_MERGED: break;
    case CELL_TEXT:
    case CELL_DASH:
    case CELL_SLASH:
      cell->text = cell->amount.text = printed->text;
      cell->length = printed->length;
      cell->amount.kind = CELL_DASH; /* in a column of amounts: shown as it is printed */
      break;
    case CELL_MONEY:
      cell->amount.kind = CELL_MONEY;
      cell_figure(printed, panel->annex->unit, &cell->amount.figure);
      break;
    case CELL_NUMBER: write_number(panel, printed, cell); break;
  }
}

/* ---- opening */

static bool names_row(Role role) {
  static const Role roles[] = {ROLE_CODE, ROLE_CODE_CLASS, ROLE_CODE_SECTION, ROLE_CODE_ITEM,
                               ROLE_NAME, ROLE_ITEM};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (roles[i] == role)
      return true;
  return false;
}

/* The first leaf that names a row carries the signs of folding; the ones up to the last that
 * names it do not scroll away. */
static void frozen_leaves(const Table *table, size_t *tree, size_t *frozen) {
  *tree = table->leaf_count;
  *frozen = 0;
  for (size_t i = 0; i < table->leaf_count && i < FROZEN_MOST; i++) {
    if (!names_row(table->leaves[i]->role))
      continue;
    if (*tree == table->leaf_count)
      *tree = i;
    *frozen = i + 1;
  }
}

/* The leaf that gives way when there is little room. */
static size_t flexible_leaf(const Table *table) {
  static const Role roles[] = {ROLE_NAME, ROLE_ITEM, ROLE_TEXT};
  int leaf = table_leaf_among(table, roles, sizeof roles / sizeof *roles);
  return leaf < 0 ? table->leaf_count : (size_t)leaf;
}

static void add_columns(AnnexPanel *panel) {
  static const GridKind kinds[] = {[CONTENT_TEXT] = GRID_TEXT, [CONTENT_MONEY] = GRID_AMOUNT,
                                   [CONTENT_NUMBER] = GRID_NUMBER};
  const Table *table = panel->table;
  size_t tree, frozen, flexible = flexible_leaf(table);
  frozen_leaves(table, &tree, &frozen);
  for (size_t i = 0; i < table->leaf_count; i++)
    grid_add_column(&panel->grid, (GridColumn){
        .kind = i == tree ? GRID_TREE : kinds[role_content(table->leaves[i]->role)],
        .title = table->leaves[i]->title, .index = i, .role = table->leaves[i]->role,
        .frozen = i < frozen, .flat = table->leaves[i]->role == ROLE_CODE_CLASS,
        .flexible = i == flexible});
  panel->grid.column = frozen < table->leaf_count ? frozen : 0;
}

/* The document's own tree of the table where it has one, else one of the panel's. */
static const Tree *tree_of_panel(AnnexPanel *panel, const Document *document) {
  for (size_t i = 0; i < document->tree_count; i++) {
    const Tree *tree = &document->trees[i];
    if (tree->source_count == 1 && tree->sources[0].table == panel->table)
      return tree;
  }
  return tree_of_table(panel->arena, panel->annex, panel->table);
}

void annex_panel_open(AnnexPanel *panel, Session *session, const Annex *annex, const Table *table) {
  *panel = (AnnexPanel){.annex = annex, .table = table, .arena = arena_new(), .scratch = STR_EMPTY};
  grid_open(&panel->grid, session, (GridSource){.cell = panel_cell, .header = table}, panel);
  panel->grid.cell_cursor = true;
  add_columns(panel);
  const Tree *tree = printed_tree(panel->arena, tree_of_panel(panel, session->document));
  outline_open(&panel->grid.outline, tree, true, true, UNFOLDED_ROWS);
  window_set_count(&panel->grid.window, panel->grid.outline.rows.count);
}

void annex_panel_close(AnnexPanel *panel) {
  grid_close(&panel->grid);
  arena_free(panel->arena);
  str_free(&panel->scratch);
}

/* ---- what is under the cursor */

static uint32_t row_number(const AnnexPanel *panel) {
  uint32_t node = grid_node(&panel->grid);
  return node == NODE_NONE ? NODE_NONE : panel->grid.outline.tree->nodes[node].rows[0];
}

const Row *annex_panel_row(const AnnexPanel *panel) {
  uint32_t row = row_number(panel);
  return row == NODE_NONE ? NULL : &panel->table->rows[row];
}

static void write_row_name(Str *out, const AnnexPanel *panel, const Row *row) {
  CodeColumns columns = code_columns(panel->table);
  Str room = STR_EMPTY;
  RowCode code = row_code(&columns, row, &room);
  const char *name = table_row_name(panel->table, row);
  str_add(out, code.text, code.length);
  if (code.length > 0 && name[0] != '\0')
    str_add_char(out, ' ');
  str_add_text(out, name);
  str_free(&room);
  if (out->length > 0)
    str_add_text(out, " · ");
}

/* The cell that a merged one continues. */
static const Cell *printed_cell(const AnnexPanel *panel, uint32_t row, size_t leaf) {
  while (row > 0 && panel->table->rows[row].cells[leaf].kind == CELL_MERGED)
    row--;
  return &panel->table->rows[row].cells[leaf];
}

static void write_cell(Str *out, const AnnexPanel *panel, const Cell *cell) {
  Figure figure;
  if (cell_figure(cell, panel->annex->unit, &figure)) {
    figure_write(out, figure, figure.unit);
    str_printf(out, " %s", unit_name(figure.unit));
  } else if (cell->kind == CELL_NUMBER) {
    number_write(out, cell->number, cell->decimals);
  } else if (cell->kind == CELL_BLANK || cell->kind == CELL_MERGED || cell->length == 0) {
    str_add_text(out, _("blank"));
  } else {
    str_add(out, cell->text, cell->length);
  }
}

static Place cell_place(const AnnexPanel *panel, uint32_t row, size_t leaf) {
  const Document *document = panel->grid.session->document;
  return (Place){.kind = PLACE_ROW,
                 .annex = (uint32_t)(panel->annex - document->annexes),
                 .table = (uint32_t)(panel->table - panel->annex->tables),
                 .leaf = (uint16_t)leaf,
                 .row = row};
}

void annex_panel_status(const AnnexPanel *panel, Str *out) {
  const Table *table = panel->table;
  uint32_t row = row_number(panel);
  grid_write_state(&panel->grid, out);
  if (row == NODE_NONE || table->leaf_count == 0)
    return;
  size_t leaf = panel->grid.columns.items[panel->grid.column].index;
  if (!panel->grid.columns.items[panel->grid.column].frozen)
    write_row_name(out, panel, &table->rows[row]);
  grid_write_titles(out, table, leaf);
  str_add_text(out, _(": "));
  write_cell(out, panel, printed_cell(panel, row, leaf));
  Place place = cell_place(panel, row, leaf);
  findings_write_figure(panel->grid.session, &place, out);
  str_add_text(out, " · ");
  if (table->pages && table->pages[row])
    str_printf(out, _("row %u (page %u)"), row + 1, table->pages[row]);
  else if (table->rows[row].line)
    str_printf(out, _("row %u (line %u)"), row + 1, table->rows[row].line);
  else
    str_printf(out, _("row %u"), row + 1);
}
