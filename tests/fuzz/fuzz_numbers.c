/* Any bytes as amounts, numbers, figures of running text and account codes. */
#include <string.h>

#include "fuzz.h"
#include "model/money.h"
#include "model/row_code.h"

/* What is written of an amount is read as the same amount. */
static void require_same(Figure figure) {
  Str out = STR_EMPTY;
  Figure again = {.unit = figure.unit};
  figure_write(&out, figure, figure.unit);
  FUZZ_REQUIRE(money_parse(out.data, out.length, figure.unit, &again.money, &again.decimals) ==
               MONEY_OK);
  FUZZ_REQUIRE(money_compare(figure.money, again.money) == 0 && figure.decimals == again.decimals);
  str_free(&out);
}

static void amounts(const char *text, size_t length) {
  for (int unit = 0; unit < UNIT_COUNT; unit++) {
    Figure figure = {.unit = (Unit)unit};
    if (money_parse(text, length, figure.unit, &figure.money, &figure.decimals) != MONEY_OK)
      continue;
    require_same(figure);
    for (int shown = 0; shown < UNIT_COUNT; shown++) {
      Str out = STR_EMPTY;
      figure_write(&out, figure, (Unit)shown);
      FUZZ_REQUIRE(out.length > 0);
      str_free(&out);
    }
  }
}

static void figures(const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    size_t bytes = 0;
    Figure figure;
    figure_read(text + at, length - at, &bytes, &figure);
    FUZZ_REQUIRE(bytes <= length - at);
    at += bytes > 0 ? bytes : 1;
  }
}

static void numbers(const char *text, size_t length) {
  int64_t digits, again;
  uint8_t decimals, same;
  Str out = STR_EMPTY;
  if (number_parse(text, length, &digits, &decimals) == MONEY_OK) {
    number_write(&out, digits, decimals);
    FUZZ_REQUIRE(number_parse(out.data, out.length, &again, &same) == MONEY_OK);
    FUZZ_REQUIRE(digits == again && decimals == same);
  }
  str_free(&out);
}

/* Two codes, divided by a line break: their keys say what comparing their digits says. */
static void codes(const char *text, size_t length) {
  const char *end = length > 0 ? memchr(text, '\n', length) : NULL;
  size_t first = end != NULL ? (size_t)(end - text) : length;
  const char *other = end != NULL ? end + 1 : text;
  size_t second = end != NULL ? length - first - 1 : length;
  uint64_t key, same;
  bool packed = code_pack(text, first, &key), both = packed && code_pack(other, second, &same);
  size_t digits = 0;
  while (digits < first && text[digits] >= '0' && text[digits] <= '9')
    digits++;
  FUZZ_REQUIRE(packed == (first > 0 && digits == first));
  size_t common = first < second ? first : second;
  if (!both || common > CODE_KEY_DIGITS)
    return;
  int order = memcmp(text, other, common);
  if (order == 0 && first <= CODE_KEY_DIGITS && second <= CODE_KEY_DIGITS)
    order = (first > second) - (first < second);
  FUZZ_REQUIRE(order == 0 || (order > 0) == (key > same));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *text = (const char *)bytes;
  Unit unit;
  amounts(text, length);
  figures(text, length);
  numbers(text, length);
  unit_parse(text, length, &unit);
  codes(text, length);
  return 0;
}
