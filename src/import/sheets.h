/* The tables of a document, each with what is printed over and under it: number, title, subtitle,
 * unit, note. The parts of a table that goes on over several pages are one sheet. */
#ifndef BUDGETTUI_IMPORT_SHEETS_H
#define BUDGETTUI_IMPORT_SHEETS_H

#include "import/job.h"

/* A table of the stream, from its row `first_row` on: those before belong to the title. */
typedef struct {
  const StreamItem *item;
  size_t first_row;
} SheetPart;

typedef struct Sheet {
  const char *number;   /* as printed beside the title; NULL */
  const char *title;    /* NULL: the list of annexes may tell it */
  const char *subtitle; /* NULL */
  const char *folded;   /* the title; "" */
  const char *folded_whole; /* with its subtitle */
  const char *note;     /* NULL */
  bool unit_printed;
  Unit unit;
  VEC(SheetPart) parts;
  VEC(const StreamCell *) subjects; /* labelled texts over a table of targets */
  size_t line; /* of its first table among job->lines */
  struct Sheet *next; /* the same form filled in once more; NULL */
  bool listed;        /* an entry of the list of annexes is known to name it */
} Sheet;

typedef struct {
  VEC(Sheet) list;
  const char *office; /* named over a table; NULL */
} Sheets;

/* Finds them all and takes their lines. A table without any title that holds no amounts stays a
 * line of the narrative. */
void sheets_open(Job *job, Sheets *sheets);
void sheets_close(Sheets *sheets);
/* Leaves out what stands over a sheet that is no form. */
void sheets_leave_subjects(Job *job, const Sheet *sheet);
/* Takes the notes under the tables; called when the list of annexes is taken. */
void sheets_take_notes(Job *job, Sheets *sheets);

#endif
