#include "view/tree_way.h"

#include "text/width.h"
#include "view/tree_status.h"

static void write_step(Str *out, const Tree *tree, uint32_t node) {
  const char *code = tree_code(tree, node);
  str_clear(out);
  if (code[0] != '\0')
    str_printf(out, "%s ", code);
  str_add_text(out, tree_shown_name(tree, node));
}

enum { MARGIN = 1, AROUND_SIGN = 2 /* blanks */, CUT_ROOM = 2 /* for the ellipsis before it */ };

/* The steps that there is room for, the last one whether there is or not; whether that is all. */
static bool choose_steps(Way *way, const Tree *tree, uint32_t root, Area area) {
  int sign = glyph_width(area.canvas, GLYPH_STEP) + AROUND_SIGN, used = 0;
  Str step = STR_EMPTY;
  uint32_t node = root;
  way->count = 0;
  for (; node != NODE_NONE; node = tree->nodes[node].parent) {
    write_step(&step, tree, node);
    int width = (int)width_text(step.data, step.length);
    int wanted = used + width + (used > 0 ? sign : 0);
    if (used > 0 && wanted > area.width - 2 * MARGIN - CUT_ROOM)
      break;
    vec_push(way, (WayStep){.node = node, .width = width});
    used = wanted;
  }
  str_free(&step);
  return node == NODE_NONE;
}

static int draw_sign(Area area, int column, Glyph glyph) {
  return area_glyph(area, 0, column, STYLE_HEADING, glyph) +
         area_text(area, 0, column + glyph_width(area.canvas, glyph), STYLE_HEADING, " ");
}

void tree_way_draw(Way *way, const Tree *tree, uint32_t root, Area area) {
  Str text = STR_EMPTY;
  int left = MARGIN;
  if (!choose_steps(way, tree, root, area))
    left += draw_sign(area, left, GLYPH_ELLIPSIS);
  for (size_t i = way->count; i-- > 0;) {
    WayStep *step = &way->items[i];
    int room = area.width - MARGIN - left;
    write_step(&text, tree, step->node);
    step->left = left;
    step->width = step->width < room ? step->width : room;
    left += area_fit(area, 0, left, step->width, STYLE_HEADING, FIT_LEFT, text.data, text.length);
    if (i > 0)
      left += 1 + draw_sign(area, left + 1, GLYPH_STEP);
  }
  str_free(&text);
}

uint32_t tree_way_at(const Way *way, int column) {
  for (size_t i = 0; i < way->count; i++)
    if (column >= way->items[i].left && column < way->items[i].left + way->items[i].width)
      return way->items[i].node;
  return NODE_NONE;
}
