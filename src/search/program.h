/* A regular expression as the states that expression_find follows. */
#ifndef BUDGETTUI_SEARCH_PROGRAM_H
#define BUDGETTUI_SEARCH_PROGRAM_H

#include <stdint.h>

#include "base/vec.h"
#include "search/expression.h"

/* Folded characters from `first` to `last`. */
typedef struct {
  uint32_t first, last;
} CharRange;

typedef struct {
  VEC(CharRange) ranges;
  VEC(unsigned long) types; /* wctype_t: [:digit:] and its like */
  bool negated;
} CharSet;

typedef enum {
  STATE_CHAR,  /* this character */
  STATE_ANY,   /* any but the end of a line */
  STATE_SET,   /* one of a set */
  STATE_SPLIT, /* on to `next` or to `other`, without a character */
  STATE_JUMP,  /* on to `next`, without a character */
  STATE_BEGIN, /* the beginning of a line */
  STATE_END,   /* its end */
  STATE_MATCH
} StateKind;

typedef struct {
  StateKind kind;
  uint32_t value; /* a character, or the index of a set */
  uint32_t next, other;
} State;

struct Expression {
  VEC(State) states; /* the first one is where a match begins */
  VEC(CharSet) sets;
  bool first[256]; /* bytes that a match can begin with, or before which it can be empty */
};

/* Fills in what follows from the states. */
void program_prepare(Expression *expression);

#endif
