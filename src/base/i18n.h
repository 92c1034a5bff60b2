/*
 * Translated messages.
 *
 * Every string that a user reads is written in English and passed through one of these:
 * _("…") where it is used, N_("…") where it stands in a table and is translated later with _(),
 * ngettext() for a count. Nothing here allocates; the results belong to libintl and live as long
 * as the program. Without a catalogue the English text is used.
 */
#ifndef BUDGETTUI_BASE_I18N_H
#define BUDGETTUI_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
