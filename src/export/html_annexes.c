/* The list of annexes, then each of them: its tables, or its targets, or that it is absent. */
#include "base/i18n.h"
#include "export/html_page.h"
#include "model/targets.h"

static bool is_absent(const Annex *annex) {
  return !annex->included || (!annex->table_count && !annex->target_count);
}

/* ------------------------------------------------------------------ targets */

static void write_pair(Html *html, const TargetLine *line, Unit unit) {
  html_raw(html, "<dt>");
  html_text(html, line->label);
  html_raw(html, "</dt><dd>");
  html_cell(html, line->value, unit);
  html_raw(html, "</dd>\n");
}

static void write_fund(Html *html, const TargetLine *line, Unit unit) {
  html_format(html, "<tr><th scope=\"row\" class=\"l%d\">", line->depth < 3 ? line->depth + 1 : 4);
  html_text(html, line->label);
  html_raw(html, "</th><td class=\"n\">");
  html_cell(html, line->value, unit);
  html_raw(html, "</td></tr>\n");
}

static void open_run(Html *html, TargetPart part) {
  if (part == TARGET_SUBJECT)
    html_raw(html, "<dl class=\"subject\">\n");
  else if (part == TARGET_FUND)
    html_format(html, "<div class=\"scroll funds\"><table>\n<caption class=\"sr\">%s</caption>\n"
                      "<thead><tr><th scope=\"col\">%s</th>"
                      "<th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                _("Funds"), _("Item"), _("Amount"));
}

static void close_run(Html *html, TargetPart part) {
  if (part == TARGET_SUBJECT)
    html_raw(html, "</dl>\n");
  else if (part == TARGET_FUND)
    html_raw(html, "</tbody></table></div>\n");
}

static void write_remark(Html *html, const TargetLine *line) {
  html_element(html, "h5", line->heading);
  html_element(html, line->heading ? "h6" : "h5", line->label);
  if (line->text) {
    html_raw(html, "<p>");
    html_lines(html, line->text);
    html_raw(html, "</p>\n");
  }
}

static void write_line(Html *html, const Annex *annex, const Targets *targets,
                       const TargetLine *line) {
  if (line->part == TARGET_SUBJECT) {
    write_pair(html, line, annex->unit);
  } else if (line->part == TARGET_FUND) {
    write_fund(html, line, annex->unit);
  } else if (line->part != TARGET_INDICATOR) {
    write_remark(html, line);
  } else if (!line->row) {
    if (!targets->indicators.title)
      html_element(html, "h5", targets->indicators_title);
    html_tables(html, annex, &targets->indicators, 1);
  }
}

static void write_targets(Html *html, const Annex *annex) {
  for (size_t i = 0; i < annex->target_count && !html->sink->stopped; i++) {
    const Targets *targets = &annex->targets[i];
    size_t count = targets_line_count(targets);
    html_raw(html, "<div class=\"set\">\n");
    html_element(html, "h4", targets->name);
    for (size_t k = 0; k < count; k++) {
      TargetLine line = targets_line(targets, k);
      if (!k || targets_line(targets, k - 1).part != line.part)
        open_run(html, line.part);
      write_line(html, annex, targets, &line);
      if (k + 1 == count || targets_line(targets, k + 1).part != line.part)
        close_run(html, line.part);
    }
    html_raw(html, "</div>\n");
  }
}

/* ------------------------------------------------------------------ annexes */

void html_annex(Html *html, const Annex *annex) {
  size_t id = html_annex_id(html, annex);
  html_format(html, "<section id=\"annex-%zu\" aria-labelledby=\"annex-%zu-title\">\n"
                    "<h3 id=\"annex-%zu-title\"%s><span class=\"code\">",
              id, id, id, is_absent(annex) ? " class=\"absent\"" : "");
  html_text(html, annex->number);
  html_raw(html, "</span>");
  html_text(html, annex->title);
  html_raw(html, "</h3>\n");
  html_element(html, "p class=\"aside\"", annex->subtitle);
  if (annex->listed_as) {
    html_format(html, "<p class=\"aside\">%s", _("Listed as: "));
    html_text(html, annex->listed_as);
    html_raw(html, "</p>\n");
  }
  if (is_absent(annex)) {
    html_format(html, "<p class=\"absent\">%s</p>\n",
                _("listed in the document, but not included in it"));
  } else {
    html_unit(html, annex);
    html_tables(html, annex, annex->tables, annex->table_count);
    write_targets(html, annex);
  }
  if (annex->note && *annex->note) {
    html_raw(html, "<p class=\"note\">");
    html_lines(html, annex->note);
    html_raw(html, "</p>\n");
  }
  html_raw(html, "</section>\n");
}

static void write_index(Html *html) {
  html_raw(html, "<ol class=\"index\">\n");
  for (size_t i = 0; i < html->document->annex_count; i++) {
    const Annex *annex = &html->document->annexes[i];
    html_format(html, "<li%s><span class=\"code\">", is_absent(annex) ? " class=\"absent\"" : "");
    html_text(html, annex->number);
    html_format(html, "</span><span><a href=\"#annex-%zu\">", i + 1);
    html_text(html, annex->title);
    html_text(html, annex->subtitle);
    html_raw(html, "</a>");
    if (is_absent(annex))
      html_format(html, "<span class=\"badge\">%s</span>", _("not included"));
    html_raw(html, "</span></li>\n");
  }
  html_raw(html, "</ol>\n");
}

void html_annexes(Html *html) {
  write_index(html);
  for (size_t i = 0; i < html->document->annex_count && sink_pour(html->sink); i++)
    html_annex(html, &html->document->annexes[i]);
}
