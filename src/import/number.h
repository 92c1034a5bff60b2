/* The numbers of annexes, as they are printed beside or in front of their titles. */
#ifndef BUDGETTUI_IMPORT_NUMBER_H
#define BUDGETTUI_IMPORT_NUMBER_H

#include "import/job.h"

/* The number that a label like 附件3, 表三 or 预算03表 tells, in digits; NULL: it is none. */
const char *number_label(Job *job, const char *folded);
/* The bytes of a title that number it, as in 表1：收支总表 and 一、收支总表, and the number; 0: none. */
size_t number_of_title(Job *job, const char *title, const char **number);

#endif
