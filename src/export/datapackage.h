/* A Tabular Data Package with the column types of the Fiscal Data Package: a directory of CSV files
 * and datapackage.json, which tells what is in them.
 *
 *   amounts.csv                 all amounts and numbers, the long table of csv_export.h
 *   functional.csv              the amounts of the accounts of one classification, in yuan;
 *   department-economic.csv     each line with its year, phase and direction, and whether it is
 *   government-economic.csv     the sum of other lines of the same annex
 *   annex-NN.csv                each annex as printed; NN is its place in the document */
#ifndef BUDGETTUI_EXPORT_DATAPACKAGE_H
#define BUDGETTUI_EXPORT_DATAPACKAGE_H

#include "base/sink.h"
#include "model/document.h"

/* A column of a fiscal table. */
typedef struct {
  const char *name;
  const char *type;    /* of Table Schema */
  const char *concept; /* what columnType adds to that of the classification, or a whole one */
} FiscalField;

enum { FISCAL_FIELDS = 14 };
extern const FiscalField fiscal_fields[FISCAL_FIELDS];

/* Whether the document has amounts of this classification. */
bool fiscal_any(const Document *document, Classification classification);
void fiscal_write(const Document *document, Classification classification, Sink *sink);
/* The column type of a field: "functional-classification:generic:code"; NULL: it has none. Into
 * `room`, where it has to be put together. */
const char *fiscal_column_type(const FiscalField *field, Classification classification, Str *room);

/* The name of a classification's file, without ".csv"; of an annex's, into `out`. */
const char *package_classification(Classification classification);
void package_annex(size_t index, Str *out);
/* Whether an annex has anything to be exported. */
bool package_holds(const Annex *annex);

/* Writes datapackage.json. */
void package_descriptor(const Document *document, Sink *sink);

#endif
