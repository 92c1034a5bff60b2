#include "yaml/input.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "text/utf8.h"

enum {
  EXCERPT_HALF = 200, /* bytes of a line shown before and after a place */
  WINDOW = 8,         /* chunks in memory before the front is let go */
  CONTEXT = 512       /* code points kept before what is being parsed */
};

size_t input_chunk = (size_t)16 * 1024;

/* ------------------------------------------------------------------ counting */

static bool starts_character(char c) {
  return ((unsigned char)c & 0xC0) != 0x80;
}

static size_t count_lines(const char *text, size_t length) {
  size_t lines = 0;
  const char *end = text + length;
  while (text < end && (text = memchr(text, '\n', (size_t)(end - text)))) {
    lines++;
    text++;
  }
  return lines;
}

/* Moves a place over `length` bytes of text that begins there. */
static void pass(Place *place, const char *text, size_t length) {
  const char *last = length ? memrchr(text, '\n', length) : NULL;
  place->byte += length;
  place->index += utf8_count(text, length);
  if (!last) {
    place->column += (uint32_t)utf8_count(text, length);
    return;
  }
  place->line += (uint32_t)count_lines(text, length);
  place->column = 1 + (uint32_t)utf8_count(last + 1, (size_t)(text + length - last - 1));
}

/* ------------------------------------------------------------------- opening */

static const Place at_start = {.line = 1, .column = 1};

static void begin(Input *input, Place start) {
  input->start = input->first = input->cursor = start;
  input->keep = start.index;
}

void input_open_bytes(Input *input, const char *bytes, size_t length) {
  *input = (Input){.file = -1, .bytes = bytes, .length = length, .stop = length, .size = length};
  begin(input, at_start);
}

void input_open_file(Input *input, int file, uint64_t size) {
  *input = (Input){.file = file, .stop = size, .size = size};
  begin(input, at_start);
}

void input_open_range(Input *input, const Input *whole, Place start, uint64_t end) {
  *input = (Input){.file = whole->file,
                   .stop = end,
                   .odd_breaks = whole->odd_breaks,
                   .progress = whole->progress,
                   .told = whole->told,
                   .size = whole->size};
  begin(input, start);
  if (whole->file >= 0)
    return;
  input->bytes = whole->bytes + (start.byte - whole->first.byte);
  input->length = (size_t)(end - start.byte);
}

void input_close(Input *input) {
  memory_free(input->buffer);
  *input = (Input){.file = -1};
}

/* ------------------------------------------------------------------- walking */

/* The largest number of bytes, at most `size`, that ends between two characters; the
 * first character whole if it is longer than that. */
static size_t whole_characters(const char *text, size_t size, size_t length) {
  size_t cut = size;
  while (cut && cut < length && !starts_character(text[cut]))
    cut--;
  if (cut)
    return cut;
  while (size < length && !starts_character(text[size]))
    size++;
  return size;
}

/* Moves over whole characters as long as `limit` bytes and `index` code points allow. As many
 * bytes as code points are missing never hold too many of them. */
static void walk(const Input *input, Place *place, uint64_t index, uint64_t limit) {
  uint64_t end = input->first.byte + input->length;
  end = end < limit ? end : limit;
  while (place->byte < end && place->index < index) {
    size_t left = (size_t)(end - place->byte);
    const char *text = input->bytes + (place->byte - input->first.byte);
    pass(place, text,
         whole_characters(text, index - place->index < left ? (size_t)(index - place->index) : left,
                          left));
  }
}

static Place find(Input *input, uint64_t index, uint64_t limit) {
  if (index < input->cursor.index || limit < input->cursor.byte)
    input->cursor = input->first;
  walk(input, &input->cursor, index, limit);
  return input->cursor;
}

/* ------------------------------------------------------------------- reading */

static bool is_odd_break(const char *text, size_t left) {
  switch ((unsigned char)text[0]) {
  case '\r': return left < 2 || text[1] != '\n';
  case 0xC2: return left > 1 && (unsigned char)text[1] == 0x85;
  case 0xE2: return left > 2 && (unsigned char)text[1] == 0x80 &&
                    ((unsigned char)text[2] & 0xFE) == 0xA8;
  default: return false;
  }
}

/* Whether a line break begins with `lead` that only YAML takes for one. */
static bool has_odd_break(const char *text, size_t length, unsigned char lead) {
  const char *end = text + length;
  for (; text < end && (text = memchr(text, lead, (size_t)(end - text))); text++)
    if (is_odd_break(text, (size_t)(end - text)))
      return true;
  return false;
}

/* Looks at new bytes, and at the last old ones, whose break may go on in the new. */
static void note_breaks(Input *input, size_t from) {
  if (input->odd_breaks)
    return;
  from -= from < 2 ? from : 2;
  const char *text = input->bytes + from;
  size_t length = input->length - from;
  input->odd_breaks = has_odd_break(text, length, '\r') || has_odd_break(text, length, 0xC2) ||
                      has_odd_break(text, length, 0xE2);
}

/* Lets go of the front of the window, up to a little before what is being parsed, so that the
 * line of a fault is still there; seldom, so that little is moved. */
static void drop_front(Input *input) {
  if (input->length < input_chunk * WINDOW || input->keep < input->first.index + CONTEXT)
    return;
  Place front = find(input, input->keep - CONTEXT, UINT64_MAX);
  size_t drop = (size_t)(front.byte - input->first.byte);
  if (drop < input->length / 2)
    return;
  memmove(input->buffer, input->buffer + drop, input->length - drop);
  input->length -= drop;
  input->handed -= drop;
  input->first = front;
}

static bool fill(Input *input) {
  drop_front(input);
  uint64_t left = input->stop - (input->first.byte + input->length);
  size_t wanted = left < input_chunk ? (size_t)left : input_chunk;
  if (input->capacity - input->length < wanted) {
    input->capacity = input->capacity * 2 + input_chunk;
    input->buffer = memory_resize(input->buffer, input->capacity, 1);
  }
  input->bytes = input->buffer;
  ssize_t got;
  do
    got = pread(input->file, input->buffer + input->length, wanted,
                (off_t)(input->first.byte + input->length));
  while (got < 0 && errno == EINTR);
  if (got < 0) {
    input->error = errno;
    return false;
  }
  input->length += (size_t)got;
  note_breaks(input, input->length - (size_t)got);
  return true;
}

/* A byte order mark is no part of the text. */
static void skip_order_mark(Input *input) {
  static const char mark[] = {'\xEF', '\xBB', '\xBF'};
  if (input->first.byte || input->length < sizeof mark || memcmp(input->bytes, mark, sizeof mark))
    return;
  Place start = at_start;
  start.byte = sizeof mark;
  begin(input, start);
  input->length -= sizeof mark;
  if (input->file < 0)
    input->bytes += sizeof mark;
  else
    memmove(input->buffer, input->buffer + sizeof mark, input->length);
}

/* A part that is read once more is no step back. */
static bool tell_progress(Input *input) {
  uint64_t done = input->first.byte + input->handed;
  input->told = done > input->told ? done : input->told;
  input->stopped = !progress_step(input->progress, WORK_READING, input->told, input->size);
  return !input->stopped;
}

int input_read(void *data, unsigned char *buffer, size_t size, size_t *taken) {
  Input *input = data;
  if (input->file < 0 && !input->handed)
    note_breaks(input, 0);
  if (!tell_progress(input))
    return 0;
  if (input->file >= 0 && input->handed == input->length && !fill(input))
    return 0;
  if (!input->handed)
    skip_order_mark(input);
  size_t left = input->length - input->handed;
  *taken = left < size ? left : size;
  if (*taken)
    memcpy(buffer, input->bytes + input->handed, *taken);
  input->handed += *taken;
  return 1;
}

/* -------------------------------------------------------------------- places */

/* The input once more from its start, moved on until it holds the place: for a fault
 * that is told long after its place. */
static bool look_back(Input *again, const Input *input, uint64_t index) {
  if (input->file < 0 || index >= input->first.index)
    return false;
  input_open_range(again, input, input->start, input->stop);
  do {
    again->handed = again->length;
    again->keep = find(again, index, UINT64_MAX).index;
  } while (again->keep < index && fill(again) && again->handed < again->length);
  return true;
}

Place input_place(Input *input, uint64_t index) {
  Input again;
  if (!look_back(&again, input, index))
    return find(input, index, UINT64_MAX);
  Place place = again.cursor;
  input_close(&again);
  return place;
}

Place input_place_of_byte(Input *input, uint64_t byte) {
  return find(input, UINT64_MAX, byte);
}

const char *input_bytes_at(const Input *input, Place place, size_t *length) {
  size_t at = (size_t)(place.byte - input->first.byte);
  if (place.byte < input->first.byte || at > input->length)
    at = input->length;
  *length = input->length - at;
  return input->bytes + at;
}

/* ------------------------------------------------------------------ excerpts */

/* The part of the line around `at`, bounded, cut between characters. */
static void line_around(const char *text, size_t length, size_t at, size_t *from, size_t *to) {
  *from = at > EXCERPT_HALF ? at - EXCERPT_HALF : 0;
  const char *before = at > *from ? memrchr(text + *from, '\n', at - *from) : NULL;
  if (before)
    *from = (size_t)(before + 1 - text);
  while (*from < at && !starts_character(text[*from]))
    (*from)++;
  size_t most = length - at < EXCERPT_HALF ? length - at : EXCERPT_HALF;
  const char *after = most ? memchr(text + at, '\n', most) : NULL;
  *to = after ? (size_t)(after - text) : at + most;
  while (!after && *to < length && *to > at && !starts_character(text[*to]))
    (*to)--;
  if (*to > at && text[*to - 1] == '\r')
    (*to)--;
}

static void excerpt(const Input *input, Place place, uint64_t end, Diagnostic *diagnostic) {
  size_t from, to, at = (size_t)(place.byte - input->first.byte);
  const char *text = input->bytes;
  if (at > input->length || !input->length)
    return;
  line_around(text, input->length, at, &from, &to);
  size_t points = end > place.index ? (size_t)(end - place.index) : 1;
  diagnostic->excerpt = memory_copy(text + from, to - from);
  diagnostic->caret = at - from;
  diagnostic->span = utf8_offset(text + at, to - at, points);
  if (!diagnostic->span)
    diagnostic->span = 1;
}

void input_excerpt(Input *input, Place place, uint64_t end, Diagnostic *diagnostic) {
  Input again;
  if (!look_back(&again, input, place.index)) {
    excerpt(input, place, end, diagnostic);
    return;
  }
  fill(&again);
  excerpt(&again, place, end, diagnostic);
  input_close(&again);
}
