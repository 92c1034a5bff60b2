#include "cli/report.h"

#include <stdio.h>

#include "base/i18n.h"
#include "check/describe.h"

bool report_fails(const Report *report, CheckOutcome outcome) {
  return outcome == CHECK_MISMATCH ||
         (report->strict && (outcome == CHECK_ROUNDING || outcome == CHECK_WARNING));
}

const Diagnostic *report_first_error(const Diagnostics *diagnostics) {
  for (size_t i = 0; i < diagnostics->list.count; i++)
    if (diagnostics->list.items[i].severity == DIAG_ERROR)
      return &diagnostics->list.items[i];
  return NULL;
}

void report_add_page(Str *out, const Document *document, const Place *place) {
  uint32_t page = check_page(document, place);
  if (!page)
    return;
  str_printf(out, _("page %u"), (unsigned)page);
  str_add_text(out, _(": "));
}

void report_add_about(Str *out, const Document *document, const Place *place) {
  size_t before = out->length;
  check_about(out, document, place);
  if (out->length > before)
    str_add_text(out, _(": "));
}

bool report_write(void *context, const char *bytes, size_t length) {
  Report *report = context;
  if (!report->failed && fwrite(bytes, 1, length, stdout) != length)
    report->failed = true;
  return !report->failed;
}

void report_flush(Report *report) {
  report_write(report, report->text.data, report->text.length);
  str_clear(&report->text);
}
