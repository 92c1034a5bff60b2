/* Rows and cells: nearly all of a document, so this is the short way from an event
 * to a cell in the arena. */
#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "yaml/reader.h"
#include "yaml/reading.h"
#include "yaml/totals.h"

enum { SHARED = 4096, SHARED_LENGTH = 256 };

/* What a cell of one column may hold. */
typedef struct {
  uint8_t content; /* Content */
  bool merges;
  bool repeats; /* its texts are likely to stand in other rows too */
} LeafKind;

typedef struct RowReader {
  const Table *table;
  LeafKind *leaves;
  Unit unit;
  TitleLeaves titles;
  Position at;                /* of the row being read */
  VEC(Row) rows;
} RowReader;

Unit unit_here(const Reader *reader) {
  if (reader->annex && reader->annex->unit >= 0)
    return (Unit)reader->annex->unit;
  return reader->document->unit;
}

/* ---------------------------------------------------------------------- cells */

static bool is_dash(const char *text, size_t length) {
  return (length == 1 && *text == '-') ||
         (length == 3 && (!memcmp(text, "–", 3) || !memcmp(text, "—", 3) || !memcmp(text, "－", 3)));
}

static bool keep_mark(Reader *reader, Cell *cell) {
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  if (is_dash(text, length))
    cell->kind = CELL_DASH;
  else if (length == 1 && *text == '/')
    cell->kind = CELL_SLASH;
  else
    return false;
  cell->text = arena_text(reader->arena, text, length);
  cell->length = (uint32_t)length;
  return true;
}

static void fault_amount(Reader *reader, MoneyStatus status, Unit unit) {
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  Span at = reader_span(reader);
  if (status == MONEY_FRACTION)
    fault(reader, DIAG_ERROR, at, _("“%.*s%s” %s is not a whole number of fen (分)"),
          CUT(text, length), unit_name(unit));
  else if (status == MONEY_OVERFLOW)
    fault(reader, DIAG_ERROR, at,
          _("“%.*s%s” %s does not fit; the largest amount is 92233720368547758.07 元"),
          CUT(text, length), unit_name(unit));
  else
    fault(reader, DIAG_ERROR, at,
          _("expected an amount, found “%.*s%s”; an amount is digits, such as 1600.00 or "
            "“1,600.00”, a blank is ~"),
          CUT(text, length));
}

void read_amount_cell(Reader *reader, Unit unit, Cell *cell) {
  MoneyStatus status =
      money_parse(reader_text(reader), reader_length(reader), unit, &cell->money, &cell->decimals);
  cell->kind = CELL_MONEY;
  if (status == MONEY_OK || keep_mark(reader, cell))
    return;
  cell->kind = CELL_BLANK;
  fault_amount(reader, status, unit);
}

static void read_number_cell(Reader *reader, Cell *cell) {
  MoneyStatus status =
      number_parse(reader_text(reader), reader_length(reader), &cell->number, &cell->decimals);
  cell->kind = CELL_NUMBER;
  if (status == MONEY_OK || keep_mark(reader, cell))
    return;
  cell->kind = CELL_BLANK;
  fault(reader, DIAG_ERROR, reader_span(reader),
        status == MONEY_SYNTAX ? _("expected a number, found “%.*s%s”")
                               : _("the number “%.*s%s” does not fit"),
        CUT(reader_text(reader), reader_length(reader)));
}

/* Of its beginning, middle and end: texts that differ elsewhere only are told apart when they
 * are compared. */
static size_t hash_text(const char *text, size_t length) {
  uint64_t first = 0, middle = 0, last = 0;
  if (length >= sizeof first) {
    memcpy(&first, text, sizeof first);
    memcpy(&middle, text + (length - sizeof middle) / 2, sizeof middle);
    memcpy(&last, text + length - sizeof last, sizeof last);
  } else {
    memcpy(&first, text, length);
  }
  uint64_t hash = (first ^ length) * UINT64_C(0x9E3779B97F4A7C15) ^
                  (middle ^ (middle >> 29)) * UINT64_C(0xC2B2AE3D27D4EB4F) ^
                  (last ^ (last >> 31)) * UINT64_C(0x165667B19E3779F9);
  return (size_t)(hash >> 40) % SHARED;
}

static const char *share_text(Reader *reader, const char *text, size_t length) {
  SharedText *shared = &reader->shared[hash_text(text, length)];
  if (shared->length != length || memcmp(shared->text, text, length))
    *shared = (SharedText){arena_text(reader->arena, text, length), length};
  return shared->text;
}

static void read_text_cell(Reader *reader, LeafKind leaf, Cell *cell) {
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  /* Only an escape in double quotes makes a NUL. */
  if (reader_event(reader)->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
      memchr(text, '\0', length)) {
    keep_text(reader);
    return;
  }
  cell->kind = CELL_TEXT;
  cell->text = leaf.repeats && length <= SHARED_LENGTH ? share_text(reader, text, length)
                                                       : arena_text(reader->arena, text, length);
  cell->length = (uint32_t)length;
}

static bool at_merged(const Reader *reader) {
  const yaml_event_t *event = reader_event(reader);
  return event->data.scalar.length == 1 && *event->data.scalar.value == '^' &&
         event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static bool read_cell(Reader *reader, RowReader *rows, LeafKind leaf, Cell *cell) {
  if (!reader_at(reader, YAML_SCALAR_EVENT)) {
    fault_type(reader, _("a cell"));
    return reader_skip(reader);
  }
  Position at = source_position(reader->source);
  if (at.line == rows->at.line && at.column <= UINT16_MAX)
    cell->column = (uint16_t)at.column;
  if (reader_at_null(reader) || !reader_length(reader))
    return true;
  if (leaf.merges && at_merged(reader))
    cell->kind = CELL_MERGED;
  else if (leaf.content == CONTENT_MONEY)
    read_amount_cell(reader, rows->unit, cell);
  else if (leaf.content == CONTENT_NUMBER)
    read_number_cell(reader, cell);
  else
    read_text_cell(reader, leaf, cell);
  return true;
}

/* Whether thousands separators without quotes have split an amount: “1,600” in the
 * text of a row in flow style. */
static bool splits_amount(Reader *reader, Span row) {
  size_t length;
  Input *input = &reader->source->input;
  const char *text = input_bytes_at(input, input_place(input, row.start), &length);
  size_t points = (size_t)(row.end - row.start);
  char quote = 0;
  for (size_t i = 1; i + 3 < length && i < points * 4; i++) {
    if (text[i] == '\n')
      return false;
    if (text[i] == '"' || text[i] == '\'')
      quote = quote ? (quote == text[i] ? 0 : quote) : text[i];
    if (!quote && text[i] == ',' && isdigit((unsigned char)text[i - 1]) &&
        isdigit((unsigned char)text[i + 1]) && isdigit((unsigned char)text[i + 2]) &&
        isdigit((unsigned char)text[i + 3]))
      return true;
  }
  return false;
}

static void fault_count(Reader *reader, Span row, Span extra, size_t found, size_t expected) {
  Span at = found > expected ? extra : row;
  row.end = reader_span(reader).end;
  if (found > expected && splits_amount(reader, row))
    fault(reader, DIAG_ERROR, at,
          ngettext("a row of %zu cell; the table has %zu columns: an amount with thousands "
                   "separators must be quoted, such as \"1,600.00\"",
                   "a row of %zu cells; the table has %zu columns: an amount with thousands "
                   "separators must be quoted, such as \"1,600.00\"",
                   found),
          found, expected);
  else
    fault(reader, DIAG_ERROR, at,
          ngettext("a row of %zu cell; the table has %zu columns",
                   "a row of %zu cells; the table has %zu columns", found),
          found, expected);
}

bool read_cells(Reader *reader, const Field *field, char *at) {
  (void)field;
  RowReader *rows = reader->rows;
  size_t count = rows->table->leaf_count, found = 0;
  Span row = reader_span(reader), extra = row;
  if (!reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    fault_type(reader, _("a list of cells"));
    return reader_skip(reader);
  }
  Cell *cells = arena_alloc(reader->arena, count * sizeof *cells, _Alignof(Cell));
  memset(cells, 0, count * sizeof *cells);
  memcpy(at, &cells, sizeof cells);
  for (; reader_next(reader); found++) {
    if (reader_at(reader, YAML_SEQUENCE_END_EVENT)) {
      if (found != count)
        fault_count(reader, row, extra, found, count);
      return true;
    }
    if (found == count)
      extra = reader_span(reader);
    if (found < count ? !read_cell(reader, rows, rows->leaves[found], &cells[found])
                      : !reader_skip(reader))
      return false;
  }
  return false;
}

/* ----------------------------------------------------------------------- rows */

/* A row is a total if it says so, or else by its item, code or name. */
static bool is_total(const RowReader *rows, const RowDraft *draft) {
  return draft->total >= 0 ? draft->total : titles_tell_total(&rows->titles, draft->cells);
}

static bool read_row(Reader *reader, RowReader *rows) {
  RowDraft draft = {.total = -1};
  rows->at = source_position(reader->source);
  bool read;
  if (reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    read = read_cells(reader, NULL, (char *)&draft.cells);
  } else if (reader_at(reader, YAML_MAPPING_START_EVENT)) {
    read = read_mapping(reader, &row_type, &draft);
  } else {
    fault_type(reader, _("a row (a list of cells)"));
    return reader_skip(reader);
  }
  if (!read || !draft.cells)
    return read;
  vec_push(&rows->rows,
           (Row){.cells = draft.cells,
                 .line = rows->at.line,
                 .column = rows->at.column <= UINT16_MAX ? (uint16_t)rows->at.column : 0,
                 .level = (uint8_t)draft.level,
                 .total = is_total(rows, &draft)});
  return true;
}

static bool collect_rows(Reader *reader, RowReader *rows) {
  while (reader_next(reader)) {
    if (reader_at(reader, YAML_SEQUENCE_END_EVENT))
      return true;
    if (rows->rows.count == limit_of(reader->limits, LIMIT_ROWS))
      return fault_limit(reader, reader_span(reader), LIMIT_ROWS, 0, _("too many rows in a table"));
    if (!read_row(reader, rows))
      return false;
  }
  return false;
}

static void learn_leaves(RowReader *rows) {
  const Table *table = rows->table;
  rows->leaves = memory_zero(table->leaf_count, sizeof *rows->leaves);
  for (size_t i = 0; i < table->leaf_count; i++) {
    Role role = table->leaves[i]->role;
    rows->leaves[i] = (LeafKind){(uint8_t)role_content(role), role_merges(role),
                                 !role_is_code(role)};
  }
  rows->titles = title_leaves(table);
}

bool read_rows(Reader *reader, const Field *field, char *at) {
  Table *table = (Table *)(void *)at;
  if (!reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    fault(reader, DIAG_ERROR, reader_span(reader), _("“%s” is a list"), field->name);
    return reader_skip(reader);
  }
  if (!table->leaf_count)
    return reader_skip(reader); /* columns that could not be read are told already */
  RowReader rows = {.table = table, .unit = unit_here(reader)};
  learn_leaves(&rows);
  if (!reader->shared)
    reader->shared = memory_zero(SHARED, sizeof *reader->shared);
  reader->rows = &rows;
  bool read = collect_rows(reader, &rows);
  reader->rows = NULL;
  table->row_count = rows.rows.count;
  table->rows = arena_adopt(reader->arena, rows.rows.items, rows.rows.count * sizeof(Row));
  memory_free(rows.leaves);
  return read;
}
