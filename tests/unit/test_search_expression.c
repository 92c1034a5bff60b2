#include <criterion/criterion.h>
#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "search/expression.h"
#include "search/term.h"

static void setup(void) { setlocale(LC_CTYPE, "C.UTF-8"); }

TestSuite(expression, .init = setup);

#define TOO_LARGE                                                                  \
  "too many states in the expression: at most 4000; to read it all the same, use " \
  "'--limit expression-states=8000'"

/* Where it is found in folded text: "start-end", "none", or what is wrong with the expression. */
static char *found(const char *pattern, const char *text) {
  static char out[200];
  Str error = STR_EMPTY;
  size_t start, end;
  Expression *expression = expression_new(pattern, strlen(pattern), NULL, &error);
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
      {"((((a{99}){99}){99}){99}){99}", TOO_LARGE},
      {"(((((){255}){255}){255}){255}){255}", TOO_LARGE},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(found(cases[i][0], "a"), cases[i][1], "%s", cases[i][0]);
}

Test(expression, is_bounded_in_nesting_and_length) {
  Str deep = STR_EMPTY, wide = STR_EMPTY;
  str_add_fill(&deep, '(', 100000);
  str_add_fill(&wide, 'a', 100000);
  cr_expect_str_eq(found(deep.data, "a"), "groups are nested too deeply");
  cr_expect_str_eq(found(wide.data, "a"), TOO_LARGE);
  str_free(&deep);
  str_free(&wide);
}

Test(expression, may_be_larger_where_the_limit_is_raised) {
  Limits limits = limits_standard();
  limits.values[LIMIT_EXPRESSION_STATES] = limit_list[LIMIT_EXPRESSION_STATES].most;
  Str wide = STR_EMPTY, error = STR_EMPTY;
  size_t start, end;
  for (int i = 0; i < 20000; i++)
    str_printf(&wide, "%d|", 100000 + i);
  str_add_text(&wide, "甲");
  Expression *expression = expression_new(wide.data, wide.length, &limits, &error);
  cr_assert(expression, "%s", error.data);
  cr_expect(expression_find(expression, "x119999", 7, 0, &start, &end) && start == 1 && end == 7);
  cr_expect(expression_find(expression, "x甲", 4, 0, &start, &end) && start == 1 && end == 4);
  cr_expect_not(expression_find(expression, "120000", 6, 0, &start, &end));
  expression_free(expression);
  str_clear(&wide);
  str_add_fill(&wide, 'a', 300000);
  cr_expect_null(expression_new(wide.data, wide.length, &limits, &error));
  cr_expect(strstr(error.data, "cannot be set high enough"), "%s", error.data);
  str_free(&wide);
  str_free(&error);
}

Test(expression, repeats_repetitions_within_bounds) {
  Str stars = STR_EMPTY;
  str_add_text(&stars, "a");
  str_add_fill(&stars, '*', 100);
  cr_expect_str_eq(found(stars.data, "aa"), "0-2");
  str_add_fill(&stars, '*', 100000);
  cr_expect_str_eq(found(stars.data, "aa"), "repetitions are repeated too often");
  str_free(&stars);
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

/* ------------------------------------------------------------------ against the C library */

static unsigned next_random(unsigned *state) {
  *state = *state * 1103515245u + 12345u;
  return *state >> 16;
}

/* Adds a random expression over a and b. */
static void add_random(Str *out, unsigned *state, int depth) {
  static const char *const atoms[] = {"a", "b", ".", "[ab]", "[^a]", "a", "b"};
  static const char *const repeats[] = {"*", "+", "?", "{2}", "{0,1}", "{1,3}"};
  unsigned parts = 1 + next_random(state) % 3;
  for (unsigned i = 0; i < parts; i++) {
    if (depth && next_random(state) % 3 == 0) {
      str_add_char(out, '(');
      add_random(out, state, depth - 1);
      if (next_random(state) % 2) {
        str_add_char(out, '|');
        add_random(out, state, depth - 1);
      }
      str_add_char(out, ')');
    } else {
      str_add_text(out, atoms[next_random(state) % (sizeof atoms / sizeof *atoms)]);
    }
    if (next_random(state) % 3 == 0)
      str_add_text(out, repeats[next_random(state) % (sizeof repeats / sizeof *repeats)]);
  }
}

static void compare(const char *pattern, const char *text) {
  char expected[40] = "none";
  regex_t regex;
  regmatch_t match;
  cr_assert_eq(regcomp(&regex, pattern, REG_EXTENDED), 0, "%s", pattern);
  if (regexec(&regex, text, 1, &match, 0) == 0)
    snprintf(expected, sizeof expected, "%d-%d", (int)match.rm_so, (int)match.rm_eo);
  regfree(&regex);
  cr_assert_str_eq(found(pattern, text), expected, "%s in %s", pattern, text);
}

Test(expression, agrees_with_the_c_library) {
  unsigned state = 20231123;
  for (int i = 0; i < 3000; i++) {
    Str pattern = STR_EMPTY, text = STR_EMPTY;
    if (next_random(&state) % 5 == 0)
      str_add_char(&pattern, '^');
    add_random(&pattern, &state, 2);
    if (next_random(&state) % 5 == 0)
      str_add_char(&pattern, '$');
    for (unsigned length = next_random(&state) % 9; length; length--)
      str_add_char(&text, "abc"[next_random(&state) % 3]);
    compare(pattern.data, text.data);
    str_free(&pattern);
    str_free(&text);
  }
}

static void expect_spans(const char *pattern, bool expression, const char *text,
                         const char *expected) {
  Term term;
  Str error = STR_EMPTY, out = STR_EMPTY;
  cr_assert(term_open(&term, pattern, strlen(pattern),
                      expression ? TERM_EXPRESSION : TERM_PLAIN, NULL, &error));
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

/* A cluster that folds to several characters is marked once, however many of them are found. */
Test(expression, finds_a_cluster_once) {
  static const char text[] = "\xe8\x94\xaf\x01\xcc\x94"
                             "b";
  Term term;
  Str error = STR_EMPTY;
  cr_assert(term_open(&term, ".", 1, TERM_EXPRESSION, NULL, &error), "%s", error.data);
  TermSpans spans = term_spans(&term, text, sizeof text - 1);
  for (size_t i = 1; i < spans.count; i++)
    cr_expect_geq(spans.items[i].start, spans.items[i - 1].end);
  vec_free(&spans);
  term_close(&term);
  str_free(&error);
}
