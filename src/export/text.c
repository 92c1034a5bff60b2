#include "export/text.h"

#include "base/i18n.h"
#include "export/text_paper.h"

const TextPartInfo text_parts[TEXT_PART_COUNT] = {
    [TEXT_OVERVIEW] = {"overview", N_("who, how much, for what; the list of annexes"), false, false,
                       false},
    [TEXT_ANNEX] = {"annex", N_("a table as it is printed"), true, false, true},
    [TEXT_FUNCTIONAL] = {"functional", N_("accounts of the functional classification"), true, true,
                         true},
    [TEXT_DEPARTMENT_ECONOMIC] = {"department-economic",
                                  N_("accounts of the departmental economic classification"), true,
                                  true, true},
    [TEXT_GOVERNMENT_ECONOMIC] = {"government-economic",
                                  N_("accounts of the government economic classification"), true,
                                  true, true},
    [TEXT_THREE_PUBLIC] = {"three-public", N_("the three public expenses"), false, false, false},
    [TEXT_TARGETS] = {"targets", N_("performance targets"), false, false, true},
    [TEXT_NARRATIVE] = {"narrative", N_("the text before the annexes"), false, false, false},
};

typedef ExportStatus WritePart(Paper *paper, Str *error);

static WritePart *const writers[TEXT_PART_COUNT] = {
    [TEXT_OVERVIEW] = paper_overview,
    [TEXT_ANNEX] = paper_annex,
    [TEXT_FUNCTIONAL] = paper_tree,
    [TEXT_DEPARTMENT_ECONOMIC] = paper_tree,
    [TEXT_GOVERNMENT_ECONOMIC] = paper_tree,
    [TEXT_THREE_PUBLIC] = paper_three_public,
    [TEXT_TARGETS] = paper_targets,
    [TEXT_NARRATIVE] = paper_narrative,
};

static ExportStatus write_accounts(Paper *paper, Str *error) {
  bool any = false;
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT; i++)
    any |= paper_account(paper, (Classification)i, !any);
  if (any)
    return EXPORT_DONE;
  str_printf(error, _("account %s stands nowhere in the document"), paper->options->code);
  return EXPORT_NOTHING;
}

static ExportStatus run(const Document *document, const TextOptions *options, SinkWrite *write,
                        void *context, WritePart *part, Str *error) {
  Paper paper = {.document = document, .options = options, .scratch = STR_EMPTY};
  sink_open(&paper.sink, write, context);
  ExportStatus status = part(&paper, error);
  return paper_close(&paper) ? status : EXPORT_STOPPED;
}

ExportStatus export_text(const Document *document, const TextOptions *options, SinkWrite *write,
                         void *context, Str *error) {
  return run(document, options, write, context, writers[options->part], error);
}

ExportStatus export_text_account(const Document *document, const TextOptions *options,
                                 SinkWrite *write, void *context, Str *error) {
  return run(document, options, write, context, write_accounts, error);
}
