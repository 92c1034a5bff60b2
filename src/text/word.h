/* Where words begin and end, as far as that can be told without a dictionary: a word is a run of
 * Han characters, of other letters and digits, or of punctuation. Blanks part words and belong to
 * none. */
#ifndef BUDGETTUI_TEXT_WORD_H
#define BUDGETTUI_TEXT_WORD_H

#include <stddef.h>

/* The offset at which the word begins that ends before `at`, blanks after it skipped. */
size_t word_before(const char *text, size_t at);
/* The offset at which the word ends that begins at `at`, blanks before it skipped. */
size_t word_after(const char *text, size_t length, size_t at);

#endif
