/* What the files of the reader share: the state of one reading, the events with
 * their checks, faults, and the reading of values by the tables of fields.
 *
 * A function that reads a value begins with the value's first event as the
 * present one and ends with its last. It returns false only when reading cannot
 * go on (a syntax error, a limit); any other fault is noted, the value skipped. */
#ifndef BUDGETTUI_YAML_READING_H
#define BUDGETTUI_YAML_READING_H

#include "base/str.h"
#include "base/vec.h"
#include "yaml/fields.h"
#include "yaml/reader.h"
#include "yaml/source.h"

struct RowReader;

/* A text of a cell kept of late. Names of accounts repeat: what is equal is kept once. */
typedef struct {
  const char *text;
  size_t length;
} SharedText;

typedef struct Reader {
  Source *source;
  const Limits *limits; /* NULL: the defaults */
  Arena *arena;
  Document *document;
  const AnnexDraft *annex; /* being read, or NULL */
  struct RowReader *rows;  /* being read, or NULL */
  SharedText *shared;      /* by their hash, for rows.c, which makes them */
  size_t leaves;           /* leaf columns of the table being read */
  const FieldNames *names; /* what the caller told */
  VEC(const char *) ids;   /* of the rules read so far */
  Diagnostics *diagnostics;
  bool stopped;            /* by the progress of the source */
  bool quiet;              /* events are passed over to be read again: only what stops is told */
} Reader;

/* ------------------------------------------------------------------- events */

/* Goes on to the next event. */
bool reader_next(Reader *reader);
/* Passes over the value that begins here. */
bool reader_skip(Reader *reader);

/* The end of the file; anything after the first document is a fault. */
void reader_end(Reader *reader);
/* All bytes of a file or pipe; false: errno tells why (ECANCELED: the progress stopped it; EFBIG:
 * there are more than the limit allows). */
bool reader_slurp(int file, const Limits *limits, Str *bytes, const Progress *progress);
/* Tells why a file cannot be read (an errno): READER_UNAVAILABLE. */
ReaderStatus reader_unavailable(Diagnostics *diagnostics, int error);

static inline const yaml_event_t *reader_event(const Reader *reader) {
  return &reader->source->event;
}
static inline bool reader_at(const Reader *reader, yaml_event_type_t type) {
  return reader->source->event.type == type;
}
/* Whether the present event is `~`, null, or nothing at all. */
bool reader_at_null(const Reader *reader);
/* The present scalar. */
static inline const char *reader_text(const Reader *reader) {
  return (const char *)reader->source->event.data.scalar.value;
}
static inline size_t reader_length(const Reader *reader) {
  return reader->source->event.data.scalar.length;
}
static inline Span reader_span(const Reader *reader) {
  return source_span(reader->source);
}

/* ------------------------------------------------------------------- faults */

void fault(Reader *reader, Severity severity, Span at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Something is beyond a limit: `what` (translated) says what, `needed` how much there is, 0 when
 * that is not known. False, since reading cannot go on. */
bool fault_limit(Reader *reader, Span at, Limit limit, uint64_t needed, const char *what);
/* The present value is not what is expected (a phrase: "a list"). */
void fault_type(Reader *reader, const char *expected);
/* Why libyaml stopped. */
void fault_syntax(Reader *reader);

/* Document text for a message, cut to a bearable length: the arguments of "%.*s%s". */
int cut_length(const char *text, size_t length);
#define CUT(text, length)                      \
  cut_length((text), (length)), (text),        \
      (size_t)cut_length((text), (length)) < (length) ? "…" : ""

/* ------------------------------------------------------------------- values */

/* Reads the present value of a field into `at`, which lies at the field's offset. */
bool read_value(Reader *reader, const Field *field, char *at);
/* Gives the fields of a cleared structure what they hold when they are not given. */
void set_initial(const MappingType *type, char *out);
/* Whether the present value is a scalar, with a fault where it is not. */
bool is_scalar(Reader *reader, const char *expected);
/* Reads a mapping into a cleared structure of type->size bytes. */
bool read_mapping(Reader *reader, const MappingType *type, void *out);
/* Reads a list of mappings into the arena. */
bool read_list(Reader *reader, const Field *field, FieldList *list);

/* One for each type of field, in values.c, names.c, mapping.c, table.c and rows.c. */
typedef bool ReadValue(Reader *reader, const Field *field, char *at);
ReadValue read_format, read_text, read_integer, read_boolean, read_word, read_paragraphs,
    read_labelled_text, read_amount, read_nested, read_field_list, read_columns, read_rows,
    read_cells, read_name, read_names, read_choices, read_settings;

/* A copy of the present scalar in the arena; a null and a text with NUL are NULL. */
const char *keep_text(Reader *reader);
/* Reads an amount of the present scalar, told where it is none. */
void read_amount_cell(Reader *reader, Unit unit, Cell *cell);
/* The unit of amounts here: that of the annex, else that of the document. */
Unit unit_here(const Reader *reader);

/* What a mapping read to its end must satisfy beside its fields. */
typedef struct {
  const MappingType *type;
  void *out;
  Span at;        /* where the mapping begins */
  uint32_t named; /* fields that stand there, one bit each */
  Body body;
} Whole;

bool whole_has(const Whole *whole, const char *name);
/* False: reading cannot go on. */
bool complete(Reader *reader, const Whole *whole);
/* The same of parts of the configuration. */
bool complete_rule(Reader *reader, const Whole *whole);
bool complete_side(Reader *reader, const Whole *whole);

#endif
