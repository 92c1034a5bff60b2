#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "export/format.h"
#include "view/browser_command.h"
#include "view/browser_parts.h"

/* ---- what a name or an argument may be */

static void offer(Candidates *out, const char *typed, const char *text, const char *meaning,
                  const char *argument) {
  if (strncmp(text, typed, strlen(typed)) == 0)
    vec_push(&out->items, (Candidate){memory_copy(text, strlen(text)), meaning, argument});
}

void candidates_free(Candidates *candidates) {
  for (size_t i = 0; i < candidates->items.count; i++)
    memory_free(candidates->items.items[i].text);
  vec_free(&candidates->items);
}

static void offer_annexes(const Document *document, const char *typed, Candidates *out) {
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    const char *title = annex->title != NULL ? annex->title : annex->listed_as;
    offer(out, typed, annex->number, title != NULL ? title : "", NULL);
  }
}

/* The units that amounts are shown in; `latin` can be typed without an input method. */
static const struct {
  int unit;
  const char *name, *latin, *meaning;
} shown_units[] = {
    {UNIT_YUAN, "元", "yuan", N_("yuan")},
    {UNIT_WAN, "万元", "wan", N_("ten thousand yuan")},
    {UNIT_YI, "亿元", "yi", N_("hundred million yuan")},
    {-1, "printed", "printed", N_("amounts as printed")},
};
enum { SHOWN_UNITS = sizeof shown_units / sizeof *shown_units };

static void offer_units(const Document *document, const char *typed, Candidates *out) {
  (void)document;
  for (size_t i = 0; i < SHOWN_UNITS; i++)
    offer(out, typed, shown_units[i].name, _(shown_units[i].meaning), NULL);
  for (size_t i = 0; i < SHOWN_UNITS && typed[0] != '\0'; i++)
    if (strcmp(shown_units[i].name, shown_units[i].latin) != 0)
      offer(out, typed, shown_units[i].latin, _(shown_units[i].meaning), NULL);
}

static int by_text(const void *a, const void *b) {
  return strcmp(((const Candidate *)a)->text, ((const Candidate *)b)->text);
}

static void offer_file(const char *directory, const char *name, const char *typed,
                       Candidates *out) {
  Str path = STR_EMPTY;
  struct stat about;
  str_printf(&path, "%s%s", directory, name);
  if (stat(path.data, &about) == 0 && S_ISDIR(about.st_mode))
    str_add_char(&path, '/');
  offer(out, typed, path.data, "", NULL);
  str_free(&path);
}

/* The files of the directory that is typed; those that hide only when their point is typed. */
static void offer_files(const Document *document, const char *typed, Candidates *out) {
  const char *slash = strrchr(typed, '/'), *base = slash != NULL ? slash + 1 : typed;
  Str directory = STR_EMPTY;
  (void)document;
  str_add(&directory, typed, (size_t)(base - typed));
  DIR *listing = opendir(directory.length > 0 ? directory.data : ".");
  for (const struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
    if ((entry->d_name[0] != '.' || base[0] == '.') && strcmp(entry->d_name, ".") != 0 &&
        strcmp(entry->d_name, "..") != 0 && strncmp(entry->d_name, base, strlen(base)) == 0)
      offer_file(directory.data, entry->d_name, typed, out);
  if (listing != NULL)
    closedir(listing);
  if (out->items.count > 0)
    qsort(out->items.items, out->items.count, sizeof *out->items.items, by_text);
  str_free(&directory);
}

/* ---- commands */

static BrowserResult open_annex(Browser *browser, const char *argument) {
  const Document *document = browser_session(browser)->document;
  const Annex *annex = document_annex(document, argument);
  if (annex == NULL) {
    browser_say(browser, _("there is no annex %s"), argument);
    return BROWSER_GO_ON;
  }
  Place place = {.kind = PLACE_ANNEX,
                 .annex = (uint32_t)(annex - document->annexes),
                 .leaf = PLACE_NO_LEAF,
                 .listed = !annex->included};
  browser_go_annexes(browser, &place);
  if (!annex->included)
    browser_say(browser, _("annex %s is listed, but not included"), annex->number);
  return BROWSER_GO_ON;
}

static BrowserResult set_unit(Browser *browser, const char *argument) {
  for (size_t i = 0; i < SHOWN_UNITS; i++)
    if (strcmp(argument, shown_units[i].name) == 0 || strcmp(argument, shown_units[i].latin) == 0) {
      browser_set_unit(browser, shown_units[i].unit);
      return BROWSER_GO_ON;
    }
  browser_say(browser, _("there is no unit '%s': 元, 万元, 亿元 or printed"), argument);
  return BROWSER_GO_ON;
}

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
static const Format *format_of_file(Browser *browser, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
  const char *point = strrchr(name, '.');
  const Format *format = point != NULL ? format_find(point + 1) : NULL;
  if (format != NULL)
    return format;
  Str endings = STR_EMPTY;
  for (size_t i = 0; i < format_count; i++)
    str_printf(&endings, " .%s", format_list[i].name);
  browser_say(browser, _("the ending of '%s' names no format; there are%s"), path, endings.data);
  str_free(&endings);
  return NULL;
}

static BrowserResult save(Browser *browser, const char *path, bool replace) {
  Export export = {browser_session(browser)->document, format_of_file(browser, path), STR_EMPTY};
  if (export.format == NULL)
    return BROWSER_GO_ON;
  SaveStatus status = export.format->fill != NULL
                          ? save_directory(path, replace, fill_directory, &export, &export.error)
                          : save_file(path, replace, fill_file, &export, &export.error);
  if (status == SAVE_DONE)
    browser_say(browser, _("written: %s"), path);
  else if (status == SAVE_EXISTS && !replace)
    browser_say(browser, _("'%s' exists; export! replaces it"), path);
  else
    browser_say(browser, "%s", export.error.data);
  str_free(&export.error);
  return BROWSER_GO_ON;
}

/* As in a shell, ~/ is the home directory. */
static BrowserResult save_typed(Browser *browser, const char *typed, bool replace) {
  const char *home = typed[0] == '~' && typed[1] == '/' ? getenv("HOME") : NULL;
  Str path = STR_EMPTY;
  str_printf(&path, "%s%s", home != NULL ? home : "", home != NULL ? typed + 1 : typed);
  BrowserResult result = save(browser, path.data, replace);
  str_free(&path);
  return result;
}

static BrowserResult export_new(Browser *browser, const char *argument) {
  return save_typed(browser, argument, false);
}

static BrowserResult export_over(Browser *browser, const char *argument) {
  return save_typed(browser, argument, true);
}

static BrowserResult open_checks(Browser *browser, const char *argument) {
  (void)argument;
  return browser_act(browser, ACTION_VIEW_8);
}

const BrowserCommand browser_commands[] = {
    {"annex", "N", N_("An annex by its number"), open_annex, offer_annexes},
    {"unit", "UNIT", N_("Unit of amounts: 元, 万元, 亿元, or printed"), set_unit, offer_units},
    {"export", "FILE", N_("Write the document to a new file, in the format that its ending names"),
     export_new, offer_files},
    {"export!", "FILE", N_("Write the document to a file, and replace one that exists"),
     export_over, offer_files},
    {"check", NULL, N_("Checks: do the figures hold together"), open_checks, NULL},
};
const size_t browser_command_count = sizeof browser_commands / sizeof *browser_commands;

const BrowserCommand *browser_command_find(const char *name) {
  for (size_t i = 0; i < browser_command_count; i++)
    if (strcmp(browser_commands[i].name, name) == 0)
      return &browser_commands[i];
  return NULL;
}

void candidates_of_name(const char *typed, Candidates *out) {
  for (size_t i = 0; i < browser_command_count; i++) {
    const BrowserCommand *command = &browser_commands[i];
    offer(out, typed, command->name, _(command->meaning), command->argument);
  }
  for (size_t i = 0; i < action_list_count; i++)
    if (browser_command_find(action_list[i].name) == NULL)
      offer(out, typed, action_list[i].name, _(action_list[i].help), NULL);
}
