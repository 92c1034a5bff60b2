#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "import/text.h"
#include "stream_text.h"

static void expect_error(const char *bytes, size_t length, const char *part) {
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  diag_open(&diagnostics, "text", 5);
  cr_assert(!text_read(bytes, length, NULL, stream, &diagnostics));
  cr_assert_eq(diagnostics.errors, 1);
  cr_expect(strstr(diagnostics.list.items[0].message, part), "%s",
            diagnostics.list.items[0].message);
  diag_close(&diagnostics);
  stream_free(stream);
}

Test(import_text, lines_and_tables_with_their_places) {
  expect_stream("标题\n\n项目\t金额\n合计\t1.00\n末行\n",
                "1 [1 0@1:标题]\n1 table [3 0@1:项目 1@4:金额]"
                " [4 0@1:合计 1@4:1.00]\n1 [5 0@1:末行]\n");
}

Test(import_text, a_blank_line_does_not_end_a_table) {
  expect_stream("a\tb\n\nc\td\n", "1 table [1 0@1:a 1@3:b] [3 0@1:c 1@3:d]\n");
}

Test(import_text, blank_fields_keep_the_columns_apart) {
  expect_stream("\t\tb\t\n", "1 table [1 2@3:b]\n");
}

Test(import_text, form_feeds_are_pages_and_line_ends_of_any_kind) {
  expect_stream("\xEF\xBB\xBF" "a\r\n\fb", "1 [1 0@1:a]\n2 [2 0@1:b]\n");
}

Test(import_text, markup_is_left_out_and_told) {
  expect_stream("x\t<p>a<b</p>\n",
                "1 table [1 0@1:x 1@3:a<b]\nleft <p>: markup\nleft </p>: markup\n");
}

Test(import_text, what_is_no_text_is_refused) {
  expect_error("", 0, "empty");
  expect_error(" \n\t\n", 4, "empty");
  expect_error("a\0b", 3, "byte 0");
  expect_error("\xC4\xEA", 2, "UTF-8");
}

Test(import_text, a_text_beyond_all_measure_is_refused) {
  size_t length = (size_t)limit_list[LIMIT_IMPORT_TEXT].standard + 1;
  char *long_text = memory_alloc(length);
  memset(long_text, 'a', length);
  expect_error(long_text, length, "too many bytes in a text to import: at most 4M; to read it all "
                                  "the same, use '--limit import-text=8M'");
  memory_free(long_text);
}
