#include "import/understand.h"

#include <string.h>

#include "base/i18n.h"
#include "import/body.h"
#include "import/facts.h"
#include "import/form.h"
#include "import/lines.h"
#include "import/plan.h"
#include "import/narrative.h"
#include "import/words.h"
#include "model/build.h"
#include "text/fold.h"

/* ----------------------------------------------------------------------------- units */

/* The unit that most tables print. */
static Unit main_unit(const Sheets *sheets) {
  size_t counts[UNIT_COUNT] = {0};
  for (size_t i = 0; i < sheets->list.count; i++)
    if (sheets->list.items[i].unit_printed)
      counts[sheets->list.items[i].unit]++;
  Unit unit = UNIT_WAN;
  for (int i = 0; i < UNIT_COUNT; i++)
    if (counts[i] > counts[unit])
      unit = (Unit)i;
  return unit;
}

static Money largest_amount(const Document *document) {
  Money largest = {0};
  for (size_t a = 0; a < document->annex_count; a++)
    for (size_t t = 0; t < document->annexes[a].table_count; t++) {
      const Table *table = &document->annexes[a].tables[t];
      for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->leaf_count; c++) {
          const Cell *cell = &table->rows[r].cells[c];
          if (cell->kind == CELL_MONEY && money_compare(cell->money, largest) > 0)
            largest = cell->money;
        }
    }
  return largest;
}

/* Targets that print no unit have that of the document, unless their funds would then be more than
 * all the tables together tell: then they are in 元. */
static Unit form_unit_by_size(Job *job, const Sheet *sheet) {
  Money all = largest_amount(job->document), own = form_largest(job, sheet);
  Money scaled = own;
  for (int i = unit_exponent(UNIT_YUAN); i < unit_exponent(job->document->unit); i++)
    if (__builtin_mul_overflow(scaled.fen, 10, &scaled.fen))
      return UNIT_YUAN;
  return all.fen && money_compare(scaled, all) > 0 ? UNIT_YUAN : job->document->unit;
}

/* ---------------------------------------------------------------------------- annexes */

static Classification classification_of_codes(const Annex *annex) {
  size_t counts[CLASSIFICATION_COUNT] = {0};
  for (size_t t = 0; t < annex->table_count; t++) {
    const Table *table = &annex->tables[t];
    for (size_t r = 0; r < table->row_count; r++) {
      char code[20];
      if (table_row_code(table, &table->rows[r], code, sizeof code) < 3)
        continue;
      Classification which = *code == '2'   ? CLASSIFICATION_FUNCTIONAL
                             : *code == '3' ? CLASSIFICATION_DEPARTMENT_ECONOMIC
                             : *code == '5' ? CLASSIFICATION_GOVERNMENT_ECONOMIC
                                            : CLASSIFICATION_NONE;
      counts[which]++;
    }
  }
  Classification best = CLASSIFICATION_NONE;
  for (int i = 1; i < CLASSIFICATION_COUNT; i++)
    if (counts[i] > (best ? counts[best] : 0))
      best = (Classification)i;
  return best;
}

static bool has_codes(const Annex *annex) {
  static const Role codes[] = {ROLE_CODE, ROLE_CODE_CLASS};
  return annex->table_count && table_leaf_among(&annex->tables[0], codes, 2) >= 0;
}

/* By the codes; a table with none by its headings and kind. */
static Classification classification_of(Job *job, const Annex *annex) {
  if (!has_codes(annex))
    return CLASSIFICATION_NONE;
  Classification found = classification_of_codes(annex);
  if (found)
    return found;
  Str text = STR_EMPTY;
  fold_text(&text, annex->title, strlen(annex->title));
  if (annex->subtitle)
    fold_text(&text, annex->subtitle, strlen(annex->subtitle));
  for (size_t c = 0; c < annex->tables[0].column_count; c++)
    fold_text(&text, annex->tables[0].columns[c].title, strlen(annex->tables[0].columns[c].title));
  found = aliases_classification(job->aliases, text.data);
  str_free(&text);
  return found || annex->kind == KIND_BASIC_EXPENDITURE ? found : CLASSIFICATION_FUNCTIONAL;
}

static void set_title(Job *job, const Planned *planned, Annex *annex) {
  const Sheet *sheet = planned->sheet;
  const char *title = sheet ? sheet->title : NULL;
  annex->number = planned->number;
  annex->title = title ? title : planned->listed ? planned->listed : "";
  if (sheet) {
    annex->subtitle = sheet->subtitle;
    annex->note = sheet->note;
  }
  if (title && planned->listed && strcmp(planned->folded, sheet->folded))
    annex->listed_as = planned->listed;
  Str whole = STR_EMPTY;
  fold_text(&whole, annex->title, strlen(annex->title));
  if (annex->subtitle)
    fold_text(&whole, annex->subtitle, strlen(annex->subtitle));
  annex->kind = aliases_kind(job->aliases, whole.data);
  str_free(&whole);
}

static void fill_targets(Job *job, const Planned *planned, Annex *annex) {
  const Sheet *sheet = planned->sheet;
  size_t count = 0;
  for (const Sheet *at = sheet; at; at = at->next)
    count++;
  if (!sheet->unit_printed) {
    annex->unit_printed = form_unit(job, sheet, &annex->unit);
    if (!annex->unit_printed)
      annex->unit = form_unit_by_size(job, sheet);
  }
  Targets *targets = arena_array(job->arena, count, sizeof *targets);
  for (const Sheet *at = sheet; at; at = at->next)
    form_build(job, at, annex->unit, &targets[annex->target_count++]);
  annex->targets = targets;
  if (annex->kind != KIND_DEPARTMENT_TARGETS)
    annex->kind = KIND_PROJECT_TARGETS;
}

static bool is_form(Job *job, const Planned *planned) {
  return planned->sheet && form_is(job, planned->sheet);
}

static void build_annex(Job *job, const Planned *planned, Annex *annex) {
  const Sheet *sheet = planned->sheet;
  set_title(job, planned, annex);
  annex->unit = job->document->unit;
  annex->unit_printed = true;
  annex->included = sheet != NULL;
  if (!sheet)
    return;
  annex->unit_printed = sheet->unit_printed;
  if (sheet->unit_printed)
    annex->unit = sheet->unit;
  const StreamItem *item = sheet->parts.items[0].item;
  if (job->stream->lines_known)
    annex->at = (Position){job_row(job, item, 0)->line, 1};
  if (is_form(job, planned))
    return; /* when the amounts of the tables are known */
  sheets_leave_subjects(job, sheet);
  annex->included = body_build(job, sheet, annex);
  annex->classification = classification_of(job, annex);
}

static void build_annexes(Job *job, const Plan *plan) {
  Document *document = job->document;
  Annex *annexes = arena_array(job->arena, plan->list.count, sizeof *annexes);
  document->annexes = annexes;
  document->annex_count = plan->list.count;
  for (size_t i = 0; i < plan->list.count; i++)
    build_annex(job, &plan->list.items[i], &annexes[i]);
  for (size_t i = 0; i < plan->list.count; i++)
    if (is_form(job, &plan->list.items[i]))
      fill_targets(job, &plan->list.items[i], &annexes[i]);
}

/* ------------------------------------------------------------------------------ whole */

static bool check(Job *job, Diagnostics *diagnostics) {
  const Document *document = job->document;
  if (!document->annex_count)
    diag_add(diagnostics, DIAG_ERROR, (Position){0},
             _("no table of a budget was found; expected tables with titles, such as 收支总表"));
  else if (!document->year)
    diag_add(diagnostics, DIAG_ERROR, (Position){0},
             _("no budget year was found; expected one in the title, such as 2023年"));
  return document->annex_count && document->year;
}

static void leave_producers(Job *job) {
  const Stream *stream = job->stream;
  for (size_t i = 0; i < stream->left.count; i++) {
    const StreamLeft *left = &stream->left.items[i];
    notes_add(job->notes, (Note){false, true, left->place, left->text, left->why});
  }
}

static void build(Job *job) {
  Sheets sheets;
  Plan plan;
  lines_open(job);
  lines_drop_running(job);
  sheets_open(job, &sheets);
  lines_drop_contents(job);
  plan_open(job, &sheets, &plan);
  sheets_take_notes(job, &sheets);
  facts_find(job, &sheets);
  job->document->unit = main_unit(&sheets);
  narrative_build(job);
  build_annexes(job, &plan);
  facts_complete(job);
  job_leave_rest(job);
  leave_producers(job);
  notes_sort(job->notes);
  plan_close(&plan);
  sheets_close(&sheets);
  lines_close(job);
}

Document *understand(const Stream *stream, const Limits *limits, const Aliases *aliases,
                     const char *name, Notes *notes, Diagnostics *diagnostics) {
  Document *document = document_new(name);
  Job job = {.stream = stream,
             .limits = limits,
               .aliases = aliases,
               .notes = notes,
               .document = document,
               .arena = document->arena};
  job.seen = memory_zero(stream->cells.count + 1, sizeof *job.seen);
  build(&job);
  memory_free(job.seen);
  if (!check(&job, diagnostics)) {
    document_free(document);
    return NULL;
  }
  document->imported = true;
  document->uncertain = notes->warnings;
  build_finish(document, diagnostics);
  return document;
}
