/* The narrative against the tables. */
#include <string.h>

#include "base/i18n.h"
#include "check/rules.h"
#include "check/said.h"
#include "check/topics.h"
#include "model/change.h"
#include "text/fold.h"

typedef struct {
  CheckRun *run;
  const CheckRule *rule;
  TopicFacts facts;
  Place place;
  const char *text;
  size_t length;
  TopicKind context; /* the last whole that was spoken of */
  bool general;      /* it is the general public budget */
} Reading;

typedef void ReadParagraph(Reading *reading);

static void read_sections(Reading *reading, const Section *sections, size_t count, uint32_t *number,
                          ReadParagraph *read) {
  for (size_t i = 0; i < count; i++) {
    reading->place =
        (Place){.kind = PLACE_PARAGRAPH, .leaf = PLACE_NO_LEAF, .section = (*number)++};
    for (size_t j = 0; j < sections[i].paragraph_count; j++) {
      reading->place.paragraph = (uint32_t)j;
      reading->text = sections[i].paragraphs[j];
      reading->length = strlen(reading->text);
      reading->context = TOPIC_NONE;
      reading->general = false;
      read(reading);
    }
    read_sections(reading, sections[i].sections, sections[i].section_count, number, read);
  }
}

static void read_narrative(CheckRun *run, const CheckRule *rule, ReadParagraph *read) {
  Reading reading = {.run = run, .rule = rule};
  uint32_t number = 0;
  if (!run->document->section_count)
    return;
  topic_facts_open(&reading.facts, run);
  read_sections(&reading, run->document->sections, run->document->section_count, &number, read);
  topic_facts_close(&reading.facts);
}

/* ------------------------------------------------------------------ amounts */

/* Money under performance management, told by the sentence: 项目支出均实行了绩效管理，涉及…… */
static bool is_performance(const Reading *reading, const Said *said) {
  Str sentence = STR_EMPTY;
  enum { BACK = 512 };
  size_t start = said->start - said->sentence > BACK ? said->start - BACK : said->sentence;
  str_add(&sentence, reading->text + start, said->start - start);
  bool found = strstr(sentence.data, "绩效管理") || strstr(sentence.data, "绩效目标管理") ||
               strstr(sentence.data, "绩效目标");
  str_free(&sentence);
  return found;
}

/* “……，支出 5 万元” says nothing of the whole: that is named with its year, or as 支出预算. */
static bool is_bare(const Reading *reading, const Said *said, const Str *words) {
  if (strcmp(words->data, "支出") != 0 && strcmp(words->data, "收入") != 0)
    return false;
  Str printed = STR_EMPTY;
  fold_text(&printed, reading->text + said->words, said->start - said->words);
  bool bare = printed.length == words->length;
  str_free(&printed);
  return bare;
}

/* Whether the amount at hand is none of the document's year, or tells a change. */
static Topic read_topic(Reading *reading, const Said *said, Str *words, bool *skip) {
  SaidSense sense = {0};
  int year = reading->run->document->year;
  str_clear(words);
  said_words(words, reading->text + said->words, said->start - said->words, year, &sense);
  *skip = sense.other_year || sense.change || is_bare(reading, said, words);
  Topic topic = topic_of(&reading->facts, words);
  if (topic.kind == TOPIC_GENERIC && !*skip) {
    str_clear(words);
    if (said->before < said->words)
      said_words(words, reading->text + said->before, said->words - said->before, year, &sense);
    *skip = sense.other_year;
    size_t length = words->length;
    if (length && words->data[length - 1] == ':')
      str_cut(words, length - 1);
    topic = topic_of(&reading->facts, words);
  }
  topic.this_year = sense.this_year && !sense.total;
  topic.total = sense.total;
  return topic;
}

static void note_context(Reading *reading, const Topic *topic) {
  bool whole = topic->kind == TOPIC_INCOME || topic->kind == TOPIC_EXPENDITURE ||
               topic->kind == TOPIC_BALANCE || topic->kind == TOPIC_FISCAL ||
               topic->kind == TOPIC_GENERAL || topic->kind == TOPIC_FUND ||
               topic->kind == TOPIC_CAPITAL;
  if (whole) {
    reading->context = topic->kind;
    reading->general = topic->kind == TOPIC_GENERAL;
  }
}

static bool of_other_budget(const Reading *reading, const Topic *topic) {
  bool part =
      topic->kind == TOPIC_BASIC || topic->kind == TOPIC_PROJECT || topic->kind == TOPIC_FUNCTION;
  bool source = topic->kind == TOPIC_SOURCE;
  if (part)
    return reading->context == TOPIC_FUND || reading->context == TOPIC_CAPITAL;
  return source && !topic->income && reading->context != TOPIC_INCOME &&
         reading->context != TOPIC_NONE;
}

/* The words around an amount, for the report. */
static const char *quote(const Reading *reading, const Said *said) {
  size_t start = said->words;
  while (start < said->start && (reading->text[start] == ' ' || reading->text[start] == '\t'))
    start++;
  return run_words(reading->run, reading->text + start, said->end - start);
}

static void not_applicable(const Reading *reading, const Said *said, const char *reason) {
  run_find(reading->run, reading->rule,
           (Finding){.outcome = CHECK_NOT_APPLICABLE,
                     .place = reading->place,
                     .other = place_none,
                     .printed = {.kind = CELL_MONEY, .figure = said->figure},
                     .quote = quote(reading, said),
                     .reason = reason});
}

/* A text has the tolerance of the table's decimals; told in a larger unit, that of its own. */
static Sum said_sum(const Said *said, const Fact *fact) {
  Figure figure = said->figure;
  Unit unit = fact->sum.count ? fact->sum.unit : figure.unit;
  int decimals = fact->sum.count
                     ? fact->sum.decimals + unit_exponent(figure.unit) - unit_exponent(unit)
                     : figure.decimals;
  bool larger = unit_exponent(figure.unit) > unit_exponent(unit);
  if (!larger && decimals >= 0 && decimals > figure.decimals)
    figure.decimals = (uint8_t)decimals;
  return sum_of(figure);
}

/* An amount that no rule holds against a table is counted, and listed with the exact ones. */
static void pass_over(const Reading *reading, const Said *said, const char *reason) {
  if (run_skips_exact(reading->run))
    run_count(reading->run, reading->rule, CHECK_NOT_APPLICABLE);
  else
    not_applicable(reading, said, reason);
}

static void judge_said(Reading *reading, const Topic *topic, const Said *said) {
  Sum told = sum_of(said->figure);
  Fact fact = topic_fact(&reading->facts, topic, reading->general, &told);
  if (!fact.told) {
    not_applicable(reading, said, N_("no table prints this item"));
    return;
  }
  bool no_row = fact.place.kind == PLACE_ANNEX; /* absent, where another row may hold it */
  if (no_row && topic->kind == TOPIC_SOURCE && said->figure.money.fen) {
    not_applicable(reading, said, N_("no row of the balance has this name"));
    return;
  }
  run_compare(
      reading->run, reading->rule,
      &(Comparison){.place = reading->place,
                    .other = fact.place,
                    .relation = topic->kind == TOPIC_PERFORMANCE ? CHECK_AT_MOST : CHECK_EQUAL,
                    .printed = said_sum(said, &fact),
                    .computed = fact.sum,
                    .quote = quote(reading, said)});
}

static void read_amounts(Reading *reading) {
  Said said = {0};
  Str words = STR_EMPTY;
  for (size_t at = 0; said_next(reading->text, reading->length, &at, &said);) {
    bool skip = false;
    Topic topic = read_topic(reading, &said, &words, &skip);
    if (skip) {
      pass_over(reading, &said, N_("its words tell of a change, of another year, or too little"));
      continue;
    }
    if (is_performance(reading, &said) && topic.kind != TOPIC_PROCUREMENT)
      topic = (Topic){.kind = TOPIC_PERFORMANCE};
    note_context(reading, &topic);
    if (topic.kind > TOPIC_GENERIC && !of_other_budget(reading, &topic))
      judge_said(reading, &topic, &said);
    else
      pass_over(reading, &said, N_("no rule knows what this amount is of"));
  }
  str_free(&words);
}

void find_text_amounts(CheckRun *run, const CheckRule *rule) {
  read_narrative(run, rule, read_amounts);
}

/* ------------------------------------------------------------------ changes */

enum { CHANGES = 8 };

/* The changes of one paragraph. */
typedef struct {
  bool told[CHANGES];
  Figure figures[CHANGES];
  uint8_t decimals;
} Told;

/* Wholes before their parts. */
enum {
  CHANGE_WHOLE,
  CHANGE_BASIC,
  CHANGE_PROJECT,
  CHANGE_EXPENSES,
  CHANGE_ABROAD,
  CHANGE_PURCHASE,
  CHANGE_OPERATION,
  CHANGE_RECEPTION
};

static int change_slot(const Topic *topic) {
  switch (topic->kind) {
    case TOPIC_EXPENDITURE:
    case TOPIC_GENERAL: return CHANGE_WHOLE;
    case TOPIC_BASIC: return CHANGE_BASIC;
    case TOPIC_PROJECT: return CHANGE_PROJECT;
    case TOPIC_EXPENSE:
      return topic->role == ROLE_TOTAL               ? CHANGE_EXPENSES
             : topic->role == ROLE_ABROAD            ? CHANGE_ABROAD
             : topic->role == ROLE_VEHICLE_PURCHASE  ? CHANGE_PURCHASE
             : topic->role == ROLE_VEHICLE_OPERATION ? CHANGE_OPERATION
             : topic->role == ROLE_RECEPTION         ? CHANGE_RECEPTION
                                                     : -1;
    default: return -1;
  }
}

static void note_change(Reading *reading, const Change *change, Str *words, Told *told) {
  SaidSense ignored;
  int year = reading->run->document->year;
  if (change->year && change->year != year - 1)
    return;
  str_clear(words);
  said_words(words, reading->text + change->subject, change->subject_length, year, &ignored);
  Topic topic = topic_of(&reading->facts, words);
  int slot = change_slot(&topic);
  if (slot < 0 || told->told[slot])
    return;
  told->told[slot] = true;
  told->figures[slot] = change->change;
  if (change->change.decimals > told->decimals)
    told->decimals = change->change.decimals;
}

/* All parts must be told; they share the decimals of the most precise of them. */
static void judge_change(Reading *reading, const Told *told, int whole, int first, int last) {
  Sum sum = {0};
  if (!told->told[whole])
    return;
  for (int i = first; i <= last; i++) {
    if (!told->told[i])
      return;
    Figure figure = told->figures[i];
    figure.decimals = told->decimals;
    sum_add(&sum, &figure);
  }
  Figure figure = told->figures[whole];
  figure.decimals = told->decimals;
  run_compare(reading->run, reading->rule,
              &(Comparison){.place = reading->place,
                            .other = place_none,
                            .printed = sum_of(figure),
                            .computed = sum});
}

static void read_changes(Reading *reading) {
  Told told = {0};
  Change change;
  Str words = STR_EMPTY;
  for (size_t at = 0; change_read(reading->text, reading->length, &at, &change);)
    note_change(reading, &change, &words, &told);
  str_free(&words);
  judge_change(reading, &told, CHANGE_WHOLE, CHANGE_BASIC, CHANGE_PROJECT);
  judge_change(reading, &told, CHANGE_EXPENSES, CHANGE_ABROAD, CHANGE_RECEPTION);
}

void find_text_changes(CheckRun *run, const CheckRule *rule) {
  read_narrative(run, rule, read_changes);
}
