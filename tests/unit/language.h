/* The language of messages, for tests: the catalogues are those of the build. */
#ifndef BUDGETTUI_TEST_LANGUAGE_H
#define BUDGETTUI_TEST_LANGUAGE_H

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

/* "en" or "zh_CN"; characters are UTF-8. */
static inline void language_use(const char *language) {
  setenv("LANGUAGE", language, 1);
  setlocale(LC_ALL, "C.UTF-8");
  bindtextdomain("budgettui", TEST_BUILDDIR "/locale");
  bind_textdomain_codeset("budgettui", "UTF-8");
  textdomain("budgettui");
}

#endif
