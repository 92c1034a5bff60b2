/* A growable, NUL-terminated byte string.
 *
 * Start with STR_EMPTY; the owner frees it with str_free. `data` is never
 * NULL and always ends in NUL, so it can be printed at any time. */
#ifndef BUDGETTUI_BASE_STR_H
#define BUDGETTUI_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *data;
  size_t length;
  size_t capacity; /* 0: data is the shared empty string */
} Str;

extern char str_nothing[1];
#define STR_EMPTY { str_nothing, 0, 0 }

void str_free(Str *str);
void str_clear(Str *str);
/* Makes room for `extra` bytes and a NUL where there is less. */
void str_grow(Str *str, size_t extra);
static inline void str_reserve(Str *str, size_t extra) {
  if (extra >= str->capacity - str->length)
    str_grow(str, extra);
}
void str_add(Str *str, const char *text, size_t length);
void str_add_text(Str *str, const char *text);
static inline void str_add_char(Str *str, char c) {
  str_reserve(str, 1);
  str->data[str->length++] = c;
  str->data[str->length] = '\0';
}
void str_add_fill(Str *str, char c, size_t count);
/* In decimal, with zeros before it up to `least` digits. */
void str_add_number(Str *str, uint64_t number, size_t least);
void str_printf(Str *str, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_vprintf(Str *str, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* Replaces `count` bytes at `at` by `length` bytes of `text`. */
void str_splice(Str *str, size_t at, size_t count, const char *text, size_t length);
/* Cuts the string to `length` bytes, at most its present length. */
void str_cut(Str *str, size_t length);
/* The bytes, to be freed with memory_free; the string is empty afterwards. */
char *str_take(Str *str);

#endif
