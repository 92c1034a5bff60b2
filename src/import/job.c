#include "import/job.h"

#include <string.h>

#include "base/i18n.h"
#include "import/words.h"
#include "text/fold.h"

void job_take(Job *job, const StreamCell *cell) {
  job->seen[cell - job->stream->cells.items] = true;
  if (cell->uncertain)
    notes_add(job->notes, (Note){.warning = true,
                                  .place = cell->place,
                                  .text = cell->text,
                                  .why = N_("stands between two columns; the nearer was taken")});
}

void job_take_row(Job *job, const StreamRow *row) {
  for (size_t i = 0; i < row->cell_count; i++)
    job_take(job, job_cell(job, row, i));
}

void job_take_line(Job *job, Line *line) {
  line->use = LINE_DONE;
  job_take_row(job, job_row(job, line->item, 0));
}

void job_leave(Job *job, const StreamCell *cell, const char *why, bool warning) {
  job->seen[cell - job->stream->cells.items] = true;
  if (*cell->text)
    notes_add(job->notes, (Note){warning, true, cell->place, cell->text, why});
}

void job_leave_row(Job *job, const StreamRow *row, const char *why, bool warning) {
  for (size_t i = 0; i < row->cell_count; i++)
    job_leave(job, job_cell(job, row, i), why, warning);
}

void job_leave_line(Job *job, Line *line, const char *why, bool warning) {
  line->use = LINE_DONE;
  job_leave_row(job, job_row(job, line->item, 0), why, warning);
}

void job_leave_rest(Job *job) {
  for (size_t i = 0; i < job->stream->cells.count; i++)
    if (!job->seen[i])
      job_leave(job, &job->stream->cells.items[i], N_("not understood"), true);
}

static const char *keep(Job *job, Str *text) {
  const char *kept = arena_text(job->arena, text->data, text->length);
  str_free(text);
  return kept;
}

const char *job_mended(Job *job, const char *text) {
  Str out = STR_EMPTY;
  words_mend(&out, text);
  return keep(job, &out);
}

const char *job_title(Job *job, const char *text) {
  Str out = STR_EMPTY;
  words_mend_title(&out, text);
  return keep(job, &out);
}

const char *job_folded(Job *job, const char *text) {
  Str out = STR_EMPTY;
  fold_text(&out, text, strlen(text));
  return keep(job, &out);
}
