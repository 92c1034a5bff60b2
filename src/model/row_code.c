#include "model/row_code.h"

#include <endian.h>
#include <string.h>

enum { PART_DIGITS = 2, HALF_DIGITS = 8 };

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

static uint32_t load_four(const char *text) {
  uint32_t bytes;
  memcpy(&bytes, text, sizeof bytes);
  return le32toh(bytes);
}

/* The 1 to 8 bytes of a text, the first one lowest, without reading past it. */
static uint64_t load_bytes(const char *text, size_t length) {
  if (length >= 4)
    return load_four(text) | (uint64_t)load_four(text + length - 4) << (8 * (length - 4));
  const unsigned char *bytes = (const unsigned char *)text;
  size_t middle = length / 2, last = length - 1;
  return (uint64_t)bytes[0] | (uint64_t)bytes[middle] << (8 * middle) |
         (uint64_t)bytes[last] << (8 * last);
}

/* Eight bytes at a time: no byte may exceed 9 once '0' is taken off, and then
 * eight bytes of a digit each are pushed together into eight half bytes. */
static bool pack_half(const char *text, size_t length, uint32_t *packed) {
  uint64_t used = UINT64_MAX >> (8 * (HALF_DIGITS - length));
  uint64_t digits = load_bytes(text, length) ^ (EVERY_BYTE('0') & used);
  if (((digits + EVERY_BYTE(0x7f - 9)) | digits) & EVERY_BYTE(0x80))
    return false;
  digits = __builtin_bswap64(digits + (EVERY_BYTE(1) & used));
  digits = (digits | digits >> 4) & UINT64_C(0x00ff00ff00ff00ff);
  digits = (digits | digits >> 8) & UINT64_C(0x0000ffff0000ffff);
  *packed = (uint32_t)(digits | digits >> 16);
  return true;
}

static bool plain_digits(const char *text, size_t length) {
  const char *end = text + length;
  while (text < end && (unsigned char)(*text - '0') <= 9)
    text++;
  return text == end;
}

bool code_pack(const char *text, size_t length, uint64_t *key) {
  uint32_t high, low = 0;
  if (!length || !pack_half(text, length < HALF_DIGITS ? length : HALF_DIGITS, &high))
    return false;
  if (length > HALF_DIGITS) {
    size_t rest = length - HALF_DIGITS;
    if (!pack_half(text + HALF_DIGITS, rest < HALF_DIGITS ? rest : HALF_DIGITS, &low))
      return false;
    if (rest > HALF_DIGITS && !plain_digits(text + CODE_KEY_DIGITS, rest - HALF_DIGITS))
      return false;
  }
  *key = (uint64_t)high << 32 | low;
  return true;
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
  int order = common > CODE_KEY_DIGITS ? memcmp(a->text + CODE_KEY_DIGITS, b->text + CODE_KEY_DIGITS,
                                                common - CODE_KEY_DIGITS)
                                       : 0;
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
