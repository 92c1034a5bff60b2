#include "export/json.h"

#include <inttypes.h>
#include <string.h>

#include "text/utf8.h"
#include "text/width.h"

enum { PIECE = 1 << 15 };

static void hand_over(Json *json) {
  if (json->pending.length && !json->stopped)
    json->stopped = !json->write(json->context, json->pending.data, json->pending.length);
  str_clear(&json->pending);
}

void json_open(Json *json, JsonWrite *write, void *context) {
  *json = (Json){.write = write, .context = context, .pending = STR_EMPTY};
}

bool json_close(Json *json) {
  while (json->open.count)
    json_end(json);
  str_add_char(&json->pending, '\n');
  hand_over(json);
  str_free(&json->pending);
  vec_free(&json->open);
  return !json->stopped;
}

static void new_line(Json *json) {
  if (json->compact)
    return;
  str_add_char(&json->pending, '\n');
  str_add_fill(&json->pending, ' ', 2 * json->open.count);
}

/* ------------------------------------------------------------------ strings */

static void add_escape(Str *out, uint32_t character) {
  static const char named[][3] = {
      ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"};
  if (character < sizeof named / sizeof *named && *named[character])
    str_add_text(out, named[character]);
  else if (character <= 0xFFFF)
    str_printf(out, "\\u%04" PRIx32, character);
  else
    str_printf(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xD800 + ((character - 0x10000) >> 10),
               0xDC00 + ((character - 0x10000) & 0x3FF));
}

static void add_string(Str *out, const char *text) {
  size_t length = strlen(text), bytes, plain = 0;
  str_add_char(out, '"');
  for (size_t at = 0; at < length; at += bytes) {
    uint32_t character;
    bytes = utf8_decode(text + at, length - at, &character);
    bool quote = character == '"' || character == '\\';
    if (!quote && !width_is_unsafe(character))
      continue;
    str_add(out, text + plain, at - plain);
    plain = at + bytes;
    if (quote) {
      str_add_char(out, '\\');
      str_add_char(out, (char)character);
    } else {
      add_escape(out, character);
    }
  }
  str_add(out, text + plain, length - plain);
  str_add_char(out, '"');
}

/* ------------------------------------------------------------------ values */

static void begin_value(Json *json, const char *key) {
  if (json->pending.length > PIECE)
    hand_over(json);
  if (json->open.count) {
    bool *filled = &json->open.items[json->open.count - 1].filled;
    if (*filled)
      str_add_text(&json->pending, json->compact ? ", " : ",");
    *filled = true;
    new_line(json);
  }
  if (key) {
    add_string(&json->pending, key);
    str_add_text(&json->pending, ": ");
  }
}

static void begin_collection(Json *json, const char *key, char opens, char closes) {
  begin_value(json, key);
  str_add_char(&json->pending, opens);
  vec_push(&json->open, (JsonLevel){closes, false});
}

void json_object(Json *json, const char *key) { begin_collection(json, key, '{', '}'); }

void json_array(Json *json, const char *key) { begin_collection(json, key, '[', ']'); }

void json_end(Json *json) {
  JsonLevel ended = json->open.items[--json->open.count];
  if (ended.filled)
    new_line(json);
  str_add_char(&json->pending, ended.closes);
}

void json_compact(Json *json, bool compact) { json->compact = compact; }

void json_text(Json *json, const char *key, const char *text) {
  begin_value(json, key);
  if (text)
    add_string(&json->pending, text);
  else
    str_add_text(&json->pending, "null");
}

void json_integer(Json *json, const char *key, int64_t value) {
  begin_value(json, key);
  str_printf(&json->pending, "%" PRId64, value);
}

void json_null(Json *json, const char *key) { json_text(json, key, NULL); }

void json_boolean(Json *json, const char *key, bool value) {
  begin_value(json, key);
  str_add_text(&json->pending, value ? "true" : "false");
}
