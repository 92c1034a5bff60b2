#include "model/targets.h"

#include <string.h>

static size_t count_funds(const Labelled *funds, size_t count) {
  size_t lines = count;
  for (size_t i = 0; i < count; i++)
    lines += count_funds(funds[i].parts, funds[i].part_count);
  return lines;
}

static bool has_goal(const Targets *targets) {
  return targets->goal || targets->goal_label;
}

static bool has_notes(const Targets *targets) {
  return targets->notes || targets->notes_label;
}

size_t targets_line_count(const Targets *targets) {
  return targets->subject_count + count_funds(targets->funds, targets->fund_count) +
         has_goal(targets) + targets->indicators.row_count + has_notes(targets);
}

static TargetLine labelled_line(TargetPart part, const Labelled *item, int depth) {
  return (TargetLine){.part = part, .depth = depth, .label = item->label, .value = &item->value};
}

/* The fund that is line *index of these, or NULL with *index less by their lines. */
static const Labelled *find_fund(const Labelled *funds, size_t count, size_t *index, int *depth) {
  for (size_t i = 0; i < count; i++) {
    if (!(*index)--) {
      *index = 0;
      return &funds[i];
    }
    ++*depth;
    const Labelled *part = find_fund(funds[i].parts, funds[i].part_count, index, depth);
    if (part)
      return part;
    --*depth;
  }
  return NULL;
}

TargetLine targets_line(const Targets *targets, size_t index) {
  if (index < targets->subject_count)
    return labelled_line(TARGET_SUBJECT, &targets->subject[index], 0);
  index -= targets->subject_count;
  int depth = 0;
  const Labelled *fund = find_fund(targets->funds, targets->fund_count, &index, &depth);
  if (fund)
    return labelled_line(TARGET_FUND, fund, depth);
  if (has_goal(targets) && !index--)
    return (TargetLine){.part = TARGET_GOAL, .heading = targets->goal_heading,
                        .label = targets->goal_label, .text = targets->goal};
  if (index < targets->indicators.row_count)
    return (TargetLine){.part = TARGET_INDICATOR, .row = (uint32_t)index};
  return (TargetLine){.part = TARGET_NOTES, .heading = targets->notes_heading,
                      .label = targets->notes_label, .text = targets->notes};
}

const Cell *targets_subject(const Targets *targets, SubjectRole role) {
  for (size_t i = 0; i < targets->subject_count; i++)
    if (targets->subject[i].role == (int)role)
      return &targets->subject[i].value;
  return NULL;
}

static const Labelled *first_amount(const Labelled *funds, size_t count, bool total) {
  const Labelled *found = NULL;
  for (size_t i = 0; i < count && !found; i++)
    if (funds[i].value.kind == CELL_MONEY && (!total || funds[i].role == ROLE_TOTAL))
      found = &funds[i];
    else
      found = first_amount(funds[i].parts, funds[i].part_count, total);
  return found;
}

const Labelled *targets_total(const Targets *targets) {
  const Labelled *total = first_amount(targets->funds, targets->fund_count, true);
  return total ? total : first_amount(targets->funds, targets->fund_count, false);
}

const char *targets_name(const Targets *targets) {
  static const SubjectRole naming[] = {SUBJECT_PROJECT, SUBJECT_DEPARTMENT};
  for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
    const Cell *value = targets_subject(targets, naming[i]);
    if (value && value->kind == CELL_TEXT && value->length)
      return value->text;
  }
  return "";
}

const char *targets_level(const Targets *targets, uint32_t row, Role level) {
  int leaf = table_leaf(&targets->indicators, level);
  if (leaf < 0)
    return NULL;
  const Row *rows = targets->indicators.rows;
  while (rows[row].cells[leaf].kind == CELL_MERGED && row > 0)
    row--;
  const Cell *cell = &rows[row].cells[leaf];
  return cell->kind == CELL_TEXT && cell->length ? cell->text : NULL;
}
