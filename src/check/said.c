#include "check/said.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"

static const char *const marks[] = {"，", "；", "：", "。", "、", ";", ":", ",", "\n"};
static const char *const stops[] = {"。", "\n"};

/* Asked of every byte of a text: most words end at the first one. */
static size_t begins_with(const char *text, size_t length, const char *const *words, size_t count) {
  for (size_t i = 0; length && i < count; i++) {
    if (*text != *words[i])
      continue;
    size_t word = strlen(words[i]);
    if (word <= length && !memcmp(text, words[i], word))
      return word;
  }
  return 0;
}
#define BEGINS(text, length, words) \
  begins_with((text), (length), (words), sizeof(words) / sizeof *(words))

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Whether the mark at `at` separates: a comma between digits does not. */
static size_t mark_at(const char *text, size_t length, size_t at) {
  if (text[at] == ',' && at && is_digit(text[at - 1]) && at + 1 < length && is_digit(text[at + 1]))
    return 0;
  return BEGINS(text + at, length - at, marks);
}

bool said_next(const char *text, size_t length, size_t *at, Said *said) {
  size_t words = *at, before = *at ? said->words : 0, sentence = *at ? said->sentence : 0;
  for (size_t i = *at; i < length;) {
    size_t mark = mark_at(text, length, i);
    if (mark) {
      if (BEGINS(text + i, length - i, stops))
        sentence = i + mark;
      /* Two marks in a row leave no empty clause. */
      if (i > words)
        before = words;
      words = i + mark;
      i += mark;
      continue;
    }
    size_t bytes;
    if (figure_read(text + i, length - i, &bytes, &said->figure)) {
      said->start = i;
      said->end = i + bytes;
      said->words = words;
      said->before = before;
      said->sentence = sentence;
      *at = said->end;
      return true;
    }
    i += bytes ? bytes : 1;
  }
  *at = length;
  return false;
}

/* ------------------------------------------------------------------ words */

/* A number of four digits before 年. */
static size_t year_at(const char *text, int *year) {
  enum { YEAR_DIGITS = 4 };
  size_t digits = 0;
  while (digits <= YEAR_DIGITS && is_digit(text[digits]))
    digits++;
  if (digits != YEAR_DIGITS || strncmp(text + digits, "年", strlen("年")) != 0)
    return 0;
  *year = (int)strtol(text, NULL, 10);
  size_t end = digits + strlen("年");
  return strncmp(text + end, "度", strlen("度")) ? end : end + strlen("度");
}

size_t said_enumeration(const char *text, size_t length) {
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七",
                                         "八", "九", "十", "百", "0",  "1",  "2",
                                         "3",  "4",  "5",  "6",  "7",  "8",  "9"};
  static const char *const ends[] = {")", ".", "、", ":"};
  size_t first = length && text[0] == '(', at = first, word;
  while ((word = BEGINS(text + at, length - at, numerals)) != 0)
    at += word;
  word = at > first ? BEGINS(text + at, length - at, ends) : 0;
  return word ? at + word : 0;
}

/* The bytes up to and with the document's year, where it stands last: 某局2023年度收入. */
static size_t until_year(const char *text, int year) {
  int found = 0;
  size_t end = 0;
  for (const char *at = text; *at; at++) {
    size_t bytes = year_at(at, &found);
    if (bytes && found == year)
      end = (size_t)(at - text) + bytes;
  }
  return end;
}

static bool find_year(const char *text, int year) {
  int found = 0;
  for (; *text; text++)
    if (year_at(text, &found) && found != year)
      return true;
  return false;
}

static bool holds(const char *text, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strstr(text, words[i]))
      return true;
  return false;
}
#define HOLDS(text, words) holds((text), (words), sizeof(words) / sizeof *(words))

void said_words(Str *out, const char *text, size_t length, int year, SaidSense *sense) {
  static const char *const leading[] = {
      "其中",   "本年度",   "本年",   "当年",     "全年", "年初", "我单位", "我部门",
      "我局",   "我办",     "本单位", "本部门",   "本局", "本办", "全区",   "所属各预算单位",
      "主要是", "主要用于", "安排",   "预算安排", "部门", "单位", "包括",   ":"};
  static const char *const changes[] = {"增加", "减少", "增长", "下降", "降低",
                                        "上升", "压减", "较",   "比"};
  static const char *const last_year[] = {"上年", "去年"};
  static const char *const flows[] = {"本年收入", "本年支出"};
  static const char *const totals[] = {"总"};
  size_t start = out->length;
  fold_text(out, text, length);
  const char *folded = out->data + start;
  *sense = (SaidSense){.change = HOLDS(folded, changes),
                       .other_year = find_year(folded, year) || HOLDS(folded, last_year),
                       .this_year = HOLDS(folded, flows),
                       .total = HOLDS(folded, totals)};
  size_t at = start + until_year(folded, year);
  for (size_t cut = 1; cut; at += cut) {
    const char *front = out->data + at;
    int found;
    cut = year_at(front, &found);
    if (!cut)
      cut = said_enumeration(front, out->length - at);
    if (!cut)
      cut = BEGINS(front, out->length - at, leading);
  }
  str_splice(out, start, at - start, "", 0);
}
