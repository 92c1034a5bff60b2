/* Any bytes as a configuration. */
#include <string.h>

#include "base/diag.h"
#include "fuzz.h"
#include "yaml/config.h"

/* Words of every length are taken or refused, so that both ways are gone. */
static bool take(void *context, size_t name, const char *word, Str *why) {
  (void)context;
  bool refused = word != NULL && (name + strlen(word)) % 3 == 0;
  if (refused)
    str_add_text(why, "refused");
  return !refused;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  static const Word words[] = {{"sort", NULL}, {"enter", NULL}, {"title", NULL}, {"tree/sum", NULL}};
  FieldNames names[CONFIG_NAMES];
  Diagnostics diagnostics;
  Config *config = NULL;
  for (int i = 0; i < CONFIG_NAMES; i++)
    names[i] = (FieldNames){.words = {words, sizeof words / sizeof *words}, .take = take};
  diag_open(&diagnostics, "fuzz", 5);
  ReaderStatus status = config_bytes((const char *)bytes, length, names, &config, &diagnostics);
  FUZZ_REQUIRE((status == READER_OK) == (config != NULL));
  FUZZ_REQUIRE(status == READER_OK || diagnostics.list.count > 0);
  config_free(config);
  diag_close(&diagnostics);
  return 0;
}
