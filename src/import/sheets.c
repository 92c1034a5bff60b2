#include "import/sheets.h"

#include <string.h>

#include "base/i18n.h"
#include "import/lines.h"
#include "import/number.h"
#include "import/form.h"
#include "import/words.h"
#include "text/utf8.h"

enum { HEAD_LINES = 8, TITLE_MOST = 120 /* characters */ };

/* What a piece of a line over a table is. */
typedef enum { PART_OTHER, PART_TITLE, PART_SUBTITLE, PART_UNIT, PART_OFFICE, PART_DATE,
               PART_LABEL, PART_SUBJECT, PART_NOTE } Part;

/* The head of a table while it is collected, from the table upwards. */
typedef struct {
  Job *job;
  Sheets *sheets;
  Sheet sheet;
  const StreamCell *title, *subtitle, *label;
  bool closed; /* the title is complete */
} Head;

/* ------------------------------------------------------------------------- pieces */

/* The subject's label that a text begins with, as 预算年度:2023. */
static bool has_subject(const Job *job, const char *folded) {
  const char *colon = strchr(folded, ':');
  if (!colon)
    return false;
  SubjectRole role;
  const char *label = arena_text(job->arena, folded, (size_t)(colon - folded));
  return aliases_subject(job->aliases, label, &role);
}

static bool is_year_alone(const char *folded) {
  return words_year(folded) && utf8_count(folded, strlen(folded)) <= 6;
}

static Part part_of(Job *job, const char *folded) {
  Unit unit;
  if (words_unit(folded, &unit) && utf8_count(folded, strlen(folded)) <= TITLE_MOST &&
      !words_names_table(folded))
    return PART_UNIT;
  if (aliases_label(job->aliases, LABEL_DATE, folded) || is_year_alone(folded))
    return PART_DATE;
  if (number_label(job, folded))
    return PART_LABEL;
  if (words_in_brackets(folded))
    return PART_SUBTITLE;
  if (words_names_table(folded) && utf8_count(folded, strlen(folded)) <= TITLE_MOST)
    return PART_TITLE;
  if (aliases_label(job->aliases, LABEL_OFFICE, folded) && strchr(folded, ':') &&
      !has_subject(job, folded))
    return PART_OFFICE;
  if (has_subject(job, folded))
    return PART_SUBJECT;
  if (aliases_label(job->aliases, LABEL_OFFICE, folded))
    return PART_OFFICE;
  return aliases_label(job->aliases, LABEL_NOTE, folded) ? PART_NOTE : PART_OTHER;
}

static void take_unit(Head *head, const StreamCell *cell, const char *folded) {
  Job *job = head->job;
  const char *colon = strchr(folded, ':');
  if (aliases_label(job->aliases, LABEL_OFFICE, folded) && colon && !head->sheets->office) {
    const char *end = strstr(colon, "单位");
    end = end ? end : colon + strlen(colon);
    head->sheets->office = arena_text(job->arena, colon + 1, (size_t)(end - colon - 1));
  }
  head->sheet.unit_printed = words_unit(folded, &head->sheet.unit);
  job_leave(job, cell, N_("unit of the amounts: told as the annex’s unit"), false);
}

static void name_office(Sheets *sheets, const char *name) {
  const char *wide = strstr(name, "："), *plain = strchr(name, ':');
  if (!sheets->office)
    sheets->office = wide ? wide + strlen("：") : plain ? plain + 1 : name;
}

static void take_office(Head *head, const StreamCell *cell) {
  name_office(head->sheets, job_title(head->job, cell->text));
  job_leave(head->job, cell, N_("the office, named over a table"), false);
}

/* Whom a form is about; over another table, its office. */
static void take_subject(Head *head, const StreamCell *cell) {
  const char *folded = job_folded(head->job, cell->text);
  vec_push(&head->sheet.subjects, cell);
  if (aliases_label(head->job->aliases, LABEL_OFFICE, folded))
    name_office(head->sheets, job_title(head->job, cell->text));
}

/* A second title or subtitle ends the head. */
static bool take_piece(Head *head, const StreamCell *cell) {
  const char *folded = job_folded(head->job, cell->text);
  switch (part_of(head->job, folded)) {
  case PART_UNIT: take_unit(head, cell, folded); return true;
  case PART_OFFICE: take_office(head, cell); return true;
  case PART_DATE: job_leave(head->job, cell, N_("date over a table"), false); return true;
  case PART_SUBJECT: take_subject(head, cell); return true;
  case PART_LABEL:
    head->label = cell;
    head->sheet.number = number_label(head->job, folded);
    job_leave(head->job, cell, N_("number of an annex: told without its word"), false);
    return true;
  case PART_NOTE:
    job_take(head->job, cell);
    head->sheet.note = job_mended(head->job, cell->text);
    return true;
  case PART_SUBTITLE: head->subtitle = cell; return true;
  case PART_TITLE:
  case PART_OTHER: head->title = cell; return true;
  }
  return false;
}

/* ------------------------------------------------------------------- lines of a head */

/* Whether a title stands within a few lines above: what is between it and its table may be a
 * note. */
static bool title_above(const Job *job, const Line *line) {
  enum { LINES_MOST = 3 };
  size_t index = (size_t)(line - job->lines.items);
  for (size_t i = index, seen = 0; i-- > 0 && seen < LINES_MOST; seen++) {
    if (line_is_table(&job->lines.items[i]) || job->lines.items[i].use != LINE_TEXT)
      return false;
    if (words_names_table(job->lines.items[i].folded))
      return true;
  }
  return false;
}

/* Whether the line may belong to the head as it stands, and is not the text before it. */
static bool piece_fits(const Head *head, Part part, const Line *line) {
  switch (part) {
  case PART_TITLE: return !head->title;
  case PART_SUBTITLE: return !head->title && !head->subtitle;
  case PART_LABEL: return !head->label;
  case PART_UNIT: return !head->sheet.unit_printed && !head->title;
  case PART_SUBJECT: return !head->title;
  case PART_NOTE: return !head->title && !head->sheet.note && title_above(head->job, line);
  case PART_OFFICE: case PART_DATE: return true;
  case PART_OTHER:
    return !head->title && head->sheet.unit_printed && !words_ends_sentence(line->folded) &&
           utf8_count(line->folded, strlen(line->folded)) <= TITLE_MOST / 3 &&
           !(line->flags & STREAM_FULL);
  }
  return false;
}

static bool line_fits(const Head *head, const Line *line) {
  const StreamRow *row = job_row(head->job, line->item, 0);
  for (size_t i = 0; i < row->cell_count; i++) {
    const char *folded = job_folded(head->job, job_cell(head->job, row, i)->text);
    if (!piece_fits(head, part_of(head->job, folded), line))
      return false;
  }
  return row->cell_count > 0;
}

static void take_head_line(Head *head, Line *line) {
  const StreamRow *row = job_row(head->job, line->item, 0);
  for (size_t i = row->cell_count; i-- > 0;)
    take_piece(head, job_cell(head->job, row, i));
  line->use = LINE_DONE;
}

/* Lines over the table `index`, up to `stop`. */
static void take_lines_above(Head *head, size_t stop, size_t index) {
  size_t taken = 0;
  for (size_t i = index; i-- > stop && taken < HEAD_LINES;) {
    Line *line = &head->job->lines.items[i];
    if (line_is_table(line))
      return;
    if (line->use == LINE_DONE)
      continue;
    if (!line_fits(head, line))
      return;
    take_head_line(head, line);
    taken++;
  }
}

/* Whether a row of the table itself may hold such a part of its head. An office stands there beside
 * the unit; alone it may be a label of a form. */
static bool row_may_hold(const Head *head, Part part, const StreamRow *row, bool unit) {
  switch (part) {
  case PART_OTHER: case PART_NOTE: return false;
  case PART_SUBJECT: return unit;
  case PART_TITLE: return !head->title;
  case PART_SUBTITLE:
  case PART_DATE: return row->cell_count == 1;
  case PART_UNIT: case PART_OFFICE: case PART_LABEL: return true;
  }
  return false;
}

static Part cell_part(const Head *head, const StreamRow *row, size_t index) {
  return part_of(head->job, job_folded(head->job, job_cell(head->job, row, index)->text));
}

static bool row_is_head(const Head *head, const StreamRow *row) {
  bool unit = false;
  for (size_t i = 0; i < row->cell_count; i++)
    unit |= cell_part(head, row, i) == PART_UNIT;
  for (size_t i = 0; i < row->cell_count; i++)
    if (!row_may_hold(head, cell_part(head, row, i), row, unit))
      return false;
  return true;
}

/* Rows at the top of the table that hold nothing but its title, unit and the like. */
static size_t take_rows(Head *head, const StreamItem *item) {
  size_t taken = 0;
  for (; taken < item->row_count && taken < HEAD_LINES; taken++) {
    const StreamRow *row = job_row(head->job, item, taken);
    if (!row_is_head(head, row))
      break;
    for (size_t i = 0; i < row->cell_count; i++)
      take_piece(head, job_cell(head->job, row, i));
  }
  return taken < item->row_count ? taken : 0;
}

/* ------------------------------------------------------------------ tables of the stream */

static bool has_amounts(const Job *job, const StreamItem *item) {
  for (size_t r = 0; r < item->row_count; r++) {
    const StreamRow *row = job_row(job, item, r);
    for (size_t i = 0; i < row->cell_count; i++) {
      const char *text = job_cell(job, row, i)->text;
      if (words_is_amount(text) && !words_ordinal(text))
        return true;
    }
  }
  return false;
}

/* Whether nothing but what is done with stands between two lines. */
static bool nothing_between(const Job *job, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (job->lines.items[i].use != LINE_DONE)
      return false;
  return true;
}

static const Sheet *last_sheet(const Sheets *sheets) {
  return sheets->list.count ? &sheets->list.items[sheets->list.count - 1] : NULL;
}

static const char *first_text(const Job *job, const StreamItem *item, size_t row) {
  const StreamRow *at = row < item->row_count ? job_row(job, item, row) : NULL;
  return at && at->cell_count ? job_cell(job, at, 0)->text : "";
}

/* Whether a table begins the form before it anew: with the same label as that. */
static bool fills_in_again(Job *job, const Sheet *before, const StreamItem *item) {
  const SheetPart *part = &before->parts.items[0];
  return !strcmp(first_text(job, part->item, part->first_row), first_text(job, item, 0)) &&
         form_is(job, before);
}

/* Whether a table goes on with the sheet before it: it has no title of its own, or the same once
 * more, on the next page. */
static bool goes_on(const Head *head, size_t index, size_t last) {
  const Sheet *before = last_sheet(head->sheets);
  const Line *lines = head->job->lines.items;
  if (!before || head->label || !nothing_between(head->job, last + 1, index))
    return false;
  if (lines[index].item->page > lines[last].item->page + 1)
    return false;
  if (!head->title)
    return lines[index].item->page != lines[last].item->page || head->job->stream->spans_known;
  if (fills_in_again(head->job, before, lines[index].item))
    return false;
  const char *title = job_folded(head->job, head->title->text);
  const char *first = before->title ? job_folded(head->job, before->title) : "";
  size_t bare = words_without_bracket(title);
  return lines[index].item->page != lines[last].item->page &&
         !head->subtitle == !before->subtitle &&
         (!strcmp(title, first) || (strlen(first) == bare && !strncmp(title, first, bare)));
}

static void finish_head(Head *head) {
  Job *job = head->job;
  Sheet *sheet = &head->sheet;
  if (head->title) {
    job_take(job, head->title);
    const char *printed = job_title(job, head->title->text), *number;
    size_t bytes = number_of_title(job, printed, &number);
    if (bytes && !sheet->number)
      sheet->number = number;
    if (bytes)
      notes_add(job->notes, (Note){.left = true,
                                   .place = head->title->place,
                                   .text = arena_text(job->arena, printed, bytes),
                                   .why = N_("number of an annex: told without its word")});
    printed += bytes;
    sheet->title = printed;
  }
  if (head->subtitle) {
    job_take(job, head->subtitle);
    sheet->subtitle = job_mended(job, head->subtitle->text);
  }
  Str whole = STR_EMPTY;
  str_add_text(&whole, sheet->title ? sheet->title : "");
  sheet->folded = job_folded(job, whole.data);
  str_add_text(&whole, sheet->subtitle ? sheet->subtitle : "");
  sheet->folded_whole = job_folded(job, whole.data);
  str_free(&whole);
}

static void leave_repeated(Head *head) {
  if (head->title)
    job_leave(head->job, head->title, N_("title, printed again over a part of its table"), false);
  if (head->subtitle)
    job_leave(head->job, head->subtitle, N_("title, printed again over a part of its table"),
               false);
  vec_free(&head->sheet.subjects);
}

static void leave_table(Job *job, const Line *line) {
  for (size_t i = 0; i < line->item->row_count; i++)
    job_leave_row(job, job_row(job, line->item, i),
                  N_("beyond the tables that are read; to read it, use --limit import-tables=N"),
                  true);
}

static void add_table(Job *job, Sheets *sheets, size_t index, size_t *last) {
  Line *line = &job->lines.items[index];
  Head head = {.job = job, .sheets = sheets};
  size_t stop = sheets->list.count ? *last + 1 : 0;
  take_lines_above(&head, stop, index);
  SheetPart part = {line->item, take_rows(&head, line->item)};
  bool next = goes_on(&head, index, *last);
  bool named = head.title || head.label || has_amounts(job, line->item);
  bool full = sheets->list.count == limit_of(job->limits, LIMIT_IMPORT_TABLES);
  if (!next && named && full)
    leave_table(job, line);
  if (!next && (!named || full)) {
    vec_free(&head.sheet.subjects);
    return;
  }
  line->use = LINE_DONE;
  *last = index;
  if (next) {
    leave_repeated(&head);
    vec_push(&sheets->list.items[sheets->list.count - 1].parts, part);
    return;
  }
  finish_head(&head);
  head.sheet.line = index;
  vec_push(&head.sheet.parts, part);
  vec_push(&sheets->list, head.sheet);
}

void sheets_open(Job *job, Sheets *sheets) {
  *sheets = (Sheets){0};
  size_t last = 0;
  for (size_t i = 0; i < job->lines.count; i++)
    if (line_is_table(&job->lines.items[i]))
      add_table(job, sheets, i, &last);
}

void sheets_leave_subjects(Job *job, const Sheet *sheet) {
  for (size_t i = 0; i < sheet->subjects.count; i++)
    job_leave(job, sheet->subjects.items[i], N_("the office, named over a table"), false);
}

void sheets_close(Sheets *sheets) {
  for (size_t i = 0; i < sheets->list.count; i++) {
    vec_free(&sheets->list.items[i].parts);
    vec_free(&sheets->list.items[i].subjects);
  }
  vec_free(&sheets->list);
}

/* ---------------------------------------------------------------------------- notes */

/* From under the table up to the next one. */
static void take_note(Job *job, Sheet *sheet, size_t stop) {
  Str note = STR_EMPTY;
  bool ended = false;
  for (size_t i = sheet->line + 1; i < stop; i++) {
    Line *line = &job->lines.items[i];
    if (line->use == LINE_DONE)
      continue;
    bool begins = aliases_label(job->aliases, LABEL_NOTE, line->folded);
    bool numbered = note.length && words_numbering(line->text).form >= NUMBER_DIGITS;
    bool goes_on = note.length && !ended;
    if (line->use != LINE_TEXT || line_is_table(line) || line->heading ||
        !(begins || numbered || goes_on))
      break;
    words_mend(&note, line->text);
    ended = words_ends_sentence(line->folded);
    job_take_line(job, line);
  }
  if (note.length && sheet->note)
    str_splice(&note, 0, 0, sheet->note, strlen(sheet->note));
  if (note.length)
    sheet->note = arena_text(job->arena, note.data, note.length);
  str_free(&note);
}

void sheets_take_notes(Job *job, Sheets *sheets) {
  for (size_t i = 0; i < sheets->list.count; i++) {
    bool last = i + 1 == sheets->list.count;
    take_note(job, &sheets->list.items[i],
              last ? job->lines.count : sheets->list.items[i + 1].line);
  }
}
