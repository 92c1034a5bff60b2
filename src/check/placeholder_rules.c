/* What a form left in the document: placeholders, and instructions to whoever filled it in. */
#include <limits.h>
#include <string.h>

#include "check/rules.h"
#include "check/run.h"
#include "model/targets.h"

static const struct {
  LeftoverKind kind;
  const char *text;
} words[] = {
    {LEFT_PLACEHOLDER, "XX"},
    {LEFT_PLACEHOLDER, "xx"},
    {LEFT_PLACEHOLDER, "ＸＸ"},
    {LEFT_PLACEHOLDER, "××"},
    {LEFT_PLACEHOLDER, "✕✕"},
    {LEFT_PLACEHOLDER, "待填"},
    {LEFT_PLACEHOLDER, "待补充"},
    {LEFT_PLACEHOLDER, "□□"},
    {LEFT_PLACEHOLDER, "＊＊"},
    {LEFT_PLACEHOLDER, "**"},
    {LEFT_PLACEHOLDER, "____"},
    {LEFT_INSTRUCTION, "部门应根据实际情况进行解释和增减"},
    {LEFT_INSTRUCTION, "应根据实际情况进行解释"},
    {LEFT_INSTRUCTION, "根据实际情况填写"},
    {LEFT_INSTRUCTION, "请根据实际"},
    {LEFT_INSTRUCTION, "请填写"},
    {LEFT_INSTRUCTION, "请各部门"},
    {LEFT_INSTRUCTION, "请各单位"},
    {LEFT_INSTRUCTION, "填表说明"},
    {LEFT_INSTRUCTION, "模板"},
    {LEFT_INSTRUCTION, "此处填"},
};
enum { WORDS = sizeof words / sizeof *words, BEGINNING = 3 };
_Static_assert(WORDS * BEGINNING <= 64, "each byte of a beginning has a bit");

/* All words are looked for at once, by the bytes that they begin with: each of these has a bit, and
 * a text is gone through with those bits up to which it agrees with a word. */
typedef struct {
  CheckRun *run;
  uint64_t bytes[UCHAR_MAX + 1]; /* where a byte stands in the beginnings */
  uint64_t firsts, lasts;        /* bytes of a beginning */
} Scan;

static void scan_open(Scan *scan, CheckRun *run) {
  *scan = (Scan){.run = run};
  for (size_t i = 0; i < WORDS; i++) {
    size_t length = strnlen(words[i].text, BEGINNING);
    for (size_t at = 0; at < length; at++)
      scan->bytes[(unsigned char)words[i].text[at]] |= UINT64_C(1) << (i * BEGINNING + at);
    scan->firsts |= UINT64_C(1) << (i * BEGINNING);
    scan->lasts |= UINT64_C(1) << (i * BEGINNING + length - 1);
  }
}

/* The words whose beginnings end with the byte at `end`. Of each kind the first one is kept. */
static void keep_words(const Scan *scan, uint64_t ends, const char *end, Place place,
                       bool kept[LEFT_COUNT]) {
  for (; ends; ends &= ends - 1) {
    size_t bit = (size_t)__builtin_ctzll(ends), word = bit / BEGINNING;
    const char *begin = end - bit % BEGINNING;
    size_t length = strlen(words[word].text);
    if (kept[words[word].kind] || strncmp(begin, words[word].text, length))
      continue;
    kept[words[word].kind] = true;
    vec_push(&scan->run->leftovers, (Leftover){words[word].kind, place, begin, length});
  }
}

static void scan_text(const Scan *scan, const char *text, Place place) {
  bool kept[LEFT_COUNT] = {false};
  uint64_t agreeing = 0;
  for (; text && *text; text++) {
    agreeing = (agreeing << 1 | scan->firsts) & scan->bytes[(unsigned char)*text];
    if (agreeing & scan->lasts)
      keep_words(scan, agreeing & scan->lasts, text, place, kept);
  }
}

static void scan_sections(const Scan *scan, const Section *sections, size_t count,
                          uint32_t *number) {
  for (size_t i = 0; i < count; i++) {
    Place place = {.kind = PLACE_PARAGRAPH,
                   .leaf = PLACE_NO_LEAF,
                   .section = (*number)++,
                   .paragraph = PLACE_HEADING};
    scan_text(scan, sections[i].heading, place);
    for (size_t j = 0; j < sections[i].paragraph_count; j++) {
      place.paragraph = (uint32_t)j;
      scan_text(scan, sections[i].paragraphs[j], place);
    }
    scan_sections(scan, sections[i].sections, sections[i].section_count, number);
  }
}

static void scan_table(const Scan *scan, const Sheet *sheet) {
  for (size_t i = 0; i < sheet->table->leaf_count; i++) {
    if (role_content(sheet->table->leaves[i]->role) != CONTENT_TEXT || (int)i == sheet->codes.code)
      continue;
    for (uint32_t row = 0; row < sheet->table->row_count; row++) {
      const Cell *cell = &sheet->table->rows[row].cells[i];
      if (cell->kind == CELL_TEXT && cell->length)
        scan_text(scan, cell->text, sheet_place(sheet, row, i));
    }
  }
}

static void scan_cell(const Scan *scan, const Cell *cell, Place place) {
  if (cell->kind == CELL_TEXT && cell->length)
    scan_text(scan, cell->text, place);
}

/* Indicators from the line `place` on. */
static void scan_indicators(const Scan *scan, const Table *table, Place place) {
  for (size_t row = 0; row < table->row_count; row++, place.row++)
    for (size_t i = 0; i < table->leaf_count; i++) {
      place.leaf = (uint16_t)i;
      scan_cell(scan, &table->rows[row].cells[i], place);
    }
}

/* The texts of a set in the order of its lines (model/targets.h); labels and funds are the form's
 * own. */
static void scan_targets(const Scan *scan, const Targets *targets, uint32_t annex, size_t set) {
  size_t count = targets_line_count(targets), rows = targets->indicators.row_count, line;
  for (line = 0; line < targets->subject_count; line++)
    scan_cell(scan, &targets->subject[line].value, place_of_target(annex, set, line));
  bool notes = targets->notes || targets->notes_label, goal = targets->goal || targets->goal_label;
  line = count - notes - rows;
  if (goal)
    scan_text(scan, targets->goal, place_of_target(annex, set, line - 1));
  scan_indicators(scan, &targets->indicators, place_of_target(annex, set, line));
  if (notes)
    scan_text(scan, targets->notes, place_of_target(annex, set, count - 1));
}

static void scan_headings(const Scan *scan, const Column *columns, size_t count, Place place) {
  for (size_t i = 0; i < count; i++) {
    scan_text(scan, columns[i].title, place);
    scan_headings(scan, columns[i].columns, columns[i].column_count, place);
  }
}

/* What is printed over and under an annex. */
static void scan_annex(const Scan *scan, const Annex *annex, Place place) {
  scan_text(scan, annex->title, place);
  scan_text(scan, annex->subtitle, place);
  scan_text(scan, annex->listed_as, place);
  scan_text(scan, annex->note, place);
  for (size_t i = 0; i < annex->table_count; i++)
    scan_headings(scan, annex->tables[i].columns, annex->tables[i].column_count, place);
}

static void scan_document(const Scan *scan) {
  const Document *document = scan->run->document;
  uint32_t number = 0;
  scan_text(scan, document->title, place_none);
  scan_sections(scan, document->sections, document->section_count, &number);
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    scan_annex(scan, annex, place_of_annex((uint32_t)i));
    for (size_t j = 0; j < annex->target_count; j++)
      scan_targets(scan, &annex->targets[j], (uint32_t)i, j);
  }
  for (size_t i = 0; i < scan->run->sheet_count; i++)
    scan_table(scan, &scan->run->sheets[i]);
}

/* The texts are gone through once for both rules. */
static void find_leftovers(CheckRun *run, const CheckRule *rule, LeftoverKind kind) {
  if (!run->scanned) {
    Scan scan;
    scan_open(&scan, run);
    scan_document(&scan);
    run->scanned = true;
  }
  for (size_t i = 0; i < run->leftovers.count; i++) {
    const Leftover *left = &run->leftovers.items[i];
    if (left->kind == kind)
      run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                    .place = left->place,
                                    .other = place_none,
                                    .quote = run_words(run, left->text, left->length)});
  }
}

void find_placeholders(CheckRun *run, const CheckRule *rule) {
  find_leftovers(run, rule, LEFT_PLACEHOLDER);
}

void find_instructions(CheckRun *run, const CheckRule *rule) {
  find_leftovers(run, rule, LEFT_INSTRUCTION);
}
