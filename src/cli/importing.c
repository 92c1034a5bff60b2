#include "cli/importing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "cli/configuration.h"
#include "cli/message.h"
#include "export/json.h"
#include "text/fit.h"

enum { FAULTS_KEPT = 20, NOTES_SHOWN = 50, QUOTE_WIDTH = 80 };

/* ---------------------------------------------------------------------- the user's aliases */

static void read_aliases(FILE *stream, Aliases *aliases, Diagnostics *diagnostics) {
  Str text = STR_EMPTY;
  str_reserve(&text, LIMIT_IMPORT_ALIASES);
  text.length = fread(text.data, 1, LIMIT_IMPORT_ALIASES, stream);
  if (fgetc(stream) != EOF)
    diag_add(diagnostics, DIAG_WARNING, (Position){0},
             _("only the first %d bytes are read, so large is the file"), LIMIT_IMPORT_ALIASES);
  aliases_add(aliases, text.data, text.length, diagnostics);
  str_free(&text);
}

/* Those built in, and the user's own where there are some. */
static Aliases *open_aliases(void) {
  Aliases *aliases = aliases_new();
  char *name = configuration_own_file("aliases.tsv");
  FILE *stream = name ? fopen(name, "rb") : NULL;
  if (stream) {
    Diagnostics diagnostics;
    diag_open(&diagnostics, name, FAULTS_KEPT);
    read_aliases(stream, aliases, &diagnostics);
    message_faults(&diagnostics);
    diag_close(&diagnostics);
    fclose(stream);
  }
  memory_free(name);
  return aliases;
}

Status importing_open(const char *file, const Limits *limits, const Progress *progress,
                      Document **document, Notes *notes) {
  Diagnostics diagnostics;
  Aliases *aliases = open_aliases();
  diag_open(&diagnostics, file, FAULTS_KEPT);
  *document = import_file(file, limits, aliases, notes, &diagnostics, progress);
  if (!*document)
    message_faults(&diagnostics);
  diag_close(&diagnostics);
  aliases_free(aliases);
  return *document ? STATUS_OK : STATUS_DOCUMENT;
}

static bool has_pages(const Notes *notes) {
  for (size_t i = 0; i < notes->list.count; i++)
    if (notes->list.items[i].place.page > 1)
      return true;
  return false;
}

/* The text of a note for people, who find the rest at its place or in the report. */
static void add_quote(Str *out, const char *text) {
  size_t length = strlen(text), most = fit_before_ellipsis(text, length, QUOTE_WIDTH, NULL);
  str_add(out, text, most);
  if (most < length)
    str_add_text(out, "…");
}

/* The page, for a file that has several: places in the diagnostics are lines only. */
static void add_warning(Diagnostics *diagnostics, const Note *note, bool pages) {
  Position at = pages ? (Position){0} : (Position){note->place.line, note->place.across};
  Str page = STR_EMPTY, quote = STR_EMPTY;
  add_quote(&quote, note->text);
  if (pages)
    str_printf(&page, _("page %u, line %u: "), (unsigned)note->place.page,
               (unsigned)note->place.line);
  diag_add(diagnostics, DIAG_WARNING, at,
           note->left ? _("%sleft out: “%s”: %s") : _("%suncertain: “%s”: %s"), page.data,
           quote.data, _(note->why));
  str_free(&quote);
  str_free(&page);
}

ReaderStatus importing_begin(const char *file, const Limits *limits, const Progress *progress,
                             Document **document, Diagnostics *diagnostics) {
  Notes notes;
  Aliases *aliases = open_aliases();
  notes_open(&notes);
  *document = import_file(file, limits, aliases, &notes, diagnostics, progress);
  bool pages = has_pages(&notes);
  for (size_t i = 0; *document && i < notes.list.count; i++)
    if (notes.list.items[i].warning)
      add_warning(diagnostics, &notes.list.items[i], pages);
  notes_close(&notes);
  aliases_free(aliases);
  if (*document)
    return READER_OK;
  return diagnostics->errors ? READER_BAD : READER_STOPPED;
}

/* ------------------------------------------------------------------------- for people */

static void add_place(Str *line, const char *file, const StreamPlace *place, bool pages) {
  if (pages)
    str_printf(line, _("%s: page %u, line %u: "), file, (unsigned)place->page,
               (unsigned)place->line);
  else
    str_printf(line, "%s:%u:%u: ", file, (unsigned)place->line, (unsigned)place->across);
}

static void end_line(Str *out, Str *line) {
  fit_whole(out, line->data, line->length);
  str_add_char(out, '\n');
  str_clear(line);
}

static void add_warnings(const char *file, const Notes *notes, Str *out, Str *line) {
  bool pages = has_pages(notes);
  size_t shown = 0;
  Str quote = STR_EMPTY;
  for (size_t i = 0; i < notes->list.count; i++) {
    const Note *note = &notes->list.items[i];
    if (!note->warning || shown++ >= NOTES_SHOWN)
      continue;
    add_place(line, file, &note->place, pages);
    str_clear(&quote);
    add_quote(&quote, note->text);
    str_printf(line, note->left ? _("left out: “%s”: %s") : _("uncertain: “%s”: %s"), quote.data,
               _(note->why));
    end_line(out, line);
  }
  str_free(&quote);
  if (shown > NOTES_SHOWN) {
    str_printf(line, _("%zu more are not listed; '--report' tells all"), shown - NOTES_SHOWN);
    end_line(out, line);
  }
}

/* A reason and how many notes have it. */
typedef struct {
  const char *why;
  size_t count;
} Reason;

static void add_reasons(const Notes *notes, Str *out, Str *line) {
  VEC(Reason) reasons = {0};
  for (size_t i = 0; i < notes->list.count; i++) {
    const Note *note = &notes->list.items[i];
    size_t at = 0;
    while (at < reasons.count && strcmp(reasons.items[at].why, note->why))
      at++;
    if (note->warning || !note->left)
      continue;
    if (at == reasons.count)
      vec_push(&reasons, (Reason){note->why, 0});
    reasons.items[at].count++;
  }
  for (size_t i = 0; i < reasons.count; i++) {
    str_printf(line, _("left out as it should be: %s (%zu)"), _(reasons.items[i].why),
               reasons.items[i].count);
    end_line(out, line);
  }
  vec_free(&reasons);
}

void importing_print(const char *file, const Document *document, const Notes *notes, Str *out) {
  Str line = STR_EMPTY;
  size_t absent = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    absent += !document->annexes[i].included;
  add_warnings(file, notes, out, &line);
  add_reasons(notes, out, &line);
  str_printf(&line, _("%s: annexes %zu, of them not included %zu; places to look at %zu"), file,
             document->annex_count, absent, notes->warnings);
  end_line(out, &line);
  str_free(&line);
}

/* ------------------------------------------------------------------------ for programs */

static void add_note(Json *json, const Note *note) {
  json_object(json, NULL);
  json_text(json, "kind", note->left ? "left-out" : "uncertain");
  json_boolean(json, "expected", !note->warning);
  json_integer(json, "page", note->place.page);
  json_integer(json, "line", note->place.line);
  json_integer(json, "across", note->place.across);
  json_text(json, "text", note->text);
  json_text(json, "reason", note->why);
  json_end(json);
}

static void add_annexes(Json *json, const Document *document) {
  json_array(json, "annexes");
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    json_object(json, NULL);
    json_text(json, "number", annex->number);
    json_text(json, "title", annex->title);
    json_text(json, "kind", kind_words.words[annex->kind].name);
    json_boolean(json, "included", annex->included);
    json_end(json);
  }
  json_end(json);
}

static void add_checks(Json *json, const Checks *checks) {
  json_object(json, "checks");
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    json_integer(json, check_outcomes[i].name, (int64_t)checks->totals[i]);
  json_end(json);
}

void importing_report(const char *file, const Document *document, const Notes *notes,
                      const Checks *checks, Sink *sink) {
  Json json;
  json_open_sink(&json, sink);
  json_object(&json, NULL);
  json_text(&json, "file", file);
  json_text(&json, "title", document->title);
  json_integer(&json, "year", document->year);
  add_annexes(&json, document);
  add_checks(&json, checks);
  json_array(&json, "notes");
  for (size_t i = 0; i < notes->list.count; i++)
    add_note(&json, &notes->list.items[i]);
  json_end(&json);
  json_end(&json);
  json_close(&json);
}
