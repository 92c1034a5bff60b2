/* The columns of a grid: titles, groups and roles; and where panels stand side by side. */
#ifndef BUDGETTUI_IMPORT_COLUMNS_H
#define BUDGETTUI_IMPORT_COLUMNS_H

#include "import/raster.h"

/* One column of a raster. */
typedef struct {
  const char *titles[RASTER_DEPTH]; /* from the outermost heading on; the last is its own */
  const StreamCell *cells[RASTER_DEPTH];
  size_t depth;                   /* 0: nothing stands over it */
  Role role;
  size_t texts, amounts, codes;   /* cells of its body */
  size_t ordinals, counted;       /* whole numbers; those that are one more than the last */
  size_t coded;                   /* codes that may follow the last one */
  size_t padded;                  /* digits behind a zero: 01 */
  const char *last;               /* figure */
  uint16_t panel;
} RasterColumn;

typedef struct {
  RasterColumn *list;
  size_t count;
  size_t panels; /* at least 1 */
} RasterColumns;

/* In the grid's arena. The cells of the headings are taken. */
void columns_open(const Raster *raster, RasterColumns *columns);
/* The columns of one panel as a table's, with `title` of the heading that stands over them all and
 * no others, where there are panels. Leaves are in the order of the raster. */
void columns_build(const Raster *raster, const RasterColumns *columns, size_t panel, Table *table);

#endif
