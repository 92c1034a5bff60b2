#include "model/targets.h"

#include "model/build.h"

static size_t count_funds(const Labelled *funds, size_t count) {
  size_t lines = count;
  for (size_t i = 0; i < count; i++)
    lines += count_funds(funds[i].parts, funds[i].part_count);
  return lines;
}

/* Returns the line after the last one. */
static FundLine *add_funds(FundLine *line, const Labelled *funds, size_t count, int depth) {
  for (size_t i = 0; i < count; i++) {
    *line++ = (FundLine){&funds[i], depth};
    line = add_funds(line, funds[i].parts, funds[i].part_count, depth + 1);
  }
  return line;
}

static void list_funds(Arena *arena, Targets *targets) {
  size_t count = count_funds(targets->funds, targets->fund_count);
  FundLine *lines = arena_array(arena, count, sizeof *lines);
  add_funds(lines, targets->funds, targets->fund_count, 0);
  targets->fund_lines = lines;
  targets->fund_line_count = count;
}

static const char *name_of(const Targets *targets) {
  static const SubjectRole naming[] = {SUBJECT_PROJECT, SUBJECT_DEPARTMENT};
  for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
    const Cell *value = targets_subject(targets, naming[i]);
    if (value && value->kind == CELL_TEXT && value->length)
      return value->text;
  }
  return "";
}

/* Many rows may be merged: none of them is to be gone through for each. */
static void join_merged(const Table *indicators) {
  for (size_t row = 0; row < indicators->row_count; row++)
    for (size_t leaf = 0; leaf < indicators->leaf_count; leaf++) {
      Cell *cell = (Cell *)&indicators->rows[row].cells[leaf];
      const Cell *above = row ? &indicators->rows[row - 1].cells[leaf] : NULL;
      if (cell->kind == CELL_MERGED)
        cell->number = !above ? 0 : above->kind == CELL_MERGED ? above->number + 1 : 1;
    }
}

void build_targets(Arena *arena, Targets *targets) {
  list_funds(arena, targets);
  targets->name = name_of(targets);
  join_merged(&targets->indicators);
}

static bool has_goal(const Targets *targets) {
  return targets->goal || targets->goal_label;
}

static bool has_notes(const Targets *targets) {
  return targets->notes || targets->notes_label;
}

size_t targets_line_count(const Targets *targets) {
  return targets->subject_count + targets->fund_line_count + has_goal(targets) +
         targets->indicators.row_count + has_notes(targets);
}

static TargetLine labelled_line(TargetPart part, const Labelled *item, int depth) {
  return (TargetLine){.part = part, .depth = depth, .label = item->label, .value = &item->value};
}

TargetLine targets_line(const Targets *targets, size_t index) {
  if (index < targets->subject_count)
    return labelled_line(TARGET_SUBJECT, &targets->subject[index], 0);
  index -= targets->subject_count;
  if (index < targets->fund_line_count)
    return labelled_line(TARGET_FUND, targets->fund_lines[index].fund,
                         targets->fund_lines[index].depth);
  index -= targets->fund_line_count;
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

const Labelled *targets_total(const Targets *targets) {
  const Labelled *first = NULL;
  for (size_t i = 0; i < targets->fund_line_count; i++) {
    const Labelled *fund = targets->fund_lines[i].fund;
    if (fund->value.kind != CELL_MONEY)
      continue;
    if (fund->role == ROLE_TOTAL)
      return fund;
    first = first ? first : fund;
  }
  return first;
}

const char *targets_level(const Targets *targets, uint32_t row, Role level) {
  int leaf = table_leaf(&targets->indicators, level);
  if (leaf < 0)
    return NULL;
  const Row *rows = targets->indicators.rows;
  const Cell *cell = &rows[row].cells[leaf];
  if (cell->kind == CELL_MERGED)
    cell = &rows[row - (uint32_t)cell->number].cells[leaf];
  return cell->kind == CELL_TEXT && cell->length ? cell->text : NULL;
}
