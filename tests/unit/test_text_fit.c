#include <criterion/criterion.h>
#include <string.h>

#include "text/fit.h"
#include "text/width.h"

static void narrow_again(void) {
  width_set_ambiguous(1);
}

TestSuite(fit, .init = narrow_again);

static void expect(const char *text, size_t width, FitAlign align, const char *wanted) {
  Str out = STR_EMPTY;
  str_add_text(&out, ">");
  fit_text(&out, text, strlen(text), width, align, "…");
  cr_assert_str_eq(out.data + 1, wanted, "“%s” in %zu: “%s”", text, width, out.data + 1);
  cr_assert_eq(out.data[0], '>');
  cr_assert_eq(width_text(out.data + 1, out.length - 1), width);
  str_free(&out);
}

Test(fit, pads_as_aligned) {
  expect("预算", 7, FIT_LEFT, "预算   ");
  expect("预算", 7, FIT_RIGHT, "   预算");
  expect("预算", 7, FIT_CENTER, " 预算  ");
  expect("预算", 4, FIT_RIGHT, "预算");
  expect("", 3, FIT_LEFT, "   ");
  expect("", 0, FIT_LEFT, "");
}

Test(fit, cuts_at_a_cluster_and_ends_with_the_ellipsis) {
  expect("机构事务", 7, FIT_LEFT, "机构事…");
  expect("机构事务", 6, FIT_LEFT, "机构… ");
  expect("机构事务", 6, FIT_RIGHT, " 机构…");
  expect("机构事务", 2, FIT_LEFT, "… ");
  expect("机构事务", 1, FIT_LEFT, "…");
  expect("e\u0301e\u0301e\u0301", 2, FIT_LEFT, "e\u0301…");
  expect("abc", 0, FIT_LEFT, "");
}

Test(fit, ellipsis_of_two_columns) {
  width_set_ambiguous(2);
  expect("机构事务", 7, FIT_LEFT, "机构… ");
  expect("机构事务", 2, FIT_LEFT, "…");
  expect("机构事务", 1, FIT_LEFT, " ");
}

Test(fit, an_ellipsis_too_wide_is_left_out) {
  Str out = STR_EMPTY;
  fit_text(&out, "abcdef", 6, 2, FIT_LEFT, "...");
  fit_text(&out, "机构", 6, 1, FIT_LEFT, "...");
  fit_text(&out, "abcdef", 6, 3, FIT_LEFT, "");
  cr_assert_str_eq(out.data, "ab abc");
  str_free(&out);
}

Test(fit, hostile_text_is_made_safe) {
  expect("\x1B[31m\u202E预\n算", 10, FIT_LEFT, "\uFFFD[31m预 算");
  expect("a\xE4\xB8", 4, FIT_LEFT, "a\uFFFD\uFFFD ");
}

Test(fit, prefix_never_cuts_a_cluster) {
  static const char text[] = "a预e\u0301\u202E算。";
  size_t taken;
  struct {
    size_t width, bytes, taken;
  } cases[] = {{0, 0, 0},  {1, 1, 1},  {2, 1, 1},  {3, 4, 3},  {4, 10, 4},
               {5, 10, 4}, {6, 13, 6}, {8, 16, 8}, {99, 16, 8}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cr_assert_eq(fit_prefix(text, strlen(text), cases[i].width, &taken), cases[i].bytes, "case %zu",
                 i);
    cr_assert_eq(taken, cases[i].taken, "case %zu", i);
  }
  cr_assert_eq(fit_prefix(text, strlen(text), 3, NULL), 4);
  cr_assert_eq(fit_prefix("", 0, 3, &taken), 0);
  cr_assert_eq(taken, 0);
}

Test(fit, whole_adds_all_and_tells_the_width) {
  Str out = STR_EMPTY;
  static const char text[] = "“三公”\x07经费\u2067\xFF";
  cr_assert_eq(fit_whole(&out, text, strlen(text)), 12);
  cr_assert_str_eq(out.data, "“三公”\uFFFD经费\uFFFD");
  width_set_ambiguous(2);
  str_clear(&out);
  cr_assert_eq(fit_whole(&out, text, strlen(text)), 14);
  cr_assert_str_eq(out.data, "“三公”?经费?");
  str_free(&out);
}

Test(fit, every_width_is_kept) {
  static const char text[] = "一、“三公”经费\u0301支出（万元）…\x80é";
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
    width_set_ambiguous(ambiguous);
    for (size_t width = 0; width < 50; width++) {
      Str out = STR_EMPTY;
      fit_text(&out, text, strlen(text), width, (FitAlign)(width % 3), "…");
      cr_assert_eq(width_text(out.data, out.length), width);
      str_free(&out);
    }
  }
}

/* What is left of a number is another number. */
Test(fit, no_number_is_cut) {
  expect("收入 2,246.51 万元", 10, FIT_LEFT, "收入 …    ");
  expect("收入 2,246.51 万元", 15, FIT_LEFT, "收入 2,246.51 …");
  expect("2080505", 5, FIT_LEFT, "2080…");
}
