#include "export/text_paper.h"

#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "text/wrap.h"

bool paper_close(Paper *paper) {
  str_free(&paper->scratch);
  vec_free(&paper->signs);
  return sink_close(&paper->sink);
}

void paper_plain(Paper *paper, const char *text) {
  str_add_text(&paper->sink.text, text);
}

void paper_format(Paper *paper, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&paper->sink.text, format, arguments);
  va_end(arguments);
}

void paper_flatten(Str *text) {
  for (size_t i = 0; i < text->length; i++)
    if (text->data[i] == '\n' || text->data[i] == '\t' || text->data[i] == '\r')
      text->data[i] = ' ';
}

static void take(Paper *paper, const char *text, size_t length) {
  str_clear(&paper->scratch);
  str_add(&paper->scratch, text, length);
  paper_flatten(&paper->scratch);
}

size_t paper_text(Paper *paper, const char *text, size_t length) {
  take(paper, text, length);
  return fit_whole(&paper->sink.text, paper->scratch.data, paper->scratch.length);
}

static const char *ellipsis(const Paper *paper) {
  return paper->options->ascii || width_ambiguous() != 1 ? "..." : "…";
}

void paper_fit(Paper *paper, const char *text, size_t length, size_t width, FitAlign align) {
  take(paper, text, length);
  fit_text(&paper->sink.text, paper->scratch.data, paper->scratch.length, width, align,
           ellipsis(paper));
}

void paper_fill(Paper *paper, char c, size_t count) {
  str_add_fill(&paper->sink.text, c, count);
}

void paper_end(Paper *paper) {
  Str *text = &paper->sink.text;
  size_t length = text->length;
  while (length && text->data[length - 1] == ' ')
    length--;
  str_cut(text, length);
  str_add_char(text, '\n');
  sink_pour(&paper->sink);
}

/* The first line goes on behind the `indent` columns of this line that are written, if any are. */
static void wrap(Paper *paper, const char *text, size_t indent, bool begun) {
  enum { LEAST = 20 };
  size_t length = strlen(text), width = paper->options->width;
  if (width)
    width = width > indent + LEAST ? width - indent : LEAST;
  else
    width = SIZE_MAX;
  size_t at = 0;
  do {
    size_t next = length;
    size_t bytes = wrap_line(text + at, length - at, width, &next);
    if (!begun || at)
      paper_fill(paper, ' ', indent);
    paper_text(paper, text + at, bytes);
    paper_end(paper);
    at += next;
  } while (at < length);
}

void paper_wrap(Paper *paper, const char *text, size_t indent) { wrap(paper, text, indent, false); }

void paper_legend(Paper *paper) {
  static const struct {
    unsigned mark;
    const char *meaning;
  } legend[] = {
      {MARK_CONVERTED, N_("* converted from the unit in which it is printed")},
      {MARK_UNKNOWN, N_("_ a digit that the printed figure does not tell")},
      {MARK_DERIVED, N_("+ added up; no table prints it")},
      {MARK_MERGED, N_("^ one cell with the cell above")},
  };
  for (size_t i = 0; i < sizeof legend / sizeof *legend; i++)
    if (paper->marks & legend[i].mark) {
      paper_plain(paper, _(legend[i].meaning));
      paper_end(paper);
    }
  for (size_t i = 0; i < paper->signs.count; i++) {
    paper_format(paper, "%s %s", paper->signs.items[i]->text, _(paper->signs.items[i]->meaning));
    paper_end(paper);
  }
  paper->marks = 0;
  paper->signs.count = 0;
}

const TextSign *paper_sign(const Paper *paper, const Place *place) {
  const TextOptions *options = paper->options;
  return options->sign && place->kind != PLACE_NONE ? options->sign(options->sign_context, place)
                                                    : NULL;
}

Place paper_place(const Paper *paper, const Annex *annex, const Table *table, size_t row,
                  size_t leaf) {
  return (Place){.kind = PLACE_ROW,
                 .annex = (uint32_t)(annex - paper->document->annexes),
                 .table = (uint32_t)(table - annex->tables),
                 .leaf = (uint16_t)leaf,
                 .row = (uint32_t)row};
}

Place paper_target_place(const Paper *paper, const Annex *annex, const Targets *targets,
                         size_t line, size_t leaf) {
  return (Place){.kind = PLACE_TARGET,
                 .annex = (uint32_t)(annex - paper->document->annexes),
                 .table = (uint32_t)(targets - annex->targets),
                 .leaf = (uint16_t)leaf,
                 .row = (uint32_t)line};
}

unsigned paper_figure(const Paper *paper, Figure figure, Str *out) {
  size_t start = out->length;
  unsigned marks = figure_show(out, figure, paper->options->unit) ? MARK_CONVERTED : 0;
  return strchr(out->data + start, '_') ? marks | MARK_UNKNOWN : marks;
}

void paper_unit(Paper *paper, const Annex *annex) {
  int unit = paper->options->unit;
  if (unit >= 0 && (Unit)unit != annex->unit)
    paper_format(paper, _("Unit: %s (printed in %s)"), unit_name((Unit)unit),
                 unit_name(annex->unit));
  else if (annex->unit_printed)
    paper_format(paper, _("Unit: %s"), unit_name(annex->unit));
  else
    paper_format(paper, _("Unit: %s (the table prints none)"), unit_name(annex->unit));
  paper_end(paper);
}

static void printed_line(Paper *paper, const char *text) {
  if (text && *text)
    paper_wrap(paper, text, 0);
}

void paper_annex_heading(Paper *paper, const Annex *annex) {
  Str number = STR_EMPTY, label = STR_EMPTY, title = STR_EMPTY;
  fit_whole(&number, annex->number, strlen(annex->number));
  str_printf(&label, _("Annex %s"), number.data);
  str_add_text(&label, "  ");
  str_add_text(&title, annex->title);
  paper_flatten(&title);
  paper_plain(paper, label.data);
  wrap(paper, title.data, width_text(label.data, label.length), true);
  str_free(&number);
  str_free(&label);
  str_free(&title);
  printed_line(paper, annex->subtitle);
}
