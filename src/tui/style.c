#include "tui/style.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A color's number and 1; 0, and so whatever a table leaves out, is the terminal's own. */
typedef struct {
  short foreground, background;
} Ink;

/* What a terminal has: colours, and with few of them a background: dark, or not known, or light. */
typedef enum {
  PALETTE_8, PALETTE_8_LIGHT, PALETTE_16, PALETTE_16_LIGHT, PALETTE_256, PALETTES
} Palette;

typedef struct {
  attr_t attributes; /* where there are colours, and where there are none */
  attr_t plain;      /* added where there are none */
  Ink inks[PALETTES];
} StyleEntry;

/* From the 256 colours only those with a contrast of about 4 on black and on white alike. Of the 8
 * and 16, those that are dark enough for a light background; on a dark one the bright ones. */
enum {
  GRAY_8 = 8, RED_9 = 9, MAGENTA_13 = 13,
  BLACK_16 = 16,
  BLUE_31 = 31,
  ORANGE_130 = 130,
  RED_160 = 160,
  SAND_222 = 222,
  GRAY_244 = 244
};

#define INK(color) { (color) + 1, 0 }
#define NO_INK { 0, 0 }
#define OWN { NO_INK, NO_INK, NO_INK, NO_INK, NO_INK }
#define GRAY { NO_INK, NO_INK, INK(GRAY_8), INK(GRAY_8), INK(GRAY_244) }
#define LINK { NO_INK, NO_INK, NO_INK, INK(COLOR_BLUE), INK(BLUE_31) }
#define BLUE { INK(COLOR_CYAN), INK(COLOR_BLUE), INK(COLOR_CYAN), INK(COLOR_BLUE), INK(BLUE_31) }
#define RED { INK(COLOR_RED), INK(COLOR_RED), INK(RED_9), INK(COLOR_RED), INK(RED_160) }
#define ORANGE \
  { INK(COLOR_MAGENTA), INK(COLOR_MAGENTA), INK(MAGENTA_13), INK(COLOR_MAGENTA), INK(ORANGE_130) }

static const StyleEntry entries[STYLE_COUNT] = {
  [STYLE_NORMAL] = { A_NORMAL, A_NORMAL, OWN },
  [STYLE_TITLE] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_TAB] = { A_NORMAL, A_NORMAL, OWN },
  [STYLE_TAB_OPEN] = { A_BOLD | A_REVERSE, A_NORMAL, OWN },
  [STYLE_RULE] = { A_NORMAL, A_NORMAL, GRAY },
  [STYLE_HEADING] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_CODE] = { A_NORMAL, A_NORMAL, LINK },
  [STYLE_AMOUNT] = { A_NORMAL, A_NORMAL, OWN },
  [STYLE_NEGATIVE] = { A_NORMAL, A_NORMAL, RED },
  [STYLE_TOTAL] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_DERIVED] = { A_NORMAL, A_NORMAL, ORANGE },
  [STYLE_LINK] = { A_UNDERLINE, A_NORMAL, LINK },
  [STYLE_BAR] = { A_NORMAL, A_NORMAL, BLUE },
  [STYLE_DIM] = { A_NORMAL, A_NORMAL, GRAY },
  [STYLE_KEY] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_HINT] = { A_NORMAL, A_NORMAL, GRAY },
  [STYLE_STATUS] = { A_NORMAL, A_NORMAL, OWN },
  [STYLE_MESSAGE] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_WARNING] = { A_BOLD, A_NORMAL, ORANGE },
  [STYLE_ERROR] = { A_BOLD, A_REVERSE, RED },
  [STYLE_PROMPT] = { A_BOLD, A_NORMAL, OWN },
  [STYLE_TAGGED] = { A_BOLD, A_NORMAL, BLUE }
};

/* What was searched for, in any style: both of its colours are named. */
#define ON_YELLOW { COLOR_BLACK + 1, COLOR_YELLOW + 1 }
static const StyleEntry match = {
  A_UNDERLINE, A_BOLD,
  { ON_YELLOW, ON_YELLOW, ON_YELLOW, ON_YELLOW, { BLACK_16 + 1, SAND_222 + 1 } }
};

/* The selected line is of one colour, so that what it holds reads well. */
static const StyleEntry selected = { A_REVERSE, A_NORMAL, OWN };

/* Entries by the numbers of StyleChoices; a pair of colours is an entry's number and 1. */
static const StyleEntry *entry_of(int number) {
  return number == CHOICE_MATCH ? &match : number == CHOICE_SELECTED ? &selected : &entries[number];
}

/* What a look is made of, of colours that the terminal has, or COLOR_OWN. */
typedef struct {
  attr_t attributes;
  short foreground, background;
} Paint;

/* A pair of colours behind those of the entries. */
enum { SELECTED_BAR = CHOICE_COUNT, LOOKS };

static struct {
  bool colored;
  Palette palette;
  StyleLook looks[LOOKS];
  bool bar_shaded; /* where it is selected */
} style;

/* ------------------------------------------------------------------ what a user chose */

static attr_t chosen_attributes(const StyleChoice *choice) {
  static const struct {
    unsigned look;
    attr_t attribute;
  } words[] = {
      { LOOK_BOLD, A_BOLD },
      { LOOK_DIM, A_DIM },
      { LOOK_UNDERLINE, A_UNDERLINE },
      { LOOK_REVERSE, A_REVERSE },
  };
  attr_t attributes = A_NORMAL;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (choice->attributes & words[i].look)
      attributes |= words[i].attribute;
  return attributes;
}

/* Of the 256 colours, 16 to 231 are a cube with six levels of red, green and blue, and the rest are
 * grays. Where there are fewer, the nearest of the eight; a gray is the terminal's own colour. */
static short nearest_color(int color) {
  enum { CUBE = 16, GRAYS = 232, LEVELS = 6, MIDDLE = 3, BRIGHT = 8 };
  if (color < COLORS)
    return (short)color;
  if (color < CUBE)
    return (short)(color - BRIGHT);
  if (color >= GRAYS)
    return COLOR_OWN;
  int levels = color - CUBE;
  int blue = levels % LEVELS, green = levels / LEVELS % LEVELS, red = levels / LEVELS / LEVELS;
  return (short)((red >= MIDDLE) | (green >= MIDDLE) << 1 | (blue >= MIDDLE) << 2);
}

/* ------------------------------------------------------------------ looks */

static bool wanted(TerminalColor color) {
  const char *refused = getenv("NO_COLOR");
  return color == TERMINAL_COLOR_ALWAYS ||
         (color == TERMINAL_COLOR_AUTO && !(refused && refused[0]));
}

/* Terminals that say so put the numbers of their colours into COLORFGBG, the background's last,
 * as in 0;15. */
static bool is_light(void) {
  const char *colors = getenv("COLORFGBG"), *last = colors ? strrchr(colors, ';') : NULL;
  return last && (!strcmp(last, ";7") || !strcmp(last, ";15"));
}

static Palette find_palette(void) {
  if (COLORS >= 256)
    return PALETTE_256;
  if (COLORS >= 16)
    return is_light() ? PALETTE_16_LIGHT : PALETTE_16;
  return is_light() ? PALETTE_8_LIGHT : PALETTE_8;
}

static StyleLook look_in(const Paint *paint, int number) {
  short pair = (short)(number + 1);
  if (paint->foreground == COLOR_OWN && paint->background == COLOR_OWN)
    return (StyleLook){ paint->attributes, 0 };
  init_pair(pair, paint->foreground, paint->background);
  return (StyleLook){ paint->attributes, pair };
}

static Paint own_paint(int number, Palette palette) {
  const StyleEntry *entry = entry_of(number);
  const Ink *ink = &entry->inks[palette];
  if (!style.colored)
    return (Paint){ entry->attributes | entry->plain, COLOR_OWN, COLOR_OWN };
  return (Paint){ entry->attributes, (short)(ink->foreground - 1), (short)(ink->background - 1) };
}

/* Without colours, what was chosen of colours alone would tell nothing. */
static Paint paint_of(int number, Palette palette, const StyleChoices *choices) {
  const StyleChoice *choice = choices ? &choices->choices[number] : NULL;
  if (!choice || !choice->chosen || (!style.colored && !choice->attributes))
    return own_paint(number, palette);
  if (!style.colored)
    return (Paint){ chosen_attributes(choice), COLOR_OWN, COLOR_OWN };
  return (Paint){ chosen_attributes(choice), nearest_color(choice->foreground),
                  nearest_color(choice->background) };
}

/* In the selected line a bar in the line's own colour would be a hole, being of that which is
 * behind the others. It keeps its colour on the terminal's own ones in reverse, where what is dark
 * is light; on others, which it need not go with, it is shaded. */
static void start_selected_bar(const StyleChoices *choices) {
  static const Palette reversed[PALETTES] = {
    [PALETTE_8] = PALETTE_8_LIGHT, [PALETTE_8_LIGHT] = PALETTE_8,
    [PALETTE_16] = PALETTE_16_LIGHT, [PALETTE_16_LIGHT] = PALETTE_16,
    [PALETTE_256] = PALETTE_256
  };
  Paint line = paint_of(CHOICE_SELECTED, style.palette, choices);
  Paint bar = paint_of(STYLE_BAR, reversed[style.palette], choices);
  bool own = line.foreground == COLOR_OWN && line.background == COLOR_OWN;
  bool in_reverse = own && line.attributes & A_REVERSE;
  style.bar_shaded = !own || (in_reverse && bar.foreground == COLOR_OWN);
  if (in_reverse && !style.bar_shaded)
    line.background = bar.foreground; /* the two are exchanged */
  style.looks[SELECTED_BAR] = look_in(&line, SELECTED_BAR);
}

void style_start(TerminalColor color, const StyleChoices *choices) {
  style.colored = wanted(color) && has_colors() && start_color() == OK &&
                  use_default_colors() == OK && COLORS >= 8 && COLOR_PAIRS > LOOKS;
  style.palette = find_palette();
  for (int i = 0; i < CHOICE_COUNT; i++) {
    Paint paint = paint_of(i, style.palette, choices);
    style.looks[i] = look_in(&paint, i);
  }
  start_selected_bar(choices);
}

StyleLook style_look(uint8_t cell) {
  int base = cell & ~(STYLE_MATCH | STYLE_SELECTED);
  StyleLook look = style.looks[base < STYLE_COUNT ? base : STYLE_NORMAL];
  const StyleLook *line = &style.looks[base == STYLE_BAR ? SELECTED_BAR : CHOICE_SELECTED];
  const StyleLook *found = &style.looks[CHOICE_MATCH];
  if (cell & STYLE_SELECTED)
    look = (StyleLook){ (look.attributes & A_BOLD) | line->attributes, line->pair };
  if (cell & STYLE_MATCH && found->pair)
    look = *found;
  else if (cell & STYLE_MATCH)
    look.attributes |= found->attributes;
  return look;
}

bool style_shades(uint8_t cell) {
  return style.bar_shaded && cell & STYLE_SELECTED &&
         (cell & ~(STYLE_MATCH | STYLE_SELECTED)) == STYLE_BAR;
}
