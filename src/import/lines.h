/* The items of a stream as lines with their texts, and those among them that belong to the paper
 * and not to the text: page numbers, heads that run over the pages, tables of contents. */
#ifndef BUDGETTUI_IMPORT_LINES_H
#define BUDGETTUI_IMPORT_LINES_H

#include "import/job.h"

/* Fills in job->lines. */
void lines_open(Job *job);
void lines_close(Job *job);
/* Leaves out page numbers and running heads. */
void lines_drop_running(Job *job);
/* Leaves out the table of contents, but for its entries that list annexes; the lines of the text
 * that it names become headings. Called when the titles of the tables are taken. */
void lines_drop_contents(Job *job);

static inline bool line_is_table(const Line *line) { return line->item->kind == STREAM_TABLE; }

#endif
