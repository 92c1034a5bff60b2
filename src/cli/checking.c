#include "cli/checking.h"

#include "base/i18n.h"
#include "check/describe.h"
#include "cli/configuration.h"
#include "text/width.h"

CheckOptions checking_options(const Options *options) {
  CheckOptions checks = {.exact = options->exact};
  const ConfigCheck *config =
      options->settings && options->settings->config ? &options->settings->config->check : NULL;
  for (size_t i = 0; config && i < config->off_count; i++)
    checks.off |= check_rules_named(config->off[i]);
  if (config) {
    checks.tolerance = (unsigned)config->tolerance;
    checks.local = config->rules;
    checks.local_count = config->rule_count;
  }
  if (options->rules_on)
    checks.off = ~options->rules_on;
  checks.off |= options->rules_off;
  return checks;
}

static TextSign sign_of(const Options *options, CheckOutcome outcome, const char *meaning) {
  const OutcomeWords *words = &check_outcomes[outcome];
  bool ascii = options->ascii || width_ambiguous() != 1;
  return (TextSign){ascii ? words->ascii : words->sign, meaning};
}

void signs_open(Signs *signs, const Options *options, const Document *document) {
  *signs = (Signs){
      .document = document,
      .options = checking_options(options),
      .rounding = sign_of(options, CHECK_ROUNDING, N_("differs within rounding; see 'checks'")),
      .mismatch = sign_of(options, CHECK_MISMATCH, N_("does not hold together; see 'checks'"))};
}

void signs_close(Signs *signs) { check_free(signs->checks); }

const TextSign *signs_of_figure(void *context, const Place *place) {
  Signs *signs = context;
  if (!signs->checks)
    signs->checks = check_run(signs->document, &signs->options);
  const Finding *finding = check_at(signs->checks, place);
  if (finding && finding->outcome == CHECK_ROUNDING)
    return &signs->rounding;
  return finding && finding->outcome == CHECK_MISMATCH ? &signs->mismatch : NULL;
}
