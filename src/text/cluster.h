/* Text as a terminal can show it: one cluster after the other.
 *
 * A cluster is a base character with its combining marks. Whatever could
 * disturb a terminal is replaced here, and only here: a control character (C0,
 * C1, DEL) and an invalid byte become one replacement character; bidirectional
 * controls, ZWJ, variation selectors and other invisible format characters are
 * left out; marks beyond CLUSTER_MARKS on one base are left out. */
#ifndef BUDGETTUI_TEXT_CLUSTER_H
#define BUDGETTUI_TEXT_CLUSTER_H

#include <stddef.h>
#include <stdint.h>

#include "text/utf8.h"

enum { CLUSTER_MARKS = 3 };

typedef struct {
  uint32_t chars[CLUSTER_MARKS + 1]; /* base and marks; unused ones are 0 */
  int width;                         /* columns: 1 or 2; 0 when nothing is to be shown */
  size_t bytes;                      /* of the input that it took, at least 1 */
} Cluster;

/* What most text is made of, told without a look into tables: the bytes of the first
 * cluster if it is one printable ASCII character (1 byte and column) or one common Han
 * character (3 bytes, 2 columns); 0 if it is anything else, or may be followed by a mark. */
static inline size_t cluster_plain(const char *text, size_t length) {
  const unsigned char *at = (const unsigned char *)text;
  size_t bytes = 0;
  if (at[0] >= 0x20 && at[0] < 0x7F)
    bytes = 1;
  else if (length >= 3 && at[0] >= 0xE4 && at[0] <= 0xE9 && (at[1] & 0xC0) == 0x80 &&
           (at[2] & 0xC0) == 0x80 && (at[0] > 0xE4 || at[1] >= 0xB8))
    bytes = 3;
  if (!bytes || bytes == length || at[bytes] < 0x80)
    return bytes;
  return at[bytes] >= 0xE4 && at[bytes] <= 0xE9 ? bytes : 0;
}

/* The same as cluster_first, always by way of the tables. */
Cluster cluster_look_up(const char *text, size_t length);

/* The first cluster of `length` > 0 bytes. A mark without a base stands on a space. */
static inline Cluster cluster_first(const char *text, size_t length) {
  const unsigned char *at = (const unsigned char *)text;
  size_t plain = cluster_plain(text, length);
  if (plain == 1)
    return (Cluster){.chars = {at[0]}, .width = 1, .bytes = 1};
  if (plain == 3) {
    uint32_t han = (at[0] & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
    return (Cluster){.chars = {han}, .width = 2, .bytes = 3};
  }
  return cluster_look_up(text, length);
}
/* The offset at which the cluster that ends before `at` begins. */
size_t cluster_before(const char *text, size_t at);
/* UTF-8 of a cluster; `out` has room for CLUSTER_UTF8 bytes. Returns the bytes written. */
enum { CLUSTER_UTF8 = (CLUSTER_MARKS + 1) * UTF8_MOST };
size_t cluster_utf8(const Cluster *cluster, char *out);

#endif
