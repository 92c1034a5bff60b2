#include "model/change.h"

#include <string.h>

typedef struct {
  const char *text;
  size_t length;
} Slice;

static bool begins(Slice slice, const char *word) {
  if (!slice.length || *slice.text != *word) /* nearly always */
    return false;
  size_t length = strlen(word);
  return slice.length >= length && !memcmp(slice.text, word, length);
}

static bool ends(Slice slice, const char *word) {
  size_t length = strlen(word);
  return slice.length >= length && !memcmp(slice.text + slice.length - length, word, length);
}

static Slice from(Slice slice, size_t bytes) {
  return (Slice){slice.text + bytes, slice.length - bytes};
}

/* The bytes of whichever word the slice begins with (ends with); 0: none. */
static size_t one_of(Slice slice, const char *const *words, size_t count,
                     bool (*stands)(Slice, const char *)) {
  for (size_t i = 0; i < count; i++)
    if (stands(slice, words[i]))
      return strlen(words[i]);
  return 0;
}
#define ONE_OF(slice, words, stands) \
  one_of((slice), (words), sizeof(words) / sizeof *(words), (stands))

static const char *const spaces[] = {" ", "\t", "　"};

static Slice skip_spaces(Slice slice) {
  for (size_t bytes; (bytes = ONE_OF(slice, spaces, begins)) != 0;)
    slice = from(slice, bytes);
  return slice;
}

static Slice cut_spaces(Slice slice) {
  for (size_t bytes; (bytes = ONE_OF(slice, spaces, ends)) != 0;)
    slice.length -= bytes;
  return slice;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

enum { YEAR_DIGITS = 4 };

/* A year at the start of the slice, 0 for 上年: false when none stands there. */
static bool read_year(Slice slice, int *year) {
  static const char *const before[] = {"上年", "上一年", "去年", "前一年"};
  *year = 0;
  if (ONE_OF(slice, before, begins))
    return true;
  size_t digits = 0;
  while (digits < slice.length && is_digit(slice.text[digits]) && digits <= YEAR_DIGITS)
    *year = *year * 10 + (slice.text[digits++] - '0');
  return digits == YEAR_DIGITS && begins(skip_spaces(from(slice, digits)), "年");
}

/* Where a comparison with a year begins; `length` when there is none. */
static size_t find_comparison(Slice slice, int *year) {
  static const char *const words[] = {"较", "比", "与", "同"};
  for (size_t at = 0; at < slice.length; at++) {
    Slice rest = from(slice, at);
    size_t word = ONE_OF(rest, words, begins);
    if (word && read_year(skip_spaces(from(rest, word)), year))
      return at;
  }
  return slice.length;
}

/* The verb of a change with the amount behind it: where it begins; `length` when there is none. */
static size_t find_amount(Slice clause, Figure *change) {
  static const char *const more[] = {"增加", "增长", "上升"};
  static const char *const less[] = {"减少", "下降", "降低"};
  for (size_t at = 0; at < clause.length; at++) {
    Slice rest = from(clause, at);
    size_t up = ONE_OF(rest, more, begins), down = ONE_OF(rest, less, begins);
    if (!up && !down)
      continue;
    rest = from(rest, up + down);
    rest = skip_spaces(begins(rest, "了") ? from(rest, strlen("了")) : rest);
    Figure figure;
    size_t bytes;
    if (figure_read(rest.text, rest.length, &bytes, &figure)) {
      figure.money.fen = down ? -figure.money.fen : figure.money.fen;
      *change = figure;
      return at;
    }
  }
  return clause.length;
}

/* The bytes of what ends a clause; a comma between digits does not. */
static size_t clause_end(const char *text, size_t length, size_t at) {
  static const char *const marks[] = {"，", "；", "：", ";", ":", ",", "。", "\n"};
  Slice rest = {text + at, length - at};
  if (*rest.text == ',' && at && is_digit(text[at - 1]) && rest.length > 1 &&
      is_digit(rest.text[1]))
    return 0;
  return ONE_OF(rest, marks, begins);
}

static bool ends_sentence(const char *text, size_t at) {
  Slice before = {text, at};
  return !at || ends(before, "。") || ends(before, "\n");
}

/* Where the sentence before `at` begins. What lies farther back tells nothing any more, and
 * a text without a full stop costs no more than one with. */
static size_t sentence_start(const char *text, size_t at) {
  enum { LOOK_BACK = 1024 };
  size_t start = at;
  while (!ends_sentence(text, start) && at - start < LOOK_BACK)
    start--;
  return start;
}

/* Where the clause before `at` begins, not before `sentence`. */
static size_t clause_start(const char *text, size_t length, size_t sentence, size_t at) {
  for (size_t i = at; i-- > sentence;) {
    size_t mark = clause_end(text, length, i);
    if (mark && i + mark <= at)
      return i + mark;
  }
  return sentence;
}

/* An amount at the end of a clause says what the subject comes to, not what it is. */
static Slice without_amount(Slice slice) {
  static const char *const units[] = {"千元", "万元", "亿元", "元"};
  size_t unit = ONE_OF(slice, units, ends);
  if (!unit)
    return slice;
  Slice cut = cut_spaces((Slice){slice.text, slice.length - unit});
  size_t length = cut.length;
  while (length && (is_digit(cut.text[length - 1]) || strchr(",.", cut.text[length - 1])))
    length--;
  return length < cut.length ? (Slice){cut.text, length} : slice;
}

/* The year and the words of transition that come before a subject. */
static Slice without_introduction(Slice slice) {
  static const char *const words[] = {"其中", "主要是", "主要原因是", "主要为", "是"};
  slice = skip_spaces(slice);
  for (size_t bytes; (bytes = ONE_OF(slice, words, begins)) != 0;)
    slice = skip_spaces(from(slice, bytes));
  int year;
  if (slice.length && is_digit(*slice.text) && read_year(slice, &year)) {
    slice = skip_spaces(from(slice, YEAR_DIGITS));
    slice = skip_spaces(from(slice, strlen("年")));
    slice = begins(slice, "度") ? skip_spaces(from(slice, strlen("度"))) : slice;
  }
  return slice;
}

static Slice subject_in(Slice clause) {
  int year;
  clause.length = find_comparison(clause, &year);
  return cut_spaces(without_introduction(without_amount(cut_spaces(clause))));
}

/* What the clause [start, end) is about, or else the ones before it in its sentence. */
static Slice find_subject(const char *text, size_t length, size_t sentence, size_t start,
                          size_t end) {
  Slice subject = subject_in((Slice){text + start, end - start});
  while (!subject.length && start > sentence) {
    end = start - 1;
    while (end > sentence && clause_end(text, length, end) != start - end)
      end--;
    start = clause_start(text, length, sentence, end);
    subject = subject_in((Slice){text + start, end - start});
  }
  return subject;
}

/* Whether [start, end) compares with a year, and with which at last. */
static bool compares(const char *text, size_t start, size_t end, int *year) {
  bool found = false;
  for (size_t at = start; at < end; at++) {
    int next = 0;
    at += find_comparison((Slice){text + at, end - at}, &next);
    if (at < end) {
      found = true;
      *year = next;
    }
  }
  return found;
}

/* Reads the clause [start, end) as a change told at `first` or later. */
static bool read_clause(const char *text, size_t length, size_t start, size_t end, size_t first,
                        Change *change) {
  size_t verb = start + find_amount((Slice){text + start, end - start}, &change->change);
  if (verb == end || verb < first)
    return false;
  size_t sentence = sentence_start(text, start);
  if (!compares(text, sentence, verb, &change->year))
    return false;
  Slice subject = find_subject(text, length, sentence, start, verb);
  change->subject = (size_t)(subject.text - text);
  change->subject_length = subject.length;
  return true;
}

bool change_read(const char *text, size_t length, size_t *at, Change *change) {
  size_t start = clause_start(text, length, sentence_start(text, *at), *at);
  while (start < length) {
    size_t end = start, mark = 0;
    while (end < length && (mark = clause_end(text, length, end)) == 0)
      end++;
    if (read_clause(text, length, start, end, *at, change)) {
      *at = end;
      return true;
    }
    start = end + mark;
  }
  *at = length;
  return false;
}
