/* What may stand in a place of a typed line, and Tab, which puts it there one after the other. */
#ifndef BUDGETTUI_VIEW_COMPLETION_H
#define BUDGETTUI_VIEW_COMPLETION_H

#include "base/str.h"
#include "base/vec.h"
#include "view/prompt.h"

typedef struct {
  char *text;
  const char *meaning;  /* translated; "" */
  const char *argument; /* what follows the text; NULL */
} Candidate;

/* Cleared ones are none. */
typedef struct {
  VEC(Candidate) items;
  size_t start; /* the byte of the line from which on they would stand */
} Candidates;

void candidates_free(Candidates *candidates);
/* Adds a text if it begins with what is typed. */
void candidates_offer(Candidates *out, const char *typed, const char *text, const char *meaning,
                      const char *argument);
/* Adds them with their meanings: from the chosen one on (counted from 1; 0: none is), as many as
 * may be seen. */
void candidates_write(const Candidates *candidates, size_t chosen, Str *out);
/* Adds one of them, or what is written like one. */
void candidate_write(const char *text, const char *argument, const char *meaning, Str *out);

/* How far Tab has come in a line. */
typedef struct {
  Str typed;     /* the line as it was when Tab was first pressed */
  size_t chosen; /* what Tab put in its place, counted from 1; 0: nothing */
} Completion;

/* What the candidates must fit: the line, or what it was before Tab. */
const char *completion_typed(const Completion *completion, const Prompt *prompt);
/* Puts the next of the candidates in, round the end; the only one for good. */
void completion_step(Completion *completion, Prompt *prompt, const Candidates *candidates,
                     bool backwards);

#endif
