#include "import/narrative.h"

#include <ctype.h>
#include <string.h>

#include "base/limits.h"
#include "import/lines.h"
#include "import/words.h"
#include "text/utf8.h"

enum { HEADING_MOST = 40, LONG_LINE = 25 /* characters */ };

/* A line of the narrative put together, or a heading. */
typedef struct {
  const char *text;
  int level; /* of a heading, from 1; 0: a paragraph */
  Position at;
} Block;

typedef struct {
  Job *job;
  VEC(Block) blocks;
  Str paragraph;       /* being put together */
  Position at;
  unsigned flags;      /* of its last line */
  bool spaced_figures; /* the text sets a space before its figures */
  bool indents;        /* paragraphs begin indented */
} Narrator;

/* ---------------------------------------------------------------------------- headings */

static size_t characters(const char *text) { return utf8_count(text, strlen(text)); }

/* The next line of the text; NULL when there is none. */
static const Line *next_text(const Narrator *narrator, size_t index) {
  const Job *job = narrator->job;
  for (size_t i = index + 1; i < job->lines.count; i++)
    if (job->lines.items[i].use == LINE_TEXT)
      return &job->lines.items[i];
  return NULL;
}

/* Whether the geometry says that a line begins nothing new. */
static bool begins_nothing(const Narrator *narrator, const Line *line) {
  return narrator->indents && !line_is_table(line) &&
         !(line->flags & (STREAM_INDENTED | STREAM_CENTRED | STREAM_GAP)) &&
         !words_numbering(line->text).form;
}

/* A heading is told by a table of contents, or has a number and is short, or stands in the
 * middle; it ends as no sentence does, has none inside, and no line goes on with it. 0: none. */
static int heading_level(const Narrator *narrator, size_t index) {
  const Line *line = &narrator->job->lines.items[index];
  Numbering numbering = words_numbering(line->text);
  const char *rest = line->text + numbering.bytes;
  int level = numbering.form ? (int)numbering.form : 1;
  if (!*rest || characters(line->folded) > HEADING_MOST)
    return 0;
  if (line->heading)
    return level;
  if (words_ends_sentence(line->folded) || strstr(line->folded, "。") || strstr(rest, "："))
    return 0;
  if (numbering.form == NUMBER_PART)
    return level;
  if (strstr(rest, "，") && characters(rest) > LONG_LINE)
    return 0;
  const Line *next = next_text(narrator, index);
  if (line->flags & STREAM_FULL ||
      (characters(line->folded) > LONG_LINE && next && begins_nothing(narrator, next)))
    return 0;
  return numbering.form || line->flags & STREAM_CENTRED ? level : 0;
}

/* -------------------------------------------------------------------------- paragraphs */

static void end_paragraph(Narrator *narrator) {
  if (narrator->paragraph.length)
    vec_push(&narrator->blocks,
             (Block){arena_text(narrator->job->arena, narrator->paragraph.data,
                                narrator->paragraph.length), 0, narrator->at});
  str_clear(&narrator->paragraph);
}

/* Asked of a paragraph with each line that it grows by. */
static bool is_long(const Str *paragraph) {
  enum { BYTES_MOST = LONG_LINE * 4 };
  return paragraph->length >= BYTES_MOST ||
         utf8_count(paragraph->data, paragraph->length) >= LONG_LINE;
}

static bool ends_open(const Str *text) {
  static const char *const ends[] = {"。", "！", "？", "；", "：", "…", "）",
                                     "”",  "!",  "?",  ";",  ":",  ")"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t length = strlen(ends[i]);
    if (text->length >= length && !memcmp(text->data + text->length - length, ends[i], length))
      return false;
  }
  return true;
}

/* Whether a line goes on with the paragraph before it: by the geometry where it is known, else
 * because that one is long and stops in the middle of a sentence. */
static bool goes_on(const Narrator *narrator, const Line *line) {
  if (!narrator->paragraph.length)
    return false;
  if (narrator->flags & STREAM_FULL && !(line->flags & STREAM_INDENTED))
    return true;
  if (begins_nothing(narrator, line))
    return is_long(&narrator->paragraph);
  if (narrator->job->stream->geometry_known && narrator->indents)
    return false;
  return ends_open(&narrator->paragraph) && !words_numbering(line->text).form &&
         is_long(&narrator->paragraph);
}

static bool ends_in_ascii(const Str *text) {
  return text->length && isalnum((unsigned char)text->data[text->length - 1]);
}

/* A break before or behind a figure had the space that the text sets there. */
static void join(Narrator *narrator, const char *text) {
  bool before = ends_in_ascii(&narrator->paragraph);
  bool behind = isalnum((unsigned char)*text);
  if (narrator->paragraph.length &&
      ((before && behind && !narrator->job->stream->geometry_known) ||
       (before != behind && narrator->spaced_figures)))
    str_add_char(&narrator->paragraph, ' ');
  str_add_text(&narrator->paragraph, text);
}

static Position position(const Job *job, const Line *line) {
  const StreamRow *row = job_row(job, line->item, 0);
  return job->stream->lines_known ? (Position){row->line, 1} : (Position){0};
}

/* A long heading in the middle that ends in a short line of its own. */
static bool goes_on_heading(const Narrator *narrator, const Line *line) {
  enum { REST_MOST = 6, WHOLE_LEAST = 15 /* characters */ };
  size_t count = narrator->blocks.count;
  const Block *last = count ? &narrator->blocks.items[count - 1] : NULL;
  if (!last || !last->level || narrator->paragraph.length || line->heading ||
      !(line->flags & STREAM_CENTRED) || words_numbering(line->text).form)
    return false;
  size_t whole = characters(last->text);
  return characters(line->folded) <= REST_MOST && whole >= WHOLE_LEAST && whole <= HEADING_MOST;
}

static void join_heading(Narrator *narrator, const Line *line) {
  Block *heading = &narrator->blocks.items[narrator->blocks.count - 1];
  Str whole = STR_EMPTY;
  str_add_text(&whole, heading->text);
  str_add_text(&whole, line->text);
  heading->text = arena_text(narrator->job->arena, whole.data, whole.length);
  str_free(&whole);
}

static void take_line(Narrator *narrator, size_t index) {
  Line *line = &narrator->job->lines.items[index];
  int level = heading_level(narrator, index);
  Position at = position(narrator->job, line);
  if (level || !goes_on(narrator, line)) {
    end_paragraph(narrator);
    narrator->at = at;
  }
  if (level && goes_on_heading(narrator, line))
    join_heading(narrator, line);
  else if (level)
    vec_push(&narrator->blocks, (Block){line->text, level, at});
  else
    join(narrator, line->text);
  narrator->flags = line->flags;
  job_take_line(narrator->job, line);
}

/* A table inside the text becomes paragraphs, one for each row. */
static void take_table(Narrator *narrator, Line *line) {
  Job *job = narrator->job;
  end_paragraph(narrator);
  for (size_t r = 0; r < line->item->row_count; r++) {
    const StreamRow *row = job_row(job, line->item, r);
    Str text = STR_EMPTY;
    for (size_t i = 0; i < row->cell_count; i++) {
      str_add_text(&text, text.length ? " " : "");
      words_mend(&text, job_cell(job, row, i)->text);
    }
    if (text.length)
      vec_push(&narrator->blocks,
               (Block){arena_text(job->arena, text.data, text.length), 0,
                       job->stream->lines_known ? (Position){row->line, 1} : (Position){0}});
    str_free(&text);
    job_take_row(job, row);
  }
  line->use = LINE_DONE;
}

/* Whether figures in Chinese text have spaces around them more often than not. */
static bool spaces_figures(const Job *job) {
  size_t spaced = 0, tight = 0;
  for (size_t i = 0; i < job->lines.count; i++)
    for (const char *at = job->lines.items[i].text; *at; at++) {
      bool figure = isdigit((unsigned char)at[0]);
      if ((unsigned char)at[0] >= 0x80 && isdigit((unsigned char)at[1]))
        tight++;
      spaced += figure && at[1] == ' ' && (unsigned char)at[2] >= 0x80;
    }
  return spaced > tight;
}

/* Whether a tenth of the lines and more are indented. */
static bool indents(const Job *job) {
  size_t indented = 0;
  for (size_t i = 0; i < job->lines.count; i++)
    indented += (job->lines.items[i].flags & STREAM_INDENTED) != 0;
  return job->stream->geometry_known && indented > job->lines.count / 10;
}

/* ---------------------------------------------------------------------------- sections */

/* Sections while they are put together; those of one depth under one another's list. */
typedef struct SectionDraft {
  Section section;
  int level;
  VEC(const char *) paragraphs;
  VEC(Position) at;
  VEC(Section) sections;
} SectionDraft;

static void close_draft(Job *job, SectionDraft *draft, SectionDraft *parent) {
  Section *section = &draft->section;
  section->paragraphs = arena_copy(job->arena, draft->paragraphs.items, draft->paragraphs.count,
                                   sizeof *draft->paragraphs.items);
  section->paragraph_at = arena_copy(job->arena, draft->at.items, draft->at.count,
                                     sizeof *draft->at.items);
  section->paragraph_count = draft->paragraphs.count;
  section->sections = arena_copy(job->arena, draft->sections.items, draft->sections.count,
                                 sizeof *draft->sections.items);
  section->section_count = draft->sections.count;
  vec_push(&parent->sections, *section);
  vec_free(&draft->paragraphs);
  vec_free(&draft->at);
  vec_free(&draft->sections);
  *draft = (SectionDraft){0};
}

static void open_draft(SectionDraft *stack, size_t *depth, const Block *block) {
  stack[++*depth] = (SectionDraft){.section = {.heading = block->text, .at = block->at},
                                   .level = block->level};
}

static void build_sections(Job *job, const Narrator *narrator) {
  SectionDraft stack[LIMIT_IMPORT_SECTIONS] = {0}; /* [0] holds the outermost sections */
  size_t depth = 0;
  for (size_t i = 0; i < narrator->blocks.count; i++) {
    const Block *block = &narrator->blocks.items[i];
    if (!block->level) {
      if (!depth)
        open_draft(stack, &depth, &(Block){"", 1, block->at});
      vec_push(&stack[depth].paragraphs, block->text);
      vec_push(&stack[depth].at, block->at);
      continue;
    }
    for (; depth && stack[depth].level >= block->level; depth--)
      close_draft(job, &stack[depth], &stack[depth - 1]);
    open_draft(stack, &depth, block);
  }
  for (; depth; depth--)
    close_draft(job, &stack[depth], &stack[depth - 1]);
  job->document->sections = arena_copy(job->arena, stack[0].sections.items,
                                        stack[0].sections.count, sizeof *stack[0].sections.items);
  job->document->section_count = stack[0].sections.count;
  vec_free(&stack[0].sections);
}

void narrative_build(Job *job) {
  Narrator narrator = {.job = job, .paragraph = STR_EMPTY};
  narrator.spaced_figures = spaces_figures(job);
  narrator.indents = indents(job);
  for (size_t i = 0; i < job->lines.count; i++) {
    Line *line = &job->lines.items[i];
    if (line->use != LINE_TEXT)
      continue;
    if (line_is_table(line))
      take_table(&narrator, line);
    else
      take_line(&narrator, i);
  }
  end_paragraph(&narrator);
  build_sections(job, &narrator);
  vec_free(&narrator.blocks);
  str_free(&narrator.paragraph);
}
