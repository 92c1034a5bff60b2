#include "cli/endings.h"

#include <string.h>
#include <strings.h>

#include "import/import.h"

static const char *const documents[] = {".yaml", ".yml"};
enum { DOCUMENTS = sizeof documents / sizeof *documents };

static unsigned kinds(size_t index) {
  if (index < DOCUMENTS)
    return ENDING_DOCUMENT | ENDING_LISTED;
  return ENDING_PUBLISHED | (producer_list[index - DOCUMENTS].listed ? ENDING_LISTED : 0);
}

const char *endings_nth(unsigned of, size_t index) {
  for (size_t i = 0; i < DOCUMENTS + producer_count; i++)
    if ((kinds(i) & of) && index-- == 0)
      return i < DOCUMENTS ? documents[i] : producer_list[i - DOCUMENTS].ending;
  return NULL;
}

const char *endings_find(unsigned of, const char *name) {
  size_t length = strlen(name);
  const char *ending;
  for (size_t i = 0; (ending = endings_nth(of, i)) != NULL; i++)
    if (length > strlen(ending) && strcasecmp(name + length - strlen(ending), ending) == 0)
      return ending;
  return NULL;
}

void endings_write(Str *out, unsigned of, const char *separator) {
  const char *ending;
  for (size_t i = 0; (ending = endings_nth(of, i)) != NULL; i++)
    str_printf(out, "%s%s", i > 0 ? separator : "", ending + 1);
}
