#include "docgen_limits.h"

#include "docgen_mdoc.h"

static const char *const introduction[] = {
    ".Sh LIMITS",
    "So that no document takes memory or time without an end,",
    "there are limits to what is read.",
    "What is beyond one is refused with an error that names it,",
    "or left out and told, as an import does;",
    "nothing of a document is cut off in silence.",
    "The option",
    ".Fl \\-limit",
    "and",
    ".Cm limits",
    "in",
    ".Xr budgettui-config 5",
    "change them.",
    "A number of bytes may end in K, M, G or T,",
    "each 1024 times the one before.",
    ".Bl -tag -width Ds",
    NULL,
};

static const char *const fixed[] = {
    ".Pp",
    "These stay as they are:",
    ".Bl -tag -width Ds -compact",
    NULL,
};

void docgen_limit(FILE *out, Limit limit) {
  const LimitInfo *info = &limit_list[limit];
  Str standard = STR_EMPTY, least = STR_EMPTY, most = STR_EMPTY;
  limit_write(&standard, info->unit, info->standard);
  limit_write(&least, info->unit, info->least);
  limit_write(&most, info->unit, info->most);
  fprintf(out, ".It Cm %s : Li %s\n", info->key, standard.data);
  mdoc_sentence(out, info->meaning);
  fprintf(out,
          info->unit == LIMITED_SECONDS ? mdoc_format("It takes seconds, from %s to %s.\n")
          : info->unit == LIMITED_BYTES ? mdoc_format("It takes bytes, from %s to %s.\n")
                                        : mdoc_format("It takes a number from %s to %s.\n"),
          least.data, most.data);
  str_free(&standard);
  str_free(&least);
  str_free(&most);
}

void docgen_limits(FILE *out) {
  Str value = STR_EMPTY;
  mdoc_lines(out, introduction);
  for (int i = 0; i < LIMIT_COUNT; i++)
    docgen_limit(out, (Limit)i);
  fputs(".El\n", out);
  mdoc_lines(out, fixed);
  for (size_t i = 0; i < fixed_limit_count; i++) {
    str_clear(&value);
    limit_write(&value, fixed_limits[i].unit, fixed_limits[i].value);
    fprintf(out, ".It %s\n", value.data);
    mdoc_sentence(out, fixed_limits[i].meaning);
  }
  fputs(".El\n", out);
  str_free(&value);
}
