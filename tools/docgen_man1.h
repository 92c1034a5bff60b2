/* The parts of budgettui(1) that no table tells, as lines of mdoc. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_MAN1_H
#define BUDGETTUI_TOOLS_DOCGEN_MAN1_H

/* In the order in which they stand; each ends with NULL. */
extern const char *const man1_head[], *const man1_description[], *const man1_searching[],
    *const man1_exporting[], *const man1_importing[], *const man1_terminal[],
    *const man1_environment[], *const man1_tail[];

#endif
