#include "import/form.h"

#include <string.h>

#include "base/i18n.h"
#include "import/form_parts.h"
#include "import/indicators.h"
#include "import/words.h"
#include "model/build.h"

/* ----------------------------------------------------------------------------- subject */

static Cell text_cell(const char *text) {
  return *text ? (Cell){.kind = CELL_TEXT, .text = text, .length = (uint32_t)strlen(text)}
               : (Cell){.kind = CELL_BLANK};
}

static void add_subject(Form *form, const StreamCell *label, const StreamCell *value, int role) {
  Labelled item = {.label = form_take_label(form->job, label),
                   .at = form_position(form, label),
                   .role = role,
                   .value = text_cell(value ? job_mended(form->job, value->text) : "")};
  vec_push(&form->subject, item);
  if (value)
    job_take(form->job, value);
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
  at[1] = form_take_label(job, label);
  at[2] = text ? job_mended(job, text->text) : NULL;
  if (heading)
    job_take(job, heading);
  if (text)
    job_take(job, text);
}

_Static_assert(offsetof(Targets, goal_label) == offsetof(Targets, goal_heading) + sizeof(char *) &&
                   offsetof(Targets, notes) ==
                       offsetof(Targets, notes_heading) + 2 * sizeof(char *),
               "heading, label and text of a remark follow one another");

/* -------------------------------------------------------------------------------- rows */

static bool next_is_fund(const Form *form, const StreamRow *row, size_t index) {
  int role;
  return index + 1 < row->cell_count &&
         form_label_sort(form, job_cell(form->job, row, index + 1), &role) == LABEL_IS_FUND;
}

/* What names a goal from the left, unless that is a goal itself. */
static const StreamCell *heading_of(const Form *form, const StreamRow *row, size_t index) {
  int role;
  const StreamCell *before = index ? job_cell(form->job, row, index - 1) : NULL;
  return before && form_label_sort(form, before, &role) == LABEL_IS_NONE ? before : NULL;
}

/* The text under a label that stands over it. */
static const StreamCell *cell_below(const StreamRow *below, const Form *form,
                                    const StreamCell *label) {
  int role;
  for (size_t i = 0; below && i < below->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, below, i);
    if (cell->first == label->first && form_label_sort(form, cell, &role) == LABEL_IS_NONE)
      return cell;
  }
  return NULL;
}

static bool unit_in_brackets(Job *job, const StreamCell *cell, void *context);

static void read_row(Form *form, const StreamRow *row, const StreamRow *below) {
  form_open_sides(form, row);
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(form->job, row, i);
    const StreamCell *value = form_value_of(form, row, i);
    int role;
    LabelSort sort = form_label_sort(form, cell, &role);
    bool taken = true;
    if (sort == LABEL_IS_SUBJECT)
      add_subject(form, cell, value, role);
    else if (sort == LABEL_IS_FUND)
      taken = form_add_fund(form, cell, value, role);
    else if (sort == LABEL_IS_GOAL || sort == LABEL_IS_NOTES)
      take_remark(form, heading_of(form, row, i), cell,
                  value ? value : cell_below(below, form, cell), sort == LABEL_IS_GOAL);
    else if (sort == LABEL_IS_OTHER && next_is_fund(form, row, i))
      form_open_group(form, cell);
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
                                      .at = form_position(form, cell),
                                      .role = (int)role,
                                      .value = text_cell(job_mended(
                                          form->job, end + (end == wide ? strlen("：") : 1)))});
  form_leave_colon(form->job, cell, end == wide ? "：" : ":");
  job_take(form->job, cell);
}

static void read_rows(Form *form, const SheetPart *part, Indicators *indicators) {
  for (size_t r = part->first_row; r < part->item->row_count; r++) {
    const StreamRow *row = job_row(form->job, part->item, r);
    if (indicators_take(indicators, row))
      continue;
    size_t rows = indicators->begun ? 0 : form_fund_rows(form, part->item, r);
    if (rows)
      form_read_funds(form, part->item, r, rows);
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
  form_close_group(&form);
  form_close_sides(&form);
  indicators_finish(&indicators, targets);
  targets->subject = keep(&form, &form.subject, &targets->subject_count);
  targets->funds = keep(&form, &form.funds, &targets->fund_count);
  build_targets(job->arena, targets);
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
