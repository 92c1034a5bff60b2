/* Whether the figures of a document hold together (勾稽关系).
 *
 * One table of rules (check_rules) says what is asserted and why; each rule finds, none prints.
 * A comparison of figures is exact, within rounding (each printed figure may be off by half of
 * its last printed decimal, so that a sum of n addends may be off by n + 1 halves) or a
 * mismatch. A rule that finds nothing to compare says so. Presence and form give warnings and
 * notes.
 *
 * Checks own their findings and are freed whole; texts in them belong to the document, to the
 * program, or to the checks. The document must outlive them. Nothing here fails. */
#ifndef BUDGETTUI_CHECK_CHECK_H
#define BUDGETTUI_CHECK_CHECK_H

#include "base/progress.h"
#include "model/document.h"
#include "model/local_rule.h"
#include "model/place.h"

typedef enum {
  CHECK_EXACT,
  CHECK_ROUNDING,
  CHECK_MISMATCH,
  CHECK_NOT_APPLICABLE,
  CHECK_WARNING, /* of presence and form */
  CHECK_NOTE,    /* information */
  CHECK_OUTCOME_COUNT
} CheckOutcome;

/* The more it weighs, the sooner it wants to be seen: from 0, what is exact, to
 * CHECK_OUTCOME_COUNT - 1, a mismatch; no two weigh alike. */
int check_weight(CheckOutcome outcome);

typedef enum { CHECK_EQUAL, CHECK_AT_MOST, CHECK_AT_LEAST } CheckRelation;

typedef enum {
  CHECK_TABLE,
  CHECK_BETWEEN,
  CHECK_TARGETS,
  CHECK_TEXT,
  CHECK_FORM,
  CHECK_LOCAL, /* a user's own */
  CHECK_GROUP_COUNT
} CheckGroup;

struct CheckRun;
struct CheckRule;
typedef void CheckFind(struct CheckRun *run, const struct CheckRule *rule);

/* Texts are msgids. In `says`, {printed}, {computed}, {difference}, {quote}, {expected} and
 * {other} stand for what the finding holds (check/describe.h). */
typedef struct CheckRule {
  const char *id; /* group/name, never changed: users switch rules off by it */
  CheckGroup group;
  CheckOutcome severity; /* the worst it can find: MISMATCH, WARNING or NOTE */
  const char *asserts;   /* what it asserts */
  const char *says;      /* the sentence of a finding */
  const char *source;    /* why this should hold */
  const char *needs;     /* the reason where nothing was found to compare; NULL: always applies */
  CheckFind *find;
} CheckRule;

extern const CheckRule check_rules[];
extern const size_t check_rule_count;

/* Rules, one bit for each of check_rules, and one for all of a user's own. */
typedef uint64_t CheckRuleSet;
#define CHECK_LOCAL_RULES ((CheckRuleSet)1 << 63)
/* Those that a word names: an identifier, or a group (the part before the /) with all of its
 * rules ("local": a user's own); 0: none. */
CheckRuleSet check_rules_named(const char *word);

/* A figure of a finding: money or an exact number; CELL_BLANK: there is none. */
typedef struct {
  CellKind kind;
  Figure figure;
  int64_t number;
  uint8_t decimals; /* of number */
} CheckValue;

typedef struct {
  const CheckRule *rule;
  CheckOutcome outcome;
  CheckRelation relation;
  Place place; /* what is judged; PLACE_NONE: the document */
  Place other; /* what it is held against; the first place, where it is several */
  bool several;
  CheckValue printed, computed, difference;
  const char *quote;    /* words of the document that the finding is about; NULL */
  const char *expected; /* the words it is held against; NULL */
  const char *reason;   /* msgid: why a rule did not apply, or what a note adds; NULL */
} Finding;

typedef struct CheckOptions {
  bool exact;     /* keep findings that are exact, too; else they are only counted */
  size_t kept;    /* findings kept, the weightiest; the others are only counted. 0: CHECK_KEPT */
  CheckRuleSet off; /* rules that are left out */
  unsigned tolerance;     /* last printed digits that a figure may be off, beside rounding */
  const LocalRule *local; /* a user's own rules; they must outlive the checks */
  size_t local_count;
  const Progress *progress; /* NULL: nobody waits */
} CheckOptions;

/* A user's own rule as a rule of a run; its texts stay those of `local`. */
CheckRule check_rule_of_local(const LocalRule *local);

enum { CHECK_KEPT = 100000 };

typedef struct Checks {
  const Document *document;
  const Finding *findings; /* in the order of the document, the document's own ones last */
  size_t count;
  size_t left_out;                    /* found, but beyond what is kept */
  size_t totals[CHECK_OUTCOME_COUNT]; /* all that were found, kept or not */
  const CheckRule *own;               /* the user's rules, in their order */
  size_t rule_count;                  /* of the run: check_rules, then `own` */
  size_t (*by_rule)[CHECK_OUTCOME_COUNT];
  /* For check_at. */
  const struct CheckMark *marks;
  size_t mark_count;
  Arena *arena;
} Checks;

/* `options` may be NULL. In time linear in the document, but for sorting the findings. NULL: the
 * progress stopped it, and nothing is known. */
Checks *check_run(const Document *document, const CheckOptions *options);
void check_free(Checks *checks); /* NULL is allowed */

/* A rule of the run by its index, and the index of one. */
const CheckRule *check_rule_at(const Checks *checks, size_t index);
size_t check_rule_index(const Checks *checks, const CheckRule *rule);

/* The worst finding that concerns a figure, as judged or as held against; NULL: none is kept. In
 * O(log n). */
const Finding *check_at(const Checks *checks, const Place *place);

#endif
