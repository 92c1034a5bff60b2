#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "text/utf8.h"

/* The offset of the first byte that is decoded as a bad one; `length` if none is. */
static size_t bad_byte(const char *text, size_t length) {
  for (size_t at = 0, taken; at < length; at += taken) {
    uint32_t character;
    taken = utf8_decode(text + at, length - at, &character);
    if (taken == 1 && character == UTF8_REPLACEMENT)
      return at;
  }
  return length;
}

Test(utf8, well_formed_text_is_valid) {
  static const char *const texts[] = {
      "",
      "abc",
      "12345678",
      "一般公共预算",
      "é",
      "\u07FF\u0800\uD7FF\uE000\uFFFF",
      "\U00010000\U0010FFFF",
      "7 bytes一般",
      "a\x7F",
      "𠀀",
      "‘x’",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    cr_assert_eq(bad_byte(texts[i], strlen(texts[i])), strlen(texts[i]), "text %zu", i);
  cr_assert_eq(bad_byte("a\0b", 3), 3);
}

/* Each stands behind ASCII and Han text. */
Test(utf8, malformed_bytes_are_found_where_they_are) {
  static const char *const bad[] = {
      "\x80",
      "\xBF",
      "\xC0\x80",
      "\xC1\xBF",
      "\xC2",
      "\xC2\x41",
      "\xE0\x9F\xBF",
      "\xE4\xB8",
      "\xE4\xB8\x41",
      "\xE4\x41\x80",
      "\xED\xA0\x80",
      "\xED\xBF\xBF",
      "\xE9",
      "\xF0\x8F\xBF\xBF",
      "\xF0\x9F\x98",
      "\xF4\x90\x80\x80",
      "\xF5\x80\x80\x80",
      "\xF8\x88\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xF0\x9F\x98\x41",
      "\xE5\xFF\x80",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    for (size_t before = 0; before < 20; before++) {
      Str text = STR_EMPTY;
      str_add_fill(&text, 'a', before);
      str_add_text(&text, before % 2 ? "预算" : "");
      size_t at = text.length;
      str_add_text(&text, bad[i]);
      cr_assert_eq(bad_byte(text.data, text.length), at, "%zu behind %zu at the end", i,
                   before);
      str_add_text(&text, "和后面的文字 and more");
      cr_assert_eq(bad_byte(text.data, text.length), at, "%zu behind %zu inside", i, before);
      str_free(&text);
    }
}

Test(utf8, every_character_survives_encoding_and_decoding) {
  for (uint32_t wanted = 0; wanted <= 0x10FFFF; wanted++) {
    if (wanted >= 0xD800 && wanted <= 0xDFFF)
      continue;
    char bytes[UTF8_MOST];
    uint32_t found;
    size_t length = utf8_encode(wanted, bytes);
    if (bad_byte(bytes, length) != length || utf8_decode(bytes, length, &found) != length ||
        found != wanted || utf8_count(bytes, length) != 1)
      cr_assert_fail("U+%04X", wanted);
  }
}

Test(utf8, decoding_a_bad_byte_takes_one_byte) {
  uint32_t found;
  cr_assert_eq(utf8_decode("\xE4\xB8", 2, &found), 1);
  cr_assert_eq(found, 0xFFFD);
  cr_assert_eq(utf8_decode("\xED\xA0\x80", 3, &found), 1, "a surrogate is no character");
  cr_assert_eq(utf8_decode("\xFF", 1, &found), 1);
  cr_assert_eq(found, 0xFFFD);
}

Test(utf8, decoding_stays_within_the_length) {
  uint32_t found;
  cr_assert_eq(utf8_decode("一", 2, &found), 1);
  cr_assert_eq(found, 0xFFFD);
  cr_assert_eq(utf8_decode("😀", 3, &found), 1);
  cr_assert_eq(bad_byte("预😀", 6), 3);
  cr_assert_eq(utf8_decode("一", 3, &found), 3);
  cr_assert_eq(found, 0x4E00);
}

/* Counting and finding agree with a walk through the text, whatever its start and length. */
Test(utf8, count_and_offset_agree_with_a_walk) {
  static const char text[] = "a一é😀bcdefghij般公共é̀xyz预算12345678😀😀支出é end";
  size_t offsets[sizeof text], characters = 0;
  for (size_t at = 0; at < sizeof text - 1; characters++) {
    uint32_t character;
    offsets[characters] = at;
    at += utf8_decode(text + at, sizeof text - 1 - at, &character);
  }
  offsets[characters] = sizeof text - 1;
  for (size_t first = 0; first <= characters; first++)
    for (size_t last = first; last <= characters; last++) {
      const char *part = text + offsets[first];
      size_t length = offsets[last] - offsets[first];
      cr_assert_eq(utf8_count(part, length), last - first);
      for (size_t n = 0; n <= last - first; n++)
        cr_assert_eq(utf8_offset(part, length, n), offsets[first + n] - offsets[first]);
      cr_assert_eq(utf8_offset(part, length, last - first + 5), length);
    }
}
