#include "docgen_mdoc.h"

#include <ctype.h>
#include <libintl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "cli/locale.h"

#define MANUAL "budgettui-manual"

/* ------------------------------------------------------------------ translation */

typedef struct {
  char *text;
  bool format;
} Message;

static const char *translating; /* the language; NULL: English */
static VEC(Message) messages; /* that the program's catalogue lacks */

void mdoc_translate(const char *language, const char *directory) {
  setenv("LANGUAGE", language, 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("BUDGETTUI_LOCALEDIR", directory, 1);
  locale_start(directory);
  bindtextdomain(MANUAL, directory);
  bind_textdomain_codeset(MANUAL, "UTF-8");
  translating = language;
}

static void keep(const char *text, bool format) {
  for (size_t i = 0; i < messages.count; i++)
    if (!strcmp(messages.items[i].text, text))
      return;
  Str copy = STR_EMPTY;
  str_add_text(&copy, text);
  vec_push(&messages, (Message){str_take(&copy), format});
}

static const char *translate(const char *text, bool format) {
  if (!translating || !*text)
    return text;
  const char *own = dgettext(MANUAL, text), *program = gettext(text);
  if (program == text)
    keep(text, format);
  return own != text ? own : program;
}

const char *mdoc_say(const char *text) { return translate(text, false); }

const char *mdoc_format(const char *format) { return translate(format, true); }

static void write_quoted(FILE *out, const char *text) {
  fputc('"', out);
  for (; *text; text++) {
    if (*text == '"' || *text == '\\')
      fputc('\\', out);
    if (*text == '\n')
      fputs(text[1] ? "\\n\"\n\"" : "\\n", out);
    else
      fputc(*text, out);
  }
  fputc('"', out);
}

void mdoc_template(FILE *out) {
  fputs("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n", out);
  for (size_t i = 0; i < messages.count; i++) {
    fprintf(out, "\n%smsgid ", messages.items[i].format ? "#, c-format\n" : "");
    write_quoted(out, messages.items[i].text);
    fputs("\nmsgstr \"\"\n", out);
    memory_free(messages.items[i].text);
  }
  vec_free(&messages);
}

/* ------------------------------------------------------------------ prose */

/* Columns of source: mandoc counts a character outside ASCII as its escape, eight for three
 * bytes. */
static size_t columns(const char *word, size_t length) {
  size_t count = length;
  for (size_t i = 0; i < length; i++)
    count += (unsigned char)word[i] >= 0x80 ? 2 : 0;
  return count;
}

void mdoc_write(FILE *out, const char *text) {
  enum { LINE = 76 };
  for (size_t column = 0; *text;) {
    size_t word = strcspn(text, " ");
    bool ends = word && text[word - 1] == '.';
    if (!column && (*text == '.' || *text == '\''))
      fputs("\\&", out);
    for (size_t i = 0; i < word; i++)
      fputs(text[i] == '\\' ? "\\e" : (char[]){text[i], '\0'}, out);
    column += columns(text, word) + 1;
    text += word + (text[word] == ' ');
    if (*text) {
      bool breaks = ends || column + columns(text, strcspn(text, " ")) > LINE;
      fputc(breaks ? '\n' : ' ', out);
      column = breaks ? 0 : column;
    }
  }
  fputc('\n', out);
}

void mdoc_prose(FILE *out, const char *text) { mdoc_write(out, mdoc_say(text)); }

void mdoc_sentence(FILE *out, const char *phrase) {
  Str line = STR_EMPTY;
  const char *said = mdoc_say(phrase);
  str_add_text(&line, said);
  if (said == phrase)
    line.data[0] = (char)toupper((unsigned char)line.data[0]);
  str_add_text(&line, mdoc_say("."));
  mdoc_write(out, line.data);
  str_free(&line);
}

/* ------------------------------------------------------------------ lines */

static bool begins(const char *line, const char *macro) {
  size_t length = strlen(macro);
  return !strncmp(line, macro, length) && (line[length] == ' ' || !line[length]);
}

/* Whether a line stands between paragraphs. */
static bool divides(const char *line) {
  static const char *const macros[] = {".Dd", ".Dt", ".Os", ".Sh", ".Ss", ".Nd", ".Pp",
                                       ".Bl", ".El", ".It", ".Bd", ".Ed", ".Dl"};
  for (size_t i = 0; i < sizeof macros / sizeof *macros; i++)
    if (begins(line, macros[i]))
      return true;
  return false;
}

/* mdoc goes by the usual names of sections, so they stay in English. */
static bool is_usual_section(const char *title) {
  static const char *const usual[] = {"NAME",        "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT",
                                      "EXIT STATUS", "FILES",    "EXAMPLES",    "SEE ALSO"};
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
    if (!strcmp(title, usual[i]))
      return true;
  return false;
}

void mdoc_section(FILE *out, const char *title) {
  fprintf(out, ".Sh %s\n", is_usual_section(title) ? title : mdoc_say(title));
}

void mdoc_subsection(FILE *out, const char *title) {
  fprintf(out, ".Ss \\&%s\n", mdoc_say(title));
}

/* Whether the words of an item are prose and no macro. */
static bool is_prose(const char *item) {
  return isupper((unsigned char)item[0]) && islower((unsigned char)item[1]) &&
         item[2] != ' ' && item[2] != '\0';
}

static void write_divider(FILE *out, const char *line) {
  enum { MACRO = 4 }; /* ".Xx " */
  /* Where lines of that language may be broken is told by a macro file of groff, which alone has a
   * register .x. */
  if (translating && begins(line, ".Dd"))
    fprintf(out, ".if \\n[.x] .mso %.2s.tmac\n", translating);
  if (begins(line, ".Sh"))
    mdoc_section(out, line + MACRO);
  else if (begins(line, ".Ss"))
    mdoc_subsection(out, line + MACRO);
  else if (begins(line, ".Nd") || (begins(line, ".It") && line[3] && is_prose(line + MACRO)))
    fprintf(out, "%.4s%s\n", line, mdoc_say(line + MACRO));
  else
    fprintf(out, "%s\n", line);
}

/* The lines up to the next divider; returns how many they are. */
static size_t write_paragraph(FILE *out, const char *const *lines) {
  Str text = STR_EMPTY;
  bool prose = false;
  size_t count = 0;
  for (; lines[count] && !divides(lines[count]); count++) {
    prose |= lines[count][0] != '.';
    str_printf(&text, "%s%s", count ? "\n" : "", lines[count]);
  }
  fprintf(out, "%s\n", prose ? mdoc_say(text.data) : text.data);
  str_free(&text);
  return count;
}

void mdoc_lines(FILE *out, const char *const *lines) {
  bool display = false;
  while (*lines) {
    if (display || divides(*lines)) {
      display = begins(*lines, ".Bd") || (display && !begins(*lines, ".Ed"));
      if (display || begins(*lines, ".Ed"))
        fprintf(out, "%s\n", *lines);
      else
        write_divider(out, *lines);
      lines++;
    } else {
      lines += write_paragraph(out, lines);
    }
  }
}

void mdoc_literal(FILE *out, const char *const *lines) {
  for (; *lines; lines++)
    fprintf(out, "%s\n", *lines);
}
