/* Faults with their places, and libyaml's own in words that say what to do. */
#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/utf8.h"
#include "yaml/reading.h"

enum { CUT_MOST = 60 };

int cut_length(const char *text, size_t length) {
  if (length <= CUT_MOST)
    return (int)length;
  length = CUT_MOST;
  while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
    length--;
  return (int)length;
}

static void add(Reader *reader, Severity severity, Place place, uint64_t end, const char *message) {
  Diagnostic *one = diag_add(reader->diagnostics, severity, (Position){place.line, place.column},
                             "%s", message);
  if (one && place.line)
    input_excerpt(&reader->source->input, place, end, one);
}

/* Whether a fault is only counted: nothing is to be made ready for it. */
static bool is_full(Reader *reader, Severity severity) {
  const Diagnostics *all = reader->diagnostics;
  if (all->list.count < all->limit)
    return false;
  diag_add(reader->diagnostics, severity, (Position){0, 0}, "%s", "");
  return true;
}

void fault(Reader *reader, Severity severity, Span at, const char *format, ...) {
  if (is_full(reader, severity))
    return;
  Str message = STR_EMPTY;
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&message, format, arguments);
  va_end(arguments);
  add(reader, severity, input_place(&reader->source->input, at.start), at.end, message.data);
  str_free(&message);
}

bool fault_limit(Reader *reader, Span at, Limit limit, uint64_t needed, const char *what) {
  Str advice = STR_EMPTY;
  limit_advise(&advice, reader->limits, limit, needed);
  fault(reader, DIAG_ERROR, at, "%s%s%s", what, _(": "), advice.data);
  str_free(&advice);
  return false;
}

/* An error that is one character long. */
__attribute__((format(printf, 3, 4))) static void fault_here(Reader *reader, Place place,
                                                             const char *format, ...) {
  Str message = STR_EMPTY;
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&message, format, arguments);
  va_end(arguments);
  add(reader, DIAG_ERROR, place, place.index + 1, message.data);
  str_free(&message);
}

void fault_type(Reader *reader, const char *expected) {
  const yaml_event_t *event = reader_event(reader);
  Span at = reader_span(reader);
  if (event->type == YAML_ALIAS_EVENT)
    return; /* told already */
  if (event->type == YAML_SEQUENCE_START_EVENT)
    fault(reader, DIAG_ERROR, at, _("expected %s, found a list"), expected);
  else if (event->type == YAML_MAPPING_START_EVENT)
    fault(reader, DIAG_ERROR, at,
          _("expected %s, found a mapping; a text with “: ” in it must be quoted"), expected);
  else if (reader_at_null(reader))
    fault(reader, DIAG_ERROR, at, _("expected %s, found nothing"), expected);
  else
    fault(reader, DIAG_ERROR, at, _("expected %s, found the text “%.*s%s”"), expected,
          CUT(reader_text(reader), reader_length(reader)));
}

/* ------------------------------------------------------------ libyaml's faults */

/* Its words, and ours. `where_it_began`: the fault lies in something opened earlier. */
static const struct {
  const char *problem, *message;
  bool where_it_began;
} problems[] = {
    {"found character that cannot start any token", NULL, false},
    {"mapping values are not allowed in this context",
     N_("a “:” that cannot stand here; quote a text with “: ” in it, and give the keys of one "
        "mapping the same indentation"),
     false},
    {"mapping keys are not allowed in this context",
     N_("a key cannot stand here; quote a text that begins with “?”"), false},
    {"block sequence entries are not allowed in this context",
     N_("a list item (“- ”) cannot stand here; put it on a line of its own, or quote the text"),
     false},
    {"could not find expected ':'", N_("expected a key with “:” after it"), true},
    {"found unexpected ':'",
     N_("a text that ends in “:” must be quoted here"), false},
    {"found a tab character that violates indentation",
     N_("a tab in the indentation; use spaces"), false},
    {"found unexpected end of stream", N_("a quote is opened here and never closed"), true},
    {"found unexpected document indicator", N_("a quote is opened here and not closed before the "
                                               "line with “---” or “...”"), true},
    {"found unknown escape character",
     N_("unknown escape in a text in double quotes; write \\\\ for a backslash, or use single "
        "quotes"), false},
    {"did not find expected hexdecimal number",
     N_("unfinished escape in a text in double quotes"), false},
    {"found invalid Unicode character escape code",
     N_("this escape is no character of Unicode"), false},
    {"did not find expected node content",
     N_("expected a value; a blank is written ~"), false},
    {"did not find expected ',' or ']'",
     N_("expected “,” or “]”; is a list not closed, or a text with a quote in it not quoted?"),
     false},
    {"did not find expected ',' or '}'",
     N_("expected “,” or “}”; is a mapping not closed, or a text with a quote in it not quoted?"),
     false},
    {"did not find expected key",
     N_("expected a key; check the indentation, and what follows a closing quote or bracket"),
     false},
    {"did not find expected '-' indicator",
     N_("expected a list item (“- ”) or the end of the list; check the indentation"), false},
    {"did not find expected <document start>",
     N_("expected the end of the document; the file holds one mapping"), false},
    {"did not find expected comment or line break",
     N_("text on the line of “|” or “>” that begins a block of text; begin it on the next line, or "
        "quote it"), false},
    {"expected comment or line break",
     N_("unexpected text at the end of a line that begins a block of text"), false},
    {"found undefined tag handle", N_("a tag is not allowed; quote a text that begins with “!”"),
     false},
    {"did not find expected alphabetic or numeric character",
     N_("a text that begins with “&” or “*” must be quoted"), true},
    {"found unknown directive name", N_("a line that begins with “%” must be indented or quoted"),
     true},
};

/* Whether the input ends where libyaml waits for the end of a list or mapping. */
static bool is_unclosed(Source *source) {
  const yaml_parser_t *parser = &source->parser;
  size_t left;
  input_bytes_at(&source->input,
                 input_place(&source->input, parser->problem_mark.index + source->index), &left);
  return !left && parser->context && strstr(parser->context, "while parsing a flow ");
}

static const char *translated(const yaml_parser_t *parser, bool *where_it_began) {
  *where_it_began = false;
  for (size_t i = 0; parser->problem && i < sizeof problems / sizeof *problems; i++)
    if (strstr(parser->problem, problems[i].problem)) {
      *where_it_began = problems[i].where_it_began;
      return problems[i].message ? _(problems[i].message) : NULL;
    }
  return parser->problem;
}

/* A character that YAML keeps for itself, at the beginning of a text. */
static void fault_character(Reader *reader, Place place) {
  size_t left;
  const char *text = input_bytes_at(&reader->source->input, place, &left);
  uint32_t character;
  size_t bytes = left ? utf8_decode(text, left, &character) : 0;
  if (bytes && *text == '\t')
    fault_here(reader, place, _("a tab cannot stand here; use spaces for the indentation"));
  else
    fault_here(reader, place, _("a text that begins with “%.*s” must be quoted"), (int)bytes,
               bytes ? text : "");
}

static void fault_structure(Reader *reader) {
  Source *source = reader->source;
  const yaml_parser_t *parser = &source->parser;
  bool where_it_began;
  const char *message = translated(parser, &where_it_began);
  where_it_began = where_it_began && parser->context;
  if (is_unclosed(source)) {
    where_it_began = true;
    message = _("opened here and never closed");
  }
  const yaml_mark_t *mark = where_it_began ? &parser->context_mark : &parser->problem_mark;
  Place place = input_place(&source->input, mark->index + source->index);
  if (!message)
    fault_character(reader, place);
  else
    fault_here(reader, place, "%s", message);
}

static unsigned byte_at(const Input *input, Place place) {
  size_t length;
  const char *bytes = input_bytes_at(input, place, &length);
  return length > 0 ? (unsigned char)bytes[0] : 0;
}

/* The bytes are no text that YAML can hold; libyaml tells the offset of the byte. */
static void fault_bytes(Reader *reader) {
  Source *source = reader->source;
  const yaml_parser_t *parser = &source->parser;
  int value = parser->problem_value;
  Place place = input_place_of_byte(
      &source->input, parser->problem_offset + source->input.start.byte - source->indent);
  bool control = strstr(parser->problem, "control character");
  bool has_mark = place.index == 0 && (value == 0xFF || value == 0xFE);
  if (has_mark || (place.index <= 1 && value == 0))
    fault_here(reader, place,
               _("the file is in UTF-16, not in UTF-8; convert it, for example with “iconv -f "
                 "UTF-16 -t UTF-8”"));
  else if (control)
    fault_here(reader, place,
               _("the character U+%04X is not allowed in YAML; remove it, or write it as an escape "
                 "in double quotes"),
               (unsigned)value);
  else
    fault_here(reader, place,
               _("not UTF-8 (the byte %02X cannot stand here); a file in GBK can be converted with "
                 "“iconv -f GB18030 -t UTF-8”"),
               byte_at(&source->input, place));
}

void fault_syntax(Reader *reader) {
  const Source *source = reader->source;
  static const Place nowhere = {0};
  if (source->input.stopped)
    reader->stopped = true;
  else if (source->input.error)
    add(reader, DIAG_ERROR, nowhere, 0, strerror(source->input.error));
  else if (source->parser.error == YAML_MEMORY_ERROR)
    memory_fail(0);
  else if (source->parser.error == YAML_READER_ERROR)
    fault_bytes(reader);
  else
    fault_structure(reader);
}
