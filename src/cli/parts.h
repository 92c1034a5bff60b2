/* What `show` shows: the parts of the text export, and the report of the checks. */
#ifndef BUDGETTUI_CLI_PARTS_H
#define BUDGETTUI_CLI_PARTS_H

#include "cli/names.h"
#include "export/text.h"

/* A TextPart, or: */
enum { PART_CHECKS = TEXT_PART_COUNT, PART_COUNT };

/* Of a part < PART_COUNT. */
const TextPartInfo *part_info(int part);
NameAt part_name;

#endif
