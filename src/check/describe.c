#include "check/describe.h"

#include <string.h>

#include "base/i18n.h"
#include "model/row_code.h"
#include "model/sections.h"
#include "model/targets.h"

#define OTHER "other" /* the place a figure is held against, in a rule's sentence */

const OutcomeWords check_outcomes[CHECK_OUTCOME_COUNT] = {
    [CHECK_EXACT] = {"exact", N_("exact"), "=", "="},
    [CHECK_ROUNDING] = {"rounding", N_("within rounding"), "≈", "~"},
    [CHECK_MISMATCH] = {"mismatch", N_("mismatch"), "✗", "X"},
    [CHECK_NOT_APPLICABLE] = {"not-applicable", N_("not applicable"), "–", "-"},
    [CHECK_WARNING] = {"warning", N_("warning"), "!", "!"},
    [CHECK_NOTE] = {"note", N_("note"), "i", "i"},
};

const char *const check_group_titles[CHECK_GROUP_COUNT] = {
    [CHECK_TABLE] = N_("inside a table"),
    [CHECK_BETWEEN] = N_("between tables"),
    [CHECK_TARGETS] = N_("performance targets"),
    [CHECK_TEXT] = N_("text against tables"),
    [CHECK_FORM] = N_("presence and form"),
    [CHECK_LOCAL] = N_("your own rules"),
};

void check_value(Str *out, const CheckValue *value) {
  if (value->kind == CELL_NUMBER)
    number_write(out, value->number, value->decimals);
  if (value->kind != CELL_MONEY)
    return;
  figure_write(out, value->figure, value->figure.unit);
  str_printf(out, " %s", unit_name(value->figure.unit));
}

/* ------------------------------------------------------------------ sentences */

static void add_value(Str *out, const CheckValue *value) {
  if (value->kind == CELL_BLANK)
    str_add_text(out, _("nothing"));
  else
    check_value(out, value);
}

static void add_text(Str *out, const char *text) {
  if (text && *text)
    str_add_text(out, _(text));
}

static void add_other(Str *out, const Document *document, const Finding *finding) {
  Str spot = STR_EMPTY;
  check_spot(&spot, document, &finding->other);
  if (!spot.length)
    str_add_text(out, _("elsewhere"));
  else
    str_printf(out, finding->several ? _("in %s and elsewhere") : _("in %s"), spot.data);
  str_free(&spot);
}

/* Adds what {name} stands for; false: no such name. */
static bool add_named(Str *out, const Document *document, const Finding *finding, const char *name,
                      size_t length) {
  const struct {
    const char *name;
    const CheckValue *value;
    const char *text;
  } parts[] = {{"printed", &finding->printed, NULL},
               {"computed", &finding->computed, NULL},
               {"difference", &finding->difference, NULL},
               {"quote", NULL, finding->quote},
               {"expected", NULL, finding->expected}};
  if (length == strlen(OTHER) && !memcmp(OTHER, name, length)) {
    add_other(out, document, finding);
    return true;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (strlen(parts[i].name) != length || memcmp(parts[i].name, name, length) != 0)
      continue;
    if (parts[i].value)
      add_value(out, parts[i].value);
    else
      add_text(out, parts[i].text);
    return true;
  }
  return false;
}

static void expand(Str *out, const Document *document, const Finding *finding, const char *says) {
  while (*says) {
    size_t plain = strcspn(says, "{");
    str_add(out, says, plain);
    says += plain;
    if (!*says)
      break;
    size_t length = strcspn(says + 1, "}");
    if (says[1 + length] != '}' || !add_named(out, document, finding, says + 1, length)) {
      str_add_char(out, *says++);
      continue;
    }
    says += length + 2;
  }
}

static const char *relation_words(CheckRelation relation) {
  static const char *const words[] = {[CHECK_EQUAL] = NULL,
                                      [CHECK_AT_MOST] = N_("it may be less"),
                                      [CHECK_AT_LEAST] = N_("it may be more")};
  return words[relation];
}

/* Where a rule's sentence does not say what the figure is held against. */
static void add_see(Str *out, const Document *document, const Finding *finding) {
  Str spot = STR_EMPTY;
  check_spot(&spot, document, &finding->other);
  if (spot.length && !strstr(finding->rule->says, "{" OTHER "}"))
    str_printf(out, finding->several ? _("; see %s, among others") : _("; see %s"), spot.data);
  str_free(&spot);
}

void check_sentence(Str *out, const Document *document, const Finding *finding) {
  const char *reason = finding->reason ? _(finding->reason) : NULL;
  if (finding->outcome == CHECK_NOT_APPLICABLE) {
    if (finding->quote)
      str_printf(out, "“%s”%s", finding->quote, _(": "));
    str_add_text(out, reason ? reason : _("the figures are too large to be added up"));
    return;
  }
  expand(out, document, finding, _(finding->rule->says));
  add_see(out, document, finding);
  if (!reason && relation_words(finding->relation))
    reason = _(relation_words(finding->relation));
  if (reason)
    str_printf(out, _("; %s"), reason);
}

/* ------------------------------------------------------------------ places */

static void add_word(Str *out, const char *text) {
  if (!text || !*text)
    return;
  if (out->length)
    str_add_char(out, ' ');
  str_add_text(out, text);
}

static const Table *table_of(const Document *document, const Place *place) {
  const Annex *annex = &document->annexes[place->annex];
  return place->kind == PLACE_TARGET ? &annex->targets[place->table].indicators
                                     : &annex->tables[place->table];
}

const char *check_column(const Document *document, const Place *place) {
  if ((place->kind != PLACE_ROW && place->kind != PLACE_TARGET) || place->leaf == PLACE_NO_LEAF)
    return NULL;
  return table_of(document, place)->leaves[place->leaf]->title;
}

static void describe_row(Str *out, const Document *document, const Place *place) {
  const Table *table = table_of(document, place);
  const Row *row = &table->rows[place->row];
  CodeColumns columns = code_columns(table);
  Str room = STR_EMPTY;
  RowCode code = row_code(&columns, row, &room);
  str_add(out, code.text ? code.text : "", code.length);
  str_free(&room);
  add_word(out, table_row_name(table, row));
}

static void describe_target(Str *out, const Document *document, const Place *place) {
  const Targets *targets = &document->annexes[place->annex].targets[place->table];
  TargetLine line = targets_line(targets, place->row);
  add_word(out, line.part == TARGET_INDICATOR ? targets_level(targets, line.row, ROLE_LEVEL_3)
                                              : line.label);
}

uint32_t check_page(const Document *document, const Place *place) {
  if (place->kind != PLACE_ROW)
    return 0;
  const uint32_t *pages = document->annexes[place->annex].tables[place->table].pages;
  return pages ? pages[place->row] : 0;
}

void check_about(Str *out, const Document *document, const Place *place) {
  Str about = STR_EMPTY;
  if (place->kind == PLACE_ROW)
    describe_row(&about, document, place);
  if (place->kind == PLACE_TARGET)
    describe_target(&about, document, place);
  if (place->kind == PLACE_ANNEX)
    add_word(&about, document->annexes[place->annex].title);
  if (place->kind == PLACE_PARAGRAPH)
    add_word(&about, sections_nth(document, place->section)->heading);
  const char *column = check_column(document, place);
  if (column)
    str_printf(&about, "%s%s", about.length ? " · " : "", column);
  str_add(out, about.data, about.length);
  str_free(&about);
}

void check_spot(Str *out, const Document *document, const Place *place) {
  Str about = STR_EMPTY;
  if (place->kind == PLACE_NONE)
    return;
  if (place->kind == PLACE_PARAGRAPH)
    str_add_text(out, _("Narrative"));
  else
    str_printf(out, _("annex %s"), document->annexes[place->annex].number);
  if (place->kind != PLACE_ANNEX)
    check_about(&about, document, place);
  if (about.length)
    str_printf(out, _(", %s"), about.data);
  str_free(&about);
}

static Position target_position(const Targets *targets, size_t line) {
  TargetLine at = targets_line(targets, line);
  if (at.part == TARGET_INDICATOR)
    return (Position){targets->indicators.rows[at.row].line,
                      targets->indicators.rows[at.row].column};
  if (line < targets->subject_count)
    return targets->subject[line].at;
  line -= targets->subject_count;
  return line < targets->fund_line_count ? targets->fund_lines[line].fund->at : targets->at;
}

static Position row_position(const Table *table, const Place *place) {
  const Row *row = &table->rows[place->row];
  Position at = {row->line, row->column};
  if (place->leaf != PLACE_NO_LEAF && row->cells[place->leaf].column)
    at.column = row->cells[place->leaf].column;
  return at;
}

static Position paragraph_position(const Document *document, const Place *place) {
  const Section *section = sections_nth(document, place->section);
  return place->paragraph == PLACE_HEADING ? section->at : section->paragraph_at[place->paragraph];
}

Position check_position(const Document *document, const Place *place) {
  switch (place->kind) {
    case PLACE_ANNEX: case PLACE_COLUMN:
      return document->annexes[place->annex].at;
    case PLACE_ROW: return row_position(table_of(document, place), place);
    case PLACE_TARGET:
      return target_position(&document->annexes[place->annex].targets[place->table], place->row);
    case PLACE_PARAGRAPH: return paragraph_position(document, place);
    case PLACE_NONE: break;
  }
  return (Position){0, 0};
}
