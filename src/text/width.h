/* The width of text in terminal columns: the one source of it in the program.
 *
 * Wide and combining characters follow libunistring, ambiguous ones (East Asian
 * Width class A, from Unicode's EastAsianWidth.txt) the setting below. ncurses
 * is made to ask here too, by tui/wcwidth.c. */
#ifndef BUDGETTUI_TEXT_WIDTH_H
#define BUDGETTUI_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How wide the terminal draws ambiguous characters: 1 (the default) or 2. */
void width_set_ambiguous(int columns);
int width_ambiguous(void);
bool width_is_ambiguous(uint32_t character);

/* 0 for combining marks and invisible characters, 1 or 2 otherwise; -1 for
 * control characters and for what is not a character. */
int width_char(uint32_t character);
/* Invisible characters of width 0 that are no marks: bidirectional controls, joiners,
 * variation selectors, line separators and the like. Never shown to a terminal. */
bool width_is_hidden(uint32_t character);
/* Whether a character could disturb a terminal or a reader of lines: a control character, a hidden
 * one, or what is no character at all. */
bool width_is_unsafe(uint32_t character);
/* Of `length` bytes of UTF-8, as cluster_first (text/cluster.h) shows them. */
size_t width_text(const char *text, size_t length);

#endif
