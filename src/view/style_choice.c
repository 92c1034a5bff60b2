#include "view/style_choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

static const Word styles[CHOICE_COUNT] = {
    [STYLE_NORMAL] = {"normal", N_("all other text")},
    [STYLE_TITLE] = {"title", N_("the line that names document and unit")},
    [STYLE_TAB] = {"tab", N_("the views in the line of tabs")},
    [STYLE_TAB_OPEN] = {"tab-open", N_("the view that is open")},
    [STYLE_RULE] = {"rule", N_("lines")},
    [STYLE_HEADING] = {"heading", N_("headings of columns and sections")},
    [STYLE_CODE] = {"code", N_("account codes")},
    [STYLE_AMOUNT] = {"amount", N_("amounts")},
    [STYLE_NEGATIVE] = {"negative", N_("amounts below zero")},
    [STYLE_TOTAL] = {"total", N_("rows of totals")},
    [STYLE_DERIVED] = {"derived", N_("what no table prints")},
    [STYLE_LINK] = {"link", N_("amounts in the text that the annexes print, too")},
    [STYLE_BAR] = {"bar", N_("bars")},
    [STYLE_DIM] = {"dim", N_("what matters less")},
    [STYLE_KEY] = {"key", N_("a key in the line of hints")},
    [STYLE_HINT] = {"hint", N_("what that key does")},
    [STYLE_STATUS] = {"status", N_("the line about the selected thing")},
    [STYLE_MESSAGE] = {"message", N_("messages")},
    [STYLE_WARNING] = {"warning", N_("warnings")},
    [STYLE_ERROR] = {"error", N_("errors and mismatches")},
    [STYLE_PROMPT] = {"prompt", N_("the line in which you type")},
    [STYLE_TAGGED] = {"tagged", N_("rows that are added up")},
    [CHOICE_MATCH] = {"match", N_("what a search found")},
    [CHOICE_SELECTED] = {"selected", N_("the selected line")},
};
const Vocabulary style_words = {styles, CHOICE_COUNT};

/* Colours in the order of their numbers, then attributes in the order of their bits, then the
 * terminal's own. */
static const Word look_names[] = {
    {"black", NULL},        {"red", NULL},            {"green", NULL},
    {"yellow", NULL},       {"blue", NULL},           {"magenta", NULL},
    {"cyan", NULL},         {"white", NULL},          {"bright-black", NULL},
    {"bright-red", NULL},   {"bright-green", NULL},   {"bright-yellow", NULL},
    {"bright-blue", NULL},  {"bright-magenta", NULL}, {"bright-cyan", NULL},
    {"bright-white", NULL}, {"bold", NULL},           {"dim", NULL},
    {"underline", NULL},    {"reverse", NULL},
    {"default", NULL},
};
static const Vocabulary look_words = {look_names, sizeof look_names / sizeof *look_names};
enum { NAMED_COLORS = 16, ATTRIBUTES = 4, OWN_WORD = NAMED_COLORS + ATTRIBUTES, COLORS_MOST = 256 };

StyleChoice style_choice_plain(void) {
  return (StyleChoice){.chosen = true, .foreground = COLOR_OWN, .background = COLOR_OWN};
}

/* A colour's number; -1: the word is none. */
static int number_of(const char *word) {
  size_t length = strlen(word);
  if (!length || length > strlen("255") || strspn(word, "0123456789") != length)
    return -1;
  int number = (int)strtol(word, NULL, 10);
  return number < COLORS_MOST ? number : -1;
}

static bool add_color(StyleChoice *choice, int color, Str *why) {
  if (choice->color_count == 2) {
    str_add_text(why, _("a third colour; one is that of the text, another that behind it"));
    return false;
  }
  *(choice->color_count++ ? &choice->background : &choice->foreground) = color;
  return true;
}

static bool refuse(const char *word, Str *why) {
  const char *nearest = vocabulary_nearest(&look_words, word, strlen(word));
  if (nearest)
    str_printf(why, _("unknown colour “%s”; did you mean “%s”?"), word, nearest);
  else
    str_printf(why, _("unknown colour “%s”; a colour has a name or a number from 0 to 255"), word);
  return false;
}

bool style_choice_add(StyleChoice *choice, const char *word, Str *why) {
  int known = vocabulary_find(&look_words, word, strlen(word)), number = number_of(word);
  if (known >= NAMED_COLORS && known < OWN_WORD)
    choice->attributes |= 1u << (known - NAMED_COLORS);
  else if (known >= 0)
    return add_color(choice, known == OWN_WORD ? COLOR_OWN : known, why);
  else if (number >= 0)
    return add_color(choice, number, why);
  else
    return refuse(word, why);
  return true;
}
