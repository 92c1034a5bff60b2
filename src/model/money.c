#include "model/money.h"

#include <string.h>

#include "model/vocabulary.h"

static const uint64_t powers_of_ten[] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};

enum { FAST_DIGITS = 18 }; /* that many digits always fit */

const uint8_t unit_exponents[UNIT_COUNT] = {
    [UNIT_YUAN] = 2, [UNIT_THOUSAND] = 5, [UNIT_WAN] = 6, [UNIT_YI] = 10};

const char *unit_name(Unit unit) {
  return unit_words.words[unit].name;
}

bool unit_parse(const char *text, size_t length, Unit *unit) {
  int found = vocabulary_find(&unit_words, text, length);
  if (found < 0)
    return false;
  *unit = (Unit)found;
  return true;
}

/* The signs that amounts are printed with beside those of ASCII. */
static const struct {
  char text[4];
  char plain;
} wide_signs[] = {
    {"－", '-'}, {"−", '-'}, {"＋", '+'}, {"．", '.'}, {"，", ','},
    {"（", '('}, {"）", ')'}, {"　", ' '},
};

/* Text of an amount, read sign by sign. */
typedef struct {
  const char *at, *end;
  char sign; /* the present one in ASCII; '\0' at the end, '?' for one that is not known */
  size_t bytes;
} Scanner;

static void scan_here(Scanner *scanner) {
  const char *at = scanner->at;
  size_t left = (size_t)(scanner->end - at);
  scanner->bytes = 1;
  scanner->sign = left ? *at : '\0';
  if (!left || !((unsigned char)*at & 0x80)) {
    if (left && !*at)
      scanner->sign = '?';
    return;
  }
  scanner->sign = '?';
  if (left < 3)
    return;
  scanner->bytes = 3;
  unsigned char last = (unsigned char)at[2];
  if (!memcmp(at, "\xef\xbc", 2) && last >= 0x90 && last <= 0x99) {
    scanner->sign = (char)('0' + (last - 0x90));
    return;
  }
  for (size_t i = 0; i < sizeof wide_signs / sizeof *wide_signs; i++)
    if (!memcmp(at, wide_signs[i].text, 3))
      scanner->sign = wide_signs[i].plain;
}

static void scan_next(Scanner *scanner) {
  scanner->at += scanner->bytes;
  scan_here(scanner);
}

static bool scan_sign(Scanner *scanner, char sign) {
  if (scanner->sign != sign)
    return false;
  scan_next(scanner);
  return true;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool on_digit(const Scanner *scanner) {
  return is_digit(scanner->sign);
}

/* A number being read: its digits as one integer. */
typedef struct {
  uint64_t value;
  size_t decimals; /* printed */
  size_t keep;     /* decimals that count; those after them must be zeros */
  bool negative, overflow, inexact;
} Number;

static void take_digit(Number *number, char sign) {
  uint64_t value;
  if (__builtin_mul_overflow(number->value, 10, &value) ||
      __builtin_add_overflow(value, (uint64_t)(sign - '0'), &value))
    number->overflow = true;
  else
    number->value = value;
}

/* The digits before the point; separators stand before every third digit or nowhere. */
static bool scan_whole(Scanner *scanner, Number *number) {
  size_t group = 0, separators = 0;
  for (;; scan_next(scanner)) {
    if (on_digit(scanner)) {
      take_digit(number, scanner->sign);
      group++;
    } else if (scanner->sign == ',') {
      if (separators ? group != 3 : group < 1 || group > 3)
        return false;
      separators++;
      group = 0;
    } else {
      return separators ? group == 3 : group > 0;
    }
  }
}

static bool scan_fraction(Scanner *scanner, Number *number) {
  if (!scan_sign(scanner, '.'))
    return true;
  for (; on_digit(scanner); scan_next(scanner)) {
    if (number->decimals++ < number->keep)
      take_digit(number, scanner->sign);
    else if (scanner->sign != '0')
      number->inexact = true;
  }
  return number->decimals > 0;
}

static bool scan_number(const char *text, size_t length, Number *number) {
  Scanner scanner = {.at = text, .end = text + length};
  scan_here(&scanner);
  while (scan_sign(&scanner, ' '))
    ;
  bool bracket = scan_sign(&scanner, '(');
  number->negative = bracket || scan_sign(&scanner, '-');
  if (!number->negative)
    scan_sign(&scanner, '+');
  if (!scan_whole(&scanner, number) || !scan_fraction(&scanner, number))
    return false;
  if (bracket && !scan_sign(&scanner, ')'))
    return false;
  while (scan_sign(&scanner, ' '))
    ;
  return scanner.sign == '\0';
}

/* Plain digits with at most a minus and a point, as nearly every amount is
 * written. False: to be read sign by sign. */
static bool scan_plain(const char *text, size_t length, Number *number) {
  const char *at = text, *end = text + length, *point = NULL;
  number->negative = length && *at == '-';
  at += number->negative;
  const char *first = at;
  if (end - at > FAST_DIGITS + 1)
    return false;
  uint64_t value = 0;
  for (; at < end; at++) {
    unsigned digit = (unsigned)(unsigned char)*at - '0';
    if (digit <= 9)
      value = value * 10 + digit;
    else if (*at == '.' && !point && at > first)
      point = at;
    else
      return false;
  }
  if (at == first || point == end - 1 || (!point && end - first > FAST_DIGITS))
    return false;
  number->decimals = point ? (size_t)(end - point - 1) : 0;
  number->value = value;
  return number->decimals <= number->keep;
}

static MoneyStatus read_number(const char *text, size_t length, Number *number) {
  if (scan_plain(text, length, number))
    return MONEY_OK;
  *number = (Number){.keep = number->keep};
  if (!scan_number(text, length, number))
    return MONEY_SYNTAX;
  if (number->inexact)
    return MONEY_FRACTION;
  return number->overflow || number->decimals > MONEY_DECIMALS ? MONEY_OVERFLOW : MONEY_OK;
}

static bool with_sign(uint64_t magnitude, bool negative, int64_t *result) {
  if (magnitude > INT64_MAX)
    return false;
  *result = negative ? -(int64_t)magnitude : (int64_t)magnitude;
  return true;
}

MoneyStatus money_parse(const char *text, size_t length, Unit unit, Money *money,
                        uint8_t *decimals) {
  Number number = {.keep = unit_exponents[unit]};
  MoneyStatus status = read_number(text, length, &number);
  if (status != MONEY_OK)
    return status;
  size_t missing = number.decimals < number.keep ? number.keep - number.decimals : 0;
  uint64_t fen;
  if (__builtin_mul_overflow(number.value, powers_of_ten[missing], &fen) ||
      !with_sign(fen, number.negative, &money->fen))
    return MONEY_OVERFLOW;
  *decimals = (uint8_t)number.decimals;
  return MONEY_OK;
}

MoneyStatus number_parse(const char *text, size_t length, int64_t *digits, uint8_t *decimals) {
  Number number = {.keep = MONEY_DECIMALS};
  MoneyStatus status = read_number(text, length, &number);
  if (status != MONEY_OK)
    return status == MONEY_FRACTION ? MONEY_OVERFLOW : status;
  if (!with_sign(number.value, number.negative, digits))
    return MONEY_OVERFLOW;
  *decimals = (uint8_t)number.decimals;
  return MONEY_OK;
}

static bool scale(int64_t *digits, int places) {
  while (places-- > 0)
    if (__builtin_mul_overflow(*digits, 10, digits))
      return false;
  return true;
}

bool number_add(int64_t *digits, uint8_t *decimals, int64_t more, uint8_t more_decimals) {
  int64_t sum = *digits;
  if (!scale(&sum, more_decimals - *decimals) || !scale(&more, *decimals - more_decimals) ||
      __builtin_add_overflow(sum, more, &sum))
    return false;
  *digits = sum;
  *decimals = more_decimals > *decimals ? more_decimals : *decimals;
  return true;
}

/* The bytes of digits, with separators and a point between them. */
static size_t number_length(const char *text, size_t length) {
  size_t at = 0;
  while (at < length && (is_digit(text[at]) ||
                         (at && (text[at] == ',' || text[at] == '.') && at + 1 < length &&
                          is_digit(text[at + 1]))))
    at++;
  return at;
}

/* The bytes of white space. */
static size_t space_length(const char *text, size_t length) {
  static const char wide[] = "　";
  size_t at = 0, bytes;
  for (; at < length; at += bytes) {
    bool is_wide = length - at >= sizeof wide - 1 && !memcmp(text + at, wide, sizeof wide - 1);
    bytes = is_wide ? sizeof wide - 1 : 1;
    if (!is_wide && text[at] != ' ' && text[at] != '\t')
      break;
  }
  return at;
}

/* The bytes of a unit at the start of the text; 0: there is none. */
static size_t read_unit(const char *text, size_t length, Unit *unit) {
  for (int i = 0; i < UNIT_COUNT; i++) {
    size_t bytes = strlen(unit_name((Unit)i));
    if (bytes > length || memcmp(text, unit_name((Unit)i), bytes))
      continue;
    *unit = (Unit)i;
    return bytes;
  }
  return 0;
}

bool figure_read(const char *text, size_t length, size_t *bytes, Figure *figure) {
  size_t number = number_length(text, length);
  *bytes = number;
  if (!number)
    return false;
  size_t at = number + space_length(text + number, length - number);
  size_t unit = read_unit(text + at, length - at, &figure->unit);
  if (unit)
    *bytes = at + unit;
  return unit && money_parse(text, number, figure->unit, &figure->money, &figure->decimals) ==
                     MONEY_OK;
}

bool money_subtract(Money a, Money b, Money *difference) {
  int64_t fen;
  if (__builtin_sub_overflow(a.fen, b.fen, &fen) || fen == INT64_MIN)
    return false;
  difference->fen = fen;
  return true;
}

static uint64_t magnitude_of(int64_t value) {
  return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* Room for a number: the 20 digits of a uint64, the zeros that decimals or unsupported
 * places may add in front, separators, point and sign. */
enum { DIGITS_ROOM = 64 };

/* A number as it is to be written: digits * 10^-decimals, of which the last
 * `unsupported` whole places are not known. */
typedef struct {
  uint64_t digits;
  int decimals;    /* that `digits` holds */
  int zeros;       /* to be added after them */
  int unsupported; /* 0 when there are decimals */
  bool negative;
} Written;

static void write_number(Str *out, Written number) {
  char room[DIGITS_ROOM];
  int at = DIGITS_ROOM;
  uint64_t rest = number.digits;
  for (int i = 0; i < number.decimals; i++, rest /= 10)
    room[--at] = (char)('0' + rest % 10);
  if (number.decimals || number.zeros)
    room[--at] = '.';
  for (int place = 0; rest || place <= number.unsupported; place++, rest /= 10) {
    if (place && place % 3 == 0)
      room[--at] = ',';
    room[--at] = place < number.unsupported ? '_' : (char)('0' + rest % 10);
  }
  if (number.negative && number.digits)
    room[--at] = '-';
  str_add(out, room + at, (size_t)(DIGITS_ROOM - at));
  str_add_fill(out, '0', (size_t)number.zeros);
}

int figure_decimals(Figure figure, Unit unit) {
  int decimals = figure.decimals + unit_exponents[unit] - unit_exponents[figure.unit];
  return decimals > 0 ? decimals : 0;
}

void figure_write(Str *out, Figure figure, Unit unit) {
  int exponent = unit_exponents[unit];
  int supported = figure.decimals + exponent - unit_exponents[figure.unit];
  int decimals = supported > 0 ? supported : 0;
  int held = decimals < exponent ? decimals : exponent;
  write_number(out, (Written){.digits = magnitude_of(figure.money.fen) /
                                        powers_of_ten[exponent - held],
                              .decimals = held,
                              .zeros = decimals - held,
                              .unsupported = supported < 0 && figure.money.fen ? -supported : 0,
                              .negative = figure.money.fen < 0});
}

bool figure_show(Str *out, Figure figure, int unit) {
  Unit shown = unit < 0 ? figure.unit : (Unit)unit;
  figure_write(out, figure, shown);
  return shown != figure.unit;
}

void number_write(Str *out, int64_t digits, uint8_t decimals) {
  write_number(out, (Written){.digits = magnitude_of(digits), .decimals = decimals,
                              .negative = digits < 0});
}

/* One decimal digit of rest/whole, by adding: ten times `rest` may not fit. */
static uint64_t next_digit(uint64_t *rest, uint64_t whole) {
  uint64_t digit = 0, sum = 0;
  for (int i = 0; i < 10; i++) {
    sum += *rest;
    if (sum >= whole) {
      sum -= whole;
      digit++;
    }
  }
  *rest = sum;
  return digit;
}

bool money_share(Money part, Money whole, int64_t *permille) {
  if (!whole.fen)
    return false;
  uint64_t divisor = magnitude_of(whole.fen);
  uint64_t share = magnitude_of(part.fen) / divisor, rest = magnitude_of(part.fen) % divisor;
  for (int i = 0; i < 3; i++)
    if (__builtin_mul_overflow(share, 10, &share) ||
        __builtin_add_overflow(share, next_digit(&rest, divisor), &share))
      return false;
  if (rest >= divisor - rest)
    share++;
  return with_sign(share, (part.fen < 0) != (whole.fen < 0), permille);
}

void share_write(Str *out, int64_t permille) {
  uint64_t size = magnitude_of(permille);
  if (permille < 0)
    str_add_char(out, '-');
  str_add_number(out, size / 10, 1);
  str_add_char(out, '.');
  str_add_number(out, size % 10, 1);
  str_add_char(out, '%');
}
