#include "view/overview_page.h"

#include <string.h>

#include "base/i18n.h"

static PageLine *add(Page *page, PageKind kind, bool beside) {
  PageLine line = {.kind = kind, .beside = beside, .place = {.kind = PLACE_NONE}};
  vec_push(&page->lines, line);
  return &page->lines.items[page->lines.count - 1];
}

static void add_heading(Page *page, const char *title, bool beside) {
  add(page, PAGE_GAP, beside);
  add(page, PAGE_HEADING, beside)->text = title;
}

static void add_group(Page *page, SummaryGroup group) {
  size_t first, count = summary_group(&page->summary, group, &first);
  if (!count)
    return;
  if (group == SUMMARY_TOTAL) /* says itself what it is */
    add(page, PAGE_GAP, false);
  else
    add_heading(page, _(summary_title(group)), false);
  for (size_t i = first; i < first + count; i++) {
    PageLine *line = add(page, PAGE_FIGURE, false);
    line->index = (uint32_t)i;
    line->depth = page->summary.lines.items[i].depth;
    line->place = page->summary.lines.items[i].place;
  }
}

/* Sections in reading order (model/sections.h), walked in one pass. */
static void add_sections(Page *page, const Section *sections, size_t count, int depth,
                         uint32_t *number) {
  for (size_t i = 0; i < count; i++) {
    PageLine *line = add(page, PAGE_SECTION, true);
    line->text = sections[i].heading;
    line->depth = depth;
    line->place = (Place){.kind = PLACE_PARAGRAPH,
                          .leaf = PLACE_NO_LEAF,
                          .section = (*number)++,
                          .paragraph = PLACE_HEADING};
    add_sections(page, sections[i].sections, sections[i].section_count, depth + 1, number);
  }
}

/* What stands behind a beginning; the text itself without it. */
static const char *behind(const char *text, const char *start) {
  size_t length = start ? strlen(start) : 0;
  return length && !strncmp(text, start, length) ? text + length : text;
}

/* What stands behind the office's name, which titles give in full, short, or short behind the
 * place that the full name begins with (重庆市 + 九龙坡区政务办). */
static const char *behind_office(const Document *document, const char *title) {
  const char *name = document->organization.name, *short_name = document->organization.short_name;
  const char *rest = behind(title, name);
  const char *found = rest == title && short_name && *short_name ? strstr(title, short_name) : NULL;
  if (found && !strncmp(title, name, (size_t)(found - title)))
    rest = found + strlen(short_name);
  return rest;
}

/* The title without the year and the office that all titles of a document begin with. */
static const char *short_title(const Document *document, const char *title) {
  enum { YEAR_DIGITS = 4 };
  const char *rest = title;
  if (strspn(rest, "0123456789") == YEAR_DIGITS &&
      behind(rest + YEAR_DIGITS, "年") > rest + YEAR_DIGITS)
    rest = behind(behind(rest + YEAR_DIGITS, "年"), "度");
  rest = behind_office(document, rest);
  return *rest ? rest : title;
}

static void add_annexes(Page *page) {
  const Document *document = page->document;
  for (size_t i = 0; i < document->annex_count; i++) {
    PageLine *line = add(page, PAGE_ANNEX, true);
    line->text = short_title(document, document->annexes[i].title);
    line->index = (uint32_t)i;
    line->place = (Place){.kind = PLACE_ANNEX, .annex = (uint32_t)i, .leaf = PLACE_NO_LEAF};
  }
}

void page_open(Page *page, const Document *document) {
  *page = (Page){.document = document};
  summary_open(&page->summary, document);
  add(page, PAGE_OFFICE, false);
  add(page, PAGE_FACTS, false);
  for (int group = 0; group < SUMMARY_GROUP_COUNT; group++)
    add_group(page, (SummaryGroup)group);
  uint32_t number = 0;
  add_heading(page, _("Narrative"), true);
  add_sections(page, document->sections, document->section_count, 0, &number);
  if (!number)
    add(page, PAGE_NOTHING, true);
  add_heading(page, _("Annexes"), true);
  add_annexes(page);
  if (!document->annex_count)
    add(page, PAGE_NOTHING, true);
  page_lay_out(page, 1);
}

void page_close(Page *page) {
  summary_close(&page->summary);
  vec_free(&page->lines);
}

void page_lay_out(Page *page, int sides) {
  enum { HEAD_ROWS = 2 }; /* office and facts go over both sides */
  size_t rows[2] = {0, HEAD_ROWS};
  page->sides = sides;
  for (size_t i = 0; i < page->lines.count; i++) {
    PageLine *line = &page->lines.items[i];
    line->side = sides == 2 && line->beside;
    line->row = rows[line->side]++;
  }
  page->height = sides == 2 && rows[1] > rows[0] ? rows[1] : rows[0];
}

static bool selectable(const Page *page, size_t line) {
  return page->lines.items[line].place.kind != PLACE_NONE;
}

size_t page_next(const Page *page, size_t line) {
  while (line < page->lines.count && !selectable(page, line))
    line++;
  return line < page->lines.count ? line : SIZE_MAX;
}

size_t page_previous(const Page *page, size_t line) {
  while (line-- > 0)
    if (selectable(page, line))
      return line;
  return SIZE_MAX;
}

size_t page_nearest(const Page *page, int side, size_t row) {
  size_t found = SIZE_MAX, least = SIZE_MAX;
  for (size_t i = 0; i < page->lines.count; i++) {
    const PageLine *line = &page->lines.items[i];
    size_t away = line->row > row ? line->row - row : row - line->row;
    if (line->side == side && selectable(page, i) && away < least) {
      least = away;
      found = i;
    }
  }
  return found;
}
