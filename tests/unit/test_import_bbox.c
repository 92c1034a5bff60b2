#include <criterion/criterion.h>
#include <string.h>

#include "import/bbox.h"

typedef struct {
  Str log; /* what was taken: "1 595x842 a[10,20,30,40]…" */
} Taken;

static void take(void *context, const BboxPage *page) {
  Taken *taken = context;
  str_printf(&taken->log, "%u %dx%d", page->number, page->width, page->height);
  for (size_t i = 0; i < page->words.count; i++) {
    const BboxWord *word = &page->words.items[i];
    str_printf(&taken->log, " %.*s[%d,%d,%d,%d]", (int)word->length, page->text.data + word->text,
               word->left, word->top, word->right, word->bottom);
  }
  str_add_char(&taken->log, '\n');
}

/* Feeds the text in pieces of `step` bytes. NULL: it was read. */
static const char *read_in_steps(const char *text, size_t length, size_t step, Taken *taken) {
  BboxReader reader;
  taken->log = (Str)STR_EMPTY;
  bbox_open(&reader, take, taken);
  bool good = true;
  for (size_t i = 0; i < length && good; i += step)
    good = bbox_feed(&reader, text + i, length - i < step ? length - i : step);
  good = good && bbox_end(&reader);
  cr_expect_eq(good, reader.fault == NULL);
  const char *fault = reader.fault;
  bbox_close(&reader);
  return fault;
}

static const char good[] =
    "<!DOCTYPE html><html>\n<head>\n<title>a &gt; b</title>\n<meta name=\"Author\" content=\"\"/>\n"
    "</head>\n<body>\n<doc>\n"
    "  <page width=\"595.280000\" height=\"841.890000\">\n"
    "    <word xMin=\"72.000000\" yMin=\"-1.500000\" xMax=\"90.010000\" yMax=\"80.3\">R&amp;D</word>\n"
    "    <word xMin=\"100\" yMin=\"1.239\" xMax=\"200\" yMax=\"12\">预算数</word>\n"
    "  </page>\n  <page width=\"10\" height=\"20\">\n  </page>\n</doc>\n</body>\n</html>\n";

Test(import_bbox, reads_pages_and_words_whatever_the_pieces) {
  for (size_t step = 1; step < sizeof good; step += step < 10 ? 1 : 37) {
    Taken taken;
    cr_assert_null(read_in_steps(good, sizeof good - 1, step, &taken));
    cr_expect_str_eq(taken.log.data, "1 59528x84189 R&D[7200,-150,9001,8030]"
                                     " 预算数[10000,123,20000,1200]\n2 1000x2000\n");
    str_free(&taken.log);
  }
}

Test(import_bbox, leaves_out_control_characters_and_words_of_nothing_else) {
  static const char text[] =
      "<page width=\"1\" height=\"1\"><word xMin=\"0\" yMin=\"0\" xMax=\"1\" yMax=\"1\">a\x1b[31m"
      "\xc2\x9b\xff</word><word xMin=\"0\" yMin=\"0\" xMax=\"1\" yMax=\"1\">\x01</word></page>";
  Taken taken;
  cr_assert_null(read_in_steps(text, sizeof text - 1, 7, &taken));
  cr_expect_str_eq(taken.log.data, "1 100x100 a[31m\xEF\xBF\xBD[0,0,100,100]\n");
  str_free(&taken.log);
}

Test(import_bbox, cuts_coordinates_beyond_any_page) {
  static const char text[] =
      "<page width=\"99999999999999999999\" height=\"-99999999999999999999.5\"></page>";
  Taken taken;
  cr_assert_null(read_in_steps(text, sizeof text - 1, 5, &taken));
  cr_expect_str_eq(taken.log.data, "1 2000000x-2000000\n");
  str_free(&taken.log);
}

Test(import_bbox, refuses_what_is_not_of_its_form) {
  static const char *const wrong[] = {
      "<page width=\"1\">",
      "<page width=\"1e9\" height=\"1\">",
      "<page width=\"nan\" height=\"1\">",
      "<page width=\"\" height=\"1\">",
      "<page width=\"1\" height=\"1\"><page width=\"1\" height=\"1\">",
      "<page width=\"1\" height=\"1\"><b>",
      "<page width=\"1\" height=\"1\"><word xMin=\"1\">",
      "<page width=\"1\" height=\"1\"><word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\"></page>",
      "<word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">",
      "</page>",
      "</word>",
      "<page width=\"1\" height=\"1\">", /* cut */
      "<page width=\"1\" height=\"1\"><word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">a",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    Taken taken;
    cr_expect(read_in_steps(wrong[i], strlen(wrong[i]), 3, &taken) != NULL, "%s", wrong[i]);
    str_free(&taken.log);
  }
}

Test(import_bbox, refuses_a_word_without_end) {
  Taken taken;
  Str text = STR_EMPTY;
  str_add_text(&text, "<page width=\"1\" height=\"1\">"
                      "<word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">");
  str_add_fill(&text, 'x', 300 * 1000);
  cr_expect(read_in_steps(text.data, text.length, 4096, &taken) != NULL);
  str_free(&text);
  str_free(&taken.log);
}
