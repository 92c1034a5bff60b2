#include "view/panes.h"

/* With the rules between the panes. */
static int total_minimum(size_t count, const int *minimum) {
  int total = count > 0 ? (int)count - 1 : 0;
  for (size_t i = 0; i < count; i++)
    total += minimum[i];
  return total;
}

bool panes_stacked(Area area, size_t count, const int *minimum) {
  return count > 1 && (area.canvas->plain || area.width < PANES_STACKED_BELOW ||
                       area.width < total_minimum(count, minimum));
}

static void stack(Area area, size_t count, Area *out) {
  int room = area.height - ((int)count - 1), row = 0;
  for (size_t i = 0; i < count; i++) {
    int left = (int)(count - i), height = room > 0 ? (room + left - 1) / left : 0;
    out[i] = area_part(area, row, 0, height, area.width);
    room -= height;
    row += height;
    if (i + 1 < count)
      area_rule(area_part(area, row, 0, 1, area.width), 0, STYLE_RULE);
    row++;
  }
}

static void rule_down(Area area, int column) {
  for (int row = 0; row < area.height; row++)
    area_glyph(area, row, column, STYLE_RULE, GLYPH_VERTICAL);
}

static void stand(Area area, size_t count, const int *minimum, Area *out) {
  int wanted = total_minimum(count, minimum), spare = area.width - wanted, column = 0;
  int share = wanted - ((int)count - 1);
  for (size_t i = 0; i < count; i++) {
    int extra = share > 0 ? spare * minimum[i] / share : 0;
    int width = i + 1 < count ? minimum[i] + extra : area.width - column;
    out[i] = area_part(area, 0, column, area.height, width);
    column += width;
    if (i + 1 < count)
      rule_down(area, column);
    column++;
  }
}

size_t panes_layout(Area area, size_t count, const int *minimum, Area *out) {
  size_t shown = 0;
  if (panes_stacked(area, count, minimum))
    stack(area, count, out);
  else
    stand(area, count, minimum, out);
  for (size_t i = 0; i < count; i++)
    shown += out[i].height > 0 && out[i].width > 0;
  return shown;
}

void panes_layout_titled(Area area, size_t count, const int *minimum, size_t focus, Area *out) {
  enum { FEW_ROWS = 12, TITLE_ROWS = 1 };
  if (!panes_stacked(area, count, minimum) || area.height >= FEW_ROWS) {
    panes_layout(area, count, minimum, out);
    return;
  }
  int row = 0, titles = ((int)count - 1) * TITLE_ROWS;
  for (size_t i = 0; i < count; i++) {
    int height = i == focus ? area.height - titles : TITLE_ROWS;
    out[i] = area_part(area, row, 0, height, area.width);
    row += height;
  }
}
