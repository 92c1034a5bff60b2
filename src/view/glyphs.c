#include "text/width.h"
#include "view/canvas.h"

static const struct {
  const char *unicode, *ascii;
} glyphs[GLYPH_COUNT] = {
    [GLYPH_HORIZONTAL] = {"─", "-"},   [GLYPH_VERTICAL] = {"│", "|"},
    [GLYPH_CROSS_DOWN] = {"┬", "+"},   [GLYPH_CROSS] = {"┼", "+"},
    [GLYPH_BRANCH] = {"├", "|"},       [GLYPH_LAST] = {"└", "`"},
    [GLYPH_TRUNK] = {"│", "|"},        [GLYPH_OPEN] = {"▾", "-"},
    [GLYPH_CLOSED] = {"▸", "+"},       [GLYPH_ELLIPSIS] = {"…", ".."},
    [GLYPH_MORE_LEFT] = {"<", "<"},    [GLYPH_MORE_RIGHT] = {">", ">"},
    [GLYPH_ASCENDING] = {"▲", "^"},    [GLYPH_DESCENDING] = {"▼", "v"},
    [GLYPH_DERIVED] = {"∑", "+"},      [GLYPH_CONVERTED] = {"*", "*"},
    [GLYPH_ROUNDED] = {"≈", "~"},      [GLYPH_MISMATCH] = {"✗", "x"},
    [GLYPH_SEPARATOR] = {"·", "-"},    [GLYPH_ENTER] = {"↵", "Enter"},
    [GLYPH_BACKSPACE] = {"⌫", "Backspace"}, [GLYPH_STEP] = {"›", ">"},
    [GLYPH_TAGGED] = {"✓", "*"},
};

/* A terminal with wide ambiguous characters often draws neutral signs (▸ ✗) wide, too:
 * there all of them are ASCII, as where they are read out. */
bool glyph_ascii(const Canvas *canvas) {
  return canvas->ascii || canvas->plain || width_ambiguous() > 1;
}

static bool is_line(Glyph glyph) { return glyph <= GLYPH_TRUNK; }

const char *glyph_text(const Canvas *canvas, Glyph glyph) {
  if (canvas->plain && is_line(glyph))
    return " ";
  return glyph_ascii(canvas) ? glyphs[glyph].ascii : glyphs[glyph].unicode;
}

int glyph_width(const Canvas *canvas, Glyph glyph) {
  const char *text = glyph_text(canvas, glyph);
  size_t length = 0;
  while (text[length] != '\0')
    length++;
  return (int)width_text(text, length);
}

int area_glyph(Area area, int row, int column, int style, Glyph glyph) {
  return area_text(area, row, column, style, glyph_text(area.canvas, glyph));
}

void area_rule(Area area, int row, int style) {
  area_repeat(area, row, 0, area.width, style, glyph_text(area.canvas, GLYPH_HORIZONTAL));
}

/* How many eighths of a bar are filled: something is seen of the least share, and
 * only a whole one fills it. */
static int64_t bar_eighths(int width, int64_t permille) {
  int64_t whole = (int64_t)width * 8;
  if (permille <= 0)
    return 0;
  if (permille >= 1000)
    return whole;
  int64_t eighths = (whole * permille + 500) / 1000;
  return eighths < 1 ? 1 : eighths >= whole ? whole - 1 : eighths;
}

int area_bar(Area area, int row, int column, int width, int style, int64_t permille) {
  static const char *const parts[] = {" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  int64_t left = bar_eighths(width, permille);
  int painted = 0;
  for (int i = 0; i < width; i++, left -= 8) {
    int64_t part = left <= 0 ? 0 : left > 8 ? 8 : left;
    const char *text = parts[part];
    if (area.canvas->plain)
      text = " ";
    else if (glyph_ascii(area.canvas))
      text = part >= 4 || (i == 0 && part > 0) ? "#" : " ";
    painted += area_text(area, row, column + i, style, text);
  }
  return painted;
}
