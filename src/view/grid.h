/* A grid: the rows of an outline under frozen headings, with fold signs,
 * frozen first columns, a cell cursor, horizontal scrolling by column, sorting,
 * units and shares. Trees and annex tables are both shown by it; what
 * stands in a cell comes from a source. */
#ifndef BUDGETTUI_VIEW_GRID_H
#define BUDGETTUI_VIEW_GRID_H

#include "view/outline.h"
#include "view/view.h"
#include "view/window.h"

typedef enum { GRID_TREE, GRID_TEXT, GRID_AMOUNT, GRID_NUMBER, GRID_SHARE } GridKind;

typedef struct {
  GridKind kind;      /* GRID_TREE: text with indentation and fold sign */
  const char *title;  /* its own heading */
  size_t index;       /* the source's number of it: tree column or leaf */
  bool frozen;        /* does not scroll away */
  bool flexible;      /* takes what room is left, gives way first */
  int width, wanted;  /* columns: as laid out, and natural so far */
} GridColumn;

typedef struct {
  const char *text; /* GRID_TREE, GRID_TEXT, GRID_NUMBER (already written) */
  size_t length;
  TreeAmount amount; /* GRID_AMOUNT */
} GridCell;

struct Grid;

typedef struct {
  /* Fills what stands in a column of a node. Texts live as long as the document, or until the next call (scratch). */
  void (*cell)(const struct Grid *grid, uint32_t node, const GridColumn *column, GridCell *cell);
  /* Headings above the columns' own titles: NULL, or the groups of a table. */
  const Table *header;
} GridSource;

typedef struct Grid {
  Session *session;
  GridSource source;
  void *context;      /* of the source */
  Outline outline;
  Window window;
  VEC(GridColumn) columns;
  size_t column;      /* the current one (amount column of a tree, cell of a table) */
  size_t first;       /* first of the scrolling columns in sight */
  bool cell_cursor;   /* a cell is selected, not only a row */
  uint32_t share_base; /* tree column that shares are of */
  bool has_last; uint32_t last_found;
} Grid;

void grid_open(Grid *grid, Session *session, GridSource source, void *context);
void grid_add_column(Grid *grid, GridColumn column);
void grid_close(Grid *grid);
void grid_draw(Grid *grid, Area area, bool focused);
/* Motion, folding, sorting, columns. Not: Enter, drill-down, leaving. */
Outcome grid_act(Grid *grid, Action action);
/* The node under the cursor; NODE_NONE when there is no row. */
uint32_t grid_node(const Grid *grid);
void grid_show_node(Grid *grid, uint32_t node);
/* How a figure is written in the session's unit: its text, and whether it was converted. */
bool grid_figure(const Session *session, Figure figure, Str *out);
/* Natural height: heading lines and rows. */
size_t grid_header_height(const Grid *grid);

#endif
