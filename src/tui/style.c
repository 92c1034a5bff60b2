#include "tui/style.h"

#include <stdbool.h>
#include <stdlib.h>

#include "view/canvas.h"

/* A color's number and 1; 0, and so whatever a table leaves out, is the terminal's own. */
typedef struct {
  short foreground, background;
} Ink;

typedef struct {
  attr_t attributes; /* where there are colours, and where there are none */
  attr_t plain;      /* added where there are none */
  Ink few, many;     /* of 8 or 16 colours, and of 256 */
} StyleEntry;

#define NO_INK { 0, 0 }
#define INK(color) { (color) + 1, 0 }

/* From the 256 colours only those with a contrast of about 4 on black and on white alike;
 * of the 8, red and magenta for text, cyan for bars. */
enum {
  BLACK_16 = 16,
  BLUE_31 = 31,
  ORANGE_130 = 130,
  RED_160 = 160,
  SAND_222 = 222,
  GRAY_244 = 244
};

static const StyleEntry entries[STYLE_COUNT] = {
  [STYLE_NORMAL] = { A_NORMAL, A_NORMAL, NO_INK, NO_INK },
  [STYLE_TITLE] = { A_BOLD, A_NORMAL, NO_INK, NO_INK },
  [STYLE_TAB] = { A_NORMAL, A_NORMAL, NO_INK, NO_INK },
  [STYLE_TAB_OPEN] = { A_BOLD | A_REVERSE, A_NORMAL, NO_INK, NO_INK },
  [STYLE_RULE] = { A_NORMAL, A_NORMAL, NO_INK, INK(GRAY_244) },
  [STYLE_HEADING] = { A_BOLD, A_NORMAL, NO_INK, NO_INK },
  [STYLE_CODE] = { A_NORMAL, A_NORMAL, NO_INK, INK(BLUE_31) },
  [STYLE_AMOUNT] = { A_NORMAL, A_NORMAL, NO_INK, NO_INK },
  [STYLE_NEGATIVE] = { A_NORMAL, A_NORMAL, INK(COLOR_RED), INK(RED_160) },
  [STYLE_TOTAL] = { A_BOLD, A_NORMAL, NO_INK, NO_INK },
  [STYLE_DERIVED] = { A_NORMAL, A_NORMAL, INK(COLOR_MAGENTA), INK(ORANGE_130) },
  [STYLE_BAR] = { A_NORMAL, A_NORMAL, INK(COLOR_CYAN), INK(BLUE_31) },
  [STYLE_DIM] = { A_NORMAL, A_NORMAL, NO_INK, INK(GRAY_244) },
  [STYLE_KEY] = { A_BOLD, A_NORMAL, NO_INK, NO_INK },
  [STYLE_HINT] = { A_NORMAL, A_NORMAL, NO_INK, INK(GRAY_244) },
  [STYLE_STATUS] = { A_NORMAL, A_NORMAL, NO_INK, NO_INK },
  [STYLE_MESSAGE] = { A_BOLD, A_NORMAL, NO_INK, NO_INK },
  [STYLE_WARNING] = { A_BOLD, A_NORMAL, INK(COLOR_MAGENTA), INK(ORANGE_130) },
  [STYLE_ERROR] = { A_BOLD, A_REVERSE, INK(COLOR_RED), INK(RED_160) },
  [STYLE_PROMPT] = { A_BOLD, A_NORMAL, NO_INK, NO_INK }
};

/* What was searched for, in any style: both of its colours are named. */
static const StyleEntry match = {
  A_UNDERLINE, A_BOLD, { COLOR_BLACK + 1, COLOR_YELLOW + 1 }, { BLACK_16 + 1, SAND_222 + 1 }
};
enum { MATCH_PAIR = STYLE_COUNT + 1, STYLE_BITS = STYLE_MATCH | STYLE_SELECTED };

static bool colored;

static void set_pair(short pair, const StyleEntry *entry) {
  const Ink *ink = COLORS >= 256 ? &entry->many : &entry->few;
  init_pair(pair, (short)(ink->foreground - 1), (short)(ink->background - 1));
}

static bool wanted(TerminalColor color) {
  const char *refused = getenv("NO_COLOR");
  return color == TERMINAL_COLOR_ALWAYS ||
         (color == TERMINAL_COLOR_AUTO && !(refused && refused[0]));
}

void style_start(TerminalColor color) {
  colored = wanted(color) && has_colors() && start_color() == OK && use_default_colors() == OK &&
            COLORS >= 8 && COLOR_PAIRS > MATCH_PAIR;
  if (!colored)
    return;
  for (short style = 0; style < STYLE_COUNT; style++)
    set_pair((short)(style + 1), &entries[style]);
  set_pair(MATCH_PAIR, &match);
}

static short pair_of(const StyleEntry *entry, short pair) {
  const Ink *ink = COLORS >= 256 ? &entry->many : &entry->few;
  return ink->foreground ? pair : 0;
}

StyleLook style_look(uint8_t style) {
  int base = style & ~STYLE_BITS;
  const StyleEntry *entry = &entries[base < STYLE_COUNT ? base : STYLE_NORMAL];
  StyleLook look = { entry->attributes, 0 };
  if (colored)
    look.pair = pair_of(entry, (short)(base + 1));
  else
    look.attributes |= entry->plain;
  /* A selected row is of one colour, so that what it holds reads well. */
  if (style & STYLE_SELECTED)
    look = (StyleLook){ (look.attributes & A_BOLD) | A_REVERSE, 0 };
  if (style & STYLE_MATCH && colored)
    look = (StyleLook){ match.attributes, MATCH_PAIR };
  else if (style & STYLE_MATCH)
    look.attributes |= match.attributes | match.plain;
  return look;
}
