/* Any bytes as an amount, as a text to be fitted, wrapped and folded. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "model/money.h"
#include "text/fit.h"
#include "text/fold.h"
#include "text/width.h"
#include "text/wrap.h"

static void amounts(const char *text, size_t length) {
  for (int unit = 0; unit < UNIT_COUNT; unit++) {
    Figure figure = {.unit = (Unit)unit};
    if (money_parse(text, length, figure.unit, &figure.money, &figure.decimals) != MONEY_OK)
      continue;
    for (int shown = 0; shown < UNIT_COUNT; shown++) {
      Str out = STR_EMPTY;
      figure_write(&out, figure, (Unit)shown);
      str_free(&out);
    }
  }
}

/* Every line is at most as wide as asked for, but for a single cluster, and something is taken. */
static void lines(const char *text, size_t length, size_t width) {
  for (size_t at = 0, next; at < length; at += next) {
    size_t bytes = wrap_line(text + at, length - at, width, &next);
    if (next == 0 || bytes > next || (width > 1 && width_text(text + at, bytes) > width))
      abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *text = (const char *)bytes;
  size_t width = length > 0 ? bytes[0] % 40u + 1 : 1;
  Str out = STR_EMPTY;
  amounts(text, length);
  lines(text, length, width);
  fit_text(&out, text, length, width, FIT_LEFT, "…");
  if (width_text(out.data, out.length) != width)
    abort();
  str_clear(&out);
  fold_text(&out, text, length);
  str_free(&out);
  return 0;
}
