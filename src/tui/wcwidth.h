/* The width that ncurses believes in is ours.
 *
 * ncursesw asks libc's wcwidth how many columns a character takes. The program defines a wcwidth
 * of its own, which the dynamic linker gives to ncursesw too; it asks text/width.h. */
#ifndef BUDGETTUI_TUI_WCWIDTH_H
#define BUDGETTUI_TUI_WCWIDTH_H

#include <wchar.h>

__attribute__((visibility("default"))) int wcwidth(wchar_t character);

#endif
