/* A whole document as JSON, by the tables of fields of the format.
 *
 * What has a name in the format has the same name here; what a document may leave out (a role, a
 * total, a unit) is said. Beside that there is the list of `trees`. A cell is null for a blank, a
 * string for a text, or an object:
 *
 *   {"amount": "2246.51", "yuan": "22465100.00"}   as printed in the annex's unit, and in yuan
 *   {"number": "20"}                               a number that is no money
 *   {"mark": "–"}                                  a dash or slash in a column of amounts
 *   {"merged": "产出指标"}                         continues the cell above, which says this
 *
 * Amounts and numbers are strings, exact, since many readers of JSON know only binary fractions. */
#ifndef BUDGETTUI_EXPORT_JSON_DOCUMENT_H
#define BUDGETTUI_EXPORT_JSON_DOCUMENT_H

#include "export/json.h"
#include "model/document.h"

#define EXPORT_NAME "budgettui-export/1"

/* Every kind of object of a cell, for the schema too. */
typedef enum { JSON_AMOUNT, JSON_NUMBER, JSON_MARK, JSON_MERGED, JSON_CELL_COUNT } JsonCell;

/* The keys of each kind, in order; NULL ends them. */
enum { JSON_CELL_KEYS = 5 };
extern const char *const json_cell_keys[JSON_CELL_COUNT][JSON_CELL_KEYS];

/* `above`: the cell that a merged one continues; NULL: there is none. */
void json_cell(Json *json, const char *key, const Cell *cell, Unit unit, const Cell *above);
/* An exact decimal as a string. */
void json_decimal(Json *json, const char *key, int64_t digits, int exponent, int decimals);

/* The trees that stand on `only`; NULL: all. */
void json_trees(Json *json, const Document *document, const Annex *only);

#endif
