/* Writing the document to a file. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "export/format.h"
#include "import/import.h"
#include "view/browser_parts.h"

typedef struct {
  const Document *document;
  const Annex *annex; /* only this one; NULL: all */
  const Format *format;
  Str error;
} Export;

static bool fill_file(void *context, Sink *sink) {
  Export *export = context;
  return export->format->write(export->document, &(FormatOptions){.annex = export->annex}, sink,
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

static void save(Browser *browser, const char *path, const Format *format, const Annex *annex,
                 bool replace) {
  Export export = {browser_session(browser)->document, annex, format, STR_EMPTY};
  SaveStatus status = export.format->fill != NULL
                          ? save_directory(path, replace, fill_directory, &export, &export.error)
                          : save_file(path, replace, fill_file, &export, &export.error);
  if (status == SAVE_DONE && annex != NULL)
    browser_say(browser, _("annex %s written: %s"), annex->number, path);
  else if (status == SAVE_DONE)
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
  browser_say(browser, _("a document is YAML: its name ends in .yaml, not in %s"),
              strrchr(path, '.'));
  return false;
}

static const Annex *selected_annex(Browser *browser) {
  Visit here = browser_here(browser);
  bool has = here.place.kind != PLACE_NONE && here.place.kind != PLACE_PARAGRAPH;
  return has ? &browser_session(browser)->document->annexes[here.place.annex] : NULL;
}

static void save_annex(Browser *browser, const char *path, const Format *format, bool replace) {
  const Annex *annex = selected_annex(browser);
  if (annex == NULL)
    browser_say(browser, "%s", _("there is no annex at the selected line"));
  else if (!format->annex)
    browser_say(browser, _("'%s' holds the whole document; there is none of one annex"),
                format->name);
  else
    save(browser, path, format, annex, replace);
}

Str browser_file(const char *typed) {
  const char *home = typed[0] == '~' && typed[1] == '/' ? getenv("HOME") : NULL;
  Str path = STR_EMPTY;
  str_printf(&path, "%s%s", home != NULL ? home : "", home != NULL ? typed + 1 : typed);
  return path;
}

EventResult browser_write(Browser *browser, const char *typed, WritePart part, bool replace) {
  Str path = browser_file(typed);
  const Format *wanted = NULL;
  if (part != WRITE_YAML)
    wanted = choose_format(browser, path.data);
  else if (is_document_name(browser, path.data))
    wanted = format_find("yaml");
  if (wanted != NULL && part == WRITE_ANNEX)
    save_annex(browser, path.data, wanted, replace);
  else if (wanted != NULL)
    save(browser, path.data, wanted, NULL, replace);
  str_free(&path);
  return RESULT_GO_ON;
}
