/* The words of the format: kinds of annex, classifications, column roles,
 * stages, and the synonyms by which a printed title tells its role. Each list
 * is one table; the reader, the schema, the manual and the views go by it. */
#ifndef BUDGETTUI_MODEL_VOCABULARY_H
#define BUDGETTUI_MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { STAGE_BUDGET, STAGE_FINAL, STAGE_COUNT } Stage;

typedef enum {
  CLASSIFICATION_NONE,
  CLASSIFICATION_FUNCTIONAL,
  CLASSIFICATION_DEPARTMENT_ECONOMIC,
  CLASSIFICATION_GOVERNMENT_ECONOMIC,
  CLASSIFICATION_COUNT
} Classification;

typedef enum {
  KIND_OTHER, /* no known kind: a plain table */
  KIND_FISCAL_BALANCE,
  KIND_GENERAL_PUBLIC_EXPENDITURE,
  KIND_BASIC_EXPENDITURE,
  KIND_PROJECT_EXPENDITURE,
  KIND_THREE_PUBLIC,
  KIND_GOVERNMENT_FUND_EXPENDITURE,
  KIND_STATE_CAPITAL_EXPENDITURE,
  KIND_DEPARTMENT_BALANCE,
  KIND_DEPARTMENT_INCOME,
  KIND_DEPARTMENT_EXPENDITURE,
  KIND_PROJECT_DETAILS,
  KIND_DEPARTMENT_TARGETS,
  KIND_PROJECT_TARGETS,
  KIND_PROCUREMENT,
  KIND_COUNT
} Kind;

/* What the cells of a column hold. */
typedef enum { CONTENT_TEXT, CONTENT_MONEY, CONTENT_NUMBER } Content;

typedef enum {
  ROLE_TEXT, /* no known role */
  ROLE_CODE, ROLE_CODE_CLASS, ROLE_CODE_SECTION, ROLE_CODE_ITEM,
  ROLE_NAME, ROLE_ITEM, ROLE_SERIAL, ROLE_NOTE,
  ROLE_TOTAL, ROLE_BASIC, ROLE_PROJECT, ROLE_PERSONNEL, ROLE_OPERATING, ROLE_AMOUNT,
  ROLE_FISCAL, ROLE_GENERAL_PUBLIC, ROLE_GOVERNMENT_FUND, ROLE_STATE_CAPITAL,
  ROLE_SPECIAL_ACCOUNT, ROLE_BUSINESS_INCOME, ROLE_SUPERIOR_SUBSIDY, ROLE_SUBORDINATE_PAYMENT,
  ROLE_OPERATING_INCOME, ROLE_OTHER_INCOME, ROLE_CARRY_OVER, ROLE_UNIT_FUNDS,
  ROLE_SOCIAL_CAPITAL, ROLE_BANK_LOAN,
  ROLE_ABROAD, ROLE_VEHICLE, ROLE_VEHICLE_PURCHASE, ROLE_VEHICLE_OPERATION, ROLE_RECEPTION,
  ROLE_MEETING, ROLE_TRAINING, ROLE_ORGAN_OPERATION, ROLE_PREVIOUS_YEAR, ROLE_CHANGE, ROLE_EXECUTED,
  ROLE_WEIGHT, ROLE_QUANTITY, ROLE_PERCENT,
  ROLE_LEVEL_1, ROLE_LEVEL_2, ROLE_LEVEL_3, ROLE_RELATION, ROLE_VALUE, ROLE_MEASURE,
  ROLE_COUNT
} Role;

/* Roles of the labelled items that say whom a set of targets is about. */
typedef enum {
  SUBJECT_OTHER, SUBJECT_BUDGET_YEAR, SUBJECT_DEPARTMENT, SUBJECT_PROJECT,
  SUBJECT_SUPERVISING_DEPARTMENT, SUBJECT_DUTY, SUBJECT_OFFICER, SUBJECT_TELEPHONE,
  SUBJECT_EXECUTION_WEIGHT, SUBJECT_COUNT
} SubjectRole;

/* One word of a list: as written in the format, and what it means, for manuals
 * and screens (msgid, translated where it is shown). A list is indexed by its enum; a
 * value that no document can write (KIND_OTHER) has the name "". */
typedef struct {
  const char *name;
  const char *meaning;
} Word;

typedef struct {
  const Word *words;
  size_t count;
} Vocabulary;

extern const Vocabulary stage_words, classification_words, kind_words, role_words, subject_words,
    unit_words;

/* The index of `text` in the vocabulary, or -1. */
int vocabulary_find(const Vocabulary *vocabulary, const char *text, size_t length);
/* The nearest word by edit distance, or NULL when none is near. */
const char *vocabulary_nearest(const Vocabulary *vocabulary, const char *text, size_t length);

Content role_content(Role role);
/* Whether columns of this role hold an account code, or a part of one. */
bool role_is_code(Role role);
/* Whether columns of this role may say `^`, merged with the cell above. */
bool role_merges(Role role);
/* The role of a column titled `title` under a group titled `group` (or NULL); a year before
 * the title and a unit in brackets after it are passed over. ROLE_TEXT when nothing is known. */
Role role_of_title(const char *title, const char *group);
/* The nth title (folded) that tells a role, and the role; NULL behind the last. */
const char *role_title(size_t nth, Role *role);
/* What a row with this item, code or name sums up: ROLE_TOTAL where it is a total of all (合计, 总计,
 * 收入合计, …), ROLE_PERSONNEL or another part of expenditure (人员经费合计), ROLE_TEXT where it is
 * no total. */
Role role_of_total(const char *text, size_t length);
/* Whether it is any of these totals. */
bool title_is_total(const char *text, size_t length);

#endif
