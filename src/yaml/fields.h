/* The fields of the format budgettui/1, each said once.
 *
 * The reader fills structures by these tables; the JSON Schema and the manual
 * page budgettui(5) are made from them. A table lists the keys of one type of
 * mapping. Texts are in English and belong to the program. */
#ifndef BUDGETTUI_YAML_FIELDS_H
#define BUDGETTUI_YAML_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/document.h"

#define FORMAT_NAME "budgettui/1"

/* What a field holds, and what the reader makes of it at the field's offset. */
typedef enum {
  FIELD_FORMAT,     /* the literal budgettui/1; nothing is kept */
  FIELD_TEXT,       /* const char *, NULL when null */
  FIELD_INTEGER,    /* int within [least, most] */
  FIELD_BOOLEAN,    /* int: 0 or 1 */
  FIELD_WORD,       /* int: an index in a vocabulary */
  FIELD_PARAGRAPHS, /* a text or a list of texts: a Section's paragraphs */
  FIELD_VALUE,      /* Cell: a text */
  FIELD_AMOUNT,     /* Cell: money in the unit of the annex */
  FIELD_MAPPING,    /* one mapping, its structure in place */
  FIELD_LIST,       /* mappings: a FieldList */
  FIELD_COLUMNS,    /* a list of columns: a Table's header */
  FIELD_ROWS,       /* the rows of a Table */
  FIELD_CELLS,      /* the cells of a row written as a mapping */
  FIELD_NAME,       /* int: an index among names that the reader was told */
  FIELD_NAMES,      /* a list of such names: a FieldList of const char * */
  FIELD_CHOICES,    /* a mapping from such names to words that their owner takes; nothing is kept */
  FIELD_SETTINGS,   /* a mapping from such names to one value each, taken in the same way */
  FIELD_TYPE_COUNT
} FieldType;

/* How a list stands in the structures of the model: items, then their number. */
typedef struct {
  const void *items;
  size_t count;
} FieldList;

/* Names that the reader does not know of itself: whoever calls it tells them. */
typedef struct {
  Vocabulary words;
  /* Of FIELD_CHOICES and FIELD_SETTINGS: `take` takes the words given to a name, first NULL, which
   * means none, then one by one. False: a word is refused, `why` (translated) gets the reason.
   * `standard` adds the words that the name has by default, as YAML. */
  bool (*take)(void *context, size_t name, const char *word, Str *why);
  void (*standard)(size_t name, Str *out); /* NULL: the defaults cannot be said so */
  void *context;
} FieldNames;

/* An annex has at most one body. */
typedef enum { BODY_NONE, BODY_TABLE, BODY_PANELS, BODY_TARGETS } Body;

struct MappingType;

typedef struct Field {
  const char *name;
  FieldType type;
  bool required;
  bool open;               /* a word that is not known is a warning */
  bool scaled;             /* holds amounts: read again when the annex's unit comes after it */
  Body body;               /* of an annex */
  size_t offset;
  const char *after;       /* a field without which this one cannot be read */
  const char *without;     /* a field that this one cannot stand beside */
  const Vocabulary *words; /* of FIELD_WORD */
  size_t names;            /* of FIELD_NAME to FIELD_SETTINGS: which of the reader's */
  bool (*accepts)(int word); /* NULL: every word */
  /* Of FIELD_TEXT: what is expected in place of a text (a msgid), or NULL when it will do. */
  const char *(*expects)(const char *text);
  int least, most;         /* of FIELD_INTEGER */
  int initial;             /* of an integer, boolean or word that is not given */
  const char *standard;    /* what that means, for the manual */
  const struct MappingType *of; /* of FIELD_MAPPING, FIELD_LIST, FIELD_COLUMNS, FIELD_ROWS */
  const char *meaning;     /* one or more sentences for the manual and the schema */
} Field;

enum { FIELD_NOWHERE = -1 };

typedef struct MappingType {
  const char *name;   /* for the schema: one word */
  const char *phrase; /* for messages: "a column"; translated where it is shown */
  const char *meaning;
  const Field *fields;
  size_t count;
  size_t size;     /* of the structure filled */
  size_t kept;     /* bytes of it that stay in a list; 0: all */
  int at;          /* offset of its Position, or FIELD_NOWHERE */
} MappingType;

/* An annex, a row and a set of targets while they are read. */
typedef struct {
  Annex annex;
  Table table; /* of an annex that has one table */
  int unit;    /* -1: not given */
  int unit_printed, status;
} AnnexDraft;

enum { STATUS_INCLUDED, STATUS_NOT_INCLUDED };
extern const Vocabulary status_words;

typedef struct {
  const Cell *cells;
  int level; /* 0: not given */
  int total; /* -1: not given, 0, 1 */
} RowDraft;

typedef struct {
  const char *heading, *label, *text;
} Remark; /* a goal or notes */

extern const MappingType document_type, organization_type, contact_type, section_type, annex_type,
    panel_type, column_type, row_type, targets_type, subject_type, fund_type, remark_type,
    indicators_type;

/* All types of mapping, the document first, each after one that holds it. */
extern const MappingType *const mapping_types[];
extern const size_t mapping_type_count;

#endif
