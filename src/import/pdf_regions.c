/* Which bands of a page are tables, and which are running text, notes, heads and page numbers. */
#include <stdlib.h>
#include <string.h>

#include "import/pdf_regions.h"
#include "import/words.h"

/* ------------------------------------------------------------- what bands are */

static bool contains(const PdfWord *word, const char *text) {
  return memmem(word->text, word->length, text, strlen(text)) != NULL;
}

bool pdf_is_unit_line(const PdfWord *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if ((contains(&words[i], "单位：") || contains(&words[i], "单位:")) &&
        (i + 1 == count || contains(&words[i], "元")))
      return true;
  return false;
}

static bool is_note(const PdfWord *first) {
  static const char *const starts[] = {"注：", "注:", "备注：", "备注:", "说明：", "说明:"};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (pdf_word_begins(first, starts[i]))
      return true;
  return false;
}

/* 第二部分 … */
static bool is_part(const PdfWord *first) {
  return pdf_word_begins(first, "第") && contains(first, "部分");
}

static bool has_leader(const PdfWord *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (words[i].kind == WORD_LEADER || contains(&words[i], "……"))
      return true;
  return false;
}

/* Whether the text is one as sentences are: it ends as one, or goes across the page. */
static bool is_running(const PdfBand *band, const PdfWord *words, const PdfPage *page) {
  if (band->pieces > 1)
    return false;
  const PdfWord *last = &words[band->count - 1];
  return contains(last, "。") || pdf_word_ends(last, "：") || pdf_word_ends(last, ":") ||
         pdf_word_ends(last, "；") ||
         (band->right - band->left) * 100 > page->width * 62;
}

static bool has_wide_gap(const PdfBand *band, const PdfWord *words) {
  enum { FAR = 250 }; /* percent of the size between two pieces that are surely two cells */
  for (size_t i = 1; i < band->count; i++)
    if ((int64_t)(words[i].left - words[i - 1].right) * 100 > (int64_t)band->size * FAR)
      return true;
  return false;
}

static unsigned flags_of(const PdfBands *bands, const PdfBand *band, const PdfPage *page) {
  const PdfWord *words = bands->pages->words.items + band->first;
  unsigned flags = 0, numbers = 0;
  for (size_t i = 0; i < band->count; i++)
    numbers += words[i].kind == WORD_NUMBER;
  if (numbers)
    flags |= BAND_NUMBERS;
  if (pdf_is_unit_line(words, band->count) || is_note(words) || is_part(words) ||
      has_leader(words, band->count) ||
      is_running(band, words, page))
    flags |= BAND_NARRATIVE;
  else if (band->pieces > 2 || (band->pieces == 2 && (numbers || has_wide_gap(band, words))))
    flags |= BAND_TABLE;
  return flags;
}

/* -------------------------------------------------------------------- regions */

static bool shares_edge(const PdfWord *word, const PdfWord *others, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (abs(word->left - others[i].left) <= 2 * BBOX_POINT ||
        abs(word->right - others[i].right) <= 2 * BBOX_POINT)
      return true;
  return false;
}

/* The number of an item (十四、…); 0: it is none. */
static int item_number(const PdfWord *word) {
  Numbering numbering = words_numbering(word->text);
  return numbering.form == NUMBER_CHINESE ? numbering.ordinal : 0;
}

/* Whether a band begins with the item behind one that stands near a table's end. */
static bool is_next_item(const PdfBands *bands, const PdfRegion *region, const PdfBand *band) {
  enum { NEAR = 6 };
  const PdfWord *words = bands->pages->words.items;
  int number = item_number(&words[band->first]);
  size_t end = region->first + region->count;
  for (size_t i = region->count > NEAR ? end - NEAR : region->first; i < end && number > 1; i++) {
    const PdfBand *other = &bands->bands.items[i];
    for (size_t j = other->first; j < other->first + other->count; j++)
      if (item_number(&words[j]) + 1 == number)
        return true;
  }
  return false;
}

/* Whether a word stands exactly where words of the table on the page before stand: its rows go on
 * even where they have but one cell. */
static bool continues_table(const PageScan *scan, const PdfBand *band) {
  const PdfBands *bands = scan->bands;
  if (!bands->regions.count)
    return false;
  const PdfRegion *region = &bands->regions.items[bands->regions.count - 1];
  if (region->page + 1 != scan->page || !region->closes)
    return false;
  /* Where each page has a scale of its own, places say nothing. */
  if (bands->pages->scaled)
    return band->flags & BAND_TABLE || is_next_item(bands, region, band);
  const PdfWord *words = bands->pages->words.items;
  if (band->size * 100 > bands->bands.items[region->first].size * 120)
    return false;
  for (size_t i = region->first; i < region->first + region->count; i++) {
    const PdfBand *other = &bands->bands.items[i];
    for (size_t j = other->first; j < other->first + other->count; j++)
      if (shares_edge(&words[j], words + band->first, band->count))
        return true;
  }
  return false;
}

/* Whether a band that is no row by itself belongs to the table beside it. */
static bool joins(const PageScan *scan, size_t band, size_t neighbour, unsigned most) {
  const PdfBand *here = scan_band(scan, band), *there = scan_band(scan, neighbour);
  if (here->flags & BAND_NARRATIVE || pdf_is_page_number(scan, here))
    return false;
  return (int64_t)abs(here->middle - there->middle) * 100 <=
         (int64_t)points_most(here->size, there->size) * most;
}

/* A title is larger than its table, or named as one. */
static bool is_title(const PageScan *scan, const PdfBand *band, const PdfBand *table) {
  return band->pieces == 1 && (band->size * 100 > table->size * 120 ||
                               pdf_word_ends(scan_words(scan, band) + band->count - 1, "表"));
}

/* A short text at the place of another one of the table: the total of a table that is empty. */
static bool is_aligned(const PageScan *scan, const PdfBand *band, size_t first, size_t end) {
  Points middle = band->left + band->right;
  if (band->pieces > 1 || band->right - band->left > band->size * 6)
    return false;
  for (size_t i = first; i < end; i++) {
    const PdfBand *other = scan_band(scan, i);
    const PdfWord *words = scan_words(scan, other);
    for (size_t j = 0; j < other->count; j++)
      if (abs(words[j].left - band->left) <= 2 * BBOX_POINT ||
          abs(words[j].left + words[j].right - middle) <= 4 * BBOX_POINT)
        return true;
  }
  return false;
}

/* A heading of the narrative or a part of a title: 一、 （一） 附件 表 */
static bool is_heading(const PdfWord *word) {
  static const char *const starts[] = {"附件", "附表", "表"};
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (pdf_word_begins(word, starts[i]))
      return true;
  /* A title may go on in brackets below: （2023年度） */
  if (pdf_word_begins(word, "（") && pdf_word_ends(word, "）"))
    return true;
  PdfWord rest = *word;
  size_t bracket = pdf_word_begins(word, "（") ? strlen("（") : pdf_word_begins(word, "(");
  rest.text += bracket;
  rest.length -= (uint32_t)bracket;
  for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
    if (pdf_word_begins(&rest, numerals[i]))
      return bracket || memmem(rest.text, rest.length, "、", strlen("、"));
  return false;
}

static size_t region_start(const PageScan *scan, size_t table) {
  size_t first = table;
  while (first > scan->first && joins(scan, first - 1, first, 400) &&
         !is_title(scan, scan_band(scan, first - 1), scan_band(scan, table)) &&
         !is_heading(scan_words(scan, scan_band(scan, first - 1))))
    first--;
  return first;
}

static size_t region_end(const PageScan *scan, size_t from) {
  size_t end = from + 1;
  for (size_t i = end; i < scan->end; i++) {
    const PdfBand *band = scan_band(scan, i);
    if (band->flags & BAND_TABLE)
      end = i + 1;
    else if (!joins(scan, i, i - 1, 4000) || is_title(scan, band, scan_band(scan, from)))
      break;
    else if (joins(scan, i, end - 1, 350) || is_aligned(scan, band, from, end) ||
             continues_table(scan, band))
      end = i + 1;
  }
  return end;
}

/* Nothing but page numbers stands between two bands of the page. */
static bool is_bare(const PageScan *scan, size_t first, size_t end) {
  for (size_t i = first; i < end; i++)
    if (!pdf_is_page_number(scan, scan_band(scan, i)))
      return false;
  return true;
}

enum { MOST_FORM_WORDS = 3000 };

/* Whether a band heads indicators, whose levels are named. */
static bool heads_indicators(const PageScan *scan, const PdfBand *band) {
  const PdfWord *words = scan_words(scan, band);
  bool first = false, second = false;
  for (size_t i = 0; i < band->count; i++) {
    first = first || contains(&words[i], "一级指标");
    second = second || contains(&words[i], "二级指标");
  }
  return first && second;
}

static bool has_indicators(const PageScan *scan) {
  if (scan->bands->pages->pages.items[scan->page].count > MOST_FORM_WORDS)
    return false;
  for (size_t i = scan->first; i < scan->end; i++)
    if (heads_indicators(scan, scan_band(scan, i)))
      return true;
  return false;
}

/* A form goes on to the next title, to a note or the page's end; its paragraphs are part of it. */
static size_t form_end(const PageScan *scan, size_t from) {
  size_t end = from + 1;
  while (end < scan->end && !pdf_is_page_number(scan, scan_band(scan, end)) &&
         !is_title(scan, scan_band(scan, end), scan_band(scan, from)) &&
         !is_note(scan_words(scan, scan_band(scan, end))))
    end++;
  return end;
}

static void add_form(PageScan *scan, size_t first, size_t end) {
  vec_push(&scan->bands->regions,
           (PdfRegion){.page = scan->page, .first = first, .count = end - first, .form = true});
}

static void add_region(PageScan *scan, size_t first, size_t end) {
  size_t tables = 0;
  for (size_t i = first; i < end; i++)
    tables += (scan_band(scan, i)->flags & BAND_TABLE) != 0;
  bool goes_on = continues_table(scan, scan_band(scan, first));
  /* Two pieces on one line are not yet a table. */
  if (tables < 2 && !goes_on)
    return;
  vec_push(&scan->bands->regions, (PdfRegion){.page = scan->page,
                                              .first = first,
                                              .count = end - first,
                                              .opens = is_bare(scan, scan->first, first),
                                              .closes = is_bare(scan, end, scan->end)});
}

static bool starts_region(const PageScan *scan, size_t band) {
  const PdfBand *here = scan_band(scan, band);
  if (here->flags & BAND_TABLE)
    return true;
  return !(here->flags & BAND_NARRATIVE) && is_bare(scan, scan->first, band) &&
         !pdf_is_page_number(scan, here) && continues_table(scan, here);
}

static void find_page_regions(PageScan *scan) {
  size_t done = scan->first;
  bool form = has_indicators(scan);
  for (size_t i = scan->first; i < scan->end; i++) {
    if (i < done || !starts_region(scan, i))
      continue;
    size_t first = region_start(scan, i), end = form ? form_end(scan, i) : region_end(scan, i);
    first = first < done ? done : first;
    if (form)
      add_form(scan, first, end);
    else
      add_region(scan, first, end);
    done = end;
  }
}

/* A table of contents has titles and page numbers, and is none. */
static bool is_contents(const PageScan *scan) {
  for (size_t i = scan->first; i < scan->end && i < scan->first + 4; i++) {
    const PdfBand *band = scan_band(scan, i);
    const PdfWord *words = scan_words(scan, band);
    if ((band->count == 2 && pdf_word_begins(&words[0], "目") && pdf_word_begins(&words[1], "录")) ||
        pdf_word_begins(&words[0], "目录"))
      return true;
  }
  return false;
}

/* Below it on the same page a table may begin, under its unit. */
static size_t first_unit_line(const PageScan *scan) {
  size_t at = scan->first;
  for (; at < scan->end; at++)
    if (pdf_is_unit_line(scan_words(scan, scan_band(scan, at)), scan_band(scan, at)->count))
      break;
  return at;
}

void pdf_bands_find_regions(PdfBands *bands) {
  for (size_t i = 0; i < bands->pages->pages.count; i++) {
    PageScan scan = {bands, i, bands->page_bands.items[i], bands->page_bands.items[i + 1]};
    for (size_t j = scan.first; j < scan.end; j++)
      bands->bands.items[j].flags =
          flags_of(bands, &bands->bands.items[j], &bands->pages->pages.items[i]);
    for (size_t j = scan.first; j < scan.end; j++)
      if (pdf_is_running_head(&scan, &bands->bands.items[j]))
        bands->bands.items[j].flags = BAND_RUNNING | BAND_NARRATIVE;
    if (is_contents(&scan))
      scan.first = first_unit_line(&scan);
    find_page_regions(&scan);
  }
}
