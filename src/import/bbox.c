#include "import/bbox.h"

#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"

enum {
  MOST_TAG = 64 * 1024,     /* bytes of a tag or the text of one word */
  MOST_WORDS = 20 * 1000,  /* of a page: ten times what the fullest table holds */
  MOST_POINTS = 20 * 1000,  /* a coordinate, in points: the largest page has 14,400 */
  MOST_PAGES = 20 * 1000
};

void bbox_open(BboxReader *reader, BboxTaker *take, void *context) {
  *reader = (BboxReader){.take = take, .context = context,
                         .page = {.text = STR_EMPTY}, .pending = STR_EMPTY};
}

void bbox_close(BboxReader *reader) {
  vec_free(&reader->page.words);
  str_free(&reader->page.text);
  str_free(&reader->pending);
}

static bool refuse(BboxReader *reader, const char *fault) {
  reader->fault = fault;
  return false;
}

/* -------------------------------------------------------------------- numbers */

/* A decimal number without exponent, as hundredths; what is beyond the page's bounds is cut. */
static bool read_points(const char *text, size_t length, Points *points) {
  bool negative = length && *text == '-';
  int64_t value = 0, scale = 0;
  size_t digits = 0;
  for (size_t i = negative; i < length; i++) {
    if (text[i] == '.' && !scale) {
      scale = BBOX_POINT;
      continue;
    }
    if (text[i] < '0' || text[i] > '9')
      return false;
    digits++;
    if (scale != 1 && value < (int64_t)MOST_POINTS * BBOX_POINT)
      value = value * 10 + (text[i] - '0');
    scale = scale > 1 ? scale / 10 : scale;
  }
  for (scale = scale ? scale : BBOX_POINT; scale > 1; scale /= 10)
    value *= 10;
  value = value < (int64_t)MOST_POINTS * BBOX_POINT ? value : (int64_t)MOST_POINTS * BBOX_POINT;
  *points = (Points)(negative ? -value : value);
  return digits > 0;
}

/* The value of an attribute ` name="…"` of a tag. */
static bool find_points(const char *tag, size_t length, const char *name, Points *points) {
  size_t size = strlen(name);
  const char *end = tag + length;
  for (const char *at = tag; (at = memmem(at, (size_t)(end - at), name, size)); at += size) {
    const char *value = at + size + 2;
    if (at == tag || at[-1] != ' ' || value > end || at[size] != '=' || at[size + 1] != '"')
      continue;
    const char *quote = memchr(value, '"', (size_t)(end - value));
    return quote && read_points(value, (size_t)(quote - value), points);
  }
  return false;
}

/* ---------------------------------------------------------------------- texts */

typedef struct {
  const char *name;
  char character;
} Entity;

static const Entity entities[] = {
    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};

/* An entity at the start of the text: its bytes; 0 when it is none of those that are written. */
static size_t read_entity(const char *text, size_t length, char *character) {
  for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
    size_t size = strlen(entities[i].name);
    if (length >= size && !memcmp(text, entities[i].name, size)) {
      *character = entities[i].character;
      return size;
    }
  }
  return 0;
}

/* Adds one character, as long as it can be seen: no control character reaches the document. */
static size_t add_character(Str *out, const char *text, size_t length) {
  uint32_t character;
  char bytes[UTF8_MOST];
  size_t size = utf8_decode(text, length, &character);
  if (character >= ' ' && (character < 0x7F || character > 0x9F) && character != 0x2028 &&
      character != 0x2029)
    str_add(out, bytes, utf8_encode(character, bytes));
  return size;
}

static void add_text(Str *out, const char *text, size_t length) {
  while (length) {
    char character;
    size_t size = *text == '&' ? read_entity(text, length, &character) : 0;
    if (size)
      str_add_char(out, character);
    else
      size = add_character(out, text, length);
    text += size;
    length -= size;
  }
}

static void add_word_text(BboxReader *reader, const char *text, size_t length) {
  BboxPage *page = &reader->page;
  BboxWord *word = &page->words.items[page->words.count - 1];
  add_text(&page->text, text, length);
  word->length = (uint32_t)(page->text.length - word->text);
}

/* ----------------------------------------------------------------------- tags */

static bool begin_page(BboxReader *reader, const char *tag, size_t length) {
  BboxPage *page = &reader->page;
  if (reader->state != BBOX_OUTSIDE || !find_points(tag, length, "width", &page->width) ||
      !find_points(tag, length, "height", &page->height))
    return refuse(reader, N_("a page without its size"));
  if (page->number == MOST_PAGES)
    return refuse(reader, N_("too many pages"));
  page->number++;
  page->words.count = 0;
  str_clear(&page->text);
  reader->state = BBOX_IN_PAGE;
  return true;
}

static bool end_page(BboxReader *reader, const char *tag, size_t length) {
  (void)tag, (void)length;
  if (reader->state != BBOX_IN_PAGE)
    return refuse(reader, N_("the end of a page without its beginning"));
  reader->take(reader->context, &reader->page);
  reader->state = BBOX_OUTSIDE;
  return true;
}

static bool begin_word(BboxReader *reader, const char *tag, size_t length) {
  BboxWord word = {.text = (uint32_t)reader->page.text.length};
  if (reader->state != BBOX_IN_PAGE || !find_points(tag, length, "xMin", &word.left) ||
      !find_points(tag, length, "yMin", &word.top) ||
      !find_points(tag, length, "xMax", &word.right) ||
      !find_points(tag, length, "yMax", &word.bottom))
    return refuse(reader, N_("a word without its box"));
  if (reader->page.words.count == MOST_WORDS)
    return refuse(reader, N_("too many words on one page"));
  vec_push(&reader->page.words, word);
  reader->state = BBOX_IN_WORD;
  return true;
}

static bool end_word(BboxReader *reader, const char *tag, size_t length) {
  (void)tag, (void)length;
  if (reader->state != BBOX_IN_WORD)
    return refuse(reader, N_("the end of a word without its beginning"));
  reader->page.words.count -= !reader->page.words.items[reader->page.words.count - 1].length;
  reader->state = BBOX_IN_PAGE;
  return true;
}

typedef struct {
  const char *name;
  bool (*take)(BboxReader *reader, const char *tag, size_t length);
} Tag;

static const Tag tags[] = {
    {"word ", begin_word}, {"/word", end_word}, {"page ", begin_page}, {"/page", end_page}};

/* A tag, without its brackets. What stands around the pages (the head) is passed over. */
static bool take_tag(BboxReader *reader, const char *tag, size_t length) {
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (length >= strlen(tags[i].name) && !memcmp(tag, tags[i].name, strlen(tags[i].name)))
      return tags[i].take(reader, tag, length);
  return reader->state == BBOX_OUTSIDE || refuse(reader, N_("a tag that is none of a page's"));
}

/* -------------------------------------------------------------------- feeding */

/* The piece, a tag or a text, that begins at `text`: its bytes; 0 when its end is not here. */
static size_t piece_length(const char *text, size_t length) {
  const char *end = *text == '<' ? memchr(text, '>', length) : memchr(text, '<', length);
  if (!end)
    return 0;
  return (size_t)(end - text) + (*text == '<');
}

static bool take_piece(BboxReader *reader, const char *text, size_t length) {
  if (length > MOST_TAG)
    return refuse(reader, N_("a word that is too long"));
  if (*text == '<')
    return take_tag(reader, text + 1, length - 2);
  if (reader->state == BBOX_IN_WORD)
    add_word_text(reader, text, length);
  return true;
}

/* Takes all pieces that are whole: their bytes in *taken. */
static bool take_pieces(BboxReader *reader, const char *bytes, size_t length, size_t *taken) {
  *taken = 0;
  while (*taken < length) {
    size_t piece = piece_length(bytes + *taken, length - *taken);
    if (!piece)
      return true;
    if (!take_piece(reader, bytes + *taken, piece))
      return false;
    *taken += piece;
  }
  return true;
}

bool bbox_feed(BboxReader *reader, const char *bytes, size_t length) {
  size_t taken;
  str_add(&reader->pending, bytes, length);
  if (reader->fault || !take_pieces(reader, reader->pending.data, reader->pending.length, &taken))
    return false;
  str_splice(&reader->pending, 0, taken, "", 0);
  return reader->pending.length <= MOST_TAG || refuse(reader, N_("a word that is too long"));
}

bool bbox_end(BboxReader *reader) {
  return !reader->fault &&
         (reader->state == BBOX_OUTSIDE || refuse(reader, N_("it ends within a page")));
}
