/* budgettui(5), the manual page of the format, from its tables of fields and words. */
#include <string.h>

#include "docgen.h"
#include "docgen_fields.h"
#include "docgen_limits.h"
#include "docgen_mdoc.h"
#include "yaml/fields.h"

static const char *const head[] = {
    ".Dd November 23, 2026",
    ".Dt BUDGETTUI 5",
    ".Os",
    ".Sh NAME",
    ".Nm budgettui",
    ".Nd format of a published departmental budget",
    ".Sh DESCRIPTION",
    "A document of the format",
    ".Li " FORMAT_NAME,
    "is one YAML file in UTF-8.",
    "It holds what an office published, as it was printed, and nothing that",
    "follows from it: trees, sums and shares are computed by",
    ".Xr budgettui 1 .",
    ".Pp",
    "Block and flow style are equal, comments are allowed, and the keys of a",
    "mapping may stand in any order.",
    "Anchors, aliases, tags, keys given twice and a second document in the file",
    "are errors.",
    "A byte order mark and lines that end in CRLF are accepted.",
    "A text is quoted where YAML would take it for something else:",
    "account codes and telephone numbers",
    ".Pq Li \\(dq201\\(dq ,",
    "and what begins with one of",
    ".Li %@&*!|> ,",
    "contains",
    ".Ql \":\\ \" ,",
    "or, in a list in brackets, a comma.",
    NULL,
};

static const char *const example[] = {
    ".Sh EXAMPLES",
    ".Bd -literal",
    "format: " FORMAT_NAME,
    "title: 某区政务服务管理办公室2023年部门预算情况说明",
    "organization: {code: \"128\", name: 某区政务服务管理办公室, short: 政务办}",
    "year: 2023",
    "unit: 万元",
    "narrative:",
    "  - heading: 一、单位基本情况",
    "    text:",
    "      - 内设4个科室。",
    "annexes:",
    "  - number: \"1\"",
    "    title: 2023年一般公共预算财政拨款支出预算表",
    "    kind: general-public-expenditure",
    "    classification: functional",
    "    columns:",
    "      - title: 功能分类科目",
    "        columns: [{title: 科目编码}, {title: 科目名称}]",
    "      - title: 2023年预算数",
    "        columns: [{title: 小计}, {title: 基本支出}, {title: 项目支出}]",
    "    rows:",
    "      - [合计, ~, 2246.51, 646.51, 1600.00]",
    "      - [\"201\", 一般公共服务支出, 2246.51, 646.51, 1600.00]",
    "  - number: \"2\"",
    "    title: 2023年部门收入总表",
    "    status: not-included",
    ".Ed",
    NULL,
};

static const char *const cells[] = {
    ".Ss Cells",
    "What a cell may hold follows from the role of its column.",
    "In every column",
    ".Li ~",
    "is a blank: nothing is printed there, which is not zero.",
    "An empty value, an empty text and",
    ".Li null",
    "are the same.",
    ".Bl -tag -width Ds",
    ".It Amounts",
    "are written as printed, in the unit of the annex:",
    ".Li 2246.51 ,",
    ".Li -3 ,",
    ".Li 0 .",
    "The decimals are kept.",
    "One with thousands separators is quoted:",
    ".Li \\(dq1,600.00\\(dq .",
    "Full-width digits and negative amounts in brackets are read.",
    "An amount is a whole number of fen",
    ".Pq 分 ,",
    "at most 92233720368547758.07 yuan.",
    "A dash",
    ".Pq – , \\- No or —",
    "and a slash",
    ".Pq Li /",
    "are kept as such.",
    ".It Numbers",
    "(weights, quantities, percentages) are exact too, and have no unit.",
    ".It Texts",
    "are kept as they are.",
    "In columns of the three levels of indicators, an unquoted",
    ".Li ^",
    "is a cell merged with the one above.",
    ".El",
    NULL,
};

/* ----------------------------------------------------------------------- words */

static const char *const contents[] = {
    [CONTENT_TEXT] = "text", [CONTENT_MONEY] = "amount", [CONTENT_NUMBER] = "number"};

static void words(FILE *out, const char *title, const Vocabulary *vocabulary, bool roles) {
  mdoc_subsection(out, title);
  fputs(".Bl -tag -width Ds -compact\n", out);
  for (size_t i = 0; i < vocabulary->count; i++) {
    const Word *word = &vocabulary->words[i];
    if (!*word->name)
      continue;
    fprintf(out, ".It Li %s\n%s", word->name, mdoc_say(word->meaning));
    if (roles)
      fprintf(out, mdoc_format(" (%s)"), mdoc_say(contents[role_content((Role)i)]));
    fputs("\n", out);
  }
  fputs(".El\n", out);
}

/* The titles of each role, from the table that the reader goes by. */
static void titles(FILE *out) {
  static const char *const introduction[] = {
      ".Ss Titles that tell a role",
      "Spaces, the width of characters, a year before a title and a unit in brackets",
      "after it make no difference.",
      "Under a group of vehicles a total is that of the vehicles.",
      ".Bl -tag -width Ds -compact",
      NULL,
  };
  mdoc_lines(out, introduction);
  for (size_t i = 0; i < role_words.count; i++) {
    const char *title, *separator = "";
    Role role;
    for (size_t nth = 0; (title = role_title(nth, &role)); nth++) {
      if (role != (Role)i)
        continue;
      if (!*separator)
        fprintf(out, ".It Li %s\n", role_words.words[i].name);
      fprintf(out, "%s%s", separator, title);
      separator = mdoc_say(",\n");
    }
    if (*separator)
      fputc('\n', out);
  }
  fputs(".El\n", out);
}

static void limits(FILE *out) {
  static const char *const introduction[] = {
      "What is beyond these limits is refused, unless",
      ".Xr budgettui 1",
      "is told to read it:",
      NULL,
  };
  mdoc_section(out, "LIMITS");
  mdoc_lines(out, introduction);
  fputs(".Bl -tag -width Ds -compact\n", out);
  for (int i = 0; i <= LIMIT_PIPE; i++)
    docgen_limit(out, (Limit)i);
  fputs(".El\n", out);
}

static const char *const files[] = {
    ".Sh FILES",
    ".Bl -tag -width Ds",
    ".It Pa budgettui-1.schema.json",
    "JSON Schema of this format, for completion and checks in an editor.",
    ".El",
    NULL,
};

static const char *const foot[] = {
    ".Sh SEE ALSO",
    ".Xr budgettui 1",
    NULL,
};

void docgen_man5(FILE *out) {
  mdoc_lines(out, head);
  mdoc_section(out, "MAPPINGS");
  for (size_t i = 0; i < mapping_type_count; i++)
    mdoc_mapping(out, mapping_types[i], NULL);
  mdoc_lines(out, cells);
  mdoc_section(out, "WORDS");
  words(out, "Kinds of annex", &kind_words, false);
  words(out, "Classifications", &classification_words, false);
  words(out, "Roles of columns and funds", &role_words, true);
  titles(out);
  words(out, "Roles of the subject\\(aqs items", &subject_words, false);
  words(out, "Units", &unit_words, false);
  limits(out);
  mdoc_lines(out, files);
  mdoc_lines(out, example);
  mdoc_lines(out, foot);
}
