#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "base/str.h"

Test(str, empty_is_printable_and_shared) {
  Str str = STR_EMPTY;
  cr_assert_str_eq(str.data, "");
  str_clear(&str);
  str_cut(&str, 0);
  str_add(&str, NULL, 0);
  str_add_fill(&str, 'x', 0);
  str_splice(&str, 0, 0, NULL, 0);
  cr_assert_eq(str.data, str_nothing, "nothing added, and memory was taken");
  str_free(&str);
  cr_assert_eq(str_nothing[0], 0);
}

Test(str, adds_at_the_end) {
  Str str = STR_EMPTY;
  str_add_text(&str, "支出");
  str_add(&str, "a\0b", 3);
  str_add_char(&str, '!');
  str_add_fill(&str, '-', 3);
  cr_assert_eq(str.length, 13);
  cr_assert_arr_eq(str.data, "支出a\0b!---", 14);
  str_free(&str);
  cr_assert_eq(str.length + str.capacity, 0);
}

Test(str, ends_in_nul_at_every_length) {
  Str str = STR_EMPTY;
  for (size_t i = 0; i < 5000; i++) {
    str_add_char(&str, 'a');
    cr_assert_eq(strlen(str.data), i + 1);
    cr_assert_gt(str.capacity, str.length);
  }
  str_free(&str);
}

Test(str, a_number_has_at_least_so_many_digits) {
  static const struct {
    uint64_t number;
    size_t least;
    const char *written;
  } cases[] = {{0, 0, ""},   {0, 1, "0"},    {0, 3, "000"},  {7, 1, "7"},
               {10, 2, "10"}, {120, 5, "00120"}, {UINT64_MAX, 1, "18446744073709551615"},
               {UINT64_MAX, 25, "0000018446744073709551615"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Str str = STR_EMPTY;
    str_add_number(&str, cases[i].number, cases[i].least);
    cr_assert_str_eq(str.data, cases[i].written);
    str_free(&str);
  }
}

Test(str, printf_grows_for_long_results) {
  Str str = STR_EMPTY, wanted = STR_EMPTY;
  for (int length = 0; length < 300; length += 7) {
    str_printf(&str, "%*d|", length, 5);
    str_add_fill(&wanted, ' ', length > 1 ? (size_t)length - 1 : 0);
    str_add_text(&wanted, "5|");
  }
  cr_assert_str_eq(str.data, wanted.data);
  cr_assert_eq(str.length, wanted.length);
  str_free(&str);
  str_free(&wanted);
}

Test(str, printf_fits_at_every_length) {
  for (int length = 1; length < 100; length++) {
    Str str = STR_EMPTY;
    str_printf(&str, "%*d", length, 5);
    cr_assert_eq(str.length, (size_t)length);
    cr_assert_eq(strlen(str.data), (size_t)length);
    cr_assert_eq(str.data[length - 1], '5', "length %d", length);
    str_free(&str);
  }
}

Test(str, printf_of_a_thousand_columns) {
  Str str = STR_EMPTY;
  str_printf(&str, "%s%1000d", "x", 7);
  cr_assert_eq(str.length, 1001);
  cr_assert_eq(str.data[1000], '7');
  str_free(&str);
}

Test(str, splice) {
  struct {
    size_t at, count;
    const char *text, *result;
  } cases[] = {
      {0, 0, "ab", "ab0123456789"},
      {10, 0, "ab", "0123456789ab"},
      {3, 4, "ab", "012ab789"},
      {3, 2, "", "01256789"},
      {0, 10, "", ""},
      {0, 10, "x", "x"},
      {9, 1, "abc", "012345678abc"},
      {5, 1, "a piece longer than the string", "01234a piece longer than the string6789"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Str str = STR_EMPTY;
    str_add_text(&str, "0123456789");
    str_splice(&str, cases[i].at, cases[i].count, cases[i].text, strlen(cases[i].text));
    cr_assert_str_eq(str.data, cases[i].result);
    cr_assert_eq(str.length, strlen(cases[i].result));
    str_free(&str);
  }
}

Test(str, cut_and_clear_keep_the_memory) {
  Str str = STR_EMPTY;
  str_add_text(&str, "0123456789");
  size_t capacity = str.capacity;
  str_cut(&str, 4);
  cr_assert_str_eq(str.data, "0123");
  str_clear(&str);
  cr_assert_str_eq(str.data, "");
  cr_assert_eq(str.capacity, capacity);
  str_free(&str);
}

Test(str, reserve_makes_room_once) {
  Str str = STR_EMPTY;
  str_reserve(&str, 1000);
  char *data = str.data;
  str_add_fill(&str, 'x', 1000);
  cr_assert_eq(str.data, data, "moved although there was room");
  str_free(&str);
}

Test(str, take_gives_the_bytes_away) {
  Str str = STR_EMPTY;
  str_add_text(&str, "abc");
  char *taken = str_take(&str);
  cr_assert_str_eq(taken, "abc");
  cr_assert_str_eq(str.data, "");
  memory_free(taken);
  taken = str_take(&str);
  cr_assert_str_eq(taken, "");
  cr_assert_neq(taken, str_nothing, "the shared empty string cannot be freed");
  memory_free(taken);
}
