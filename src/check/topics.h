/* What prose speaks of, and the figure that a table prints for it. For src/check only. */
#ifndef BUDGETTUI_CHECK_TOPICS_H
#define BUDGETTUI_CHECK_TOPICS_H

#include "check/facts.h"

typedef enum {
  TOPIC_NONE,
  TOPIC_GENERIC,     /* 预算数: the words before tell what it is about */
  TOPIC_INCOME,
  TOPIC_EXPENDITURE,
  TOPIC_BALANCE,     /* income and expenditure, which come to the same */
  TOPIC_FISCAL,      /* the same of fiscal appropriations */
  TOPIC_SOURCE,      /* income by source: `role` */
  TOPIC_GENERAL,     /* expenditure of the general public budget */
  TOPIC_FUND,        /* of government funds */
  TOPIC_CAPITAL,     /* of the state capital budget */
  TOPIC_BASIC,
  TOPIC_PROJECT,
  TOPIC_PERSONNEL,
  TOPIC_OPERATING,
  TOPIC_FUNCTION,    /* a functional class: `name` */
  TOPIC_ORGAN,       /* 机关运行经费 */
  TOPIC_EXPENSE,     /* the three public expenses: `role` */
  TOPIC_PROCUREMENT, /* `role`: ROLE_TOTAL; ROLE_TEXT: of the kind `name` (货物) */
  TOPIC_PERFORMANCE  /* money under performance management */
} TopicKind;

typedef struct {
  TopicKind kind;
  Role role;
  const char *name; /* of a functional class: points into the words */
  bool income;      /* of a source: the words say that it is income */
  bool this_year;   /* of income or expenditure: without what was carried over */
  bool total;       /* with it */
} Topic;

/* What the tables print for a topic. */
typedef struct {
  Topic topic;
  bool general;
  Fact fact;
} KnownFact;

/* Figures found once for all paragraphs. */
typedef struct {
  CheckRun *run;
  Side income, expenditure, fiscal;
  const Sheet
      *functional; /* the department's expenditure, else that of the general public budget */
  VEC(KnownFact) known; /* as they were first asked for */
} TopicFacts;

void topic_facts_open(TopicFacts *facts, CheckRun *run);
void topic_facts_close(TopicFacts *facts);
/* What folded words (said_words) are about. They may be cut at their end. */
Topic topic_of(const TopicFacts *facts, Str *words);
/* The figure of a topic; `general`: the text speaks of the general public budget. Where the words
 * leave open which of two they mean, `said` chooses. */
Fact topic_fact(TopicFacts *facts, const Topic *topic, bool general, const Sum *said);

#endif
