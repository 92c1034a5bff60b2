#include "view/files.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "model/summary.h"
#include "view/amount.h"

/* ------------------------------------------------------------------ entries */

void files_open(Files *files, const char *const *names, size_t count) {
  *files = (Files){.session = {.unit = -1, .message = STR_EMPTY}, .window = {.height = 1}};
  files->order = memory_zero(count + 1, sizeof *files->order);
  for (size_t i = 0; i < count; i++) {
    vec_push(&files->entries, (FileEntry){.file = names[i]});
    files->order[i] = (uint32_t)i;
  }
  window_set_count(&files->window, count);
}

static void empty(FileEntry *entry) {
  memory_free(entry->office);
  memory_free(entry->fault);
  *entry = (FileEntry){.file = entry->file};
}

static void end_search(Files *files) {
  if (files->searched)
    term_close(&files->term);
  files->searched = files->highlight = false;
}

void files_close(Files *files) {
  for (size_t i = 0; i < files->entries.count; i++)
    empty(&files->entries.items[i]);
  end_search(files);
  vec_free(&files->entries);
  memory_free(files->order);
  str_free(&files->session.message);
}

static FileEntry *entry_at(const Files *files, size_t line) {
  return &files->entries.items[files->order[line]];
}

FileEntry *files_selected(const Files *files) {
  return files->window.count > 0 ? entry_at(files, files->window.cursor) : NULL;
}

FileEntry *files_beside(const Files *files, size_t *line, int step) {
  size_t at = *line + (size_t)step; /* before the first it is beyond the last */
  while (at < files->window.count && entry_at(files, at)->state == FILE_FAULTY)
    at += (size_t)step;
  if (at >= files->window.count)
    return NULL;
  *line = at;
  return entry_at(files, at);
}

void files_select(Files *files, const FileEntry *entry) {
  for (size_t i = 0; i < files->window.count; i++)
    if (entry_at(files, i) == entry)
      window_move(&files->window, i);
}

FileEntry *files_waiting(Files *files) {
  for (; files->read < files->entries.count; files->read++)
    if (files->entries.items[files->read].state == FILE_WAITING)
      return &files->entries.items[files->read];
  return NULL;
}

size_t files_read(const Files *files) {
  size_t count = files->entries.count;
  for (size_t i = 0; i < files->entries.count; i++)
    count -= files->entries.items[i].state == FILE_WAITING;
  return count;
}

const char *files_name(const FileEntry *entry) {
  const char *slash = strrchr(entry->file, '/');
  return slash != NULL && slash[1] != '\0' ? slash + 1 : entry->file;
}

/* ------------------------------------------------------------------ order */

static int compare_totals(const FileEntry *a, const FileEntry *b, int which) {
  if (!a->has_total[which] || !b->has_total[which])
    return a->has_total[which] - b->has_total[which];
  int64_t left = a->totals[which].money.fen, right = b->totals[which].money.fen;
  return (left > right) - (left < right);
}

static int by_office(const FileEntry *a, const FileEntry *b) {
  return strcmp(a->office, b->office);
}
static int by_year(const FileEntry *a, const FileEntry *b) { return a->year - b->year; }
static int by_stage(const FileEntry *a, const FileEntry *b) {
  return (int)a->stage - (int)b->stage;
}
static int by_income(const FileEntry *a, const FileEntry *b) {
  return compare_totals(a, b, FILE_INCOME);
}
static int by_expenditure(const FileEntry *a, const FileEntry *b) {
  return compare_totals(a, b, FILE_EXPENDITURE);
}
static int by_checks(const FileEntry *a, const FileEntry *b) {
  if (a->mismatches != b->mismatches)
    return a->mismatches > b->mismatches ? 1 : -1;
  return (a->rounding > b->rounding) - (a->rounding < b->rounding);
}
static int by_file(const FileEntry *a, const FileEntry *b) {
  return strcmp(files_name(a), files_name(b));
}

typedef int Compare(const FileEntry *a, const FileEntry *b);
static Compare *const comparisons[FILES_COLUMNS] = {
    [FILES_OFFICE] = by_office, [FILES_YEAR] = by_year,     [FILES_STAGE] = by_stage,
    [FILES_INCOME] = by_income, [FILES_EXPENDITURE] = by_expenditure,
    [FILES_CHECKS] = by_checks, [FILES_FILE] = by_file,
};

typedef struct {
  const FileEntry *entry;
  Compare *compare;
  int direction;
  uint32_t index;
} Sorted;

/* Those that have no figures stand last; equal ones as given. */
static int compare_sorted(const void *a, const void *b) {
  const Sorted *left = a, *right = b;
  bool good = left->entry->state == FILE_GOOD;
  int order = (right->entry->state == FILE_GOOD) - good;
  if (order == 0 && (good || left->compare == by_file))
    order = left->direction * left->compare(left->entry, right->entry);
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

/* The cursor stays on its entry. */
static void sort(Files *files) {
  size_t count = files->entries.count;
  if (count == 0)
    return;
  uint32_t selected = files->order[files->window.cursor];
  Sorted *sorted = memory_zero(count, sizeof *sorted);
  for (size_t i = 0; i < count; i++)
    sorted[i] = (Sorted){&files->entries.items[i], comparisons[files->sorted], files->direction,
                         (uint32_t)i};
  if (files->direction != 0)
    qsort(sorted, count, sizeof *sorted, compare_sorted);
  for (size_t i = 0; i < count; i++) {
    files->order[i] = sorted[i].index;
    if (sorted[i].index == selected)
      window_move(&files->window, i);
  }
  memory_free(sorted);
}

void files_sort(Files *files, FilesColumn column, int direction) {
  if (files->layout.width[column] > 0)
    files->column = column;
  files->sorted = column;
  files->direction = direction;
  sort(files);
}

static void sort_by(Files *files, FilesColumn column) {
  static const int next[] = {[0] = 1, [1] = -1, [2] = 0};
  int step = files->direction == 0 ? 0 : files->direction > 0 ? 1 : 2;
  files_sort(files, column, files->sorted == column ? next[step] : 1);
}

/* ------------------------------------------------------------------ filling in */

static void fill_totals(FileEntry *entry, const Document *document) {
  Summary summary;
  summary_open(&summary, document);
  for (int which = 0; which < FILE_TOTALS; which++) {
    const SummaryLine *line = summary_total(&summary, which == FILE_INCOME);
    entry->has_total[which] = line != NULL && line->kind == CELL_MONEY;
    if (entry->has_total[which])
      entry->totals[which] = line->figure;
  }
  summary_close(&summary);
}

void files_fill(Files *files, FileEntry *entry, const Document *document, const Checks *checks) {
  const char *office = document_office(document);
  empty(entry);
  entry->state = FILE_GOOD;
  entry->office = memory_copy(office, strlen(office));
  entry->year = document->year;
  entry->stage = document->stage;
  fill_totals(entry, document);
  if (checks != NULL) {
    entry->checked = true;
    entry->rounding = checks->totals[CHECK_ROUNDING];
    entry->mismatches = checks->totals[CHECK_MISMATCH];
  }
  sort(files);
}

void files_fill_fault(Files *files, FileEntry *entry, const char *fault, uint32_t at) {
  empty(entry);
  entry->state = FILE_FAULTY;
  entry->fault = memory_copy(fault, strlen(fault));
  entry->fault_at = at;
  sort(files);
}

void files_stop(Files *files) {
  for (size_t i = 0; i < files->entries.count; i++)
    if (files->entries.items[i].state == FILE_WAITING)
      files->entries.items[i].state = FILE_STOPPED;
}

void files_again(Files *files, FileEntry *entry) {
  size_t index = (size_t)(entry - files->entries.items);
  entry->state = FILE_WAITING;
  files->read = index < files->read ? index : files->read;
}

/* ------------------------------------------------------------------ searching */

/* Whether the line holds what is searched for. */
static bool holds(const Files *files, size_t line) {
  Str text = STR_EMPTY;
  for (int column = 0; column < FILES_COLUMNS; column++) {
    files_write(files, entry_at(files, line), (FilesColumn)column, &text);
    str_add_char(&text, '\n');
  }
  const char *fault = entry_at(files, line)->fault;
  str_add_text(&text, fault != NULL ? fault : "");
  bool found = term_in_text(&files->term, text.data);
  str_free(&text);
  return found;
}

bool files_search(Files *files, const char *text, size_t from) {
  Str error = STR_EMPTY;
  size_t count = files->window.count;
  end_search(files);
  files->searched = files->highlight =
      term_open(&files->term, text, strlen(text), TERM_PINYIN, NULL, &error);
  str_free(&error);
  for (size_t i = 0; i < count && files->searched; i++)
    if (holds(files, (from + i) % count)) {
      window_move(&files->window, (from + i) % count);
      return true;
    }
  window_move(&files->window, from);
  return !files->searched;
}

/* The next line, or the one before, that holds what was searched for; says so. */
static void find_next(Files *files, bool backwards) {
  size_t count = files->window.count, from = files->window.cursor;
  if (!files->searched) {
    session_say(&files->session, "%s", _("nothing searched for yet"));
    return;
  }
  files->highlight = true;
  for (size_t i = 1; i <= count; i++) {
    size_t line = backwards ? (from + count - i) % count : (from + i) % count;
    if (!holds(files, line))
      continue;
    window_move(&files->window, line);
    if (backwards ? line >= from : line <= from)
      session_say(&files->session, "%s", backwards ? _("search goes on from the end")
                           : _("search goes on from the beginning"));
    return;
  }
  session_say(&files->session, "%s", _("nothing found"));
}

/* ------------------------------------------------------------------ acting */

/* To the next column that is shown. */
static Outcome choose_column(Files *files, int step) {
  for (int column = (int)files->column + step; column >= 0 && column < FILES_COLUMNS;
       column += step)
    if (files->layout.width[column] > 0) {
      files->column = (FilesColumn)column;
      break;
    }
  return OUTCOME_DONE;
}

Outcome files_act(Files *files, Action action) {
  switch (action) {
  case ACTION_LEFT: return choose_column(files, -1);
  case ACTION_RIGHT: return choose_column(files, 1);
  case ACTION_SORT: sort_by(files, files->column); return OUTCOME_DONE;
  case ACTION_NEXT:
  case ACTION_PREVIOUS: find_next(files, action == ACTION_PREVIOUS); return OUTCOME_DONE;
  case ACTION_CANCEL: files->highlight = false; return OUTCOME_DONE;
  case ACTION_LEAVE: return OUTCOME_LEAVE;
  default: return window_act(&files->window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
  }
}

static void click_heading(Files *files, int at) {
  for (int column = 0; column < FILES_COLUMNS; column++)
    if (files->layout.width[column] > 0 && at >= files->layout.left[column] &&
        at < files->layout.left[column] + files->layout.width[column])
      sort_by(files, (FilesColumn)column);
}

bool files_click(Files *files, int row, int column) {
  if (area_holds(files->header, row, column))
    click_heading(files, column - files->header.left);
  return area_holds(files->body, row, column) &&
         window_click(&files->window, row - files->body.top);
}
