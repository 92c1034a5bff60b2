#include <criterion/criterion.h>

#include "make_table.h"
#include "model/build.h"
#include "model/targets.h"

static Cell text_cell(const char *text) {
  Cell cell = {.kind = CELL_TEXT};
  cell.text = text;
  while (text[cell.length])
    cell.length++;
  return cell;
}

Test(targets, lines_in_printed_order) {
  Arena *arena = arena_new();
  Labelled subject[] = {{.label = "预算年度", .role = SUBJECT_BUDGET_YEAR, .value = text_cell("2023")},
                        {.label = "单位", .role = SUBJECT_DEPARTMENT, .value = text_cell("政务办")}};
  Labelled inner[] = {{.label = "其他"}};
  Labelled basic[] = {{.label = "合计"}, {.label = "财政拨款", .parts = inner, .part_count = 1}};
  Labelled funds[] = {{.label = "总额"},
                      {.label = "基本支出", .parts = basic, .part_count = 2},
                      {.label = "项目支出"}};
  Targets targets = {.subject = subject, .subject_count = 2, .funds = funds, .fund_count = 3,
                     .goal_label = "整体目标", .goal = "目标", .notes_label = "其他说明"};
  targets.indicators = *make_table(arena, UNIT_YUAN, "level-1,value", ROWS("产出指标|1", "^|2"));
  build_targets(arena, &targets);
  static const struct {
    TargetPart part;
    int depth;
    const char *label;
  } lines[] = {{TARGET_SUBJECT, 0, "预算年度"}, {TARGET_SUBJECT, 0, "单位"}, {TARGET_FUND, 0, "总额"},
               {TARGET_FUND, 0, "基本支出"}, {TARGET_FUND, 1, "合计"}, {TARGET_FUND, 1, "财政拨款"},
               {TARGET_FUND, 2, "其他"}, {TARGET_FUND, 0, "项目支出"}, {TARGET_GOAL, 0, "整体目标"},
               {TARGET_INDICATOR, 0, NULL}, {TARGET_INDICATOR, 0, NULL}, {TARGET_NOTES, 0, "其他说明"}};
  size_t count = sizeof lines / sizeof *lines;
  cr_assert_eq(targets_line_count(&targets), count);
  for (size_t i = 0; i < count; i++) {
    TargetLine line = targets_line(&targets, i);
    cr_expect_eq(line.part, lines[i].part, "line %zu", i);
    cr_expect_eq(line.depth, lines[i].depth, "line %zu", i);
    if (lines[i].label)
      cr_expect_str_eq(line.label, lines[i].label);
    else
      cr_expect_null(line.label);
  }
  cr_expect_eq(targets_line(&targets, 6).value, &inner[0].value);
  cr_expect_str_eq(targets_line(&targets, 8).text, "目标");
  cr_expect_null(targets_line(&targets, 8).heading);
  targets.goal_heading = "绩效情况";
  cr_expect_str_eq(targets_line(&targets, 8).heading, "绩效情况");
  cr_expect_eq(targets_line(&targets, 10).row, 1);
  cr_expect_null(targets_line(&targets, 11).text);
  targets.goal = targets.goal_label = targets.notes_label = NULL;
  cr_expect_eq(targets_line_count(&targets), count - 2);
  cr_expect_eq(targets_line(&targets, 8).part, TARGET_INDICATOR);
  arena_free(arena);
}

Test(targets, subject_and_name) {
  Labelled subject[] = {{.label = "单位", .role = SUBJECT_DEPARTMENT, .value = text_cell("政务办")},
                        {.label = "项目名称", .role = SUBJECT_PROJECT, .value = text_cell("中心运行费")}};
  Targets targets = {.subject = subject, .subject_count = 2};
  Arena *arena = arena_new();
  build_targets(arena, &targets);
  cr_expect_str_eq(targets.name, "中心运行费");
  cr_expect_eq(targets_subject(&targets, SUBJECT_DEPARTMENT), &subject[0].value);
  cr_expect_null(targets_subject(&targets, SUBJECT_OFFICER));
  subject[1].value = (Cell){.kind = CELL_BLANK};
  build_targets(arena, &targets);
  cr_expect_str_eq(targets.name, "政务办");
  targets.subject_count = 0;
  build_targets(arena, &targets);
  cr_expect_str_eq(targets.name, "");
  arena_free(arena);
}

Test(targets, merged_levels) {
  Arena *arena = arena_new();
  Targets targets = {0};
  targets.indicators = *make_table(arena, UNIT_YUAN, "level-1,level-2",
                                   ROWS("^|a", "效益指标|社会效益", "^|", "^|^", "|b", "^|c"));
  build_targets(arena, &targets);
  static const char *const first[] = {NULL, "效益指标", "效益指标", "效益指标", NULL, NULL};
  for (uint32_t i = 0; i < 6; i++) {
    const char *level = targets_level(&targets, i, ROLE_LEVEL_1);
    if (first[i])
      cr_expect_str_eq(level, first[i]);
    else
      cr_expect_null(level, "row %u", i);
  }
  cr_expect_null(targets_level(&targets, 3, ROLE_LEVEL_2));
  cr_expect_str_eq(targets_level(&targets, 1, ROLE_LEVEL_2), "社会效益");
  cr_expect_null(targets_level(&targets, 1, ROLE_LEVEL_3));
  arena_free(arena);
}

static Labelled fund(int role, int64_t fen) {
  Labelled item = {.label = "", .role = role};
  if (fen)
    item.value = (Cell){.money = {fen}, .kind = CELL_MONEY};
  return item;
}

Test(targets, the_whole_funds_may_stand_under_a_heading) {
  Labelled parts[] = {fund(ROLE_FISCAL, 1), fund(ROLE_TOTAL, 2)};
  Labelled funds[] = {fund(ROLE_BASIC, 3), {.label = "总体", .parts = parts, .part_count = 2}};
  Targets targets = {.funds = funds, .fund_count = 2};
  Arena *arena = arena_new();
  build_targets(arena, &targets);
  cr_expect_eq(targets_total(&targets), &parts[1]);
  parts[1].value.kind = CELL_BLANK; /* no total has an amount: the first amount there is */
  cr_expect_eq(targets_total(&targets), &funds[0]);
  funds[0].value.kind = parts[0].value.kind = CELL_BLANK;
  cr_expect_null(targets_total(&targets));
  arena_free(arena);
}
