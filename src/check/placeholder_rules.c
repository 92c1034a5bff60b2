/* What a form left in the document: placeholders, and instructions to whoever filled it in. */
#include <string.h>

#include "check/rules.h"
#include "check/run.h"
#include "model/targets.h"

typedef struct {
  CheckRun *run;
  const CheckRule *rule;
  const char *const *words;
  size_t count;
} Scan;

/* The first of the words that the text holds. */
static const char *find_word(const Scan *scan, const char *text, size_t *length) {
  for (size_t i = 0; i < scan->count; i++) {
    const char *found = strstr(text, scan->words[i]);
    if (found) {
      *length = strlen(scan->words[i]);
      return found;
    }
  }
  return NULL;
}

static void scan_text(const Scan *scan, const char *text, Place place) {
  size_t length;
  const char *found = text ? find_word(scan, text, &length) : NULL;
  if (found)
    run_find(scan->run, scan->rule, (Finding){.outcome = CHECK_WARNING,
                                              .place = place,
                                              .other = place_none,
                                              .quote = run_words(scan->run, found, length)});
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

void find_placeholders(CheckRun *run, const CheckRule *rule) {
  static const char *const words[] = {"XX",     "xx", "ＸＸ", "××", "✕✕",  "待填",
                                      "待补充", "□□", "＊＊", "**", "____"};
  scan_document(&(Scan){run, rule, words, sizeof words / sizeof *words});
}

void find_instructions(CheckRun *run, const CheckRule *rule) {
  static const char *const words[] = {"部门应根据实际情况进行解释和增减",
                                      "应根据实际情况进行解释",
                                      "根据实际情况填写",
                                      "请根据实际",
                                      "请填写",
                                      "请各部门",
                                      "请各单位",
                                      "填表说明",
                                      "模板",
                                      "此处填"};
  scan_document(&(Scan){run, rule, words, sizeof words / sizeof *words});
}
