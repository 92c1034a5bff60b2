#include "docgen_fields.h"

#include "docgen_mdoc.h"

static void type_of_field(FILE *out, const Field *field) {
  switch (field->type) {
  case FIELD_FORMAT: fputs("the literal " FORMAT_NAME, out); break;
  case FIELD_TEXT:
  case FIELD_VALUE: fputs("text", out); break;
  case FIELD_INTEGER: fprintf(out, "whole number, %d to %d", field->least, field->most); break;
  case FIELD_BOOLEAN: fputs("true or false", out); break;
  case FIELD_WORD: fputs("word", out); break;
  case FIELD_PARAGRAPHS: fputs("text or list of texts", out); break;
  case FIELD_AMOUNT: fputs("amount", out); break;
  case FIELD_MAPPING: fprintf(out, "mapping: %s", field->of->name); break;
  case FIELD_LIST:
  case FIELD_COLUMNS: fprintf(out, "list: %s", field->of->name); break;
  case FIELD_ROWS: fputs("list: list of cells, or row", out); break;
  case FIELD_CELLS: fputs("list of cells", out); break;
  case FIELD_NAME: fputs("name", out); break;
  case FIELD_NAMES: fputs("list of names", out); break;
  case FIELD_CHOICES: fputs("mapping from names to words", out); break;
  case FIELD_TYPE_COUNT: break;
  }
}

/* The words of a short vocabulary stand with the field; WORDS lists the long ones. */
static void words_of_field(FILE *out, const Field *field) {
  enum { SHORT = 8 };
  if (field->type != FIELD_WORD || field->words->count > SHORT)
    return;
  bool begun = false;
  fputs("One of\n", out);
  for (size_t i = 0; i < field->words->count; i++) {
    const Word *word = &field->words->words[i];
    if (!*word->name)
      continue;
    fprintf(out, "%s.Li %s\n.Pq %s", begun ? " ,\n" : "", word->name, word->meaning);
    begun = true;
  }
  fputs(" .\n", out);
}

void mdoc_mapping(FILE *out, const MappingType *type) {
  fprintf(out, ".Ss %c%s\n", type->name[0] - 'a' + 'A', type->name + 1);
  mdoc_prose(out, type->meaning);
  fputs(".Bl -tag -width Ds\n", out);
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    fprintf(out, ".It Cm %s Pq ", field->name);
    type_of_field(out, field);
    fputs(field->required ? ", required\n" : "\n", out);
    mdoc_prose(out, field->meaning);
    words_of_field(out, field);
    if (field->standard)
      fprintf(out, "Default: %s.\n", field->standard);
  }
  fputs(".El\n", out);
}
