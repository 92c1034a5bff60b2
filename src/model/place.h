/* A place in a document: what searches find, views show and histories keep. */
#ifndef BUDGETTUI_MODEL_PLACE_H
#define BUDGETTUI_MODEL_PLACE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  PLACE_NONE, PLACE_ANNEX, PLACE_COLUMN, PLACE_ROW, PLACE_TARGET, PLACE_PARAGRAPH
} PlaceKind;

#define PLACE_NO_LEAF UINT16_MAX
#define PLACE_HEADING UINT32_MAX

/* Somewhere in a document, by numbers that hold as long as the document. */
typedef struct {
  PlaceKind kind;
  uint32_t annex;     /* of all but a paragraph: its index */
  uint32_t table;     /* of a row or a heading: the panel; of a target: the set */
  uint16_t leaf;      /* of a row: the column, or PLACE_NO_LEAF; of a heading: its column */
  uint32_t row;       /* of a row; of a target: the line (model/targets.h) */
  uint32_t section;   /* of a paragraph: the section in reading order (model/sections.h) */
  uint32_t paragraph; /* in the section; PLACE_HEADING: its heading */
  uint32_t at;        /* of a paragraph: the byte from which on something is meant */
  bool listed;        /* a line that leads there, in a list or on the overview */
} Place;

static inline bool place_equal(const Place *a, const Place *b) {
  return a->kind == b->kind && a->annex == b->annex && a->table == b->table && a->leaf == b->leaf &&
         a->row == b->row && a->section == b->section && a->paragraph == b->paragraph &&
         a->at == b->at && a->listed == b->listed;
}

#endif
