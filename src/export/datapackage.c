#include "export/datapackage.h"

#include "export/csv_export.h"
#include "export/format.h"

const char *package_classification(Classification classification) {
  return classification_words.words[classification].name;
}

void package_annex(size_t index, Str *out) { str_printf(out, "annex-%02zu", index + 1); }

bool package_holds(const Annex *annex) { return annex->table_count || annex->target_count; }

/* What one file of the package is filled with. */
typedef struct {
  const Document *document;
  const Annex *annex;
  Classification classification;
} Filling;

static bool fill_descriptor(void *context, Sink *sink) {
  const Filling *content = context;
  package_descriptor(content->document, sink);
  return true;
}

static bool fill_amounts(void *context, Sink *sink) {
  const Filling *content = context;
  Csv csv = {.sink = sink};
  csv_long(&csv, content->document);
  return true;
}

static bool fill_fiscal(void *context, Sink *sink) {
  const Filling *content = context;
  fiscal_write(content->document, content->classification, sink);
  return true;
}

static bool fill_annex(void *context, Sink *sink) {
  const Filling *content = context;
  Csv csv = {.sink = sink};
  csv_annex(&csv, content->annex, true);
  return true;
}

static bool add_classification(SaveDirectory *directory, Filling *content) {
  Str name = STR_EMPTY;
  str_printf(&name, "%s.csv", package_classification(content->classification));
  bool added = save_add(directory, name.data, fill_fiscal, content);
  str_free(&name);
  return added;
}

static bool add_annex(SaveDirectory *directory, Filling *content, size_t index) {
  Str name = STR_EMPTY;
  package_annex(index, &name);
  str_add_text(&name, ".csv");
  bool added = save_add(directory, name.data, fill_annex, content);
  str_free(&name);
  return added;
}

bool format_datapackage(const Document *document, const FormatOptions *options,
                        SaveDirectory *directory) {
  Filling content = {.document = document};
  (void)options;
  bool added = save_add(directory, "datapackage.json", fill_descriptor, &content) &&
               save_add(directory, "amounts.csv", fill_amounts, &content);
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT && added; i++) {
    content.classification = (Classification)i;
    if (fiscal_any(document, content.classification))
      added = add_classification(directory, &content);
  }
  for (size_t i = 0; i < document->annex_count && added; i++) {
    content.annex = &document->annexes[i];
    if (package_holds(content.annex))
      added = add_annex(directory, &content, i);
  }
  return added;
}
