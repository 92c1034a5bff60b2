/* CSV by RFC 4180: fields in quotes where needed, lines that end with CR LF.
 *
 * A field holds exactly the text that was given. A spreadsheet may take one that begins with
 * = + - @ for a formula; with `no_formulas` such a text gets an apostrophe before it. */
#ifndef BUDGETTUI_EXPORT_CSV_H
#define BUDGETTUI_EXPORT_CSV_H

#include "base/sink.h"

typedef struct {
  Sink *sink;
  bool no_formulas;
  size_t fields;  /* on this line so far */
  bool anything;  /* whether one of them is not empty */
} Csv;

/* Document text. */
void csv_text(Csv *csv, const char *text, size_t length);
/* Our own text, and figures: never a formula. NULL is empty. */
void csv_plain(Csv *csv, const char *text);
void csv_number(Csv *csv, size_t number);
/* Ends the line; false when the sink wants no more. */
bool csv_end(Csv *csv);

#endif
