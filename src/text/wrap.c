#include "text/wrap.h"

#include <stdbool.h>
#include <unictype.h>

#include "text/char.h"
#include "text/cluster.h"

/* What a character may do at the ends of a line. */
enum {
  CLOSING = 1, /* begins no line */
  OPENING = 2, /* ends no line */
  LETTER = 4,  /* of a word that stays whole */
  DIGIT = 8,
  JOINING = 16, /* stays with the letters or digits around it: 1,234.50 www.example.cn */
  SIGN = 32,    /* stays with the digit after it */
  SCALE = 64,   /* stays with the number before it, and with a unit after it: 万元 */
  UNIT = 128
};

typedef struct {
  uint32_t character;
  unsigned kind;
} Kind;

/* In the order of the code points. Closing and opening marks by GB/T 15834 and common practice. */
static const Kind kinds[] = {
    {'!', CLOSING},
    {'#', JOINING},
    {'$', OPENING},
    {'%', CLOSING},
    {'&', JOINING},
    {'\'', JOINING},
    {'(', OPENING},
    {')', CLOSING},
    {'+', JOINING | SIGN},
    {',', CLOSING | JOINING},
    {'-', JOINING | SIGN},
    {'.', CLOSING | JOINING},
    {'/', JOINING},
    {':', CLOSING | JOINING},
    {';', CLOSING},
    {'=', JOINING},
    {'?', CLOSING | JOINING},
    {'@', JOINING},
    {'[', OPENING},
    {']', CLOSING},
    {'_', JOINING},
    {'{', OPENING},
    {'}', CLOSING},
    {'~', JOINING},
    {0x00A5, OPENING},           /* ¥ */
    {0x00B1, SIGN},              /* ± */
    {0x00B7, CLOSING},           /* · */
    {0x2013, JOINING},           /* – */
    {0x2014, CLOSING},           /* — */
    {0x2018, OPENING},           /* ‘ */
    {0x2019, CLOSING | JOINING}, /* ’ */
    {0x201C, OPENING},           /* “ */
    {0x201D, CLOSING},           /* ” */
    {0x2026, CLOSING},           /* … */
    {0x2030, CLOSING},           /* ‰ */
    {0x2103, CLOSING},           /* ℃ */
    {0x2212, SIGN},              /* − */
    {0x3001, CLOSING},           /* 、 */
    {0x3002, CLOSING},           /* 。 */
    {0x3008, OPENING},           /* 〈 */
    {0x3009, CLOSING},
    {0x300A, OPENING}, /* 《 */
    {0x300B, CLOSING},
    {0x300C, OPENING}, /* 「 */
    {0x300D, CLOSING},
    {0x300E, OPENING}, /* 『 */
    {0x300F, CLOSING},
    {0x3010, OPENING}, /* 【 */
    {0x3011, CLOSING},
    {0x3014, OPENING}, /* 〔 */
    {0x3015, CLOSING},
    {0x3016, OPENING}, /* 〖 */
    {0x3017, CLOSING},
    {0x4E07, SCALE},   /* 万 */
    {0x4EBF, SCALE},   /* 亿 */
    {0x5143, UNIT},    /* 元 */
    {0x5343, SCALE},   /* 千 */
    {0x5E74, UNIT},    /* 年 */
    {0x65E5, UNIT},    /* 日 */
    {0x6708, UNIT},    /* 月 */
    {0x767E, SCALE},   /* 百 */
    {0xFF01, CLOSING}, /* ！ */
    {0xFF04, OPENING}, /* ＄ */
    {0xFF05, CLOSING}, /* ％ */
    {0xFF08, OPENING}, /* （ */
    {0xFF09, CLOSING},
    {0xFF0C, CLOSING},           /* ， */
    {0xFF0E, CLOSING | JOINING}, /* ． */
    {0xFF1A, CLOSING},           /* ： */
    {0xFF1B, CLOSING},           /* ； */
    {0xFF1F, CLOSING},           /* ？ */
    {0xFF3B, OPENING},           /* ［ */
    {0xFF3D, CLOSING},
    {0xFF5B, OPENING}, /* ｛ */
    {0xFF5D, CLOSING},
    {0xFF5E, CLOSING}, /* ～ */
    {0xFFE5, OPENING}, /* ￥ */
};

static unsigned listed_kind(uint32_t character) {
  size_t low = 0, high = sizeof kinds / sizeof *kinds;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (kinds[middle].character < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low < sizeof kinds / sizeof *kinds && kinds[low].character == character ? kinds[low].kind
                                                                                 : 0;
}

/* Scripts that are written with spaces between words. */
static bool is_letter(uint32_t character) {
  return char_within(character | 0x20, 'a', 'z') ||
         ((char_within(character, 0xAA, 0x10FF) || char_within(character, 0x1E00, 0x1FFF)) &&
          uc_is_property_alphabetic(character));
}

static unsigned kind_of(uint32_t character) {
  if (char_within(character, '0', '9') || char_within(character, 0xFF10, 0xFF19))
    return DIGIT;
  return is_letter(character) ? LETTER : listed_kind(character);
}

static bool is_space(uint32_t character) {
  return character == ' ' || character == 0x3000;
}

/* Whether a line may end between two characters. `before` is what stands before
 * the first of them; spaces in between have been seen or not. */
static bool may_break(unsigned before, unsigned first, unsigned second, bool spaced) {
  const unsigned word = LETTER | DIGIT, joined = word | JOINING;
  if (second & CLOSING || first & OPENING)
    return false;
  if (first & (DIGIT | SCALE) && second & (SCALE | UNIT))
    return false;
  if (spaced)
    return true;
  if (first & word && second & joined)
    return false;
  if (first & SIGN && second & DIGIT)
    return false;
  return !(before & joined && first & JOINING && second & joined);
}

typedef struct {
  size_t end, next; /* of the line, and where the one after it begins */
} Break;

/* What has been read of the line. A later break takes the place of an earlier one. */
typedef struct {
  size_t columns; /* with the spaces read so far */
  size_t end;     /* after the last character that is no space */
  unsigned before, last;
  bool started, spaced;
  Break good; /* by all rules; next is 0 if there is none */
  Break fair; /* inside a word or number too long for a line */
} Line;

static void note_break(Line *line, unsigned kind, size_t at) {
  if (!line->started && !line->spaced)
    return;
  if (!line->started || may_break(line->before, line->last, kind, line->spaced))
    line->good = (Break){line->end, at};
  else if (!(kind & CLOSING))
    line->fair = (Break){line->end, at};
}

static void add_char(Line *line, unsigned kind, size_t end) {
  line->before = line->last;
  line->last = kind;
  line->started = true;
  line->spaced = false;
  line->end = end;
}

/* Where the line ends when the cluster at `at` has no room in it. The last way
 * out is to break right there, or after the cluster if it is the first. */
static Break overflowing(const Line *line, size_t at, size_t after) {
  if (line->good.next)
    return line->good;
  if (line->fair.next)
    return line->fair;
  return line->started ? (Break){line->end, at} : (Break){after, after};
}

static Break find_break(const char *text, size_t length, size_t width) {
  Line line = {0};
  for (size_t at = 0; at < length;) {
    Cluster cluster = cluster_first(text + at, length - at);
    uint32_t base = cluster.chars[0];
    size_t after = at + cluster.bytes;
    if (text[at] == '\n')
      return (Break){line.end, after};
    line.columns += (size_t)cluster.width;
    if (is_space(base)) {
      line.spaced = true;
    } else if (base) {
      unsigned kind = kind_of(base);
      note_break(&line, kind, at);
      if (line.columns > width)
        return overflowing(&line, at, after);
      add_char(&line, kind, after);
    }
    at = after;
  }
  return (Break){line.end, length};
}

size_t wrap_line(const char *text, size_t length, size_t width, size_t *next) {
  Break found = find_break(text, length, width);
  *next = found.next;
  return found.end;
}
