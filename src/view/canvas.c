#include "view/canvas.h"

#include <string.h>

#include "base/memory.h"
#include "view/extent.h"

static const CanvasCell blank_cell = {.chars = {' '}, .width = 1, .style = STYLE_NORMAL};

void canvas_init(Canvas *canvas, int height, int width) {
  *canvas = (Canvas){.cursor_row = -1, .cursor_column = -1};
  canvas_resize(canvas, height, width);
}

void canvas_resize(Canvas *canvas, int height, int width) {
  canvas->height = height > 0 ? height : 0;
  canvas->width = width > 0 ? width : 0;
  memory_free(canvas->cells);
  canvas->cells = memory_zero((size_t)canvas->height * (size_t)canvas->width + 1,
                              sizeof *canvas->cells);
  canvas_clear(canvas);
}

void canvas_free(Canvas *canvas) {
  memory_free(canvas->cells);
  *canvas = (Canvas){.cursor_row = -1, .cursor_column = -1};
}

void canvas_clear(Canvas *canvas) {
  size_t count = (size_t)canvas->height * (size_t)canvas->width;
  for (size_t i = 0; i < count; i++)
    canvas->cells[i] = blank_cell;
  canvas->cursor_row = canvas->cursor_column = -1;
}

Area canvas_area(Canvas *canvas) {
  return (Area){.canvas = canvas, .height = canvas->height, .width = canvas->width};
}

static int at_least(int value, int least) { return value < least ? least : value; }

Area area_part(Area area, int row, int column, int height, int width) {
  int top = smaller(at_least(row, 0), area.height), left = smaller(at_least(column, 0), area.width);
  int bottom = smaller(at_least(row + height, top), area.height);
  int right = smaller(at_least(column + width, left), area.width);
  return (Area){.canvas = area.canvas,
                .top = area.top + top,
                .left = area.left + left,
                .height = bottom - top,
                .width = right - left};
}

/* ---- cells */

static CanvasCell *cell_at(const Canvas *canvas, int row, int column) {
  return &canvas->cells[(size_t)row * (size_t)canvas->width + (size_t)column];
}

static void make_blank(CanvasCell *cell) {
  memset(cell->chars, 0, sizeof cell->chars);
  cell->chars[0] = ' ';
  cell->width = 1;
}

/* Before cells [column, column + width) are painted: a wide cluster that stands
 * half in them goes whole. */
static void part_clusters(Canvas *canvas, int row, int column, int width) {
  int end = column + width;
  if (column > 0 && cell_at(canvas, row, column)->chars[0] == 0)
    make_blank(cell_at(canvas, row, column - 1));
  if (end < canvas->width && cell_at(canvas, row, end)->chars[0] == 0)
    make_blank(cell_at(canvas, row, end));
}

static CanvasCell cell_of(const Cluster *cluster, int style) {
  CanvasCell cell = {.width = (uint8_t)cluster->width, .style = (uint8_t)style};
  memcpy(cell.chars, cluster->chars, sizeof cell.chars);
  return cell;
}

static void put(Canvas *canvas, int row, int column, int style, const Cluster *cluster) {
  part_clusters(canvas, row, column, cluster->width);
  CanvasCell *cell = cell_at(canvas, row, column);
  cell[0] = cell_of(cluster, style);
  if (cluster->width == 2)
    cell[1] = (CanvasCell){.style = (uint8_t)style};
}

static bool row_inside(Area area, int row) { return row >= 0 && row < area.height; }

/* One cell, a column wide, all over the part of [column, column + width) that lies in the area. */
static void put_run(Area area, int row, int column, int width, CanvasCell run) {
  int from = at_least(column, 0), to = smaller(column + width, area.width);
  if (from >= to)
    return;
  part_clusters(area.canvas, area.top + row, area.left + from, to - from);
  CanvasCell *cells = cell_at(area.canvas, area.top + row, area.left + from);
  for (int i = 0; i < to - from; i++)
    cells[i] = run;
}

static void put_blanks(Area area, int row, int column, int width, int style) {
  CanvasCell blank = blank_cell;
  blank.style = (uint8_t)style;
  put_run(area, row, column, width, blank);
}

/* ---- painting */

bool area_holds(Area area, int row, int column) {
  return row >= area.top && row < area.top + area.height && column >= area.left &&
         column < area.left + area.width;
}

void area_fill(Area area, Style style) {
  for (int row = 0; row < area.height; row++)
    put_blanks(area, row, 0, area.width, (int)style);
}

int area_bytes(Area area, int row, int column, int style, const char *text, size_t length) {
  int at = column;
  if (!row_inside(area, row))
    return 0;
  while (length > 0 && at < area.width) {
    Cluster cluster = cluster_first(text, length);
    text += cluster.bytes;
    length -= cluster.bytes;
    if (cluster.width == 0)
      continue;
    if (at >= 0 && at + cluster.width <= area.width)
      put(area.canvas, area.top + row, area.left + at, style, &cluster);
    else
      put_blanks(area, row, at, cluster.width, style);
    at += cluster.width;
  }
  return at_least(smaller(at, area.width) - at_least(column, 0), 0);
}

void area_repeat(Area area, int row, int column, int width, int style, const char *sign) {
  Cluster cluster = cluster_first(sign, strlen(sign));
  if (row_inside(area, row))
    put_run(area, row, column, width, cell_of(&cluster, style));
}

int area_text(Area area, int row, int column, int style, const char *text) {
  return area_bytes(area, row, column, style, text, strlen(text));
}

int area_printf(Area area, int row, int column, int style, const char *format, ...) {
  Str text = STR_EMPTY;
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&text, format, arguments);
  va_end(arguments);
  int painted = area_bytes(area, row, column, style, text.data, text.length);
  str_free(&text);
  return painted;
}

int area_fit(Area area, int row, int column, int width, int style, FitAlign align, const char *text,
             size_t length) {
  if (width <= 0 || !row_inside(area, row))
    return 0;
  int ending = 0;
  size_t columns;
  size_t taken = fit_prefix(text, length, (size_t)width, &columns);
  if (taken < length && glyph_width(area.canvas, GLYPH_ELLIPSIS) < width) {
    ending = glyph_width(area.canvas, GLYPH_ELLIPSIS);
    taken = fit_before_ellipsis(text, length, (size_t)(width - ending), &columns);
  }
  int spaces = width - ending - (int)columns;
  int before = align == FIT_LEFT ? 0 : align == FIT_RIGHT ? spaces : spaces / 2;
  int at = column + before;
  put_blanks(area, row, column, before, style);
  area_bytes(area, row, at, style, text, taken);
  at += (int)columns;
  if (ending > 0)
    area_glyph(area, row, at, style, GLYPH_ELLIPSIS);
  put_blanks(area, row, at + ending, spaces - before, style);
  return at_least(smaller(column + width, area.width) - at_least(column, 0), 0);
}

void area_mark(Area area, int row, int column, int width, int bits) {
  int from = at_least(column, 0), to = smaller(column + width, area.width);
  if (!row_inside(area, row))
    return;
  if (area.canvas->plain && (bits & STYLE_SELECTED) && from < to && area.canvas->cursor_row < 0) {
    area.canvas->cursor_row = area.top + row;
    area.canvas->cursor_column = area.left + from;
  }
  for (int i = from; i < to; i++) {
    CanvasCell *cell = cell_at(area.canvas, area.top + row, area.left + i);
    cell->style |= (uint8_t)bits;
  }
}
