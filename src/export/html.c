/* One page that holds a whole document, for reading, printing and passing on. */
#include "base/i18n.h"
#include "export/format.h"
#include "export/html_page.h"
#include "model/tree.h"

static void write_head(Html *html) {
  html_raw(html, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta name=\"generator\" content=\"budgettui\">\n<title>");
  html_text(html, html->document->title);
  html_raw(html, "</title>\n<style>\n");
  for (size_t i = 0; html_style[i]; i++)
    html_raw(html, html_style[i]);
  html_raw(html, "</style>\n</head>\n<body>\n");
}

static void write_fact(Html *html, const char *label, const char *text, const char *more) {
  if (!text && !more)
    return;
  html_format(html, "<span>%s%s", label, _(": "));
  html_text(html, text);
  if (text && more)
    html_raw(html, " ");
  html_text(html, more);
  html_raw(html, "</span>\n");
}

static void write_title(Html *html) {
  const Document *document = html->document;
  Str year = STR_EMPTY;
  str_printf(&year, "%d", document->year);
  html_raw(html, "<header>\n");
  html_element(html, "h1", document->title);
  html_raw(html, "<p class=\"facts\">\n");
  write_fact(html, _("Office"), document->organization.name, document->organization.code);
  write_fact(html, _("Year"), year.data, _(stage_words.words[document->stage].meaning));
  write_fact(html, _("Contact"), document->contact.name, document->contact.phone);
  write_fact(html, _("Source"), document->source, NULL);
  html_raw(html, "</p>\n</header>\n");
  str_free(&year);
}

/* ------------------------------------------------------------------ the parts */

static bool always(const Document *document) {
  (void)document;
  return true;
}

static bool has_trees(const Document *document) { return document->tree_count > 0; }

static bool has_three_public(const Document *document) {
  for (size_t i = 0; i < document->annex_count; i++)
    if (document->annexes[i].kind == KIND_THREE_PUBLIC)
      return true;
  return false;
}

static bool has_narrative(const Document *document) { return document->section_count > 0; }

static const struct {
  const char *id, *title; /* a msgid */
  bool (*has)(const Document *document);
  void (*write)(Html *html);
} parts[] = {
    {"overview", N_("Overview"), always, html_overview},
    {"accounts", N_("Accounts"), has_trees, html_trees},
    {"three-public", N_("Three public expenses"), has_three_public, html_three_public},
    {"narrative", N_("Narrative"), has_narrative, html_narrative},
    {"annexes", N_("Annexes"), always, html_annexes},
};
enum { PARTS = sizeof parts / sizeof *parts };

static void write_navigation(Html *html) {
  html_format(html, "<nav aria-label=\"%s\"><ul>\n", _("On this page"));
  for (size_t i = 0; i < PARTS; i++)
    if (parts[i].has(html->document))
      html_format(html, "<li><a href=\"#%s\">%s</a></li>\n", parts[i].id, _(parts[i].title));
  html_raw(html, "</ul></nav>\n");
}

static void write_parts(Html *html) {
  html_raw(html, "<main>\n");
  for (size_t i = 0; i < PARTS && !html->sink->stopped; i++) {
    if (!parts[i].has(html->document))
      continue;
    html_format(html, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n"
                      "<h2 id=\"%s-title\">%s</h2>\n",
                parts[i].id, parts[i].id, parts[i].id, _(parts[i].title));
    parts[i].write(html);
    html_raw(html, "</section>\n");
    sink_pour(html->sink);
  }
  html_raw(html, "</main>\n");
}

bool format_html(const Document *document, const FormatOptions *options, Sink *sink, Str *error) {
  Html html = {.document = document, .sink = sink, .scratch = STR_EMPTY};
  (void)error;
  write_head(&html);
  write_title(&html);
  if (options->annex) {
    html_raw(&html, "<main>\n");
    html_annex(&html, options->annex);
    html_raw(&html, "</main>\n");
  } else {
    write_navigation(&html);
    write_parts(&html);
  }
  html_format(&html, "<footer><p>%s</p></footer>\n</body>\n</html>\n",
              _("A blank is not zero: blank cells are printed blank. Figures are as printed."));
  str_free(&html.scratch);
  return true;
}
