/* All ways to read the query are followed at once: a set of bits says how many of its characters
 * may be used up. What each syllable and each plain character does to that set is worked out once
 * for a query, so that a character of the text costs a few operations for each of its readings. */
#include "text/pinyin.h"

#include <string.h>

#include "base/memory.h"
#include "text/char.h"
#include "text/utf8.h"

#include "text/pinyin.inc"

/* Bit n: the first n characters of the query are used up. */
typedef uint64_t Positions;

/* From which positions a syllable leads on. */
typedef struct {
  Positions whole;  /* all of it stands there */
  Positions first;  /* its first letter does */
  Positions second; /* zh, ch or sh does, of which it is one */
  Positions end;    /* the query ends there, within it */
} Steps;

struct Pinyin {
  uint32_t query[PINYIN_LONGEST];
  size_t length;
  Positions ascii[128]; /* where each of these characters stands in the query */
  bool others;          /* the query has characters beyond ASCII */
  Steps steps[SYLLABLES];
  bool begins[SETS]; /* which sets of readings the query can begin with */
};

static bool is_letter(uint32_t character) { return char_within(character, 'a', 'z'); }

static bool is_word(uint32_t character) {
  return is_letter(character) || char_within(character, '0', '9');
}

/* Marks inside of names that nobody types. */
static bool is_passed(uint32_t character) {
  static const char marks[] = "()[]{}<>\"'-/*_";
  if (character < 0x80)
    return character && strchr(marks, (int)character) != NULL;
  return char_within(character, 0x3008, 0x3011) || char_within(character, 0x3014, 0x301B) ||
         char_within(character, 0x2018, 0x201F) || char_within(character, 0x2010, 0x2015) ||
         character == 0x3001 || character == 0xB7 || character == 0x2022;
}

/* ------------------------------------------------------------------ readings */

static unsigned set_of(uint32_t character) {
  uint32_t page = character / 256;
  return page < PAGES ? page_sets[page_numbers[page] * 256 + character % 256] : 0;
}

const char *pinyin_reading(uint32_t character, size_t index) {
  unsigned set = set_of(character);
  size_t at = set_begins[set] + index;
  return at < set_begins[set + 1] ? syllables[set_syllables[at]] : NULL;
}

/* ------------------------------------------------------------------ the query */

/* How many letters of a syllable stand in the query at a position. */
static size_t common(const Pinyin *pinyin, size_t at, const char *syllable) {
  size_t count = 0;
  for (; at < pinyin->length && syllable[count]; at++, count++)
    if (pinyin->query[at] != (unsigned char)syllable[count] &&
        !(syllable[count] == 'v' && pinyin->query[at] == 'u'))
      break;
  return count;
}

static void prepare_syllable(const Pinyin *pinyin, const char *syllable, Steps *steps) {
  bool two = strchr("zcs", *syllable) && syllable[1] == 'h';
  for (size_t at = 0; at < pinyin->length; at++) {
    Positions here = (Positions)1 << at;
    size_t count = common(pinyin, at, syllable);
    if (count)
      steps->first |= here;
    if (count >= 2 && two)
      steps->second |= here;
    if (count && !syllable[count])
      steps->whole |= here;
    if (count && at + count == pinyin->length)
      steps->end |= here;
  }
}

static bool set_begins_query(const Pinyin *pinyin, size_t set) {
  for (size_t i = set_begins[set]; i < set_begins[set + 1]; i++)
    if (pinyin->steps[set_syllables[i]].first & 1)
      return true;
  return false;
}

static void prepare(Pinyin *pinyin) {
  for (size_t i = 0; i < pinyin->length; i++) {
    uint32_t character = pinyin->query[i];
    if (character < 0x80)
      pinyin->ascii[character] |= (Positions)1 << i;
    else
      pinyin->others = true;
  }
  for (size_t i = 0; i < SYLLABLES; i++)
    prepare_syllable(pinyin, syllables[i], &pinyin->steps[i]);
  for (size_t i = 0; i < SETS; i++)
    pinyin->begins[i] = set_begins_query(pinyin, i);
}

/* Takes the query in, ü as v and without apostrophes between readings (xi'an). False: there is
 * no letter, or no end. */
static bool take_query(Pinyin *pinyin, const char *query, size_t length) {
  bool letter = false;
  size_t bytes;
  for (size_t at = 0; at < length; at += bytes) {
    uint32_t character;
    bytes = utf8_decode(query + at, length - at, &character);
    if (character == 0xFC)
      character = 'v';
    if (character == '\'' && pinyin->length && is_letter(pinyin->query[pinyin->length - 1]))
      continue;
    if (pinyin->length == PINYIN_LONGEST)
      return false;
    pinyin->query[pinyin->length++] = character;
    letter = letter || is_letter(character);
  }
  return letter;
}

Pinyin *pinyin_new(const char *query, size_t length) {
  Pinyin *pinyin = memory_zero(1, sizeof *pinyin);
  if (!take_query(pinyin, query, length)) {
    pinyin_free(pinyin);
    return NULL;
  }
  prepare(pinyin);
  return pinyin;
}

void pinyin_free(Pinyin *pinyin) { memory_free(pinyin); }

/* ------------------------------------------------------------------ matching */

/* What is used up of the query at a place in the text: by characters that stand for themselves
 * alone, and with a reading among them. */
typedef struct {
  Positions plain, read;
} Progress;

static Positions stands_at(const Pinyin *pinyin, uint32_t character) {
  Positions found = 0;
  if (character < 0x80)
    return pinyin->ascii[character];
  for (size_t i = 0; pinyin->others && i < pinyin->length; i++)
    if (pinyin->query[i] == character)
      found |= (Positions)1 << i;
  return found;
}

/* Goes on by one character. True: the whole query is read. */
static bool advance(const Pinyin *pinyin, Progress *progress, uint32_t character) {
  Positions any = progress->plain | progress->read, read = 0;
  Positions stands = stands_at(pinyin, character);
  unsigned set = set_of(character);
  for (size_t i = set_begins[set]; i < set_begins[set + 1]; i++) {
    const Steps *steps = &pinyin->steps[set_syllables[i]];
    if (any & steps->end)
      return true;
    read |= (any & steps->whole) << strlen(syllables[set_syllables[i]]);
    read |= (any & steps->first) << 1 | (any & steps->second) << 2;
  }
  Progress next = {(progress->plain & stands) << 1, (progress->read & stands) << 1 | read};
  if (is_passed(character)) {
    next.plain |= progress->plain;
    next.read |= progress->read;
  }
  *progress = next;
  return (next.read >> pinyin->length & 1) != 0;
}

static bool match_at(const Pinyin *pinyin, const char *text, size_t length, size_t at,
                     size_t *end) {
  Progress progress = {.plain = 1};
  while (at < length && (progress.plain | progress.read)) {
    uint32_t character;
    at += utf8_decode(text + at, length - at, &character);
    if (advance(pinyin, &progress, character)) {
      *end = at;
      return true;
    }
  }
  return false;
}

/* A common Han character takes no call. */
static size_t decode(const char *text, size_t length, uint32_t *character) {
  const unsigned char *at = (const unsigned char *)text;
  if (length >= 3 && at[0] >= 0xE4 && at[0] <= 0xE9) {
    *character = (uint32_t)(at[0] & 0x0F) << 12 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    return 3;
  }
  return utf8_decode(text, length, character);
}

bool pinyin_find(const Pinyin *pinyin, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end) {
  bool word = false;
  size_t bytes;
  for (size_t at = from; at < length; at += bytes) {
    uint32_t character;
    bytes = decode(text + at, length - at, &character);
    bool inside = word && is_word(character);
    word = is_word(character);
    if (!inside && (pinyin->begins[set_of(character)] || stands_at(pinyin, character) & 1) &&
        match_at(pinyin, text, length, at, end)) {
      *start = at;
      return true;
    }
  }
  return false;
}
