/* The documents that the keys are tried on, each read once, and a world in which nothing is written:
 * a file that is to be saved is filled and thrown away or refused, and every directory is the one
 * of the documents. For fuzz_keys.c. */
#ifndef BUDGETTUI_TEST_KEYS_SHELF_H
#define BUDGETTUI_TEST_KEYS_SHELF_H

#include "view/application.h"

/* What a file may hold. Those before SHELF_BROKEN can be read. */
typedef enum {
  SHELF_SMALL, SHELF_CHANGED, SHELF_SPARSE, SHELF_NONE, SHELF_HOSTILE, SHELF_SAMPLE, SHELF_BROKEN,
  SHELF_FILES,
  SHELF_STOPPED = SHELF_FILES, /* reading is interrupted */
  SHELF_CONTENTS
} ShelfContent;

extern const char *const shelf_files[SHELF_FILES];

/* The shelf's own copy, which document_free leaves alone. */
Document *shelf_document(ShelfContent content);
/* A new one, as an ApplicationStart reads it. */
LoadResult shelf_load(ShelfContent content, const char *file, Document **document,
                      LoadFault *fault);
/* Ends the process if one of the shelf's own copies is not what it was when it was read. */
void shelf_require_unchanged(void);
/* From now on directories and saved files are the shelf's affair, or no more. */
void shelf_stand_between(bool between);

#endif
