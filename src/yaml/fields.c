#include "yaml/fields.h"

#include "base/i18n.h"

#define FIELDS(list) .fields = list, .count = sizeof list / sizeof *list

/* Offset of a list, checked to be followed by its count. */
#define LIST(type, items, number)                                                            \
  (offsetof(type, items) +                                                                   \
   0 * sizeof(char[offsetof(type, number) == offsetof(type, items) + offsetof(FieldList, count) \
                       ? 1 : -1]))
/* Offset of a member of a structure in a structure. */
#define INSIDE(type, outer, member) (offsetof(type, outer.member) - offsetof(type, outer))

static bool is_money(int role) {
  return role_content((Role)role) == CONTENT_MONEY;
}

/* ------------------------------------------------------------------ document */

static const Field organization_fields[] = {
    {.name = "code", .type = FIELD_TEXT, .offset = INSIDE(Document, organization, code),
     .meaning = "The code of the office in the budget system; quoted, so that it stays a text."},
    {.name = "name", .type = FIELD_TEXT, .required = true,
     .offset = INSIDE(Document, organization, name),
     .meaning = "The full name of the office."},
    {.name = "short", .type = FIELD_TEXT, .offset = INSIDE(Document, organization, short_name),
     .meaning = "A short name of the office, used where room is scarce."},
};

const MappingType organization_type = {
    .name = "organization", .phrase = N_("the organization"), FIELDS(organization_fields),
    .size = sizeof((Document *)0)->organization, .at = FIELD_NOWHERE,
    .meaning = "The office whose budget this is.",
};

static const Field contact_fields[] = {
    {.name = "name", .type = FIELD_TEXT, .offset = INSIDE(Document, contact, name),
     .meaning = "The person to ask about the document."},
    {.name = "phone", .type = FIELD_TEXT, .offset = INSIDE(Document, contact, phone),
     .meaning = "The telephone number, as printed; quoted, so that it stays a text."},
};

const MappingType contact_type = {
    .name = "contact", .phrase = N_("the contact"), FIELDS(contact_fields),
    .size = sizeof((Document *)0)->contact, .at = FIELD_NOWHERE,
    .meaning = "Whom the document names for questions.",
};

static const Field section_fields[] = {
    {.name = "heading", .type = FIELD_TEXT, .required = true, .offset = offsetof(Section, heading),
     .meaning = "The heading, as printed, its number included."},
    {.name = "text", .type = FIELD_PARAGRAPHS, .offset = 0,
     .meaning = "The paragraphs under the heading; a single text is one paragraph."},
    {.name = "sections", .type = FIELD_LIST, .of = &section_type,
     .offset = LIST(Section, sections, section_count),
     .meaning = "The sections inside this one, after its own paragraphs."},
};

const MappingType section_type = {
    .name = "section", .phrase = N_("a section"), FIELDS(section_fields),
    .size = sizeof(Section), .at = offsetof(Section, at),
    .meaning = "A heading of the narrative with its paragraphs.",
};

static const Field document_fields[] = {
    {.name = "format", .type = FIELD_FORMAT, .required = true,
     .meaning = "The name and version of this format: always " FORMAT_NAME "."},
    {.name = "title", .type = FIELD_TEXT, .required = true, .offset = offsetof(Document, title),
     .meaning = "The title of the document, as printed."},
    {.name = "organization", .type = FIELD_MAPPING, .required = true, .of = &organization_type,
     .offset = offsetof(Document, organization),
     .meaning = "The office that published the document."},
    {.name = "year", .type = FIELD_INTEGER, .required = true, .least = 1949, .most = 2999,
     .offset = offsetof(Document, year),
     .meaning = "The budget year."},
    {.name = "stage", .type = FIELD_WORD, .words = &stage_words, .initial = STAGE_BUDGET,
     .standard = "budget", .offset = offsetof(Document, stage),
     .meaning = "Whether the document is a budget or a final account."},
    {.name = "unit", .type = FIELD_WORD, .words = &unit_words, .initial = UNIT_WAN,
     .required = true, .offset = offsetof(Document, unit),
     .meaning = "The unit in which amounts are printed; an annex may have its own."},
    {.name = "contact", .type = FIELD_MAPPING, .of = &contact_type,
     .offset = offsetof(Document, contact),
     .meaning = "Whom the document names for questions."},
    {.name = "source", .type = FIELD_TEXT, .offset = offsetof(Document, source),
     .meaning = "Where the document was published."},
    {.name = "narrative", .type = FIELD_LIST, .of = &section_type,
     .offset = LIST(Document, sections, section_count),
     .meaning = "The text before the tables, as sections."},
    {.name = "annexes", .type = FIELD_LIST, .required = true, .of = &annex_type, .after = "unit",
     .offset = LIST(Document, annexes, annex_count),
     .meaning = "The annexes, in the order of the document's list, those left out included."},
};

const MappingType document_type = {
    .name = "document", .phrase = N_("the document"), FIELDS(document_fields),
    .size = sizeof(Document), .at = FIELD_NOWHERE,
    .meaning = "A published budget or final account of one office.",
};

/* -------------------------------------------------------------------- tables */

static const Field column_fields[] = {
    {.name = "title", .type = FIELD_TEXT, .required = true, .offset = offsetof(Column, title),
     .meaning = "The heading, as printed."},
    {.name = "role", .type = FIELD_WORD, .words = &role_words, .open = true, .initial = -1,
     .standard = "follows from the title", .offset = offsetof(Column, role), .without = "columns",
     .meaning = "What the column holds, where its title does not tell it. An unknown role is "
                "reported, and the column is read as text."},
    {.name = "columns", .type = FIELD_LIST, .of = &column_type,
     .offset = LIST(Column, columns, column_count),
     .meaning = "The columns under a heading that spans them, to any depth. Such a heading has no "
                "role."},
};

const MappingType column_type = {
    .name = "column", .phrase = N_("a column"), FIELDS(column_fields),
    .size = sizeof(Column), .at = FIELD_NOWHERE,
    .meaning = "A column of a table, or a heading over columns.",
};

static const Field row_fields[] = {
    {.name = "level", .type = FIELD_INTEGER, .least = 1, .most = 99,
     .offset = offsetof(RowDraft, level),
     .meaning = "The depth of the row, 1 being the outermost, where it has no account code to tell "
                "it."},
    {.name = "total", .type = FIELD_BOOLEAN, .initial = -1, .standard = "follows from the title",
     .offset = offsetof(RowDraft, total),
     .meaning = "Whether the row is the sum of others."},
    {.name = "cells", .type = FIELD_CELLS, .required = true, .offset = offsetof(RowDraft, cells),
     .meaning = "The cells, one for each column that has no columns under it."},
};

const MappingType row_type = {
    .name = "row", .phrase = N_("a row"), FIELDS(row_fields),
    .size = sizeof(RowDraft), .at = FIELD_NOWHERE,
    .meaning = "A row of a table: a list of its cells, or a mapping where it has a level or is a "
               "total that its title does not tell.",
};

/* The rows wait for the columns, which tell what their cells are. */
#define COLUMNS_FIELD(table, ...)                                                            \
  {.name = "columns", .type = FIELD_COLUMNS, .of = &column_type, .offset = table, __VA_ARGS__ \
   .meaning = "The columns, from left to right."}
#define ROWS_FIELD(table, ...)                                                                \
  {.name = "rows", .type = FIELD_ROWS, .of = &row_type, .after = "columns",   \
   .offset = table, __VA_ARGS__                                                               \
   .meaning = "The rows, from top to bottom, in the printed order."}

static const Field panel_fields[] = {
    {.name = "title", .type = FIELD_TEXT, .offset = offsetof(Table, title),
     .meaning = "The heading over the panel, as printed."},
    COLUMNS_FIELD(0, .required = true, ),
    ROWS_FIELD(0, .required = true, ),
};

const MappingType panel_type = {
    .name = "panel", .phrase = N_("a panel"), FIELDS(panel_fields),
    .size = sizeof(Table), .at = FIELD_NOWHERE,
    .meaning = "One of several tables printed side by side. Its rows stand beside those of the "
               "other panels: a row that is empty in one panel is written there as blanks.",
};

/* ------------------------------------------------------------------- targets */

static const Field subject_fields[] = {
    {.name = "label", .type = FIELD_TEXT, .required = true, .offset = offsetof(Labelled, label),
     .meaning = "The printed label."},
    {.name = "role", .type = FIELD_WORD, .words = &subject_words, .open = true,
     .offset = offsetof(Labelled, role),
     .meaning = "What the item tells."},
    {.name = "value", .type = FIELD_VALUE, .offset = offsetof(Labelled, value),
     .meaning = "The printed text."},
};

const MappingType subject_type = {
    .name = "subject-item", .phrase = N_("an item of the subject"), FIELDS(subject_fields),
    .size = sizeof(Labelled), .at = offsetof(Labelled, at),
    .meaning = "A labelled text that says whom or what the targets are about.",
};

static const Field fund_fields[] = {
    {.name = "label", .type = FIELD_TEXT, .required = true, .offset = offsetof(Labelled, label),
     .meaning = "The printed label."},
    {.name = "role", .type = FIELD_WORD, .words = &role_words, .accepts = is_money, .open = true,
     .offset = offsetof(Labelled, role),
     .meaning = "What the funds are: total, basic, project, or a source."},
    {.name = "amount", .type = FIELD_AMOUNT, .offset = offsetof(Labelled, value),
     .without = "funds",
     .meaning = "The amount, in the unit of the annex."},
    {.name = "funds", .type = FIELD_LIST, .of = &fund_type,
     .offset = LIST(Labelled, parts, part_count),
     .meaning = "What these funds are made of, in place of an amount."},
};

const MappingType fund_type = {
    .name = "fund", .phrase = N_("an item of the funds"), FIELDS(fund_fields),
    .size = sizeof(Labelled), .at = offsetof(Labelled, at),
    .meaning = "A labelled amount, or a label over several.",
};

static const Field remark_fields[] = {
    {.name = "heading", .type = FIELD_TEXT, .offset = offsetof(Remark, heading),
     .meaning = "What is printed over or beside it and what follows."},
    {.name = "label", .type = FIELD_TEXT, .required = true, .offset = offsetof(Remark, label),
     .meaning = "The printed label."},
    {.name = "text", .type = FIELD_TEXT, .offset = offsetof(Remark, text),
     .meaning = "The text; null where nothing is printed."},
};

const MappingType remark_type = {
    .name = "remark", .phrase = N_("a labelled text"), FIELDS(remark_fields),
    .size = sizeof(Remark), .at = FIELD_NOWHERE,
    .meaning = "A text under a printed label.",
};

static const Field indicators_fields[] = {
    {.name = "title", .type = FIELD_TEXT, .offset = offsetof(Table, title),
     .meaning = "The heading over the indicators, as printed."},
    COLUMNS_FIELD(0, .required = true, ),
    ROWS_FIELD(0, .required = true, ),
};

const MappingType indicators_type = {
    .name = "indicators", .phrase = N_("the indicators"), FIELDS(indicators_fields),
    .size = sizeof(Table), .at = FIELD_NOWHERE,
    .meaning = "The table of indicators.",
};

static const Field targets_fields[] = {
    {.name = "subject", .type = FIELD_LIST, .of = &subject_type,
     .offset = LIST(Targets, subject, subject_count),
     .meaning = "Whom or what the targets are about."},
    {.name = "funds", .type = FIELD_LIST, .of = &fund_type,
     .offset = LIST(Targets, funds, fund_count),
     .meaning = "The money, in total and by source."},
    {.name = "goal", .type = FIELD_MAPPING, .of = &remark_type,
     .offset = offsetof(Targets, goal_heading),
     .meaning = "The overall goal."},
    {.name = "notes", .type = FIELD_MAPPING, .of = &remark_type,
     .offset = offsetof(Targets, notes_heading),
     .meaning = "Other notes."},
    {.name = "indicators", .type = FIELD_MAPPING, .of = &indicators_type,
     .offset = offsetof(Targets, indicators),
     .meaning = "The indicators and their values."},
};

_Static_assert(offsetof(Targets, goal) == offsetof(Targets, goal_heading) + offsetof(Remark, text),
               "a goal is a Remark");
_Static_assert(offsetof(Targets, notes) ==
                   offsetof(Targets, notes_heading) + offsetof(Remark, text),
               "notes are a Remark");

const MappingType targets_type = {
    .name = "target-set", .phrase = N_("a set of targets"), FIELDS(targets_fields),
    .size = sizeof(Targets), .at = offsetof(Targets, at),
    .meaning = "The performance targets of a department or of one project.",
};

/* --------------------------------------------------------------------- annex */

static const Field annex_fields[] = {
    {.name = "number", .type = FIELD_TEXT, .required = true,
     .offset = offsetof(AnnexDraft, annex.number),
     .meaning = "The number of the annex; quoted, so that it stays a text."},
    {.name = "title", .type = FIELD_TEXT, .required = true,
     .offset = offsetof(AnnexDraft, annex.title),
     .meaning = "The title, as printed at the table."},
    {.name = "subtitle", .type = FIELD_TEXT, .offset = offsetof(AnnexDraft, annex.subtitle),
     .meaning = "The line under the title, as printed."},
    {.name = "listed-as", .type = FIELD_TEXT, .offset = offsetof(AnnexDraft, annex.listed_as),
     .meaning = "The title in the document's list of annexes, where it differs."},
    {.name = "kind", .type = FIELD_WORD, .words = &kind_words, .open = true,
     .initial = KIND_OTHER, .standard = "a plain table", .offset = offsetof(AnnexDraft, annex.kind),
     .meaning = "Which of the well-known tables this is. An unknown kind is reported, and the "
                "annex is a plain table."},
    {.name = "classification", .type = FIELD_WORD, .words = &classification_words,
     .initial = CLASSIFICATION_NONE, .standard = "none",
     .offset = offsetof(AnnexDraft, annex.classification),
     .meaning = "The classification whose account codes the table has."},
    {.name = "unit", .type = FIELD_WORD, .words = &unit_words, .initial = -1,
     .standard = "that of the document", .offset = offsetof(AnnexDraft, unit),
     .meaning = "The unit of the amounts."},
    {.name = "unit-printed", .type = FIELD_BOOLEAN, .initial = 1, .standard = "true",
     .offset = offsetof(AnnexDraft, unit_printed),
     .meaning = "Whether the annex itself prints its unit."},
    {.name = "status", .type = FIELD_WORD, .words = &status_words, .initial = STATUS_INCLUDED,
     .standard = "included", .offset = offsetof(AnnexDraft, status),
     .meaning = "Whether the table stands in the document. One that is only listed is "
                "not-included, and has neither columns, rows, panels nor targets."},
    {.name = "note", .type = FIELD_TEXT, .offset = offsetof(AnnexDraft, annex.note),
     .meaning = "The text under the table."},
    COLUMNS_FIELD(offsetof(AnnexDraft, table), .body = BODY_TABLE, ),
    ROWS_FIELD(offsetof(AnnexDraft, table), .body = BODY_TABLE, .scaled = true, ),
    {.name = "panels", .type = FIELD_LIST, .of = &panel_type, .body = BODY_PANELS, .scaled = true,
     .offset = LIST(AnnexDraft, annex.tables, annex.table_count),
     .meaning = "Tables printed side by side, in place of columns and rows."},
    {.name = "targets", .type = FIELD_LIST, .of = &targets_type, .body = BODY_TARGETS,
     .scaled = true, .offset = LIST(AnnexDraft, annex.targets, annex.target_count),
     .meaning = "Sets of performance targets, in place of columns and rows."},
};

const MappingType annex_type = {
    .name = "annex", .phrase = N_("an annex"), FIELDS(annex_fields),
    .size = sizeof(AnnexDraft), .kept = sizeof(Annex), .at = offsetof(AnnexDraft, annex.at),
    .meaning = "One annex with its table, its panels or its targets.",
};

const MappingType *const mapping_types[] = {
    &document_type, &organization_type, &contact_type, &section_type, &annex_type, &column_type,
    &row_type, &panel_type, &targets_type, &subject_type, &fund_type, &remark_type,
    &indicators_type,
};
const size_t mapping_type_count = sizeof mapping_types / sizeof *mapping_types;

static const Word statuses[] = {
    [STATUS_INCLUDED] = {"included", N_("the table stands in the document")},
    [STATUS_NOT_INCLUDED] = {"not-included", N_("listed in the document, the table is absent")},
};
const Vocabulary status_words = {statuses, sizeof statuses / sizeof *statuses};
