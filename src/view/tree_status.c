#include "view/tree_status.h"

#include <string.h>

#include "base/i18n.h"
#include "model/catalogue.h"
#include "model/code_index.h"
#include "model/row_code.h"
#include "text/fold.h"
#include "view/findings.h"
#include "view/place_text.h"

static void write_annex(Str *out, const Document *document, const Annex *annex) {
  Place place = {.kind = PLACE_ANNEX, .annex = (uint32_t)(annex - document->annexes)};
  place_write_annex(out, document, &place);
}

void tree_write_sources(Str *out, const Document *document, const Tree *tree) {
  for (size_t i = 0; i < tree->source_count; i++) {
    if (i > 0)
      str_add_char(out, '+');
    write_annex(out, document, tree->sources[i].annex);
  }
}

const char *tree_shown_name(const Tree *tree, uint32_t node) {
  const char *name = tree_name(tree, node);
  return node == 0 && name[0] == '\0' ? _("all accounts") : name;
}

/* Whether the entry is for this very code, and not for one that goes on. */
static bool is_entry_of(const Document *document, const CodeEntry *entry, const char *code) {
  size_t row;
  const Table *table = code_index_place(document, entry, &row);
  CodeColumns columns = code_columns(table);
  Str room = STR_EMPTY;
  RowCode own = row_code(&columns, &table->rows[row], &room);
  bool same = own.length > 0 && own.length == strlen(code) &&
              memcmp(own.text, code, own.length) == 0;
  str_free(&room);
  return same;
}

static void separate(Str *out) { str_add_text(out, " · "); }

static void write_places(Str *out, const Document *document, const char *code) {
  enum { LOOKED_AT = 256 }; /* a code printed more often than this is not looked up to the end */
  size_t first, count = code_index_prefix(document, code, &first);
  uint32_t last = UINT32_MAX;
  for (size_t i = 0; i < count && i < LOOKED_AT; i++) {
    const CodeEntry *entry = &document->codes->entries[first + i];
    if (!is_entry_of(document, entry, code))
      break;
    if (entry->annex == last)
      continue;
    if (last == UINT32_MAX)
      separate(out);
    else
      str_add_char(out, ' ');
    write_annex(out, document, &document->annexes[entry->annex]);
    last = entry->annex;
  }
}

/* The name that the catalogue gives, where the table prints another. */
static void write_catalogue_name(Str *out, const Tree *tree, uint32_t node) {
  const char *name = tree_name(tree, node), *code = tree_code(tree, node);
  const char *known = catalogue_name(tree->classification, code, strlen(code));
  if (known == NULL || !tree_printed(tree, node) ||
      fold_equal(known, strlen(known), name, strlen(name)))
    return;
  separate(out);
  str_printf(out, _("in the national catalogue: %s"), known);
}

static void write_printed(Str *out, Figure figure) {
  Str text = STR_EMPTY;
  figure_write(&text, figure, figure.unit);
  str_printf(&text, " %s", unit_name(figure.unit));
  separate(out);
  str_printf(out, _("as printed: %s"), text.data);
  str_free(&text);
}

/* Whether a sum that no table prints is blank though there is something to add up. */
static bool is_too_large(const Grid *grid, uint32_t node) {
  enum { LOOKED_AT = 256 };
  const Tree *tree = grid->outline.tree;
  uint32_t child = tree->nodes[node].first_child;
  for (int i = 0; i < LOOKED_AT && child != NODE_NONE && !tree_printed(tree, node); i++) {
    if (grid_cell(grid, child, grid->column).amount.kind == CELL_MONEY)
      return true;
    child = tree->nodes[child].next_sibling;
  }
  return false;
}

static void write_amount(Str *out, const Grid *grid, uint32_t node) {
  TreeAmount amount = grid_cell(grid, node, grid->column).amount;
  if (amount.kind == CELL_BLANK && is_too_large(grid, node)) {
    separate(out);
    str_add_text(out, _("the sum is too large"));
  }
  if (amount.kind != CELL_MONEY)
    return;
  int unit = grid->session->unit;
  if (amount.derived && tree_printed(grid->outline.tree, node)) {
    separate(out);
    str_add_text(out, _("derived: no table prints this amount"));
  } else if (!amount.derived && unit >= 0 && (Unit)unit != amount.figure.unit) {
    write_printed(out, amount.figure);
  }
}

void tree_write_status(Str *out, const Grid *grid) {
  const Tree *tree = grid->outline.tree;
  uint32_t node = grid_node(grid);
  if (node == NODE_NONE)
    return;
  const char *code = tree_code(tree, node);
  const char *name = tree_shown_name(tree, node);
  str_add_text(out, code);
  if (code[0] != '\0' && name[0] != '\0')
    str_add_char(out, ' ');
  str_add_text(out, name);
  if (code[0] != '\0')
    write_places(out, grid->session->document, code);
  if (!tree_printed(tree, node)) {
    separate(out);
    str_add_text(out, _("derived: no table prints this row"));
  }
  write_amount(out, grid, node);
  TreeAmount amount = grid_cell(grid, node, grid->column).amount;
  Place place = tree_place(grid->session->document, tree, &amount);
  findings_write_figure(grid->session, &place, out);
  write_catalogue_name(out, tree, node);
}
