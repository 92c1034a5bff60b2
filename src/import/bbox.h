/* Reading what `pdftotext -bbox` prints: pages of words with their boxes.
 *
 *   <page width="595.28" height="841.89">
 *     <word xMin="72.0" yMin="68.3" xMax="90.0" yMax="80.3">208</word>
 *
 * Only this form is read; a tag, attribute or number that is not of it ends the reading. The
 * reader is fed piece by piece and hands over each page when it is whole, so that only one page
 * is in memory. Nothing of it can grow without bound: a page holds a bounded number of words. */
#ifndef BUDGETTUI_IMPORT_BBOX_H
#define BUDGETTUI_IMPORT_BBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Lengths on a page, in hundredths of a point, from its left and upper edge. */
typedef int32_t Points;
enum { BBOX_POINT = 100 };

static inline Points points_least(Points a, Points b) {
  return a < b ? a : b;
}

static inline Points points_most(Points a, Points b) {
  return a > b ? a : b;
}

typedef struct {
  Points left, top, right, bottom;
  uint32_t text, length; /* bytes in the page's text; at least one */
} BboxWord;

typedef struct {
  uint32_t number; /* from 1 */
  Points width, height;
  Str text; /* of all words; valid UTF-8, without control characters */
  VEC(BboxWord) words;
} BboxPage;

/* Takes a page; it is the reader's and is used again for the next one. */
typedef void BboxTaker(void *context, const BboxPage *page);

typedef enum { BBOX_OUTSIDE, BBOX_IN_PAGE, BBOX_IN_WORD } BboxState;

typedef struct {
  BboxTaker *take;
  void *context;
  BboxPage page;
  BboxState state;
  Str pending; /* the beginning of a tag or text whose end is still to come */
  const char *fault; /* what was wrong with it (msgid); NULL: nothing */
} BboxReader;

void bbox_open(BboxReader *reader, BboxTaker *take, void *context);
/* Reads on. False when the output has not the expected form: `fault` says why. */
bool bbox_feed(BboxReader *reader, const char *bytes, size_t length);
/* At the end of the output. False when it was cut. */
bool bbox_end(BboxReader *reader);
void bbox_close(BboxReader *reader);

#endif
