#include "import/form.h"

#include <string.h>

#include "base/i18n.h"
#include "import/columns.h"
#include "import/indicators.h"
#include "import/words.h"
#include "model/build.h"

typedef VEC(Labelled) Items;

/* Funds in one of several columns of a form, from their total downwards. */
typedef struct {
  uint16_t first; /* column of its labels */
  Items funds;
} FundColumn;

typedef VEC(FundColumn) Columns;

/* A form being read. */
typedef struct {
  Job *job;
  const Sheet *sheet;
  Unit unit;
  Targets *targets;
  Items subject, funds, parts;
  size_t group;      /* of funds: the one whose parts are collected, from 1; 0: none */
  Columns sides;     /* of funds side by side, each under its total */
  bool in_indicators;
} Form;

/* ---------------------------------------------------------------------------- labels */

typedef enum { LABEL_IS_NONE, LABEL_IS_SUBJECT, LABEL_IS_FUND, LABEL_IS_GOAL, LABEL_IS_NOTES,
               LABEL_IS_OTHER } LabelSort;

/* A label without the colon behind it. */
static const char *label_text(Job *job, const char *text) {
  const char *mended = job_mended(job, text);
  size_t length = strlen(mended);
  if (length && mended[length - 1] == ':')
    return arena_text(job->arena, mended, length - 1);
  if (length >= 3 && !memcmp(mended + length - 3, "：", 3))
    return arena_text(job->arena, mended, length - 3);
  return mended;
}

static LabelSort label_sort(const Form *form, const StreamCell *cell, int *role) {
  Job *job = form->job;
  const char *printed = job_folded(job, cell->text);
  const char *label = job_folded(job, label_text(job, cell->text));
  SubjectRole subject;
  *role = 0;
  if (aliases_label(job->aliases, LABEL_NOTES, label))
    return LABEL_IS_NOTES;
  if (aliases_subject(job->aliases, label, &subject)) {
    *role = subject;
    return LABEL_IS_SUBJECT;
  }
  *role = aliases_role(job->aliases, label, NULL);
  if (role_content((Role)*role) == CONTENT_MONEY)
    return LABEL_IS_FUND;
  *role = 0;
  size_t goal = aliases_label_length(job->aliases, LABEL_GOAL, label);
  if (goal && goal == strlen(label))
    return LABEL_IS_GOAL;
  return strcmp(printed, label) ? LABEL_IS_OTHER : LABEL_IS_NONE;
}

/* ------------------------------------------------------------------------------ items */

static Position position(const Form *form, const StreamCell *cell) {
  bool text = !form->job->stream->geometry_known;
  return text ? (Position){cell->place.line, cell->place.across} : (Position){0};
}

static Cell text_cell(const char *text) {
  return *text ? (Cell){.kind = CELL_TEXT, .text = text, .length = (uint32_t)strlen(text)}
               : (Cell){.kind = CELL_BLANK};
}

static void add_subject(Form *form, const StreamCell *label, const StreamCell *value, int role) {
  Labelled item = {.label = label_text(form->job, label->text),
                   .at = position(form, label),
                   .role = role,
                   .value = text_cell(value ? job_mended(form->job, value->text) : "")};
  vec_push(&form->subject, item);
  job_take(form->job, label);
  if (value)
    job_take(form->job, value);
}

static void close_group(Form *form) {
  if (form->group) {
    Labelled *group = &form->funds.items[form->group - 1];
    group->parts = arena_copy(form->job->arena, form->parts.items, form->parts.count,
                              sizeof *form->parts.items);
    group->part_count = form->parts.count;
  }
  form->group = 0;
  form->parts.count = 0;
}

static const StreamCell *value_of(const Form *form, const StreamRow *row, size_t label);

static bool is_total(const Form *form, const StreamRow *row, size_t index) {
  int role;
  return label_sort(form, job_cell(form->job, row, index), &role) == LABEL_IS_FUND &&
         role == ROLE_TOTAL && value_of(form, row, index);
}

static void close_sides(Form *form) {
  for (size_t i = 0; i < form->sides.count; i++) {
    FundColumn *side = &form->sides.items[i];
    for (size_t j = 0; j < side->funds.count; j++)
      vec_push(&form->funds, side->funds.items[j]);
    vec_free(&side->funds);
  }
  form->sides.count = 0;
}

/* A row with two totals begins columns of funds. */
static void open_sides(Form *form, const StreamRow *row) {
  size_t totals = 0;
  for (size_t i = 0; i < row->cell_count; i++)
    totals += is_total(form, row, i);
  if (totals < 2)
    return;
  close_sides(form);
  close_group(form);
  for (size_t i = 0; i < row->cell_count; i++)
    if (is_total(form, row, i))
      vec_push(&form->sides, (FundColumn){.first = job_cell(form->job, row, i)->first});
}

/* The column whose labels stand at or left of a cell. */
static FundColumn *side_of(const Form *form, const StreamCell *cell) {
  FundColumn *side = &form->sides.items[0];
  for (size_t i = 0; i < form->sides.count; i++)
    if (form->sides.items[i].first <= cell->first)
      side = &form->sides.items[i];
  return side;
}

static void open_group(Form *form, const StreamCell *label) {
  close_group(form);
  vec_push(&form->funds, (Labelled){.label = label_text(form->job, label->text),
                                    .at = position(form, label)});
  form->group = form->funds.count;
  job_take(form->job, label);
}

static bool add_fund(Form *form, const StreamCell *label, const StreamCell *value, int role) {
  Labelled item = {.label = label_text(form->job, label->text),
                   .at = position(form, label),
                   .role = role};
  Cell *out = &item.value;
  if (value) {
    const char *text = job_folded(form->job, value->text);
    out->kind = CELL_MONEY;
    if (money_parse(text, strlen(text), form->unit, &out->money, &out->decimals) != MONEY_OK)
      return false;
    job_take(form->job, value);
  }
  job_take(form->job, label);
  if (form->sides.count)
    vec_push(&side_of(form, label)->funds, item);
  else if (form->group)
    vec_push(&form->parts, item);
  else
    vec_push(&form->funds, item);
  return true;
}

/* ----------------------------------------------------------------------- goal and notes */

static void take_remark(Form *form, const StreamCell *heading, const StreamCell *label,
                        const StreamCell *text, bool goal) {
  Job *job = form->job;
  Targets *targets = form->targets;
  const char **at = goal ? &targets->goal_heading : &targets->notes_heading;
  if (at[1])
    at = &targets->notes_heading;
  if (at[1])
    return;
  at[0] = heading ? job_mended(job, heading->text) : NULL;
  at[1] = label_text(job, label->text);
  at[2] = text ? job_mended(job, text->text) : NULL;
  const StreamCell *cells[] = {heading, label, text};
  for (size_t i = 0; i < 3; i++)
    if (cells[i])
      job_take(job, cells[i]);
}

_Static_assert(offsetof(Targets, goal_label) == offsetof(Targets, goal_heading) + sizeof(char *) &&
                   offsetof(Targets, notes) ==
                       offsetof(Targets, notes_heading) + 2 * sizeof(char *),
               "heading, label and text of a remark follow one another");

/* -------------------------------------------------------------------- funds as a table */

static size_t count_funds(const Form *form, const StreamRow *row, bool *amounts) {
  size_t funds = 0;
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, row, i);
    int role;
    *amounts |= words_is_amount(job_folded(form->job, cell->text));
    funds += label_sort(form, cell, &role) == LABEL_IS_FUND;
  }
  return funds;
}

/* The rows from `row` on that are funds under headings: two and more headings a row, then one row
 * of amounts; 0: none. */
static size_t fund_rows(const Form *form, const StreamItem *item, size_t row) {
  size_t rows = 0;
  for (; row + rows < item->row_count && rows < 4; rows++) {
    const StreamRow *at = job_row(form->job, item, row + rows);
    bool amounts = false;
    size_t funds = count_funds(form, at, &amounts);
    if (amounts)
      return rows && !funds ? rows + 1 : 0;
    if (funds < 2)
      return 0;
  }
  return 0;
}

static Labelled *fund_list(const Form *form, const Raster *raster, const Column *columns,
                           size_t count, size_t *made) {
  Labelled *list = arena_array(form->job->arena, count + 1, sizeof *list);
  *made = 0;
  for (size_t i = 0; i < count; i++) {
    const Column *column = &columns[i];
    Labelled *item = &list[(*made)++];
    *item = (Labelled){.label = column->title};
    item->role = aliases_role(form->job->aliases, column->title, NULL);
    if (role_content((Role)item->role) != CONTENT_MONEY)
      item->role = 0;
    if (column->column_count) {
      item->parts =
          fund_list(form, raster, column->columns, column->column_count, &item->part_count);
      continue;
    }
    const StreamCell *cell = raster_cell(raster, raster->heading_count, column->first_leaf);
    const char *text = cell ? job_folded(form->job, cell->text) : "";
    if (cell && money_parse(text, strlen(text), form->unit, &item->value.money,
                            &item->value.decimals) == MONEY_OK) {
      item->value.kind = CELL_MONEY;
      job_take(form->job, cell);
    }
  }
  return list;
}

/* A first column that has no amount names them all. */
static void read_fund_table(Form *form, const StreamItem *item, size_t row, size_t rows) {
  StreamItem *part = arena_copy(form->job->arena, item, 1, sizeof *item);
  part->first_row += row;
  part->row_count = rows;
  Sheet sheet = {0};
  vec_push(&sheet.parts, (SheetPart){part, 0});
  Raster raster;
  raster_open(form->job, &sheet, &raster);
  if (raster.heading_count < raster.rows.count) {
    RasterColumns columns;
    columns_open(&raster, &columns);
    columns.panels = 1;
    for (size_t c = 0; c < columns.count; c++)
      columns.list[c].panel = 0;
    Table table = {0};
    columns_build(&raster, &columns, 0, &table);
    close_group(form);
    bool named = table.column_count > 1 && !table.columns[0].column_count &&
                 !raster_cell(&raster, raster.heading_count, 0);
    size_t made;
    Labelled *list =
        fund_list(form, &raster, table.columns + named, table.column_count - named, &made);
    if (named) {
      vec_push(&form->funds, (Labelled){.label = table.columns[0].title});
      Labelled *whole = &form->funds.items[form->funds.count - 1];
      whole->parts = list;
      whole->part_count = made;
    }
    for (size_t i = 0; !named && i < made; i++)
      vec_push(&form->funds, list[i]);
  }
  raster_close(&raster);
  vec_free(&sheet.parts);
}

/* -------------------------------------------------------------------------------- rows */

/* A value stands behind its label, unless that is a label again. */
static const StreamCell *value_of(const Form *form, const StreamRow *row, size_t label) {
  int role;
  if (label + 1 >= row->cell_count)
    return NULL;
  const StreamCell *next = job_cell(form->job, row, label + 1);
  return label_sort(form, next, &role) == LABEL_IS_NONE ? next : NULL;
}

static bool next_is_fund(const Form *form, const StreamRow *row, size_t index) {
  int role;
  return index + 1 < row->cell_count &&
         label_sort(form, job_cell(form->job, row, index + 1), &role) == LABEL_IS_FUND;
}

/* What names a goal from the left, unless that is a goal itself. */
static const StreamCell *heading_of(const Form *form, const StreamRow *row, size_t index) {
  int role;
  const StreamCell *before = index ? job_cell(form->job, row, index - 1) : NULL;
  return before && label_sort(form, before, &role) == LABEL_IS_NONE ? before : NULL;
}

/* The text under a label that stands over it. */
static const StreamCell *cell_below(const StreamRow *below, const Form *form,
                                    const StreamCell *label) {
  int role;
  for (size_t i = 0; below && i < below->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, below, i);
    if (cell->first == label->first && label_sort(form, cell, &role) == LABEL_IS_NONE)
      return cell;
  }
  return NULL;
}

static bool unit_in_brackets(Job *job, const StreamCell *cell, void *context);

static void read_row(Form *form, const StreamRow *row, const StreamRow *below) {
  open_sides(form, row);
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, row, i);
    const StreamCell *value = value_of(form, row, i);
    int role;
    LabelSort sort = label_sort(form, cell, &role);
    bool taken = true;
    if (sort == LABEL_IS_SUBJECT)
      add_subject(form, cell, value, role);
    else if (sort == LABEL_IS_FUND)
      taken = add_fund(form, cell, value, role);
    else if (sort == LABEL_IS_GOAL || sort == LABEL_IS_NOTES)
      take_remark(form, heading_of(form, row, i), cell,
                  value ? value : cell_below(below, form, cell), sort == LABEL_IS_GOAL);
    else if (sort == LABEL_IS_OTHER && next_is_fund(form, row, i))
      open_group(form, cell);
    else if (sort == LABEL_IS_OTHER)
      add_subject(form, cell, value, SUBJECT_OTHER);
    else
      taken = false;
    if (sort == LABEL_IS_NONE && unit_in_brackets(form->job, cell, &(Unit){0}))
      job_leave(form->job, cell, N_("unit of the amounts: told as the annex’s unit"), false);
    i += taken && value;
  }
}

/* A label and its value in one text: 预算年度:2023. */
static void read_subject_line(Form *form, const StreamCell *cell) {
  const char *text = job_mended(form->job, cell->text);
  const char *wide = strstr(text, "：");
  const char *colon = strchr(text, ':');
  const char *end = wide && (!colon || wide < colon) ? wide : colon;
  if (!end)
    return;
  const char *label = arena_text(form->job->arena, text, (size_t)(end - text));
  SubjectRole role = SUBJECT_OTHER;
  aliases_subject(form->job->aliases, job_folded(form->job, label), &role);
  vec_push(&form->subject, (Labelled){.label = label,
                                      .at = position(form, cell),
                                      .role = role,
                                      .value = text_cell(job_mended(
                                          form->job, end + (end == wide ? strlen("：") : 1)))});
  job_take(form->job, cell);
}

static void read_rows(Form *form, const SheetPart *part, Indicators *indicators) {
  for (size_t r = part->first_row; r < part->item->row_count; r++) {
    const StreamRow *row = job_row(form->job, part->item, r);
    if (indicators_take(indicators, row))
      continue;
    size_t rows = indicators->begun ? 0 : fund_rows(form, part->item, r);
    if (rows)
      read_fund_table(form, part->item, r, rows);
    else
      read_row(form, row,
               r + 1 < part->item->row_count ? job_row(form->job, part->item, r + 1) : NULL);
    r += rows ? rows - 1 : 0;
  }
}

static const void *keep(const Form *form, const Items *items, size_t *count) {
  *count = items->count;
  return arena_copy(form->job->arena, items->items, items->count, sizeof *items->items);
}

void form_build(Job *job, const Sheet *sheet, Unit unit, Targets *targets) {
  *targets = (Targets){0};
  Form form = {.job = job, .sheet = sheet, .unit = unit, .targets = targets};
  Indicators indicators = {.job = job};
  for (size_t i = sheet->subjects.count; i-- > 0;)
    read_subject_line(&form, sheet->subjects.items[i]);
  for (size_t i = 0; i < sheet->parts.count; i++)
    read_rows(&form, &sheet->parts.items[i], &indicators);
  close_group(&form);
  close_sides(&form);
  indicators_finish(&indicators, targets);
  targets->subject = keep(&form, &form.subject, &targets->subject_count);
  targets->funds = keep(&form, &form.funds, &targets->fund_count);
  build_funds(job->arena, targets);
  vec_free(&form.subject);
  vec_free(&form.funds);
  vec_free(&form.parts);
  vec_free(&form.sides);
}

/* ------------------------------------------------------------------------------- asking */

typedef bool EachCell(Job *job, const StreamCell *cell, void *context);

static bool any_cell(Job *job, const Sheet *sheet, EachCell *each, void *context) {
  for (size_t p = 0; p < sheet->parts.count; p++) {
    const StreamItem *item = sheet->parts.items[p].item;
    for (size_t r = sheet->parts.items[p].first_row; r < item->row_count; r++) {
      const StreamRow *row = job_row(job, item, r);
      for (size_t i = 0; i < row->cell_count; i++)
        if (each(job, job_cell(job, row, i), context))
          return true;
    }
  }
  return false;
}

bool form_is(Job *job, const Sheet *sheet) {
  for (size_t p = 0; p < sheet->parts.count; p++) {
    const StreamItem *item = sheet->parts.items[p].item;
    for (size_t r = sheet->parts.items[p].first_row; r < item->row_count; r++)
      if (indicators_is_heading(job, job_row(job, item, r)))
        return true;
  }
  return false;
}

static bool unit_in_brackets(Job *job, const StreamCell *cell, void *context) {
  const char *folded = job_folded(job, cell->text);
  size_t length = words_without_bracket(folded);
  size_t inside = strlen(folded + length);
  return inside > 2 && unit_parse(folded + length + 1, inside - 2, context);
}

bool form_unit(Job *job, const Sheet *sheet, Unit *unit) {
  return any_cell(job, sheet, unit_in_brackets, unit);
}

static bool larger(Job *job, const StreamCell *cell, void *context) {
  const char *text = job_folded(job, cell->text);
  Money *largest = context, money;
  uint8_t decimals;
  bool amount = money_parse(text, strlen(text), UNIT_YUAN, &money, &decimals) == MONEY_OK;
  enum { TELEPHONE = 11 }; /* a longer run of digits without a point is none */
  if (amount && strlen(text) < TELEPHONE && money_compare(money, *largest) > 0)
    *largest = money;
  return false;
}

Money form_largest(Job *job, const Sheet *sheet) {
  Money largest = {0};
  any_cell(job, sheet, larger, &largest);
  return largest;
}
