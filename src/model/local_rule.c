#include "model/local_rule.h"

#include "base/i18n.h"

static const Word relations[] = {
    [RELATION_EQUAL] = {"equal", N_("the same")},
    [RELATION_AT_MOST] = {"at-most", N_("the same or less")},
    [RELATION_AT_LEAST] = {"at-least", N_("the same or more")},
};
const Vocabulary local_relation_words = {relations, sizeof relations / sizeof *relations};
