#include "cli/parts.h"

#include "base/i18n.h"

static const TextPartInfo checks = {
    "checks", N_("whether the figures hold together, as 'check' reports it"), false, false, false};

const TextPartInfo *part_info(int part) {
  return part == PART_CHECKS ? &checks : &text_parts[part];
}

const char *part_name(size_t index) {
  return index < PART_COUNT ? part_info((int)index)->name : NULL;
}
