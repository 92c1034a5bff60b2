#include "import/pdf_rows.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------- lines */

static void extend_line(PdfLine *line, const PdfWord *word) {
  line->right = points_most(line->right, word->right);
  line->number = line->number && word->kind == WORD_NUMBER;
  line->count++;
}

/* How far a word reaches over the columns to its right: a merged cell's text. */
static size_t last_column(const PdfTable *table, const PdfWord *word, size_t column) {
  while (column + 1 < table->columns.count &&
         word->right >= table->columns.items[column + 1].right - BBOX_POINT)
    column++;
  return column;
}

static void add_band(PdfRows *rows, const PdfTable *table, const PdfBand *band, size_t number) {
  const PdfWord *words = table->bands->pages->words.items;
  size_t start = rows->lines.count;
  vec_push(&rows->band_lines, start);
  for (size_t i = band->first; i < band->first + band->count; i++) {
    bool uncertain;
    size_t column = pdf_table_column(table, &words[i], &uncertain);
    uncertain = uncertain || words[i].unsure;
    size_t last = last_column(table, &words[i], column);
    PdfLine *open = rows->lines.count > start ? &rows->lines.items[rows->lines.count - 1] : NULL;
    if (open && open->column >= column) {
      extend_line(open, &words[i]);
      open->last = last > open->last ? last : open->last;
      open->uncertain = open->uncertain || uncertain;
      continue;
    }
    vec_push(&rows->lines, (PdfLine){.band = number, .column = column, .last = last,
                                     .left = words[i].left, .right = words[i].right,
                                     .size = words[i].size, .first = i, .count = 1,
                                     .number = words[i].kind == WORD_NUMBER,
                                     .uncertain = uncertain});
  }
}

/* ---------------------------------------------------------------------- costs */

enum {
  ROW = 100,        /* what a row costs */
  NEVER = 100000,   /* two bands are not one row */
  MOST_BANDS = 24,  /* of a row */
  LEADING = 180,    /* percent of the size between two lines of a cell, at most */
  NEXT_LINE = 40,   /* where lines are equally high: what the next line costs */
  NAMELESS = 50,    /* and figures with nothing beside them */
  CLOSE = 75        /* percent of the rows' distance at which space alone makes two rows */
};

typedef struct {
  const PdfTable *table;
  const PdfRows *rows;
  const PdfBand *bands; /* those of the rows */
  size_t count;
  Points pitch; /* the usual distance between the figures of two rows */
  Points line;  /* the height of a line, where all are equally high; else 0 */
} Parting;

static const PdfLine *line_in(const Parting *parting, size_t band, size_t column) {
  const size_t *first = &parting->rows->band_lines.items[band];
  for (size_t i = first[0]; i < first[1]; i++)
    if (parting->rows->lines.items[i].column == column)
      return &parting->rows->lines.items[i];
  return NULL;
}

/* 一、 （一） 1. 其中： begin an item of their own. */
static bool begins_item(const PdfWord *word) {
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  size_t at = 0;
  if (pdf_word_begins(word, "（") || pdf_word_begins(word, "其中"))
    return true;
  if (word->text[0] >= '1' && word->text[0] <= '9')
    return word->length > 1 && word->text[1] == '.';
  for (bool found = true; found;) {
    found = false;
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
      if (word->length >= at + 3 && !memcmp(word->text + at, numerals[i], 3)) {
        at += 3;
        found = true;
      }
  }
  return at && word->length >= at + 3 && !memcmp(word->text + at, "、", 3);
}

static bool ends_total(const PdfWord *word) {
  return word->length > strlen("合计") &&
         (pdf_word_ends(word, "合计") || pdf_word_ends(word, "总计"));
}

/* Whether the next character would not have fitted on the line. */
static bool is_full(const Parting *parting, const PdfLine *line) {
  const PdfColumn *column = &parting->table->columns.items[line->column];
  Points room = column->room_right - line->right;
  return room * 10 < line->size * 12;
}

/* The next line of a cell begins at the left as the first one does, or left of it, or both stand
 * in the middle. */
static bool is_aligned(const PdfLine *upper, const PdfLine *lower) {
  Points indent = upper->left - lower->left;
  Points middle = upper->left + upper->right - lower->left - lower->right;
  return (indent * 10 > -upper->size * 6 && indent < upper->size * 3) || abs(middle) < upper->size;
}

static bool has_number(const Parting *parting, size_t band) {
  const size_t *lines = &parting->rows->band_lines.items[band];
  for (size_t i = lines[0]; i < lines[1]; i++)
    if (parting->rows->lines.items[i].number)
      return true;
  return false;
}

/* Where lines are equally high, rows stand no farther apart than the lines of a cell: a name goes
 * on below when it is an item's, or its row has figures. */
static bool goes_on_below(const Parting *parting, size_t first, const PdfLine *upper) {
  const PdfWord *word = &parting->table->bands->pages->words.items[upper->first];
  for (size_t i = first; i <= upper->band; i++)
    if (has_number(parting, i))
      return true;
  return begins_item(word);
}

/* What speaks against a line being the rest of the cell above it in the row from `first` on. */
static int cost_of_wrap(const Parting *parting, size_t first, const PdfLine *upper,
                        const PdfLine *lower) {
  const PdfWord *word = &parting->table->bands->pages->words.items[lower->first];
  Points leading = parting->bands[lower->band].middle - parting->bands[upper->band].middle;
  if (upper->number || lower->number || begins_item(word))
    return NEVER;
  int cost = is_full(parting, upper) ? 0 : 150;
  cost += is_aligned(upper, lower) ? 0 : 150;
  cost += ends_total(word) ? 150 : 0;
  cost += (int64_t)leading * 100 > (int64_t)upper->size * LEADING && leading > parting->line * 2
              ? 200
              : 0;
  cost += parting->pitch && leading * 100 >= parting->pitch * 97 &&
                  !(parting->line && goes_on_below(parting, first, upper))
              ? 110
              : 0;
  return cost;
}

/* What the space between two neighbouring bands says. */
static int cost_of_space(const Parting *parting, size_t band) {
  int64_t space = parting->bands[band + 1].middle - parting->bands[band].middle;
  if (parting->line && space <= parting->line)
    return NEXT_LINE;
  int64_t close = (int64_t)parting->pitch * CLOSE / 100;
  int64_t cost = close ? space * space * ROW / (close * close) : NEVER;
  return cost < NEVER ? (int)cost : NEVER;
}

/* The line above `band` in the same column of the row that begins with `first`. */
static const PdfLine *line_above(const Parting *parting, size_t first, size_t band, size_t column) {
  for (size_t i = band; i-- > first;) {
    const PdfLine *line = line_in(parting, i, column);
    if (line)
      return line;
  }
  return NULL;
}

/* What it costs to add `band` to the row of the bands from `first` on. */
static int cost_of_band(const Parting *parting, size_t first, size_t band, size_t *bridged) {
  const size_t *lines = &parting->rows->band_lines.items[band];
  int cost = 0;
  for (size_t i = lines[0]; i < lines[1] && cost < NEVER; i++) {
    const PdfLine *lower = &parting->rows->lines.items[i];
    const PdfLine *upper = line_above(parting, first, band, lower->column);
    if (!upper)
      continue;
    cost += cost_of_wrap(parting, first, upper, lower);
    *bridged = upper->band < *bridged ? upper->band : *bridged;
  }
  return cost;
}

/* Where lines are equally high, figures without a name are rather the rest of a row. */
static int cost_of_name(const Parting *parting, size_t first, size_t last) {
  if (!parting->line)
    return 0;
  const size_t *lines = parting->rows->band_lines.items;
  for (size_t i = lines[first]; i < lines[last + 1]; i++)
    if (!parting->rows->lines.items[i].number)
      return 0;
  return NAMELESS;
}

/* The cheapest parting of the bands up to each one. Space that a wrapped name reaches over costs
 * nothing. */
static void part(const Parting *parting, PdfRows *rows) {
  int64_t *costs = memory_zero(parting->count + 1, sizeof *costs);
  size_t *starts = memory_zero(parting->count + 1, sizeof *starts);
  for (size_t i = 1; i <= parting->count; i++)
    costs[i] = INT64_MAX;
  for (size_t first = 0; first < parting->count; first++) {
    int64_t cost = costs[first] + ROW;
    int spaces[MOST_BANDS] = {0}, wraps = 0;
    for (size_t i = first; i < parting->count && i < first + MOST_BANDS; i++) {
      size_t bridged = i;
      if (i > first) {
        int wrap = cost_of_band(parting, first, i, &bridged);
        wraps += wrap;
        /* More than all bands of the longest row cost as rows of their own. */
        if (wraps > MOST_BANDS * (ROW + NAMELESS))
          break;
        spaces[i - first] = cost_of_space(parting, i - 1);
        cost += wrap + spaces[i - first];
        for (size_t j = bridged + 1; j <= i; j++) {
          cost -= spaces[j - first];
          spaces[j - first] = 0;
        }
      }
      int64_t whole = cost + cost_of_name(parting, first, i);
      if (whole < costs[i + 1]) {
        costs[i + 1] = whole;
        starts[i + 1] = first;
      }
    }
  }
  for (size_t end = parting->count; end; end = starts[end])
    vec_push(&rows->rows, (PdfRow){starts[end], end - starts[end]});
  for (size_t i = 0; i < rows->rows.count / 2; i++) {
    PdfRow row = rows->rows.items[i];
    rows->rows.items[i] = rows->rows.items[rows->rows.count - 1 - i];
    rows->rows.items[rows->rows.count - 1 - i] = row;
  }
  memory_free(costs);
  memory_free(starts);
}

/* ---------------------------------------------------------------------- pitch */

static int by_size(const void *left, const void *right) {
  Points a = *(const Points *)left, b = *(const Points *)right;
  return (a > b) - (a < b);
}

/* The usual distance between two figures of a column, one above the other; between two bands when
 * there are none. */
static Points find_pitch(const Parting *parting) {
  VEC(Points) distances = {0};
  size_t columns = parting->table->columns.count;
  size_t *last = memory_zero(columns, sizeof *last);
  for (size_t i = 0; i < parting->rows->lines.count; i++) {
    const PdfLine *line = &parting->rows->lines.items[i];
    if (!line->number)
      continue;
    if (last[line->column] && last[line->column] + 4 > line->band)
      vec_push(&distances, parting->bands[line->band].middle -
                               parting->bands[last[line->column] - 1].middle);
    last[line->column] = line->band + 1;
  }
  for (size_t i = 1; i < parting->count && !distances.count; i++)
    vec_push(&distances, parting->bands[i].middle - parting->bands[i - 1].middle);
  Points pitch = 0;
  if (distances.count) {
    qsort(distances.items, distances.count, sizeof *distances.items, by_size);
    pitch = distances.items[distances.count / 2];
  }
  vec_free(&distances);
  memory_free(last);
  return pitch;
}

void pdf_rows_open(PdfRows *rows, const PdfTable *table, size_t region) {
  *rows = (PdfRows){0};
  size_t heads = table->head_bands.items[region];
  const PdfRegion *here = &table->regions[region];
  const PdfBand *bands = table->bands->bands.items + here->first + heads;
  size_t count = table->columns.count ? here->count - heads : 0;
  for (size_t i = 0; i < count; i++)
    add_band(rows, table, &bands[i], i);
  vec_push(&rows->band_lines, rows->lines.count);
  Parting parting = {.table = table, .rows = rows, .bands = bands, .count = count,
                     .line = table->bands->pages->pages.items[here->page].pitch};
  parting.pitch = find_pitch(&parting);
  part(&parting, rows);
}

void pdf_rows_close(PdfRows *rows) {
  vec_free(&rows->lines);
  vec_free(&rows->band_lines);
  vec_free(&rows->rows);
}
