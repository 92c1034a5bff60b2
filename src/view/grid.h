/* A grid: the rows of an outline under frozen headings, with fold signs,
 * frozen first columns, a cell cursor, horizontal scrolling by column, sorting,
 * units and shares. Trees and annex tables are both shown by it; what
 * stands in a cell comes from a source.
 *
 * An amount is never cut: the flexible column gives way first, then columns scroll
 * away, and where one alone has too little room it says ###. */
#ifndef BUDGETTUI_VIEW_GRID_H
#define BUDGETTUI_VIEW_GRID_H

#include "view/outline.h"
#include "view/view.h"
#include "view/window.h"

typedef enum { GRID_TREE, GRID_TEXT, GRID_AMOUNT, GRID_NUMBER, GRID_SHARE, GRID_KINDS } GridKind;

typedef struct {
  GridKind kind;      /* GRID_TREE: text with indentation and fold sign */
  const char *title;  /* its own heading, to be shown as it is */
  size_t index;       /* the source's number of it: tree column or leaf */
  Role role;          /* of an amount; ROLE_TEXT: none known */
  bool frozen;        /* does not scroll away; frozen columns are the first ones */
  bool flat;          /* GRID_TREE: not set in; a code split over columns shows its level itself */
  bool flexible;      /* takes what room is left, gives way first; one column at most */
  /* What a user wants of it: */
  bool hidden, fitted; /* fitted: as wide as its widest cell and whole heading */
  int chosen;          /* its width; 0: what the layout finds */
  int wanted;          /* columns: natural so far */
  int left, width;     /* as laid out, with the sign behind an amount; left -1: out of sight */
} GridColumn;

typedef struct {
  const char *text; /* GRID_TREE, GRID_TEXT, GRID_NUMBER (already written) */
  size_t length;
  TreeAmount amount; /* GRID_AMOUNT */
  bool has_number;   /* GRID_NUMBER: to be sorted by */
  int64_t number;
  uint8_t decimals;
} GridCell;

/* What the tagged rows add up to in a column. */
typedef struct {
  size_t column;
  bool twice; /* another column has the same heading */
  enum { SUM_NONE, SUM_EXACT, SUM_TOO_LARGE } state; /* SUM_NONE: nothing is printed there */
  Figure figure;
} GridSum;

/* Rows that are tagged, to be added up. */
typedef struct {
  unsigned char *bits;  /* of each node; NULL while none was ever tagged */
  VEC(uint32_t) nodes;  /* in the order they were tagged */
  VEC(GridSum) sums;    /* of the columns of amounts */
  size_t inside;        /* rows that are inside another tagged one */
  bool total;           /* one of the others is a total of rows that are not below it */
} GridTags;

struct Grid;

typedef struct {
  /* Fills what stands in a column of a node; *cell is cleared before. Texts live as long as the
   * document; only that of a GRID_NUMBER may live until the next call. */
  void (*cell)(const struct Grid *grid, uint32_t node, const GridColumn *column, GridCell *cell);
  /* Groups of headings: columns [0, leaf_count) of the grid are the leaves of this table. NULL: the
   * columns' own titles are all. */
  const Table *header;
} GridSource;

typedef VEC(GridColumn) GridColumns;

typedef struct Grid {
  Session *session;
  GridSource source;
  void *context;      /* of the source */
  Outline outline;
  Window window;
  GridColumns columns;
  GridTags tags;
  Str filter;         /* what the rows are filtered by; empty: all are shown */
  Term term;          /* the same, to be marked */
  size_t column;      /* the current one (amount column of a tree, cell of a table) */
  size_t first;       /* first of the scrolling columns in sight */
  bool cell_cursor;   /* a cell is selected, not only a row */
  size_t sorted;      /* column of the outline's order, when it has one */
  bool measured;      /* the first rows were looked at, in `unit` */
  size_t seen_from, seen_to; /* so were these since the outline's rows changed */
  int unit;
  size_t frozen;      /* columns that do not scroll away in the width laid out */
  size_t usual_frozen; /* and that were so at first; a user may freeze others */
  bool more_left, more_right; /* columns continue there */
  int edge;           /* where the sign of more_right stands */
  const char *sum_sign; /* behind a sum that no table prints, as last drawn */
  Area area;          /* as last drawn; for clicks, never painted again */
  int header;         /* its lines of headings */
  bool drawn, center; /* a row gone to before the first drawing is put in the middle by it */
  Str scratch;
} Grid;

/* The outline is opened by the caller (outline_open) before the first use and closed by
 * grid_close. */
void grid_open(Grid *grid, Session *session, GridSource source, void *context);
void grid_add_column(Grid *grid, GridColumn column);
void grid_close(Grid *grid);
void grid_draw(Grid *grid, Area area, bool focused);
/* Motion, folding, sorting, columns, tags. Not: Enter, drill-down, leaving. OUTCOME_IGNORED, too,
 * for left and right beyond the first and last column of a cell cursor. */
Outcome grid_act(Grid *grid, Action action);
/* Folds or unfolds the row under the cursor; false when nothing is below it. */
bool grid_toggle(Grid *grid);
/* The node under the cursor; NODE_NONE when there is no row. */
uint32_t grid_node(const Grid *grid);
void grid_show_node(Grid *grid, uint32_t node);
/* Another root; the cursor goes to `node`. */
void grid_set_root(Grid *grid, uint32_t root, uint32_t node);
/* How a figure is written in the session's unit: its text, and whether it was converted. */
bool grid_figure(const Session *session, Figure figure, Str *out);
/* What stands in a column of a node. */
GridCell grid_cell(const Grid *grid, uint32_t node, size_t column);
/* The share of a node in its parent or the whole by the current column, in tenths of a percent;
 * false when it has none. */
bool grid_share(const Grid *grid, uint32_t node, int64_t *permille);
/* Adds the titles over a leaf, from the outermost group on. */
void grid_write_titles(Str *out, const Table *header, size_t leaf);
/* Adds the whole title of a column. */
void grid_write_title(const Grid *grid, size_t column, Str *out);
/* Gives the rows an order by a column; false when that was stopped. */
bool grid_order(Grid *grid, size_t column, Order order);
/* Chooses a column, which is shown if it was hidden. */
void grid_choose(Grid *grid, size_t column);
/* A click at a cell of the canvas: on a row selects it and its column, on a sign of folding folds,
 * on a heading sorts. False when no row was selected that a second click could enter. */
bool grid_click(Grid *grid, int row, int column);
/* Keeps the rows in which a text is found as a search finds it; NULL: all, as when looking was
 * interrupted, which is said. Returns how many. */
size_t grid_filter(Grid *grid, const char *text);
/* Adds what the line below tells before anything else: the filter, and the sums of tagged rows. */
void grid_write_state(const Grid *grid, Str *out);
/* Gives a grid of a new version of the document, just opened, the state of an old one. */
void grid_carry(const Grid *old, Grid *fresh);
/* Looks at the rows that can be in sight in an area of that height, so that what is told next of
 * its columns holds for these, too. */
void grid_look(Grid *grid, int height);
/* Columns in which it shows its rows' names and one amount, and in which nothing is cut; for
 * panes. */
int grid_minimum(Grid *grid);
int grid_natural(Grid *grid);

#endif
