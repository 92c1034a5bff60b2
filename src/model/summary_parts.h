/* What the files of the summary share. For summary*.c only. */
#ifndef BUDGETTUI_MODEL_SUMMARY_PARTS_H
#define BUDGETTUI_MODEL_SUMMARY_PARTS_H

#include "model/summary.h"

/* ---- summary_changes.c */

/* Adds the first telling of each topic, in the order of the topics. */
void summary_add_changes(Summary *summary, const Document *document);

#endif
