#include "text/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "text/cluster.h"
#include "text/fit.h"
#include "text/width.h"

enum { WIDTH_USUAL = 100, WINDOW_LEAST = 20 };

static const char *const severity_words[] = {
    [DIAG_ERROR] = N_("error"),
    [DIAG_WARNING] = N_("warning"),
    [DIAG_NOTE] = N_("note"),
};

/* The part of the excerpt that is shown: bytes [start, end). */
typedef struct {
  size_t start, end;
  const char *before, *after; /* ellipses where something is left out */
} Window;

/* The ellipsis is an ambiguous character. */
static const char *ellipsis(void) {
  return width_ambiguous() == 1 ? "…" : "...";
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* The offset of the cluster that `offset` is in. */
static size_t cluster_at(const char *text, size_t length, size_t offset) {
  for (size_t at = 0; at < length;) {
    size_t bytes = cluster_first(text + at, length - at).bytes;
    if (offset < at + bytes)
      return at;
    at += bytes;
  }
  return length;
}

/* The offset at which at least `skipped` columns have gone by; `*columns` is lessened by them. */
static size_t skip_columns(const char *text, size_t length, size_t skipped, size_t *columns) {
  size_t taken, at = fit_prefix(text, length, skipped, &taken);
  if (taken < skipped && at < length) {
    Cluster half = cluster_first(text + at, length - at);
    at += half.bytes;
    taken += (size_t)half.width;
  }
  *columns -= taken;
  return at;
}

/* A window of `width` columns in which the caret has a third of the text before
 * it, or more at the end of the line, so that the room is used. */
static Window window_around(const char *text, size_t length, size_t caret, size_t width) {
  Window window = {0, length, "", ""};
  /* One column more than the text, where a caret at the end of the line stands. */
  size_t columns = width_text(text, length) + 1, caret_column = width_text(text, caret);
  if (columns <= width)
    return window;
  size_t mark = width_text(ellipsis(), strlen(ellipsis()));
  size_t first = least(caret_column - least(caret_column, width / 3), columns + mark - width);
  if (first > mark) {
    window.start = skip_columns(text, length, first, &columns);
    window.before = ellipsis();
    width -= mark;
  }
  if (columns > width) {
    text += window.start;
    window.end = window.start + fit_prefix(text, length - window.start, width - mark, NULL);
    window.after = ellipsis();
  }
  return window;
}

static void add_gutter(Str *out, const char *line, size_t columns) {
  str_add_text(out, "  ");
  str_add_fill(out, ' ', columns - strlen(line));
  str_printf(out, "%s | ", line);
}

/* Marks the bytes [caret, end), as far as they are shown. */
static void add_caret(Str *out, const char *text, Window window, size_t caret, size_t end) {
  end = least(end, window.end);
  size_t marked = end > caret ? width_text(text + caret, end - caret) : 1;
  str_add_fill(out, ' ',
               width_text(window.before, strlen(window.before)) +
                   width_text(text + window.start, caret - window.start));
  str_add_char(out, '^');
  str_add_fill(out, '~', marked - (marked > 0));
}

static void add_excerpt(Str *out, const Diagnostic *one, size_t width) {
  char line[16];
  size_t gutter = (size_t)snprintf(line, sizeof line, "%" PRIu32, one->at.line);
  const char *text = one->excerpt;
  size_t length = strlen(text), caret = cluster_at(text, length, one->caret);
  size_t taken = gutter + strlen("   | ");
  size_t room = width > taken + WINDOW_LEAST ? width - taken : WINDOW_LEAST;
  Window window = window_around(text, length, caret, room);
  add_gutter(out, line, gutter);
  str_add_text(out, window.before);
  fit_whole(out, text + window.start, window.end - window.start);
  str_add_text(out, window.after);
  str_add_char(out, '\n');
  add_gutter(out, "", gutter);
  size_t from = least(one->caret, length);
  add_caret(out, text, window, caret, from + least(one->span, length - from));
  str_add_char(out, '\n');
}

static void add_file(Str *out, const Diagnostics *all) {
  fit_whole(out, all->file, strlen(all->file));
}

static void add_diagnostic(Str *out, const Diagnostics *all, const Diagnostic *one, size_t width) {
  add_file(out, all);
  if (one->at.line)
    str_printf(out, ":%" PRIu32, one->at.line);
  if (one->at.line && one->at.column)
    str_printf(out, ":%" PRIu32, one->at.column);
  str_printf(out, ": %s%s", _(severity_words[one->severity]), _(": "));
  fit_whole(out, one->message, strlen(one->message));
  str_add_char(out, '\n');
  if (one->excerpt && one->at.line)
    add_excerpt(out, one, width ? width : WIDTH_USUAL);
}

/* Errors and warnings that were counted and not kept. */
static size_t left_out(const Diagnostics *all) {
  size_t kept = 0;
  for (size_t i = 0; i < all->list.count; i++)
    kept += all->list.items[i].severity != DIAG_NOTE;
  return all->errors + all->warnings - kept;
}

void report_all(Str *out, const Diagnostics *all, size_t width) {
  for (size_t i = 0; i < all->list.count; i++)
    add_diagnostic(out, all, &all->list.items[i], width);
  size_t more = left_out(all);
  if (!more)
    return;
  add_file(out, all);
  str_add_text(out, ": ");
  str_printf(out,
             ngettext("%zu more problem is not shown", "%zu more problems are not shown", more),
             more);
  str_add_char(out, '\n');
}
