/* Rows kept by a filter: those in which a search finds a text, with what is above them. */
#include <string.h>

#include "base/i18n.h"
#include "view/grid_layout.h"
#include "view/grid_parts.h"

typedef VEC(uint32_t) Nodes;

void grid_free_filter(Grid *grid) {
  str_free(&grid->filter);
  term_close(&grid->term);
}

/* The node of a row that was found; NODE_NONE where it is of another table. */
static uint32_t node_of(const Grid *grid, const Place *place) {
  size_t source;
  return tree_node_of_place(grid->session->document, grid->outline.tree, place, &source);
}

static void add_found(const Grid *grid, Nodes *nodes) {
  const Search *search = grid->session->search;
  size_t count = search_count(search);
  for (size_t i = 0; i < count; i++) {
    Place place = search_hit_place(search, i);
    uint32_t node = place.kind == PLACE_ROW ? node_of(grid, &place) : NODE_NONE;
    if (node != NODE_NONE)
      vec_push(nodes, node);
  }
}

/* No table prints them, so that the search does not know them. */
static void add_derived(const Grid *grid, Nodes *nodes) {
  const Tree *tree = grid->outline.tree;
  for (uint32_t node = 0; tree->derived_count > 0 && node < tree->node_count; node++) {
    size_t start, end;
    if (tree_printed(tree, node))
      continue;
    const char *code = tree_code(tree, node);
    if (term_find_code(&grid->term, code, strlen(code), &start, &end) ||
        term_in_text(&grid->term, tree_name(tree, node)))
      vec_push(nodes, node);
  }
}

/* What the session searched for is searched for again afterwards. False: it was stopped. */
static bool run(Grid *grid, Nodes *nodes) {
  Search *search = grid->session->search;
  Str before = STR_EMPTY;
  size_t length;
  const char *needle = search_needle(search, &length);
  str_add(&before, needle, length);
  search_run(search, grid->filter.data, grid->filter.length);
  bool stopped = search_stopped(search);
  add_found(grid, nodes);
  add_derived(grid, nodes);
  search_run(search, before.data, before.length);
  str_free(&before);
  return !stopped;
}

static void forget(Grid *grid) {
  str_clear(&grid->filter);
  term_close(&grid->term);
  grid->term = (Term)TERM_EMPTY;
}

/* The first row that was found, where the cursor's is not among them. */
static uint32_t node_to_go_to(const Grid *grid, uint32_t node) {
  const Outline *outline = &grid->outline;
  if (node != NODE_NONE && outline_is_found(outline, node))
    return node;
  for (size_t i = 0; i < outline->rows.count; i++)
    if (outline_is_found(outline, outline->rows.items[i]))
      return outline->rows.items[i];
  return node;
}

/* The nodes in which the text is found; false: there is nothing to look for, or it was stopped. */
static bool find(Grid *grid, const char *text, Nodes *nodes) {
  Str error = STR_EMPTY;
  bool searchable = term_open(&grid->term, text, strlen(text), TERM_PINYIN, NULL, &error);
  str_free(&error);
  if (!searchable)
    return false;
  str_add_text(&grid->filter, text);
  if (run(grid, nodes))
    return true;
  session_say(grid->session, "%s", _("the search was interrupted"));
  return false;
}

size_t grid_filter(Grid *grid, const char *text) {
  uint32_t node = grid_node(grid);
  Nodes nodes = {0};
  grid_look_first(grid);
  forget(grid);
  if (text != NULL && find(grid, text, &nodes)) {
    outline_filter(&grid->outline, nodes.items, nodes.count);
    node = node_to_go_to(grid, node);
  } else {
    forget(grid);
    outline_unfilter(&grid->outline);
  }
  vec_free(&nodes);
  grid_keep_node(grid, node);
  return grid->outline.filter != NULL ? grid->outline.filter->count : 0;
}

void grid_uncover(Grid *grid, uint32_t node) {
  if (outline_is_kept(&grid->outline, node))
    return;
  session_say(grid->session, _("no longer filtered by: %s"), grid->filter.data);
  grid_filter(grid, NULL);
}

void grid_write_state(const Grid *grid, Str *out) {
  const OutlineFilter *filter = grid->outline.filter;
  bool tagged = grid->tags.nodes.count > 0, selected = filter == NULL || filter->count > 0;
  if (filter != NULL) {
    str_printf(out, ngettext("filter: %s · %zu row", "filter: %s · %zu rows", filter->count),
               grid->filter.data, filter->count);
    str_add_text(out, tagged || selected ? " · " : "");
  }
  if (tagged) {
    grid_write_tags(grid, out);
    str_add_text(out, selected ? " · " : "");
  }
}
