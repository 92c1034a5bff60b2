#include "export/json.h"

#include <inttypes.h>
#include <string.h>

#include "text/cluster.h"
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

static bool pass_on(void *context, const char *bytes, size_t length) {
  Sink *sink = context;
  str_add(&sink->text, bytes, length);
  return sink_pour(sink);
}

void json_open_sink(Json *json, Sink *sink) { json_open(json, pass_on, sink); }

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
    bool quote = text[at] == '"' || text[at] == '\\';
    bytes = quote ? 0 : cluster_plain(text + at, length - at);
    if (bytes)
      continue;
    bytes = utf8_decode(text + at, length - at, &character);
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
    str_add_char(&json->pending, '"');
    str_add_text(&json->pending, key);
    str_add_text(&json->pending, "\": ");
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

Str *json_open_text(Json *json, const char *key) {
  begin_value(json, key);
  str_add_char(&json->pending, '"');
  return &json->pending;
}

void json_close_text(Json *json) { str_add_char(&json->pending, '"'); }

void json_integer(Json *json, const char *key, int64_t value) {
  begin_value(json, key);
  if (value < 0)
    str_add_char(&json->pending, '-');
  str_add_number(&json->pending, value < 0 ? -(uint64_t)value : (uint64_t)value, 1);
}

void json_null(Json *json, const char *key) { json_text(json, key, NULL); }

void json_boolean(Json *json, const char *key, bool value) {
  begin_value(json, key);
  str_add_text(&json->pending, value ? "true" : "false");
}
