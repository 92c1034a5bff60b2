/* JSON, written as it is told: objects and arrays nest, commas come by themselves.
 *
 * Control characters, and those that turn the direction of text, are escaped, so that the output is
 * safe for a terminal. Nothing is kept but what is not written yet. */
#ifndef BUDGETTUI_EXPORT_JSON_H
#define BUDGETTUI_EXPORT_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sink.h"
#include "base/str.h"
#include "base/vec.h"

/* Takes a piece of text. False: no more is wanted, or it could not be written. */
typedef bool JsonWrite(void *context, const char *bytes, size_t length);

/* An open collection. */
typedef struct {
  char closes; /* what ends it */
  bool filled; /* whether it has an element */
} JsonLevel;

typedef struct {
  JsonWrite *write;
  void *context;
  Str pending;
  VEC(JsonLevel) open;
  bool compact; /* what is written goes on in the same line */
  bool stopped;
} Json;

void json_open(Json *json, JsonWrite *write, void *context);
void json_open_sink(Json *json, Sink *sink);
/* Ends what is open and writes what is left, with a newline; in any case. False: something could
 * not be written. */
bool json_close(Json *json);

/* `key` is the name in the object that is open, plain letters; NULL in an array and for the
 * whole. */
void json_object(Json *json, const char *key);
void json_array(Json *json, const char *key);
void json_end(Json *json);
/* From here on all in one line, or each value in a line of its own again (as it is at first). */
void json_compact(Json *json, bool compact);
void json_text(Json *json, const char *key, const char *text); /* NULL text: null */
/* A text of digits and the like, without anything to be escaped, is added between these two. */
Str *json_open_text(Json *json, const char *key);
void json_close_text(Json *json);
void json_integer(Json *json, const char *key, int64_t value);
void json_null(Json *json, const char *key);
void json_boolean(Json *json, const char *key, bool value);

#endif
