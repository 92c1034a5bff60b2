/* What a search found, one match after the other, in the formats of `search --format`.
 *
 * A Found is filled for one match: a row, a title, a line of targets, a heading or a paragraph. Its
 * texts belong to the document. A format writes it to Listing.out; cmd_search hands that on.
 * Texts of documents are safe for a terminal in every format. */
#ifndef BUDGETTUI_CLI_FOUND_H
#define BUDGETTUI_CLI_FOUND_H

#include "base/vec.h"
#include "export/csv.h"
#include "export/json.h"
#include "model/document.h"
#include "model/place.h"
#include "search/term.h"

/* An amount, or an exact number, of a row. */
typedef struct {
  const char *column; /* its title */
  Role role;
  const Cell *cell;
} FoundAmount;

typedef struct {
  const char *file;
  const Annex *annex;     /* NULL: the narrative */
  const Section *section; /* of the narrative */
  const char *kind;       /* title, column, row, target, heading, paragraph */
  const char *part;       /* the title of a panel, the name of a set of targets; NULL */
  size_t row;             /* from 1; 0: it is none */
  uint32_t line;          /* of the file */
  Str code;               /* of an account, or empty */
  const char *name;       /* of a row or target; NULL */
  VEC(const char *) texts; /* others in which it was found; of a heading or paragraph the whole */
  VEC(FoundAmount) amounts;
} Found;

struct FoundFormat;

typedef struct {
  const struct FoundFormat *format;
  const Term *term;
  bool files;  /* more than one: each line names its own */
  bool color;
  Str out;     /* not yet written; a Json and a Csv have their own */
  Json json;
  Sink sink; /* of the Csv */
  Csv csv;
  bool failed; /* output could not be written */
} Listing;

typedef struct FoundFormat {
  const char *name;
  void (*begin)(Listing *listing); /* NULL: nothing to do */
  void (*add)(Listing *listing, const Found *found);
  void (*end)(Listing *listing);
} FoundFormat;

/* found_text.c, found_json.c, found_csv.c */
extern const FoundFormat found_text, found_json, found_csv;

/* Fills `found` (cleared, with STR_EMPTY) for a match; freed with found_close. */
void found_open(Found *found, const Document *document, const Place *place, const Term *term);
void found_close(Found *found);
/* Adds an amount as an exact decimal, or as it is shown. */
void found_amount(Str *out, const Found *found, const FoundAmount *amount, bool shown);

/* For the Json or Csv of a listing, and for what stands in listing->out. */
bool found_write(void *listing, const char *bytes, size_t length);

#endif
