/* Names that the caller of the reader told, alone, in lists, and with words of their own. */
#include <string.h>

#include "base/i18n.h"
#include "yaml/reading.h"

/* The index of the present scalar among names; -1 after saying that it is none. `where`: what it
 * stands in. */
static int find_name(Reader *reader, const Vocabulary *words, const char *where) {
  const char *text = reader_text(reader);
  size_t length = reader_length(reader);
  int known = vocabulary_find(words, text, length);
  if (known >= 0)
    return known;
  const char *nearest = vocabulary_nearest(words, text, length);
  if (nearest)
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("unknown name “%.*s%s” in “%s”; did you mean “%s”?"), CUT(text, length), where,
          nearest);
  else
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("unknown name “%.*s%s” in “%s”; budgettui-config(5) lists them"), CUT(text, length),
          where);
  return -1;
}

bool read_name(Reader *reader, const Field *field, char *at) {
  if (!is_scalar(reader, _("a name")))
    return reader_skip(reader);
  int name = find_name(reader, &reader->names[field->names].words, field->name);
  if (name >= 0)
    memcpy(at, &name, sizeof name);
  return true;
}

/* ----------------------------------------------------------------------- lists */

typedef bool TakeScalar(Reader *reader, void *context);

/* Calls `take` for each scalar of the present list; it returns whether reading can go on. */
static bool each_scalar(Reader *reader, const char *expected, TakeScalar *take, void *context) {
  while (reader_next(reader)) {
    if (reader_at(reader, YAML_SEQUENCE_END_EVENT))
      return true;
    if (is_scalar(reader, expected) && !take(reader, context))
      return false;
    if (!reader_skip(reader))
      return false;
  }
  return false;
}

typedef struct {
  const Field *field;
  VEC(const char *) kept;
} Names;

static bool keep_name(Reader *reader, void *context) {
  Names *names = context;
  if (find_name(reader, &reader->names[names->field->names].words, names->field->name) >= 0)
    vec_push(&names->kept, arena_text(reader->arena, reader_text(reader), reader_length(reader)));
  return true;
}

bool read_names(Reader *reader, const Field *field, char *at) {
  if (!reader_at(reader, YAML_SEQUENCE_START_EVENT)) {
    fault_type(reader, _("a list of names"));
    return reader_skip(reader);
  }
  Names names = {.field = field};
  bool read = each_scalar(reader, _("a name"), keep_name, &names);
  FieldList list = {arena_copy(reader->arena, names.kept.items, names.kept.count,
                               sizeof *names.kept.items),
                    names.kept.count};
  vec_free(&names.kept);
  memcpy(at, &list, sizeof list);
  return read;
}

/* --------------------------------------------------------------------- choices */

typedef struct {
  const FieldNames *names;
  size_t name;
} Choice;

static void give(Reader *reader, const Choice *choice, const char *word) {
  Str why = STR_EMPTY;
  if (!choice->names->take(choice->names->context, choice->name, word, &why))
    fault(reader, DIAG_ERROR, reader_span(reader), "%s", why.data);
  str_free(&why);
}

static bool give_word(Reader *reader, void *context) {
  const char *word = reader_at_null(reader) ? "" : keep_text(reader);
  if (word)
    give(reader, context, word);
  return true;
}

/* One word, a list of them, or "none", like an empty list and no value. */
static bool read_choice(Reader *reader, Choice *choice) {
  give(reader, choice, NULL);
  if (reader_at(reader, YAML_SEQUENCE_START_EVENT))
    return each_scalar(reader, _("a word"), give_word, choice);
  if (!is_scalar(reader, _("a word or a list of words")))
    return reader_skip(reader);
  return reader_at_null(reader) || !strcmp(reader_text(reader), "none") ||
         give_word(reader, choice);
}

/* The name that the present key is; -1: its value is to be skipped. */
static int take_key(Reader *reader, const Field *field, bool *given) {
  if (!is_scalar(reader, _("a key")))
    return -1;
  int name = find_name(reader, &reader->names[field->names].words, field->name);
  if (name >= 0 && given[name]) {
    fault(reader, DIAG_ERROR, reader_span(reader), _("the key “%s” stands twice in %s"),
          reader_text(reader), field->name);
    return -1;
  }
  if (name >= 0)
    given[name] = true;
  return name;
}

static bool read_setting(Reader *reader, Choice *choice) {
  const char *word = is_scalar(reader, _("a value")) ? keep_text(reader) : NULL;
  if (word)
    give(reader, choice, word);
  else if (reader_at_null(reader))
    fault_type(reader, _("a value"));
  return reader_skip(reader);
}

typedef bool ReadChoice(Reader *reader, Choice *choice);

static bool read_entries(Reader *reader, const Field *field, ReadChoice *read, bool *given) {
  while (reader_next(reader)) {
    if (reader_at(reader, YAML_MAPPING_END_EVENT))
      return true;
    int name = take_key(reader, field, given);
    if (!reader_skip(reader) || !reader_next(reader))
      return false;
    Choice choice = {&reader->names[field->names], (size_t)name};
    if (!(name < 0 ? reader_skip(reader) : read(reader, &choice)))
      return false;
  }
  return false;
}

static bool read_named(Reader *reader, const Field *field, ReadChoice *read) {
  if (!reader_at(reader, YAML_MAPPING_START_EVENT)) {
    fault_type(reader, _("a mapping"));
    return reader_skip(reader);
  }
  bool *given = memory_zero(reader->names[field->names].words.count, sizeof *given);
  bool good = read_entries(reader, field, read, given);
  memory_free(given);
  return good;
}

bool read_choices(Reader *reader, const Field *field, char *at) {
  (void)at;
  return read_named(reader, field, read_choice);
}

bool read_settings(Reader *reader, const Field *field, char *at) {
  (void)at;
  return read_named(reader, field, read_setting);
}
