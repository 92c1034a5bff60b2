/* A document, or a part of it, as aligned text: for pipes, files, `less -S` and `grep`.
 *
 * One line for each row, columns aligned by text/width.h, whole names, figures never cut. All text
 * is safe for a terminal. It is written piece by piece: a table of a million rows costs no more
 * memory than a list of its row numbers. */
#ifndef BUDGETTUI_EXPORT_TEXT_H
#define BUDGETTUI_EXPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/sink.h"
#include "model/document.h"
#include "model/place.h"

typedef enum {
  TEXT_OVERVIEW,
  TEXT_ANNEX,
  TEXT_FUNCTIONAL,
  TEXT_DEPARTMENT_ECONOMIC,
  TEXT_GOVERNMENT_ECONOMIC,
  TEXT_THREE_PUBLIC,
  TEXT_TARGETS,
  TEXT_NARRATIVE,
  TEXT_PART_COUNT
} TextPart;

/* What a part is called, and what may be asked of it. */
typedef struct {
  const char *name;    /* as written on the command line */
  const char *meaning; /* msgid */
  bool code, depth;    /* TextOptions.code and .depth apply */
  bool number;         /* the number of an annex may follow */
} TextPartInfo;

/* Indexed by TextPart. */
extern const TextPartInfo text_parts[TEXT_PART_COUNT];

/* A sign that stands behind a figure, and what the line below says of it. Both are safe. */
typedef struct {
  const char *text;
  const char *meaning; /* msgid */
} TextSign;

/* The sign of a figure, NULL: none. It is asked for more than once, and must stay. */
typedef const TextSign *SignOfFigure(void *context, const Place *place);

typedef struct {
  TextPart part;
  const char *number; /* of an annex; NULL: the first, or all, that fit (TEXT_ANNEX needs it) */
  const char *code;   /* only this account, what it is part of, and its parts; NULL: all */
  size_t depth;       /* levels of a tree, below its root or below `code`; 0: all */
  size_t width;       /* columns to keep to where amounts allow it; 0: natural */
  int unit;           /* a Unit, or -1: as printed */
  bool ascii;         /* no … and the like */
  SignOfFigure *sign; /* NULL: no figure has one */
  void *sign_context;
} TextOptions;

typedef enum {
  EXPORT_DONE,
  EXPORT_NOTHING, /* there is no such annex, account or table: `error` says so in a line */
  EXPORT_STOPPED  /* by the writer */
} ExportStatus;

ExportStatus export_text(const Document *document, const TextOptions *options, SinkWrite *write,
                         void *context, Str *error);
/* Every tree in which the account options->code stands, whatever options->part is. */
ExportStatus export_text_account(const Document *document, const TextOptions *options,
                                 SinkWrite *write, void *context, Str *error);

#endif
