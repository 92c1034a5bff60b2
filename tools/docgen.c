/* Usage: docgen OUTPUT >FILE */
#include "docgen.h"

#include <string.h>

static const struct {
  const char *name;
  Docgen *write;
} outputs[] = {
    {"checks", docgen_checks},
    {"completion-bash", docgen_completion_bash},
    {"completion-zsh", docgen_completion_zsh},
    {"config", docgen_config},
    {"export-schema", docgen_export_schema},
    {"man1", docgen_man1},
    {"man5", docgen_man5},
    {"schema", docgen_schema},
};

int main(int argc, char **argv) {
  for (size_t i = 0; argc == 2 && i < sizeof outputs / sizeof *outputs; i++)
    if (!strcmp(argv[1], outputs[i].name)) {
      outputs[i].write(stdout);
      return fflush(stdout) || ferror(stdout) ? 4 : 0;
    }
  fputs("usage: docgen", stderr);
  for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
    fprintf(stderr, "%s%s", i ? "|" : " ", outputs[i].name);
  fputs("\n", stderr);
  return 2;
}
