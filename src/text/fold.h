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

#include "base/str.h"

/* Adds the folded form of `text` to `out`. Fast for ASCII and common Han text. */
void fold_text(Str *out, const char *text, size_t length);
/* Whether both have the same folded form. */
bool fold_equal(const char *a, size_t a_length, const char *b, size_t b_length);

/* Where the folded `needle` (already folded) stands in the original `text`, from
 * byte `from` on: the bytes [*start, *end) of the original, whole clusters. */
bool fold_find(const char *text, size_t length, size_t from, const char *needle,
               size_t needle_length, size_t *start, size_t *end);

#endif
