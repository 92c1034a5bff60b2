/* Columns, and what the mappings of tables, targets and annexes must satisfy as a whole. */
#include "base/i18n.h"
#include "model/build.h"
#include "yaml/config.h"
#include "yaml/reader.h"
#include "yaml/reading.h"

/* ------------------------------------------------------------------- columns */

/* Gives the columns without a role the one that their titles tell. */
static void find_roles(Column *columns, size_t count, const char *group) {
  for (size_t i = 0; i < count; i++) {
    Column *column = &columns[i];
    const char *title = column->title ? column->title : "";
    if (column->column_count)
      find_roles((Column *)column->columns, column->column_count, title);
    if ((int)column->role < 0)
      column->role = column->column_count ? ROLE_TEXT : role_of_title(title, group);
  }
}

bool read_columns(Reader *reader, const Field *field, char *at) {
  Table *table = (Table *)(void *)at;
  Span span = reader_span(reader);
  size_t errors = reader->diagnostics->errors;
  FieldList list = {0};
  reader->leaves = 0;
  if (!read_list(reader, field, &list))
    return false;
  if (!list.count) {
    if (reader->diagnostics->errors == errors)
      fault(reader, DIAG_ERROR, span, _("“%s” is empty; a table has at least one column"),
            field->name);
    return true;
  }
  Column *columns = (Column *)list.items;
  find_roles(columns, list.count, NULL);
  build_header(reader->arena, table, columns, list.count);
  return true;
}

static bool complete_column(Reader *reader, const Whole *whole) {
  const Column *column = whole->out;
  if (whole_has(whole, "columns") && !column->column_count)
    fault(reader, DIAG_ERROR, whole->at, _("a heading over columns has at least one column"));
  return column->column_count ||
         ++reader->leaves <= limit_of(reader->limits, LIMIT_COLUMNS) ||
         fault_limit(reader, whole->at, LIMIT_COLUMNS, 0, _("too many columns in a table"));
}

/* --------------------------------------------------------------------- wholes */

static bool complete_targets(Reader *reader, const Whole *whole) {
  Targets *targets = whole->out;
  targets->indicators_title = targets->indicators.title;
  build_targets(reader->arena, targets);
  return true;
}

static bool complete_fund(Reader *reader, const Whole *whole) {
  if (!whole_has(whole, "amount") && !whole_has(whole, "funds"))
    fault(reader, DIAG_ERROR, whole->at,
          _("missing “amount” in %s, or “funds”; an amount left blank is ~"),
          _(whole->type->phrase));
  return true;
}

/* An annex has one body, or none when the document does not include it. */
static void check_body(Reader *reader, const Whole *whole, bool included) {
  if (!included && whole->body)
    fault(reader, DIAG_ERROR, whole->at,
          _("an annex that is not-included has neither columns, rows, panels nor targets"));
  else if (included && !whole->body)
    fault(reader, DIAG_ERROR, whole->at,
          _("missing “columns” and “rows” in %s, or “panels”, or “targets”; one that is only "
            "listed has “status: not-included”"),
          _(whole->type->phrase));
  if (whole->body != BODY_TABLE || !included)
    return;
  if (!whole_has(whole, "columns"))
    fault(reader, DIAG_ERROR, whole->at, _("missing “%s” in %s"), "columns",
          _(whole->type->phrase));
  if (!whole_has(whole, "rows"))
    fault(reader, DIAG_ERROR, whole->at, _("missing “%s” in %s"), "rows", _(whole->type->phrase));
}

static bool complete_annex(Reader *reader, const Whole *whole) {
  AnnexDraft *draft = whole->out;
  Annex *annex = &draft->annex;
  annex->unit = unit_here(reader);
  annex->unit_printed = draft->unit_printed != 0;
  annex->included = draft->status == STATUS_INCLUDED;
  check_body(reader, whole, annex->included);
  if (whole->body == BODY_TABLE) {
    annex->tables = arena_copy(reader->arena, &draft->table, 1, sizeof draft->table);
    annex->table_count = 1;
  }
  return true;
}

bool complete(Reader *reader, const Whole *whole) {
  static const struct {
    const MappingType *type;
    bool (*complete)(Reader *reader, const Whole *whole);
  } completions[] = {
      {&column_type, complete_column},
      {&targets_type, complete_targets},
      {&fund_type, complete_fund},
      {&annex_type, complete_annex},
      {&config_rule_type, complete_rule},
      {&config_side_type, complete_side},
  };
  for (size_t i = 0; i < sizeof completions / sizeof *completions; i++)
    if (completions[i].type == whole->type)
      return completions[i].complete(reader, whole);
  return true;
}
