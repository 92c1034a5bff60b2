#include "base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { STR_FIRST = 32, DIGITS_MOST = 20 /* of a 64-bit number */ };

char str_nothing[1];

static void make_empty(Str *str) {
  *str = (Str)STR_EMPTY;
}

void str_free(Str *str) {
  if (str->capacity)
    memory_free(str->data);
  make_empty(str);
}

void str_clear(Str *str) {
  str_cut(str, 0);
}

/* `capacity` counts the byte of the NUL too. */
void str_grow(Str *str, size_t extra) {
  if (extra > SIZE_MAX / 2 - 1 - str->length)
    memory_fail(SIZE_MAX);
  size_t wanted = str->length + extra + 1;
  size_t capacity = str->capacity ? str->capacity * 2 : STR_FIRST;
  if (capacity < wanted)
    capacity = wanted;
  bool shared = !str->capacity;
  str->data = memory_resize(shared ? NULL : str->data, capacity, 1);
  str->capacity = capacity;
  if (shared)
    str->data[0] = '\0';
}

void str_add(Str *str, const char *text, size_t length) {
  if (!length)
    return;
  str_reserve(str, length);
  memcpy(str->data + str->length, text, length);
  str->length += length;
  str->data[str->length] = '\0';
}

void str_add_text(Str *str, const char *text) {
  str_add(str, text, strlen(text));
}

void str_add_fill(Str *str, char c, size_t count) {
  if (!count)
    return;
  str_reserve(str, count);
  memset(str->data + str->length, c, count);
  str->length += count;
  str->data[str->length] = '\0';
}

void str_add_number(Str *str, uint64_t number, size_t least) {
  char digits[DIGITS_MOST];
  size_t count = 0;
  for (; number; number /= 10)
    digits[DIGITS_MOST - ++count] = (char)('0' + number % 10);
  if (count < least)
    str_add_fill(str, '0', least - count);
  str_add(str, digits + DIGITS_MOST - count, count);
}

void str_printf(Str *str, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(str, format, arguments);
  va_end(arguments);
}

void str_vprintf(Str *str, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  str_reserve(str, STR_FIRST);
  size_t room = str->capacity - str->length;
  int length = vsnprintf(str->data + str->length, room, format, arguments);
  if (length > 0 && (size_t)length >= room) {
    str_reserve(str, (size_t)length);
    length = vsnprintf(str->data + str->length, (size_t)length + 1, format, again);
  }
  va_end(again);
  if (length > 0)
    str->length += (size_t)length;
  str->data[str->length] = '\0';
}

void str_splice(Str *str, size_t at, size_t count, const char *text, size_t length) {
  size_t tail = str->length - at - count;
  if (length > count)
    str_reserve(str, length - count);
  if (!str->capacity)
    return;
  memmove(str->data + at + length, str->data + at + count, tail);
  if (length)
    memcpy(str->data + at, text, length);
  str->length = at + length + tail;
  str->data[str->length] = '\0';
}

void str_cut(Str *str, size_t length) {
  if (!str->capacity)
    return;
  str->length = length;
  str->data[length] = '\0';
}

char *str_take(Str *str) {
  str_reserve(str, 0);
  char *data = str->data;
  make_empty(str);
  return data;
}
