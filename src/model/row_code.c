#include "model/row_code.h"

#include <string.h>

enum { PART_DIGITS = 2 }; /* a section or an item is printed as 03 or as 3 */

CodeColumns code_columns(const Table *table) {
  return (CodeColumns){.code = table_leaf(table, ROLE_CODE),
                       .parts = {table_leaf(table, ROLE_CODE_CLASS),
                                 table_leaf(table, ROLE_CODE_SECTION),
                                 table_leaf(table, ROLE_CODE_ITEM)}};
}

bool code_columns_any(const CodeColumns *columns) {
  return columns->code >= 0 || columns->parts[0] >= 0;
}

static bool plain_digits(const char *text, size_t length) {
  const char *end = text + length;
  while (text < end && (unsigned char)(*text - '0') <= 9)
    text++;
  return text == end;
}

/* Adds the digits of a text in plain form; false when it holds anything else but spaces around. */
static bool add_digits(Str *out, const char *text, size_t length) {
  size_t before = out->length, at = 0;
  bool ended = false;
  while (at < length) {
    const char *here = text + at;
    size_t left = length - at;
    char digit = *here;
    size_t bytes = 1;
    if (left >= 3 && !memcmp(here, "\xef\xbc", 2) && (unsigned char)here[2] - 0x90U <= 9) {
      digit = (char)('0' + ((unsigned char)here[2] - 0x90U));
      bytes = 3;
    } else if (left >= 3 && !memcmp(here, "　", 3)) {
      digit = ' ';
      bytes = 3;
    }
    at += bytes;
    if (digit == ' ') {
      ended = out->length > before;
      continue;
    }
    if (ended || digit < '0' || digit > '9')
      return false;
    str_add_char(out, digit);
  }
  return out->length > before;
}

static RowCode cell_code(const Cell *cell, Str *room) {
  if (cell->kind != CELL_TEXT || !cell->length)
    return (RowCode){0};
  if (plain_digits(cell->text, cell->length))
    return (RowCode){cell->text, cell->length};
  str_clear(room);
  if (!add_digits(room, cell->text, cell->length))
    return (RowCode){0};
  return (RowCode){room->data, room->length};
}

/* Adds one part to the code in `room`. Some tables print the whole code so far in each column: 201,
 * 20103, 2010301. False: this part and those after it add nothing. */
static bool add_part(Str *room, const Cell *cell) {
  size_t before = room->length;
  if (cell->kind != CELL_TEXT || !add_digits(room, cell->text, cell->length)) {
    str_cut(room, before);
    return false;
  }
  size_t length = room->length - before;
  if (before && length > before && !memcmp(room->data, room->data + before, before))
    str_splice(room, 0, before, "", 0);
  else if (before && length < PART_DIGITS)
    str_splice(room, before, 0, "0", PART_DIGITS - length);
  return true;
}

RowCode row_code(const CodeColumns *columns, const Row *row, Str *room) {
  if (columns->code >= 0)
    return cell_code(&row->cells[columns->code], room);
  if (columns->parts[0] < 0)
    return (RowCode){0};
  str_clear(room);
  for (size_t i = 0; i < 3 && columns->parts[i] >= 0; i++)
    if (!add_part(room, &row->cells[columns->parts[i]]))
      break;
  return (RowCode){room->data, room->length};
}
