/* The defaults, commented. */
#include <string.h>

#include "base/i18n.h"
#include "text/wrap.h"
#include "yaml/config.h"

enum { PAGE = 78 };

/* `inner`: spaces behind the sign of a comment. */
static void add_comment(Str *out, size_t indent, size_t inner, const char *text) {
  size_t length = strlen(text), next;
  for (size_t at = 0; at < length; at += next) {
    str_add_fill(out, ' ', indent);
    str_add_char(out, '#');
    str_add_fill(out, ' ', inner);
    str_add(out, text + at, wrap_line(text + at, length - at, PAGE - indent - inner - 1, &next));
    str_add_char(out, '\n');
  }
}

/* Words that a field takes, where there are few. */
static void add_words(Str *out, size_t indent, size_t inner, const Vocabulary *words) {
  enum { SHORT = 8 };
  if (words->count > SHORT)
    return;
  Str line = STR_EMPTY;
  for (size_t i = 0; i < words->count; i++) {
    const Word *word = &words->words[i];
    str_clear(&line);
    bool same = strcmp(word->name, _(word->meaning)) == 0;
    str_printf(&line, "%s%s%s", word->name, same ? "" : ": ", same ? "" : _(word->meaning));
    if (*word->name)
      add_comment(out, indent, inner, line.data);
  }
  str_free(&line);
}

/* The fields of an item of a list, since a default configuration has none; a type of mapping that
 * several fields have is told with the first of them. */
static void add_parts(Str *out, size_t indent, size_t inner, const MappingType *type) {
  const MappingType *told = NULL;
  Str line = STR_EMPTY;
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    str_clear(&line);
    str_printf(&line, "%s: %s", field->name, _(field->meaning));
    add_comment(out, indent, inner, line.data);
    if (field->type == FIELD_WORD)
      add_words(out, indent, inner + 2, field->words);
    if (field->type == FIELD_MAPPING && field->of != told)
      add_parts(out, indent, inner + 2, told = field->of);
  }
  str_free(&line);
}

/* Each name with what it means, and with its default words, where those can be said. */
static void add_choices(Str *out, size_t indent, const FieldNames *names) {
  Str line = STR_EMPTY;
  for (size_t i = 0; i < names->words.count; i++) {
    const Word *word = &names->words.words[i];
    str_clear(&line);
    if (!names->standard)
      str_printf(&line, "%s: ", word->name);
    str_add_text(&line, _(word->meaning));
    add_comment(out, indent, names->standard ? 1 : 3, line.data);
    if (!names->standard)
      continue;
    str_add_fill(out, ' ', indent);
    str_printf(out, "%s: ", word->name);
    names->standard(i, out);
    str_add_char(out, '\n');
  }
  str_free(&line);
}

static void add_fields(Str *out, size_t indent, const MappingType *type, const FieldNames *names) {
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    str_add_char(out, '\n');
    add_comment(out, indent, 1, _(field->meaning));
    if (field->type == FIELD_WORD)
      add_words(out, indent, 3, field->words);
    if (field->type == FIELD_NAME)
      add_words(out, indent, 3, &names[field->names].words);
    if (field->type == FIELD_LIST)
      add_parts(out, indent, 3, field->of);
    str_add_fill(out, ' ', indent);
    str_printf(out, "%s:%s%s\n", field->name, field->standard ? " " : "",
               field->standard ? field->standard : "");
    if (field->type == FIELD_MAPPING)
      add_fields(out, indent + 2, field->of, names);
    if (field->type == FIELD_CHOICES || field->type == FIELD_SETTINGS)
      add_choices(out, indent + 2, &names[field->names]);
  }
}

void config_print(const FieldNames *names, Str *out) {
  add_comment(out, 0, 1, _("The defaults of budgettui; budgettui-config(5) explains them."));
  add_fields(out, 0, &config_type, names);
  str_add_char(out, '\n');
  add_comment(out, 0, 1, _("An example:"));
  for (const char *const *line = config_example; *line; line++)
    str_printf(out, "# %s\n", *line);
}
