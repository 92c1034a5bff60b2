#include "import/lines.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "import/words.h"
#include "text/utf8.h"

/* The pieces of a line with a space between them, mended. */
static const char *line_text(Work *work, const StreamItem *item) {
  const StreamRow *row = work_row(work, item, 0);
  if (row->cell_count == 1)
    return work_mended(work, work_cell(work, row, 0)->text);
  Str whole = STR_EMPTY;
  for (size_t i = 0; i < row->cell_count; i++) {
    str_add_text(&whole, i ? " " : "");
    str_add_text(&whole, work_cell(work, row, i)->text);
  }
  const char *text = work_mended(work, whole.data);
  str_free(&whole);
  return text;
}

void lines_open(Work *work) {
  const Stream *stream = work->stream;
  vec_reserve(&work->lines, stream->items.count);
  for (size_t i = 0; i < stream->items.count; i++) {
    const StreamItem *item = &stream->items.items[i];
    Line line = {.item = item, .text = "", .folded = ""};
    if (item->kind == STREAM_LINE) {
      line.text = line_text(work, item);
      line.folded = work_folded(work, line.text);
      line.flags = work_row(work, item, 0)->flags;
    }
    vec_push(&work->lines, line);
  }
}

void lines_close(Work *work) { vec_free(&work->lines); }

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

static bool is_edge(const Work *work, size_t index) {
  uint32_t page = work->lines.items[index].item->page;
  return !index || index + 1 == work->lines.count ||
         work->lines.items[index - 1].item->page != page ||
         work->lines.items[index + 1].item->page != page;
}

static void drop_page_numbers(Work *work) {
  bool paged = work->stream->page > 1;
  for (size_t i = 0; i < work->lines.count; i++) {
    Line *line = &work->lines.items[i];
    if (!line_is_table(line) && is_page_number(line->folded, paged && is_edge(work, i)))
      work_leave_line(work, line, N_("page number"), false);
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

static void drop_heads(Work *work, const Heads *heads) {
  enum { PAGES_LEAST = 3 };
  for (size_t from = 0, to; from < heads->count; from = to) {
    size_t pages = 1;
    for (to = from + 1; to < heads->count; to++) {
      if (strcmp(heads->items[to].text, heads->items[from].text))
        break;
      pages += heads->items[to].page != heads->items[to - 1].page;
    }
    if (pages < PAGES_LEAST || pages < work->stream->page / 2)
      continue;
    for (size_t i = from; i < to; i++)
      work_leave_line(work, &work->lines.items[heads->items[i].line], N_("running head"), false);
  }
}

/* Heads stand on more than half of the pages; the title of a table that goes on does not count. */
static void drop_running_heads(Work *work) {
  Heads heads = {0};
  for (size_t i = 0; i < work->lines.count; i++) {
    const Line *line = &work->lines.items[i];
    if (!line_is_table(line) && line->use == LINE_TEXT && is_edge(work, i) &&
        !words_names_table(line->folded))
      vec_push(&heads, (Head){without_digits(line->folded), i, line->item->page});
  }
  if (heads.count)
    qsort(heads.items, heads.count, sizeof *heads.items, compare_heads);
  drop_heads(work, &heads);
  for (size_t i = 0; i < heads.count; i++)
    memory_free(heads.items[i].text);
  vec_free(&heads);
}

void lines_drop_running(Work *work) {
  drop_page_numbers(work);
  if (work->stream->page > 2)
    drop_running_heads(work);
}

/* ------------------------------------------------------------------ table of contents */

typedef struct {
  const char *name; /* folded, without number, leaders and page */
  size_t line;
} Entry;

typedef VEC(Entry) Entries;

static const char *bare_name(Work *work, const char *text) {
  const char *folded = work_folded(work, text + words_numbering(text).bytes);
  size_t length = strlen(folded);
  while (length && (isdigit((unsigned char)folded[length - 1]) || folded[length - 1] == '.'))
    length--;
  while (length >= 3 && !memcmp(folded + length - 3, "…", 3))
    length -= 3;
  return arena_text(work->arena, folded, length ? length : strlen(folded));
}

static bool known(const Entries *entries, const char *name) {
  for (size_t i = 0; i < entries->count; i++)
    if (!strcmp(entries->items[i].name, name))
      return true;
  return false;
}

/* The entries below the line 目录: short lines that end as no sentence does, until one of them
 * stands again, which is the heading it names. */
static size_t collect_entries(Work *work, size_t first, Entries *entries) {
  enum { ENTRY_MOST = 80, ENTRIES_MOST = 300 };
  size_t i = first;
  for (; i < work->lines.count && entries->count < ENTRIES_MOST; i++) {
    const Line *line = &work->lines.items[i];
    if (line->use == LINE_DONE && !line_is_table(line) && entries->count)
      continue;
    const char *name = bare_name(work, line->text);
    if (line->use != LINE_TEXT || line_is_table(line) || words_ends_sentence(name) ||
        utf8_count(line->folded, strlen(line->folded)) > ENTRY_MOST || known(entries, name))
      break;
    vec_push(entries, (Entry){name, i});
  }
  return i;
}

static void name_headings(Work *work, size_t from, const Entries *entries) {
  for (size_t i = from; i < work->lines.count; i++) {
    Line *line = &work->lines.items[i];
    if (line->use == LINE_TEXT && !line_is_table(line))
      line->heading = known(entries, bare_name(work, line->text));
  }
}

void lines_drop_contents(Work *work) {
  size_t first = 0;
  while (first < work->lines.count && strcmp(work->lines.items[first].folded, "目录"))
    first++;
  if (first == work->lines.count)
    return;
  Entries entries = {0};
  size_t end = collect_entries(work, first + 1, &entries);
  name_headings(work, end, &entries);
  work_leave_line(work, &work->lines.items[first], N_("table of contents"), false);
  for (size_t i = 0; i < entries.count; i++) {
    Line *line = &work->lines.items[entries.items[i].line];
    if (words_names_table(entries.items[i].name))
      line->use = LINE_LISTED;
    else
      work_leave_line(work, line, N_("table of contents"), false);
  }
  vec_free(&entries);
}
