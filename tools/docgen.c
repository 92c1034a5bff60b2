/* Usage: docgen OUTPUT [LANGUAGE DIRECTORY] >FILE
 * In another language than English, with the catalogues in DIRECTORY. The output "messages" is a
 * template for the catalogue of the manual. */
#include "docgen.h"

#include <string.h>

#include "docgen_mdoc.h"

/* All that the manual says. */
static void docgen_messages(FILE *out) {
  static Docgen *const pages[] = {docgen_man1, docgen_man5, docgen_checks, docgen_config};
  FILE *nothing = fopen("/dev/null", "w");
  for (size_t i = 0; nothing && i < sizeof pages / sizeof *pages; i++)
    pages[i](nothing);
  if (nothing)
    fclose(nothing);
  mdoc_template(out);
}

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
    {"messages", docgen_messages},
    {"schema", docgen_schema},
};

int main(int argc, char **argv) {
  enum { TRANSLATED = 4 };
  if (argc == TRANSLATED)
    mdoc_translate(argv[2], argv[3]);
  for (size_t i = 0; (argc == 2 || argc == TRANSLATED) && i < sizeof outputs / sizeof *outputs; i++)
    if (!strcmp(argv[1], outputs[i].name)) {
      outputs[i].write(stdout);
      return fflush(stdout) || ferror(stdout) ? 4 : 0;
    }
  fputs("usage: docgen OUTPUT [LANGUAGE DIRECTORY]; outputs are", stderr);
  for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
    fprintf(stderr, " %s", outputs[i].name);
  fputs("\n", stderr);
  return 2;
}
