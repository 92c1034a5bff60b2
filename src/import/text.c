#include "import/text.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "import/layout.h"
#include "text/utf8.h"

/* A text being cut into lines. */
typedef struct {
  Stream *stream;
  const char *text;
  size_t length, at;
  uint32_t line;
  bool gap;      /* a blank line stands above */
  bool in_table; /* the last line was a row */
  Str field;     /* without its markup */
} Reader;

/* ------------------------------------------------------------------------- checks */

static size_t count_byte(const char *bytes, size_t length, char byte) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += bytes[i] == byte;
  return count;
}

static uint32_t line_of(const char *bytes, size_t at) {
  return (uint32_t)count_byte(bytes, at, '\n') + 1;
}

/* The first byte that belongs to no text; `length` when there is none. */
static size_t first_bad(const char *bytes, size_t length) {
  for (size_t at = 0, taken; at < length; at += taken) {
    uint32_t character;
    taken = utf8_decode(bytes + at, length - at, &character);
    if (!character || (character == UTF8_REPLACEMENT && taken == 1))
      return at;
  }
  return length;
}

static bool is_blank(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!isspace((unsigned char)text[i]))
      return false;
  return true;
}

static bool refuse_length(const Limits *limits, Diagnostics *diagnostics) {
  Str advice = STR_EMPTY;
  limit_advise(&advice, limits, LIMIT_IMPORT_TEXT, 0);
  diag_add(diagnostics, DIAG_ERROR, (Position){0}, _("too many bytes in a text to import: %s"),
           advice.data);
  str_free(&advice);
  return false;
}

static bool check(const char *bytes, size_t length, const Limits *limits,
                  Diagnostics *diagnostics) {
  Position nowhere = {0};
  if (length > limit_of(limits, LIMIT_IMPORT_TEXT))
    return refuse_length(limits, diagnostics);
  size_t bad = first_bad(bytes, length);
  if (bad < length) {
    diag_add(diagnostics, DIAG_ERROR, (Position){line_of(bytes, bad), 0},
             bytes[bad] ? _("this is not UTF-8 text; if it is Chinese text in another encoding, "
                            "convert it first (iconv -f GB18030 -t UTF-8)")
                        : _("this is not text: it holds the byte 0; expected extracted text or "
                            "a PDF"));
    return false;
  }
  if (is_blank(bytes, length)) {
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("the file is empty; nothing can be imported"));
    return false;
  }
  return true;
}

/* ------------------------------------------------------------------------- fields */

/* The bytes of a tag that begins at `text`: <p>, </div>, <br/>; 0: none. */
static size_t tag_bytes(const char *text, size_t length) {
  enum { TAG_MOST = 80 };
  size_t at = 1;
  if (length < 3 || *text != '<')
    return 0;
  at += text[at] == '/';
  if (at >= length || !isalpha((unsigned char)text[at]))
    return 0;
  for (; at < length && at < TAG_MOST && text[at] != '<' && (unsigned char)text[at] < 0x80; at++)
    if (text[at] == '>')
      return at + 1;
  return 0;
}

static StreamPlace place_of(const Reader *reader, size_t characters) {
  return (StreamPlace){reader->stream->page, reader->line, (uint32_t)characters + 1};
}

static void without_markup(Reader *reader, const char *text, size_t length, StreamPlace place) {
  str_clear(&reader->field);
  for (size_t at = 0; at < length;) {
    size_t tag = tag_bytes(text + at, length - at);
    if (tag)
      stream_leave(reader->stream, place, text + at, tag, N_("markup"));
    else
      str_add_char(&reader->field, text[at]);
    at += tag ? tag : 1;
  }
}

static void add_field(Reader *reader, const char *text, size_t length, size_t column,
                      size_t characters) {
  StreamPlace place = place_of(reader, characters);
  without_markup(reader, text, length, place);
  if (is_blank(reader->field.data, reader->field.length))
    return;
  if (column >= LIMIT_IMPORT_COLUMNS) {
    stream_leave(reader->stream, place, reader->field.data, reader->field.length,
                 N_("beyond the columns that a table may have"));
    return;
  }
  stream_cell(reader->stream,
              (StreamCell){.text = reader->field.data,
                           .place = place,
                           .first = (uint16_t)column,
                           .last = (uint16_t)column,
                           .rows = 1},
              reader->field.length);
}

static void add_fields(Reader *reader, const char *line, size_t length) {
  size_t column = 0, characters = 0;
  for (size_t at = 0; at <= length; column++) {
    const char *tab = memchr(line + at, '\t', length - at);
    size_t bytes = tab ? (size_t)(tab - line) - at : length - at;
    add_field(reader, line + at, bytes, column, characters);
    characters += utf8_count(line + at, bytes) + 1;
    at += bytes + 1;
  }
}

/* -------------------------------------------------------------------------- lines */

static size_t count_fields(const char *line, size_t length) {
  return count_byte(line, length, '\t') + 1;
}

/* The line from `at` on, without what ends it. */
static size_t line_bytes(const Reader *reader, size_t at) {
  const char *end = memchr(reader->text + at, '\n', reader->length - at);
  return end ? (size_t)(end - reader->text) - at : reader->length - at;
}

/* The most fields of the rows from here to the end of the table. */
static size_t table_columns(const Reader *reader) {
  size_t most = 0;
  for (size_t at = reader->at; at < reader->length;) {
    size_t bytes = line_bytes(reader, at);
    size_t fields = count_fields(reader->text + at, bytes);
    if (fields == 1 && !is_blank(reader->text + at, bytes))
      break;
    most = fields > most ? fields : most;
    at += bytes + 1;
  }
  return most < LIMIT_IMPORT_COLUMNS ? most : LIMIT_IMPORT_COLUMNS;
}

static void begin_table(Reader *reader) {
  StreamColumn columns[LIMIT_IMPORT_COLUMNS];
  size_t count = table_columns(reader);
  for (size_t i = 0; i < count; i++)
    columns[i] = (StreamColumn){(uint32_t)i, (uint32_t)i};
  stream_table(reader->stream, columns, count);
}

static void read_line(Reader *reader, const char *line, size_t length) {
  bool row = memchr(line, '\t', length);
  if (is_blank(line, length) && !row) {
    reader->gap = true;
    return;
  }
  if (row && !reader->in_table)
    begin_table(reader);
  if (row)
    stream_row(reader->stream, reader->line, 0);
  else
    stream_line(reader->stream, reader->line, reader->gap ? STREAM_GAP : 0);
  add_fields(reader, line, length);
  reader->in_table = row;
  reader->gap = false;
}

static void begin_page(Reader *reader) {
  stream_page(reader->stream, reader->stream->page + 1);
  reader->in_table = false;
}

bool text_read(const char *bytes, size_t length, const Limits *limits, Stream *stream,
               Diagnostics *diagnostics) {
  static const char mark[] = "\xEF\xBB\xBF";
  if (!check(bytes, length, limits, diagnostics))
    return false;
  Reader reader = {.stream = stream, .text = bytes, .length = length, .field = STR_EMPTY};
  if (length >= 3 && !memcmp(bytes, mark, 3))
    reader.at = 3;
  if (layout_is(bytes + reader.at, length - reader.at)) {
    layout_read(bytes + reader.at, length - reader.at, stream);
    return true;
  }
  stream->lines_known = true;
  begin_page(&reader);
  while (reader.at < length) {
    size_t bytes_here = line_bytes(&reader, reader.at), taken = bytes_here;
    const char *line = bytes + reader.at;
    reader.line++;
    for (; taken && *line == '\f'; line++, taken--)
      begin_page(&reader);
    if (taken && line[taken - 1] == '\r')
      taken--;
    read_line(&reader, line, taken);
    reader.at += bytes_here + 1;
  }
  str_free(&reader.field);
  return true;
}

/* At most one byte more than a text may have: that tells that it is too long. */
static bool read_all(FILE *file, uint64_t most, Str *bytes) {
  enum { PIECE = 64 << 10 };
  size_t taken = 1;
  while (taken && bytes->length <= most) {
    str_reserve(bytes, PIECE);
    taken = fread(bytes->data + bytes->length, 1, PIECE, file);
    bytes->length += taken;
  }
  return !ferror(file);
}

bool text_file(const char *name, const Limits *limits, Stream *stream, Diagnostics *diagnostics,
               const Progress *progress) {
  (void)progress;
  Str bytes = STR_EMPTY;
  FILE *file = fopen(name, "rb");
  bool read = file && read_all(file, limit_of(limits, LIMIT_IMPORT_TEXT), &bytes);
  if (!read)
    diag_add(diagnostics, DIAG_ERROR, (Position){0}, _("cannot be read: %s"), strerror(errno));
  else
    read = text_read(bytes.data, bytes.length, limits, stream, diagnostics);
  if (file)
    fclose(file);
  str_free(&bytes);
  return read;
}
