/* Mappings and lists of mappings, by the tables of fields. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "yaml/reading.h"

/* A field whose value is read at the end of its mapping: what it depends on came after it. */
typedef struct {
  const Field *field;
  Place start;
  uint64_t end;  /* offset in the file */
  size_t indent; /* of a list in block style */
  bool waits;    /* not read yet */
  Unit unit;     /* in which it was read */
  /* Diagnostics of that reading. */
  size_t kept, kept_end, errors, errors_end, warnings, warnings_end;
} Later;

enum { LATER_MOST = 4 };

typedef struct {
  Whole whole;
  Later later[LATER_MOST];
  size_t later_count;
  Span excluded; /* value of the field that has a `without` */
} Frame;

_Static_assert(sizeof(Role) == sizeof(int) && sizeof(Unit) == sizeof(int), "words are read as int");

/* ------------------------------------------------------------------- fields */

static const Field *find_field(const MappingType *type, const char *name, size_t length) {
  for (size_t i = 0; i < type->count; i++)
    if (!strncmp(type->fields[i].name, name, length) && !type->fields[i].name[length])
      return &type->fields[i];
  return NULL;
}

static uint32_t bit_of(const MappingType *type, const Field *field) {
  return UINT32_C(1) << (field - type->fields);
}

bool whole_has(const Whole *whole, const char *name) {
  const Field *field = find_field(whole->type, name, strlen(name));
  return field && whole->named & bit_of(whole->type, field);
}

static void fault_unknown(Reader *reader, const MappingType *type) {
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  Word *words = memory_zero(type->count, sizeof *words);
  for (size_t i = 0; i < type->count; i++)
    words[i].name = type->fields[i].name;
  Vocabulary keys = {words, type->count};
  const char *nearest = vocabulary_nearest(&keys, text, length);
  if (nearest)
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("unknown key “%.*s%s” in %s; did you mean “%s”?"), CUT(text, length), _(type->phrase),
          nearest);
  else
    fault(reader, DIAG_ERROR, reader_span(reader), _("unknown key “%.*s%s” in %s"),
          CUT(text, length), _(type->phrase));
  memory_free(words);
}

/* The field that the present key names, or NULL when its value is to be skipped. */
static const Field *take_key(Reader *reader, Frame *frame) {
  Whole *whole = &frame->whole;
  const Field *field = find_field(whole->type, reader_text(reader), reader_length(reader));
  if (!field) {
    fault_unknown(reader, whole->type);
    return NULL;
  }
  uint32_t bit = bit_of(whole->type, field);
  if (whole->named & bit) {
    fault(reader, DIAG_ERROR, reader_span(reader), _("the key “%s” stands twice in %s"),
          field->name, _(whole->type->phrase));
    return NULL;
  }
  whole->named |= bit;
  if (field->body && whole->body && field->body != whole->body) {
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("“%s” beside another body; %s has either columns and rows, or panels, or targets"),
          field->name, _(whole->type->phrase));
    return NULL;
  }
  if (field->body)
    whole->body = field->body;
  return field;
}

/* -------------------------------------------------------- values read later */

static void start_diagnostics(const Reader *reader, Later *later) {
  later->kept = reader->diagnostics->list.count;
  later->errors = reader->diagnostics->errors;
  later->warnings = reader->diagnostics->warnings;
}

static void end_diagnostics(const Reader *reader, Later *later) {
  later->kept_end = reader->diagnostics->list.count;
  later->errors_end = reader->diagnostics->errors;
  later->warnings_end = reader->diagnostics->warnings;
}

/* Takes back what a reading in the wrong unit has told. */
static void take_back(Reader *reader, const Later *later) {
  Diagnostics *all = reader->diagnostics;
  for (size_t i = later->kept; i < later->kept_end; i++) {
    memory_free(all->list.items[i].message);
    memory_free(all->list.items[i].excerpt);
  }
  size_t after = all->list.count - later->kept_end;
  if (after && later->kept_end > later->kept)
    memmove(all->list.items + later->kept, all->list.items + later->kept_end,
            after * sizeof *all->list.items);
  all->list.count -= later->kept_end - later->kept;
  all->errors -= later->errors_end - later->errors;
  all->warnings -= later->warnings_end - later->warnings;
}

/* Reads the value, or passes over it, and remembers where it stands. */
static bool read_or_wait(Reader *reader, Frame *frame, const Field *field, bool waits) {
  Source *source = reader->source;
  Later later = {.field = field, .waits = waits, .unit = unit_here(reader)};
  const yaml_event_t *event = reader_event(reader);
  if (event->data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE)
    later.indent = event->start_mark.column;
  later.start = input_place(&source->input, reader_span(reader).start);
  start_diagnostics(reader, &later);
  bool quiet = reader->quiet;
  reader->quiet = quiet || waits;
  bool read = waits ? reader_skip(reader)
                    : read_value(reader, field, (char *)frame->whole.out + field->offset);
  reader->quiet = quiet;
  end_diagnostics(reader, &later);
  if (!read)
    return false;
  later.end = input_place(&source->input, reader_span(reader).end).byte;
  frame->later[frame->later_count++] = later;
  return true;
}

/* From the beginning of a stream to the value in it. */
static bool read_once_more(Reader *reader, const Later *later, char *at) {
  return reader_next(reader) && reader_next(reader) && reader_next(reader) &&
         read_value(reader, later->field, at);
}

static bool read_later(Reader *reader, Frame *frame, const Later *later) {
  if (!later->waits && later->unit == unit_here(reader))
    return true;
  take_back(reader, later);
  Source again, *source = reader->source;
  source_open_range(&again, source, later->start, later->end, later->indent);
  reader->source = &again;
  bool read = read_once_more(reader, later, (char *)frame->whole.out + later->field->offset);
  reader->source = source;
  source_close(&again);
  return read;
}

/* ------------------------------------------------------------------- mappings */

static bool read_field_value(Reader *reader, Frame *frame, const Field *field) {
  bool list = reader_at(reader, YAML_SEQUENCE_START_EVENT);
  bool waits = field->after && !whole_has(&frame->whole, field->after);
  if (field->without)
    frame->excluded = reader_span(reader);
  if (list && (waits || field->scaled))
    return read_or_wait(reader, frame, field, waits);
  if (!reader_at_null(reader))
    return read_value(reader, field, (char *)frame->whole.out + field->offset);
  if (field->required || field->body)
    fault(reader, DIAG_ERROR, reader_span(reader), _("“%s” in %s must have a value"), field->name,
          _(frame->whole.type->phrase));
  return true;
}

static bool read_field(Reader *reader, Frame *frame) {
  const Field *field = NULL;
  if (reader_at(reader, YAML_SCALAR_EVENT))
    field = take_key(reader, frame);
  else
    fault_type(reader, _("a key"));
  if (!reader_skip(reader) || !reader_next(reader))
    return false;
  return field ? read_field_value(reader, frame, field) : reader_skip(reader);
}

void set_initial(const MappingType *type, char *out) {
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    if (field->type == FIELD_MAPPING)
      set_initial(field->of, out + field->offset);
    else if (field->type == FIELD_WORD || field->type == FIELD_INTEGER ||
             field->type == FIELD_BOOLEAN || field->type == FIELD_NAME)
      memcpy(out + field->offset, &field->initial, sizeof field->initial);
  }
}

static void check_fields(Reader *reader, const Frame *frame) {
  const Whole *whole = &frame->whole;
  for (size_t i = 0; i < whole->type->count; i++) {
    const Field *field = &whole->type->fields[i];
    if (field->required && !(whole->named & bit_of(whole->type, field)))
      fault(reader, DIAG_ERROR, whole->at, _("missing “%s” in %s"), field->name,
            _(whole->type->phrase));
    if (field->without && whole_has(whole, field->name) && whole_has(whole, field->without))
      fault(reader, DIAG_ERROR, frame->excluded, _("“%s” cannot stand beside “%s” in %s"),
            field->name, field->without, _(whole->type->phrase));
  }
}

static bool finish_mapping(Reader *reader, Frame *frame) {
  for (size_t i = 0; i < frame->later_count; i++)
    if (!read_later(reader, frame, &frame->later[i]))
      return false;
  check_fields(reader, frame);
  return complete(reader, &frame->whole);
}

bool read_mapping(Reader *reader, const MappingType *type, void *out) {
  if (!reader_at(reader, YAML_MAPPING_START_EVENT)) {
    fault_type(reader, _("a mapping"));
    return reader_skip(reader);
  }
  Frame frame = {.whole = {.type = type, .out = out, .at = reader_span(reader)}};
  if (type->at != FIELD_NOWHERE) {
    Position at = source_position(reader->source);
    memcpy((char *)out + type->at, &at, sizeof at);
  }
  set_initial(type, out);
  while (reader_next(reader)) {
    if (reader_at(reader, YAML_MAPPING_END_EVENT))
      return finish_mapping(reader, &frame);
    if (!read_field(reader, &frame))
      return false;
  }
  return false;
}

bool read_nested(Reader *reader, const Field *field, char *at) {
  return read_mapping(reader, field->of, at);
}

/* ---------------------------------------------------------------------- lists */

typedef struct {
  char *items;
  size_t count, capacity, size;
} Items;

static void *next_item(Items *items) {
  if (items->count == items->capacity) {
    items->capacity = vec_room(items->capacity, items->count + 1);
    items->items = memory_resize(items->items, items->capacity, items->size);
  }
  return items->items + items->count++ * items->size;
}

static bool read_items(Reader *reader, const MappingType *type, Items *items) {
  const AnnexDraft *annex = reader->annex;
  void *draft = memory_zero(1, type->size);
  bool read = false;
  while (reader_next(reader)) {
    read = reader_at(reader, YAML_SEQUENCE_END_EVENT);
    if (read)
      break;
    memset(draft, 0, type->size);
    if (type == &annex_type)
      reader->annex = draft;
    if (!read_mapping(reader, type, draft))
      break;
    memcpy(next_item(items), draft, items->size);
  }
  reader->annex = annex;
  memory_free(draft);
  return read;
}

bool read_list(Reader *reader, const Field *field, FieldList *list) {
  if (!reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    fault(reader, DIAG_ERROR, reader_span(reader), _("“%s” is a list"), field->name);
    return reader_skip(reader);
  }
  Items items = {.size = field->of->kept ? field->of->kept : field->of->size};
  bool read = read_items(reader, field->of, &items);
  *list = (FieldList){arena_copy(reader->arena, items.items, items.count, items.size),
                      items.count};
  memory_free(items.items);
  return read;
}

bool read_field_list(Reader *reader, const Field *field, char *at) {
  FieldList list = {0};
  bool read = read_list(reader, field, &list);
  memcpy(at, &list, sizeof list);
  return read;
}

bool read_value(Reader *reader, const Field *field, char *at) {
  static ReadValue *const reads[FIELD_TYPE_COUNT] = {
      [FIELD_FORMAT] = read_format,
      [FIELD_TEXT] = read_text,
      [FIELD_INTEGER] = read_integer,
      [FIELD_BOOLEAN] = read_boolean,
      [FIELD_WORD] = read_word,
      [FIELD_PARAGRAPHS] = read_paragraphs,
      [FIELD_VALUE] = read_labelled_text,
      [FIELD_AMOUNT] = read_amount,
      [FIELD_MAPPING] = read_nested,
      [FIELD_LIST] = read_field_list,
      [FIELD_COLUMNS] = read_columns,
      [FIELD_ROWS] = read_rows,
      [FIELD_CELLS] = read_cells,
      [FIELD_NAME] = read_name,
      [FIELD_NAMES] = read_names,
      [FIELD_CHOICES] = read_choices,
      [FIELD_SETTINGS] = read_settings,
  };
  return reads[field->type](reader, field, at);
}
