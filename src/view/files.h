/* A list of budgets, one in each file: who, when, how much, and what the checks found.
 *
 * A line is filled in when its file has been read and keeps nothing of the document. A file that
 * cannot be read has its fault in its line. Lines can be sorted by a column and searched. */
#ifndef BUDGETTUI_VIEW_FILES_H
#define BUDGETTUI_VIEW_FILES_H

#include "base/vec.h"
#include "check/check.h"
#include "model/document.h"
#include "search/term.h"
#include "view/view.h"
#include "view/window.h"

typedef enum { FILE_WAITING, FILE_GOOD, FILE_FAULTY, FILE_STOPPED } FileState;

enum { FILE_INCOME, FILE_EXPENDITURE, FILE_TOTALS };

typedef struct {
  const char *file; /* as the user named it */
  FileState state;
  char *office;     /* of a good one; owned */
  int year;
  Stage stage;
  bool has_total[FILE_TOTALS];
  Figure totals[FILE_TOTALS];
  bool checked;     /* small documents are */
  size_t rounding, mismatches;
  char *fault;      /* of a faulty one: the first, without the file's name; owned */
  uint32_t fault_at; /* its line; 0: none */
} FileEntry;

typedef enum {
  FILES_OFFICE, FILES_YEAR, FILES_STAGE, FILES_INCOME, FILES_EXPENDITURE, FILES_CHECKS, FILES_FILE,
  FILES_COLUMNS
} FilesColumn;

/* Where columns stand; width 0: there is no room for it. */
typedef struct {
  int left[FILES_COLUMNS], width[FILES_COLUMNS];
} FilesLayout;

typedef struct {
  Session session; /* its unit and message alone: there is no document */
  VEC(FileEntry) entries;
  uint32_t *order; /* entries as they are shown */
  Window window;   /* over these */
  FilesColumn column, sorted;
  int direction;   /* of the order by `sorted`: 1, -1; 0: as given */
  size_t read;     /* the entries before this one do not wait */
  bool searched, highlight;
  Term term;       /* what was last searched for */
  FilesLayout layout;
  Area header, body; /* as last drawn */
} Files;

/* The names must outlive the list. */
void files_open(Files *files, const char *const *names, size_t count);
void files_close(Files *files);

/* The entry under the cursor; NULL: there is none. */
FileEntry *files_selected(const Files *files);
/* The entry of a line `step` (1 or -1) after *line, past those that are faulty; then *line is its
 * line. NULL: there is none. */
FileEntry *files_beside(const Files *files, size_t *line, int step);
/* The cursor goes to an entry. */
void files_select(Files *files, const FileEntry *entry);
/* The next entry that waits to be read; NULL: none does. */
FileEntry *files_waiting(Files *files);
/* How many do not wait. */
size_t files_read(const Files *files);
/* Fills an entry in. `checks`: NULL where they were not run. */
void files_fill(Files *files, FileEntry *entry, const Document *document, const Checks *checks);
/* `fault`: without the file's name. */
void files_fill_fault(Files *files, FileEntry *entry, const char *fault, uint32_t at);
/* Those that wait do not any more: reading was interrupted. */
void files_stop(Files *files);
/* The entry waits again. */
void files_again(Files *files, FileEntry *entry);
/* The file's name without its directories. */
const char *files_name(const FileEntry *entry);

/* Motions, columns, order; OUTCOME_LEAVE. */
Outcome files_act(Files *files, Action action);
/* The title of a column (translated). */
const char *files_heading(FilesColumn column);
/* Sorts by a column, shown or not: the smallest first (1), the largest (-1), as given (0). */
void files_sort(Files *files, FilesColumn column, int direction);
/* Selects the line, or sorts by the column, at a place of the canvas. False: no line is there. */
bool files_click(Files *files, int row, int column);
/* Looks for a text in the lines from number `from` on, round the end; the cursor goes to the first
 * that holds it, or to `from`. False: none does. */
bool files_search(Files *files, const char *text, size_t from);

/* Paints headings and lines. */
void files_draw(Files *files, Area header, Area body);
/* The whole of the selected line. */
void files_status(const Files *files, Str *out);
/* The unit, and how many are read. */
void files_caption(const Files *files, Str *out);
/* What stands in a column, as text. */
void files_write(const Files *files, const FileEntry *entry, FilesColumn column, Str *out);

#endif
