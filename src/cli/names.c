#include "cli/names.h"

#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/vec.h"
#include "cli/message.h"
#include "model/vocabulary.h"

int names_find(NameAt *name_at, const char *name) {
  for (size_t i = 0; name_at(i); i++)
    if (!strcmp(name_at(i), name))
      return (int)i;
  return -1;
}

void names_propose(NameAt *name_at, const char *prefix, const char *name, Str *out) {
  VEC(Word) words = {0};
  for (size_t i = 0; name_at(i); i++)
    vec_push(&words, (Word){name_at(i), NULL});
  Vocabulary vocabulary = {words.items, words.count};
  const char *nearest = vocabulary_nearest(&vocabulary, name, strlen(name));
  if (nearest)
    str_printf(out, _("; did you mean '%s%s'?"), prefix, nearest);
  vec_free(&words);
}

/* Adds the whole of a list that is short. */
static void list_names(NameAt *name_at, const char *prefix, Str *out) {
  enum { LISTED_MOST = 10 };
  size_t count = 0;
  while (count <= LISTED_MOST && name_at(count))
    count++;
  for (size_t i = 0; count <= LISTED_MOST && i < count; i++)
    str_printf(out, "%s%s%s", i > 0 ? ", " : _("; there are: "), prefix, name_at(i));
}

Status names_unknown(NameAt *name_at, const char *prefix, const char *name, const char *message) {
  Str proposal = STR_EMPTY, text = STR_EMPTY;
  names_propose(name_at, prefix, name, &proposal);
  if (!proposal.length)
    list_names(name_at, prefix, &proposal);
  str_printf(&text, message, name, proposal.data);
  Status status = message_usage("%s", text.data);
  str_free(&text);
  str_free(&proposal);
  return status;
}

int names_choose(NameAt *name_at, const char *name, const char *message) {
  int index = names_find(name_at, name);
  if (index < 0)
    names_unknown(name_at, "", name, message);
  return index;
}
