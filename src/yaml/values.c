/* Values of the simple types. */
#include <limits.h>
#include <string.h>

#include "base/i18n.h"
#include "yaml/reading.h"

bool is_scalar(Reader *reader, const char *expected) {
  if (reader_at(reader, YAML_SCALAR_EVENT))
    return true;
  fault_type(reader, expected);
  return false;
}

static bool is_plain(const Reader *reader) {
  return reader_event(reader)->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

const char *keep_text(Reader *reader) {
  if (reader_at_null(reader))
    return NULL;
  if (memchr(reader_text(reader), '\0', reader_length(reader))) {
    fault(reader, DIAG_ERROR, reader_span(reader), _("a text cannot hold the character U+0000"));
    return NULL;
  }
  return arena_text(reader->arena, reader_text(reader), reader_length(reader));
}

bool read_format(Reader *reader, const Field *field, char *at) {
  (void)field;
  (void)at;
  if (!is_scalar(reader, _("the format’s name")))
    return reader_skip(reader);
  if (!strcmp(reader_text(reader), FORMAT_NAME))
    return true;
  fault(reader, DIAG_ERROR, reader_span(reader),
        _("unknown format “%.*s%s”; this program reads %s"),
        CUT(reader_text(reader), reader_length(reader)), FORMAT_NAME);
  return false; /* what follows is of another kind */
}

bool read_text(Reader *reader, const Field *field, char *at) {
  if (!is_scalar(reader, _("a text")))
    return reader_skip(reader);
  const char *text = keep_text(reader);
  const char *expected = text && field->expects ? field->expects(text) : NULL;
  if (expected)
    fault(reader, DIAG_ERROR, reader_span(reader), _("“%s” is %s; found “%.*s%s”"), field->name,
          _(expected), CUT(text, strlen(text)));
  memcpy(at, &text, sizeof text);
  return true;
}

/* Digits only, as a number that fits. */
static bool parse_integer(const char *text, size_t length, int *value) {
  *value = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9' || *value > (INT_MAX - 9) / 10)
      return false;
    *value = *value * 10 + (text[i] - '0');
  }
  return length > 0;
}

bool read_integer(Reader *reader, const Field *field, char *at) {
  int value;
  if (!is_scalar(reader, _("a whole number")))
    return reader_skip(reader);
  bool number =
      is_plain(reader) && parse_integer(reader_text(reader), reader_length(reader), &value);
  if (number && value >= field->least && value <= field->most)
    memcpy(at, &value, sizeof value);
  else
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("“%s” is a whole number from %d to %d without quotes; found “%.*s%s”"), field->name,
          field->least, field->most, CUT(reader_text(reader), reader_length(reader)));
  return true;
}

bool read_boolean(Reader *reader, const Field *field, char *at) {
  static const struct {
    const char *word;
    int value;
  } words[] = {{"true", 1}, {"false", 0}, {"True", 1}, {"False", 0}, {"TRUE", 1}, {"FALSE", 0}};
  if (!is_scalar(reader, _("true or false")))
    return reader_skip(reader);
  for (size_t i = 0; is_plain(reader) && i < sizeof words / sizeof *words; i++)
    if (!strcmp(reader_text(reader), words[i].word)) {
      memcpy(at, &words[i].value, sizeof words[i].value);
      return true;
    }
  fault(reader, DIAG_ERROR, reader_span(reader),
        _("“%s” is true or false without quotes; found “%.*s%s”"), field->name,
        CUT(reader_text(reader), reader_length(reader)));
  return true;
}

/* A short vocabulary is told whole, of a long one the nearest word. */
static void fault_word(Reader *reader, const Field *field) {
  enum { SHORT = 8 };
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  Severity severity = field->open ? DIAG_WARNING : DIAG_ERROR;
  const char *nearest = vocabulary_nearest(field->words, text, length);
  Str words = STR_EMPTY;
  for (size_t i = 0; field->words->count <= SHORT && i < field->words->count; i++)
    if (*field->words->words[i].name)
      str_printf(&words, "%s%s", words.length ? ", " : "", field->words->words[i].name);
  if (words.length)
    fault(reader, severity, reader_span(reader), _("unknown %s “%.*s%s”; expected one of: %s"),
          field->name, CUT(text, length), words.data);
  else if (nearest)
    fault(reader, severity, reader_span(reader), _("unknown %s “%.*s%s”; did you mean “%s”?"),
          field->name, CUT(text, length), nearest);
  else
    fault(reader, severity, reader_span(reader), _("unknown %s “%.*s%s”; budgettui(5) lists them"),
          field->name, CUT(text, length));
  str_free(&words);
}

bool read_word(Reader *reader, const Field *field, char *at) {
  if (!is_scalar(reader, _("a word")))
    return reader_skip(reader);
  int word = vocabulary_find(field->words, reader_text(reader), reader_length(reader));
  if (word < 0 || (field->accepts && !field->accepts(word))) {
    fault_word(reader, field);
    word = field->initial < 0 && field->open ? 0 : field->initial;
  }
  memcpy(at, &word, sizeof word);
  return true;
}

/* ------------------------------------------------------------------ paragraphs */

typedef struct {
  VEC(const char *) texts;
  VEC(Position) at;
} Paragraphs;

static bool read_paragraph(Reader *reader, Paragraphs *paragraphs) {
  if (!is_scalar(reader, _("a text")))
    return reader_skip(reader);
  Position at = source_position(reader->source);
  const char *text = keep_text(reader);
  if (text) {
    vec_push(&paragraphs->texts, text);
    vec_push(&paragraphs->at, at);
  }
  return true;
}

static bool collect_paragraphs(Reader *reader, Paragraphs *paragraphs) {
  if (reader_at(reader, YAML_SCALAR_EVENT))
    return read_paragraph(reader, paragraphs);
  if (!reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    fault_type(reader, _("a text or a list of texts"));
    return reader_skip(reader);
  }
  while (reader_next(reader)) {
    if (reader_at(reader, YAML_SEQUENCE_END_EVENT))
      return true;
    if (!read_paragraph(reader, paragraphs))
      return false;
  }
  return false;
}

bool read_paragraphs(Reader *reader, const Field *field, char *at) {
  (void)field;
  Section *section = (Section *)(void *)at;
  Paragraphs paragraphs = {0};
  bool read = collect_paragraphs(reader, &paragraphs);
  section->paragraph_count = paragraphs.texts.count;
  section->paragraphs =
      arena_copy(reader->arena, paragraphs.texts.items, paragraphs.texts.count,
                 sizeof *paragraphs.texts.items);
  section->paragraph_at =
      arena_copy(reader->arena, paragraphs.at.items, paragraphs.at.count,
                 sizeof *paragraphs.at.items);
  vec_free(&paragraphs.texts);
  vec_free(&paragraphs.at);
  return read;
}

/* ------------------------------------------------------------ labelled values */

static void set_text(Cell *cell, const char *text, size_t length) {
  cell->kind = text && *text ? CELL_TEXT : CELL_BLANK;
  cell->text = text;
  cell->length = text ? (uint32_t)length : 0;
}

bool read_labelled_text(Reader *reader, const Field *field, char *at) {
  (void)field;
  if (!is_scalar(reader, _("a text")))
    return reader_skip(reader);
  Cell *cell = (Cell *)(void *)at;
  Position position = source_position(reader->source);
  set_text(cell, keep_text(reader), reader_length(reader));
  cell->column = position.column <= UINT16_MAX ? (uint16_t)position.column : 0;
  return true;
}

bool read_amount(Reader *reader, const Field *field, char *at) {
  (void)field;
  if (!is_scalar(reader, _("an amount")))
    return reader_skip(reader);
  Cell *cell = (Cell *)(void *)at;
  Position position = source_position(reader->source);
  cell->column = position.column <= UINT16_MAX ? (uint16_t)position.column : 0;
  if (!reader_at_null(reader) && reader_length(reader))
    read_amount_cell(reader, unit_here(reader), cell);
  return true;
}
