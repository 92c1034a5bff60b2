#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "text/fold.h"
#include "text/pinyin.h"
#include "text/utf8.h"

/* The part of a text that a query finds: "none", or "-" for a query that asks for no reading. */
static char *found(const char *query, const char *text) {
  static char out[200];
  Str folded = STR_EMPTY, in = STR_EMPTY;
  size_t start, end;
  fold_text(&folded, query, strlen(query));
  fold_text(&in, text, strlen(text));
  Pinyin *pinyin = pinyin_new(folded.data, folded.length);
  if (!pinyin)
    snprintf(out, sizeof out, "-");
  else if (pinyin_find(pinyin, in.data, in.length, 0, &start, &end))
    snprintf(out, sizeof out, "%.*s", (int)(end - start), in.data + start);
  else
    snprintf(out, sizeof out, "none");
  pinyin_free(pinyin);
  str_free(&folded);
  str_free(&in);
  return out;
}

static const char *readings(const char *text) {
  static char out[100];
  uint32_t character;
  const char *reading;
  out[0] = '\0';
  utf8_decode(text, strlen(text), &character);
  for (size_t i = 0; (reading = pinyin_reading(character, i)) != NULL; i++)
    snprintf(out + strlen(out), sizeof out - strlen(out), "%s ", reading);
  return out;
}

typedef struct {
  const char *query, *text, *expected;
} Case;

#define EXPECT(cases)                                                                          \
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)                                    \
  cr_expect_str_eq(found(cases[i].query, cases[i].text), cases[i].expected, "%s in %s: %s",    \
                   cases[i].query, cases[i].text, found(cases[i].query, cases[i].text))

Test(pinyin, initials_and_whole_readings_mix) {
  static const Case cases[] = {
      {"xzyx", "行政运行", "行政运行"},       {"xingzhengyunxing", "行政运行", "行政运行"},
      {"xingzheng", "行政运行", "行政"},      {"xzyunxing", "行政运行", "行政运行"},
      {"xingzyunx", "行政运行", "行政运行"},  {"yx", "行政运行", "运行"},
      {"XZYX", "行政运行", "行政运行"},       {"ｘｚｙｘ", "行政运行", "行政运行"},
      {"xing zheng", "行政运行", "行政"},     {"xi'an", "西安办事处", "西安"},
      {"xian", "县级", "县"},                 {"xian", "西安", "西安"},
      {"xzyx", "一般行政运行费", "行政运行"}, {"xzyx", "行 政 运 行", "行政运行"},
  };
  EXPECT(cases);
}

Test(pinyin, a_reading_may_be_incomplete_at_the_end_only) {
  static const Case cases[] = {
      {"xingz", "行政运行", "行政"},       {"xingzh", "行政运行", "行政"},
      {"xingzhe", "行政运行", "行政"},     {"xin", "行政", "行"},
      {"xinzheng", "行政运行", "none"},    {"xingzhey", "行政运行", "none"},
      {"xingzhengx", "行政运行", "none"},  {"zhsh", "综合收入", "综合收"},
      {"zhsh", "住宅收税", "宅收"},        {"zhshzh", "注释者", "注释者"},
      {"shbz", "社会保障", "社会保障"},    {"shhbzh", "社会保障", "社会保障"},
      {"shehbz", "社会保障", "社会保障"},
  };
  EXPECT(cases);
}

Test(pinyin, every_reading_is_found) {
  static const Case cases[] = {
      {"yinhang", "银行存款", "银行"}, {"yinxing", "银行存款", "银行"},
      {"chongqing", "重庆市", "重庆"}, {"zhongqing", "重庆市", "重庆"},
      {"zhongda", "重大项目", "重大"}, {"quzhang", "区长", "区长"},
      {"changqi", "长期", "长期"},     {"yinyue", "音乐", "音乐"},
      {"yinle", "音乐", "音乐"},       {"kuaiji", "会计", "会计"},
      {"huiji", "会计", "会计"},       {"shuxian", "数字", "none"},
  };
  EXPECT(cases);
  cr_expect_str_eq(readings("重"), "zhong chong ");
  cr_expect_str_eq(readings("长"), "zhang chang ");
  cr_expect_str_eq(readings("乐"), "le yue ");
  cr_expect_str_eq(readings("政"), "zheng ");
  cr_expect_str_eq(readings("女"), "nv ");
  cr_expect_str_eq(readings("𬭛"), "bo "); /* beyond U+FFFF */
  cr_expect_str_eq(readings("a"), "");
  cr_expect_str_eq(readings("か"), "");
  cr_expect_null(pinyin_reading(0x10FFFF, 0));
  cr_expect_null(pinyin_reading(UINT32_MAX, 0));
}

Test(pinyin, u_with_dots_is_v_or_u) {
  static const Case cases[] = {
      {"lv", "绿化", "绿"},       {"lu", "绿化", "绿"},     {"lü", "绿化", "绿"},
      {"lǜhua", "绿化", "none"},  {"LÜHUA", "绿化", "绿化"}, {"zhanlve", "战略", "战略"},
      {"zhanlue", "战略", "战略"}, {"funv", "妇女", "妇女"}, {"funu", "妇女", "妇女"},
      {"lv", "道路", "none"},
  };
  EXPECT(cases);
}

Test(pinyin, other_characters_stand_for_themselves) {
  static const Case cases[] = {
      {"行zyx", "行政运行", "行政运行"}, {"xz运行", "行政运行", "行政运行"},
      {"appjs", "政务APP建设", "app建设"}, {"2023nian", "2023年预算", "2023年"},
      {"xz行", "行政运行", "none"},       {"行x", "行政", "none"},
  };
  EXPECT(cases);
}

Test(pinyin, marks_inside_of_names_are_passed_over) {
  static const Case cases[] = {
      {"sgjf", "“三公”经费", "三公”经费"},
      {"ygcgjf", "因公出国（境）费", "因公出国(境)费"},
      {"cgf", "因公出国（境）费", "none"},
      {"cg(", "因公出国（境）费", "出国("},
      {"sr", "收。入", "none"},
      {"sr", "收，入", "none"},
      {"sr", "收、入", "收、入"},
  };
  EXPECT(cases);
}

Test(pinyin, latin_text_is_not_found_by_readings) {
  static const Case cases[] = {
      {"xzyx", "xzyx", "none"},   {"a", "app", "none"},       {"pj", "app建设", "none"},
      {"ppjs", "APP建设", "none"}, {"3n", "2023年", "none"},  {"x", "excel 2023", "none"},
      {"3nian", "3年", "3年"},     {"lb", "Excel表", "none"}, {"sheng", "sheng", "none"},
  };
  EXPECT(cases);
}

Test(pinyin, no_match_goes_beyond_a_line) {
  size_t start, end;
  Pinyin *pinyin = pinyin_new("xzyx", 4);
  const char text[] = "行政\n运行\n行政运行";
  cr_assert(pinyin_find(pinyin, text, strlen(text), 0, &start, &end));
  cr_expect_eq(start, 14);
  cr_expect_not(pinyin_find(pinyin, text, strlen(text), 15, &start, &end));
  pinyin_free(pinyin);
}

Test(pinyin, what_has_no_letter_or_no_end_asks_for_no_reading) {
  char most[PINYIN_LONGEST + 2], *text = memory_zero(PINYIN_LONGEST + 1, 3);
  cr_expect_str_eq(found("2023", "二零二三"), "-");
  cr_expect_str_eq(found("行政", "行政"), "-");
  cr_expect_str_eq(found("'", "行政"), "-");
  memset(most, 'x', sizeof most);
  cr_expect_null(pinyin_new(most, sizeof most - 1));
  Pinyin *pinyin = pinyin_new(most, PINYIN_LONGEST);
  cr_assert_not_null(pinyin);
  size_t start, end, length = PINYIN_LONGEST * 3;
  for (size_t i = 0; i < length; i += 3)
    memcpy(text + i, "行", 3);
  cr_expect(pinyin_find(pinyin, text, length, 0, &start, &end));
  cr_expect_eq(end, length);
  cr_expect_not(pinyin_find(pinyin, text, length - 3, 0, &start, &end));
  pinyin_free(pinyin);
  memory_free(text);
}

/* Bytes that are no text, and a run of what is passed over, cost no more than others. */
Test(pinyin, hostile_text_takes_linear_time, .timeout = 20) {
  Str text = STR_EMPTY;
  size_t start, end;
  Pinyin *pinyin = pinyin_new("aaaaaaaaab", 10);
  for (size_t i = 0; i < 100000; i++)
    str_add_text(&text, "啊((((\xE5\xFF\xE9");
  cr_expect_not(pinyin_find(pinyin, text.data, text.length, 0, &start, &end));
  pinyin_free(pinyin);
  str_free(&text);
}

/* ------------------------------------------------------------------ against a plain matcher */

static unsigned next_random(unsigned *state) {
  *state = *state * 1103515245u + 12345u;
  return *state >> 16;
}

/* Whether the query can be read off the text from its beginning on, one way after the other. */
static bool read_off(const char *query, const char *text, bool read) {
  uint32_t character;
  const char *reading;
  if (!*query)
    return read;
  if (!*text)
    return false;
  const char *rest = text + utf8_decode(text, strlen(text), &character);
  for (size_t i = 0; (reading = pinyin_reading(character, i)) != NULL; i++) {
    size_t length = strlen(reading), left = strlen(query);
    if (!strncmp(query, reading, left < length ? left : length) &&
        (left <= length || read_off(query + length, rest, true)))
      return true;
    if (*query == *reading && read_off(query + 1, rest, true))
      return true;
    if (strchr("zcs", *reading) && reading[1] == 'h' && !strncmp(query, reading, 2) &&
        read_off(query + 2, rest, true))
      return true;
  }
  return character < 0x80 && (unsigned char)*query == character &&
         read_off(query + 1, rest, read);
}

Test(pinyin, finds_what_a_plain_matcher_finds) {
  static const char *const pieces[] = {"行", "重", "长", "乐", "中", "安", "西", "参", "a"};
  static const char *const typed[] = {"x",  "xing", "xi", "zh", "zhong", "z", "ch", "chang", "s",
                                      "an", "a",    "le", "l",  "y",     "n", "g",  "h",     "u"};
  unsigned state = 20231123;
  size_t hits = 0;
  for (int round = 0; round < 20000; round++) {
    char query[40] = "", text[40] = "", *at;
    for (size_t i = next_random(&state) % 5; i < 5; i++)
      strcat(text, pieces[next_random(&state) % (sizeof pieces / sizeof *pieces)]);
    for (size_t i = next_random(&state) % 3; i < 3; i++)
      strcat(query, typed[next_random(&state) % (sizeof typed / sizeof *typed)]);
    bool expected = false;
    for (at = text; *at && !expected; at += *at == 'a' ? 1 : 3)
      expected = (at == text || *at != 'a' || at[-1] != 'a') && read_off(query, at, false);
    hits += expected;
    cr_assert_eq(strcmp(found(query, text), "none") != 0, expected, "%s in %s", query, text);
  }
  cr_expect_gt(hits, 500, "%zu", hits);
}
