/* A set of performance targets as lines, in printed order: subject items, funds
 * with their parts, the goal, the indicators row by row, the notes. Views, search and
 * export number its lines in the same way. */
#ifndef BUDGETTUI_MODEL_TARGETS_H
#define BUDGETTUI_MODEL_TARGETS_H

#include "model/document.h"

typedef enum {
  TARGET_SUBJECT,
  TARGET_FUND,
  TARGET_GOAL,
  TARGET_INDICATOR,
  TARGET_NOTES
} TargetPart;

typedef struct {
  TargetPart part;
  int depth;            /* of nested funds; 0 otherwise */
  const char *heading;  /* printed over goal or notes; NULL */
  const char *label;    /* printed label; NULL for an indicator */
  const Cell *value;    /* of a subject item or fund */
  const char *text;     /* of goal and notes; NULL where nothing is printed */
  uint32_t row;         /* of an indicator */
} TargetLine;

size_t targets_line_count(const Targets *targets);
/* The line at `index` < count. */
TargetLine targets_line(const Targets *targets, size_t index);
/* The value of the subject item with this role, or NULL. */
const Cell *targets_subject(const Targets *targets, SubjectRole role);
/* The whole funds of a set: the first item, parts included, that is a total with an
 * amount; without one the first with an amount; NULL. */
const Labelled *targets_total(const Targets *targets);
/* The text of an indicator in a level column, looking up through merged cells; NULL if blank. */
const char *targets_level(const Targets *targets, uint32_t row, Role level);

#endif
