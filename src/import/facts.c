#include "import/facts.h"

#include <string.h>

#include "base/i18n.h"
#include "import/lines.h"
#include "import/number.h"
#include "import/words.h"
#include "text/utf8.h"

enum {
  COVER_LINES = 12,
  COVER_MOST = 60,    /* characters of a line */
  CONTACT_MOST = 1000 /* bytes of a line */
};

/* ---------------------------------------------------------------------------- the title */

static bool names_document(const char *folded) {
  static const char *const words[] = {"预算", "决算", "公开", "说明"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strstr(folded, words[i]))
      return true;
  return false;
}

/* A line of the cover: before any heading, and no sentence. */
static bool on_cover(const Line *line) {
  return line->use == LINE_TEXT && !line_is_table(line) && !line->heading &&
         !words_numbering(line->text).form && !words_ends_sentence(line->folded) &&
         utf8_count(line->folded, strlen(line->folded)) <= COVER_MOST;
}

/* The lines at the beginning up to the one that says 预算 or 决算 are the title. */
static size_t title_end(Job *job, size_t *first) {
  size_t seen = 0;
  *first = job->lines.count;
  for (size_t i = 0; i < job->lines.count && seen < COVER_LINES; i++) {
    const Line *line = &job->lines.items[i];
    if (line->use != LINE_TEXT || number_label(job, line->folded))
      continue;
    if (!on_cover(line))
      break;
    if (aliases_label(job->aliases, LABEL_OFFICE, line->folded))
      continue;
    if (!seen++)
      *first = i;
    if (names_document(line->folded) && words_year(line->folded))
      return i + 1;
    if (names_document(line->folded) && seen > 1)
      return i + 1;
  }
  return *first < job->lines.count ? *first + 1 : 0;
}

static void take_title(Job *job) {
  size_t first, end = title_end(job, &first);
  for (size_t i = 0; i < end; i++)
    if (job->lines.items[i].use == LINE_TEXT && number_label(job, job->lines.items[i].folded))
      job_leave_line(job, &job->lines.items[i],
                     N_("number of an annex: told without its word"), false);
  Str title = STR_EMPTY;
  for (size_t i = first; i < end; i++) {
    Line *line = &job->lines.items[i];
    if (line->use != LINE_TEXT)
      continue;
    if (!on_cover(line) || aliases_label(job->aliases, LABEL_OFFICE, line->folded))
      continue;
    str_add_text(&title, line->text);
    job_take_line(job, line);
  }
  job->document->title = title.length ? job_title(job, title.data) : "";
  str_free(&title);
}

/* -------------------------------------------------------------------------- the office */

/* What stands before the year and the words that a title ends in: 某某局2023年部门预算. */
static const char *office_of(Job *job, const char *title) {
  static const char *const ends[] = {"2", "部门预算", "部门决算", "单位预算", "单位决算", "预算公开", "决算公开"};
  size_t digits = strspn(title, "0123456789");
  if (digits == 4 && !strncmp(title + digits, "年", strlen("年")))
    title += digits + strlen("年");
  if (!strncmp(title, "度", strlen("度")))
    title += strlen("度");
  size_t best = strlen(title);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    const char *found = strstr(title, ends[i]);
    if (found && found > title && (size_t)(found - title) < best)
      best = (size_t)(found - title);
  }
  return best < strlen(title) ? arena_text(job->arena, title, best) : NULL;
}

static const char *behind_colon(const char *text) {
  const char *wide = strstr(text, "：");
  const char *colon = strchr(text, ':');
  if (wide && (!colon || wide < colon))
    return wide + strlen("：");
  return colon ? colon + 1 : NULL;
}

/* A line of the cover that names the office: 预算主管部门：… */
static const char *take_named_office(Job *job) {
  const char *office = NULL;
  for (size_t i = 0, seen = 0; i < job->lines.count && seen < COVER_LINES; i++) {
    Line *line = &job->lines.items[i];
    if (line->use != LINE_TEXT || line_is_table(line))
      continue;
    seen++;
    const char *name = behind_colon(line->text);
    if (!name || !*name || line->heading ||
        !aliases_label(job->aliases, LABEL_OFFICE, line->folded))
      continue;
    if (!office)
      office = job_title(job, name);
    job_leave_line(job, line, N_("the office, named on the cover"), false);
  }
  return office;
}

/* The office of the year's title that a table begins with; the same for all: its short name. */
static const char *short_name(Job *job, const Sheets *sheets) {
  const char *common = NULL;
  size_t length = 0, titles = 0;
  for (size_t i = 0; i < sheets->list.count; i++) {
    const char *title = sheets->list.items[i].title;
    const char *year = title ? strstr(title, "年") : NULL;
    if (!title || !words_year(job_folded(job, title)) || !year)
      continue;
    const char *rest = year + strlen("年");
    size_t same = 0;
    while (common && same < length && rest[same] == common[same])
      same++;
    length = common ? same : strlen(rest);
    common = rest;
    titles++;
  }
  while (length && ((unsigned char)common[length] & 0xC0) == 0x80)
    length--;
  static const char *const words[] = {"部门", "单位", "一般", "财政", "收", "支", "整体", "项目"};
  size_t end = length;
  const char *name = common ? arena_text(job->arena, common, length) : "";
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const char *found = strstr(name, words[i]);
    if (found && (size_t)(found - name) < end)
      end = (size_t)(found - name);
  }
  enum { SHORTEST = 6 /* bytes */ };
  return titles > 2 && end >= SHORTEST ? arena_text(job->arena, name, end) : NULL;
}

static void find_office(Job *job, const Sheets *sheets) {
  Document *document = job->document;
  const char *named = take_named_office(job);
  const char *name = office_of(job, document->title);
  if (named && (!name || strlen(named) > strlen(name)))
    name = named;
  if (!name)
    name = sheets->office;
  const char *brief = short_name(job, sheets);
  document->organization.name = name ? name : brief ? brief : document->title;
  if (!*document->title && *document->organization.name)
    document->title = document->organization.name;
  if (brief && strcmp(brief, document->organization.name))
    document->organization.short_name = brief;
}

/* ----------------------------------------------------------------- year, stage, contact */

static int year_of(const Job *job, const Sheets *sheets, Job *room) {
  int year = words_year(job_folded(room, job->document->title));
  for (size_t i = 0; i < sheets->list.count && !year; i++)
    year = words_year(sheets->list.items[i].folded_whole);
  for (size_t i = 0; i < job->lines.count && !year; i++)
    year = words_year(job->lines.items[i].folded);
  return year;
}

static Stage stage_of(const Job *job, const Sheets *sheets) {
  const char *title = job->document->title;
  if (strstr(title, "决算"))
    return STAGE_FINAL;
  if (strstr(title, "预算"))
    return STAGE_BUDGET;
  size_t final = 0, budget = 0;
  for (size_t i = 0; i < sheets->list.count; i++) {
    final += strstr(sheets->list.items[i].folded, "决算") != NULL;
    budget += strstr(sheets->list.items[i].folded, "决算") == NULL;
  }
  return final > budget ? STAGE_FINAL : STAGE_BUDGET;
}

/* The bytes of a value before the label of the next one. */
static size_t up_to_label(const Job *job, const char *value, size_t bytes) {
  for (size_t at = 1; at < bytes; at++)
    if (aliases_label(job->aliases, LABEL_CONTACT_PHONE, value + at) ||
        aliases_label(job->aliases, LABEL_CONTACT_NAME, value + at))
      return at;
  return bytes;
}

/* What stands behind a label and its colon, up to the next sign or label. */
static const char *labelled(Job *job, const Line *line, Label label) {
  const char *colon = strrchr(line->folded, ':');
  for (const char *at = line->folded; colon && at < colon; at++) {
    size_t length = aliases_label_length(job->aliases, label, at);
    if (!length || at[length] != ':')
      continue;
    const char *value = at + length + 1;
    size_t bytes = strcspn(value, ";,)");
    const char *stop = strstr(value, "。");
    if (stop && (size_t)(stop - value) < bytes)
      bytes = (size_t)(stop - value);
    bytes = up_to_label(job, value, bytes);
    return bytes ? arena_text(job->arena, value, bytes) : NULL;
  }
  return NULL;
}

static void find_contact(Job *job) {
  Document *document = job->document;
  for (size_t i = 0; i < job->lines.count; i++) {
    Line *line = &job->lines.items[i];
    if (line->use != LINE_TEXT || line_is_table(line) || document->contact.name ||
        strlen(line->folded) > CONTACT_MOST)
      continue;
    const char *name = labelled(job, line, LABEL_CONTACT_NAME);
    const char *phone = labelled(job, line, LABEL_CONTACT_PHONE);
    if (!name || !phone)
      continue;
    document->contact.name = name;
    document->contact.phone = phone;
    job_leave_line(job, line, N_("whom to ask: told as the contact"), false);
  }
}

void facts_find(Job *job, const Sheets *sheets) {
  Document *document = job->document;
  take_title(job);
  find_office(job, sheets);
  find_contact(job);
  document->stage = stage_of(job, sheets);
  document->year = year_of(job, sheets, job);
}

/* ---------------------------------------------------------------------------- the code */

/* 128-某某局, where that is the office. */
static const char *code_in(Job *job, const char *text) {
  size_t digits = strspn(text, "0123456789");
  if (!digits || text[digits] != '-' || strcmp(text + digits + 1, job->document->organization.name))
    return NULL;
  return arena_text(job->arena, text, digits);
}

void facts_complete(Job *job) {
  Document *document = job->document;
  for (size_t a = 0; a < document->annex_count; a++)
    for (size_t t = 0; t < document->annexes[a].target_count; t++) {
      const Targets *targets = &document->annexes[a].targets[t];
      for (size_t i = 0; i < targets->subject_count && !document->organization.code; i++)
        if (targets->subject[i].value.kind == CELL_TEXT)
          document->organization.code = code_in(job, targets->subject[i].value.text);
    }
}
