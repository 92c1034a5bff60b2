#include "cli/locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

#define DOMAIN "budgettui"

/* Locales that bring UTF-8 and no language, the likeliest first. */
static const char *const utf8_locales[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8" };
enum { UTF8_LOCALES = sizeof utf8_locales / sizeof utf8_locales[0] };

/* The value of an environment variable; NULL when it is unset or empty. */
static const char *asked(const char *variable) {
  const char *value = getenv(variable);
  return value && value[0] ? value : NULL;
}

/* Length of a locale's name without its character set and modifier. */
static size_t name_length(const char *locale) {
  return strcspn(locale, ".@");
}

static bool is_plain(const char *locale) {
  size_t length = name_length(locale);
  return (length == 1 && locale[0] == 'C') || (length == 5 && strncmp(locale, "POSIX", 5) == 0);
}

static void start_characters(void) {
  const char *taken = setlocale(LC_CTYPE, "");
  if (taken && !(is_plain(taken) && strcmp(nl_langinfo(CODESET), "UTF-8") != 0))
    return;
  for (size_t i = 0; i < UTF8_LOCALES; i++)
    if (setlocale(LC_CTYPE, utf8_locales[i]))
      return;
}

/* The locale whose language is asked for; NULL: none, or English by name. */
static const char *language_locale(void) {
  const char *all = asked("LC_ALL");
  if (all && !is_plain(all))
    return all;
  const char *messages = asked("LC_MESSAGES");
  if (messages)
    return is_plain(messages) ? NULL : messages;
  const char *language = asked("LANG");
  return language && !is_plain(language) ? language : NULL;
}

/* gettext looks into LANGUAGE under any locale of messages but "C". */
static void prefer_language(const char *locale) {
  Str list = STR_EMPTY;
  str_add(&list, locale, name_length(locale));
  /* Any Chinese is nearer to a Chinese reader than English. */
  if (strncmp(locale, "zh", 2) == 0)
    str_add_text(&list, ":zh_CN");
  setenv("LANGUAGE", list.data, 1);
  str_free(&list);
}

static void start_messages(void) {
  const char *locale = language_locale();
  const char *list = asked("LANGUAGE");
  if (!locale && !list)
    return;
  if (!list)
    prefer_language(locale);
  if (locale && setlocale(LC_MESSAGES, locale))
    return;
  for (size_t i = 0; i < UTF8_LOCALES; i++)
    if (setlocale(LC_MESSAGES, utf8_locales[i]))
      return;
}

void locale_start(const char *directory) {
  const char *other = asked("BUDGETTUI_LOCALEDIR");
  start_characters();
  start_messages();
  bindtextdomain(DOMAIN, other ? other : directory);
  bind_textdomain_codeset(DOMAIN, "UTF-8");
  textdomain(DOMAIN);
}
