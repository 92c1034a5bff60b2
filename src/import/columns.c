#include "import/columns.h"

#include <string.h>

#include "base/i18n.h"
#include "import/words.h"
#include "model/build.h"

/* --------------------------------------------------------------------------- titles */

static void add_title(const Raster *raster, RasterColumn *column, const StreamCell *cell) {
  if (!cell || (column->depth && column->cells[column->depth - 1] == cell))
    return;
  column->cells[column->depth] = cell;
  column->titles[column->depth++] = job_mended(raster->job, cell->text);
}

static bool stands_alone(const RasterColumns *columns, size_t index, size_t depth) {
  const StreamCell *cell = columns->list[index].cells[depth];
  bool left = index && columns->list[index - 1].depth > depth &&
              columns->list[index - 1].cells[depth] == cell;
  bool right = index + 1 < columns->count && columns->list[index + 1].depth > depth &&
               columns->list[index + 1].cells[depth] == cell;
  return !left && !right;
}

/* A heading broken over two rows of its column: the two say together what neither says alone. */
static void join_broken(const Raster *raster, RasterColumns *columns, size_t index) {
  RasterColumn *column = &columns->list[index];
  if (column->depth < 2 || !stands_alone(columns, index, column->depth - 2))
    return;
  const Aliases *aliases = raster->job->aliases;
  const char *upper = column->titles[column->depth - 2], *lower = column->titles[column->depth - 1];
  Str whole = STR_EMPTY;
  str_add_text(&whole, upper);
  str_add_text(&whole, lower);
  if (aliases_role(aliases, lower, NULL) == ROLE_TEXT &&
      aliases_role(aliases, whole.data, NULL) != ROLE_TEXT) {
    column->depth--;
    column->titles[column->depth - 1] = job_mended(raster->job, whole.data);
  }
  str_free(&whole);
}

static bool stands_over_column(const RasterColumns *columns, const StreamCell *cell) {
  for (size_t c = 0; c < columns->count; c++)
    for (size_t i = 0; i < columns->list[c].depth; i++)
      if (columns->list[c].cells[i] == cell)
        return true;
  return false;
}

/* What stands at the place of another heading is none of the table's. */
static void take_headings(const Raster *raster, const RasterColumns *columns) {
  for (size_t r = 0; r < raster->heading_count; r++) {
    const StreamRow *row = raster->rows.items[r].row;
    for (size_t i = 0; i < row->cell_count; i++) {
      const StreamCell *cell = job_cell(raster->job, row, i);
      if (!*cell->text || stands_over_column(columns, cell))
        job_take(raster->job, cell);
      else
        job_leave(raster->job, cell, N_("stands at the place of another heading"), true);
    }
  }
}

static void collect_titles(const Raster *raster, RasterColumns *columns) {
  for (size_t c = 0; c < columns->count; c++)
    for (size_t r = 0; r < raster->heading_count; r++)
      add_title(raster, &columns->list[c], raster->headings[r * raster->column_count + c]);
  take_headings(raster, columns);
  for (size_t c = 0; c < columns->count; c++)
    join_broken(raster, columns, c);
}

/* ---------------------------------------------------------------------------- roles */

/* A code of classes, sections or items, behind another in their order. */
static bool is_near_code(const char *text, const char *last) {
  size_t length = strlen(text);
  return words_is_code(text) && (length == 3 || length == 5 || length == 7) &&
         (!last || (*text == *last && strcmp(text, last) > 0));
}

static void count_figure(RasterColumn *column, const char *text) {
  int ordinal = words_ordinal(text);
  column->ordinals += ordinal > 0;
  column->counted += ordinal && (!column->last || words_ordinal(column->last) + 1 == ordinal);
  column->padded += *text == '0' && words_is_code(text) && text[1];
  column->coded += is_near_code(text, column->last);
  column->last = text;
}

static void count_contents(const Raster *raster, RasterColumns *columns) {
  for (size_t r = raster->heading_count; r < raster->rows.count; r++) {
    const StreamRow *row = raster->rows.items[r].row;
    for (size_t i = 0; i < row->cell_count; i++) {
      const StreamCell *cell = job_cell(raster->job, row, i);
      size_t c = raster_first_column(raster, r, cell);
      if (c >= columns->count || !*cell->text)
        continue;
      RasterColumn *column = &columns->list[c];
      if (words_is_code(cell->text))
        column->codes++;
      if (words_is_amount(cell->text) || words_is_sign(cell->text)) {
        count_figure(column, cell->text);
        column->amounts++;
      } else {
        column->texts++;
      }
    }
  }
}

/* Whether amounts stand beside those under the heading over a column: they are a part of the
 * table's, then. */
static bool is_part(const RasterColumns *columns, const RasterColumn *column) {
  size_t over = column->depth - 2;
  for (size_t c = 0; c < columns->count; c++) {
    const RasterColumn *other = &columns->list[c];
    bool inside = other->depth > over && other->cells[over] == column->cells[over];
    if (!inside && other->amounts > other->texts && other->codes < other->amounts)
      return true;
  }
  return false;
}

/* A heading over items and their amounts (本年收入) names the panel, not what the amounts are. */
static bool names_panel(const RasterColumns *columns, const RasterColumn *column) {
  size_t over = column->depth - 2;
  for (size_t c = 0; c < columns->count; c++) {
    const RasterColumn *other = &columns->list[c];
    if (other->depth > over && other->cells[over] == column->cells[over] &&
        other->texts > other->amounts)
      return true;
  }
  return false;
}

static bool tells(Role role) {
  return role_content(role) == CONTENT_MONEY && role != ROLE_AMOUNT && role != ROLE_EXECUTED;
}

/* Where 预算数 and 决算数 stand side by side under one heading, the document's own figure is what the
 * heading names: that executed in a final account, that planned in a budget. */
static bool is_own_figure(const Raster *raster, Role role) {
  bool final = raster->job->document->stage == STAGE_FINAL;
  return role == (final ? ROLE_EXECUTED : ROLE_AMOUNT);
}

static bool role_is_figure(Role role) {
  return role == ROLE_AMOUNT || role == ROLE_EXECUTED || role == ROLE_TOTAL;
}

/* What the headings say: the column's own, or, where it says only that it is an amount, or the
 * total of the part that the heading over it names, that one. */
static Role told_role(const Raster *raster, const RasterColumns *columns,
                      const RasterColumn *column) {
  if (!column->depth)
    return ROLE_TEXT;
  const Aliases *aliases = raster->job->aliases;
  const char *group = column->depth > 1 ? column->titles[column->depth - 2] : NULL;
  const char *outer = column->depth > 2 ? column->titles[column->depth - 3] : NULL;
  Role role = aliases_role(aliases, column->titles[column->depth - 1], group);
  int year = words_year(job_folded(raster->job, column->titles[column->depth - 1]));
  if (role_is_figure(role) && year && year < raster->job->document->year)
    return ROLE_PREVIOUS_YEAR;
  Role over = group ? aliases_role(aliases, group, outer) : ROLE_TEXT;
  if (!tells(over) || names_panel(columns, column))
    return role;
  if (is_own_figure(raster, role))
    return over;
  return role == ROLE_TOTAL && over != ROLE_TOTAL && is_part(columns, column) ? over : role;
}

/* Where a heading may have come to stand over the column beside its own: figures that count the
 * rows, and codes, are no amounts. */
static Role shown_figures(const Raster *raster, const RasterColumn *column, Role role) {
  enum { FEWEST = 4 };
  if (!raster->job->stream->geometry_known || column->amounts < FEWEST)
    return role;
  bool counts = column->ordinals == column->amounts && column->counted * 4 >= column->amounts * 3;
  return counts ? ROLE_SERIAL
         : column->coded == column->amounts || column->padded * 2 > column->amounts
             ? ROLE_CODE
             : role;
}

/* What the cells say where the headings do not. */
static Role shown_role(const Raster *raster, const RasterColumns *columns,
                       const RasterColumn *column, bool named, bool coded) {
  size_t filled = column->texts + column->amounts;
  if (!filled)
    return ROLE_TEXT;
  if (column->codes == filled && column == columns->list)
    return coded ? ROLE_TEXT : ROLE_CODE;
  if (column->amounts > column->texts)
    return shown_figures(raster, column, ROLE_AMOUNT);
  return named ? ROLE_TEXT : coded ? ROLE_NAME : ROLE_ITEM;
}

static bool is_name(Role role) {
  return role == ROLE_NAME || role == ROLE_ITEM || role == ROLE_LEVEL_1;
}

/* An amount's column that holds words is none; a total of words neither. */
static Role borne_out(const Raster *raster, const RasterColumn *column, Role role) {
  Content content = role_content(role);
  if (content == CONTENT_MONEY && shown_figures(raster, column, role) != role)
    return shown_figures(raster, column, role);
  if (content == CONTENT_MONEY && column->texts > column->amounts)
    return ROLE_TEXT;
  if (content == CONTENT_NUMBER && column->texts)
    return ROLE_TEXT;
  return role;
}

static bool same_heading(const RasterColumn *a, const RasterColumn *b) {
  return a->depth && b->depth && a->cells[a->depth - 1] == b->cells[b->depth - 1];
}

static bool holds_names(const RasterColumn *column) { return column->texts > column->codes; }

/* Columns under one heading 科目编码 that has none below it: the parts of a code, and its name. */
static void part_codes(RasterColumns *columns) {
  static const Role parts[] = {ROLE_CODE_CLASS, ROLE_CODE_SECTION, ROLE_CODE_ITEM};
  for (size_t c = 0, end; c < columns->count; c = end) {
    RasterColumn *list = columns->list;
    size_t codes = !holds_names(&list[c]);
    for (end = c + 1; end < columns->count && same_heading(&list[c], &list[end]); end++)
      codes += !holds_names(&list[end]);
    if (list[c].role != ROLE_CODE || end == c + 1 || codes > sizeof parts / sizeof *parts)
      continue;
    for (size_t i = c, part = 0; i < end; i++)
      list[i].role = holds_names(&list[i]) ? ROLE_NAME : codes > 1 ? parts[part++] : ROLE_CODE;
  }
}

static void find_roles(const Raster *raster, RasterColumns *columns) {
  bool named = false, coded = false;
  for (size_t c = 0; c < columns->count; c++) {
    RasterColumn *column = &columns->list[c];
    column->role = borne_out(raster, column, told_role(raster, columns, column));
    named |= is_name(column->role);
    coded |= role_is_code(column->role);
  }
  part_codes(columns);
  for (size_t c = 0; c < columns->count; c++) {
    RasterColumn *column = &columns->list[c];
    if (column->role == ROLE_TEXT)
      column->role = shown_role(raster, columns, column, named, coded);
    named |= is_name(column->role);
    coded |= role_is_code(column->role);
  }
}

/* --------------------------------------------------------------------------- panels */

/* A panel begins where a column that says what a row is follows one that says how much. */
static void find_panels(RasterColumns *columns) {
  bool money = false;
  columns->panels = 1;
  for (size_t c = 0; c < columns->count; c++) {
    Role role = columns->list[c].role;
    bool starts = role == ROLE_ITEM || role == ROLE_NAME || role == ROLE_CODE ||
                  role == ROLE_CODE_CLASS;
    if (starts && money) {
      columns->panels++;
      money = false;
    }
    money |= role_content(role) == CONTENT_MONEY;
    columns->list[c].panel = (uint16_t)(columns->panels - 1);
  }
}

void columns_open(const Raster *raster, RasterColumns *columns) {
  *columns = (RasterColumns){.count = raster->column_count};
  columns->list = arena_array(raster->job->arena, columns->count + 1, sizeof *columns->list);
  collect_titles(raster, columns);
  count_contents(raster, columns);
  find_roles(raster, columns);
  find_panels(columns);
}

/* ------------------------------------------------------------------- a table's columns */

/* The columns [from, to) that have the same heading at this depth as the first one. */
static size_t group_end(const RasterColumns *columns, size_t from, size_t to, size_t depth) {
  const RasterColumn *first = &columns->list[from];
  size_t end = from + 1;
  if (first->depth <= depth)
    return end;
  while (end < to && columns->list[end].depth > depth &&
         columns->list[end].cells[depth] == first->cells[depth])
    end++;
  return end;
}

static Column leaf(const RasterColumn *column, size_t depth) {
  const char *title = column->depth > depth ? column->titles[column->depth - 1] : "";
  return (Column){.title = title, .role = column->role};
}

static Column *build(const Raster *raster, const RasterColumns *columns, size_t from, size_t to,
                     size_t depth, size_t *count) {
  Column *list = arena_array(raster->job->arena, to - from + 1, sizeof *list);
  *count = 0;
  for (size_t c = from, end; c < to; c = end) {
    const RasterColumn *first = &columns->list[c];
    end = group_end(columns, c, to, depth);
    if (end == c + 1 && first->depth <= depth + 1) {
      list[(*count)++] = leaf(first, depth);
      continue;
    }
    Column group = {.title = first->titles[depth]};
    group.columns = build(raster, columns, c, end, depth + 1, &group.column_count);
    list[(*count)++] = group;
  }
  return list;
}

static bool one_heading(const RasterColumns *columns, size_t from, size_t to, size_t depth) {
  if (columns->list[from].depth < depth + 2 || group_end(columns, from, to, depth) != to)
    return false;
  const StreamCell *cell = columns->list[from].cells[depth];
  bool before = from && columns->list[from - 1].depth > depth &&
                columns->list[from - 1].cells[depth] == cell;
  bool after = to < columns->count && columns->list[to].depth > depth &&
               columns->list[to].cells[depth] == cell;
  return !before && !after;
}

void columns_build(const Raster *raster, const RasterColumns *columns, size_t panel, Table *table) {
  size_t from = 0, to, depth = 0, count;
  while (from < columns->count && columns->list[from].panel != panel)
    from++;
  for (to = from; to < columns->count && columns->list[to].panel == panel;)
    to++;
  if (columns->panels > 1 && one_heading(columns, from, to, 0)) {
    table->title = columns->list[from].titles[0];
    depth = 1;
  }
  Column *list = build(raster, columns, from, to, depth, &count);
  build_header(raster->job->arena, table, list, count);
}
