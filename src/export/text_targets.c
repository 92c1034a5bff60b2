#include <string.h>

#include "base/i18n.h"
#include "export/text_sheet.h"
#include "model/targets.h"

/* ------------------------------------------------------------------ labelled lines */

/* A run of subject items or of funds. */
typedef struct {
  const Annex *annex;
  const Targets *targets;
  size_t first; /* line of the targets */
} LabelSheet;

static void label_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                       SheetCell *out) {
  const LabelSheet *shown = sheet->context;
  TargetLine line = targets_line(shown->targets, shown->first + row);
  if (column) {
    Place place = paper_target_place(paper, shown->annex, shown->targets, shown->first + row,
                                     PLACE_NO_LEAF);
    sheet_cell(paper, line.value, shown->annex->unit, out);
    out->sign = paper_sign(paper, &place);
    return;
  }
  str_add_fill(&out->text, ' ', 2 * (size_t)line.depth);
  str_add_text(&out->text, line.label);
}

static void write_labels(Paper *paper, LabelSheet shown, size_t count, SheetKind values) {
  Sheet sheet = {.cell = label_cell, .context = &shown, .rows = count};
  sheet_add(&sheet, SHEET_TEXT, NULL);
  sheet_add(&sheet, values, NULL);
  sheet_write(&sheet, paper);
  sheet_free(&sheet);
}

/* ------------------------------------------------------------------ indicators */

static void indicator_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                           SheetCell *out) {
  const LabelSheet *shown = sheet->context;
  Place place =
      paper_target_place(paper, shown->annex, shown->targets, shown->first + row, column);
  sheet_cell(paper, &shown->targets->indicators.rows[row].cells[column], shown->annex->unit, out);
  out->sign = paper_sign(paper, &place);
}

static void write_indicators(Paper *paper, LabelSheet shown) {
  const Targets *targets = shown.targets;
  const char *title = targets->indicators_title;
  paper_end(paper);
  if (title && *title) {
    paper_text(paper, title, strlen(title));
    paper_end(paper);
  }
  Sheet sheet = {.cell = indicator_cell, .context = &shown, .rows = targets->indicators.row_count};
  sheet_add_table(&sheet, &targets->indicators, 0);
  sheet_write(&sheet, paper);
  sheet_free(&sheet);
}

/* ------------------------------------------------------------------ one set */

/* How many lines from `first` on belong to the same part. */
static size_t run_length(const Targets *targets, size_t first, size_t count) {
  TargetPart part = targets_line(targets, first).part;
  size_t end = first;
  while (end < count && targets_line(targets, end).part == part)
    end++;
  return end - first;
}

static void write_text(Paper *paper, const TargetLine *line) {
  paper_end(paper);
  if (line->heading) {
    paper_text(paper, line->heading, strlen(line->heading));
    paper_end(paper);
  }
  if (line->label)
    paper_text(paper, line->label, strlen(line->label));
  paper_end(paper);
  if (line->text)
    paper_wrap(paper, line->text, 2);
}

static void write_set(Paper *paper, const Annex *annex, const Targets *targets) {
  size_t count = targets_line_count(targets);
  for (size_t at = 0, run; at < count; at += run) {
    TargetLine line = targets_line(targets, at);
    LabelSheet shown = {annex, targets, at};
    run = line.part == TARGET_INDICATOR ? targets->indicators.row_count
                                        : run_length(targets, at, count);
    if (line.part == TARGET_SUBJECT || line.part == TARGET_FUND) {
      paper_end(paper);
      write_labels(paper, shown, run, line.part == TARGET_FUND ? SHEET_AMOUNT : SHEET_TEXT);
    } else if (line.part == TARGET_INDICATOR) {
      write_indicators(paper, shown);
    } else {
      write_text(paper, &line);
    }
  }
}

void paper_annex_targets(Paper *paper, const Annex *annex) {
  paper_annex_heading(paper, annex);
  paper_unit(paper, annex);
  for (size_t i = 0; i < annex->target_count; i++)
    write_set(paper, annex, &annex->targets[i]);
  if (annex->note && *annex->note)
    paper_wrap(paper, annex->note, 0);
  paper_legend(paper);
}

ExportStatus paper_targets(Paper *paper, Str *error) {
  const Document *document = paper->document;
  const char *number = paper->options->number;
  const Annex *only = number ? document_annex(document, number) : NULL;
  bool any = false;
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    if (!annex->target_count || (number && annex != only))
      continue;
    if (any)
      paper_end(paper);
    paper_annex_targets(paper, annex);
    any = true;
  }
  if (any)
    return EXPORT_DONE;
  if (number)
    str_printf(error, _("annex %s has no performance targets"), number);
  else
    str_add_text(error, _("the document has no performance targets"));
  return EXPORT_NOTHING;
}
