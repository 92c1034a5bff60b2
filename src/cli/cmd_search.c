#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/commands.h"
#include "cli/found.h"
#include "cli/listing.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "search/search.h"
#include "text/fit.h"

/* ------------------------------------------------------------------ what is asked for */

static const FoundFormat *const formats[] = {&found_text, &found_json, &found_csv};
enum { FORMATS = sizeof formats / sizeof *formats };

const char *search_format_name(size_t index) {
  return index < FORMATS ? formats[index]->name : NULL;
}

/* NULL after saying what is wrong. */
static const FoundFormat *find_format(const char *name) {
  int index = 0;
  if (name)
    index = names_choose(search_format_name, name, _("there is no format '%s' for 'search'%s"));
  return index < 0 ? NULL : formats[index];
}

static bool wants_color(TerminalColor color) {
  const char *refused = getenv("NO_COLOR");
  if (color != TERMINAL_COLOR_AUTO)
    return color == TERMINAL_COLOR_ALWAYS;
  return !(refused && *refused) && output_takes_escapes(STDOUT_FILENO);
}

static Status check_usage(const Options *options, size_t first) {
  if (options->operand_count < first + 2)
    return message_usage("%s", _("'search' needs a term and a file or directory"));
  if (options->expression && options->pinyin)
    return message_usage(_("option '--%s' does not go with '--%s'"), "extended-regexp", "pinyin");
  if (options->format && (options->count || options->files))
    return message_usage(_("option '--%s' does not go with '--%s'"), "format",
                         options->count ? "count" : "files-with-matches");
  return STATUS_OK;
}

static TermKind term_kind(const Options *options) {
  if (options->expression)
    return TERM_EXPRESSION;
  return options->pinyin ? TERM_PINYIN : TERM_PLAIN;
}

/* ------------------------------------------------------------------ printing */

bool found_write(void *context, const char *bytes, size_t length) {
  Listing *listing = context;
  listing->failed = listing->failed || fwrite(bytes, 1, length, stdout) != length;
  return !listing->failed;
}

static void write_out(Listing *listing) {
  found_write(listing, listing->out.data, listing->out.length);
  str_clear(&listing->out);
}

static void list_matches(Listing *listing, const Document *document, const Search *search,
                         const char *file) {
  enum { PIECE = 32 << 10 };
  for (size_t i = 0; i < search_count(search) && !listing->failed; i++) {
    Place place = search_hit(search, i);
    Found found = {.file = file, .code = STR_EMPTY};
    found_open(&found, document, &place, listing->term);
    listing->format->add(listing, &found);
    found_close(&found);
    if (listing->out.length > PIECE)
      write_out(listing);
  }
}

/* The number of matches, or the name of a file that has some. */
static void list_file(Listing *listing, const Options *options, const char *file, size_t count) {
  Str *out = &listing->out;
  if (options->files && !count)
    return;
  if (options->files || listing->files)
    fit_whole(out, file, strlen(file));
  if (!options->files)
    str_printf(out, listing->files ? ":%zu" : "%zu", count);
  str_add_char(out, '\n');
}

/* ------------------------------------------------------------------ searching */

/* STATUS_NO is no news among several files: *found tells whether any has a match. */
static Status search_file(Listing *listing, const Options *options, const char *file, bool *found) {
  Document *document;
  size_t warnings;
  Status status = reading_open(file, &options->limits, false, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  Search *search = search_new(document);
  size_t count = search_all(search, listing->term, options->scope);
  *found = *found || count > 0;
  if (options->files || options->count)
    list_file(listing, options, file, count);
  else
    list_matches(listing, document, search, file);
  write_out(listing);
  search_free(search);
  document_free(document);
  return STATUS_OK;
}

static Status search_files(Listing *listing, const Options *options, size_t first) {
  FileListing files;
  Status worst = listing_open_in_turn(&files, options->operands + first,
                                      options->operand_count - first);
  bool found = false, whole = options->files || options->count;
  listing->files = options->operand_count - first > 1 || files.files.count > 1;
  if (listing->format->begin && !whole)
    listing->format->begin(listing);
  for (size_t i = 0; i < files.files.count && !listing->failed; i++) {
    Status status = search_file(listing, options, files.files.items[i], &found);
    worst = status > worst ? status : worst;
  }
  if (listing->format->end && !whole)
    listing->format->end(listing);
  write_out(listing);
  listing_close(&files);
  if (worst > STATUS_NO)
    return worst;
  return found ? STATUS_OK : STATUS_NO;
}

Status cmd_search(const Options *options, size_t first) {
  Listing listing = {.format = find_format(options->format), .out = STR_EMPTY};
  Term term;
  Str error = STR_EMPTY;
  Status status = listing.format ? check_usage(options, first) : STATUS_USAGE;
  if (status != STATUS_OK)
    return status;
  const char *text = options->operands[first];
  if (!term_open(&term, text, strlen(text), term_kind(options), &options->limits, &error)) {
    status = message_usage(_("cannot search for '%s': %s"), text, error.data);
    str_free(&error);
    return status;
  }
  listing.term = &term;
  listing.color = wants_color(options->color);
  status = search_files(&listing, options, first + 1);
  term_close(&term);
  str_free(&listing.out);
  return listing.failed || fflush(stdout) ? message_output() : status;
}
