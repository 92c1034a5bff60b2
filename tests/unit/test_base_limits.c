#include <criterion/criterion.h>
#include <string.h>

#include "base/limits.h"

Test(limits, each_has_a_name_of_its_own_and_a_default_that_may_be_set) {
  for (int i = 0; i < LIMIT_COUNT; i++) {
    const LimitInfo *info = &limit_list[i];
    cr_assert_not_null(info->key, "%d", i);
    cr_expect(info->least && info->least <= info->standard, "%s", info->key);
    cr_expect_leq(info->standard, info->most, "%s", info->key);
    for (int j = 0; j < i; j++)
      cr_expect_str_neq(info->key, limit_list[j].key);
  }
}

static void expect_written(LimitUnit unit, uint64_t value, const char *expected) {
  Str out = STR_EMPTY;
  limit_write(&out, unit, value);
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

Test(limits, are_written_as_they_are_read) {
  expect_written(LIMITED_BYTES, 0, "0");
  expect_written(LIMITED_BYTES, 1023, "1023");
  expect_written(LIMITED_BYTES, 1024, "1K");
  expect_written(LIMITED_BYTES, (UINT64_C(3) << 20) + 1024, "3073K");
  expect_written(LIMITED_BYTES, UINT64_C(16) << 20, "16M");
  expect_written(LIMITED_BYTES, UINT64_C(2) << 30, "2G");
  expect_written(LIMITED_BYTES, UINT64_C(5) << 40, "5T");
  expect_written(LIMITED_NUMBER, 4096, "4096");
  expect_written(LIMITED_SECONDS, 60, "60");
  expect_written(LIMITED_FEN, INT64_MAX, "92233720368547758.07");
}

static uint64_t set(Limit limit, const char *text) {
  Limits limits = limits_standard();
  Str why = STR_EMPTY;
  bool good = limits_set(&limits, limit, text, strlen(text), &why);
  cr_expect_eq(good, why.length == 0, "%s: %s", text, why.data);
  cr_expect(good || limits.values[limit] == limit_list[limit].standard, "%s", text);
  str_free(&why);
  return good ? limits.values[limit] : 0;
}

Test(limits, take_numbers_in_range) {
  cr_expect_eq(set(LIMIT_COLUMNS, "1"), 1);
  cr_expect_eq(set(LIMIT_COLUMNS, "0008192"), 8192);
  cr_expect_eq(set(LIMIT_COLUMNS, "65535"), 65535);
  cr_expect_eq(set(LIMIT_TEXT, "1024"), 1024);
  cr_expect_eq(set(LIMIT_TEXT, "64k"), 64 << 10);
  cr_expect_eq(set(LIMIT_TEXT, "64M"), 64 << 20);
  cr_expect_eq(set(LIMIT_PIPE, "1T"), UINT64_C(1) << 40);
}

Test(limits, refuse_all_else) {
  static const char *const bad[] = {"",     "0",   "65536", "-1", "+1", " 1", "1 ",  "1.5", "1K",
                                    "many", "0x8", "18446744073709551617", "99999999999999999999"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    cr_expect_eq(set(LIMIT_COLUMNS, bad[i]), 0, "%s", bad[i]);
  static const char *const bad_bytes[] = {"K", "1KB", "1Ki", "512", "257M", "16777216T", "1m1"};
  for (size_t i = 0; i < sizeof bad_bytes / sizeof *bad_bytes; i++)
    cr_expect_eq(set(LIMIT_TEXT, bad_bytes[i]), 0, "%s", bad_bytes[i]);
}

static void expect_reason(Limit limit, const char *text, size_t length, const char *expected) {
  Limits limits = limits_standard();
  Str why = STR_EMPTY;
  cr_expect_not(limits_set(&limits, limit, text, length, &why));
  cr_expect_str_eq(why.data, expected);
  str_free(&why);
}

Test(limits, tell_what_they_take) {
  expect_reason(LIMIT_COLUMNS, "manymore", 4,
                "the limit 'columns' is a whole number from 1 to 65535; found 'many'");
  expect_reason(LIMIT_PDFTOTEXT_SECONDS, "1m", 2,
                "the limit 'pdftotext-seconds' is a number of seconds from 1 to 86400; found '1m'");
  expect_reason(LIMIT_TEXT, "1", 1,
                "the limit 'text' is a number of bytes from 1K to 256M, such as 512M; found '1'");
}

static void expect_advice(const Limits *limits, Limit limit, uint64_t needed,
                          const char *expected) {
  Str out = STR_EMPTY;
  limit_advise(&out, limits, limit, needed);
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

Test(limits, advise_what_would_do) {
  Limits limits = limits_standard();
  expect_advice(NULL, LIMIT_COLUMNS, 0,
                "at most 4096; to read it all the same, use '--limit columns=8192'");
  expect_advice(&limits, LIMIT_TEXT, (16 << 20) + 1,
                "at most 16M; to read it all the same, use '--limit text=32M'");
  expect_advice(&limits, LIMIT_TEXT, 100 << 20,
                "at most 16M; to read it all the same, use '--limit text=128M'");
  limits.values[LIMIT_COLUMNS] = 40000;
  expect_advice(&limits, LIMIT_COLUMNS, 0,
                "at most 40000; to read it all the same, use '--limit columns=65535'");
  limits.values[LIMIT_COLUMNS] = 65535;
  expect_advice(&limits, LIMIT_COLUMNS, 0,
                "at most 65535; the limit 'columns' cannot be set high enough");
  expect_advice(&limits, LIMIT_TEXT, UINT64_C(1) << 31,
                "at most 16M; the limit 'text' cannot be set high enough");
}

Test(limits, what_is_advised_can_be_set) {
  for (int i = 0; i < LIMIT_COUNT; i++) {
    Limits limits = limits_standard();
    Str advice = STR_EMPTY, why = STR_EMPTY;
    limit_advise(&advice, &limits, (Limit)i, 0);
    const char *value = strrchr(advice.data, '=');
    cr_assert_not_null(value, "%s", advice.data);
    cr_expect(limits_set(&limits, (Limit)i, value + 1, strlen(value + 1) - 1, &why), "%s", why.data);
    cr_expect_gt(limits.values[i], limit_list[i].standard);
    str_free(&advice);
    str_free(&why);
  }
}
