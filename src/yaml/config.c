#include "yaml/config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "yaml/reading.h"

/* ------------------------------------------------------------------- wholes */

/* A key without a value is no figure either; where it had one that was refused, that was told. */
bool complete_side(Reader *reader, const Whole *whole) {
  static const char *const others[] = {"classification", "row", "column"};
  const LocalFigure *side = whole->out;
  bool named = whole_has(whole, "kind") || whole_has(whole, "sum");
  if (!named || (!side->kind && !side->sum_count && !reader->diagnostics->errors))
    fault(reader, DIAG_ERROR, whole->at, _("missing “kind” in %s, or “sum”"),
          _(whole->type->phrase));
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (whole_has(whole, "sum") && whole_has(whole, others[i]))
      fault(reader, DIAG_ERROR, whole->at, _("“%s” cannot stand beside “%s” in %s"), others[i],
            "sum", _(whole->type->phrase));
  return true;
}

/* Told at the second of two rules with one name. */
bool complete_rule(Reader *reader, const Whole *whole) {
  const LocalRule *rule = whole->out;
  for (size_t i = 0; rule->id && i < reader->ids.count; i++)
    if (!strcmp(reader->ids.items[i], rule->id)) {
      fault(reader, DIAG_ERROR, whole->at, _("two rules are called “%s”"), rule->id);
      return true;
    }
  if (rule->id)
    vec_push(&reader->ids, rule->id);
  return true;
}

/* ------------------------------------------------------------------- reading */

/* A file without anything but comments holds the defaults. */
static void read_whole(Reader *reader, Config *config) {
  if (!reader_next(reader) || !reader_next(reader) ||
      reader_at(reader, YAML_STREAM_END_EVENT) || !reader_next(reader))
    return;
  if (reader_at_null(reader) || read_mapping(reader, &config_type, config))
    reader_end(reader);
}

ReaderStatus config_bytes(const char *bytes, size_t length, const FieldNames *names,
                          Config **config, Diagnostics *diagnostics) {
  size_t errors = diagnostics->errors;
  Arena *arena = arena_new();
  Config *made = arena_array(arena, 1, sizeof *made);
  made->arena = arena;
  Input input;
  Source source;
  input_open_bytes(&input, bytes, length);
  source_open(&source, input);
  Reader reader = {
      .source = &source, .arena = arena, .diagnostics = diagnostics, .names = names};
  set_initial(&config_type, (char *)made);
  read_whole(&reader, made);
  vec_free(&reader.ids);
  source_close(&source);
  *config = diagnostics->errors == errors ? made : NULL;
  if (!*config)
    config_free(made);
  return *config ? READER_OK : READER_BAD;
}

static ReaderStatus read_open(int file, const FieldNames *names, Config **config,
                              Diagnostics *diagnostics) {
  Str bytes = STR_EMPTY;
  ReaderStatus status = reader_slurp(file, NULL, &bytes, NULL)
                            ? config_bytes(bytes.data, bytes.length, names, config, diagnostics)
                            : reader_unavailable(diagnostics, errno);
  str_free(&bytes);
  return status;
}

ReaderStatus config_file(const char *file, const FieldNames *names, Config **config,
                         Diagnostics *diagnostics) {
  *config = NULL;
  int opened = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (opened < 0)
    return reader_unavailable(diagnostics, errno);
  ReaderStatus status = read_open(opened, names, config, diagnostics);
  close(opened);
  return status;
}

void config_free(Config *config) {
  if (config)
    arena_free(config->arena);
}
