/* The rows of a set of performance targets, painted. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/highlight.h"
#include "view/targets_parts.h"

enum { INDENT = 2, TEXT_INDENT = 4 };

/* Text in exactly `width` columns, with its matches marked. */
static void draw_fit(const TargetsPane *pane, Area area, int row, int column, int width, int style,
                     const char *text) {
  size_t length = strlen(text);
  area_fit(area, row, column, width, style, FIT_LEFT, text, length);
  highlight_mark(pane->session, area_part(area, row, column, 1, width), 0, 0, text, length, 0,
                 fit_prefix(text, length, width > 0 ? (size_t)width : 0, NULL));
}

/* The part of a line's text that a row shows. */
static void draw_slice(const TargetsPane *pane, Area area, int row, int column,
                       const TargetsRow *shown) {
  const char *text = targets_rows_text(&pane->rows, shown->line);
  area_bytes(area, row, column, STYLE_NORMAL, text + shown->start, shown->end - shown->start);
  highlight_mark(pane->session, area, row, column, text, strlen(text), shown->start, shown->end);
}

static void draw_labelled(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  int width = pane->rows.columns.label;
  TargetLine line = targets_row_line(pane, shown);
  if (shown->first && line.label)
    draw_fit(pane, area, row, 0, width, STYLE_DIM, line.label);
  draw_slice(pane, area, row, width + 1, shown);
}

static void draw_fund(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  enum { MOST = 24 };
  TargetLine line = targets_row_line(pane, shown);
  int indent = INDENT * line.depth, label = pane->rows.columns.fund, room = area.width - label - 1;
  Amount amount = amount_of_cell(line.value, pane->annex->unit);
  if (line.label)
    draw_fit(pane, area, row, indent, label - indent, STYLE_DIM, line.label);
  room = room < MOST ? room : MOST;
  amount_draw(pane->session, area, row, label + 1, room, STYLE_NORMAL, &amount);
  Place place = targets_figure_place(pane, shown->line, -1);
  amount_draw_finding(pane->session, area, row, label + room, &place);
}

/* Where the value and the weight of an indicator begin. */
static int value_column(const TargetsColumns *columns) {
  int beside = columns->level3 < 0 ? 0 : columns->level3 + 1;
  return INDENT + columns->level2 + 1 + beside;
}

static int weight_column(const TargetsColumns *columns) { return columns->width - columns->weight; }

static void draw_head(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  const char *title = pane->rows.targets->indicators_title;
  const char *value = targets_title(pane, ROLE_VALUE), *weight = targets_title(pane, ROLE_WEIGHT);
  int left = value_column(columns);
  (void)shown;
  title = title                 ? title
          : columns->level3 < 0 ? targets_title(pane, ROLE_LEVEL_1)
                                : targets_title(pane, ROLE_LEVEL_3);
  area_fit(area, row, 0, left - 1, STYLE_HEADING, FIT_LEFT, title, strlen(title));
  area_fit(area, row, left, columns->value, STYLE_HEADING, FIT_LEFT, value, strlen(value));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_HEADING, FIT_RIGHT, weight,
           strlen(weight));
}

static void draw_group(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsGroup *group = &pane->rows.groups.items[shown->group];
  int left = area_glyph(area, row, 0, STYLE_NORMAL, group->folded ? GLYPH_CLOSED : GLYPH_OPEN) + 1;
  const char *title = group->title ? group->title : _("(blank)");
  draw_fit(pane, area, row, left, area.width - left, group->title ? STYLE_HEADING : STYLE_DIM,
           title);
}

/* A second level merged with the one above is told by a line down, a blank one by nothing. */
static void draw_level2(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  uint32_t indicator = targets_row_line(pane, shown).row;
  const Cell *cell = targets_cell(pane->rows.targets, indicator, ROLE_LEVEL_2);
  if (cell && cell->kind == CELL_MERGED)
    area_glyph(area, row, INDENT, STYLE_RULE, GLYPH_TRUNK);
  else if (cell && cell->kind == CELL_TEXT)
    draw_fit(pane, area, row, INDENT, pane->rows.columns.level2, STYLE_NORMAL, cell->text);
}

/* A weight stands at the edge: the sign of what was found about it goes before it. */
static void draw_weight(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  Str text = STR_EMPTY;
  uint32_t indicator = targets_row_line(pane, shown).row;
  targets_write_cell(&text, targets_cell(pane->rows.targets, indicator, ROLE_WEIGHT));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_AMOUNT, FIT_RIGHT, text.data,
           text.length);
  Place place = targets_weight_place(pane, shown->line);
  amount_draw_finding(pane->session, area, row,
                      columns->width - (int)width_text(text.data, text.length) - 1, &place);
  str_free(&text);
}

static void draw_indicator(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  uint32_t indicator = targets_row_line(pane, shown).row;
  draw_level2(pane, area, row, shown);
  if (columns->level3 >= 0)
    draw_slice(pane, area, row, INDENT + columns->level2 + 1, shown);
  Str text = STR_EMPTY;
  targets_write_value(&text, pane->rows.targets, indicator);
  draw_fit(pane, area, row, value_column(columns), columns->value, STYLE_AMOUNT, text.data);
  str_free(&text);
  draw_weight(pane, area, row, shown);
}

static void draw_continued(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  draw_slice(pane, area, row, columns->level3 < 0 ? TEXT_INDENT : INDENT + columns->level2 + 1,
             shown);
}

static void draw_sum(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  Str sum = STR_EMPTY;
  (void)shown;
  targets_write_sum(pane, &sum);
  int left = area_glyph(area, row, 0, STYLE_DERIVED, GLYPH_DERIVED) + 1;
  area_text(area, row, left, STYLE_DERIVED, _("sum of the weights"));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_DERIVED, FIT_RIGHT, sum.data,
           sum.length);
  str_free(&sum);
}

static void draw_heading(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  draw_fit(pane, area, row, 0, area.width, STYLE_HEADING, targets_row_line(pane, shown).heading);
}

static void draw_gap(const TargetsPane *pane, Area area, int row, const TargetsRow *shown) {
  (void)pane, (void)area, (void)row, (void)shown;
}

typedef void RowDrawer(const TargetsPane *pane, Area area, int row, const TargetsRow *shown);

static RowDrawer *const drawers[] = {
    [TARGETS_GAP] = draw_gap,       [TARGETS_HEADING] = draw_heading,
    [TARGETS_LABELLED] = draw_labelled,
    [TARGETS_FUND] = draw_fund,     [TARGETS_HEAD] = draw_head,
    [TARGETS_GROUP] = draw_group,   [TARGETS_INDICATOR] = draw_indicator,
    [TARGETS_CONTINUED] = draw_continued, [TARGETS_SUM] = draw_sum,
};

void targets_draw_rows(const TargetsPane *pane, Area area) {
  for (int i = 0; i < area.height && pane->window.top + (size_t)i < pane->window.count; i++) {
    const TargetsRow *row = targets_row(pane, pane->window.top + (size_t)i);
    drawers[row->kind](pane, area, i, row);
  }
}
