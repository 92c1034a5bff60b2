/* What comes of a text that is imported, as text: for the tests of text with tabs and of aligned
 * text. */
#ifndef BUDGETTUI_TEST_STREAM_TEXT_H
#define BUDGETTUI_TEST_STREAM_TEXT_H

#include "import/stream.h"

/* The stream of a text that can be read; freed with stream_free. */
Stream *stream_of_text(const char *text);
/* A line for each item: its page, whether it is a table, and its rows in brackets: their lines and
 * cells, `column@place:text`, with `?` when the column is uncertain. Behind them what was left out,
 * and why. */
void expect_stream(const char *text, const char *expected);

#endif
