/* The labels of a form, and its funds: beside their labels, or under headings as a table. */
#include "import/form_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "import/columns.h"
#include "import/words.h"

/* ---------------------------------------------------------------------------- labels */

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

void form_leave_colon(Job *job, const StreamCell *cell, const char *colon) {
  notes_add(job->notes,
            (Note){false, true, cell->place, colon, N_("the colon between a label and its text")});
}

const char *form_take_label(Job *job, const StreamCell *label) {
  const char *text = label_text(job, label->text);
  const char *behind = job_mended(job, label->text) + strlen(text);
  if (*behind)
    form_leave_colon(job, label, behind);
  job_take(job, label);
  return text;
}

LabelSort form_label_sort(const Form *form, const StreamCell *cell, int *role) {
  Job *job = form->job;
  const char *printed = job_folded(job, cell->text);
  const char *label = job_folded(job, label_text(job, cell->text));
  SubjectRole subject;
  *role = 0;
  if (aliases_label(job->aliases, LABEL_NOTES, label))
    return LABEL_IS_NOTES;
  if (aliases_subject(job->aliases, label, &subject)) {
    *role = (int)subject;
    return LABEL_IS_SUBJECT;
  }
  *role = (int)aliases_role(job->aliases, label, NULL);
  if (role_content((Role)*role) == CONTENT_MONEY)
    return LABEL_IS_FUND;
  *role = 0;
  size_t goal = aliases_label_length(job->aliases, LABEL_GOAL, label);
  if (goal && goal == strlen(label))
    return LABEL_IS_GOAL;
  return strcmp(printed, label) ? LABEL_IS_OTHER : LABEL_IS_NONE;
}

Position form_position(const Form *form, const StreamCell *cell) {
  bool text = form->job->stream->lines_known;
  return text ? (Position){cell->place.line, cell->place.across} : (Position){0};
}

const StreamCell *form_value_of(const Form *form, const StreamRow *row, size_t label) {
  int role;
  if (label + 1 >= row->cell_count)
    return NULL;
  const StreamCell *next = job_cell(form->job, row, label + 1);
  return form_label_sort(form, next, &role) == LABEL_IS_NONE ? next : NULL;
}

/* ----------------------------------------------------------------------------- groups */

void form_close_group(Form *form) {
  if (form->group) {
    Labelled *group = &form->funds.items[form->group - 1];
    group->parts = arena_copy(form->job->arena, form->parts.items, form->parts.count,
                              sizeof *form->parts.items);
    group->part_count = form->parts.count;
  }
  form->group = 0;
  form->parts.count = 0;
}

static bool is_total(const Form *form, const StreamRow *row, size_t index) {
  int role;
  return form_label_sort(form, job_cell(form->job, row, index), &role) == LABEL_IS_FUND &&
         role == ROLE_TOTAL && form_value_of(form, row, index);
}

void form_close_sides(Form *form) {
  for (size_t i = 0; i < form->sides.count; i++) {
    FundColumn *side = &form->sides.items[i];
    for (size_t j = 0; j < side->funds.count; j++)
      vec_push(&form->funds, side->funds.items[j]);
    vec_free(&side->funds);
  }
  form->sides.count = 0;
}

void form_open_sides(Form *form, const StreamRow *row) {
  size_t totals = 0;
  for (size_t i = 0; i < row->cell_count; i++)
    totals += is_total(form, row, i);
  if (totals < 2)
    return;
  form_close_sides(form);
  form_close_group(form);
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

void form_open_group(Form *form, const StreamCell *label) {
  form_close_group(form);
  vec_push(&form->funds, (Labelled){.label = form_take_label(form->job, label),
                                    .at = form_position(form, label)});
  form->group = form->funds.count;
}

bool form_add_fund(Form *form, const StreamCell *label, const StreamCell *value, int role) {
  Labelled item = {.at = form_position(form, label), .role = role};
  Cell *out = &item.value;
  if (value) {
    const char *text = job_folded(form->job, value->text);
    out->kind = CELL_MONEY;
    if (money_parse(text, strlen(text), form->unit, &out->money, &out->decimals) != MONEY_OK)
      return false;
    job_take(form->job, value);
  }
  item.label = form_take_label(form->job, label);
  if (form->sides.count)
    vec_push(&side_of(form, label)->funds, item);
  else if (form->group)
    vec_push(&form->parts, item);
  else
    vec_push(&form->funds, item);
  return true;
}

/* -------------------------------------------------------------------- funds as a table */

static size_t count_funds(const Form *form, const StreamRow *row, bool *amounts) {
  size_t funds = 0;
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, row, i);
    int role;
    *amounts |= words_is_amount(job_folded(form->job, cell->text));
    funds += form_label_sort(form, cell, &role) == LABEL_IS_FUND;
  }
  return funds;
}

size_t form_fund_rows(const Form *form, const StreamItem *item, size_t row) {
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
    item->role = (int)aliases_role(form->job->aliases, column->title, NULL);
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
void form_read_funds(Form *form, const StreamItem *item, size_t row, size_t rows) {
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
    form_close_group(form);
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
