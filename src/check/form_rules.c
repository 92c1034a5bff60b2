/* What should be there, and how it should be printed: annexes, units, years, headings. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/rules.h"
#include "check/run.h"
#include "model/targets.h"

/* ------------------------------------------------------------------ presence */

void find_absent(CheckRun *run, const CheckRule *rule) {
  const Document *document = run->document;
  for (size_t i = 0; i < document->annex_count; i++)
    if (!document->annexes[i].included)
      run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                    .place = place_of_annex((uint32_t)i),
                                    .other = place_none,
                                    .quote = document->annexes[i].title});
}

static bool holds_words(const char *text) { return text && *text; }

void find_empty(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i < run->sheet_count; i++) {
    const Sheet *sheet = &run->sheets[i];
    if (sheet->table_index)
      continue;
    bool filled = false, money = false;
    for (size_t j = 0; j < sheet->annex->table_count; j++) {
      filled = filled || sheet[j].filled;
      money = money || sheet[j].money_count;
    }
    if (money && !filled && !holds_words(sheet->annex->note))
      run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                    .place = place_of_annex(sheet->annex_index),
                                    .other = place_none,
                                    .quote = sheet->annex->title});
  }
}

void find_units(CheckRun *run, const CheckRule *rule) {
  const Document *document = run->document;
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    if (annex->included && !annex->unit_printed && (annex->table_count || annex->target_count))
      run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                    .place = place_of_annex((uint32_t)i),
                                    .other = place_none,
                                    .quote = annex->title,
                                    .expected = unit_name(annex->unit)});
  }
}

/* ------------------------------------------------------------------ years */

enum { YEAR_DIGITS = 4, YEAR_FIRST = 1949, YEAR_LAST = 2999 };

/* The next year (four digits before 年, spaces between them) from *at on; 0: there is none. */
static int next_year(const char *text, size_t *at) {
  while (text[*at]) {
    size_t digits = strspn(text + *at, "0123456789");
    if (!digits) {
      ++*at;
      continue;
    }
    size_t start = *at;
    *at += digits;
    size_t spaces = strspn(text + *at, " ");
    int year = digits == YEAR_DIGITS ? (int)strtol(text + start, NULL, 10) : 0;
    if (year >= YEAR_FIRST && year <= YEAR_LAST &&
        !strncmp(text + *at + spaces, "年", strlen("年")))
      return year;
  }
  return 0;
}

static void judge_title(CheckRun *run, const CheckRule *rule, const char *title, Place place) {
  int year;
  size_t at = 0;
  if (!title)
    return;
  while ((year = next_year(title, &at)) != 0)
    if (year != run->document->year) {
      run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                    .place = place,
                                    .other = place_none,
                                    .quote = title});
      return;
    }
}

/* Whether headings name years, and which of them: the document's own, another one. */
typedef struct {
  bool own;
  const char *other;
} Years;

static void look_at_headings(const Column *columns, size_t count, int own, Years *years) {
  for (size_t i = 0; i < count; i++) {
    size_t at = 0;
    int year = next_year(columns[i].title, &at);
    if (year == own)
      years->own = true;
    else if (year && !years->other)
      years->other = columns[i].title;
    look_at_headings(columns[i].columns, columns[i].column_count, own, years);
  }
}

/* The year before may stand beside the document's own, or in a column of its own kind; alone, it
 * was left standing. */
static void judge_headings(CheckRun *run, const CheckRule *rule, const Sheet *sheet) {
  Years years = {0};
  look_at_headings(sheet->table->columns, sheet->table->column_count, run->document->year, &years);
  if (years.other && !years.own && table_leaf(sheet->table, ROLE_PREVIOUS_YEAR) < 0)
    run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                  .place = place_of_annex(sheet->annex_index),
                                  .other = place_none,
                                  .quote = years.other});
}

static void judge_budget_year(CheckRun *run, const CheckRule *rule, const Targets *targets,
                              Place place) {
  const Cell *cell = targets_subject(targets, SUBJECT_BUDGET_YEAR);
  if (!cell || cell->kind != CELL_TEXT || strspn(cell->text, "0123456789") != YEAR_DIGITS)
    return;
  if ((int)strtol(cell->text, NULL, 10) != run->document->year)
    run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                  .place = place,
                                  .other = place_none,
                                  .quote = cell->text});
}

void find_years(CheckRun *run, const CheckRule *rule) {
  const Document *document = run->document;
  judge_title(run, rule, document->title, place_none);
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    Place place = place_of_annex((uint32_t)i);
    judge_title(run, rule, annex->title, place);
    judge_title(run, rule, annex->subtitle, place);
    judge_title(run, rule, annex->listed_as, place);
    for (size_t j = 0; j < annex->target_count; j++)
      judge_budget_year(run, rule, &annex->targets[j], place_of_target((uint32_t)i, j, 0));
  }
  for (size_t i = 0; i < run->sheet_count; i++)
    judge_headings(run, rule, &run->sheets[i]);
}

/* ------------------------------------------------------------------ headings of another
 * classification */

static bool names(const char *title, const char *which) {
  return title && strstr(title, which) && strstr(title, "经济") && strstr(title, "科目");
}

static const char *find_heading(const Column *columns, size_t count, const char *which) {
  for (size_t i = 0; i < count; i++) {
    if (names(columns[i].title, which))
      return columns[i].title;
    const char *inner = find_heading(columns[i].columns, columns[i].column_count, which);
    if (inner)
      return inner;
  }
  return NULL;
}

/* The classification that the first account tells: 3xx departmental, 5xx governmental. */
static Classification held_classification(const Sheet *sheet) {
  Classification found = CLASSIFICATION_NONE;
  Str room = STR_EMPTY;
  for (size_t i = 0; i < sheet->table->row_count && found == CLASSIFICATION_NONE; i++) {
    RowCode code = row_code(&sheet->codes, &sheet->table->rows[i], &room);
    if (code.length)
      found = code.text[0] == '3'   ? CLASSIFICATION_DEPARTMENT_ECONOMIC
              : code.text[0] == '5' ? CLASSIFICATION_GOVERNMENT_ECONOMIC
                                    : CLASSIFICATION_FUNCTIONAL;
  }
  str_free(&room);
  return found;
}

void find_headings(CheckRun *run, const CheckRule *rule) {
  static const struct {
    Classification held;
    const char *wrong;
  } slips[] = {{CLASSIFICATION_DEPARTMENT_ECONOMIC, "政府预算"},
               {CLASSIFICATION_GOVERNMENT_ECONOMIC, "部门预算"}};
  for (size_t i = 0; i < run->sheet_count; i++) {
    const Sheet *sheet = &run->sheets[i];
    Classification held = sheet->tree ? held_classification(sheet) : CLASSIFICATION_NONE;
    for (size_t j = 0; j < sizeof slips / sizeof *slips; j++) {
      if (held != slips[j].held)
        continue;
      const char *heading =
          find_heading(sheet->table->columns, sheet->table->column_count, slips[j].wrong);
      if (!heading && names(sheet->annex->subtitle, slips[j].wrong))
        heading = sheet->annex->subtitle;
      if (heading)
        run_find(run, rule, (Finding){.outcome = CHECK_WARNING,
                                      .place = place_of_annex(sheet->annex_index),
                                      .other = place_none,
                                      .quote = heading,
                                      .expected = classification_words.words[held].meaning});
    }
  }
}
