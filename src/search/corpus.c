#include "search/corpus.h"

#include <string.h>

#include "model/row_code.h"
#include "model/targets.h"

static void add_text(Corpus *corpus, const char *text, size_t length) {
  vec_push(&corpus->parts, texts_add(&corpus->texts, text, length));
}

static void add_string(Corpus *corpus, const char *text) {
  if (text != NULL)
    add_text(corpus, text, strlen(text));
}

static void begin_segment(Corpus *corpus, Segment segment) {
  segment.first = (uint32_t)corpus->starts.count;
  vec_push(&corpus->segments, segment);
}

static void tell_progress(Corpus *corpus) {
  uint64_t done = corpus->starts.count < corpus->rows ? corpus->starts.count : corpus->rows;
  corpus->stopped =
      corpus->stopped || !progress_step(corpus->progress, WORK_SEARCHING, done, corpus->rows);
}

static void begin_entry(Corpus *corpus) {
  enum { TOLD_AFTER = 8192 };
  vec_push(&corpus->starts, (uint32_t)corpus->parts.count);
  if (corpus->starts.count % TOLD_AFTER == 0)
    tell_progress(corpus);
}

static void add_cells(Corpus *corpus, const Table *table, const Row *row) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    if (cell->kind != CELL_TEXT)
      continue;
    if (role_is_code(table->leaves[i]->role) && code_is_plain(cell->text, cell->length))
      continue;
    add_text(corpus, cell->text, cell->length);
  }
}

static void add_table(Corpus *corpus, uint32_t annex, uint32_t index, const Table *table) {
  begin_segment(corpus, (Segment){.kind = PLACE_ROW, .annex = annex, .table = index});
  for (size_t i = 0; i < table->row_count && !corpus->stopped; i++) {
    begin_entry(corpus);
    add_cells(corpus, table, &table->rows[i]);
  }
}

static void add_targets(Corpus *corpus, uint32_t annex, uint32_t index, const Targets *targets) {
  begin_segment(corpus, (Segment){.kind = PLACE_TARGET, .annex = annex, .table = index});
  size_t count = targets_line_count(targets);
  for (size_t i = 0; i < count; i++) {
    TargetLine line = targets_line(targets, i);
    begin_entry(corpus);
    add_string(corpus, line.label);
    add_string(corpus, line.text);
    if (line.value != NULL && line.value->kind == CELL_TEXT)
      add_text(corpus, line.value->text, line.value->length);
    if (line.part == TARGET_INDICATOR)
      add_cells(corpus, &targets->indicators, &targets->indicators.rows[line.row]);
  }
}

/* The titles of groups that stand over the next leaf, and over none before it. */
typedef VEC(const char *) GroupTitles;

static void add_headings(Corpus *corpus, const Column *columns, size_t count,
                         GroupTitles *groups) {
  for (size_t i = 0; i < count; i++) {
    if (columns[i].columns) {
      vec_push(groups, columns[i].title);
      add_headings(corpus, columns[i].columns, columns[i].column_count, groups);
      continue;
    }
    begin_entry(corpus);
    for (size_t k = 0; k < groups->count; k++)
      add_string(corpus, groups->items[k]);
    groups->count = 0;
    add_string(corpus, columns[i].title);
  }
}

static void add_columns(Corpus *corpus, uint32_t annex, uint32_t index, const Table *table) {
  GroupTitles groups = {0};
  begin_segment(corpus, (Segment){.kind = PLACE_COLUMN, .annex = annex, .table = index});
  add_headings(corpus, table->columns, table->column_count, &groups);
  vec_free(&groups);
}

static void add_annex(Corpus *corpus, uint32_t index, const Annex *annex) {
  begin_segment(corpus, (Segment){.kind = PLACE_ANNEX, .annex = index});
  begin_entry(corpus);
  add_string(corpus, annex->title);
  add_string(corpus, annex->subtitle);
  add_string(corpus, annex->note);
  for (size_t i = 0; i < annex->table_count; i++)
    add_columns(corpus, index, (uint32_t)i, &annex->tables[i]);
  vec_push(&corpus->annex_rows, (uint32_t)corpus->starts.count);
  for (size_t i = 0; i < annex->table_count; i++)
    add_table(corpus, index, (uint32_t)i, &annex->tables[i]);
  for (size_t i = 0; i < annex->target_count; i++)
    add_targets(corpus, index, (uint32_t)i, &annex->targets[i]);
}

static void add_section(Corpus *corpus, const Section *section, uint32_t number) {
  begin_segment(corpus, (Segment){.kind = PLACE_PARAGRAPH,
                                  .annex = (uint32_t)corpus->document->annex_count,
                                  .section = number});
  begin_entry(corpus);
  add_string(corpus, section->heading);
  for (size_t i = 0; i < section->paragraph_count; i++) {
    begin_entry(corpus);
    add_string(corpus, section->paragraphs[i]);
  }
}

/* In reading order (model/sections.h), in one pass. */
static void add_sections(Corpus *corpus, const Section *sections, size_t count, uint32_t *number) {
  for (size_t i = 0; i < count; i++) {
    add_section(corpus, &sections[i], (*number)++);
    add_sections(corpus, sections[i].sections, sections[i].section_count, number);
  }
}

static uint64_t count_rows(const Document *document) {
  uint64_t rows = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t k = 0; k < document->annexes[i].table_count; k++)
      rows += document->annexes[i].tables[k].row_count;
  return rows;
}

bool corpus_open(Corpus *corpus, const Document *document, const Progress *progress) {
  *corpus = (Corpus){.document = document,
                     .texts = {.text = STR_EMPTY},
                     .progress = progress,
                     .rows = count_rows(document)};
  for (size_t i = 0; i < document->annex_count; i++)
    add_annex(corpus, (uint32_t)i, &document->annexes[i]);
  uint32_t number = 0;
  add_sections(corpus, document->sections, document->section_count, &number);
  begin_entry(corpus); /* the end */
  texts_end(&corpus->texts);
  if (corpus->stopped)
    corpus_close(corpus);
  return !corpus->stopped;
}

void corpus_close(Corpus *corpus) {
  vec_free(&corpus->segments);
  vec_free(&corpus->annex_rows);
  vec_free(&corpus->parts);
  vec_free(&corpus->starts);
  texts_close(&corpus->texts);
}

size_t corpus_count(const Corpus *corpus) { return corpus->starts.count - 1; }

/* The last segment whose first entry is at most `entry`. */
static const Segment *segment_of(const Corpus *corpus, size_t entry) {
  size_t low = 0, high = corpus->segments.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (corpus->segments.items[middle].first <= entry)
      low = middle;
    else
      high = middle;
  }
  return &corpus->segments.items[low];
}

Place corpus_place(const Corpus *corpus, size_t entry) {
  const Segment *segment = segment_of(corpus, entry);
  uint32_t offset = (uint32_t)entry - segment->first;
  Place place = {.kind = segment->kind,
                 .annex = segment->annex,
                 .table = segment->table,
                 .leaf = PLACE_NO_LEAF,
                 .section = segment->section};
  if (segment->kind == PLACE_PARAGRAPH)
    place.paragraph = offset == 0 ? PLACE_HEADING : offset - 1;
  else if (segment->kind == PLACE_COLUMN)
    place.leaf = (uint16_t)offset;
  else
    place.row = offset;
  return place;
}

static bool same_segment(const Segment *segment, const Place *place) {
  if (segment->kind != place->kind)
    return false;
  if (place->kind == PLACE_PARAGRAPH)
    return segment->section == place->section;
  return segment->annex == place->annex &&
         (place->kind == PLACE_ANNEX || segment->table == place->table);
}

size_t corpus_entry(const Corpus *corpus, const Place *place) {
  for (size_t i = 0; i < corpus->segments.count; i++) {
    const Segment *segment = &corpus->segments.items[i];
    if (!same_segment(segment, place))
      continue;
    if (place->kind == PLACE_PARAGRAPH)
      return segment->first +
             (place->paragraph == PLACE_HEADING ? 0 : (size_t)place->paragraph + 1);
    if (place->kind == PLACE_COLUMN)
      return segment->first + (size_t)place->leaf;
    return segment->first + (place->kind == PLACE_ANNEX ? 0 : (size_t)place->row);
  }
  return 0;
}
