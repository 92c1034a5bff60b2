#include "import/pdf.h"

#include "base/i18n.h"
#include "import/pdf_deliver.h"
#include "import/pdf_marks.h"

enum { PIECE = 64 * 1024 };

static const Position nowhere = {0, 0};

typedef struct {
  PdfPages pages;
  BboxReader reader;
  const Progress *progress;
} PdfReading;

static bool go_on(void *context) {
  const PdfReading *reading = context;
  return progress_step(reading->progress, WORK_IMPORTING, reading->reader.page.number, 0);
}

static void open_reading(PdfReading *reading, const Progress *progress) {
  reading->progress = progress;
  pdf_words_open(&reading->pages);
  bbox_open(&reading->reader, pdf_words_take, &reading->pages);
}

static void close_reading(PdfReading *reading) {
  bbox_close(&reading->reader);
  pdf_words_close(&reading->pages);
}

static bool tell_fault(const BboxReader *reader, Diagnostics *diagnostics) {
  if (reader->fault)
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("page %u: pdftotext printed what is not understood: %s"), reader->page.number,
             _(reader->fault));
  return !reader->fault;
}

/* Whether there is something to deliver. */
static bool check_pages(const PdfPages *pages, Diagnostics *diagnostics) {
  if (!pages->pages.count)
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("the PDF has no pages"));
  else if (!pages->words.count)
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             ngettext("the PDF has no text on its %zu page, as when it was scanned: have its text "
                      "recognized (for example with ocrmypdf -l chi_sim), and import that",
                      "the PDF has no text on its %zu pages, as when they were scanned: have their "
                      "text recognized (for example with ocrmypdf -l chi_sim), and import that",
                      pages->pages.count),
             pages->pages.count);
  return pages->words.count;
}

static bool deliver(Stream *stream, PdfPages *pages, Diagnostics *diagnostics) {
  if (!check_pages(pages, diagnostics))
    return false;
  pdf_marks_leave(pages, stream);
  pdf_words_settle(pages);
  pdf_deliver(stream, pages);
  return true;
}

static void read_all(PdfReading *reading, Pdftotext *run) {
  char buffer[PIECE];
  size_t length;
  while ((length = pdftotext_read(run, buffer, sizeof buffer)))
    if (!bbox_feed(&reading->reader, buffer, length))
      return;
  if (run->end == PDFTOTEXT_RUNNING)
    bbox_end(&reading->reader);
}

bool pdf_file(const char *file, const Limits *limits, Stream *stream, Diagnostics *diagnostics,
              const Progress *progress) {
  Pdftotext run;
  PdfReading reading;
  if (!pdftotext_start(&run, file, limits, diagnostics))
    return false;
  open_reading(&reading, progress);
  run.go_on = go_on;
  run.context = &reading;
  read_all(&reading, &run);
  /* Why it ended early says more than where its output broke off. */
  bool good = pdftotext_finish(&run, diagnostics);
  if (!diagnostics->errors)
    good = tell_fault(&reading.reader, diagnostics) && good &&
           deliver(stream, &reading.pages, diagnostics);
  close_reading(&reading);
  return good;
}

bool pdf_words(const char *bytes, size_t length, Stream *stream, Diagnostics *diagnostics) {
  PdfReading reading;
  open_reading(&reading, NULL);
  bool whole = bbox_feed(&reading.reader, bytes, length) && bbox_end(&reading.reader);
  bool good = tell_fault(&reading.reader, diagnostics) && whole &&
              deliver(stream, &reading.pages, diagnostics);
  close_reading(&reading);
  return good;
}
