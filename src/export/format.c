#include "export/format.h"

#include <string.h>

#include "base/i18n.h"
#include "export/csv_export.h"
#include "yaml/writer.h"

const Format format_list[] = {
    {"csv", N_("a table for spreadsheets: of one annex as it is printed, else of all amounts"),
     true, true, format_csv, NULL},
    {"html", N_("one page to read, print and pass on, with bars and trees that fold"), false, true,
     format_html, NULL},
    {"json", N_("everything, the trees of accounts included, for programs"),
     false, true, format_json, NULL},
    {"yaml", N_("what this program reads, the format of budgettui(5)"),
     false, true, format_yaml, NULL},
    {"datapackage", N_("a directory of tables and what is in them: a Fiscal Data Package"), false,
     false, NULL, format_datapackage},
};
const size_t format_count = sizeof format_list / sizeof *format_list;

const Format *format_find(const char *name) {
  for (size_t i = 0; i < format_count; i++)
    if (!strcmp(format_list[i].name, name))
      return &format_list[i];
  return NULL;
}

const Format *format_of_file(const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  const char *point = strrchr(name, '.');
  return point ? format_find(point + 1) : NULL;
}

void format_write_endings(Str *out) {
  for (size_t i = 0; i < format_count; i++)
    str_printf(out, " .%s", format_list[i].name);
}

bool format_csv(const Document *document, const FormatOptions *options, Sink *sink, Str *error) {
  Csv csv = {.sink = sink, .no_formulas = options->no_formulas};
  const Annex *annex = options->annex;
  if (annex && !annex->table_count && !annex->target_count) {
    str_printf(error, _("annex %s is listed, but not included: there is nothing to export"),
               annex->number);
    return false;
  }
  if (options->bom)
    str_add_text(&sink->text, "\xEF\xBB\xBF");
  if (annex)
    csv_annex(&csv, annex, false);
  else
    csv_long(&csv, document);
  return true;
}

bool format_yaml(const Document *document, const FormatOptions *options, Sink *sink, Str *error) {
  (void)error;
  writer_document(document, options->annex, sink);
  return true;
}
