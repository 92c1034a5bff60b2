#include "base/foreign.h"

#include <string.h>

#include "base/i18n.h"

static const char pdf[] =
    N_("this is a PDF; one whose name ends in .pdf is imported when it is opened");
static const char zip[] = N_("this is a ZIP archive, perhaps of an office program (.xlsx, .docx); "
                             "save what it holds as PDF, and open that");
static const char office[] =
    N_("this is a file of an office program (.doc, .xls); save it as PDF, and open that");
static const char image[] =
    N_("this is an image, in which no text can be read; expected a document, or a PDF with text");
static const char packed[] = N_("this is a compressed file; unpack it, and open what it holds");

/* A file that begins so; `length` counts the zeros in it, too. */
static const struct {
  const char *bytes;
  size_t length;
  const char *fault;
} kinds[] = {
    {"%PDF-", 5, pdf},
    {"PK\3\4", 4, zip},
    {"PK\5\6", 4, zip},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, office},
    {"\x89PNG", 4, image},
    {"\xff\xd8\xff", 3, image},
    {"GIF8", 4, image},
    {"II*\0", 4, image},
    {"MM\0*", 4, image},
    {"\x1f\x8b", 2, packed},
    {"Rar!\x1a", 5, packed},
    {"7z\xbc\xaf", 4, packed},
    {"BZh", 3, packed},
    {"\xfd" "7zXZ", 5, packed},
};

const char *foreign_fault(const char *head, size_t length) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (length >= kinds[i].length && memcmp(head, kinds[i].bytes, kinds[i].length) == 0)
      return kinds[i].fault;
  return NULL;
}
