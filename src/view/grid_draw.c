#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/findings.h"
#include "view/grid_layout.h"
#include "view/grid_parts.h"
#include "view/highlight.h"

/* Lines of headings. */
static size_t header_height(const Grid *grid) {
  return grid->source.header != NULL && grid->source.header->header_depth > 0
             ? grid->source.header->header_depth
             : 1;
}

/* ---- headings */

static const GridColumn *column_at(const Grid *grid, size_t index) {
  return &grid->columns.items[index];
}

static bool is_right_aligned(const GridColumn *column) {
  return column->kind == GRID_AMOUNT || column->kind == GRID_NUMBER;
}

static void draw_order(const Grid *grid, Area area, int row, int column) {
  Glyph glyph = grid->outline.order == ORDER_DESCENDING ? GLYPH_DESCENDING : GLYPH_ASCENDING;
  area_glyph(area, row, column, STYLE_HEADING, glyph);
}

/* The sign of the order stands in the column of signs, else behind the title, if need be in the
 * gap. */
static void draw_title(const Grid *grid, Area area, int row, size_t index) {
  const GridColumn *column = column_at(grid, index);
  bool sorted = grid->outline.order != ORDER_PRINTED && grid->sorted == index;
  bool right = is_right_aligned(column);
  int left = column->left + (column->kind == GRID_TREE), room = column->width - 1;
  if (!right && column->kind != GRID_TREE)
    room++;
  size_t length = strlen(column->title);
  int wanted = (int)width_text(column->title, length);
  if (sorted && wanted >= room && left + room >= area.width)
    room--;
  int shown = wanted < room ? wanted : room;
  int start = right ? left + room - shown : left;
  int style = STYLE_HEADING | (grid->column == index ? STYLE_SELECTED : 0);
  area_fit(area, row, start, shown, style, FIT_LEFT, column->title, length);
  if (sorted)
    draw_order(grid, area, row, start + shown);
}

/* What is in sight of the columns [from, to): false when nothing is. */
static bool visible_span(const Grid *grid, size_t from, size_t to, int *left, int *width) {
  bool any = false;
  for (size_t i = from; i < to && i < grid->columns.count; i++) {
    const GridColumn *column = column_at(grid, i);
    if (column->left < 0)
      continue;
    if (!any)
      *left = column->left;
    *width = column->left + column->width - *left;
    any = true;
  }
  return any;
}

/* A group's title in the middle of a rule over its columns, where there is room for one. */
static void draw_group(const Grid *grid, Area area, int row, const Column *group) {
  enum { RULE_LEAST = 4 };
  int left, width;
  if (!visible_span(grid, group->first_leaf, group->first_leaf + group->leaf_count, &left, &width))
    return;
  const GridColumn *first = column_at(grid, group->first_leaf);
  if (first->kind == GRID_TREE && first->left == left)
    left++, width--;
  Area span = area_part(area, row, left, 1, width);
  int title = (int)width_text(group->title, strlen(group->title));
  int shown = title < span.width ? title : span.width, start = (span.width - shown) / 2;
  if (span.width - shown >= RULE_LEAST)
    area_rule(span, 0, STYLE_RULE);
  if (start > 0)
    area_text(span, 0, start - 1, STYLE_HEADING, " ");
  if (start + shown < span.width)
    area_text(span, 0, start + shown, STYLE_HEADING, " ");
  area_fit(span, 0, start, shown, STYLE_HEADING, FIT_LEFT, group->title, strlen(group->title));
}

static void draw_groups(const Grid *grid, Area area, int row, const Column *columns, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (columns[i].column_count == 0)
      continue;
    if (row >= 0)
      draw_group(grid, area, row, &columns[i]);
    draw_groups(grid, area, row + 1, columns[i].columns, columns[i].column_count);
  }
}

/* `skipped`: lines of groups that there is no room for. */
static void draw_header(const Grid *grid, Area area, int skipped) {
  const Table *header = grid->source.header;
  int row = area.height - 1;
  if (header != NULL)
    draw_groups(grid, area, -skipped, header->columns, header->column_count);
  for (size_t i = 0; i < grid->columns.count; i++)
    if (column_at(grid, i)->left >= 0)
      draw_title(grid, area, row, i);
  if (grid->more_left && column_at(grid, grid->first)->left > 0)
    area_glyph(area, row, column_at(grid, grid->first)->left - 1, STYLE_RULE, GLYPH_MORE_LEFT);
  if (grid->more_right)
    area_glyph(area, row, grid->edge, STYLE_RULE, GLYPH_MORE_RIGHT);
}

/* ---- rows */

static bool is_total(const Grid *grid, uint32_t node) {
  return node == grid->outline.root || tree_is_total(grid->outline.tree, node);
}

static int row_style(const Grid *grid, uint32_t node, int normal) {
  if (grid_is_tagged(grid, node))
    return STYLE_TAGGED;
  if (is_total(grid, node))
    return STYLE_TOTAL;
  return tree_printed(grid->outline.tree, node) ? normal : STYLE_DERIVED;
}

static bool is_digits(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (text[i] < '0' || text[i] > '9')
      return false;
  return length > 0;
}

/* What is to be marked: what was searched for, else what the rows are filtered by. */
static const char *needle_of(const Grid *grid, size_t *length) {
  if (grid->session->highlight)
    return search_needle(grid->session->search, length);
  *length = grid->term.needle.length;
  return grid->term.needle.data;
}

/* A query of digits finds the codes that begin so. */
static bool may_match(const Grid *grid, const char *text, size_t length) {
  size_t needle_length;
  const char *needle = needle_of(grid, &needle_length);
  if (needle_length == 0)
    return false;
  return !is_digits(text, length) || !is_digits(needle, needle_length) ||
         (length >= needle_length && memcmp(text, needle, needle_length) == 0);
}

static void draw_text(const Grid *grid, Area area, int row, int left, int width, int style,
                      const GridCell *cell) {
  size_t room = (size_t)(width > 0 ? width : 0);
  size_t length = fit_prefix(cell->text, cell->length, room, NULL);
  area_fit(area, row, left, width, style, FIT_LEFT, cell->text, cell->length);
  if (!may_match(grid, cell->text, length))
    return;
  if (grid->session->highlight)
    highlight_mark(grid->session, area, row, left, cell->text, cell->length, 0, length);
  else
    highlight_mark_term(&grid->term, area, row, left, cell->text, cell->length, 0, length);
}

static void draw_tree(Grid *grid, Area area, int row, const GridColumn *column, uint32_t node,
                      const GridCell *cell) {
  const Outline *outline = &grid->outline;
  int indent = grid_shown_indent(grid, column, node);
  if (grid_has_sign(grid, node))
    area_glyph(area, row, column->left + indent, row_style(grid, node, STYLE_DIM),
               outline_is_folded(outline, node) ? GLYPH_CLOSED : GLYPH_OPEN);
  draw_text(grid, area, row, column->left + indent + 1, column->width - indent - 1,
            row_style(grid, node, is_digits(cell->text, cell->length) ? STYLE_CODE : STYLE_NORMAL),
            cell);
}

static void draw_plain(Grid *grid, Area area, int row, const GridColumn *column, uint32_t node,
                       const GridCell *cell) {
  draw_text(grid, area, row, column->left, column->width, row_style(grid, node, STYLE_NORMAL),
            cell);
}

/* An amount that was searched for is marked whole, however its digits are grouped. */
static bool is_searched_amount(const Grid *grid, const char *text) {
  size_t length;
  const char *needle = needle_of(grid, &length), *end = needle + length;
  while (needle < end && *text != '\0') {
    if (*needle == ',')
      needle++;
    else if (*text == ',')
      text++;
    else if (*needle++ != *text++)
      return false;
  }
  return length > 0 && needle == end && *text == '\0';
}

static int amount_style(const Grid *grid, uint32_t node, const TreeAmount *amount) {
  if (amount->derived)
    return STYLE_DERIVED;
  if (amount->kind == CELL_MONEY && amount->figure.money.fen < 0)
    return STYLE_NEGATIVE;
  return row_style(grid, node, STYLE_AMOUNT);
}

/* In place of an amount or a number that would be cut. */
static const char without_room[] = "###";

/* What the checks found about an amount; NULL. */
static const Finding *find_finding(const Grid *grid, const TreeAmount *amount) {
  if (amount->kind != CELL_MONEY || amount->derived)
    return NULL;
  Place place = tree_place(grid->session->document, grid->outline.tree, amount);
  return findings_of_figure(grid->session, &place);
}

static void draw_amount(Grid *grid, Area area, int row, const GridColumn *column, uint32_t node,
                        const GridCell *cell) {
  const TreeAmount *amount = &cell->amount;
  bool converted = grid_write_amount(grid, amount);
  int room = column->width - 1;
  Str *text = &grid->scratch;
  if ((int)width_text(text->data, text->length) > room) {
    str_clear(text);
    str_add_text(text, without_room);
    converted = false;
  }
  area_fit(area, row, column->left, room, amount_style(grid, node, amount), FIT_RIGHT, text->data,
           text->length);
  const Finding *finding = find_finding(grid, amount);
  if (finding != NULL)
    area_text(area, row, column->left + room, findings_style(finding->outcome),
              findings_sign(area.canvas, finding->outcome));
  else if (amount->derived && amount->kind == CELL_MONEY)
    area_glyph(area, row, column->left + room, STYLE_DERIVED, GLYPH_DERIVED);
  else if (converted)
    area_glyph(area, row, column->left + room, STYLE_DIM, GLYPH_CONVERTED);
  if (is_searched_amount(grid, text->data))
    area_mark(area, row, column->left + room - (int)text->length, (int)text->length,
              STYLE_MATCH);
}

static void draw_number(Grid *grid, Area area, int row, const GridColumn *column, uint32_t node,
                        const GridCell *cell) {
  int room = column->width - 1, style = row_style(grid, node, STYLE_AMOUNT);
  if (cell->has_number && (int)width_text(cell->text, cell->length) > room)
    area_fit(area, row, column->left, room, style, FIT_RIGHT, without_room, strlen(without_room));
  else
    area_fit(area, row, column->left, room, style, FIT_RIGHT, cell->text, cell->length);
}

static void draw_share(Grid *grid, Area area, int row, const GridColumn *column, uint32_t node,
                       const GridCell *cell) {
  int64_t permille;
  (void)cell;
  if (!grid_share(grid, node, &permille))
    return;
  if (grid->session->share == SHARE_BAR && !area.canvas->plain) {
    area_bar(area, row, column->left, column->width, STYLE_BAR, permille);
    return;
  }
  str_clear(&grid->scratch);
  share_write(&grid->scratch, permille);
  area_fit(area, row, column->left, column->width, row_style(grid, node, STYLE_AMOUNT), FIT_RIGHT,
           grid->scratch.data, grid->scratch.length);
}

static void draw_cell(Grid *grid, Area area, int row, size_t index, uint32_t node) {
  static void (*const draw[])(Grid *, Area, int, const GridColumn *, uint32_t, const GridCell *) = {
      [GRID_TREE] = draw_tree,     [GRID_TEXT] = draw_plain,   [GRID_AMOUNT] = draw_amount,
      [GRID_NUMBER] = draw_number, [GRID_SHARE] = draw_share,
  };
  const GridColumn *column = column_at(grid, index);
  GridCell cell = {.text = ""};
  if (column->kind != GRID_SHARE)
    cell = grid_cell(grid, node, index);
  draw[column->kind](grid, area, row, column, node, &cell);
}

/* A cell cursor shows the cell and what its row is named by. */
static void mark_cursor(const Grid *grid, Area area, int row) {
  if (!grid->cell_cursor) {
    area_mark(area, row, 0, area.width, STYLE_SELECTED);
    return;
  }
  bool names = !column_at(grid, grid->column)->frozen;
  for (size_t i = 0; i < grid->columns.count; i++) {
    const GridColumn *column = column_at(grid, i);
    if (column->left >= 0 && (i == grid->column || (column->frozen && names)))
      area_mark(area, row, column->left, column->width, STYLE_SELECTED);
  }
}

static void draw_row(Grid *grid, Area area, int row, size_t at, bool focused) {
  uint32_t node = grid->outline.rows.items[at];
  int gutter = grid_gutter(grid);
  if (grid_is_tagged(grid, node))
    area_glyph(area, row, 0, STYLE_TAGGED, GLYPH_TAGGED);
  area = area_part(area, 0, gutter, area.height, area.width - gutter);
  for (size_t i = 0; i < grid->columns.count; i++)
    if (column_at(grid, i)->left >= 0)
      draw_cell(grid, area, row, i, node);
  if (focused && at == grid->window.cursor)
    mark_cursor(grid, area, row);
}

/* What is filtered away entirely says so. */
static void draw_nothing(const Grid *grid, Area body) {
  Str text = STR_EMPTY;
  str_printf(&text, _("no row holds: %s"), grid->filter.data);
  area_fit(body, 0, 1, body.width - 2, STYLE_DIM, FIT_LEFT, text.data, text.length);
  str_free(&text);
}

/* Lines of headings that leave room for rows. */
static int lay_out_rows(Grid *grid, Area area, int depth) {
  enum { ROWS_LEAST = 3 }; /* before groups of headings are shown */
  Window *window = &grid->window;
  int header = depth;
  if (header > area.height - ROWS_LEAST)
    header = area.height > ROWS_LEAST ? area.height - ROWS_LEAST : 1;
  window->count = grid->outline.rows.count;
  window_set_height(window, (size_t)(area.height > header ? area.height - header : 0));
  if (grid->center)
    window_center(window);
  grid->center = false;
  grid->drawn = true;
  grid->area = area;
  grid->header = header;
  grid->sum_sign = glyph_text(area.canvas, GLYPH_DERIVED);
  return header;
}

void grid_draw(Grid *grid, Area area, bool focused) {
  const Window *window = &grid->window;
  int depth = (int)header_height(grid), header = lay_out_rows(grid, area, depth);
  int gutter = grid_gutter(grid);
  area_fill(area, STYLE_NORMAL);
  Area body = area_part(area, header, 0, area.height - header, area.width);
  grid_measure(grid, window->top, window->top + window->height);
  grid_layout(grid, area.width - gutter);
  draw_header(grid, area_part(area, 0, gutter, header, area.width - gutter), depth - header);
  for (int row = 0; row < body.height && window->top + (size_t)row < window->count; row++)
    draw_row(grid, body, row, window->top + (size_t)row, focused);
  if (window->count == 0 && grid->filter.length > 0)
    draw_nothing(grid, body);
}
