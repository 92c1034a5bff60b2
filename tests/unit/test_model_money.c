#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "model/money.h"

static MoneyStatus parse(const char *text, Unit unit, int64_t *fen, int *decimals) {
  Money money = {.fen = -1};
  uint8_t printed = 0;
  MoneyStatus status = money_parse(text, strlen(text), unit, &money, &printed);
  *fen = money.fen;
  *decimals = printed;
  return status;
}

static void expect_money(const char *text, Unit unit, int64_t fen, int decimals) {
  int64_t found;
  int printed;
  MoneyStatus status = parse(text, unit, &found, &printed);
  cr_expect_eq(status, MONEY_OK, "%s: status %d", text, (int)status);
  cr_expect_eq(found, fen, "%s: %lld", text, (long long)found);
  cr_expect_eq(printed, decimals, "%s: %d decimals", text, printed);
}

static void expect_status(const char *text, Unit unit, MoneyStatus status) {
  int64_t fen;
  int decimals;
  MoneyStatus found = parse(text, unit, &fen, &decimals);
  cr_expect_eq(found, status, "%s: status %d", text, (int)found);
  cr_expect_eq(fen, -1, "%s: the result is set", text);
}

static void expect_written(int64_t fen, Unit unit, int decimals, Unit shown, const char *text) {
  Str out = STR_EMPTY;
  Figure figure = {.money = {fen}, .unit = unit, .decimals = (uint8_t)decimals};
  figure_write(&out, figure, shown);
  cr_expect_str_eq(out.data, text);
  const char *point = strchr(out.data, '.');
  cr_expect_eq(figure_decimals(figure, shown), point ? (int)strlen(point + 1) : 0, "%s", text);
  str_free(&out);
}

Test(money, units) {
  static const struct {
    const char *name;
    int exponent;
  } units[] = {{"元", 2}, {"千元", 5}, {"万元", 6}, {"亿元", 10}};
  for (int i = 0; i < UNIT_COUNT; i++) {
    Unit unit = UNIT_COUNT;
    cr_expect_str_eq(unit_name((Unit)i), units[i].name);
    cr_expect_eq(unit_exponent((Unit)i), units[i].exponent);
    cr_expect(unit_parse(units[i].name, strlen(units[i].name), &unit));
    cr_expect_eq((int)unit, i);
  }
  Unit unit;
  cr_expect_not(unit_parse("元元", strlen("元元"), &unit));
  cr_expect_not(unit_parse("", 0, &unit));
}

Test(money, plain_amounts_in_every_unit) {
  expect_money("2246.51", UNIT_YUAN, 224651, 2);
  expect_money("2246.51", UNIT_THOUSAND, 224651000, 2);
  expect_money("2246.51", UNIT_WAN, 2246510000, 2);
  expect_money("2246.51", UNIT_YI, 22465100000000, 2);
  expect_money("14095700", UNIT_YUAN, 1409570000, 0);
  expect_money("0", UNIT_YUAN, 0, 0);
  expect_money("0.00", UNIT_WAN, 0, 2);
  expect_money("-21.97", UNIT_WAN, -21970000, 2);
  expect_money("007", UNIT_YUAN, 700, 0);
}

Test(money, separators_signs_and_brackets) {
  expect_money("1,600.00", UNIT_WAN, 1600000000, 2);
  expect_money("1,234,567", UNIT_YUAN, 123456700, 0);
  expect_money("12,345.6", UNIT_YUAN, 1234560, 1);
  expect_money("+3", UNIT_YUAN, 300, 0);
  expect_money("−3", UNIT_YUAN, -300, 0);
  expect_money("(1,234.50)", UNIT_YUAN, -123450, 2);
  expect_money(" 5.5 ", UNIT_YUAN, 550, 1);
  expect_money("　5.5", UNIT_YUAN, 550, 1);
}

Test(money, full_width) {
  expect_money("２２４６．５１", UNIT_YUAN, 224651, 2);
  expect_money("（１，２３４．５０）", UNIT_YUAN, -123450, 2);
  expect_money("－９", UNIT_YUAN, -900, 0);
  expect_money("＋９", UNIT_YUAN, 900, 0);
}

Test(money, what_is_no_number) {
  static const char *const texts[] = {
      "",      "-",       "–",      "/",     ".",      ".5",      "5.",    "1,60",    "1600,000",
      "1,600,00", "1,,600", ",600",  "1.2.3", "1,234.5,6", "1 2",  "--1",   "+-1",     "(5",
      "5)",    "(-5)",    "-(5)",   "5元",   "１２a",  "1e3",     "0x10",  "98%",     "△3",
      "五",    "\xef\xbc", "\xff",  "1\xef",  "1..2",   "nan"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    expect_status(texts[i], UNIT_YUAN, MONEY_SYNTAX);
  Money money;
  uint8_t decimals;
  cr_expect_eq(money_parse("1\0002", 3, UNIT_YUAN, &money, &decimals), MONEY_SYNTAX);
}

Test(money, fractions_of_a_fen) {
  expect_status("0.001", UNIT_YUAN, MONEY_FRACTION);
  expect_status("1.005", UNIT_YUAN, MONEY_FRACTION);
  expect_money("1.000", UNIT_YUAN, 100, 3);
  expect_money("0.001", UNIT_WAN, 1000, 3);
  expect_money("0.000001", UNIT_WAN, 1, 6);
  expect_status("0.0000001", UNIT_WAN, MONEY_FRACTION);
  expect_money("0.00001", UNIT_THOUSAND, 1, 5);
  expect_money("0.0000000001", UNIT_YI, 1, 10);
  expect_status("0.00000000001", UNIT_YI, MONEY_FRACTION);
}

Test(money, ends_of_the_range) {
  expect_money("92233720368547758.07", UNIT_YUAN, INT64_MAX, 2);
  expect_money("-92233720368547758.07", UNIT_YUAN, -INT64_MAX, 2);
  expect_status("92233720368547758.08", UNIT_YUAN, MONEY_OVERFLOW);
  expect_status("-92233720368547758.08", UNIT_YUAN, MONEY_OVERFLOW);
  expect_money("9223372036854.775807", UNIT_WAN, INT64_MAX, 6);
  expect_status("9223372036854.775808", UNIT_WAN, MONEY_OVERFLOW);
  expect_money("92233720368547.75807", UNIT_THOUSAND, INT64_MAX, 5);
  expect_status("92233720368547.75808", UNIT_THOUSAND, MONEY_OVERFLOW);
  expect_money("922337203.6854775807", UNIT_YI, INT64_MAX, 10);
  expect_status("922337203.6854775808", UNIT_YI, MONEY_OVERFLOW);
  expect_status("18446744073709551616", UNIT_YUAN, MONEY_OVERFLOW);
  expect_status("999999999999999999", UNIT_YI, MONEY_OVERFLOW);
  expect_status("99999999999999999999999999999999999999999999", UNIT_YUAN, MONEY_OVERFLOW);
}

Test(money, at_most_eighteen_decimals) {
  expect_money("1.000000000000000000", UNIT_YUAN, 100, 18);
  expect_money("922337203.000000000000000000", UNIT_YUAN, 92233720300, 18);
  expect_status("1.0000000000000000000", UNIT_YUAN, MONEY_OVERFLOW);
}

Test(money, what_is_written_reads_the_same) {
  static const int64_t amounts[] = {0, 1, -1, 9, 10, 99, 100, 12345, -99999, 123456789, 1000000000,
                                    INT64_MAX, -INT64_MAX};
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
      Str out = STR_EMPTY;
      uint8_t decimals = (uint8_t)unit_exponent((Unit)unit);
      figure_write(&out, (Figure){{amounts[i]}, (Unit)unit, decimals}, (Unit)unit);
      expect_money(out.data, (Unit)unit, amounts[i], decimals);
      str_free(&out);
    }
}

Test(money, written_in_its_own_unit) {
  expect_written(2246510000, UNIT_WAN, 2, UNIT_WAN, "2,246.51");
  expect_written(1600000000, UNIT_WAN, 0, UNIT_WAN, "1,600");
  expect_written(-21970000, UNIT_WAN, 2, UNIT_WAN, "-21.97");
  expect_written(-5, UNIT_YUAN, 2, UNIT_YUAN, "-0.05");
  expect_written(0, UNIT_WAN, 2, UNIT_WAN, "0.00");
  expect_written(100, UNIT_YUAN, 5, UNIT_YUAN, "1.00000");
  expect_written(99999, UNIT_YUAN, 2, UNIT_YUAN, "999.99");
  expect_written(100000, UNIT_YUAN, 2, UNIT_YUAN, "1,000.00");
}

Test(money, smaller_units_show_what_is_not_known) {
  expect_written(2246510000, UNIT_WAN, 2, UNIT_YUAN, "22,465,1__");
  expect_written(2246510000, UNIT_WAN, 2, UNIT_THOUSAND, "22,465.1");
  expect_written(500000, UNIT_WAN, 1, UNIT_YUAN, "5,___");
  expect_written(5000000, UNIT_WAN, 0, UNIT_YUAN, "5_,___");
  expect_written(10000, UNIT_WAN, 2, UNIT_YUAN, "1__");
  expect_written(0, UNIT_WAN, 2, UNIT_YUAN, "0"); /* nothing is nothing in every unit */
  expect_written(-2246510000, UNIT_WAN, 2, UNIT_YUAN, "-22,465,1__");
  expect_written(20000000000, UNIT_YI, 0, UNIT_YUAN, "2__,___,___");
  expect_written(1, UNIT_WAN, 6, UNIT_YUAN, "0.01");
  expect_written(1, UNIT_YI, 18, UNIT_YUAN, "0.0100000000");
}

Test(money, larger_units_keep_every_digit) {
  expect_written(2246510000, UNIT_WAN, 2, UNIT_YI, "0.224651");
  expect_written(500, UNIT_YUAN, 0, UNIT_WAN, "0.0005");
  expect_written(INT64_MAX, UNIT_YUAN, 2, UNIT_YI, "922,337,203.6854775807");
  expect_written(-INT64_MAX, UNIT_YUAN, 2, UNIT_YUAN, "-92,233,720,368,547,758.07");
  expect_written(100, UNIT_YUAN, 18, UNIT_YI, "0.00000001000000000000000000");
}

Test(money, sums_check_their_range) {
  Money sum = {7};
  cr_expect_not(money_add((Money){INT64_MAX}, (Money){1}, &sum));
  cr_expect_not(money_add((Money){-INT64_MAX}, (Money){-1}, &sum));
  cr_expect_not(money_subtract((Money){-INT64_MAX}, (Money){1}, &sum));
  cr_expect_not(money_subtract((Money){-INT64_MAX}, (Money){INT64_MAX}, &sum));
  cr_expect_eq(sum.fen, 7);
  cr_expect(money_add((Money){INT64_MAX - 1}, (Money){1}, &sum));
  cr_expect_eq(sum.fen, INT64_MAX);
  cr_expect(money_subtract((Money){1}, (Money){3}, &sum));
  cr_expect_eq(sum.fen, -2);
  cr_expect_lt(money_compare((Money){-1}, (Money){0}), 0);
  cr_expect_gt(money_compare((Money){INT64_MAX}, (Money){-INT64_MAX}), 0);
  cr_expect_eq(money_compare((Money){5}, (Money){5}), 0);
}

static void expect_share(int64_t part, int64_t whole, int64_t permille) {
  int64_t found = 0;
  cr_expect(money_share((Money){part}, (Money){whole}, &found));
  cr_expect_eq(found, permille, "%lld of %lld: %lld", (long long)part, (long long)whole,
               (long long)found);
}

Test(money, shares) {
  expect_share(1, 2, 500);
  expect_share(1, 3, 333);
  expect_share(2, 3, 667);
  expect_share(-2, 3, -667);
  expect_share(2, -3, -667);
  expect_share(-2, -3, 667);
  expect_share(5, 10000, 1); /* 0.05 %: half away from zero */
  expect_share(-5, 10000, -1);
  expect_share(4, 10000, 0);
  expect_share(0, 7, 0);
  expect_share(INT64_MAX, INT64_MAX, 1000);
  expect_share(INT64_MAX - 1, INT64_MAX, 1000);
  expect_share(INT64_MAX / 2, INT64_MAX, 500);
  expect_share(450000, 550000, 818);
  int64_t found = 3;
  cr_expect_not(money_share((Money){1}, (Money){0}, &found));
  cr_expect_not(money_share((Money){INT64_MAX}, (Money){1}, &found));
  cr_expect_eq(found, 3);
}

Test(money, exact_numbers) {
  int64_t digits = 0;
  uint8_t decimals = 9;
  cr_expect_eq(number_parse("20", 2, &digits, &decimals), MONEY_OK);
  cr_expect(digits == 20 && decimals == 0);
  cr_expect_eq(number_parse("-1,000.250", 10, &digits, &decimals), MONEY_OK);
  cr_expect(digits == -1000250 && decimals == 3);
  cr_expect_eq(number_parse("9223372036854775807", 19, &digits, &decimals), MONEY_OK);
  cr_expect_eq(digits, INT64_MAX);
  cr_expect_eq(number_parse("9223372036854775808", 19, &digits, &decimals), MONEY_OVERFLOW);
  cr_expect_eq(number_parse("0.0000000000000000001", 21, &digits, &decimals), MONEY_OVERFLOW);
  cr_expect_eq(number_parse("x", 1, &digits, &decimals), MONEY_SYNTAX);
  Str out = STR_EMPTY;
  number_write(&out, -1000250, 3);
  cr_expect_str_eq(out.data, "-1,000.250");
  str_clear(&out);
  number_write(&out, 5, 18);
  cr_expect_str_eq(out.data, "0.000000000000000005");
  str_free(&out);
}

Test(money, exact_numbers_are_added_with_the_decimals_of_both) {
  int64_t digits = 605;
  uint8_t decimals = 1;
  cr_expect(number_add(&digits, &decimals, 3951, 2));
  cr_expect_eq(digits, 10001);
  cr_expect_eq(decimals, 2);
  cr_expect(number_add(&digits, &decimals, -100, 0));
  cr_expect_eq(digits, 1);
  cr_expect_eq(decimals, 2);
  cr_expect_not(number_add(&digits, &decimals, INT64_MAX, 2));
  cr_expect_not(number_add(&digits, &decimals, 1, 22), "what is there has no room for the decimals");
  cr_expect_not(number_add(&digits, &decimals, INT64_MAX / 10, 0));
  cr_expect_eq(digits, 1, "and stays as it was");
  cr_expect_eq(decimals, 2);
}
