#include <string.h>

#include "base/i18n.h"
#include "export/text_sheet.h"
#include "model/tree.h"

static const Classification classifications[TEXT_PART_COUNT] = {
    [TEXT_FUNCTIONAL] = CLASSIFICATION_FUNCTIONAL,
    [TEXT_DEPARTMENT_ECONOMIC] = CLASSIFICATION_DEPARTMENT_ECONOMIC,
    [TEXT_GOVERNMENT_ECONOMIC] = CLASSIFICATION_GOVERNMENT_ECONOMIC,
};

static const char *const titles[CLASSIFICATION_COUNT] = {
    [CLASSIFICATION_NONE] = "",
    [CLASSIFICATION_FUNCTIONAL] = N_("Functional classification"),
    [CLASSIFICATION_DEPARTMENT_ECONOMIC] = N_("Departmental economic classification"),
    [CLASSIFICATION_GOVERNMENT_ECONOMIC] = N_("Government economic classification"),
};

typedef struct {
  const Tree *tree;
  size_t share; /* the tree's column that shares are of */
  VEC(uint32_t) nodes;
} TreeSheet;

enum { SHEET_CODES, SHEET_NAMES, SHEET_AMOUNTS };

static void add_share(const TreeSheet *shown, uint32_t node, Str *out) {
  uint32_t parent = shown->tree->nodes[node].parent;
  int64_t permille;
  if (parent == NODE_NONE)
    return;
  TreeAmount part = tree_amount(shown->tree, node, shown->share);
  TreeAmount whole = tree_amount(shown->tree, parent, shown->share);
  if (part.kind == CELL_MONEY && whole.kind == CELL_MONEY &&
      money_share(part.figure.money, whole.figure.money, &permille))
    share_write(out, permille);
}

static void add_amount(const Paper *paper, const Tree *tree, const TreeAmount *amount,
                       SheetCell *out) {
  Place place = tree_place(paper->document, tree, amount);
  out->sign = paper_sign(paper, &place);
  if (amount->kind == CELL_DASH || amount->kind == CELL_SLASH)
    str_add_text(&out->text, amount->text);
  if (amount->kind != CELL_MONEY)
    return;
  out->marks |= paper_figure(paper, amount->figure, &out->text);
  if (amount->derived)
    out->marks |= MARK_DERIVED;
}

static void tree_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column, SheetCell *out) {
  const TreeSheet *shown = sheet->context;
  const Tree *tree = shown->tree;
  uint32_t node = shown->nodes.items[row];
  if (column == SHEET_CODES) {
    str_add_text(&out->text, tree_code(tree, node));
  } else if (column == SHEET_NAMES) {
    /* Where columns are few, what stands for the level must leave room for the name. */
    size_t step = paper->options->width ? 1 : 2;
    str_add_fill(&out->text, ' ', step * tree->nodes[node].depth);
    const char *name = tree_name(tree, node);
    str_add_text(&out->text, node || *name ? name : _("all accounts"));
    if (tree->nodes[node].derived != NODE_NONE)
      out->marks |= MARK_DERIVED;
  } else if (column < SHEET_AMOUNTS + tree->column_count) {
    TreeAmount amount = tree_amount(tree, node, column - SHEET_AMOUNTS);
    add_amount(paper, tree, &amount, out);
  } else {
    add_share(shown, node, &out->text);
  }
}

/* ------------------------------------------------------------------ which accounts */

/* The node that follows in printed order among those below `top`; NODE_NONE at the end. */
static uint32_t next_node(const Tree *tree, uint32_t node, uint32_t top, size_t deepest) {
  const Node *nodes = tree->nodes;
  if (nodes[node].first_child != NODE_NONE && nodes[node].depth < deepest)
    return nodes[node].first_child;
  while (node != top && nodes[node].next_sibling == NODE_NONE)
    node = nodes[node].parent;
  return node == top ? NODE_NONE : nodes[node].next_sibling;
}

static void add_below(TreeSheet *shown, uint32_t top, size_t depth) {
  size_t deepest = depth ? shown->tree->nodes[top].depth + depth : SIZE_MAX;
  for (uint32_t node = top; node != NODE_NONE; node = next_node(shown->tree, node, top, deepest))
    vec_push(&shown->nodes, node);
}

/* Marks the account, the way to it, and what is below it. */
static void mark_account(const Tree *tree, uint32_t node, size_t depth, bool *marked) {
  size_t deepest = depth ? tree->nodes[node].depth + depth : SIZE_MAX;
  for (uint32_t up = tree->nodes[node].parent; up != NODE_NONE; up = tree->nodes[up].parent)
    marked[up] = true;
  for (uint32_t at = node; at != NODE_NONE; at = next_node(tree, at, node, deepest))
    marked[at] = true;
}

/* A code may be printed more than once: all of its accounts. */
static void select_account(TreeSheet *shown, const char *code, size_t depth) {
  const Tree *tree = shown->tree;
  bool *marked = memory_zero(tree->node_count, sizeof *marked);
  for (uint32_t node = 0; node != NODE_NONE; node = next_node(tree, node, 0, SIZE_MAX))
    if (*code && !strcmp(tree_code(tree, node), code))
      mark_account(tree, node, depth, marked);
  for (uint32_t node = 0; node != NODE_NONE; node = next_node(tree, node, 0, SIZE_MAX))
    if (marked[node])
      vec_push(&shown->nodes, node);
  memory_free(marked);
}

/* ------------------------------------------------------------------ one tree */

static void tree_heading(Paper *paper, const Tree *tree) {
  paper_plain(paper, _(titles[tree->classification]));
  paper_end(paper);
  for (size_t i = 0; i < tree->source_count; i++) {
    const Annex *annex = tree->sources[i].annex;
    paper_annex_heading(paper, annex);
    if (i + 1 == tree->source_count || tree->sources[i + 1].annex->unit != annex->unit)
      paper_unit(paper, annex);
  }
}

static const char *column_title(const TreeColumn *column) {
  return column->title ? column->title : _("Total");
}

static void add_columns(Sheet *sheet, const Tree *tree) {
  sheet_add(sheet, SHEET_CODE, _("Code"));
  sheet_add(sheet, SHEET_TEXT, _("Account"));
  for (size_t i = 0; i < tree->column_count; i++)
    sheet_add(sheet, SHEET_AMOUNT, column_title(&tree->columns[i]));
  if (tree->column_count)
    sheet_add(sheet, SHEET_AMOUNT, _("Of parent"));
}

/* Writes the tree; false when the account asked for is not in it. */
static bool write_tree(Paper *paper, const Tree *tree, bool first) {
  TreeSheet shown = {.tree = tree, .share = tree_total_column(tree)};
  const TextOptions *options = paper->options;
  if (options->code)
    select_account(&shown, options->code, options->depth);
  else
    add_below(&shown, 0, options->depth);
  bool found = shown.nodes.count > 0;
  if (found) {
    Sheet sheet = {.cell = tree_cell, .context = &shown, .rows = shown.nodes.count};
    add_columns(&sheet, tree);
    if (!first)
      paper_end(paper);
    tree_heading(paper, tree);
    paper_end(paper);
    sheet_write(&sheet, paper);
    paper_legend(paper);
    sheet_free(&sheet);
  }
  vec_free(&shown.nodes);
  return found;
}

bool paper_account(Paper *paper, Classification classification, bool first) {
  const Tree *tree;
  bool any = false;
  for (size_t n = 0; (tree = document_tree(paper->document, classification, n)) != NULL; n++)
    any |= write_tree(paper, tree, first && !any);
  return any;
}

/* ------------------------------------------------------------------ a classification */

/* The tree of the annex asked for, else the first that holds the account asked for, else the
 * first. */
static const Tree *wanted_tree(const Paper *paper, Classification classification) {
  const TextOptions *options = paper->options;
  const Annex *annex = options->number ? document_annex(paper->document, options->number) : NULL;
  const Tree *tree;
  for (size_t n = 0; (tree = document_tree(paper->document, classification, n)) != NULL; n++) {
    if (options->number ? annex && tree_is_of(tree, annex)
                        : !options->code || tree_find(tree, options->code) != NODE_NONE)
      return tree;
  }
  return options->number ? NULL : document_tree(paper->document, classification, 0);
}

/* Names the other annexes that hold the classification. */
static void name_others(Paper *paper, const Tree *shown) {
  const Tree *tree;
  const char *part = text_parts[paper->options->part].name;
  for (size_t n = 0; (tree = document_tree(paper->document, shown->classification, n)) != NULL; n++)
    if (tree != shown && tree->sources[0].annex != shown->sources[0].annex) {
      const Annex *annex = tree->sources[0].annex;
      Str number = STR_EMPTY;
      fit_whole(&number, annex->number, strlen(annex->number));
      paper_format(paper, _("See also annex %s: %s %s"), number.data, part, number.data);
      paper_end(paper);
      str_free(&number);
    }
}

static ExportStatus nothing(const Paper *paper, Classification classification, Str *error) {
  const TextOptions *options = paper->options;
  const char *name = _(classification_words.words[classification].meaning);
  if (options->number)
    str_printf(error, _("annex %s has no accounts of the %s"), options->number, name);
  else
    str_printf(error, _("no annex has accounts of the %s"), name);
  return EXPORT_NOTHING;
}

ExportStatus paper_tree(Paper *paper, Str *error) {
  const TextOptions *options = paper->options;
  Classification classification = classifications[options->part];
  const Tree *tree = wanted_tree(paper, classification);
  if (!tree)
    return nothing(paper, classification, error);
  if (!write_tree(paper, tree, true)) {
    str_printf(error, _("account %s stands nowhere in the %s"), options->code,
               _(classification_words.words[classification].meaning));
    return EXPORT_NOTHING;
  }
  if (!options->number)
    name_others(paper, tree);
  return EXPORT_DONE;
}
