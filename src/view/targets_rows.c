#include "view/targets_rows.h"

#include <string.h>

#include "text/width.h"
#include "text/wrap.h"
#include "view/extent.h"

enum {
  BESIDE = 72,        /* widths from which an indicator's text stands beside its second level */
  LABEL_MOST = 20,
  LEVEL2_MOST = 20,
  VALUE_MOST = 20,
  WEIGHT_LEAST = 4,
  TEXT_LEAST = 8,
  INDENT = 2,         /* of indicators under their group */
  TEXT_INDENT = 4     /* of their text below them */
};

/* ------------------------------------------------------------------ what stands in the cells */

const Cell *targets_cell(const Targets *targets, uint32_t row, Role role) {
  int leaf = table_leaf(&targets->indicators, role);
  return leaf < 0 ? NULL : &targets->indicators.rows[row].cells[leaf];
}

void targets_write_cell(Str *out, const Cell *cell) {
  switch (cell ? (CellKind)cell->kind : CELL_BLANK) {
    case CELL_TEXT:
    case CELL_DASH:
    case CELL_SLASH: str_add_text(out, cell->text); break;
    case CELL_NUMBER: number_write(out, cell->number, cell->decimals); break;
    default: break;
  }
}

void targets_write_value(Str *out, const Targets *targets, uint32_t row) {
  size_t start = out->length;
  targets_write_cell(out, targets_cell(targets, row, ROLE_RELATION));
  Str part = STR_EMPTY;
  targets_write_cell(&part, targets_cell(targets, row, ROLE_VALUE));
  if (part.length && out->length > start)
    str_add_char(out, ' ');
  str_add(out, part.data, part.length);
  str_clear(&part);
  targets_write_cell(&part, targets_cell(targets, row, ROLE_MEASURE));
  bool close = !strcmp(part.data, "%") || !strcmp(part.data, "％");
  if (part.length && out->length > start && !close)
    str_add_char(out, ' ');
  str_add(out, part.data, part.length);
  str_free(&part);
}

bool targets_weight_sum(const Targets *targets, int64_t *digits, uint8_t *decimals) {
  bool any = false;
  *digits = 0;
  *decimals = 0;
  for (uint32_t row = 0; row < targets->indicators.row_count; row++) {
    const Cell *cell = targets_cell(targets, row, ROLE_WEIGHT);
    if (!cell || cell->kind != CELL_NUMBER)
      continue;
    any = true;
    if (!number_add(digits, decimals, cell->number, cell->decimals))
      return false;
  }
  return any;
}

const char *targets_rows_text(const TargetsRows *rows, size_t index) {
  TargetLine line = targets_line(rows->targets, index);
  const Cell *cell = line.value;
  if (line.part == TARGET_GOAL || line.part == TARGET_NOTES)
    return line.text ? line.text : "";
  if (line.part == TARGET_INDICATOR)
    cell = targets_cell(rows->targets, line.row, ROLE_LEVEL_3);
  return cell && cell->kind == CELL_TEXT ? cell->text : "";
}

/* ------------------------------------------------------------------ groups */

static bool same_title(const char *a, const char *b) {
  return a == b || (a && b && !strcmp(a, b));
}

void targets_rows_open(TargetsRows *rows, const Targets *targets) {
  *rows = (TargetsRows){.targets = targets};
  for (uint32_t row = 0; row < targets->indicators.row_count; row++) {
    const Cell *cell = targets_cell(targets, row, ROLE_LEVEL_1);
    const char *title = cell && cell->kind == CELL_TEXT && cell->length ? cell->text : NULL;
    TargetsGroup *last = rows->groups.count ? &rows->groups.items[rows->groups.count - 1] : NULL;
    if (last && ((cell && cell->kind == CELL_MERGED) || same_title(last->title, title)))
      last->count++;
    else
      vec_push(&rows->groups, (TargetsGroup){.title = title, .first = row, .count = 1});
  }
}

void targets_rows_close(TargetsRows *rows) {
  vec_free(&rows->groups);
  vec_free(&rows->rows);
}

/* ------------------------------------------------------------------ columns */

/* Widths that the labels and the cells of the indicators would like to have. */
static TargetsColumns wanted_columns(const Targets *targets) {
  TargetsColumns wanted = {.weight = WEIGHT_LEAST};
  size_t lines = targets_line_count(targets);
  Str text = STR_EMPTY;
  for (size_t i = 0; i < lines; i++) {
    TargetLine line = targets_line(targets, i);
    int label = line.label ? width_of(line.label) : 0;
    if (line.part == TARGET_FUND)
      wanted.fund = larger(wanted.fund, label + INDENT * line.depth);
    else
      wanted.label = larger(wanted.label, label);
    if (line.part != TARGET_INDICATOR)
      continue;
    const Cell *cell = targets_cell(targets, line.row, ROLE_LEVEL_2);
    wanted.level2 =
        larger(wanted.level2, cell && cell->kind == CELL_TEXT ? width_of(cell->text) : 0);
    str_clear(&text);
    targets_write_value(&text, targets, line.row);
    wanted.value = larger(wanted.value, width_of(text.data));
    str_clear(&text);
    targets_write_cell(&text, targets_cell(targets, line.row, ROLE_WEIGHT));
    wanted.weight = larger(wanted.weight, width_of(text.data));
  }
  str_free(&text);
  int title = table_leaf(&targets->indicators, ROLE_WEIGHT);
  if (title >= 0)
    wanted.weight = larger(wanted.weight, width_of(targets->indicators.leaves[title]->title));
  return wanted;
}

static TargetsColumns fit_columns(const Targets *targets, int width) {
  TargetsColumns columns = wanted_columns(targets);
  columns.width = width;
  columns.label = smaller(columns.label, smaller(LABEL_MOST, width * 2 / 5));
  columns.fund = smaller(columns.fund, width / 2);
  columns.text = larger(width - columns.label - 1, 1);
  columns.level2 = smaller(columns.level2, smaller(LEVEL2_MOST, width / 3));
  columns.value = larger(smaller(columns.value, VALUE_MOST), 8);
  columns.weight = smaller(columns.weight, 8);
  int beside = width - INDENT - columns.level2 - columns.value - columns.weight - 3;
  columns.level3 = width < BESIDE || beside < TEXT_LEAST ? -1 : beside;
  if (columns.level3 < 0) /* the value has what the second level leaves */
    columns.value = larger(width - INDENT - columns.level2 - columns.weight - 2, 0);
  return columns;
}

/* ------------------------------------------------------------------ rows */

static void add_row(TargetsRows *rows, TargetsRow row) { vec_push(&rows->rows, row); }

static void add_gap(TargetsRows *rows) {
  if (rows->rows.count)
    add_row(rows, (TargetsRow){.kind = TARGETS_GAP, .line = SIZE_MAX});
}

/* The rows of a text: the first of one kind, the others of another. */
static void add_text(TargetsRows *rows, TargetsRow row, TargetsRowKind rest, int width) {
  const char *text = targets_rows_text(rows, row.line);
  size_t length = strlen(text), at = 0;
  do {
    size_t next = length;
    size_t bytes = wrap_line(text + at, length - at, width > 0 ? (size_t)width : 1, &next);
    row.start = at;
    row.end = at + bytes;
    add_row(rows, row);
    row.kind = rest;
    row.first = false;
    at += next;
  } while (at < length);
}

static void add_indicator(TargetsRows *rows, size_t line, size_t group) {
  TargetsRow row = {.kind = TARGETS_INDICATOR, .line = line, .group = group, .first = true};
  if (rows->columns.level3 >= 0) {
    add_text(rows, row, TARGETS_CONTINUED, rows->columns.level3);
    return;
  }
  add_row(rows, row);
  row.kind = TARGETS_CONTINUED;
  row.first = false;
  if (*targets_rows_text(rows, line))
    add_text(rows, row, TARGETS_CONTINUED, rows->columns.width - TEXT_INDENT);
}

/* All indicators, of which the first is `line`. */
static void add_indicators(TargetsRows *rows, size_t line) {
  int64_t digits;
  uint8_t decimals;
  add_gap(rows);
  add_row(rows, (TargetsRow){.kind = TARGETS_HEAD, .line = SIZE_MAX});
  for (size_t group = 0; group < rows->groups.count; group++) {
    const TargetsGroup *under = &rows->groups.items[group];
    add_row(rows, (TargetsRow){.kind = TARGETS_GROUP, .line = line + under->first, .group = group,
                               .first = true});
    for (uint32_t i = 0; i < under->count && !under->folded; i++)
      add_indicator(rows, line + under->first + i, group);
  }
  if (targets_weight_sum(rows->targets, &digits, &decimals))
    add_row(rows, (TargetsRow){.kind = TARGETS_SUM,
                               .line = line + rows->targets->indicators.row_count - 1,
                               .group = rows->groups.count});
}

static void add_line(TargetsRows *rows, size_t index, TargetPart part) {
  TargetsRow row = {.kind = part == TARGET_FUND ? TARGETS_FUND : TARGETS_LABELLED, .line = index,
                    .first = true};
  if (part == TARGET_FUND)
    add_row(rows, row);
  else
    add_text(rows, row, TARGETS_LABELLED, rows->columns.text);
}

void targets_rows_set(TargetsRows *rows, int width) {
  size_t lines = targets_line_count(rows->targets);
  rows->columns = fit_columns(rows->targets, larger(width, 1));
  rows->rows.count = 0;
  TargetPart before = TARGET_SUBJECT;
  for (size_t i = 0; i < lines; i++) {
    TargetLine line = targets_line(rows->targets, i);
    TargetPart part = line.part;
    if (part == TARGET_INDICATOR) {
      if (before != TARGET_INDICATOR)
        add_indicators(rows, i);
    } else {
      if (part != before)
        add_gap(rows);
      if (line.heading)
        add_row(rows, (TargetsRow){.kind = TARGETS_HEADING, .line = i});
      add_line(rows, i, part);
    }
    before = part;
  }
}

size_t targets_rows_find(const TargetsRows *rows, size_t line) {
  size_t group_row = SIZE_MAX;
  for (size_t i = 0; i < rows->rows.count; i++) {
    const TargetsRow *row = &rows->rows.items[i];
    if (row->kind == TARGETS_GROUP) {
      const TargetsGroup *group = &rows->groups.items[row->group];
      if (line >= row->line && line - row->line < group->count)
        group_row = i;
    } else if (row->line == line && row->first) {
      return i;
    }
  }
  return group_row;
}
