#include "base/memory.h"
#include "export/json_document.h"
#include "model/tree.h"

/* A tree's nodes in the order of a depth-first walk, which is that of the list of accounts. */
typedef struct {
  const Tree *tree;
  uint32_t *places; /* of the nodes in that list */
  uint32_t count;
} Walk;

static const char *annex_number(const Tree *tree, int source) {
  return source < 0 ? NULL : tree->sources[source].annex->number;
}

static void write_columns(Json *json, const Tree *tree) {
  json_array(json, "columns");
  for (size_t i = 0; i < tree->column_count; i++) {
    const TreeColumn *column = &tree->columns[i];
    json_object(json, NULL);
    json_compact(json, true);
    json_text(json, "role", role_words.words[column->role].name);
    json_text(json, "title", column->title);
    json_text(json, "annex", annex_number(tree, column->source));
    json_end(json);
    json_compact(json, false);
  }
  json_end(json);
}

static void write_amount(Json *json, const TreeAmount *amount) {
  if (amount->kind == CELL_BLANK || amount->kind == CELL_MERGED) {
    json_null(json, NULL);
    return;
  }
  json_object(json, NULL);
  if (amount->kind == CELL_MONEY) {
    const Figure *figure = &amount->figure;
    json_decimal(json, "amount", figure->money.fen, unit_exponent(figure->unit), figure->decimals);
    json_text(json, "unit", unit_name(figure->unit));
    json_decimal(json, "yuan", figure->money.fen, unit_exponent(UNIT_YUAN), 2);
    json_boolean(json, "derived", amount->derived);
  } else {
    json_text(json, json_cell_keys[JSON_MARK][0], amount->text);
  }
  json_end(json);
}

static void write_rows(Json *json, const Tree *tree, uint32_t node) {
  json_array(json, "rows");
  for (size_t i = 0; i < tree->source_count; i++) {
    uint32_t row = tree->nodes[node].rows[i];
    if (row == NODE_NONE)
      continue;
    json_object(json, NULL);
    json_text(json, "annex", annex_number(tree, (int)i));
    const TreeRow *printed = tree->sources[i].printed;
    json_integer(json, "row", (int64_t)(printed ? printed[row].row : row) + 1);
    json_end(json);
  }
  json_end(json);
}

static void write_account(Json *json, Walk *walk, uint32_t node) {
  const Tree *tree = walk->tree;
  uint32_t parent = tree->nodes[node].parent;
  walk->places[node] = walk->count++;
  json_object(json, NULL);
  json_compact(json, true);
  json_integer(json, "depth", tree->nodes[node].depth);
  if (parent == NODE_NONE)
    json_null(json, "parent");
  else
    json_integer(json, "parent", walk->places[parent]);
  json_text(json, "code", tree_code(tree, node));
  json_text(json, "name", tree_name(tree, node));
  json_boolean(json, "printed", tree_printed(tree, node));
  write_rows(json, tree, node);
  json_array(json, "amounts");
  for (size_t i = 0; i < tree->column_count; i++) {
    TreeAmount amount = tree_amount(tree, node, i);
    write_amount(json, &amount);
  }
  json_end(json);
  json_end(json);
  json_compact(json, false);
}

static void write_tree(Json *json, const Tree *tree) {
  Walk walk = {.tree = tree, .places = memory_zero(tree->node_count, sizeof *walk.places)};
  json_object(json, NULL);
  json_text(json, "classification", classification_words.words[tree->classification].name);
  json_array(json, "annexes");
  for (size_t i = 0; i < tree->source_count; i++)
    json_text(json, NULL, annex_number(tree, (int)i));
  json_end(json);
  write_columns(json, tree);
  json_array(json, "accounts");
  for (uint32_t node = 0; node != NODE_NONE && !json->stopped; node = tree_next(tree, node))
    write_account(json, &walk, node);
  json_end(json);
  json_end(json);
  memory_free(walk.places);
}

void json_trees(Json *json, const Document *document, const Annex *only) {
  json_array(json, "trees");
  for (size_t i = 0; i < document->tree_count; i++)
    if (!only || tree_is_of(&document->trees[i], only))
      write_tree(json, &document->trees[i]);
  json_end(json);
}
