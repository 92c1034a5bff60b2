#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "make_table.h"
#include "model/code_index.h"

enum { CODES = 400, CODE_ROOM = 40 };

static uint32_t seed = 99;

static uint32_t pick(uint32_t count) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % count;
}

/* An annex with two panels and one with a table, of random codes. */
static Document *random_document(void) {
  Arena *arena = arena_new();
  char text[CODES][CODE_ROOM + 4];
  const char *rows[CODES];
  for (size_t i = 0; i < CODES; i++) {
    size_t length = pick(4) ? 3 + pick(6) : pick(CODE_ROOM);
    for (size_t j = 0; j < length; j++)
      text[i][j] = "123"[j > 5 && j < 16 ? 0 : pick(3)];
    strcpy(text[i] + length, "|x");
    rows[i] = text[i];
  }
  Table panels[2] = {*make_rows(arena, UNIT_WAN, "code,name", rows, 100),
                     *make_rows(arena, UNIT_WAN, "code,name", rows + 100, 50)};
  Table *kept = arena_array(arena, 2, sizeof *kept);
  memcpy(kept, panels, sizeof panels);
  Annex annexes[] = {{.tables = kept, .table_count = 2},
                     {.tables = NULL},
                     {.tables = make_rows(arena, UNIT_WAN, "name,total", ROWS("201|1"), 1),
                      .table_count = 1},
                     {.tables = make_rows(arena, UNIT_WAN, "code,name", rows + 150, CODES - 150),
                      .table_count = 1}};
  return make_document(arena, annexes, 4, NULL);
}

static void entry_code(const Document *document, size_t index, char *code) {
  size_t row;
  const Table *table = code_index_place(document, &document->codes->entries[index], &row);
  size_t length = table_row_code(table, &table->rows[row], code, CODE_ROOM + 1);
  cr_assert(length > 0 && length <= CODE_ROOM);
}

static size_t rows_with_code(const Document *document) {
  size_t count = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].table_count; j++)
      for (size_t k = 0; k < document->annexes[i].tables[j].row_count; k++)
        count += table_row_code(&document->annexes[i].tables[j],
                                &document->annexes[i].tables[j].rows[k], NULL, 0) > 0;
  return count;
}

Test(code_index, sorted_by_code_then_place) {
  Document *document = random_document();
  cr_assert_eq(document->codes->count, rows_with_code(document));
  char last[CODE_ROOM + 1] = "", code[CODE_ROOM + 1];
  for (size_t i = 0; i < document->codes->count; i++) {
    entry_code(document, i, code);
    int order = strcmp(last, code);
    cr_assert_leq(order, 0, "%s after %s", code, last);
    const CodeEntry *entry = &document->codes->entries[i];
    if (i && !order)
      cr_assert(entry[-1].annex < entry->annex ||
                (entry[-1].annex == entry->annex && entry[-1].row < entry->row));
    strcpy(last, code);
  }
  document_free(document);
}

Test(code_index, prefixes) {
  Document *document = random_document();
  for (int round = 0; round < 2000; round++) {
    char prefix[CODE_ROOM + 1], code[CODE_ROOM + 1];
    entry_code(document, pick((uint32_t)document->codes->count), prefix);
    prefix[pick((uint32_t)strlen(prefix) + 1)] = '\0';
    if (*prefix && pick(4) == 0)
      prefix[strlen(prefix) - 1] = (char)('0' + pick(10));
    size_t first, count = code_index_prefix(document, prefix, &first), expected = 0;
    for (size_t i = 0; i < document->codes->count; i++) {
      entry_code(document, i, code);
      bool begins = !strncmp(code, prefix, strlen(prefix));
      expected += begins;
      cr_assert_eq(begins, i >= first && i < first + count, "%s for %s", code, prefix);
    }
    cr_assert_eq(count, expected);
  }
  document_free(document);
}

Test(code_index, places) {
  Arena *arena = arena_new();
  Table *panels = arena_array(arena, 3, sizeof *panels);
  panels[0] = *make_table(arena, UNIT_WAN, "code,name", ROWS("合计|", "301|甲"));
  panels[1] = *make_table(arena, UNIT_WAN, "item,amount", ROWS("丙|", "丁|"));
  panels[2] = *make_table(arena, UNIT_WAN, "code-class,code-section,name", ROWS("301|2|乙"));
  Document *document = make_document(arena, &(Annex){.tables = panels, .table_count = 3}, 1, NULL);
  size_t first, row;
  cr_assert_eq(code_index_prefix(document, "301", &first), 2);
  const CodeEntry *entries = &document->codes->entries[first];
  cr_expect_eq(code_index_place(document, &entries[0], &row), &document->annexes[0].tables[0]);
  cr_expect_eq(row, 1);
  cr_expect_eq(entries[1].row, 4);
  cr_expect_eq(code_index_place(document, &entries[1], &row), &document->annexes[0].tables[2]);
  cr_expect_eq(row, 0);
  char code[CODE_ROOM + 1];
  entry_code(document, first + 1, code);
  cr_expect_str_eq(code, "30102");
  cr_expect_eq(code_index_prefix(document, "30102", &first), 1);
  cr_expect_eq(code_index_prefix(document, "30103", &first), 0);
  cr_expect_eq(code_index_prefix(document, "30a", &first), 0);
  cr_expect_eq(code_index_prefix(document, "3010299999999999999999", &first), 0);
  cr_expect_eq(code_index_prefix(document, "", &first), 2);
  document_free(document);
}

Test(code_index, a_beginning_means_the_first_account_of_the_next_level) {
  static const struct {
    const char *begun, *code;
  } cases[] = {{"3", "301"},     {"30", "301"},         {"301", "301"}, {"3010", "30102"},
               {"20", "208"},    {"208", "208"},        {"2080", "20805"}, {"20805", "20805"},
               {"2080501", NULL}, {"9", NULL},          {"", NULL},     {"30x", NULL}};
  Arena *arena = arena_new();
  const Table *table =
      make_table(arena, UNIT_WAN, "code,name", ROWS("合计|", "20805|甲", "30102|乙", "301|丙"));
  Document *document =
      make_document(arena, &(Annex){.tables = (Table *)table, .table_count = 1}, 1, NULL);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Str code = STR_EMPTY;
    cr_expect_eq(code_index_complete(document, cases[i].begun, &code), cases[i].code != NULL);
    cr_expect_str_eq(code.data, cases[i].code ? cases[i].code : "", "%s", cases[i].begun);
    str_free(&code);
  }
  document_free(document);
}

Test(code_index, of_nothing) {
  Document *document = make_document(arena_new(), NULL, 0, NULL);
  size_t first;
  cr_expect_eq(code_index_prefix(document, "2", &first), 0);
  cr_expect_eq(code_index_prefix(document, "", &first), 0);
  document_free(document);
}
