#include "import/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "import/form.h"
#include "import/lines.h"
#include "import/words.h"

/* -------------------------------------------------------------------- lines of the list */

/* The bytes before the number of an entry: a bullet, 附表：, 附件1： */
static size_t lead_bytes(const char *text) {
  static const char *const leads[] = {"- ", "-", "·", "•", "附表：", "附表:", "附件：", "附件:", " "};
  size_t bytes = 0;
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
    if (!strncmp(text + bytes, leads[i], strlen(leads[i])))
      bytes += strlen(leads[i]);
  return bytes;
}

/* The number and the title of an entry; false when the line is none. */
static bool read_entry(Job *job, const char *text, Planned *entry) {
  text += lead_bytes(text);
  Numbering numbering = words_numbering(text);
  const char *title = text + numbering.bytes;
  const char *rest = title;
  if (!numbering.form) {
    static const char *const words[] = {"附件", "附表", "表"};
    for (size_t i = 0; i < sizeof words / sizeof *words && rest == title; i++)
      if (!strncmp(text, words[i], strlen(words[i])))
        rest = text + strlen(words[i]);
    size_t digits = strspn(rest, "0123456789");
    if (rest == text || !digits || digits > 3)
      return false;
    numbering.ordinal = (int)strtol(rest, NULL, 10);
    title = rest + digits;
    static const char *const colons[] = {"：", ":", "、", ".", " "};
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++)
      if (!strncmp(title, colons[i], strlen(colons[i])))
        title += strlen(colons[i]);
  }
  const char *folded = job_folded(job, title);
  if (!words_names_table(folded) || !strcmp(folded, "表") || numbering.form == NUMBER_PART)
    return false;
  Str number = STR_EMPTY;
  str_printf(&number, "%d", numbering.ordinal);
  *entry = (Planned){.number = arena_text(job->arena, number.data, number.length),
                     .listed = job_title(job, title),
                     .folded = folded,
                     .form = numbering.form};
  str_free(&number);
  return true;
}

/* Without the dots and the page number of a table of contents. */
static const char *without_leader(Job *job, const char *text) {
  size_t length = strlen(text), end = length;
  while (end && (strchr("0123456789. ", text[end - 1])))
    end--;
  while (end >= 3 && !memcmp(text + end - 3, "…", 3))
    end -= 3;
  return end == length ? text : arena_text(job->arena, text, end);
}

static bool is_listed(Job *job, const Line *line, Planned *entry) {
  if (line->use != LINE_TEXT && line->use != LINE_LISTED)
    return false;
  return !line_is_table(line) && read_entry(job, without_leader(job, line->text), entry);
}

/* An entry above entries with numbers of a lower rank names them all, and is no table: 五、部门预算表
 * over 1., 2., … */
static void drop_groups(Plan *plan, size_t first) {
  size_t kept = first;
  for (size_t i = first; i < plan->list.count; i++) {
    bool last = i + 1 == plan->list.count;
    if (last || plan->list.items[i].form >= plan->list.items[i + 1].form)
      plan->list.items[kept++] = plan->list.items[i];
  }
  plan->list.count = kept;
}

/* Entries that the table of contents named, and runs of two lines and more elsewhere. */
static void take_entries(Job *job, Plan *plan) {
  size_t most = (size_t)limit_of(job->limits, LIMIT_IMPORT_TABLES);
  for (size_t i = 0, end; i < job->lines.count; i = end > i ? end : i + 1) {
    size_t first = plan->list.count;
    Planned entry;
    for (end = i; end < job->lines.count && plan->list.count < most &&
                  is_listed(job, &job->lines.items[end], &entry);
         end++)
      vec_push(&plan->list, entry);
    if (end - i == 1) {
      plan->list.count = first;
      if (job->lines.items[i].use == LINE_LISTED)
        job_leave_line(job, &job->lines.items[i], N_("table of contents"), false);
      continue;
    }
    drop_groups(plan, first);
    for (size_t j = i; j < end; j++)
      job_leave_line(job, &job->lines.items[j],
                      N_("list of annexes: told by their numbers and titles"), false);
  }
}

/* -------------------------------------------------------------------------- matching */

static bool same_without_brackets(const char *a, const char *b) {
  size_t length = words_without_bracket(a);
  return length == words_without_bracket(b) && !strncmp(a, b, length);
}

/* How surely a sheet is what an entry lists: by number and wording, by the whole title, by the
 * title, by the title without its bracket, by the wording of one within the other, by number
 * alone. */
enum { SURENESS = 6 };

static bool matches(const Planned *entry, const Sheet *sheet, int how) {
  enum { TELLING = 12 }; /* bytes of a wording that names a table */
  const char *listed = entry->folded, *title = sheet->folded;
  bool numbered = sheet->number && !strcmp(sheet->number, entry->number);
  bool within = strlen(title) > TELLING && (strstr(listed, title) || strstr(title, listed));
  switch (how) {
  case 0: return numbered && (within || same_without_brackets(listed, title));
  case 1: return *title && !strcmp(listed, sheet->folded_whole);
  case 2: return *title && !strcmp(listed, title);
  case 3: return *title && same_without_brackets(listed, title);
  case 4: return within;
  default: return numbered;
  }
}

static void match(Sheets *sheets, Plan *plan) {
  for (int how = 0; how < SURENESS; how++)
    for (size_t i = 0; i < plan->list.count; i++)
      for (size_t j = 0; j < sheets->list.count && !plan->list.items[i].sheet; j++) {
        Sheet *sheet = &sheets->list.items[j];
        if (sheet->listed || !matches(&plan->list.items[i], sheet, how))
          continue;
        plan->list.items[i].sheet = sheet;
        sheet->listed = true;
      }
}

/* --------------------------------------------------------------------------- the order */

static bool number_used(const Plan *plan, const char *number) {
  for (size_t i = 0; i < plan->list.count; i++)
    if (plan->list.items[i].number && !strcmp(plan->list.items[i].number, number))
      return true;
  return false;
}

/* Behind the annex whose table stands before its own. */
static void insert_sheet(Plan *plan, Sheet *sheet) {
  size_t at = 0;
  for (size_t i = 0; i < plan->list.count; i++)
    if (plan->list.items[i].sheet && plan->list.items[i].sheet->line < sheet->line)
      at = i + 1;
  vec_push(&plan->list, (Planned){0});
  memmove(&plan->list.items[at + 1], &plan->list.items[at],
          (plan->list.count - 1 - at) * sizeof *plan->list.items);
  plan->list.items[at] = (Planned){.sheet = sheet};
}

/* The same form filled in once more belongs to the annex of the first. */
static bool repeats(Job *job, const Sheet *before, const Sheet *sheet) {
  return before && !sheet->number && *sheet->folded && !strcmp(before->folded, sheet->folded) &&
         form_is(job, before) && form_is(job, sheet);
}

/* Its title is told once. */
static void leave_title(Job *job, const Sheet *sheet, const char *text) {
  const StreamItem *item = job->lines.items[sheet->line].item;
  StreamPlace place = {item->page, job_row(job, item, 0)->line, 0};
  if (text)
    notes_add(job->notes, (Note){false, true, place, text, N_("title of a form, printed again")});
}

static void add_unlisted(Job *job, Sheets *sheets, Plan *plan) {
  Sheet *before = NULL;
  for (size_t i = 0; i < sheets->list.count; i++) {
    Sheet *sheet = &sheets->list.items[i];
    if (sheet->listed) {
      before = sheet;
    } else if (repeats(job, before, sheet)) {
      before = before->next = sheet;
      leave_title(job, sheet, sheet->title);
      leave_title(job, sheet, sheet->subtitle);
    } else {
      insert_sheet(plan, before = sheet);
    }
  }
}

/* A table without a number has the next one that is free. */
static void number_all(Job *job, Plan *plan) {
  int next = 1;
  for (size_t i = 0; i < plan->list.count; i++) {
    Planned *planned = &plan->list.items[i];
    if (!planned->number && planned->sheet->number && !number_used(plan, planned->sheet->number))
      planned->number = planned->sheet->number;
  }
  for (size_t i = 0; i < plan->list.count; i++) {
    Planned *planned = &plan->list.items[i];
    Str number = STR_EMPTY;
    for (; !planned->number; next++) {
      str_clear(&number);
      str_printf(&number, "%d", next);
      if (!number_used(plan, number.data))
        planned->number = arena_text(job->arena, number.data, number.length);
    }
    str_free(&number);
  }
}

void plan_open(Job *job, Sheets *sheets, Plan *plan) {
  *plan = (Plan){0};
  take_entries(job, plan);
  match(sheets, plan);
  add_unlisted(job, sheets, plan);
  number_all(job, plan);
}

void plan_close(Plan *plan) { vec_free(&plan->list); }
