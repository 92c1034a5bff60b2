#include "import/aliases.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "text/fold.h"

static const char *const built_in[] = {
#include "import/aliases_table.inc"
};

typedef enum {
  SORT_KIND,
  SORT_CLASSIFICATION,
  SORT_ROLE,
  SORT_SUBJECT,
  SORT_LABEL,
  SORT_COUNT
} Sort;

static const Word labels[LABEL_COUNT] = {
    [LABEL_ANNEX] = {"annex", NULL},
    [LABEL_OFFICE] = {"office", NULL},
    [LABEL_UNIT] = {"unit", NULL},
    [LABEL_DATE] = {"date", NULL},
    [LABEL_CONTACT_NAME] = {"contact-name", NULL},
    [LABEL_CONTACT_PHONE] = {"contact-phone", NULL},
    [LABEL_NOTE] = {"note", NULL},
    [LABEL_GOAL] = {"goal", NULL},
    [LABEL_NOTES] = {"notes", NULL},
    [LABEL_INDICATORS] = {"indicators", NULL},
};
static const Vocabulary label_words = {labels, LABEL_COUNT};

/* A line of the table. */
typedef struct {
  int value;
  size_t length;        /* of the first word */
  const char *words[8]; /* folded; NULL behind the last */
} Alias;

enum { WORDS_MOST = 7 };

typedef VEC(Alias) AliasList;

struct Aliases {
  Arena *arena;
  AliasList own[SORT_COUNT], given[SORT_COUNT]; /* built in; a user's */
};

static const struct {
  const char *name;
  const Vocabulary *values;
  bool whole; /* the wording is the whole text, not words in it */
} sorts[SORT_COUNT] = {
    [SORT_KIND] = {"kind", &kind_words, false},
    [SORT_CLASSIFICATION] = {"classification", &classification_words, false},
    [SORT_ROLE] = {"role", &role_words, true},
    [SORT_SUBJECT] = {"subject", &subject_words, true},
    [SORT_LABEL] = {"label", &label_words, true},
};

/* -------------------------------------------------------------------- reading the table */

static const char *keep_folded(Aliases *aliases, const char *text, size_t length) {
  Str folded = STR_EMPTY;
  fold_text(&folded, text, length);
  const char *kept = arena_text(aliases->arena, folded.data, folded.length);
  str_free(&folded);
  return kept;
}

static size_t keep_words(Aliases *aliases, const char *text, size_t length, Alias *alias) {
  size_t count = 0;
  for (size_t at = 0; at < length && count < WORDS_MOST;) {
    size_t bytes = 0;
    while (at + bytes < length && text[at + bytes] != ' ')
      bytes++;
    if (bytes)
      alias->words[count++] = keep_folded(aliases, text + at, bytes);
    at += bytes + 1;
  }
  return count;
}

static int find_sort(const char *text, size_t length) {
  for (int i = 0; i < SORT_COUNT; i++)
    if (strlen(sorts[i].name) == length && !memcmp(sorts[i].name, text, length))
      return i;
  return -1;
}

/* The subject "other" has no word in the format. */
static int find_value(int sort, const char *text, size_t length) {
  if (sort == SORT_SUBJECT && length == strlen("other") && !memcmp(text, "other", length))
    return SUBJECT_OTHER;
  return vocabulary_find(sorts[sort].values, text, length);
}

/* NULL, or what is wrong with a line. */
static const char *read_line(Aliases *aliases, AliasList *lists, const char *line, size_t length) {
  const char *first = memchr(line, '\t', length);
  const char *second =
      first ? memchr(first + 1, '\t', length - (size_t)(first + 1 - line)) : NULL;
  if (!second)
    return N_("expected three columns set apart by tabs: what, its word, the wording");
  int sort = find_sort(line, (size_t)(first - line));
  if (sort < 0)
    return N_("expected “kind”, “classification”, “role”, “subject” or “label” in the first "
              "column");
  Alias alias = {0};
  alias.value = find_value(sort, first + 1, (size_t)(second - first - 1));
  if (alias.value < 0)
    return N_("the second column is no word of the format; budgettui(5) lists them");
  size_t left = length - (size_t)(second + 1 - line);
  if (sorts[sort].whole)
    alias.words[0] = keep_folded(aliases, second + 1, left);
  else if (!keep_words(aliases, second + 1, left, &alias))
    alias.words[0] = "";
  if (!*alias.words[0])
    return N_("the third column, the wording, is empty");
  alias.length = strlen(alias.words[0]);
  vec_push(&lists[sort], alias);
  return NULL;
}

static void read_table(Aliases *aliases, AliasList *lists, const char *text, size_t length,
                       Diagnostics *diagnostics) {
  uint32_t number = 0;
  for (size_t at = 0; at < length;) {
    const char *line = text + at;
    const char *end = memchr(line, '\n', length - at);
    size_t bytes = end ? (size_t)(end - line) : length - at;
    at += bytes + 1;
    number++;
    while (bytes && (line[bytes - 1] == '\r' || line[bytes - 1] == ' '))
      bytes--;
    if (!bytes || *line == '#')
      continue;
    const char *wrong = read_line(aliases, lists, line, bytes);
    if (wrong)
      diag_add(diagnostics, DIAG_WARNING, (Position){number, 1}, "%s", _(wrong));
  }
}

Aliases *aliases_new(void) {
  Aliases *aliases = memory_zero(1, sizeof *aliases);
  aliases->arena = arena_new();
  for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
    read_line(aliases, aliases->own, built_in[i], strlen(built_in[i]));
  return aliases;
}

void aliases_free(Aliases *aliases) {
  if (!aliases)
    return;
  for (size_t i = 0; i < SORT_COUNT; i++) {
    vec_free(&aliases->own[i]);
    vec_free(&aliases->given[i]);
  }
  arena_free(aliases->arena);
  memory_free(aliases);
}

void aliases_add(Aliases *aliases, const char *text, size_t length, Diagnostics *diagnostics) {
  read_table(aliases, aliases->given, text, length, diagnostics);
}

/* ------------------------------------------------------------------------ asking */

static bool words_fit(const Alias *alias, const char *text) {
  for (size_t i = 0; alias->words[i]; i++) {
    const char *word = alias->words[i];
    bool unwanted = *word == '-' && word[1];
    if (!strstr(text, word + unwanted) != unwanted)
      return false;
  }
  return true;
}

static int find_words(const AliasList *list, const char *text) {
  for (size_t i = 0; i < list->count; i++)
    if (words_fit(&list->items[i], text))
      return list->items[i].value;
  return -1;
}

static int find_in_text(const Aliases *aliases, Sort sort, const char *text) {
  int value = find_words(&aliases->given[sort], text);
  if (value < 0)
    value = find_words(&aliases->own[sort], text);
  return value < 0 ? 0 : value;
}

Kind aliases_kind(const Aliases *aliases, const char *title) {
  return (Kind)find_in_text(aliases, SORT_KIND, title);
}

Classification aliases_classification(const Aliases *aliases, const char *text) {
  return (Classification)find_in_text(aliases, SORT_CLASSIFICATION, text);
}

static int find_whole(const AliasList *list, const char *text, size_t length) {
  for (size_t i = 0; i < list->count; i++) {
    const Alias *alias = &list->items[i];
    if (alias->length == length && !memcmp(alias->words[0], text, length))
      return alias->value;
  }
  return -1;
}

/* What is passed over before a heading: 2023年, 2023年度. */
static size_t year_bytes(const char *title) {
  size_t digits = strspn(title, "0123456789");
  if (digits != 4 || strncmp(title + digits, "年", strlen("年")))
    return 0;
  size_t bytes = digits + strlen("年");
  return !strncmp(title + bytes, "度", strlen("度")) ? bytes + strlen("度") : bytes;
}

/* The whole heading, without its year, and without brackets behind. */
static int find_heading(const AliasList *list, const char *title) {
  const char *bare = title + year_bytes(title);
  const char *bracket = strrchr(bare, '(');
  int value = find_whole(list, title, strlen(title));
  if (value < 0)
    value = find_whole(list, bare, strlen(bare));
  if (value < 0 && bracket && bracket > bare && title[strlen(title) - 1] == ')')
    value = find_whole(list, bare, (size_t)(bracket - bare));
  return value;
}

Role aliases_role(const Aliases *aliases, const char *title, const char *group) {
  Str folded = STR_EMPTY;
  fold_text(&folded, title, strlen(title));
  int role = find_heading(&aliases->given[SORT_ROLE], folded.data);
  bool given = role >= 0;
  if (!given)
    role = (int)role_of_title(title, group);
  if (!given && role == ROLE_TEXT) {
    int known = find_heading(&aliases->own[SORT_ROLE], folded.data);
    role = known < 0 ? ROLE_TEXT : known;
  }
  str_free(&folded);
  return (Role)role;
}

bool aliases_subject(const Aliases *aliases, const char *label, SubjectRole *role) {
  int found = find_heading(&aliases->given[SORT_SUBJECT], label);
  if (found < 0)
    found = find_heading(&aliases->own[SORT_SUBJECT], label);
  if (found >= 0)
    *role = (SubjectRole)found;
  return found >= 0;
}

static size_t longest_label(const AliasList *list, Label label, const char *text) {
  size_t longest = 0;
  for (size_t i = 0; i < list->count; i++) {
    const Alias *alias = &list->items[i];
    if (alias->value == (int)label && alias->length > longest && *alias->words[0] == *text &&
        !strncmp(alias->words[0], text, alias->length))
      longest = alias->length;
  }
  return longest;
}

size_t aliases_label_length(const Aliases *aliases, Label label, const char *text) {
  size_t given = longest_label(&aliases->given[SORT_LABEL], label, text);
  size_t own = longest_label(&aliases->own[SORT_LABEL], label, text);
  return given > own ? given : own;
}

bool aliases_label(const Aliases *aliases, Label label, const char *text) {
  return aliases_label_length(aliases, label, text) > 0;
}
