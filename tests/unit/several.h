/* An application on files that are in memory only, for tests: keys in, the screen as text out. */
#ifndef BUDGETTUI_TEST_SEVERAL_H
#define BUDGETTUI_TEST_SEVERAL_H

#include "view/application.h"

/* A budget of one annex: an office, a year, the rows of a functional tree as YAML, a paragraph. */
#define SEVERAL_BUDGET(office, year, rows, text)                                                   \
  "format: budgettui/1\ntitle: t\norganization: {name: " office "}\nyear: " year "\nunit: 万元\n"  \
  "narrative:\n  - heading: 概况\n    text: [第一段。, " text "]\n"           \
  "annexes:\n  - {number: '1', title: 功能分类, classification: functional, columns: "             \
  "[{title: 科目编码}, {title: 科目名称}, {title: 合计}], rows: [" rows "]}\n"

/* The files that there are; `yaml` NULL: it cannot be read. A later one of a name replaces it. */
void several_write(const char *name, const char *yaml);
/* The list of the files written so far; or, by name, one of them alone. 80 columns, 24 rows. */
void several_open(const char *alone);
/* The list; each file opens at this account. */
void several_open_at(const char *code);
void several_close(void);
Application *several_application(void);

/* Readings since it was opened; the next one is stopped at once. */
size_t several_readings(void);
void several_stop_next(void);

/* Reads all that waits to be read; paints. */
void several_work(void);
/* Each paints. "<Enter>" is Enter, "<BS>" Backspace, "<Esc>" Esc, "<Tab>" Tab. */
EventResult several_type(const char *keys);
EventResult several_mouse(MouseKind kind, const char *text);
void several_resize(int height, int width);
void several_changed(void);

const char *several_screen(void);
void several_expect(const char *text);
void several_expect_none(const char *text);
/* The row selected shows this text. */
void several_expect_selected(const char *text);

#endif
