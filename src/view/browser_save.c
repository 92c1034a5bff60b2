/* Writing the document to a file. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "export/format.h"
#include "import/import.h"
#include "view/browser_parts.h"

typedef struct {
  const Document *document;
  const Format *format;
  Str error;
} Export;

static bool fill_file(void *context, Sink *sink) {
  Export *export = context;
  return export->format->write(export->document, &(FormatOptions){.annex = NULL}, sink,
                               &export->error);
}

static bool fill_directory(void *context, SaveDirectory *directory) {
  const Export *export = context;
  return export->format->fill(export->document, &(FormatOptions){.annex = NULL}, directory);
}

/* The format that a file's ending names, or NULL: then what there is has been said. */
static const Format *choose_format(Browser *browser, const char *path) {
  const Format *format = format_of_file(path);
  if (format != NULL)
    return format;
  Str endings = STR_EMPTY;
  format_write_endings(&endings);
  browser_say(browser, _("the ending of '%s' names no format; there are%s"), path, endings.data);
  str_free(&endings);
  return NULL;
}

static void save(Browser *browser, const char *path, const Format *format, bool replace) {
  Export export = {browser_session(browser)->document, format, STR_EMPTY};
  SaveStatus status = export.format->fill != NULL
                          ? save_directory(path, replace, fill_directory, &export, &export.error)
                          : save_file(path, replace, fill_file, &export, &export.error);
  if (status == SAVE_DONE)
    browser_say(browser, _("written: %s"), path);
  else if (status == SAVE_EXISTS && !replace)
    browser_say(browser, _("'%s' exists; the command with ! replaces it"), path);
  else
    browser_say(browser, "%s", export.error.data);
  str_free(&export.error);
}

/* By a name of another kind it would not be opened as what it is. */
static bool is_document_name(Browser *browser, const char *path) {
  if (!import_is_published(path))
    return true;
  browser_say(browser, _("a document is YAML: its name ends in .yaml, not in %s"), strrchr(path, '.'));
  return false;
}

EventResult browser_save(Browser *browser, const char *typed, const char *format, bool replace) {
  const char *home = typed[0] == '~' && typed[1] == '/' ? getenv("HOME") : NULL;
  Str path = STR_EMPTY;
  str_printf(&path, "%s%s", home != NULL ? home : "", home != NULL ? typed + 1 : typed);
  const Format *wanted = NULL;
  if (format == NULL)
    wanted = choose_format(browser, path.data);
  else if (is_document_name(browser, path.data))
    wanted = format_find(format);
  if (wanted != NULL)
    save(browser, path.data, wanted, replace);
  str_free(&path);
  return RESULT_GO_ON;
}
