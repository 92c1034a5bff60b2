/* What stands at the edges of pages: running heads and page numbers. */
#include <stdlib.h>
#include <string.h>

#include "import/pdf_regions.h"

/* Whether a band is as near to the next one as rows of a table are. */
static bool is_near(const PageScan *scan, const PdfBand *band, const PdfBand *next) {
  size_t at = (size_t)(next - scan->bands->bands.items);
  if (at < scan->first || at >= scan->end)
    return false;
  return (int64_t)abs(next->middle - band->middle) * 100 < (int64_t)band->size * 170;
}

/* Whether two bands have the same words, the numbers of pages aside. */
static bool same_words(const PdfBands *bands, const PdfBand *a, const PdfBand *b) {
  const PdfWord *x = bands->pages->words.items + a->first;
  const PdfWord *y = bands->pages->words.items + b->first;
  bool same = a->count == b->count;
  for (size_t i = 0; i < a->count && same; i++)
    same = (x[i].kind == WORD_NUMBER && y[i].kind == WORD_NUMBER) ||
           (x[i].length == y[i].length && !memcmp(x[i].text, y[i].text, x[i].length));
  return same;
}

enum { EDGE_BANDS = 2, WINDOW = 20 }; /* lines that a running head takes; pages looked at */

/* Whether the page `away` from this one has the band, at the same height of its edge. */
static bool stands_on(const PageScan *scan, const PdfBand *band, long away) {
  const PdfBands *bands = scan->bands;
  long page = (long)scan->page + away;
  if (page < 0 || (size_t)page >= bands->pages->pages.count)
    return false;
  size_t first = bands->page_bands.items[page], end = bands->page_bands.items[page + 1];
  for (size_t i = first; i < end; i++) {
    const PdfBand *other = &bands->bands.items[i];
    if ((i < first + EDGE_BANDS || i + EDGE_BANDS >= end) &&
        abs(other->middle - band->middle) <= 2 * BBOX_POINT && same_words(bands, other, band))
      return true;
  }
  return false;
}

bool pdf_is_running_head(const PageScan *scan, const PdfBand *band) {
  size_t at = (size_t)(band - scan->bands->bands.items);
  const PdfWord *last = scan_words(scan, band) + band->count - 1;
  if (band->pieces > 2 || band->right - band->left < band->size * 4 || pdf_word_ends(last, "表") ||
      (at >= scan->first + EDGE_BANDS && at + EDGE_BANDS < scan->end) ||
      pdf_is_unit_line(scan_words(scan, band), band->count))
    return false;
  long around = 0, same = 0;
  for (long away = -WINDOW; away <= WINDOW; away++) {
    long page = (long)scan->page + away;
    around += page >= 0 && (size_t)page < scan->bands->pages->pages.count;
    same += stands_on(scan, band, away);
  }
  return same >= 3 && same * 5 > around * 2;
}

/* 12, – 12 –, 第12页, xii: no word of Chinese stands without a number. */
static bool may_number_page(const PdfWord *words, size_t count) {
  bool digits = false, chinese = false;
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < words[i].length; j++) {
      digits |= words[i].text[j] >= '0' && words[i].text[j] <= '9';
      chinese |= (unsigned char)words[i].text[j] >= 0xE4;
    }
  return digits || !chinese;
}

/* The number that a line is, dashes beside it or not; 0: it is none. */
static long whole_number(const PageScan *scan, const PdfBand *band) {
  enum { MOST = 100000 };
  const PdfWord *words = scan_words(scan, band);
  long number = 0;
  for (size_t i = 0; i < band->count; i++)
    for (size_t j = 0; j < words[i].length; j++) {
      char c = words[i].text[j];
      if ((c < '0' || c > '9') && c != '-')
        return 0;
      number = c == '-' || number > MOST ? number : number * 10 + (c - '0');
    }
  return number;
}

/* Whether a number at a page's edge is one more or less than that at the same edge of the page
 * `away` from it. */
static bool counts_page(const PageScan *scan, const PdfBand *band, bool low, long away) {
  const PdfBands *bands = scan->bands;
  long page = (long)scan->page + away, number = whole_number(scan, band);
  if (!number || page < 0 || (size_t)page >= bands->pages->pages.count ||
      bands->page_bands.items[page] == bands->page_bands.items[page + 1])
    return false;
  size_t edge = low ? bands->page_bands.items[page + 1] - 1 : bands->page_bands.items[page];
  return whole_number(scan, &bands->bands.items[edge]) == number + away;
}

bool pdf_is_page_number(const PageScan *scan, const PdfBand *band) {
  if (band->flags & BAND_RUNNING)
    return true;
  const PdfPage *page = &scan->bands->pages->pages.items[scan->page];
  const PdfWord *word = scan_words(scan, band);
  bool low = band->middle * 10 > page->height * 9, high = band->middle * 12 < page->height;
  /* Where lines are equally high, a page ends with its last line: no edge is left below it. */
  if (page->pitch) {
    low = band == scan_band(scan, scan->end - 1);
    high = band == scan_band(scan, scan->first);
    if (counts_page(scan, band, low, -1) || counts_page(scan, band, low, 1))
      return low || high;
  }
  if (!(low && !is_near(scan, band, band - 1)) && !(high && !is_near(scan, band, band + 1)))
    return false;
  return band->pieces == 1 &&
         (word->kind == WORD_NUMBER ||
          (band->right - band->left < band->size * 6 && may_number_page(word, band->count)));
}
