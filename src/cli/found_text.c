/* Matches as lines, as grep prints them; what was found is highlighted on a terminal. */
#include <string.h>

#include "base/i18n.h"
#include "cli/found.h"
#include "text/fit.h"

#define MATCH_ON "\033[1;31m"
#define MATCH_OFF "\033[m"

/* On one line. */
static void add_flat(Str *out, const char *text, size_t length) {
  Str flat = STR_EMPTY;
  str_add(&flat, text, length);
  for (size_t i = 0; i < length; i++)
    if (flat.data[i] == '\n' || flat.data[i] == '\t' || flat.data[i] == '\r')
      flat.data[i] = ' ';
  fit_whole(out, flat.data, length);
  str_free(&flat);
}

static void add_marked(Str *out, const char *text, size_t length) {
  str_add_text(out, MATCH_ON);
  add_flat(out, text, length);
  str_add_text(out, MATCH_OFF);
}

static void add_text(Listing *listing, const char *text) {
  Str *out = &listing->out;
  size_t length = strlen(text), at = 0;
  if (!listing->color) {
    add_flat(out, text, length);
    return;
  }
  TermSpans spans = term_spans(listing->term, text, length);
  for (size_t i = 0; i < spans.count; i++) {
    const TermSpan *span = &spans.items[i];
    if (span->start < at)
      continue; /* within the same character of the original */
    add_flat(out, text + at, span->start - at);
    add_marked(out, text + span->start, span->end - span->start);
    at = span->end;
  }
  add_flat(out, text + at, length - at);
  vec_free(&spans);
}

static void add_code(Listing *listing, const Str *code) {
  size_t start = 0, end = 0;
  if (!listing->color || !term_find_code(listing->term, code->data, code->length, &start, &end))
    start = end = 0;
  str_add(&listing->out, code->data, start);
  if (end > start)
    add_marked(&listing->out, code->data + start, end - start);
  str_add(&listing->out, code->data + end, code->length - end);
}

/* ------------------------------------------------------------------ a line */

static void add_place(Str *out, const Found *found) {
  if (!found->annex) {
    add_flat(out, found->section->heading, strlen(found->section->heading));
    return;
  }
  Str number = STR_EMPTY;
  add_flat(&number, found->annex->number, strlen(found->annex->number));
  str_printf(out, _("annex %s"), number.data);
  str_free(&number);
  if (found->part && *found->part) {
    str_add_char(out, ' ');
    add_flat(out, found->part, strlen(found->part));
  }
  if (found->row)
    str_printf(out, _(" row %zu"), found->row);
}

static void add_gap(Str *out, bool *first) {
  if (!*first)
    str_add_text(out, "  ");
  *first = false;
}

static void add_amounts(Listing *listing, const Found *found, bool *first) {
  Str *out = &listing->out;
  bool money = false;
  for (size_t i = 0; i < found->amounts.count; i++) {
    const FoundAmount *amount = &found->amounts.items[i];
    add_gap(out, first);
    if (amount->column) {
      add_flat(out, amount->column, strlen(amount->column));
      str_add_char(out, ' ');
    }
    found_amount(out, found, amount, true);
    money = money || amount->cell->kind == CELL_MONEY;
  }
  if (money)
    str_printf(out, " %s", unit_name(found->annex->unit));
}

static void add(Listing *listing, const Found *found) {
  Str *out = &listing->out;
  bool first = true;
  if (listing->files) {
    add_flat(out, found->file, strlen(found->file));
    str_add_char(out, ':');
  }
  add_place(out, found);
  str_add_text(out, _(": "));
  if (found->code.length) {
    add_gap(out, &first);
    add_code(listing, &found->code);
  }
  if (found->name && *found->name) {
    add_gap(out, &first);
    add_text(listing, found->name);
  }
  for (size_t i = 0; i < found->texts.count; i++) {
    add_gap(out, &first);
    add_text(listing, found->texts.items[i]);
  }
  add_amounts(listing, found, &first);
  str_add_char(out, '\n');
}

const FoundFormat found_text = {.name = "text", .add = add};
