#include "import/words.h"

#include <string.h>

#include "text/char.h"
#include "text/utf8.h"

/* Characters that Chinese text is set in: between two of them no space is printed. */
static bool is_chinese(uint32_t character) {
  return char_within(character, 0x2E80, 0x9FFF) || char_within(character, 0xF900, 0xFAFF) ||
         char_within(character, 0xFF01, 0xFF60) || char_within(character, 0x2014, 0x2026) ||
         char_within(character, 0x20000, 0x3FFFF);
}

static bool is_space(uint32_t character) {
  return character == ' ' || character == '\t' || character == 0x3000 || character == 0xA0 ||
         char_within(character, 0x2000, 0x200B) || character == 0xFEFF;
}

bool words_is_part(const char *text) {
  static const char *const kinds[] = {"部分", "章", "节", "条"};
  size_t bytes = 0;
  if (strncmp(text, "第", strlen("第")) != 0)
    return false;
  text += strlen("第");
  if (!words_chinese(text, &bytes))
    bytes = strspn(text, "0123456789");
  for (size_t i = 0; bytes && i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp(text + bytes, kinds[i]))
      return true;
  return false;
}

static void mend(Str *out, const char *text, bool title) {
  size_t start = out->length;
  size_t length = strlen(text);
  uint32_t before = 0;
  bool gap = false;
  for (size_t at = 0, bytes; at < length; at += bytes) {
    uint32_t character;
    bytes = utf8_decode(text + at, length - at, &character);
    if (is_space(character)) {
      gap = true;
      continue;
    }
    bool left = is_chinese(before), right = is_chinese(character);
    bool joined = title ? left || right : left && right;
    if (gap && before && (!joined || words_is_part(out->data + start)))
      str_add_char(out, ' ');
    gap = false;
    before = character;
    str_add(out, text + at, bytes);
  }
}

void words_mend(Str *out, const char *text) { mend(out, text, false); }
void words_mend_title(Str *out, const char *text) { mend(out, text, true); }

/* ------------------------------------------------------------------------ figures */

bool words_is_amount(const char *text) {
  Money money;
  uint8_t decimals;
  MoneyStatus status = money_parse(text, strlen(text), UNIT_YI, &money, &decimals);
  return status != MONEY_SYNTAX;
}

bool words_are_figures(const char *mended) {
  size_t figures = 0;
  for (const char *at = mended; *at;) {
    size_t length = strcspn(at, " ");
    Str word = STR_EMPTY;
    str_add(&word, at, length);
    bool figure = words_is_amount(word.data) || words_is_sign(word.data);
    str_free(&word);
    if (!figure)
      return false;
    figures++;
    at += length + (at[length] == ' ');
  }
  return figures > 1;
}

bool words_is_sign(const char *text) {
  static const char *const signs[] = {"-", "–", "—", "－", "/", "——", "--", "／"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (!strcmp(text, signs[i]))
      return true;
  return false;
}

static int digit_of(uint32_t character) {
  if (char_within(character, '0', '9'))
    return (int)(character - '0');
  return char_within(character, 0xFF10, 0xFF19) ? (int)(character - 0xFF10) : -1;
}

/* The digits that a text is made of alone, and the number they are, as far as it fits; 0: other
 * characters too. */
static size_t only_digits(const char *text, long *number) {
  size_t length = strlen(text), count = 0;
  *number = 0;
  for (size_t at = 0; at < length;) {
    uint32_t character;
    at += utf8_decode(text + at, length - at, &character);
    int digit = digit_of(character);
    if (digit < 0)
      return 0;
    count++;
    if (*number < 1000000)
      *number = *number * 10 + digit;
  }
  return count;
}

bool words_is_code(const char *text) {
  enum { CODE_MOST = 16 };
  long number;
  size_t digits = only_digits(text, &number);
  return digits && digits <= CODE_MOST;
}

int words_ordinal(const char *text) {
  long number;
  size_t digits = only_digits(text, &number);
  return digits && digits <= 4 && *text != '0' ? (int)number : 0;
}

int words_year(const char *folded) {
  for (const char *at = folded; (at = strstr(at, "年")); at += strlen("年")) {
    if (at - folded < 4 || (at[-4] != '2' && at[-4] != '1') || strspn(at - 4, "0123456789") != 4)
      continue;
    if (at - folded > 4 && at[-5] >= '0' && at[-5] <= '9')
      continue;
    int year = (at[-4] - '0') * 1000 + (at[-3] - '0') * 100 + (at[-2] - '0') * 10 + at[-1] - '0';
    if (year >= 1949 && year <= 2999)
      return year;
  }
  return 0;
}

static bool unit_begins(const char *text, Unit *unit) {
  static const char *const before[] = {":", "人民币", "为"};
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (!strncmp(text, before[i], strlen(before[i])))
      text += strlen(before[i]);
  for (int i = 0; i < UNIT_COUNT; i++)
    if (!strncmp(text, unit_name((Unit)i), strlen(unit_name((Unit)i)))) {
      *unit = (Unit)i;
      return true;
    }
  return false;
}

bool words_unit(const char *folded, Unit *unit) {
  static const char word[] = "单位";
  for (const char *at = folded; (at = strstr(at, word));) {
    at += strlen(word);
    if (unit_begins(at, unit))
      return true;
  }
  return false;
}

/* -------------------------------------------------------------------------- texts */

static bool ends_with(const char *text, size_t length, const char *end) {
  size_t end_length = strlen(end);
  return length >= end_length && !memcmp(text + length - end_length, end, end_length);
}

bool words_ends_sentence(const char *folded) {
  static const char *const ends[] = {"。", "!", "?", ";", ":", "…", ".", "，", ",", "、"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (ends_with(folded, strlen(folded), ends[i]))
      return true;
  return false;
}

bool words_in_brackets(const char *folded) {
  size_t length = strlen(folded);
  return length > 2 && *folded == '(' && folded[length - 1] == ')' &&
         !memchr(folded + 1, '(', length - 2);
}

size_t words_without_bracket(const char *folded) {
  size_t length = strlen(folded);
  const char *bracket = length && folded[length - 1] == ')' ? strrchr(folded, '(') : NULL;
  return bracket ? (size_t)(bracket - folded) : length;
}

bool words_names_table(const char *folded) {
  return ends_with(folded, words_without_bracket(folded), "表");
}

/* ---------------------------------------------------------------- numbers of headings */

/* A text read character by character. */
typedef struct {
  const char *text;
  size_t at, length;
} Walk;

static uint32_t peek(const Walk *walk, size_t *bytes) {
  uint32_t character = 0;
  *bytes = 0;
  if (walk->at < walk->length)
    *bytes = utf8_decode(walk->text + walk->at, walk->length - walk->at, &character);
  return character;
}

static bool take(Walk *walk, const char *any) {
  size_t bytes;
  peek(walk, &bytes);
  if (!bytes)
    return false;
  for (const char *at = any; *at;) {
    uint32_t character;
    size_t length = utf8_decode(at, strlen(at), &character);
    if (length == bytes && !memcmp(at, walk->text + walk->at, bytes)) {
      walk->at += bytes;
      return true;
    }
    at += length;
  }
  return false;
}

static void pass_spaces(Walk *walk) {
  size_t bytes;
  for (uint32_t c; (c = peek(walk, &bytes)) && is_space(c);)
    walk->at += bytes;
}

static int take_digits(Walk *walk) {
  int number = 0;
  size_t bytes;
  for (int digit, count = 0; count < 3 && (digit = digit_of(peek(walk, &bytes))) >= 0; count++) {
    number = number * 10 + digit;
    walk->at += bytes;
  }
  return digit_of(peek(walk, &bytes)) >= 0 ? 0 : number;
}

/* 一 to 九十九. */
static int take_chinese(Walk *walk) {
  static const char digits[] = "一二三四五六七八九";
  int tens = 0, ones = 0;
  bool ten = false;
  for (;; ) {
    size_t from = walk->at;
    if (take(walk, "十")) {
      tens = ones ? ones : 1;
      ones = 0;
      ten = true;
    } else if (take(walk, digits)) {
      const char *found = strstr(digits, "一");
      for (int value = 1; *found; value++, found += 3)
        if (!memcmp(found, walk->text + from, 3))
          ones = value;
      if (!ten)
        continue;
      break;
    } else {
      break;
    }
  }
  return tens * 10 + ones;
}

int words_chinese(const char *text, size_t *bytes) {
  Walk walk = {text, 0, strlen(text)};
  int number = take_chinese(&walk);
  *bytes = walk.at;
  return number;
}

/* Behind the point of a number no digit follows, but for a year: 2.5万元 is none, 2.2023年 is. */
static bool is_figure(const Walk *walk) {
  const char *rest = walk->text + walk->at;
  size_t digits = strspn(rest, "0123456789");
  if (!digits)
    return false;
  size_t space = digits + strspn(rest + digits, " ");
  return digits != 4 || strncmp(rest + space, "年", strlen("年"));
}

static Numbering numbered(Walk *walk, NumberForm form, int ordinal) {
  pass_spaces(walk);
  return (Numbering){form, ordinal, walk->at};
}

static Numbering bracketed(Walk walk) {
  int chinese = take_chinese(&walk);
  int ordinal = chinese ? chinese : take_digits(&walk);
  if (!ordinal || !take(&walk, ")）"))
    return (Numbering){0};
  take(&walk, "、.．，");
  return numbered(&walk, chinese ? NUMBER_BRACKETED : NUMBER_INNER, ordinal);
}

static Numbering part(Walk walk) {
  int ordinal = take_chinese(&walk);
  ordinal = ordinal ? ordinal : take_digits(&walk);
  const char *rest = walk.text + walk.at;
  static const char *const parts[] = {"部分", "章"};
  for (size_t i = 0; ordinal && i < sizeof parts / sizeof *parts; i++)
    if (!strncmp(rest, parts[i], strlen(parts[i]))) {
      walk.at += strlen(parts[i]);
      take(&walk, "、.．：:");
      return numbered(&walk, NUMBER_PART, ordinal);
    }
  return (Numbering){0};
}

static Numbering with_digits(Walk walk) {
  int ordinal = take_digits(&walk);
  if (!ordinal)
    return (Numbering){0};
  if (take(&walk, ")）"))
    return numbered(&walk, NUMBER_INNER, ordinal);
  if (!take(&walk, ".．、") || is_figure(&walk))
    return (Numbering){0};
  return numbered(&walk, NUMBER_DIGITS, ordinal);
}

Numbering words_numbering(const char *text) {
  Walk walk = {text, 0, strlen(text)};
  pass_spaces(&walk);
  size_t bytes;
  uint32_t first = peek(&walk, &bytes);
  if (char_within(first, 0x2460, 0x2473)) {
    walk.at += bytes;
    return numbered(&walk, NUMBER_CIRCLED, (int)(first - 0x245F));
  }
  if (take(&walk, "(（"))
    return bracketed(walk);
  if (take(&walk, "第"))
    return part(walk);
  if (digit_of(first) >= 0)
    return with_digits(walk);
  int ordinal = take_chinese(&walk);
  if (!ordinal || !take(&walk, "、.．"))
    return (Numbering){0};
  return numbered(&walk, NUMBER_CHINESE, ordinal);
}
