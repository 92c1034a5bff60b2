/* Account names of the national classification (政府收支分类科目) that published documents
 * print; made from data/classification.tsv at build time. Not whole: a code that is missing here is
 * not thereby wrong. */
#ifndef BUDGETTUI_MODEL_CATALOGUE_H
#define BUDGETTUI_MODEL_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

#include "model/vocabulary.h"

/* The name of an account by the `length` digits of its code, or NULL when the catalogue does not
 * hold it. */
const char *catalogue_name(Classification classification, const char *code, size_t length);
/* The same by the key of the code (code_pack in model/row_code.h), which holds all its digits. */
const char *catalogue_name_of_key(Classification classification, uint64_t key);

#endif
