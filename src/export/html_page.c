#include "export/html_page.h"

#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "text/fit.h"

void html_raw(Html *html, const char *markup) { str_add_text(&html->sink->text, markup); }

void html_format(Html *html, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&html->sink->text, format, arguments);
  va_end(arguments);
}

/* ------------------------------------------------------------------ texts */

static const char *entity(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return "&#39;";
  }
}

/* A line without breaks, made safe. */
static void add_line(Html *html, const char *text, size_t length) {
  Str *out = &html->sink->text;
  str_clear(&html->scratch);
  fit_whole(&html->scratch, text, length);
  for (const char *at = html->scratch.data; *at;) {
    size_t plain = strcspn(at, "&<>\"'");
    str_add(out, at, plain);
    at += plain;
    if (*at)
      str_add_text(out, entity(*at++));
  }
}

static void add_text(Html *html, const char *text, const char *newline) {
  while (text && *text) {
    size_t length = strcspn(text, "\t\n\r");
    add_line(html, text, length);
    text += length;
    if (*text)
      html_raw(html, *text++ == '\n' ? newline : " ");
  }
}

void html_text(Html *html, const char *text) { add_text(html, text, " "); }

void html_lines(Html *html, const char *text) { add_text(html, text, "<br>"); }

void html_element(Html *html, const char *tag, const char *text) {
  if (!text || !*text)
    return;
  html_format(html, "<%s>", tag);
  html_text(html, text);
  html_format(html, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

/* ------------------------------------------------------------------ figures */

void html_figure(Html *html, Figure figure, bool derived) {
  figure_write(&html->sink->text, figure, figure.unit);
  if (derived)
    html_format(html, "<sup title=\"%s\">+</sup>", _("added up; no table prints it"));
}

void html_cell(Html *html, const Cell *cell, Unit unit) {
  Figure figure;
  if (cell_figure(cell, unit, &figure))
    html_figure(html, figure, false);
  else if (cell->kind == CELL_NUMBER)
    number_write(&html->sink->text, cell->number, cell->decimals);
  else if (cell->kind != CELL_BLANK && cell->kind != CELL_MERGED)
    html_lines(html, cell->kind == CELL_SLASH ? "/" : cell->text);
}

void html_share(Html *html, int64_t permille) {
  int64_t width = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
  html_format(html, "<span class=\"bar\" aria-hidden=\"true\">"
                    "<i style=\"width:%d.%d%%\"></i></span>",
              (int)(width / 10), (int)(width % 10));
  html_raw(html, "<span class=\"share\">");
  share_write(&html->sink->text, permille);
  html_raw(html, "</span>");
}

void html_unit(Html *html, const Annex *annex) {
  html_raw(html, "<p class=\"unit\">");
  html_format(html, annex->unit_printed ? _("Unit: %s") : _("Unit: %s (the table prints none)"),
              unit_name(annex->unit));
  html_raw(html, "</p>\n");
}

size_t html_annex_id(const Html *html, const Annex *annex) {
  return (size_t)(annex - html->document->annexes) + 1;
}
