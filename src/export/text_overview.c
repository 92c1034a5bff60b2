#include <string.h>

#include "base/i18n.h"
#include "export/text_sheet.h"
#include "model/sections.h"
#include "model/summary.h"

/* ------------------------------------------------------------------ who and when */

/* A line of facts: what it is, and the fact in up to two parts. */
typedef struct {
  const char *label;
  const char *text, *more;
} Fact;

static void fact_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column, SheetCell *out) {
  const Fact *fact = (const Fact *)sheet->context + row;
  (void)paper;
  if (!column)
    str_add_text(&out->text, _(fact->label));
  else if (fact->text && fact->more)
    str_printf(&out->text, "%s  %s", fact->text, fact->more);
  else
    str_add_text(&out->text, fact->text ? fact->text : fact->more);
}

static void add_facts(Paper *paper) {
  const Document *document = paper->document;
  Str year = STR_EMPTY;
  str_printf(&year, "%d", document->year);
  const Fact facts[] = {
      {N_("Office"), document->organization.name, document->organization.code},
      {N_("Year"), year.data, _(stage_words.words[document->stage].meaning)},
      {N_("Contact"), document->contact.name, document->contact.phone},
      {N_("Source"), document->source, NULL},
  };
  Fact told[sizeof facts / sizeof *facts];
  Sheet sheet = {.cell = fact_cell, .context = told};
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
    if (facts[i].text || facts[i].more)
      told[sheet.rows++] = facts[i];
  sheet_add(&sheet, SHEET_CODE, NULL);
  sheet_add(&sheet, SHEET_TEXT, NULL);
  sheet_write(&sheet, paper);
  sheet_free(&sheet);
  str_free(&year);
}

/* ------------------------------------------------------------------ the figures */

/* A line is a figure, a group's heading, or empty. */
typedef struct {
  const SummaryLine *line;
  const char *heading;
} FigureRow;

typedef VEC(FigureRow) FigureRows;

enum { FIGURE_LABEL, FIGURE_AMOUNT, FIGURE_UNIT, FIGURE_SHARE, FIGURE_PLACE };

static void add_place(const Paper *paper, const Place *place, Str *out) {
  const Document *document = paper->document;
  const Section *section;
  if (place->kind == PLACE_ROW)
    str_printf(out, _("annex %s"), document->annexes[place->annex].number);
  if (place->kind == PLACE_PARAGRAPH &&
      (section = sections_nth(document, place->section)) != NULL)
    str_add_text(out, section->heading);
}

static void add_label(const SummaryLine *line, SheetCell *out) {
  str_add_fill(&out->text, ' ', 2 * (size_t)(line->depth + 1));
  if (*line->code)
    str_printf(&out->text, "%s ", line->code);
  str_add_text(&out->text, line->translate ? _(line->label) : line->label);
}

static void add_amount(const Paper *paper, const SummaryLine *line, SheetCell *out) {
  if (line->kind == CELL_DASH || line->kind == CELL_SLASH)
    str_add_text(&out->text, line->text);
  if (line->kind != CELL_MONEY)
    return;
  if (line->group == SUMMARY_CHANGE && line->figure.money.fen > 0)
    str_add_char(&out->text, '+');
  out->marks |= paper_figure(paper, line->figure, &out->text);
  if (line->derived)
    out->marks |= MARK_DERIVED;
  /* A paragraph holds more figures than one: a finding about it may be about another. */
  if (line->place.kind == PLACE_ROW)
    out->sign = paper_sign(paper, &line->place);
}

static void figure_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                        SheetCell *out) {
  const FigureRows *rows = sheet->context;
  const SummaryLine *line = rows->items[row].line;
  int unit = paper->options->unit;
  if (!line) {
    out->alone = true;
    if (rows->items[row].heading)
      str_add_text(&out->text, rows->items[row].heading);
    return;
  }
  if (column == FIGURE_LABEL)
    add_label(line, out);
  else if (column == FIGURE_AMOUNT)
    add_amount(paper, line, out);
  else if (column == FIGURE_UNIT && line->kind == CELL_MONEY)
    str_add_text(&out->text, unit_name(unit < 0 ? line->figure.unit : (Unit)unit));
  else if (column == FIGURE_SHARE && line->has_share)
    share_write(&out->text, line->permille);
  else if (column == FIGURE_PLACE)
    add_place(paper, &line->place, &out->text);
}

static void add_rows(FigureRows *rows, const Summary *summary) {
  for (int group = 0; group < SUMMARY_GROUP_COUNT; group++) {
    size_t first, count = summary_group(summary, (SummaryGroup)group, &first);
    if (!count)
      continue;
    vec_push(rows, (FigureRow){0});
    vec_push(rows, (FigureRow){.heading = _(summary_title((SummaryGroup)group))});
    for (size_t i = first; i < first + count; i++)
      vec_push(rows, (FigureRow){.line = &summary->lines.items[i]});
  }
}

static void add_figures(Paper *paper) {
  Summary summary;
  FigureRows rows = {0};
  summary_open(&summary, paper->document);
  add_rows(&rows, &summary);
  Sheet sheet = {.cell = figure_cell, .context = &rows, .rows = rows.count};
  sheet_add(&sheet, SHEET_TEXT, NULL);
  sheet_add(&sheet, SHEET_AMOUNT, NULL);
  sheet_add(&sheet, SHEET_CODE, NULL);
  sheet_add(&sheet, SHEET_AMOUNT, NULL);
  sheet_add(&sheet, SHEET_ASIDE, NULL);
  sheet_write(&sheet, paper);
  paper_legend(paper);
  sheet_free(&sheet);
  vec_free(&rows);
  summary_close(&summary);
}

/* ------------------------------------------------------------------ what else there is */

static void add_headings(Paper *paper, const Section *sections, size_t count, size_t depth) {
  for (size_t i = 0; i < count; i++) {
    paper_fill(paper, ' ', 2 * (depth + 1));
    paper_text(paper, sections[i].heading, strlen(sections[i].heading));
    paper_end(paper);
    add_headings(paper, sections[i].sections, sections[i].section_count, depth + 1);
  }
}

enum { ANNEX_NUMBER, ANNEX_TITLE, ANNEX_STATE };

static void annex_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                       SheetCell *out) {
  const Annex *annex = &paper->document->annexes[row];
  (void)sheet;
  if (column == ANNEX_NUMBER)
    str_printf(&out->text, "  %s", annex->number);
  else if (column == ANNEX_TITLE)
    str_printf(&out->text, "%s%s", annex->title, annex->subtitle ? annex->subtitle : "");
  else if (column == ANNEX_STATE && !annex->included)
    str_add_text(&out->text, _("not included"));
}

static void add_annexes(Paper *paper) {
  Sheet sheet = {.cell = annex_cell, .rows = paper->document->annex_count};
  sheet_add(&sheet, SHEET_CODE, NULL);
  sheet_add(&sheet, SHEET_TEXT, NULL);
  sheet_add(&sheet, SHEET_CODE, NULL);
  sheet_write(&sheet, paper);
  sheet_free(&sheet);
}

static void add_title(Paper *paper, const char *title) {
  paper_end(paper);
  paper_plain(paper, title);
  paper_end(paper);
}

ExportStatus paper_overview(Paper *paper, Str *error) {
  const Document *document = paper->document;
  (void)error;
  paper_wrap(paper, document->title, 0);
  add_facts(paper);
  add_figures(paper);
  if (document->section_count) {
    add_title(paper, _("Narrative"));
    add_headings(paper, document->sections, document->section_count, 0);
  }
  add_title(paper, _("Annexes"));
  add_annexes(paper);
  return EXPORT_DONE;
}
