#include <criterion/criterion.h>
#include <string.h>

#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

static void narrow_again(void) {
  width_set_ambiguous(1);
}

TestSuite(width, .init = narrow_again);

Test(width, one_column) {
  for (uint32_t c = 0x20; c < 0x7F; c++)
    cr_assert_eq(width_char(c), 1, "U+%04X", c);
  static const uint32_t narrow[] = {0xA0, 0xE9, 0x100, 0xFF61, 0xFF71, 0x20A9, 0x4DC0, 0x2500};
  for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++)
    cr_assert_eq(width_char(narrow[i]), 1, "U+%04X", narrow[i]);
}

Test(width, two_columns) {
  static const uint32_t wide[] = {
      0x3000, 0x3001, 0x3002, 0x300A, 0x3042,  0x3400,  0x4E00,  0x9FA5,  0x9FFF,  0xAC00, 0xD7A3,
      0xFF01, 0xFF08, 0xFF5E, 0xFFE5, 0x20000, 0x30000, 0x1F600, 0x1F4B0, 0x1FAE8, 0x2F00, 0xF900};
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
    width_set_ambiguous(ambiguous);
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
      cr_assert_eq(width_char(wide[i]), 2, "U+%04X", wide[i]);
  }
}

Test(width, no_column) {
  static const uint32_t none[] = {0xAD,   0x300,  0x36F,  0x200B, 0x200C,  0x200D,  0x200E,
                                  0x200F, 0x2028, 0x2029, 0x202A, 0x202E,  0x2060,  0x2066,
                                  0x2069, 0x61C,  0x20DD, 0x302A, 0x3099,  0x1160,  0xFE00,
                                  0xFE0F, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0001, 0xE007F, 0xE0100};
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
    width_set_ambiguous(ambiguous);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
      cr_assert_eq(width_char(none[i]), 0, "U+%04X", none[i]);
  }
}

Test(width, controls_and_what_is_no_character) {
  for (uint32_t c = 0; c < 0xA0; c = c == 0x1F ? 0x7F : c + 1)
    cr_assert_eq(width_char(c), -1, "U+%04X", c);
  static const uint32_t none[] = {0xD800,  0xDFFF,   0xFDD0,   0xFFFE,    0xFFFF,
                                  0x1FFFE, 0x10FFFF, 0x110000, UINT32_MAX};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    cr_assert_eq(width_char(none[i]), -1, "U+%04X", none[i]);
}

Test(width, ambiguous_follows_the_setting) {
  static const uint32_t ambiguous[] = {0xA1,   0xB7,   0xD7,   0x2014, 0x2018, 0x2019, 0x201C,
                                       0x201D, 0x2026, 0x2103, 0x2160, 0x2265, 0x2460, 0x2500,
                                       0x2588, 0x25A0, 0x3B1,  0x416,  0xE000, 0xFFFD, 0x10FFFD};
  for (size_t i = 0; i < sizeof ambiguous / sizeof *ambiguous; i++) {
    cr_assert(width_is_ambiguous(ambiguous[i]), "U+%04X", ambiguous[i]);
    width_set_ambiguous(1);
    cr_assert_eq(width_char(ambiguous[i]), 1, "U+%04X", ambiguous[i]);
    width_set_ambiguous(2);
    cr_assert_eq(width_char(ambiguous[i]), 2, "U+%04X", ambiguous[i]);
  }
  static const uint32_t certain[] = {'a', 0xA0, 0xA2, 0x2013 - 4, 0x4E00, 0xFF0C, 0x25B8, 0x110000};
  for (size_t i = 0; i < sizeof certain / sizeof *certain; i++)
    cr_assert_not(width_is_ambiguous(certain[i]), "U+%04X", certain[i]);
}

Test(width, setting_takes_one_or_two_only) {
  width_set_ambiguous(2);
  cr_assert_eq(width_ambiguous(), 2);
  width_set_ambiguous(7);
  cr_assert_eq(width_ambiguous(), 1);
}

Test(width, hidden_characters_are_no_marks) {
  static const uint32_t hidden[] = {0xAD,   0x200B, 0x200D, 0x202E,  0x2028,
                                    0xFE0F, 0xFEFF, 0xFFF9, 0xE0020, 0x3164};
  for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
    cr_assert(width_is_hidden(hidden[i]), "U+%04X", hidden[i]);
  static const uint32_t shown[] = {' ', 'a', 0xA0, 0x300, 0x3099, 0x4E00, 0x3000, 0x1F600, 0xFFFD};
  for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
    cr_assert_not(width_is_hidden(shown[i]), "U+%04X", shown[i]);
}

Test(width, every_character_has_a_width_of_its_cluster) {
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
    width_set_ambiguous(ambiguous);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
      char bytes[4];
      int width = width_char(c);
      Cluster cluster = cluster_first(bytes, utf8_encode(c, bytes));
      int shown = width_is_hidden(c) ? 0 : width < 0 || c == 0xFFFD ? 1 : width == 0 ? 1 : width;
      if (width < -1 || width > 2 || (c < 0xD800 && cluster.width != shown) ||
          (c > 0xDFFF && cluster.width != shown))
        cr_assert_fail("U+%04X is %d wide, its cluster %d", c, width, cluster.width);
    }
  }
}

Test(width, of_text) {
  struct {
    const char *text;
    size_t narrow, wide; /* with ambiguous characters of one column, of two */
  } cases[] = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"一般公共预算", 12, 12},
      {"“三公”经费", 10, 12},
      {"a\u0301b", 2, 2},
      {"预\u0301算", 4, 4},
      {"\u202E预算\u202C", 4, 4},
      {"a\tb\nc", 5, 5},
      {"\x1B[31m", 5, 5},
      {"预\xE7\xAE", 4, 4},
      {"①—…", 3, 6},
      {"5,1㎡", 5, 5},
      {"7\u20E3\uFE0F", 1, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    width_set_ambiguous(1);
    cr_assert_eq(width_text(cases[i].text, strlen(cases[i].text)), cases[i].narrow, "text %zu", i);
    width_set_ambiguous(2);
    cr_assert_eq(width_text(cases[i].text, strlen(cases[i].text)), cases[i].wide, "text %zu", i);
  }
}
