#include "docgen_fields.h"

#include <ctype.h>
#include <string.h>

#include "docgen_mdoc.h"

/* The types of mapping have names in English only; elsewhere their phrases serve. */
static const char *name_of(const MappingType *type) {
  const char *phrase = mdoc_say(type->phrase);
  return phrase == type->phrase ? type->name : phrase;
}

static void type_of_field(FILE *out, const Field *field) {
  static const char *const types[FIELD_TYPE_COUNT] = {
      [FIELD_TEXT] = "text",
      [FIELD_VALUE] = "text",
      [FIELD_BOOLEAN] = "true or false",
      [FIELD_WORD] = "word",
      [FIELD_PARAGRAPHS] = "text or list of texts",
      [FIELD_AMOUNT] = "amount",
      [FIELD_ROWS] = "list: list of cells, or row",
      [FIELD_CELLS] = "list of cells",
      [FIELD_NAME] = "name",
      [FIELD_NAMES] = "list of names",
      [FIELD_CHOICES] = "mapping from names to words",
      [FIELD_SETTINGS] = "mapping from names to values",
  };
  switch (field->type) {
  case FIELD_FORMAT: fprintf(out, mdoc_format("the literal %s"), FORMAT_NAME); break;
  case FIELD_INTEGER:
    fprintf(out, mdoc_format("whole number, %d to %d"), field->least, field->most);
    break;
  case FIELD_MAPPING: fprintf(out, mdoc_format("mapping: %s"), name_of(field->of)); break;
  case FIELD_LIST:
  case FIELD_COLUMNS: fprintf(out, mdoc_format("list: %s"), name_of(field->of)); break;
  default: fputs(mdoc_say(types[field->type]), out); break;
  }
}

/* The words of a short vocabulary stand with the field; WORDS lists the long ones. */
static void write_words(FILE *out, const Vocabulary *words) {
  enum { SHORT = 8 };
  if (words->count > SHORT)
    return;
  bool begun = false;
  fprintf(out, "%s\n", mdoc_say("One of"));
  for (size_t i = 0; i < words->count; i++) {
    const Word *word = &words->words[i];
    if (!*word->name)
      continue;
    fputs(begun ? mdoc_say(" ,\n") : "", out);
    fprintf(out, mdoc_format(".Li %s\n.Pq %s"), word->name, mdoc_say(word->meaning));
    begun = true;
  }
  fputs(mdoc_say(" .\n"), out);
}

/* Whether the default is told as it would be written, and not in words. */
static bool is_value(const Field *field) {
  const char *standard = field->standard;
  if (field->type == FIELD_WORD)
    return vocabulary_find(field->words, standard, strlen(standard)) >= 0;
  return field->type == FIELD_NAME || strchr("0123456789[", *standard) ||
         !strcmp(standard, "true") || !strcmp(standard, "false");
}

static void title_of(FILE *out, const MappingType *type) {
  Str title = STR_EMPTY;
  str_add_text(&title, name_of(type));
  title.data[0] = (char)toupper((unsigned char)title.data[0]);
  fprintf(out, ".Ss %s\n", title.data);
  str_free(&title);
}

void mdoc_mapping(FILE *out, const MappingType *type, const FieldNames *names) {
  title_of(out, type);
  mdoc_prose(out, type->meaning);
  fputs(".Bl -tag -width Ds\n", out);
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    fprintf(out, ".It Cm %s Pq ", field->name);
    type_of_field(out, field);
    fprintf(out, "%s\n", field->required ? mdoc_say(", required") : "");
    mdoc_prose(out, field->meaning);
    if (field->type == FIELD_WORD)
      write_words(out, field->words);
    if (field->type == FIELD_NAME)
      write_words(out, &names[field->names].words);
    if (field->standard)
      fprintf(out, mdoc_format("Default: %s.\n"),
              is_value(field) ? field->standard : mdoc_say(field->standard));
  }
  fputs(".El\n", out);
}
