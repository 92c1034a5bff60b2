/* Rules of a user's own: which printed figures are compared, and how. Figures are named by the kind
 * of their annex and the role or title of their column, never by an annex's number.
 *
 * They are read from the configuration and judged with the built-in rules; whoever made them owns
 * them. */
#ifndef BUDGETTUI_MODEL_LOCAL_RULE_H
#define BUDGETTUI_MODEL_LOCAL_RULE_H

#include "model/vocabulary.h"

/* What the first figure has to be to the second. */
typedef enum { RELATION_EQUAL, RELATION_AT_MOST, RELATION_AT_LEAST } Relation;
extern const Vocabulary local_relation_words;

/* A printed figure, or the sum of several. */
typedef struct LocalFigure {
  int kind;           /* Kind of its annex */
  int classification; /* CLASSIFICATION_NONE: any */
  const char *row;    /* account code or name of a row; NULL: the total */
  const char *column; /* word of role_words, or a title; NULL: the amounts that count */
  const struct LocalFigure *sum; /* in place of all that: these added up */
  size_t sum_count;
} LocalFigure;

typedef struct {
  const char *id;      /* local/NAME */
  const char *asserts; /* in the user's words */
  int relation;        /* Relation */
  LocalFigure left, right;
} LocalRule;

#endif
