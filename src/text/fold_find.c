#include <string.h>

#include "text/cluster.h"
#include "text/fold.h"

void fold_map_open(FoldMap *map, const char *text, size_t length, size_t from) {
  *map = (FoldMap){.text = STR_EMPTY, .from = from};
  for (size_t at = from; at < length;) {
    size_t bytes = cluster_first(text + at, length - at).bytes;
    fold_text(&map->text, text + at, bytes);
    at += bytes;
    vec_push(&map->pieces, (FoldPiece){(uint32_t)(at - from), (uint32_t)map->text.length});
  }
}

void fold_map_close(FoldMap *map) {
  str_free(&map->text);
  vec_free(&map->pieces);
}

/* The piece that the byte `offset` of the folded text comes from. */
static size_t piece_at(const FoldMap *map, size_t offset) {
  size_t low = 0, high = map->pieces.count - 1;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (map->pieces.items[middle].folded_end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void fold_map_original(const FoldMap *map, size_t from, size_t to, size_t *start, size_t *end) {
  size_t first = piece_at(map, from);
  *start = map->from + (first ? map->pieces.items[first - 1].end : 0);
  *end = map->from + map->pieces.items[piece_at(map, to - 1)].end;
}

bool fold_find(const char *text, size_t length, size_t from, const char *needle,
               size_t needle_length, size_t *start, size_t *end) {
  if (!needle_length || from >= length)
    return false;
  FoldMap map;
  fold_map_open(&map, text, length, from);
  const char *found = memmem(map.text.data, map.text.length, needle, needle_length);
  if (found) {
    size_t offset = (size_t)(found - map.text.data);
    fold_map_original(&map, offset, offset + needle_length, start, end);
  }
  fold_map_close(&map);
  return found != NULL;
}
