/* Random documents with hostile texts, written here with every text in double quotes and every
 * character that is not a letter or digit escaped, so that nothing of the writer is needed to make
 * them. Each is read, written and read again. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "test_yaml.h"
#include "text/utf8.h"

enum { DOCUMENTS = 400 };

typedef struct {
  uint64_t state;
  Str out;
} Random;

static uint32_t below(Random *random, uint32_t limit) {
  random->state = random->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)((random->state >> 33) % limit);
}

static bool maybe(Random *random) { return below(random, 2) == 0; }

/* ------------------------------------------------------------------------- texts */

static const char *const pieces[] = {
    "\"", "'", "#", " #", ": ", ":", ",", "[", "]", "{", "}", "\n", "\n\n", "\r\n", "\t", " ", "  ",
    "~", "null", "=", "<<", "true", "no", "201", "2246.51", "1,600.00", "-", "--", "- ", "– ", "/",
    "^", "*a", "&a", "!x", "%", "@", "`", "|", ">", "?", "\\", "\\n", "合计", "一般公共服务支出",
    "（境）", "　", "😀", "👨‍👩‍👧", "é", "e\xcc\x81", "\xc2\xa0", "\xe2\x80\xa8", "\xc2\x85",
    "\xe2\x80\xae", "\xef\xbb\xbf", "\xef\xbf\xbf", "\x1b[2J", "\x07", "\x7f", "0x1F", "1e3",
    "2023-01-01", "12:30", "...", "---", "yes", "Null", ".5", "+1", "y",
};

static void add_quoted(Str *out, const char *text) {
  str_add_char(out, '"');
  for (size_t at = 0, length = strlen(text); at < length;) {
    uint32_t character;
    size_t bytes = utf8_decode(text + at, length - at, &character);
    bool plain = (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z');
    if (plain)
      str_add(out, text + at, bytes);
    else
      str_printf(out, "\\U%08X", (unsigned)character);
    at += bytes;
  }
  str_add_char(out, '"');
}

static void add_text(Random *random) {
  Str text = STR_EMPTY;
  for (uint32_t i = below(random, 5); i > 0; i--)
    str_add_text(&text, pieces[below(random, sizeof pieces / sizeof *pieces)]);
  add_quoted(&random->out, text.data);
  str_free(&text);
}

static void add(Random *random, const char *text) { str_add_text(&random->out, text); }

static void field(Random *random, const char *name) {
  str_printf(&random->out, ", %s: ", name);
  add_text(random);
}

static void maybe_field(Random *random, const char *name) {
  if (maybe(random))
    field(random, name);
}

static void word(Random *random, const char *name, const Vocabulary *words) {
  uint32_t index = below(random, (uint32_t)words->count);
  if (maybe(random) && *words->words[index].name)
    str_printf(&random->out, ", %s: %s", name, words->words[index].name);
}

/* ------------------------------------------------------------------------ tables */

static void amount(Random *random) {
  static const char *const marks[] = {"~", "'–'", "'-'", "'—'", "'/'", "0", "0.00", "''"};
  if (below(random, 3) == 0)
    add(random, marks[below(random, sizeof marks / sizeof *marks)]);
  else
    str_printf(&random->out, "%s%u.%02u%s", below(random, 5) ? "" : "-", below(random, 100000),
               below(random, 100), below(random, 4) ? "" : "0000000000");
}

static void number(Random *random) {
  str_printf(&random->out, "%u.%u", below(random, 100), below(random, 1000));
}

enum { LEAVES_MOST = 8 };

/* A role of a given content, or none. */
static void column(Random *random, Role role, bool named) {
  add(random, "{title: ");
  add_text(random);
  if (named)
    str_printf(&random->out, ", role: %s", role_words.words[role].name);
  add(random, "}");
}

static size_t columns(Random *random, Role *roles) {
  size_t count = 1 + below(random, LEAVES_MOST);
  add(random, "columns: [");
  for (size_t i = 0; i < count; i++) {
    roles[i] = (Role)below(random, ROLE_COUNT);
    bool group = below(random, 4) == 0;
    add(random, i ? ", " : "");
    if (group) {
      add(random, "{title: ");
      add_text(random);
      add(random, ", columns: [");
    }
    column(random, roles[i], true);
    add(random, group ? "]}" : "");
  }
  add(random, "]");
  return count;
}

static void cell(Random *random, Role role) {
  if (role_merges(role) && maybe(random))
    add(random, "^");
  else if (below(random, 6) == 0)
    add(random, "~");
  else if (role_content(role) == CONTENT_MONEY)
    amount(random);
  else if (role_content(role) == CONTENT_NUMBER)
    number(random);
  else
    add_text(random);
}

static void row(Random *random, const Role *roles, size_t count) {
  bool mapping = maybe(random);
  if (mapping && maybe(random))
    str_printf(&random->out, "{level: %u, cells: ", 1 + below(random, 99));
  else if (mapping)
    str_printf(&random->out, "{total: %s, cells: ", maybe(random) ? "true" : "false");
  add(random, "[");
  for (size_t i = 0; i < count; i++) {
    add(random, i ? ", " : "");
    cell(random, roles[i]);
  }
  add(random, mapping ? "]}" : "]");
}

static void table(Random *random) {
  Role roles[LEAVES_MOST];
  size_t count = columns(random, roles);
  add(random, ", rows: [");
  for (uint32_t i = below(random, 6), k = 0; k < i; k++) {
    add(random, k ? ", " : "");
    row(random, roles, count);
  }
  add(random, "]");
}

/* ------------------------------------------------------------------------- bodies */

static void panels(Random *random) {
  add(random, ", panels: [");
  for (uint32_t i = below(random, 3), k = 0; k <= i; k++) {
    add(random, k ? ", {" : "{");
    table(random);
    maybe_field(random, "title");
    add(random, "}");
  }
  add(random, "]");
}

static void funds(Random *random, int depth) {
  add(random, "[");
  for (uint32_t i = below(random, 3), k = 0; k <= i; k++) {
    add(random, k ? ", {label: " : "{label: ");
    add_text(random);
    if (maybe(random))
      add(random, ", role: fiscal");
    add(random, depth && maybe(random) ? ", funds: " : ", amount: ");
    if (random->out.data[random->out.length - 4] == 'd')
      funds(random, depth - 1);
    else
      amount(random);
    add(random, "}");
  }
  add(random, "]");
}

static void remark(Random *random, const char *name) {
  if (maybe(random))
    return;
  str_printf(&random->out, ", %s: {label: ", name);
  add_text(random);
  maybe_field(random, "heading");
  maybe_field(random, "text");
  add(random, "}");
}

static void targets(Random *random) {
  add(random, ", targets: [{subject: [{label: ");
  add_text(random);
  word(random, "role", &subject_words);
  maybe_field(random, "value");
  add(random, "}], funds: ");
  funds(random, 3);
  remark(random, "goal");
  remark(random, "notes");
  if (maybe(random)) {
    add(random, ", indicators: {");
    table(random);
    maybe_field(random, "title");
    add(random, "}");
  }
  add(random, "}]");
}

static void plain_table(Random *random) {
  add(random, ", ");
  table(random);
}

static void nothing(Random *random) { add(random, ", status: not-included"); }

static void annex(Random *random) {
  static void (*const bodies[])(Random *) = {panels, targets, plain_table, nothing};
  add(random, "  - {number: ");
  add_text(random);
  field(random, "title");
  maybe_field(random, "subtitle");
  maybe_field(random, "listed-as");
  maybe_field(random, "note");
  word(random, "kind", &kind_words);
  word(random, "classification", &classification_words);
  word(random, "unit", &unit_words);
  if (maybe(random))
    add(random, ", unit-printed: false");
  bodies[below(random, sizeof bodies / sizeof *bodies)](random);
  add(random, "}\n");
}

static void section(Random *random, int depth) {
  add(random, "{heading: ");
  add_text(random);
  add(random, ", text: [");
  for (uint32_t i = below(random, 3), k = 0; k < i; k++) {
    add(random, k ? ", " : "");
    add_text(random);
  }
  add(random, "]");
  if (depth && maybe(random)) {
    add(random, ", sections: [");
    section(random, depth - 1);
    add(random, "]");
  }
  add(random, "}");
}

static void document(Random *random) {
  add(random, "format: budgettui/1\ntitle: ");
  add_text(random);
  add(random, "\norganization: {name: ");
  add_text(random);
  maybe_field(random, "code");
  maybe_field(random, "short");
  str_printf(&random->out, "}\nyear: %u\nunit: %s\nstage: %s\ncontact: {name: ", 1949 + below(random, 99),
             unit_words.words[below(random, UNIT_COUNT)].name, maybe(random) ? "final" : "budget");
  add_text(random);
  add(random, "}\nnarrative: [");
  section(random, 3);
  add(random, "]\nannexes:\n");
  for (uint32_t i = below(random, 4), k = 0; k <= i; k++)
    annex(random);
}

Test(yaml_writer_random, random_documents_come_back) {
  size_t bytes = 0;
  for (uint64_t seed = 1; seed <= DOCUMENTS; seed++) {
    Random random = {.state = seed * 977, .out = STR_EMPTY};
    document(&random);
    Outcome outcome = outcome_of_bytes(random.out.data, random.out.length);
    cr_assert_not_null(outcome.document, "seed %u: %s\n%s", (unsigned)seed,
                       outcome.diagnostics.list.items[0].message, random.out.data);
    expect_round_trip(outcome.document);
    bytes += random.out.length;
    outcome_free(&outcome);
    str_free(&random.out);
  }
  cr_expect_gt(bytes, DOCUMENTS * 1000u);
}
