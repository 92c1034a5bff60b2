/* Raises each amount and each weight of a document's annexes, one at a time, by ten of its last
 * printed digit, and counts how many of these the checks call a mismatch. TAP; those that stay
 * unseen are listed with the reason.
 *
 * Usage: mutation FILE LEAST (a percentage) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "check/check.h"
#include "check/describe.h"
#include "model/targets.h"
#include "text/report.h"
#include "read_document.h"

typedef struct {
  Place place;
  Unit unit;
  Cell *cell;
} Subject;

typedef VEC(Subject) Subjects;

/* The document is the test's own: it may be changed. */
static Cell *writable(const Cell *cell) { return (Cell *)(uintptr_t)cell; }

static void add_cell(Subjects *subjects, const Annex *annex, const Cell *cell, Place place) {
  if (cell->kind == CELL_MONEY || cell->kind == CELL_NUMBER)
    vec_push(subjects, (Subject){place, annex->unit, writable(cell)});
}

static void add_table(Subjects *subjects, const Annex *annex, const Table *table, Place place) {
  for (uint32_t row = 0; row < table->row_count; row++)
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++) {
      place.row = row;
      place.leaf = (uint16_t)leaf;
      add_cell(subjects, annex, &table->rows[row].cells[leaf], place);
    }
}

static void add_targets(Subjects *subjects, const Annex *annex, const Targets *targets,
                        Place place) {
  for (size_t i = 0; i < targets_line_count(targets); i++) {
    TargetLine line = targets_line(targets, i);
    place.row = (uint32_t)i;
    if (line.value && line.part == TARGET_FUND)
      add_cell(subjects, annex, line.value, place);
    int weight = line.part == TARGET_INDICATOR ? table_leaf(&targets->indicators, ROLE_WEIGHT) : -1;
    if (weight >= 0)
      add_cell(subjects, annex, &targets->indicators.rows[line.row].cells[weight], place);
  }
}

static void find_subjects(Subjects *subjects, const Document *document) {
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    Place place = {.annex = (uint32_t)i, .leaf = PLACE_NO_LEAF};
    for (size_t j = 0; j < annex->table_count; j++) {
      place.kind = PLACE_ROW;
      place.table = (uint16_t)j;
      add_table(subjects, annex, &annex->tables[j], place);
    }
    for (size_t j = 0; j < annex->target_count; j++) {
      place.kind = PLACE_TARGET;
      place.table = (uint16_t)j;
      add_targets(subjects, annex, &annex->targets[j], place);
    }
  }
}

static void raise_cell(const Subject *subject) {
  int64_t more = 10;
  if (subject->cell->kind == CELL_NUMBER) {
    subject->cell->number += more;
    return;
  }
  for (int i = subject->cell->decimals; i < unit_exponent(subject->unit); i++)
    more *= 10;
  subject->cell->money.fen += more;
}

static size_t mismatches(const Document *document) {
  Checks *checks = check_run(document, NULL);
  size_t count = checks->totals[CHECK_MISMATCH];
  check_free(checks);
  return count;
}

/* Why a figure is tied to no other: nothing else in the document prints it or a sum of it. */
static void tell_unseen(const Document *document, const Subject *subject) {
  Str about = STR_EMPTY;
  check_about(&about, document, &subject->place);
  printf("# unseen: annex %s, %s: no other figure depends on it\n",
         document->annexes[subject->place.annex].number, about.data);
  str_free(&about);
}

/* A weight that is no cell of a column: that of the execution rate, printed as text. */
static void raise_execution(const Document *document, size_t *all, size_t *seen) {
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].target_count; j++) {
      const Cell *cell =
          targets_subject(&document->annexes[i].targets[j], SUBJECT_EXECUTION_WEIGHT);
      if (!cell || cell->kind != CELL_TEXT)
        continue;
      Cell before = *cell;
      Str raised = STR_EMPTY;
      str_printf(&raised, "%d", atoi(cell->text) + 10);
      writable(cell)->text = raised.data;
      writable(cell)->length = (uint32_t)raised.length;
      ++*all;
      *seen += mismatches(document) > 0;
      *writable(cell) = before;
      str_free(&raised);
    }
}

static bool judge(const Document *document, size_t least) {
  Subjects subjects = {0};
  find_subjects(&subjects, document);
  size_t seen = 0, all = subjects.count;
  for (size_t i = 0; i < subjects.count; i++) {
    Cell before = *subjects.items[i].cell;
    raise_cell(&subjects.items[i]);
    bool caught = mismatches(document) > 0;
    *subjects.items[i].cell = before;
    seen += caught;
    if (!caught)
      tell_unseen(document, &subjects.items[i]);
  }
  raise_execution(document, &all, &seen);
  vec_free(&subjects);
  printf("# %zu of %zu are caught\n", seen, all);
  return all > 0 && seen * 100 >= all * least;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  Document *document = read_document(argv[1]);
  puts("1..2");
  if (!document) {
    puts("Bail out! the document cannot be read");
    return 1;
  }
  size_t before = mismatches(document);
  printf("%sok 1 - the document has no mismatch of its own\n", before ? "not " : "");
  bool enough = judge(document, (size_t)atoi(argv[2]));
  printf("%sok 2 - at least %s %% of the raised figures are caught\n", enough ? "" : "not ",
         argv[2]);
  document_free(document);
  return before || !enough;
}
