#include "text/cluster.h"

#include <stdbool.h>

#include "text/utf8.h"
#include "text/width.h"

/* A mark, or a character that is left out: it begins no cluster. */
static bool follows(uint32_t character) {
  return width_char(character) == 0;
}

/* The replacement character is ambiguous itself, and one column must do. */
static Cluster replaced(size_t bytes) {
  uint32_t shown = width_ambiguous() == 1 ? UTF8_REPLACEMENT : '?';
  return (Cluster){.chars = {shown}, .width = 1, .bytes = bytes};
}

static Cluster base_of(uint32_t character, size_t bytes) {
  if (character == '\t' || character == '\n')
    return (Cluster){.chars = {' '}, .width = 1, .bytes = bytes};
  int width = width_char(character);
  if (width < 0 || character == UTF8_REPLACEMENT)
    return replaced(bytes);
  return (Cluster){.chars = {character}, .width = width, .bytes = bytes};
}

static void add_mark(Cluster *cluster, size_t *marks, uint32_t character) {
  if (!cluster->chars[0]) {
    cluster->chars[0] = ' ';
    cluster->width = 1;
  }
  if (*marks < CLUSTER_MARKS)
    cluster->chars[++*marks] = character;
}

Cluster cluster_look_up(const char *text, size_t length) {
  uint32_t character;
  size_t bytes = utf8_decode(text, length, &character), marks = 0;
  Cluster cluster = {.width = 0};
  if (follows(character))
    bytes = 0; /* no base: taken again below as the first mark */
  else
    cluster = base_of(character, bytes);
  while (bytes < length && (unsigned char)text[bytes] >= 0x80) {
    size_t taken = utf8_decode(text + bytes, length - bytes, &character);
    if (!follows(character))
      break;
    if (!width_is_hidden(character))
      add_mark(&cluster, &marks, character);
    bytes += taken;
  }
  cluster.bytes = bytes;
  return cluster;
}

/* The character that ends before `at`, found as reading forward finds it: a
 * well-formed sequence, or else one bad byte. Returns where it begins. */
static size_t char_before(const char *text, size_t at, uint32_t *character) {
  for (size_t back = 1; back <= UTF8_MOST && back <= at; back++) {
    if (((unsigned char)text[at - back] & 0xC0) == 0x80)
      continue;
    if (utf8_decode(text + at - back, back, character) == back)
      return at - back;
    break;
  }
  *character = UTF8_REPLACEMENT;
  return at - 1;
}

size_t cluster_before(const char *text, size_t at) {
  uint32_t character = 0;
  while (at > 0) {
    at = char_before(text, at, &character);
    if (!follows(character))
      break;
  }
  return at;
}

size_t cluster_utf8(const Cluster *cluster, char *out) {
  size_t length = 0;
  for (size_t i = 0; i <= CLUSTER_MARKS && cluster->chars[i]; i++)
    length += utf8_encode(cluster->chars[i], out + length);
  return length;
}
