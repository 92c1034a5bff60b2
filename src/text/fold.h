/* Folding text for search and comparison.
 *
 * Two texts that a reader takes for the same have one folded form: NFKC (so
 * full-width digits, Kangxi radicals and half- and full-width brackets agree),
 * lower case, and without white space (so 机 构事务 is 机构事务) and invisible characters.
 * Chinese punctuation that NFKC keeps apart from ASCII (“” 、 。) stays as it is. */
#ifndef BUDGETTUI_TEXT_FOLD_H
#define BUDGETTUI_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Adds the folded form of `text` to `out`. Fast for ASCII and common Han text. */
void fold_text(Str *out, const char *text, size_t length);
/* Whether both have the same folded form. */
bool fold_equal(const char *a, size_t a_length, const char *b, size_t b_length);

/* Where the folded `needle` (already folded) stands in the original `text`, from
 * byte `from` on: the bytes [*start, *end) of the original, whole clusters. */
bool fold_find(const char *text, size_t length, size_t from, const char *needle,
               size_t needle_length, size_t *start, size_t *end);

/* A cluster of the original, behind the one before it. Numbers are small, since a text may be long;
 * the limit of a text is such that they do. */
typedef struct {
  uint32_t end;        /* from where the map begins */
  uint32_t folded_end; /* where its folded form ends: its beginning, too, if it folds to nothing */
} FoldPiece;

/* A text folded, and which bytes of the original its parts come from: for what is looked for more
 * than once, or otherwise than by a needle. The owner closes it. */
typedef struct {
  Str text; /* folded */
  size_t from;
  VEC(FoldPiece) pieces;
} FoldMap;

/* Folds `text` from byte `from` on. */
void fold_map_open(FoldMap *map, const char *text, size_t length, size_t from);
void fold_map_close(FoldMap *map);
/* The original's bytes of the folded ones [from, to), which are not none: whole clusters. */
void fold_map_original(const FoldMap *map, size_t from, size_t to, size_t *start, size_t *end);

#endif
