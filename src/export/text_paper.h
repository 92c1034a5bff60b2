/* What the parts of the text export share: the text on its way out, and what its marks mean.
 *
 * A paper belongs to one call of export_text. Texts of a document may be hostile: paper_text and
 * paper_fit make them safe, paper_plain is for our own. */
#ifndef BUDGETTUI_EXPORT_TEXT_PAPER_H
#define BUDGETTUI_EXPORT_TEXT_PAPER_H

#include "base/vec.h"
#include "export/text.h"
#include "text/fit.h"

/* Marks that stand behind a figure or a name. */
enum {
  MARK_CONVERTED = 1, /* * in another unit than printed */
  MARK_DERIVED = 2,   /* + no table prints it */
  MARK_MERGED = 4,    /* ^ the cell continues the one above */
  MARK_UNKNOWN = 8    /* _ a digit that is not known */
};

typedef struct {
  const Document *document;
  const TextOptions *options;
  Sink sink;
  Str scratch;    /* of paper_text and paper_fit */
  unsigned marks; /* used since the last paper_legend */
  VEC(const TextSign *) signs; /* the same of signs */
} Paper;

/* Writes what is left and frees the paper. False when the writer wanted no more. */
bool paper_close(Paper *paper);

void paper_plain(Paper *paper, const char *text);
void paper_format(Paper *paper, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Document text, whole, on one line. Returns its width. */
size_t paper_text(Paper *paper, const char *text, size_t length);
/* Document text in exactly `width` columns. */
void paper_fit(Paper *paper, const char *text, size_t length, size_t width, FitAlign align);
void paper_fill(Paper *paper, char c, size_t count);
/* Ends a line; spaces at its end are left out. */
void paper_end(Paper *paper);
/* Document text as lines that begin with `indent` spaces, wrapped when a width was asked for. */
void paper_wrap(Paper *paper, const char *text, size_t indent);
/* Explains the marks and signs used. */
void paper_legend(Paper *paper);
/* Spaces instead of newlines and tabs. */
void paper_flatten(Str *text);

/* Adds a figure in the unit asked for; returns its marks. */
unsigned paper_figure(const Paper *paper, Figure figure, Str *out);
/* The sign of the figure that stands at a place, NULL: none. */
const TextSign *paper_sign(const Paper *paper, const Place *place);
/* The place of a cell. `annex` and `table` are the document's. */
Place paper_place(const Paper *paper, const Annex *annex, const Table *table, size_t row,
                  size_t leaf);
/* The place of a line of targets; `leaf`: the column of an indicator, else PLACE_NO_LEAF. */
Place paper_target_place(const Paper *paper, const Annex *annex, const Targets *targets,
                         size_t line, size_t leaf);
/* What the heading of a table says about its unit. */
void paper_unit(Paper *paper, const Annex *annex);
/* "Annex 2  title", and the lines that belong to it. */
void paper_annex_heading(Paper *paper, const Annex *annex);

/* The parts; each ends with a newline. */
ExportStatus paper_overview(Paper *paper, Str *error);
ExportStatus paper_annex(Paper *paper, Str *error);
ExportStatus paper_tree(Paper *paper, Str *error);
ExportStatus paper_three_public(Paper *paper, Str *error);
ExportStatus paper_targets(Paper *paper, Str *error);
ExportStatus paper_narrative(Paper *paper, Str *error);
/* All sets of one annex. */
void paper_annex_targets(Paper *paper, const Annex *annex);
/* The trees of a classification that hold options->code; whether there was one. */
bool paper_account(Paper *paper, Classification classification, bool first);

#endif
