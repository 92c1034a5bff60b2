#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "search/expression.h"
#include "search/term.h"

static void setup(void) { setlocale(LC_CTYPE, "C.UTF-8"); }

TestSuite(expression, .init = setup);

/* Where it is found in folded text: "start-end", "none", or what is wrong with the expression. */
static char *found(const char *pattern, const char *text) {
  static char out[200];
  Str error = STR_EMPTY;
  size_t start, end;
  Expression *expression = expression_new(pattern, strlen(pattern), &error);
  if (!expression)
    snprintf(out, sizeof out, "%s", error.data);
  else if (expression_find(expression, text, strlen(text), 0, &start, &end))
    snprintf(out, sizeof out, "%zu-%zu", start, end);
  else
    snprintf(out, sizeof out, "none");
  expression_free(expression);
  str_free(&error);
  return out;
}

Test(expression, finds_what_posix_finds) {
  static const struct {
    const char *pattern, *text, *expected;
  } cases[] = {
      {"abc", "xabcx", "1-4"},
      {"a.c", "abc", "0-3"},
      {"a*", "aaa", "0-3"},
      {"b*", "aaa", "0-0"},
      {"a+b", "caab", "1-4"},
      {"ab?c", "ac", "0-2"},
      {"a|ab", "ab", "0-2"}, /* the longest of those that begin first */
      {"(a|ab)(c|bcd)", "abcd", "0-4"},
      {"x(a|b)*y", "xabbay", "0-6"},
      {"^ab", "ab", "0-2"},
      {"^b", "ab", "none"},
      {"b$", "ab", "1-2"},
      {"^b$", "a\nb\nc", "2-3"},
      {"a$|^c", "a\nc", "0-1"},
      {"(x|)$", "ab\n", "2-2"},
      {"a.b", "a\nb", "none"},
      {"a[^x]b", "a\nb", "none"},
      {"[0-9]{3}", "12 345", "3-6"},
      {"^[0-9]{3}$", "201\n20103", "0-3"},
      {"a{2}", "aaa", "0-2"},
      {"a{2,}", "aaaa", "0-4"},
      {"a{0,2}b", "aaab", "1-4"},
      {"[]x]", "]", "0-1"},
      {"[a-c-]", "-", "0-1"},
      {"[^a-c]", "abcd", "3-4"},
      {"[[:digit:]]+", "ab12", "2-4"},
      {"[[:upper:]]", "a", "0-1"}, /* folded text has no capitals */
      {"\\.", "a.", "1-2"},
      {"费$", "培训费", "6-9"},
      {"[一-龥]{2}", "a培训", "1-7"},
      {"()", "a", "0-0"},
      {"", "a", "0-0"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(found(cases[i].pattern, cases[i].text), cases[i].expected, "%s in %s",
                     cases[i].pattern, cases[i].text);
}

Test(expression, is_folded_like_the_text) {
  cr_expect_str_eq(found("ＡＰＰ", "app"), "0-3");
  cr_expect_str_eq(found("[Ａ-Ｚ]+", "app"), "0-3");
  cr_expect_str_eq(found("机 构", "机构"), "0-6");
  cr_expect_str_eq(found("（室）", "(室)"), "0-5"); /* only a bracket of ASCII groups */
  cr_expect_str_eq(found("(室)", "(室)"), "1-4");
}

Test(expression, says_what_is_wrong) {
  static const char *const cases[][2] = {
      {"(a", "'(' is not closed"},
      {"a)", "')' closes nothing"},
      {"[a", "'[' is not closed"},
      {"*a", "there is nothing to repeat"},
      {"a\\", "nothing follows '\\'"},
      {"\\d", "'\\' stands before a letter or digit; write [0-9] or [[:alpha:]]"},
      {"(a)\\1", "'\\' stands before a letter or digit; write [0-9] or [[:alpha:]]"},
      {"[z-a]", "a range of characters ends before it begins"},
      {"[[:no:]]", "there is no such class of characters as '[:…:]' here"},
      {"a{2,1}", "'{' takes {m}, {m,} or {m,n}; write \\{ for the character"},
      {"a{,2}", "'{' takes {m}, {m,} or {m,n}; write \\{ for the character"},
      {"a{256}", "a number of repetitions is larger than 255"},
      {"((((a{99}){99}){99}){99}){99}", "the expression is too large"},
      {"(((((){255}){255}){255}){255}){255}", "the expression is too large"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(found(cases[i][0], "a"), cases[i][1], "%s", cases[i][0]);
}

Test(expression, is_bounded_in_nesting_and_length) {
  Str deep = STR_EMPTY, wide = STR_EMPTY;
  str_add_fill(&deep, '(', 100000);
  str_add_fill(&wide, 'a', 100000);
  cr_expect_str_eq(found(deep.data, "a"), "groups are nested too deeply");
  cr_expect_str_eq(found(wide.data, "a"), "the expression is too large");
  str_free(&deep);
  str_free(&wide);
}

/* Those that take a backtracking matcher years. */
Test(expression, takes_linear_time, .timeout = 20) {
  Str text = STR_EMPTY;
  str_add_fill(&text, 'a', 200000);
  cr_expect_str_eq(found("(a*)*b", text.data), "none");
  cr_expect_str_eq(found("(a|aa)+$b", text.data), "none");
  cr_expect_str_eq(found("(.*)(.*)(.*)(.*)x", text.data), "none");
  cr_expect_str_eq(found("((a|a)|(a|a))*$", text.data), "0-200000");
  str_free(&text);
}

static void expect_spans(const char *pattern, bool expression, const char *text,
                         const char *expected) {
  Term term;
  Str error = STR_EMPTY, out = STR_EMPTY;
  cr_assert(term_open(&term, pattern, strlen(pattern), expression, &error));
  TermSpans spans = term_spans(&term, text, strlen(text));
  for (size_t i = 0; i < spans.count; i++)
    str_printf(&out, "%zu-%zu ", spans.items[i].start, spans.items[i].end);
  cr_expect_str_eq(out.data, expected, "%s in %s", pattern, text);
  vec_free(&spans);
  term_close(&term);
  str_free(&out);
  str_free(&error);
}

Test(expression, spans_are_bytes_of_the_original) {
  expect_spans("机构", false, "机 构和机构", "0-7 10-16 ");
  expect_spans("[0-9]+", true, "２0１ x 3", "0-7 10-11 ");
  expect_spans("x*", true, "a费x费xx", "4-5 8-10 ");
  expect_spans("^a", true, "aaa", "0-1 ");
}
