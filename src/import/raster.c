#include "import/raster.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "import/words.h"

/* ----------------------------------------------------------------- columns of the parts */

static uint32_t apart(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

/* How far two columns are apart: text stands under its left edge, figures under their right. */
static uint32_t distance(StreamColumn a, StreamColumn b) {
  uint32_t left = apart(a.left, b.left), right = apart(a.right, b.right);
  uint32_t middle = apart(a.left + a.right, b.left + b.right) / 2;
  uint32_t least = left < right ? left : right;
  return least < middle ? least : middle;
}

/* The columns of the first part that those of another part are: each the nearest, from left to
 * right, leaving as many as the columns to come need. */
static const uint16_t *map_columns(const Raster *raster, const StreamItem *first,
                                   const StreamItem *part) {
  size_t count = part->column_count;
  uint16_t *map = arena_array(raster->job->arena, count + 1, sizeof *map);
  size_t least = 0;
  for (size_t i = 0; i < count; i++) {
    size_t most = first->column_count > count - 1 - i ? first->column_count - (count - 1 - i) : 0;
    size_t best = least < first->column_count ? least : first->column_count - 1;
    for (size_t c = best + 1; c < most && count < first->column_count; c++)
      if (distance(first->columns[c], part->columns[i]) <
          distance(first->columns[best], part->columns[i]))
        best = c;
    map[i] = (uint16_t)best;
    least = best + 1;
  }
  return map;
}

static void add_part(Raster *raster, const Sheet *sheet, size_t index) {
  const SheetPart *part = &sheet->parts.items[index];
  const uint16_t *columns = map_columns(raster, sheet->parts.items[0].item, part->item);
  for (size_t r = part->first_row; r < part->item->row_count; r++) {
    const StreamRow *row = job_row(raster->job, part->item, r);
    if (row->cell_count)
      vec_push(&raster->rows, (RasterRow){row, columns});
  }
}

const StreamCell *raster_cell(const Raster *raster, size_t row, size_t column) {
  const RasterRow *at = &raster->rows.items[row];
  for (size_t i = 0; i < at->row->cell_count; i++) {
    const StreamCell *cell = job_cell(raster->job, at->row, i);
    if (at->columns[cell->first] == column && *cell->text)
      return cell;
  }
  return NULL;
}

/* ------------------------------------------------------------------------- index rows */

/* The place of a letter that columns are counted with; 0: none. */
static int letter(const char *text) {
  static const char *const letters[] = {"甲", "乙", "丙", "丁"};
  for (int i = 0; i < 4; i++)
    if (!strcmp(text, letters[i]))
      return i + 1;
  return 0;
}

/* The last of the numbers of a cell, which count on from the one expected: one, or those of columns
 * that touch. 0: they do not. */
static int last_ordinal(const char *mended, int expected) {
  while (*mended) {
    size_t length = strcspn(mended, " ");
    char digits[8] = "";
    if (length >= sizeof digits)
      return 0;
    memcpy(digits, mended, length);
    if (words_ordinal(digits) != expected)
      return 0;
    expected++;
    mended += length + (mended[length] == ' ');
  }
  return expected - 1;
}

/* A cell's text without the name of the row that counts the columns. */
static const char *behind_label(const char *mended) {
  static const char *const labels[] = {"栏次", "行次"};
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (!strncmp(mended, labels[i], strlen(labels[i])))
      return mended + strlen(labels[i]);
  return mended;
}

/* 3=1+2: how a column is counted that adds up others. */
static bool is_index_sum(const char *text) {
  enum { DIGITS_MOST = 4 };
  return strspn(text, "0123456789") <= DIGITS_MOST &&
         strspn(text, "0123456789=+-()") == strlen(text) && strchr(text, '=');
}

/* 1 2 3 …, with 栏次 or 甲 before them: the columns counted, which looks like money. */
static bool is_index_row(const Raster *raster, size_t row) {
  const StreamRow *at = raster->rows.items[row].row;
  int expected = 1, figures = 0;
  for (size_t i = 0; i < at->cell_count; i++) {
    const char *mended = behind_label(job_mended(raster->job, job_cell(raster->job, at, i)->text));
    const char *text = job_folded(raster->job, mended);
    if (strspn(text, "*-") == strlen(text) || letter(text))
      continue;
    int ordinal = last_ordinal(mended, expected);
    bool sum = !ordinal && is_index_sum(text);
    if (!sum && !ordinal)
      return false;
    expected = (sum ? (int)strtol(text, NULL, 10) : ordinal) + 1;
    figures++;
  }
  return figures >= 2;
}

static void leave_index_row(const Raster *raster, size_t row) {
  job_leave_row(raster->job, raster->rows.items[row].row, N_("index row: the columns counted"),
                false);
}

static void drop_index_rows(Raster *raster) {
  enum { INDEX_ROWS_MOST = 12 };
  size_t kept = 0;
  for (size_t r = 0; r < raster->rows.count; r++) {
    if (r < INDEX_ROWS_MOST && is_index_row(raster, r))
      leave_index_row(raster, r);
    else
      raster->rows.items[kept++] = raster->rows.items[r];
  }
  raster->rows.count = kept;
}

/* ---------------------------------------------------------------------- heading rows */

/* Whether a row holds what only a body holds: an amount, a sign for none, a code, or a total
 * alone. */
static bool is_body(const Raster *raster, size_t row) {
  const StreamRow *at = raster->rows.items[row].row;
  size_t texts = 0;
  bool total = false;
  for (size_t i = 0; i < at->cell_count; i++) {
    const char *text = job_mended(raster->job, job_cell(raster->job, at, i)->text);
    if (words_is_amount(text) || words_is_sign(text))
      return true;
    texts += *text != '\0';
    total |= title_is_total(text, strlen(text));
  }
  return total && texts == 1;
}

/* Whether every cell of a row is a heading by its wording. */
static bool all_headings(const Raster *raster, size_t row) {
  const StreamRow *at = raster->rows.items[row].row;
  for (size_t i = 0; i < at->cell_count; i++) {
    const char *text = job_cell(raster->job, at, i)->text;
    if (aliases_role(raster->job->aliases, text, NULL) == ROLE_TEXT)
      return false;
  }
  return true;
}

static size_t last_column(const Raster *raster, size_t row, const StreamCell *cell) {
  return raster->rows.items[row].columns[cell->last];
}

/* Marks the columns over which a heading of this row stands alone. `begun`: columns where some
 * heading begins. */
static void close_columns(const Raster *raster, size_t row, bool *closed, bool *begun) {
  size_t count = raster->column_count;
  for (size_t c = 0; c < count; c++)
    begun[c] |= raster_cell(raster, row, c) != NULL;
  for (size_t c = 0; c < count; c++) {
    const StreamCell *cell = raster_cell(raster, row, c);
    if (!cell)
      continue;
    closed[c] |= raster->job->stream->spans_known ? last_column(raster, row, cell) == c
                                                 : c + 1 == count || begun[c + 1];
  }
}

static bool all_closed(const Raster *raster, const bool *closed) {
  for (size_t c = 0; c < raster->column_count; c++)
    if (!closed[c])
      return false;
  return true;
}

/* Headings end where the body shows itself, or when each column has one of its own. */
static void count_headings(Raster *raster) {
  bool *closed = memory_zero(raster->column_count + 1, sizeof *closed);
  bool *begun = memory_zero(raster->column_count + 1, sizeof *begun);
  size_t r = 0;
  for (; r < raster->rows.count && r < RASTER_DEPTH; r++) {
    bool told = raster->rows.items[r].row->flags & STREAM_HEADING;
    if (is_body(raster, r) || (!told && all_closed(raster, closed) && !all_headings(raster, r)))
      break;
    close_columns(raster, r, closed, begun);
  }
  raster->heading_count = r;
  memory_free(closed);
  memory_free(begun);
}

/* --------------------------------------------------------------- what headings stand over */

/* A heading whose reach is not known goes on over blank columns up to the next one, within the
 * heading over it. */
static void spread(Raster *raster, size_t row) {
  size_t count = raster->column_count;
  const StreamCell **here = raster->headings + row * count;
  const StreamCell **above = row ? here - count : NULL;
  for (size_t c = 1; c < count; c++)
    if (!here[c] && here[c - 1] && (!above || above[c] == above[c - 1]))
      here[c] = here[c - 1];
  for (size_t c = 0; c < count && above; c++)
    if (!here[c])
      here[c] = above[c];
}

static void place_headings(Raster *raster) {
  size_t count = raster->column_count;
  bool known = raster->job->stream->spans_known;
  raster->headings = arena_array(raster->job->arena, raster->heading_count * count + 1,
                               sizeof *raster->headings);
  for (size_t r = 0; r < raster->heading_count; r++) {
    const StreamRow *row = raster->rows.items[r].row;
    for (size_t i = 0; i < row->cell_count; i++) {
      const StreamCell *cell = job_cell(raster->job, row, i);
      size_t first = raster_first_column(raster, r, cell);
      size_t last = known ? last_column(raster, r, cell) : first;
      for (size_t c = first; c <= last && c < count && *cell->text; c++)
        raster->headings[r * count + c] = cell;
    }
    if (!known)
      spread(raster, r);
    for (size_t c = 0; c < count && r && known; c++)
      if (!raster->headings[r * count + c])
        raster->headings[r * count + c] = raster->headings[(r - 1) * count + c];
  }
}

/* -------------------------------------------------------------------- repeated headings */

static bool is_heading_text(const Raster *raster, const char *folded) {
  for (size_t r = 0; r < raster->heading_count; r++) {
    const StreamRow *row = raster->rows.items[r].row;
    for (size_t i = 0; i < row->cell_count; i++)
      if (!strcmp(job_folded(raster->job, job_cell(raster->job, row, i)->text), folded))
        return true;
  }
  return false;
}

static bool repeats_headings(const Raster *raster, const RasterRow *at) {
  if (at->row->flags & STREAM_HEADING)
    return true;
  for (size_t i = 0; i < at->row->cell_count; i++)
    if (!is_heading_text(raster, job_folded(raster->job, job_cell(raster->job, at->row, i)->text)))
      return false;
  return at->row->cell_count > 0;
}

/* Headings printed again stand at the top of a part. */
static void drop_repeated(Raster *raster, size_t first) {
  size_t kept = first;
  bool top = true;
  for (size_t r = first; r < raster->rows.count; r++) {
    RasterRow at = raster->rows.items[r];
    bool index = top && is_index_row(raster, r);
    top = top && (index || repeats_headings(raster, &at));
    if (index)
      leave_index_row(raster, r);
    else if (top)
      job_leave_row(raster->job, at.row, N_("heading, printed again"), false);
    else
      raster->rows.items[kept++] = at;
  }
  raster->rows.count = kept;
}

/* -------------------------------------------------------------------------- the whole */

/* Columns at the right end that no row uses are none. */
static size_t used_columns(const Raster *raster) {
  size_t used = 0;
  for (size_t r = 0; r < raster->rows.count; r++) {
    const StreamRow *row = raster->rows.items[r].row;
    for (size_t i = 0; i < row->cell_count; i++) {
      const StreamCell *cell = job_cell(raster->job, row, i);
      size_t column = raster->job->stream->spans_known ? last_column(raster, r, cell)
                                                      : raster_first_column(raster, r, cell);
      used = column + 1 > used ? column + 1 : used;
    }
  }
  return used;
}

void raster_open(Job *job, const Sheet *sheet, Raster *raster) {
  *raster = (Raster){.job = job};
  add_part(raster, sheet, 0);
  drop_index_rows(raster);
  raster->column_count = sheet->parts.items[0].item->column_count;
  if (sheet->parts.count == 1)
    raster->column_count = used_columns(raster);
  count_headings(raster);
  for (size_t i = 1; i < sheet->parts.count; i++) {
    size_t first = raster->rows.count;
    add_part(raster, sheet, i);
    drop_repeated(raster, first);
  }
  place_headings(raster);
}

void raster_close(Raster *raster) { vec_free(&raster->rows); }
