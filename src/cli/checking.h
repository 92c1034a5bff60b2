/* Checks as the command line asks for them, and the signs they put beside figures.
 *
 * A Signs runs the checks when the first figure is asked about: a text without figures costs none.
 * It must be closed, and stay where it is while text is written with it. The document must outlive
 * it. */
#ifndef BUDGETTUI_CLI_CHECKING_H
#define BUDGETTUI_CLI_CHECKING_H

#include "cli/options.h"
#include "export/text.h"

/* What the options and the configuration say; holds as long as the configuration. */
CheckOptions checking_options(const Options *options);

typedef struct {
  const Document *document;
  CheckOptions options;
  Checks *checks; /* NULL: not run yet */
  TextSign rounding, mismatch;
} Signs;

void signs_open(Signs *signs, const Options *options, const Document *document);
void signs_close(Signs *signs);
/* A SignOfFigure; the context is a Signs. */
const TextSign *signs_of_figure(void *context, const Place *place);

#endif
