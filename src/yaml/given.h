/* What a structure of the model gives of the fields of the format: the way back from the model to
 * the tables of fields, for whatever writes a document by them. `whole` is a structure of a
 * mapping's type, `at` the place of a field in it. */
#ifndef BUDGETTUI_YAML_GIVEN_H
#define BUDGETTUI_YAML_GIVEN_H

#include <string.h>

#include "yaml/fields.h"

/* An annex as the tables of fields see it; the unit is -1 where it is the document's. */
AnnexDraft given_annex(const Document *document, const Annex *annex);
/* Whether a field has a value that does not follow from its absence, and no field beside which it
 * cannot stand has one. Columns and rows are told by a table's columns. */
bool given_field(const MappingType *type, const Field *field, const char *whole);
bool given_any(const MappingType *type, const char *whole);

static inline const char *given_text(const char *at) {
  const char *text;
  memcpy(&text, at, sizeof text);
  return text;
}
static inline int given_int(const char *at) {
  int value;
  memcpy(&value, at, sizeof value);
  return value;
}
static inline FieldList given_list(const char *at) {
  FieldList list;
  memcpy(&list, at, sizeof list);
  return list;
}
static inline size_t given_size(const MappingType *type) {
  return type->kept ? type->kept : type->size;
}

#endif
