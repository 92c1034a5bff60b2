/* Sizes on the screen: the smaller and the larger one, and how wide a text is. */
#ifndef BUDGETTUI_VIEW_EXTENT_H
#define BUDGETTUI_VIEW_EXTENT_H

#include <string.h>

#include "text/width.h"

static inline int smaller(int a, int b) { return a < b ? a : b; }
static inline int larger(int a, int b) { return a > b ? a : b; }
static inline size_t at_most(size_t value, size_t most) { return value > most ? most : value; }
/* In columns. */
static inline int width_of(const char *text) { return (int)width_text(text, strlen(text)); }

#endif
