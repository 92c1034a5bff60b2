/* The changes against the year before, as the narrative tells them. */
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "model/change.h"
#include "model/summary_parts.h"
#include "text/fold.h"

static const char topic_expenditure[] = N_("Expenditure");
/* Told where the department's own change is not: for many offices they are the same. */
static const char general_label[] = N_("Expenditure of the general public budget");

/* What a sentence may be about, as its subject says it once what may stand round it is off. The
 * income or expenditure of one budget is not that of the department; other things are told of one
 * budget only. */
static const struct {
  const char *core;
  const char *label;
  bool of_budget; /* a budget may be named before it */
} topics[] = {
    {"收入支出", N_("Income and expenditure"), false},
    {"收支", N_("Income and expenditure"), false},
    {"收入", N_("Income"), false},
    {"支出", topic_expenditure, false},
    {"一般公共预算财政拨款支出", general_label, false},
    {"一般公共预算拨款支出", general_label, false},
    {"一般公共预算支出", general_label, false},
    {"基本支出", N_("Basic expenditure"), true},
    {"项目支出", N_("Project expenditure"), true},
    {"“三公”经费", N_("Three public expenses"), true},
    {"三公经费", N_("Three public expenses"), true},
    {"运行经费", N_("Operation of the office"), true},
};
enum { TOPIC_COUNT = sizeof topics / sizeof *topics };

static const char *const before_topic[] = {"本年度", "本年", "当年", "年初", "部门", "单位",
                                           "我", "本", "机关"};
static const char *const budgets[] = {"一般公共预算", "财政拨款", "机关"};
static const char *const after_topic[] = {"预算", "财政拨款", "支出", "总额", "总计", "合计", "总", "数"};
#define SKIP(text, words) skip_words((text), (words), sizeof(words) / sizeof *(words))

static const char *skip_words(const char *text, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(words[i]);
    if (!strncmp(text, words[i], length)) {
      text += length;
      i = (size_t)-1; /* from the first word again */
    }
  }
  return text;
}

static int match_topic(const char *subject, bool of_budget) {
  for (int i = 0; i < TOPIC_COUNT; i++) {
    size_t length = strlen(topics[i].core);
    if ((topics[i].of_budget || !of_budget) && !strncmp(subject, topics[i].core, length) &&
        !*SKIP(subject + length, after_topic))
      return i;
  }
  return -1;
}

/* The topic of a folded subject, the first one of several wordings; -1: none that the summary
 * shows. */
static int find_topic(const char *subject) {
  subject = SKIP(subject, before_topic);
  int topic = match_topic(subject, false);
  if (topic < 0)
    topic = match_topic(SKIP(subject, budgets), true);
  while (topic > 0 && !strcmp(topics[topic].label, topics[topic - 1].label))
    topic--;
  return topic;
}

/* The first telling of each topic. */
typedef struct {
  SummaryLine lines[TOPIC_COUNT];
  bool told[TOPIC_COUNT];
} Changes;

static void keep_change(Changes *changes, const char *text, const Change *change, Place place) {
  Str subject = STR_EMPTY;
  fold_text(&subject, text + change->subject, change->subject_length);
  int topic = find_topic(subject.data);
  str_free(&subject);
  if (topic < 0 || changes->told[topic])
    return;
  changes->told[topic] = true;
  changes->lines[topic] = (SummaryLine){.group = SUMMARY_CHANGE,
                                        .code = "",
                                        .label = topics[topic].label,
                                        .translate = true,
                                        .kind = CELL_MONEY,
                                        .figure = change->change,
                                        .place = place};
}

static void read_paragraph(Changes *changes, const Document *document, const char *text,
                           Place place) {
  size_t length = strlen(text);
  Change change;
  for (size_t at = 0; change_read(text, length, &at, &change);)
    if (!change.year || change.year == document->year - 1)
      keep_change(changes, text, &change, place);
}

/* Sections in reading order (model/sections.h), walked in one pass. */
static void read_sections(Changes *changes, const Document *document, const Section *sections,
                          size_t count, uint32_t *number) {
  for (size_t i = 0; i < count; i++) {
    Place place = {.kind = PLACE_PARAGRAPH, .leaf = PLACE_NO_LEAF, .section = (*number)++};
    for (size_t j = 0; j < sections[i].paragraph_count; j++) {
      place.paragraph = (uint32_t)j;
      read_paragraph(changes, document, sections[i].paragraphs[j], place);
    }
    read_sections(changes, document, sections[i].sections, sections[i].section_count, number);
  }
}

static bool tells(const Changes *changes, const char *label) {
  for (int i = 0; i < TOPIC_COUNT; i++)
    if (changes->told[i] && !strcmp(topics[i].label, label))
      return true;
  return false;
}

void summary_add_changes(Summary *summary, const Document *document) {
  Changes changes = {0};
  uint32_t number = 0;
  read_sections(&changes, document, document->sections, document->section_count, &number);
  for (int i = 0; i < TOPIC_COUNT; i++)
    if (changes.told[i] &&
        (strcmp(topics[i].label, general_label) != 0 || !tells(&changes, topic_expenditure)))
      vec_push(&summary->lines, changes.lines[i]);
}
