/* The facts at a glance, in cards, and the narrative. */
#include "base/i18n.h"
#include "export/html_page.h"
#include "model/summary.h"
#include "model/three_public.h"

static void write_amount(Html *html, const SummaryLine *line) {
  if (line->kind == CELL_DASH || line->kind == CELL_SLASH)
    html_text(html, line->text);
  if (line->kind != CELL_MONEY)
    return;
  if (line->group == SUMMARY_CHANGE && line->figure.money.fen > 0)
    html_raw(html, "+");
  html_figure(html, line->figure, line->derived);
  html_format(html, " <small>%s</small>", unit_name(line->figure.unit));
}

static void write_line(Html *html, const SummaryLine *line) {
  html_format(html, "<dl class=\"facet d%d\"><dt>", line->depth);
  if (*line->code) {
    html_raw(html, "<span class=\"code\">");
    html_text(html, line->code);
    html_raw(html, "</span>");
  }
  html_text(html, line->translate ? _(line->label) : line->label);
  html_raw(html, "</dt><dd>");
  write_amount(html, line);
  html_raw(html, "</dd>");
  if (line->has_share) {
    html_raw(html, "<dd class=\"meter\">");
    html_share(html, line->permille);
    html_raw(html, "</dd>");
  }
  html_raw(html, "</dl>\n");
}

void html_overview(Html *html) {
  Summary summary;
  summary_open(&summary, html->document);
  html_raw(html, "<div class=\"cards\">\n");
  for (int group = 0; group < SUMMARY_GROUP_COUNT; group++) {
    size_t first, count = summary_group(&summary, (SummaryGroup)group, &first);
    if (!count)
      continue;
    html_format(html, "<div class=\"card%s\">\n<h3>%s</h3>\n", group == SUMMARY_TOTAL ? " big" : "",
                _(summary_title((SummaryGroup)group)));
    for (size_t i = first; i < first + count; i++)
      write_line(html, &summary.lines.items[i]);
    html_raw(html, "</div>\n");
  }
  html_raw(html, "</div>\n");
  summary_close(&summary);
}

/* ------------------------------------------------------------------ three public expenses */

static void write_expense(Html *html, const ThreePublic *expenses, const ThreePublicLine *line) {
  int64_t permille;
  html_format(html, "<tr%s><th scope=\"row\" class=\"l%d\">",
              line->role == ROLE_TOTAL ? " class=\"total\"" : "", line->depth + 1);
  html_text(html, line->label);
  if (three_public_budgeted(expenses)) {
    html_raw(html, "</th><td class=\"n\">");
    if (line->budget)
      html_cell(html, line->budget, expenses->annex->unit);
    html_raw(html, "</td>");
  } else {
    html_raw(html, "</th>");
  }
  html_raw(html, "<td class=\"n\">");
  html_cell(html, line->cell, expenses->annex->unit);
  html_raw(html, "</td><td><div class=\"meter\">");
  if (three_public_share(expenses, line, &permille))
    html_share(html, permille);
  html_raw(html, "</div></td></tr>\n");
}

void html_three_public(Html *html) {
  ThreePublic expenses = three_public_of(html->document);
  html_format(html, "<p class=\"aside\"><a href=\"#annex-%zu\">",
              html_annex_id(html, expenses.annex));
  html_text(html, expenses.annex->title);
  html_raw(html, "</a></p>\n");
  if (!expenses.count) {
    html_format(html, "<p class=\"absent\">%s</p>\n",
                _("listed in the document, but not included in it"));
    return;
  }
  html_unit(html, expenses.annex);
  html_format(html, "<div class=\"scroll\"><table>\n<caption class=\"sr\">%s</caption>\n",
              _("Three public expenses"));
  bool budgeted = three_public_budgeted(&expenses);
  html_format(html, "<thead><tr><th scope=\"col\">%s</th>", _("Item"));
  if (budgeted)
    html_format(html, "<th scope=\"col\">%s</th>", _("Budgeted"));
  html_format(html, "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
              budgeted ? _("Executed") : _("Amount"), _("Of the total"));
  for (size_t i = 0; i < expenses.count; i++)
    write_expense(html, &expenses, &expenses.lines[i]);
  html_raw(html, "</tbody></table></div>\n");
}

/* ------------------------------------------------------------------ narrative */

/* Headings go down to h6: what is nested deeper stays there. */
static void write_sections(Html *html, const Section *sections, size_t count, int level) {
  for (size_t i = 0; i < count && !html->sink->stopped; i++) {
    html_format(html, "<h%d>", level);
    html_text(html, sections[i].heading);
    html_format(html, "</h%d>\n", level);
    for (size_t k = 0; k < sections[i].paragraph_count; k++) {
      html_raw(html, "<p>");
      html_lines(html, sections[i].paragraphs[k]);
      html_raw(html, "</p>\n");
    }
    sink_pour(html->sink);
    write_sections(html, sections[i].sections, sections[i].section_count,
                   level < 6 ? level + 1 : 6);
  }
}

void html_narrative(Html *html) {
  html_raw(html, "<div class=\"narrative\">\n");
  write_sections(html, html->document->sections, html->document->section_count, 3);
  html_raw(html, "</div>\n");
}
