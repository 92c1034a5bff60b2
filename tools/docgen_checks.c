/* budgettui-checks(7), the manual page of the rules, from their table. */
#include <string.h>

#include "check/check.h"
#include "check/describe.h"
#include "docgen.h"
#include "docgen_mdoc.h"

static const char *const head[] = {
    ".Dd November 23, 2026",
    ".Dt BUDGETTUI-CHECKS 7",
    ".Os",
    ".Sh NAME",
    ".Nm budgettui-checks",
    ".Nd rules by which the figures of a budget are held together",
    ".Sh DESCRIPTION",
    "These are the rules of",
    ".Ic budgettui check .",
    "Annexes are found by their kind and columns by their role,",
    "never by an annex's number,",
    "and amounts in different units are compared as the money they are.",
    ".Pp",
    "A comparison of figures has one of three outcomes.",
    "It is",
    ".Em exact ;",
    "it is",
    ".Em within rounding ,",
    "since each printed figure may be off by half of its last printed decimal,",
    "and a sum of n addends by n + 1 such halves;",
    "or it is a",
    ".Em mismatch .",
    "A blank adds nothing to a sum, and agrees with a 0.",
    "An amount of the narrative has the tolerance of the table that it is",
    "held against.",
    "Weights are exact.",
    "A rule that finds nothing to compare is",
    ".Em not applicable ,",
    "and says so.",
    "Rules of presence and form give",
    ".Em warnings ,",
    "and",
    ".Em notes",
    "that inform.",
    ".Pp",
    "The name of a rule, or that of its group (the part before the slash),",
    "is what the options",
    ".Fl Fl rule",
    "and",
    ".Fl Fl no-rule",
    "of",
    ".Xr budgettui 1",
    "take, and the key",
    ".Cm off",
    "of",
    ".Xr budgettui-config 5 .",
    "Rules of a user's own, from that file, are the group",
    ".Cm local .",
    ".Sh RULES",
    NULL,
};

static const char *const foot[] = {
    ".Sh PLACES",
    "A finding has the line and column of its place in the file.",
    "The rows of an imported PDF have none and are told by their page:",
    "it stands in the text and in JUnit before what the row is, and in JSON it is the",
    ".Cm page",
    "of a place.",
    "A place of SARIF has no page; there the message begins with it, and it is",
    ".Cm page",
    "among the",
    ".Cm properties",
    "of the",
    ".Cm physicalLocation .",
    ".Sh SEE ALSO",
    ".Xr budgettui 1 ,",
    ".Xr budgettui 5 ,",
    ".Xr budgettui-config 5",
    NULL,
};

static void write_rule(FILE *out, const CheckRule *rule) {
  static const char *const severities[CHECK_OUTCOME_COUNT] = {
      [CHECK_MISMATCH] = "A mismatch fails the document.",
      [CHECK_WARNING] = "Gives a warning.",
      [CHECK_NOTE] = "Gives a note."};
  Str asserts = STR_EMPTY;
  str_printf(&asserts, mdoc_format("Asserted: %s."), mdoc_say(rule->asserts));
  fprintf(out, ".It Sy %s\n", rule->id);
  mdoc_write(out, asserts.data);
  str_free(&asserts);
  mdoc_prose(out, rule->source);
  mdoc_prose(out, severities[rule->severity]);
}

void docgen_checks(FILE *out) {
  mdoc_lines(out, head);
  for (int group = 0; group < CHECK_LOCAL; group++) {
    mdoc_subsection(out, check_group_titles[group]);
    fputs(".Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < check_rule_count; i++)
      if ((int)check_rules[i].group == group)
        write_rule(out, &check_rules[i]);
    fputs(".El\n", out);
  }
  mdoc_lines(out, foot);
}
