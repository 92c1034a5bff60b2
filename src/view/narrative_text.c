#include "view/narrative_text.h"

#include <string.h>

#include "text/wrap.h"

enum {
  HEADING_INDENT = 2,   /* columns for each level */
  PARAGRAPH_INDENT = 4, /* two full-width columns before a paragraph's first line */
  NARROW = 24           /* measures below it have no room for indents */
};

static void add_sections(NarrativeText *text, const Section *sections, size_t count, size_t depth,
                         size_t parent) {
  for (size_t i = 0; i < count; i++) {
    size_t number = text->sections.count;
    TextSection section = {.section = &sections[i], .depth = depth, .parent = parent};
    vec_push(&text->sections, section);
    add_sections(text, sections[i].sections, sections[i].section_count, depth + 1, number);
  }
}

void narrative_text_open(NarrativeText *text, const Document *document) {
  *text = (NarrativeText){.document = document};
  add_sections(text, document->sections, document->section_count, 0, SIZE_MAX);
}

void narrative_text_close(NarrativeText *text) {
  vec_free(&text->sections);
  vec_free(&text->lines);
}

/* Spaces that a paragraph was printed with; the indent stands for them. */
static size_t leading_spaces(const char *words) {
  static const char wide[] = "　";
  size_t bytes = 0;
  for (;;) {
    if (words[bytes] == ' ' || words[bytes] == '\t')
      bytes++;
    else if (!strncmp(words + bytes, wide, strlen(wide)))
      bytes += strlen(wide);
    else
      return bytes;
  }
}

/* Breaks one text; its first line is indented by `first` columns, the others by `rest`. */
static void add_text(NarrativeText *text, TextLine line, const char *words, int first, int rest) {
  size_t length = strlen(words), at = leading_spaces(words);
  line.indent = first;
  do {
    size_t next = length;
    size_t room = text->measure - (size_t)line.indent;
    size_t bytes = wrap_line(words + at, length - at, room, &next);
    line.start = at;
    line.end = at + bytes;
    vec_push(&text->lines, line);
    line.indent = rest;
    at += next;
  } while (at < length);
}

static void add_section(NarrativeText *text, uint32_t number) {
  const TextSection *section = &text->sections.items[number];
  bool narrow = text->measure < NARROW;
  int indent = narrow || section->depth > 4 ? 0 : HEADING_INDENT * (int)section->depth;
  TextLine line = {.section = number, .paragraph = PLACE_HEADING};
  if (number) {
    TextLine blank = line;
    blank.blank = true;
    vec_push(&text->lines, blank);
  }
  add_text(text, line, section->section->heading, indent, indent);
  for (size_t i = 0; i < section->section->paragraph_count; i++) {
    line.paragraph = (uint32_t)i;
    add_text(text, line, section->section->paragraphs[i], narrow ? 0 : PARAGRAPH_INDENT, 0);
  }
}

void narrative_text_set(NarrativeText *text, size_t measure) {
  text->measure = measure ? measure : 1;
  text->lines.count = 0;
  for (size_t i = 0; i < text->sections.count; i++)
    add_section(text, (uint32_t)i);
}

const char *narrative_text_of(const NarrativeText *text, const TextLine *line) {
  const Section *section = text->sections.items[line->section].section;
  return line->paragraph == PLACE_HEADING ? section->heading : section->paragraphs[line->paragraph];
}

/* Headings come before the paragraphs of their section. */
static uint64_t order(uint32_t section, uint32_t paragraph) {
  return (uint64_t)section << 32 | (paragraph == PLACE_HEADING ? 0 : (uint64_t)paragraph + 1);
}

static bool belongs(const NarrativeText *text, size_t line, uint32_t section, uint32_t paragraph) {
  return line < text->lines.count && text->lines.items[line].section == section &&
         text->lines.items[line].paragraph == paragraph;
}

size_t narrative_text_find(const NarrativeText *text, uint32_t section, uint32_t paragraph,
                           size_t at) {
  uint64_t wanted = order(section, paragraph);
  size_t low = 0, high = text->lines.count; /* the first line that comes after the place */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const TextLine *line = &text->lines.items[middle];
    uint64_t here = order(line->section, line->paragraph);
    if (here < wanted || (here == wanted && (line->blank || line->start <= at)))
      low = middle + 1;
    else
      high = middle;
  }
  if (low && belongs(text, low - 1, section, paragraph) && !text->lines.items[low - 1].blank)
    return low - 1;
  /* The spaces before a text belong to its first line. */
  return belongs(text, low, section, paragraph) ? low : SIZE_MAX;
}
