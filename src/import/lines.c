#include "import/lines.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/limits.h"
#include "import/words.h"
#include "text/utf8.h"

/* The pieces of a line with a space between them, mended. */
static const char *line_text(Job *job, const StreamItem *item) {
  const StreamRow *row = job_row(job, item, 0);
  if (row->cell_count == 1)
    return job_mended(job, job_cell(job, row, 0)->text);
  Str whole = STR_EMPTY;
  for (size_t i = 0; i < row->cell_count; i++) {
    str_add_text(&whole, i ? " " : "");
    str_add_text(&whole, job_cell(job, row, i)->text);
  }
  const char *text = job_mended(job, whole.data);
  str_free(&whole);
  return text;
}

void lines_open(Job *job) {
  const Stream *stream = job->stream;
  vec_reserve(&job->lines, stream->items.count);
  for (size_t i = 0; i < stream->items.count; i++) {
    const StreamItem *item = &stream->items.items[i];
    Line line = {.item = item, .text = "", .folded = ""};
    if (item->kind == STREAM_LINE) {
      line.text = line_text(job, item);
      line.folded = job_folded(job, line.text);
      line.flags = job_row(job, item, 0)->flags;
    }
    vec_push(&job->lines, line);
  }
}

void lines_close(Job *job) { vec_free(&job->lines); }

/* ------------------------------------------------------------- page numbers and heads */

/* 3, -3-, 第3页, 第3页共12页, 3/12: digits with nothing but what page numbers are printed with. */
static bool is_page_number(const char *folded, bool at_edge) {
  static const char *const around[] = {"-", "–", "—", "第", "页", "共", "/", "·", "."};
  size_t digits = 0, signs = 0;
  for (const char *at = folded; *at;) {
    if (isdigit((unsigned char)*at)) {
      digits++;
      at++;
      continue;
    }
    size_t taken = 0;
    for (size_t i = 0; i < sizeof around / sizeof *around && !taken; i++)
      if (!strncmp(at, around[i], strlen(around[i])))
        taken = strlen(around[i]);
    if (!taken)
      return false;
    at += taken;
    signs++;
  }
  return digits && digits <= 8 && (at_edge ? digits <= 4 || signs : signs >= 2);
}

/* Whether nothing of the page that is not done with stands between a line and the page's edge. */
static bool reaches_edge(const Job *job, size_t index, bool down) {
  uint32_t page = job->lines.items[index].item->page;
  for (size_t i = down ? index + 1 : index - 1; i < job->lines.count; i += down ? 1 : SIZE_MAX) {
    const Line *line = &job->lines.items[i];
    if (line->item->page != page)
      return true;
    if (line->use != LINE_DONE)
      return false;
  }
  return true;
}

static bool is_edge(const Job *job, size_t index) {
  return reaches_edge(job, index, false) || reaches_edge(job, index, true);
}

static void drop_page_numbers(Job *job) {
  bool paged = job->stream->page > 1;
  for (size_t i = 0; i < job->lines.count; i++) {
    Line *line = &job->lines.items[i];
    if (!line_is_table(line) && line->use == LINE_TEXT &&
        is_page_number(line->folded, paged && is_edge(job, i)))
      job_leave_line(job, line, N_("page number"), false);
  }
}

/* A line at the edge of a page, without its digits. */
typedef struct {
  char *text;
  size_t line;
  uint32_t page;
} Head;

typedef VEC(Head) Heads;

static char *without_digits(const char *folded) {
  Str text = STR_EMPTY;
  for (; *folded; folded++)
    if (!isdigit((unsigned char)*folded))
      str_add_char(&text, *folded);
  return str_take(&text);
}

static int compare_heads(const void *left, const void *right) {
  const Head *a = left, *b = right;
  int order = strcmp(a->text, b->text);
  return order ? order : (a->line > b->line) - (a->line < b->line);
}

static void drop_heads(Job *job, const Heads *heads) {
  enum { PAGES_LEAST = 3 };
  for (size_t from = 0, to; from < heads->count; from = to) {
    size_t pages = 1;
    for (to = from + 1; to < heads->count; to++) {
      if (strcmp(heads->items[to].text, heads->items[from].text))
        break;
      pages += heads->items[to].page != heads->items[to - 1].page;
    }
    if (pages < PAGES_LEAST || pages < job->stream->page / 2)
      continue;
    for (size_t i = from; i < to; i++)
      job_leave_line(job, &job->lines.items[heads->items[i].line], N_("running head"), false);
  }
}

/* Heads stand on more than half of the pages; the title of a table that goes on does not count. */
static void drop_running_heads(Job *job) {
  Heads heads = {0};
  for (size_t i = 0; i < job->lines.count; i++) {
    const Line *line = &job->lines.items[i];
    if (!line_is_table(line) && line->use == LINE_TEXT && is_edge(job, i) &&
        !words_names_table(line->folded))
      vec_push(&heads, (Head){without_digits(line->folded), i, line->item->page});
  }
  if (heads.count)
    qsort(heads.items, heads.count, sizeof *heads.items, compare_heads);
  drop_heads(job, &heads);
  for (size_t i = 0; i < heads.count; i++)
    memory_free(heads.items[i].text);
  vec_free(&heads);
}

void lines_drop_running(Job *job) {
  drop_page_numbers(job);
  if (job->stream->page <= 2)
    return;
  drop_running_heads(job);
  drop_page_numbers(job); /* those that stand within the heads */
}

/* ------------------------------------------------------------------ table of contents */

typedef struct {
  const char *name; /* folded, without number, leaders and page */
  size_t line;
} Entry;

typedef VEC(Entry) Entries;

enum { TAIL_LEAST = 12 /* bytes that are more than a number before an entry */ };

static const char *bare_name(Job *job, const char *text) {
  const char *folded = job_folded(job, text + words_numbering(text).bytes);
  size_t length = strlen(folded);
  while (length && (isdigit((unsigned char)folded[length - 1]) || folded[length - 1] == '.'))
    length--;
  while (length >= 3 && !memcmp(folded + length - 3, "…", 3))
    length -= 3;
  return arena_text(job->arena, folded, length ? length : strlen(folded));
}

static bool known(const Entries *entries, const char *name) {
  for (size_t i = 0; i < entries->count; i++)
    if (!strcmp(entries->items[i].name, name))
      return true;
  return false;
}

/* Whether a line is no entry any more: a sentence, one that stands there already, which is the
 * heading that it names, or the title of a page of its own. */
static bool ends_contents(const Job *job, const Line *line, const char *name,
                          const Entries *entries) {
  enum { ENTRY_MOST = 60 };
  if (line->use != LINE_TEXT || line_is_table(line) || words_ends_sentence(name) ||
      utf8_count(name, strlen(name)) > ENTRY_MOST || known(entries, name))
    return true;
  if (!entries->count)
    return false;
  const Line *first = &job->lines.items[entries->items[0].line];
  bool leader = strlen(first->folded) > strlen(entries->items[0].name) + TAIL_LEAST;
  bool tail = strlen(line->folded) > strlen(name) + TAIL_LEAST;
  return (leader && !tail) ||
         (line->flags & STREAM_CENTRED && line->item->page != first->item->page);
}

/* The entries below the line 目录. */
static size_t collect_entries(Job *job, size_t first, Entries *entries) {
  size_t i = first;
  for (; i < job->lines.count && entries->count < LIMIT_IMPORT_LISTED; i++) {
    const Line *line = &job->lines.items[i];
    if (line->use == LINE_DONE && !line_is_table(line) && entries->count)
      continue;
    const char *name = bare_name(job, line->text);
    if (ends_contents(job, line, name, entries))
      break;
    vec_push(entries, (Entry){name, i});
  }
  return i;
}

static void name_headings(Job *job, size_t from, const Entries *entries) {
  for (size_t i = from; i < job->lines.count; i++) {
    Line *line = &job->lines.items[i];
    if (line->use == LINE_TEXT && !line_is_table(line))
      line->heading = known(entries, bare_name(job, line->text));
  }
}

/* A table of contents whose page numbers stand behind tabs: rows that end in a number. */
static bool is_contents_table(const Job *job, const StreamItem *item) {
  for (size_t r = 0; r < item->row_count; r++) {
    const StreamRow *row = job_row(job, item, r);
    size_t count = row->cell_count;
    if (count && (count != 2 || !words_ordinal(job_cell(job, row, 1)->text)))
      return false;
  }
  return item->kind == STREAM_TABLE && item->row_count > 1;
}

static void drop_contents_table(Job *job, size_t index, Entries *entries) {
  const StreamItem *item = job->lines.items[index].item;
  for (size_t r = 0; r < item->row_count; r++) {
    const StreamRow *row = job_row(job, item, r);
    if (row->cell_count)
      vec_push(entries, (Entry){bare_name(job, job_cell(job, row, 0)->text), index});
    job_leave_row(job, row, N_("table of contents"), false);
  }
  job->lines.items[index].use = LINE_DONE;
  name_headings(job, index + 1, entries);
}

void lines_drop_contents(Job *job) {
  size_t first = 0;
  while (first < job->lines.count && strcmp(job->lines.items[first].folded, "目录"))
    first++;
  if (first == job->lines.count)
    return;
  Entries entries = {0};
  if (first + 1 < job->lines.count && job->lines.items[first + 1].use == LINE_TEXT &&
      is_contents_table(job, job->lines.items[first + 1].item)) {
    job_leave_line(job, &job->lines.items[first], N_("table of contents"), false);
    drop_contents_table(job, first + 1, &entries);
    vec_free(&entries);
    return;
  }
  size_t end = collect_entries(job, first + 1, &entries);
  name_headings(job, end, &entries);
  job_leave_line(job, &job->lines.items[first], N_("table of contents"), false);
  for (size_t i = 0; i < entries.count; i++) {
    Line *line = &job->lines.items[entries.items[i].line];
    if (words_names_table(entries.items[i].name) &&
        words_numbering(line->text).form != NUMBER_PART)
      line->use = LINE_LISTED;
    else
      job_leave_line(job, line, N_("table of contents"), false);
  }
  vec_free(&entries);
}
