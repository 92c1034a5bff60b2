/* Any bytes as a text to be fitted, wrapped and folded. */
#include "fuzz.h"
#include "text/fit.h"
#include "text/fold.h"
#include "text/width.h"
#include "text/wrap.h"

/* Every line is at most as wide as asked for, but for a single cluster, and something is taken. */
static void lines(const char *text, size_t length, size_t width) {
  for (size_t at = 0, next; at < length; at += next) {
    size_t bytes = wrap_line(text + at, length - at, width, &next);
    FUZZ_REQUIRE(next > 0 && bytes <= next);
    FUZZ_REQUIRE(width == 1 || width_text(text + at, bytes) <= width);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *text = (const char *)bytes;
  size_t width = length > 0 ? bytes[0] % 40u + 1 : 1;
  Str out = STR_EMPTY;
  lines(text, length, width);
  fit_text(&out, text, length, width, FIT_LEFT, "…");
  FUZZ_REQUIRE(width_text(out.data, out.length) == width);
  str_clear(&out);
  fold_text(&out, text, length);
  str_free(&out);
  return 0;
}
