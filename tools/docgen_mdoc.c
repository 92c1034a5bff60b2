#include "docgen_mdoc.h"

#include <stdbool.h>
#include <string.h>

/* Columns of source: mandoc counts a character outside ASCII as its escape, eight for three
 * bytes. */
static size_t columns(const char *word, size_t length) {
  size_t count = length;
  for (size_t i = 0; i < length; i++)
    count += (unsigned char)word[i] >= 0x80 ? 2 : 0;
  return count;
}

void mdoc_prose(FILE *out, const char *text) {
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

void mdoc_lines(FILE *out, const char *const *lines) {
  for (; *lines; lines++)
    fprintf(out, "%s\n", *lines);
}
