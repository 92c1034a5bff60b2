#include "view/amount.h"

#include "text/width.h"
#include "view/findings.h"

Amount amount_of_cell(const Cell *cell, Unit unit) {
  Amount amount = {.kind = (CellKind)cell->kind};
  if (cell->kind == CELL_DASH || cell->kind == CELL_SLASH)
    amount.text = cell->text;
  cell_figure(cell, unit, &amount.figure);
  return amount;
}

/* The text in the session's unit; whether it was converted. */
static bool write_amount(const Session *session, const Amount *amount, Str *out) {
  if (amount->kind == CELL_DASH || amount->kind == CELL_SLASH)
    str_add_text(out, amount->text);
  if (amount->kind != CELL_MONEY)
    return false;
  if (amount->change && amount->figure.money.fen > 0)
    str_add_char(out, '+');
  bool converted = figure_show(out, amount->figure, session->unit);
  if (amount->unit)
    str_printf(out, " %s",
               unit_name(session->unit < 0 ? amount->figure.unit : (Unit)session->unit));
  return converted;
}

int amount_width(const Session *session, const Amount *amount) {
  Str text = STR_EMPTY;
  write_amount(session, amount, &text);
  int width = (int)width_text(text.data, text.length) + 1;
  str_free(&text);
  return width;
}

static int amount_style(const Amount *amount, int style) {
  if (style != STYLE_NORMAL)
    return style;
  if (amount->derived)
    return STYLE_DERIVED;
  return amount->kind == CELL_MONEY && amount->figure.money.fen < 0 ? STYLE_NEGATIVE : STYLE_AMOUNT;
}

void amount_draw(const Session *session, Area area, int row, int column, int width, int style,
                 const Amount *amount) {
  Str text = STR_EMPTY;
  bool converted = write_amount(session, amount, &text);
  int room = width - 1;
  style = amount_style(amount, style);
  if ((int)width_text(text.data, text.length) > room) {
    str_clear(&text);
    str_add_fill(&text, '#', room > 3 ? 3 : room > 0 ? (size_t)room : 0);
    converted = false;
  }
  area_fit(area, row, column, room, style, FIT_RIGHT, text.data, text.length);
  if (converted)
    area_glyph(area, row, column + room, STYLE_DIM, GLYPH_CONVERTED);
  else if (amount->derived && amount->kind == CELL_MONEY)
    area_glyph(area, row, column + room, STYLE_DIM, GLYPH_DERIVED);
  str_free(&text);
}

void amount_draw_finding(Session *session, Area area, int row, int column, const Place *place) {
  const Finding *finding = findings_of_figure(session, place);
  if (finding != NULL)
    area_text(area, row, column, findings_style(finding->outcome),
              findings_sign(area.canvas, finding->outcome));
}

void amount_write_printed(Str *out, const Amount *amount) {
  if (amount->kind == CELL_DASH || amount->kind == CELL_SLASH)
    str_add_text(out, amount->text);
  if (amount->kind != CELL_MONEY)
    return;
  if (amount->change && amount->figure.money.fen > 0)
    str_add_char(out, '+');
  figure_write(out, amount->figure, amount->figure.unit);
  str_printf(out, " %s", unit_name(amount->figure.unit));
}
