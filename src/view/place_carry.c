#include "view/place_carry.h"

#include <string.h>

#include "model/code_index.h"
#include "model/row_code.h"
#include "model/sections.h"
#include "model/targets.h"

#define NOT_FOUND UINT32_MAX

typedef struct {
  const Document *old, *fresh;
} Versions;

static bool same_text(const char *a, const char *b) {
  return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The number in [0, count) nearest to `from` that `fits`; NOT_FOUND. */
static uint32_t nearest(size_t from, size_t count, bool (*fits)(const void *context, size_t index),
                        const void *context) {
  for (size_t away = 0; away <= from || from + away < count; away++) {
    if (from + away < count && fits(context, from + away))
      return (uint32_t)(from + away);
    if (away <= from && from - away < count && fits(context, from - away))
      return (uint32_t)(from - away);
  }
  return NOT_FOUND;
}

static uint32_t at_most(size_t index, size_t count) {
  return (uint32_t)(index < count ? index : count > 0 ? count - 1 : 0);
}

/* ------------------------------------------------------------------ annexes */

typedef struct {
  const Annex *annex, *annexes;
} AnnexSought;

static bool has_number(const void *context, size_t index) {
  const AnnexSought *sought = context;
  return same_text(sought->annex->number, sought->annexes[index].number);
}

static bool has_title(const void *context, size_t index) {
  const AnnexSought *sought = context;
  return same_text(sought->annex->title, sought->annexes[index].title) &&
         same_text(sought->annex->subtitle, sought->annexes[index].subtitle);
}

static bool has_number_and_title(const void *context, size_t index) {
  return has_number(context, index) && has_title(context, index);
}

static uint32_t carry_annex(const Versions *versions, uint32_t index) {
  static bool (*const ways[])(const void *, size_t) = {has_number_and_title, has_number, has_title};
  const AnnexSought sought = {&versions->old->annexes[index], versions->fresh->annexes};
  uint32_t found = NOT_FOUND;
  for (size_t i = 0; i < sizeof ways / sizeof *ways && found == NOT_FOUND; i++)
    found = nearest(index, versions->fresh->annex_count, ways[i], &sought);
  return found;
}

/* ------------------------------------------------------------------ rows by their codes */

typedef struct {
  const CodeEntry *entries;
  size_t count;
} Entries;

static Entries entries_of(const Document *document, const char *code) {
  size_t first, count = code_index_prefix(document, code, &first);
  return (Entries){document->codes->entries + first, count};
}

/* Whether an entry of those that begin with a code has no other one. The row is told, too. */
static bool has_code(const Document *document, const CodeEntry *entry, size_t length,
                     const Table **table, size_t *row) {
  Str room = STR_EMPTY;
  *table = code_index_place(document, entry, row);
  CodeColumns columns = code_columns(*table);
  bool same = row_code(&columns, &(*table)->rows[*row], &room).length == length;
  str_free(&room);
  return same;
}

/* Which one it is of the rows with its code in its annex. */
static size_t count_before(const Document *document, const char *code, const Place *place) {
  Entries entries = entries_of(document, code);
  const Table *table, *wanted = &document->annexes[place->annex].tables[place->table];
  size_t row, nth = 0, length = strlen(code);
  for (size_t i = 0;
       i < entries.count && has_code(document, &entries.entries[i], length, &table, &row); i++) {
    if (table == wanted && row == place->row)
      break;
    nth += entries.entries[i].annex == place->annex;
  }
  return nth;
}

/* The nth row with the code in the annex, or the last one there is. */
static bool find_nth(const Document *document, const char *code, size_t nth, Place *place) {
  Entries entries = entries_of(document, code);
  const Table *table;
  size_t row, seen = 0, length = strlen(code);
  for (size_t i = 0;
       i < entries.count && has_code(document, &entries.entries[i], length, &table, &row); i++) {
    if (entries.entries[i].annex != place->annex)
      continue;
    place->table = (uint32_t)(table - document->annexes[place->annex].tables);
    place->row = (uint32_t)row;
    if (seen++ == nth)
      break;
  }
  return seen > 0;
}

static bool carry_code(const Versions *versions, const Place *place, const Table *table,
                       Place *found) {
  Str room = STR_EMPTY, code = STR_EMPTY;
  CodeColumns columns = code_columns(table);
  RowCode printed = row_code(&columns, &table->rows[place->row], &room);
  str_add(&code, printed.text != NULL ? printed.text : "", printed.length);
  bool has = code.length > 0;
  if (has) {
    size_t nth = count_before(versions->old, code.data, place);
    has = find_nth(versions->fresh, code.data, nth, found);
  }
  str_free(&code);
  str_free(&room);
  return has;
}

/* ------------------------------------------------------------------ rows */

typedef struct {
  const Table *table;
  const char *name;
} NameSought;

static bool has_name(const void *context, size_t index) {
  const NameSought *sought = context;
  return same_text(sought->name, table_row_name(sought->table, &sought->table->rows[index]));
}

typedef struct {
  const Column *column;
  const Table *table;
} ColumnSought;

static bool has_role(const void *context, size_t index) {
  const ColumnSought *sought = context;
  return sought->table->leaves[index]->role == sought->column->role;
}

static bool has_role_and_title(const void *context, size_t index) {
  const ColumnSought *sought = context;
  return has_role(context, index) &&
         same_text(sought->column->title, sought->table->leaves[index]->title);
}

static uint16_t carry_leaf(const Table *old, const Table *fresh, uint16_t leaf) {
  if (leaf >= old->leaf_count)
    return PLACE_NO_LEAF;
  const ColumnSought sought = {old->leaves[leaf], fresh};
  uint32_t found = nearest(leaf, fresh->leaf_count, has_role_and_title, &sought);
  if (found == NOT_FOUND)
    found = nearest(leaf, fresh->leaf_count, has_role, &sought);
  return found == NOT_FOUND ? PLACE_NO_LEAF : (uint16_t)found;
}

static Place carry_column(const Versions *versions, const Place *place, Place found) {
  const Annex *annex = &versions->fresh->annexes[found.annex];
  const Table *old = &versions->old->annexes[place->annex].tables[place->table];
  found.table = at_most(place->table, annex->table_count);
  if (annex->table_count > 0)
    found.leaf = carry_leaf(old, &annex->tables[found.table], place->leaf);
  if (annex->table_count > 0 && found.leaf != PLACE_NO_LEAF)
    return found;
  return (Place){.kind = PLACE_ANNEX, .annex = found.annex, .leaf = PLACE_NO_LEAF};
}

/* Rows without a code have a name; the others keep their number. */
static void carry_name(const Table *old, const Table *fresh, Place *found) {
  const char *name = table_row_name(old, &old->rows[found->row]);
  const NameSought sought = {fresh, name};
  uint32_t row = NOT_FOUND;
  if (*name != '\0')
    row = nearest(found->row, fresh->row_count, has_name, &sought);
  found->row = row != NOT_FOUND ? row : at_most(found->row, fresh->row_count);
}

static Place carry_row(const Versions *versions, const Place *place, Place found) {
  const Annex *annex = &versions->fresh->annexes[found.annex];
  const Table *old = &versions->old->annexes[place->annex].tables[place->table];
  found.table = at_most(place->table, annex->table_count);
  bool coded = carry_code(versions, place, old, &found);
  const Table *fresh = annex->table_count > 0 ? &annex->tables[found.table] : NULL;
  if (fresh == NULL || fresh->row_count == 0)
    return (Place){.kind = PLACE_ANNEX, .annex = found.annex, .leaf = PLACE_NO_LEAF};
  if (!coded)
    carry_name(old, fresh, &found);
  found.leaf = carry_leaf(old, fresh, place->leaf);
  return found;
}

/* ------------------------------------------------------------------ targets */

typedef struct {
  const char *name;
  const Annex *annex;
} SetSought;

static bool is_about(const void *context, size_t index) {
  const SetSought *sought = context;
  return same_text(sought->name, sought->annex->targets[index].name);
}

typedef struct {
  TargetLine line;
  const char *level; /* the most special one of an indicator */
  const Targets *targets;
} LineSought;

static const char *level_of(const Targets *targets, const TargetLine *line) {
  return line->part == TARGET_INDICATOR ? targets_level(targets, line->row, ROLE_LEVEL_3) : NULL;
}

static bool is_line(const void *context, size_t index) {
  const LineSought *sought = context;
  TargetLine line = targets_line(sought->targets, index);
  return line.part == sought->line.part && same_text(line.label, sought->line.label) &&
         same_text(level_of(sought->targets, &line), sought->level);
}

static Place carry_target(const Versions *versions, const Place *place, Place found) {
  const Annex *annex = &versions->fresh->annexes[found.annex];
  const Targets *old = &versions->old->annexes[place->annex].targets[place->table];
  if (annex->target_count == 0)
    return (Place){.kind = PLACE_ANNEX, .annex = found.annex, .leaf = PLACE_NO_LEAF};
  const SetSought set = {old->name, annex};
  uint32_t index = nearest(place->table, annex->target_count, is_about, &set);
  found.table = index != NOT_FOUND ? index : at_most(place->table, annex->target_count);
  const Targets *fresh = &annex->targets[found.table];
  if (place->row >= targets_line_count(old))
    return found;
  TargetLine line = targets_line(old, place->row);
  const LineSought sought = {line, level_of(old, &line), fresh};
  uint32_t row = nearest(place->row, targets_line_count(fresh), is_line, &sought);
  found.row = row != NOT_FOUND ? row : at_most(place->row, targets_line_count(fresh));
  return found;
}

/* ------------------------------------------------------------------ the narrative */

typedef struct {
  const Document *document;
  const Section *section;
  const char *text;
} TextSought;

static bool has_text(const void *context, size_t index) {
  const TextSought *sought = context;
  return same_text(sought->text, sought->section->paragraphs[index]);
}

static bool holds_text(const void *context, size_t index) {
  const TextSought *sought = context;
  const Section *section = sections_nth(sought->document, index);
  for (size_t i = 0; i < section->paragraph_count; i++)
    if (same_text(sought->text, section->paragraphs[i]))
      return true;
  return false;
}

static bool has_heading(const void *context, size_t index) {
  const TextSought *sought = context;
  return same_text(sought->text, sections_nth(sought->document, index)->heading);
}

/* A paragraph that was changed is looked for where it stood: in the section of its heading. */
static Place carry_paragraph(const Versions *versions, const Place *place) {
  const Document *fresh = versions->fresh;
  const Section *old = sections_nth(versions->old, place->section);
  Place found = *place;
  if (fresh->numbered_count == 0 || old == NULL)
    return (Place){.kind = PLACE_NONE};
  bool heading = place->paragraph == PLACE_HEADING;
  TextSought sought = {fresh, NULL, heading ? old->heading : old->paragraphs[place->paragraph]};
  uint32_t section =
      nearest(place->section, fresh->numbered_count, heading ? has_heading : holds_text, &sought);
  if (section == NOT_FOUND) {
    sought.text = old->heading;
    section = nearest(place->section, fresh->numbered_count, has_heading, &sought);
  }
  found.section = section != NOT_FOUND ? section : at_most(place->section, fresh->numbered_count);
  sought.section = sections_nth(fresh, found.section);
  if (heading)
    return found;
  sought.text = old->paragraphs[place->paragraph];
  uint32_t paragraph =
      nearest(place->paragraph, sought.section->paragraph_count, has_text, &sought);
  found.at = paragraph != NOT_FOUND ? place->at : 0;
  found.paragraph = paragraph != NOT_FOUND ? paragraph
                    : sought.section->paragraph_count > 0
                        ? at_most(place->paragraph, sought.section->paragraph_count)
                        : PLACE_HEADING;
  return found;
}

Place place_carry(const Document *old, const Document *fresh, const Place *place) {
  const Versions versions = {old, fresh};
  Place found = *place;
  if (place->kind == PLACE_NONE)
    return found;
  if (place->kind == PLACE_PARAGRAPH)
    return carry_paragraph(&versions, place);
  found.annex = carry_annex(&versions, place->annex);
  if (found.annex == NOT_FOUND)
    return (Place){.kind = PLACE_NONE};
  if (place->kind == PLACE_ROW)
    return carry_row(&versions, place, found);
  if (place->kind == PLACE_COLUMN)
    return carry_column(&versions, place, found);
  return place->kind == PLACE_TARGET ? carry_target(&versions, place, found) : found;
}
