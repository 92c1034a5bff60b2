#include <string.h>

#include "base/vec.h"
#include "text/cluster.h"
#include "text/fold.h"

/* A cluster of the original, and where its folded form ends: where it begins, too, if it folds to
 * nothing. */
typedef struct {
  size_t start, end, folded_end;
} Piece;

typedef VEC(Piece) Pieces;

static void fold_clusters(Pieces *pieces, Str *folded, const char *text, size_t length,
                          size_t from) {
  for (size_t at = from; at < length;) {
    size_t bytes = cluster_first(text + at, length - at).bytes;
    fold_text(folded, text + at, bytes);
    vec_push(pieces, (Piece){at, at + bytes, folded->length});
    at += bytes;
  }
}

/* The piece that the byte `offset` of the folded text comes from. */
static const Piece *piece_at(const Pieces *pieces, size_t offset) {
  size_t low = 0, high = pieces->count - 1;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (pieces->items[middle].folded_end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return &pieces->items[low];
}

bool fold_find(const char *text, size_t length, size_t from, const char *needle,
               size_t needle_length, size_t *start, size_t *end) {
  if (!needle_length || from >= length)
    return false;
  Pieces pieces = {0};
  Str folded = STR_EMPTY;
  fold_clusters(&pieces, &folded, text, length, from);
  const char *found = memmem(folded.data, folded.length, needle, needle_length);
  if (found) {
    size_t offset = (size_t)(found - folded.data);
    *start = piece_at(&pieces, offset)->start;
    *end = piece_at(&pieces, offset + needle_length - 1)->end;
  }
  str_free(&folded);
  vec_free(&pieces);
  return found != NULL;
}
