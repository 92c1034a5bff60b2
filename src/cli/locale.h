/* The locale: which characters can be shown, and in which language messages are.
 *
 * Characters: LC_ALL, LC_CTYPE or LANG name the locale. Where it is not installed, or is C or
 * POSIX, the program takes C.UTF-8, so that Chinese can be shown all the same.
 *
 * Messages: the first language asked for among LANGUAGE, LC_ALL, LC_MESSAGES and LANG. C, POSIX
 * and C.UTF-8 ask for none in LC_ALL or LANG, so that LC_ALL=C does not hide LANG; in LC_MESSAGES
 * they ask for English. The locale of that language need not be installed.
 *
 * Numbers, dates and sorting stay those of the C locale. */
#ifndef BUDGETTUI_CLI_LOCALE_H
#define BUDGETTUI_CLI_LOCALE_H

/* Call first, before threads and messages. Translations are looked for in `directory`, or where
 * the environment names one in BUDGETTUI_LOCALEDIR. Messages are UTF-8. */
void locale_start(const char *directory);

#endif
