#include <criterion/criterion.h>
#include <string.h>

#include "base/sink.h"

typedef struct {
  Str got;
  size_t pieces, most; /* pieces taken; the sink is told to stop after the most */
} Taker;

static bool take(void *context, const char *bytes, size_t length) {
  Taker *taker = context;
  str_add(&taker->got, bytes, length);
  return ++taker->pieces < taker->most;
}

Test(base_sink, hands_on_everything_in_pieces) {
  Taker taker = {.got = STR_EMPTY, .most = 1000};
  Sink sink;
  sink_open(&sink, take, &taker);
  for (int i = 0; i < 100 * 1000; i++) {
    str_add_text(&sink.text, "ab");
    cr_assert(sink_pour(&sink));
    cr_assert_lt(sink.text.length, 70 * 1000u);
  }
  cr_assert(sink_close(&sink));
  cr_expect_eq(taker.got.length, 200 * 1000u);
  cr_expect_gt(taker.pieces, 2);
  str_free(&taker.got);
}

Test(base_sink, nothing_is_handed_on_when_there_is_nothing) {
  Taker taker = {.got = STR_EMPTY, .most = 1000};
  Sink sink;
  sink_open(&sink, take, &taker);
  cr_expect(sink_close(&sink));
  cr_expect_eq(taker.pieces, 0);
}

Test(base_sink, stops_for_good) {
  Taker taker = {.got = STR_EMPTY, .most = 1};
  Sink sink;
  sink_open(&sink, take, &taker);
  str_add_text(&sink.text, "one");
  sink_flush(&sink);
  cr_expect_not(sink_pour(&sink));
  str_add_text(&sink.text, "two");
  cr_expect_not(sink_close(&sink));
  cr_expect_str_eq(taker.got.data, "one");
  str_free(&taker.got);
}
