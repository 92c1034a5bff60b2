#include "view/progress_line.h"

#include <inttypes.h>

#include "base/i18n.h"

enum { BAR_LEAST = 8, BAR_MOST = 40, MEGABYTE = 1000000 };

static const struct {
  const char *of_total, *alone; /* msgids */
  bool bytes;
} works[WORK_COUNT] = {
    [WORK_READING] = {N_("reading: %s of %s MB"), N_("reading: %s MB"), true},
    [WORK_SEARCHING] = {N_("searching: %s of %s texts"), N_("searching: %s texts"), false},
    [WORK_SORTING] = {N_("sorting: %s of %s accounts"), N_("sorting: %s accounts"), false},
    [WORK_CHECKING] = {N_("checking: %s of %s accounts"), N_("checking: %s accounts"), false},
    [WORK_IMPORTING] = {N_("importing: %s of %s pages"), N_("importing: %s pages"), false},
};

static void write_count(Str *out, uint64_t count, bool bytes) {
  if (bytes) {
    str_printf(out, "%" PRIu64 ".%" PRIu64, count / MEGABYTE, count % MEGABYTE / (MEGABYTE / 10));
    return;
  }
  size_t start = out->length;
  str_printf(out, "%" PRIu64, count);
  for (size_t at = out->length; at > start + 3;)
    str_splice(out, at -= 3, 0, ",", 1);
}

/* In thousandths; what is too big to be multiplied is not known better than that. */
static int64_t share_of(uint64_t done, uint64_t total) {
  if (done >= total)
    return 1000;
  return (int64_t)(total > UINT64_MAX / 1000 ? done / (total / 1000) : done * 1000 / total);
}

void progress_line_write(Str *out, Work work, uint64_t done, uint64_t total) {
  Str a = STR_EMPTY, b = STR_EMPTY;
  write_count(&a, done, works[work].bytes);
  write_count(&b, total, works[work].bytes);
  if (total == 0)
    str_printf(out, _(works[work].alone), a.data);
  else
    str_printf(out, _(works[work].of_total), a.data, b.data);
  if (total > 0)
    str_printf(out, "  %" PRId64 "%%", share_of(done, total) / 10);
  str_free(&a);
  str_free(&b);
}

static void draw_line(Area area, Work work, uint64_t done, uint64_t total) {
  Str line = STR_EMPTY;
  progress_line_write(&line, work, done, total);
  area_fill(area, STYLE_STATUS);
  int left = 1 + area_bytes(area, 0, 1, STYLE_MESSAGE, line.data, line.length) + 2;
  int room = area.width - 1 - left;
  if (total > 0 && room >= BAR_LEAST)
    area_bar(area, 0, left, room < BAR_MOST ? room : BAR_MOST, STYLE_BAR, share_of(done, total));
  str_free(&line);
}

void progress_line_draw(Canvas *canvas, Work work, uint64_t done, uint64_t total) {
  Area all = canvas_area(canvas);
  int rows = all.height < 2 ? all.height : 2;
  Area hints = area_part(all, all.height - 1, 0, rows == 2, all.width);
  draw_line(area_part(all, all.height - rows, 0, 1, all.width), work, done, total);
  area_fill(hints, STYLE_HINT);
  int left = 1 + area_text(hints, 0, 1, STYLE_KEY, "^C") + 1;
  area_text(hints, 0, left, STYLE_HINT, _("stop"));
  canvas->cursor_row = canvas->cursor_column = -1;
}
