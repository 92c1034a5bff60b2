#include "import/number.h"

#include <ctype.h>
#include <string.h>

#include "import/words.h"

static const char *const label_words[] = {"附件", "附表", "公开", "预算", "决算",
                                          "部门", "财预", "财决", "表",   "第"};

static size_t word_bytes(const char *text) {
  for (size_t i = 0; i < sizeof label_words / sizeof *label_words; i++)
    if (!strncmp(text, label_words[i], strlen(label_words[i])))
      return strlen(label_words[i]);
  return 0;
}

/* The number that a text begins with behind the words of a label, and the bytes of both: 附件3,
 * 表三, 公开03表; 0: none. */
static size_t label_bytes(Job *job, const char *text, const char **number) {
  const char *at = text;
  for (size_t taken; (taken = word_bytes(at)) > 0;)
    at += taken;
  size_t figures = strspn(at, "0123456789-"), taken = 0;
  int chinese = figures || at == text ? 0 : words_chinese(at, &taken);
  const char *digits = at + strspn(at, "0");
  const char *end = at + (chinese ? taken : figures);
  bool closed = !strncmp(end, "表", strlen("表")) && end[strlen("表")];
  bool named = strstr(text, "附") == text || (at > text && !strncmp(at - 3, "表", 3)) ||
               !strncmp(end, "表", strlen("表"));
  enum { NUMBER_MOST = 8 };
  if (!named || !(chinese || isdigit((unsigned char)*digits)) || figures > NUMBER_MOST)
    return 0;
  Str room = STR_EMPTY;
  if (chinese)
    str_printf(&room, "%d", chinese);
  else
    str_add(&room, digits, (size_t)(end - digits));
  *number = arena_text(job->arena, room.data, room.length);
  str_free(&room);
  return (size_t)(end - text) + (closed || !strcmp(end, "表") ? strlen("表") : 0);
}

static size_t separator_bytes(const char *text) {
  static const char *const separators[] = {":", "：", "、", ".", "．", " ", "　"};
  size_t bytes = 0;
  for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
    if (!strncmp(text + bytes, separators[i], strlen(separators[i]))) {
      bytes += strlen(separators[i]);
      i = (size_t)-1;
    }
  return bytes;
}

const char *number_label(Job *job, const char *folded) {
  const char *number;
  size_t bytes = label_bytes(job, folded, &number);
  return bytes && !folded[bytes + separator_bytes(folded + bytes)] ? number : NULL;
}

size_t number_of_title(Job *job, const char *title, const char **number) {
  size_t bytes = label_bytes(job, title, number);
  if (bytes) {
    bytes += separator_bytes(title + bytes);
    bool names = words_names_table(job_folded(job, title + bytes));
    return names && strlen(title + bytes) > strlen("总表") ? bytes : 0;
  }
  Numbering numbering = words_numbering(title);
  if (!numbering.form)
    return 0;
  Str room = STR_EMPTY;
  str_printf(&room, "%d", numbering.ordinal);
  *number = arena_text(job->arena, room.data, room.length);
  str_free(&room);
  return numbering.bytes;
}
