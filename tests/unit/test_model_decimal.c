#include <criterion/criterion.h>

#include "model/decimal.h"

static const struct {
  int64_t digits;
  int exponent, decimals;
  const char *expected;
} cases[] = {
    {0, 0, 0, "0"},
    {0, 6, 0, "0"},
    {0, 6, 2, "0.00"},
    {0, 2, 8, "0.00000000"},
    {5, 0, 0, "5"},
    {5, 2, 2, "0.05"},
    {5, 2, 0, "0.05"},
    {-5, 2, 2, "-0.05"},
    {50, 2, 1, "0.5"},
    {2246510000, 6, 2, "2246.51"},
    {2246510000, 6, 0, "2246.51"},
    {2246510001, 6, 2, "2246.510001"},
    {1600000000, 6, 0, "1600"},
    {1600000000, 6, 4, "1600.0000"},
    {1600000000, 6, 18, "1600.000000000000000000"},
    {1, 18, 0, "0.000000000000000001"},
    {1, 10, 12, "0.000000000100"},
    {INT64_MAX, 2, 2, "92233720368547758.07"},
    {-INT64_MAX, 10, 2, "-922337203.6854775807"},
    {INT64_MIN, 0, 0, "-9223372036854775808"},
};

Test(model_decimal, writes_exactly) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Str out = STR_EMPTY;
    decimal_write(&out, cases[i].digits, cases[i].exponent, cases[i].decimals);
    cr_expect_str_eq(out.data, cases[i].expected);
    str_free(&out);
  }
}

Test(model_decimal, what_is_written_is_read_back) {
  static const int64_t amounts[] = {0, 1, -1, 99, 100, -12345678901, INT64_MAX, -INT64_MAX};
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
    for (int unit = 0; unit < UNIT_COUNT; unit++)
      for (uint8_t decimals = 0; decimals <= MONEY_DECIMALS; decimals += 6) {
        Str out = STR_EMPTY;
        Money money;
        uint8_t printed;
        decimal_figure(&out, (Figure){{amounts[i]}, (Unit)unit, decimals});
        cr_expect_eq(money_parse(out.data, out.length, (Unit)unit, &money, &printed), MONEY_OK, "%s",
                     out.data);
        cr_expect_eq(money.fen, amounts[i], "%s", out.data);
        cr_expect_geq(printed, decimals);
        str_free(&out);
      }
}

Test(model_decimal, yuan_has_two_decimals) {
  Str out = STR_EMPTY;
  decimal_yuan(&out, (Money){2246510000});
  cr_expect_str_eq(out.data, "22465100.00");
  str_free(&out);
}
