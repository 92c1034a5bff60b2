/* Finding Chinese text by how it is read, typed without an input method.
 *
 * A query is letters, in which each Han character stands as one of its readings without tone
 * (xingzheng), as the beginning of one (x, or zh, ch, sh), or as itself; at the end of the query a
 * reading may still be incomplete. Initials and readings mix: xzyunxing finds 行政运行. ü is typed v
 * or u. Other characters stand as themselves, but for brackets, quotation marks and other marks
 * inside a name (sgjf finds “三公”经费), which are passed over; at least one character has to be
 * found by its reading. A word or number of the text is entered at its beginning only.
 *
 * The readings come from Unihan, by pinyin.awk. Query and text are folded (text/fold.h). */
#ifndef BUDGETTUI_TEXT_PINYIN_H
#define BUDGETTUI_TEXT_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PINYIN_LONGEST = 63 /* characters of a query: nobody types more of them without an end */ };

typedef struct Pinyin Pinyin;

/* NULL for what cannot be found so: a query without a letter, or with more than PINYIN_LONGEST
 * characters. */
Pinyin *pinyin_new(const char *query, size_t length);
void pinyin_free(Pinyin *pinyin); /* NULL is allowed */
/* The first match in folded text from byte `from` on, the shortest one there: [*start, *end). No
 * match goes beyond a line. Time grows with the text, whatever the query. */
bool pinyin_find(const Pinyin *pinyin, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end);
/* The readings of a character, without tones, ü as v: reading `index`, or NULL. Shows tests what
 * the table holds. */
const char *pinyin_reading(uint32_t character, size_t index);

#endif
