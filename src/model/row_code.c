#include "model/row_code.h"

enum { PART_DIGITS = 2 };

static bool plain_digits(const char *text, size_t length) {
  const char *end = text + length;
  while (text < end && (unsigned char)(*text - '0') <= 9)
    text++;
  return text == end;
}

bool code_pack_long(const char *text, size_t length, uint64_t *key) {
  if (length <= CODE_HALF_DIGITS)
    return false;
  size_t rest = length - CODE_HALF_DIGITS;
  uint64_t high, low;
  if (!code_pack_half(text, CODE_HALF_DIGITS, &high) ||
      !code_pack_half(text + CODE_HALF_DIGITS,
                      rest < CODE_HALF_DIGITS ? rest : CODE_HALF_DIGITS, &low))
    return false;
  *key = high | low >> 32;
  return rest <= CODE_HALF_DIGITS ||
         plain_digits(text + CODE_KEY_DIGITS, length - CODE_KEY_DIGITS);
}

/* For codes that agree in their keys and go on after them. */
bool code_begins_long(const RowCode *code, const RowCode *prefix) {
  return !memcmp(code->text + CODE_KEY_DIGITS, prefix->text + CODE_KEY_DIGITS,
                 prefix->length - CODE_KEY_DIGITS);
}

int code_compare(const RowCode *a, const RowCode *b) {
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  size_t common = a->length < b->length ? a->length : b->length;
  int order = 0;
  if (common > CODE_KEY_DIGITS)
    order = memcmp(a->text + CODE_KEY_DIGITS, b->text + CODE_KEY_DIGITS, common - CODE_KEY_DIGITS);
  return order ? order : (a->length > b->length) - (a->length < b->length);
}

CodeColumns code_columns(const Table *table) {
  return (CodeColumns){.code = table_leaf(table, ROLE_CODE),
                       .parts = {table_leaf(table, ROLE_CODE_CLASS),
                                 table_leaf(table, ROLE_CODE_SECTION),
                                 table_leaf(table, ROLE_CODE_ITEM)}};
}

/* A digit or a space, in ASCII or full-width, as its ASCII form; '\0' for anything else. */
static char plain_sign(const char *text, size_t length, size_t *bytes) {
  *bytes = 1;
  if (*text == ' ' || (*text >= '0' && *text <= '9'))
    return *text;
  if (length < 3)
    return '\0';
  *bytes = 3;
  unsigned digit = (unsigned char)text[2] - 0x90U;
  if (!memcmp(text, "\xef\xbc", 2) && digit <= 9)
    return (char)('0' + digit);
  return memcmp(text, "　", 3) ? '\0' : ' ';
}

/* Adds the digits of a text in plain form; false when it holds anything but digits, with spaces
 * around them, or no digit. */
static bool add_digits(Str *out, const char *text, size_t length) {
  size_t before = out->length;
  bool ended = false;
  for (size_t at = 0, bytes; at < length; at += bytes) {
    char sign = plain_sign(text + at, length - at, &bytes);
    if (!sign || (ended && sign != ' '))
      return false;
    if (sign == ' ')
      ended = out->length > before;
    else
      str_add_char(out, sign);
  }
  return out->length > before;
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

RowCode row_code_joined(const CodeColumns *columns, const Row *row, Str *room) {
  static const int no_parts[3] = {-1, -1, -1};
  const int *parts = columns->code < 0 ? columns->parts : no_parts;
  str_clear(room);
  if (columns->code >= 0)
    add_part(room, &row->cells[columns->code]);
  for (size_t i = 0; i < 3 && parts[i] >= 0; i++)
    if (!add_part(room, &row->cells[parts[i]]))
      break;
  uint64_t key;
  if (!code_pack(room->data, room->length, &key))
    return (RowCode){0};
  return (RowCode){room->data, room->length, key};
}
