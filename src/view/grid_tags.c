/* Tagged rows, and what they add up to: exactly, each column for itself, an account inside a tagged
 * one counted once. */
#include "base/bits.h"
#include "base/i18n.h"
#include "view/grid_parts.h"

static size_t node_count(const Grid *grid) { return grid->outline.tree->node_count; }

bool grid_is_tagged(const Grid *grid, uint32_t node) {
  const GridTags *tags = &grid->tags;
  return tags->nodes.count > 0 && bits_get(tags->bits, node);
}

void grid_free_tags(Grid *grid) {
  memory_free(grid->tags.bits);
  vec_free(&grid->tags.nodes);
  vec_free(&grid->tags.sums);
}

/* ---- sums */

static uint32_t tagged_above(const Grid *grid, uint32_t node) {
  do
    node = grid->outline.tree->nodes[node].parent;
  while (node != NODE_NONE && !grid_is_tagged(grid, node));
  return node;
}

static bool figure_of(const Grid *grid, uint32_t node, size_t column, Figure *figure) {
  TreeAmount amount = grid_cell(grid, node, column).amount;
  *figure = amount.figure;
  return amount.kind == CELL_MONEY;
}

/* Whether a tagged account above already has the amount in its own. */
static bool is_counted_above(const Grid *grid, uint32_t node, size_t column) {
  Figure figure;
  while ((node = tagged_above(grid, node)) != NODE_NONE)
    if (figure_of(grid, node, column, &figure))
      return true;
  return false;
}

static void add(GridSum *sum, const Figure *figure) {
  if (sum->state == SUM_NONE) {
    sum->figure = *figure;
    sum->state = SUM_EXACT;
    return;
  }
  int decimals = figure_decimals(*figure, sum->figure.unit);
  if (decimals > sum->figure.decimals)
    sum->figure.decimals = (uint8_t)decimals;
  if (!money_add(sum->figure.money, figure->money, &sum->figure.money))
    sum->state = SUM_TOO_LARGE;
}

static GridSum sum_column(const Grid *grid, size_t column) {
  const GridTags *tags = &grid->tags;
  GridSum sum = {.column = column};
  Figure figure;
  for (size_t i = 0; i < tags->nodes.count && sum.state != SUM_TOO_LARGE; i++)
    if (figure_of(grid, tags->nodes.items[i], column, &figure) &&
        !is_counted_above(grid, tags->nodes.items[i], column))
      add(&sum, &figure);
  return sum;
}

/* A total that has no rows below it adds up others, which the table does not name. */
static void count_rows(Grid *grid) {
  const Tree *tree = grid->outline.tree;
  GridTags *tags = &grid->tags;
  tags->inside = 0;
  tags->total = false;
  for (size_t i = 0; i < tags->nodes.count; i++) {
    uint32_t node = tags->nodes.items[i];
    if (tagged_above(grid, node) != NODE_NONE)
      tags->inside++;
    else if (tree->nodes[node].first_child == NODE_NONE && tree_is_total(tree, node))
      tags->total = tags->nodes.count > 1;
  }
}

/* Whether each column shares its heading: what stands over it tells it apart then. */
static bool *find_twins(const Grid *grid) {
  size_t count = grid->columns.count, *order = grid_by_heading(grid);
  bool *twins = memory_zero(count + 1, sizeof *twins);
  for (size_t i = 1; i < count; i++)
    if (grid_compare_headings(grid, order[i - 1], grid, order[i]) == 0)
      twins[order[i - 1]] = twins[order[i]] = true;
  memory_free(order);
  return twins;
}

static void sum_up(Grid *grid) {
  grid->tags.sums.count = 0;
  count_rows(grid);
  if (grid->tags.nodes.count == 0)
    return;
  bool *twins = find_twins(grid);
  for (size_t i = 0; i < grid->columns.count; i++)
    if (grid->columns.items[i].kind == GRID_AMOUNT) {
      GridSum sum = sum_column(grid, i);
      sum.twice = twins[i];
      vec_push(&grid->tags.sums, sum);
    }
  memory_free(twins);
}

/* ---- tagging */

static void forget_node(GridTags *tags, uint32_t node) {
  size_t kept = 0;
  for (size_t i = 0; i < tags->nodes.count; i++)
    if (tags->nodes.items[i] != node)
      tags->nodes.items[kept++] = tags->nodes.items[i];
  tags->nodes.count = kept;
}

static void set_tag(Grid *grid, uint32_t node, bool tagged) {
  GridTags *tags = &grid->tags;
  if (tags->bits == NULL)
    tags->bits = bits_new(node_count(grid));
  bits_set(tags->bits, node, tagged);
  if (tagged)
    vec_push(&tags->nodes, node);
  else
    forget_node(tags, node);
}

void grid_tag_nodes(Grid *grid, const uint32_t *nodes, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!grid_is_tagged(grid, nodes[i]))
      set_tag(grid, nodes[i], true);
  sum_up(grid);
}

Outcome grid_tag(Grid *grid) {
  uint32_t node = grid_node(grid);
  if (node == NODE_NONE)
    return OUTCOME_DONE;
  set_tag(grid, node, !grid_is_tagged(grid, node));
  sum_up(grid);
  window_act(&grid->window, ACTION_DOWN);
  return OUTCOME_DONE;
}

Outcome grid_clear_tags(Grid *grid) {
  GridTags *tags = &grid->tags;
  if (tags->nodes.count == 0) {
    session_say(grid->session, "%s", _("no row is tagged"));
    return OUTCOME_DONE;
  }
  bits_fill(tags->bits, node_count(grid), false);
  tags->nodes.count = 0;
  sum_up(grid);
  return OUTCOME_DONE;
}

/* ---- the line below */

enum { LINE_MOST = 8192 /* bytes: no terminal is so wide */ };

static void write_sum(const Grid *grid, const GridSum *sum, Str *out) {
  const GridColumn *column = &grid->columns.items[sum->column];
  str_add_text(out, " · ");
  if (grid->source.header != NULL && sum->twice)
    grid_write_titles(out, grid->source.header, column->index);
  else
    str_add_text(out, column->title);
  str_add_char(out, ' ');
  if (sum->state == SUM_TOO_LARGE) {
    str_add_text(out, _("(too large to add up)"));
    return;
  }
  grid_figure(grid->session, sum->figure, out);
  str_add_text(out, grid->sum_sign);
}

void grid_write_tags(const Grid *grid, Str *out) {
  const GridTags *tags = &grid->tags;
  bool any = false;
  if (tags->inside > 0)
    str_printf(out, _("tagged: %zu (%zu inside another)"), tags->nodes.count, tags->inside);
  else
    str_printf(out, _("tagged: %zu"), tags->nodes.count);
  for (size_t i = 0; i < tags->sums.count && out->length < LINE_MOST; i++) {
    const GridSum *sum = &tags->sums.items[i];
    if (sum->state == SUM_NONE || grid->columns.items[sum->column].hidden)
      continue;
    write_sum(grid, sum, out);
    any = true;
  }
  str_add_text(out, any ? "" : " · ");
  str_add_text(out, any ? "" : _("no amounts"));
  if (tags->total) {
    str_add_text(out, " · ");
    str_add_text(out, _("a total is among them: its parts may be counted twice"));
  }
}
