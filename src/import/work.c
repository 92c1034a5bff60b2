#include "import/work.h"

#include <string.h>

#include "base/i18n.h"
#include "import/words.h"
#include "text/fold.h"

void work_take(Work *work, const StreamCell *cell) {
  work->seen[cell - work->stream->cells.items] = true;
  if (cell->uncertain)
    notes_add(work->notes, (Note){.warning = true,
                                  .place = cell->place,
                                  .text = cell->text,
                                  .why = N_("stands between two columns; the nearer was taken")});
}

void work_take_row(Work *work, const StreamRow *row) {
  for (size_t i = 0; i < row->cell_count; i++)
    work_take(work, work_cell(work, row, i));
}

void work_take_line(Work *work, Line *line) {
  line->use = LINE_DONE;
  work_take_row(work, work_row(work, line->item, 0));
}

void work_leave(Work *work, const StreamCell *cell, const char *why, bool warning) {
  work->seen[cell - work->stream->cells.items] = true;
  if (*cell->text)
    notes_add(work->notes, (Note){warning, true, cell->place, cell->text, why});
}

void work_leave_row(Work *work, const StreamRow *row, const char *why, bool warning) {
  for (size_t i = 0; i < row->cell_count; i++)
    work_leave(work, work_cell(work, row, i), why, warning);
}

void work_leave_line(Work *work, Line *line, const char *why, bool warning) {
  line->use = LINE_DONE;
  work_leave_row(work, work_row(work, line->item, 0), why, warning);
}

void work_leave_rest(Work *work) {
  for (size_t i = 0; i < work->stream->cells.count; i++)
    if (!work->seen[i])
      work_leave(work, &work->stream->cells.items[i], N_("not understood"), true);
}

static const char *keep(Work *work, Str *text) {
  const char *kept = arena_text(work->arena, text->data, text->length);
  str_free(text);
  return kept;
}

const char *work_mended(Work *work, const char *text) {
  Str out = STR_EMPTY;
  words_mend(&out, text);
  return keep(work, &out);
}

const char *work_title(Work *work, const char *text) {
  Str out = STR_EMPTY;
  words_mend_title(&out, text);
  return keep(work, &out);
}

const char *work_folded(Work *work, const char *text) {
  Str out = STR_EMPTY;
  fold_text(&out, text, strlen(text));
  return keep(work, &out);
}
