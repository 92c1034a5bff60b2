/* How a user wants the canvas's styles to look, in words: "red", "bold", "208".
 *
 * The terminal's side applies it and knows how many colours there are. */
#ifndef BUDGETTUI_VIEW_STYLE_CHOICE_H
#define BUDGETTUI_VIEW_STYLE_CHOICE_H

#include "base/str.h"
#include "model/vocabulary.h"
#include "view/canvas.h"

/* What a choice is for: a Style without its bits, or one of the bits. */
enum { CHOICE_MATCH = STYLE_COUNT, CHOICE_SELECTED, CHOICE_COUNT };

enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };
enum { COLOR_OWN = -1 }; /* the terminal's own */

typedef struct {
  bool chosen;                /* else the program's own look stands */
  int color_count;            /* of the two below that were named */
  int foreground, background; /* 0 to 255, COLOR_OWN */
  unsigned attributes;        /* LOOK_* */
} StyleChoice;

typedef struct {
  StyleChoice choices[CHOICE_COUNT];
} StyleChoices;

/* Names and meanings, in the order of StyleChoices. */
extern const Vocabulary style_words;

/* A choice of the terminal's own colours and no attribute. */
StyleChoice style_choice_plain(void);
/* Adds what a word asks for: an attribute, or a colour, the first one that of the text, the second
 * one that behind it. False: `why` (translated) tells what is wrong with it. */
bool style_choice_add(StyleChoice *choice, const char *word, Str *why);

#endif
