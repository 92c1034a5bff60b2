/* Words for how styles look. */
#include <criterion/criterion.h>
#include <string.h>

#include "view/style_choice.h"

static StyleChoice good(const char *const *words) {
  StyleChoice choice = style_choice_plain();
  Str why = STR_EMPTY;
  for (; *words; words++)
    cr_assert(style_choice_add(&choice, *words, &why), "%s", why.data);
  str_free(&why);
  return choice;
}
#define GOOD(...) good((const char *const[]){__VA_ARGS__, NULL})

static void bad(const char *const *words, const char *word, const char *fragment) {
  StyleChoice choice = good(words);
  Str why = STR_EMPTY;
  cr_expect(!style_choice_add(&choice, word, &why));
  cr_expect(strstr(why.data, fragment), "“%s” is not in “%s”", fragment, why.data);
  str_free(&why);
}
#define BAD(word, fragment, ...) bad((const char *const[]){__VA_ARGS__, NULL}, word, fragment)

static void expect(StyleChoice choice, int foreground, int background, unsigned attributes) {
  cr_expect(choice.chosen);
  cr_expect_eq(choice.foreground, foreground);
  cr_expect_eq(choice.background, background);
  cr_expect_eq(choice.attributes, attributes);
}

Test(view_style_choice, words) {
  expect(style_choice_plain(), COLOR_OWN, COLOR_OWN, 0);
  expect(GOOD("red"), 1, COLOR_OWN, 0);
  expect(GOOD("bold", "bright-white", "0"), 15, 0, LOOK_BOLD);
  expect(GOOD("default", "255"), COLOR_OWN, 255, 0);
  expect(GOOD("dim", "underline", "reverse"), COLOR_OWN, COLOR_OWN,
         LOOK_DIM | LOOK_UNDERLINE | LOOK_REVERSE);
}

Test(view_style_choice, faults) {
  BAD("rde", "did you mean “red”?", NULL);
  BAD("bolt", "did you mean “bold”?", NULL);
  BAD("256", "unknown colour “256”", NULL);
  BAD("-1", "unknown colour “-1”", NULL);
  BAD("", "unknown colour “”", NULL);
  BAD("blue", "a third colour", "red", "default");
}

Test(view_style_choice, every_style_has_a_name) {
  for (size_t i = 0; i < style_words.count; i++)
    cr_expect(style_words.words[i].name && style_words.words[i].meaning, "style %zu", i);
}
