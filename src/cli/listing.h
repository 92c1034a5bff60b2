/* The files that operands name: themselves, or the budgets in a directory. */
#ifndef BUDGETTUI_CLI_LISTING_H
#define BUDGETTUI_CLI_LISTING_H

#include "base/str.h"
#include "base/vec.h"
#include "cli/status.h"

typedef struct {
  VEC(char *) files; /* of a directory none twice */
  Str title;         /* what the list is called */
  bool in_turn;      /* each is read once, by a command that need not open it again */
} FileListing;

/* Whether they are opened as a list: several, or a directory. */
bool listing_wanted(char *const *operands, size_t count);
/* A directory gives its *.yaml, *.yml and *.pdf, sorted, without those that begin with a point,
 * without what lies in directories in it, and without a PDF beside a document of the same name,
 * which was made of it. (A text is named by itself: most are no budgets.) STATUS_OK, or after
 * saying what is wrong: STATUS_DOCUMENT: a directory cannot be read, STATUS_NO: there is no budget,
 * STATUS_USAGE: an operand that is for no list. Must be closed in any case. */
Status listing_open(FileListing *listing, char *const *operands, size_t count);
/* The same for a command that reads one file after the other, those that are named twice, too:
 * standard input may be among them, pipes in directories are left out. What cannot be listed is
 * told and passed over. */
Status listing_open_in_turn(FileListing *listing, char *const *operands, size_t count);
/* Says that a command takes a file, where a directory was named. STATUS_USAGE, or STATUS_OK: it is
 * none. */
Status listing_refuse_directory(const char *file, const char *command);
void listing_close(FileListing *listing);

#endif
