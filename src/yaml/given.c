#include "yaml/given.h"

AnnexDraft given_annex(const Document *document, const Annex *annex) {
  AnnexDraft draft = {.annex = *annex,
                      .unit = annex->unit == document->unit ? -1 : (int)annex->unit,
                      .unit_printed = annex->unit_printed,
                      .status = annex->included ? STATUS_INCLUDED : STATUS_NOT_INCLUDED};
  if (annex->table_count == 1 && !annex->tables[0].title) {
    draft.table = annex->tables[0];
    draft.annex.tables = NULL;
    draft.annex.table_count = 0;
  }
  return draft;
}

/* Whether an annex stands there, but with nothing in it. It has a body all the same. */
static bool is_empty_annex(const MappingType *type, const char *whole) {
  const AnnexDraft *draft = (const AnnexDraft *)(const void *)whole;
  return type == &annex_type && draft->status == STATUS_INCLUDED && !draft->annex.table_count &&
         !draft->annex.target_count && !draft->table.leaf_count;
}

bool given_any(const MappingType *type, const char *whole) {
  for (size_t i = 0; i < type->count; i++)
    if (given_field(type, &type->fields[i], whole))
      return true;
  return false;
}

static bool has_value(const MappingType *type, const Field *field, const char *whole) {
  const char *at = whole + field->offset;
  switch (field->type) {
  case FIELD_TEXT: return given_text(at) != NULL;
  case FIELD_INTEGER:
  case FIELD_BOOLEAN:
  case FIELD_WORD: return field->required || given_int(at) != field->initial;
  case FIELD_PARAGRAPHS: return ((const Section *)(const void *)at)->paragraph_count > 0;
  case FIELD_VALUE: return ((const Cell *)(const void *)at)->kind != CELL_BLANK;
  case FIELD_MAPPING: return given_any(field->of, at);
  case FIELD_LIST:
    return field->required || given_list(at).count ||
           (field->body == BODY_PANELS && is_empty_annex(type, whole));
  case FIELD_COLUMNS:
  case FIELD_ROWS: return ((const Table *)(const void *)at)->leaf_count > 0;
  default: return true;
  }
}

/* A field that cannot stand beside another gives way to it. */
bool given_field(const MappingType *type, const Field *field, const char *whole) {
  for (size_t i = 0; field->without && i < type->count; i++)
    if (!strcmp(type->fields[i].name, field->without) &&
        has_value(type, &type->fields[i], whole))
      return false;
  return has_value(type, field, whole);
}
