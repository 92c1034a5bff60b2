#include "text/fit.h"

#include <stdbool.h>
#include <string.h>

#include "text/cluster.h"
#include "text/width.h"

size_t fit_prefix(const char *text, size_t length, size_t width, size_t *taken) {
  size_t at = 0, columns = 0;
  while (at < length) {
    Cluster cluster = cluster_first(text + at, length - at);
    if ((size_t)cluster.width > width - columns)
      break;
    columns += (size_t)cluster.width;
    at += cluster.bytes;
  }
  if (taken)
    *taken = columns;
  return at;
}

size_t fit_whole(Str *out, const char *text, size_t length) {
  char utf8[CLUSTER_UTF8];
  size_t columns = 0, plain = 0; /* from there on the text may stay as it is */
  for (size_t at = 0, bytes; at < length; at += bytes) {
    bytes = cluster_plain(text + at, length - at);
    if (bytes) {
      columns += bytes == 1 ? 1 : 2;
      continue;
    }
    Cluster cluster = cluster_look_up(text + at, length - at);
    str_add(out, text + plain, at - plain);
    str_add(out, utf8, cluster_utf8(&cluster, utf8));
    columns += (size_t)cluster.width;
    bytes = cluster.bytes;
    plain = at + bytes;
  }
  str_add(out, text + plain, length - plain);
  return columns;
}

/* The spaces that stand before the text; the rest of them stand after it. */
static size_t spaces_before(size_t spaces, FitAlign align) {
  const size_t before[] = {[FIT_LEFT] = 0, [FIT_RIGHT] = spaces, [FIT_CENTER] = spaces / 2};
  return before[align];
}

static bool in_number(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '.' || byte == ',';
}

size_t fit_before_ellipsis(const char *text, size_t length, size_t width, size_t *taken) {
  size_t whole = fit_prefix(text, length, width, taken), bytes = whole;
  while (bytes > 0 && bytes < length && in_number(text[bytes - 1]) && in_number(text[bytes]))
    bytes--;
  if (bytes == 0 || bytes == whole)
    return whole;
  if (taken != NULL)
    *taken -= whole - bytes; /* each of its characters is a column wide */
  return bytes;
}

void fit_text(Str *out, const char *text, size_t length, size_t width, FitAlign align,
              const char *ellipsis) {
  size_t ending = strlen(ellipsis), ending_width = 0, columns;
  size_t taken = fit_prefix(text, length, width, &columns);
  if (taken == length) {
    ending = 0;
  } else {
    ending_width = width_text(ellipsis, ending);
    if (ending_width > width)
      ending = ending_width = 0;
    taken = fit_before_ellipsis(text, length, width - ending_width, &columns);
  }
  size_t spaces = width - ending_width - columns;
  size_t before = spaces_before(spaces, align);
  str_add_fill(out, ' ', before);
  fit_whole(out, text, taken);
  fit_whole(out, ellipsis, ending);
  str_add_fill(out, ' ', spaces - before);
}
