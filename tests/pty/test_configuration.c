/* A configuration and the options that go before it, as the browser begins with them. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pty.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

static char file[32];

/* Unlinked by each test, also before it writes another one. */
static void write_config(const char *text) {
  snprintf(file, sizeof file, "/tmp/budgettui-config-XXXXXX");
  int opened = mkstemp(file);
  cr_assert_geq(opened, 0);
  cr_assert_geq(write(opened, text, strlen(text)), 0);
  close(opened);
}

static const char config[] = "display: {view: functional, unit: 元}\n"
                             "keys:\n"
                             "  quit: zx\n"
                             "  annexes: F2\n"
                             "  sort: [a]\n";

Test(configuration, begins_and_has_its_keys) {
  write_config(config);
  Pty *pty = pty_open(&(PtySetup){.arguments = (const char *const[]){"--config", file, SAMPLE, NULL}});
  cr_expect(pty_row_shows(pty, 1, "[3"), "%s", pty_screen(pty));
  cr_expect(pty_row_shows(pty, 0, "元"), "%s", pty_screen(pty));
  pty_type(pty, "a");
  cr_expect(pty_row_shows(pty, 3, "▼"), "a sorts: %s", pty_screen(pty));
  pty_type(pty, "\033OQ");
  cr_expect(pty_row_shows(pty, 1, "[2"), "F2 opens the annexes: %s", pty_screen(pty));
  pty_type(pty, "zx");
  cr_expect(pty_ends(pty), "%s", pty_screen(pty));
  cr_expect_eq(pty->status, 0);
  pty_close(pty);
  unlink(file);
}

Test(configuration, options_go_before_it) {
  write_config(config);
  Pty *pty = pty_open(&(PtySetup){
      .arguments = (const char *const[]){"--config", file, "--view", "department-economic", "--unit",
                                         "printed", SAMPLE, NULL}});
  cr_expect(pty_row_shows(pty, 1, "[4"), "%s", pty_screen(pty));
  cr_expect(pty_row_shows(pty, 0, "万元"), "%s", pty_screen(pty));
  pty_type(pty, "zx");
  cr_expect(pty_ends(pty));
  pty_close(pty);
  unlink(file);
}

/* Of 256 colours; libvterm tells an index as it was sent. */
Test(configuration, colors) {
  write_config("colors: {title: [208, bright-blue, underline], heading: none}\n");
  Pty *pty = pty_open(&(PtySetup){
      .arguments = (const char *const[]){"--config", file, "--view", "functional", SAMPLE, NULL}});
  cr_expect(pty_row_shows(pty, 3, "科目编码"), "%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  VTermScreenCell title = pty_cell(pty, 0, 1), heading = pty_cell(pty, 3, 1);
  cr_expect(VTERM_COLOR_IS_INDEXED(&title.fg) && title.fg.indexed.idx == 208, "%d",
            title.fg.indexed.idx);
  cr_expect(VTERM_COLOR_IS_INDEXED(&title.bg) && title.bg.indexed.idx == 12, "%d",
            title.bg.indexed.idx);
  cr_expect(title.attrs.underline && !title.attrs.bold);
  cr_expect(!heading.attrs.bold && VTERM_COLOR_IS_DEFAULT_FG(&heading.fg));
  pty_type(pty, "Q");
  cr_expect(pty_ends(pty));
  pty_close(pty);
  unlink(file);
}

/* The number of a colour as it was sent; -1: the terminal's own. */
static int index_of(VTermColor color, bool foreground) {
  bool own = foreground ? VTERM_COLOR_IS_DEFAULT_FG(&color) : VTERM_COLOR_IS_DEFAULT_BG(&color);
  return own || !VTERM_COLOR_IS_INDEXED(&color) ? -1 : color.indexed.idx;
}

/* The bar of the selected line has its own colour where that reads well: on the terminal's own colours
 * in reverse. Where the line has colours of its own, it is a shade of them. */
Test(configuration, the_bar_of_the_selected_line) {
  enum { SHADE = 0x2592, BLOCK = 0x2588 };
  static const struct {
    const char *config;
    uint32_t sign;
    int color, behind;
    bool reverse;
  } cases[] = {{"colors: {bar: 208}\n", BLOCK, -1, 208, true},
               {"colors: {bar: underline}\n", SHADE, -1, -1, true},
               {"colors: {selected: [black, yellow]}\n", SHADE, 0, 3, false},
               {"colors: {selected: [cyan, reverse]}\n", SHADE, 6, -1, true},
               {"colors: {selected: bold}\n", BLOCK, -1, -1, false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    write_config(cases[i].config);
    Pty *pty = pty_open(&(PtySetup){
        .arguments = (const char *const[]){"--config", file, "--view", "functional", SAMPLE, NULL}});
    cr_assert(pty_row_shows(pty, 3, "科目编码"), "%s", pty_screen(pty));
    cr_assert(pty_settles(pty));
    VTermScreenCell bar = pty_cell(pty, 4, 73);
    cr_expect_eq(bar.chars[0], cases[i].sign, "case %zu: %X", i, bar.chars[0]);
    cr_expect_eq(index_of(bar.fg, true), cases[i].color, "case %zu: %d", i, index_of(bar.fg, true));
    cr_expect_eq(index_of(bar.bg, false), cases[i].behind, "case %zu: %d", i,
                 index_of(bar.bg, false));
    cr_expect_eq(bar.attrs.reverse != 0, cases[i].reverse, "case %zu", i);
    pty_close(pty);
    unlink(file);
  }
}

/* Where there are fewer colours, the nearest ones; where there are none, attributes alone. */
Test(configuration, colors_of_lesser_terminals) {
  static const struct {
    const char *term;
    int title, title_behind, heading;
    bool title_bold, heading_underlined;
  } cases[] = {{"xterm-256color", 208, 250, 9, false, true},
               {"xterm", 1, -1, 1, false, true},
               {"linux", 1, -1, 1, false, false}, /* underlines nothing that has a colour */
               {"xterm-mono", -1, -1, -1, true, true},
               {"vt100", -1, -1, -1, true, true}};
  write_config("colors: {title: [208, 250], heading: [bright-red, underline]}\n");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Pty *pty = pty_open(&(PtySetup){
        .term = cases[i].term,
        .arguments = (const char *const[]){"--config", file, "--view", "functional", SAMPLE, NULL}});
    cr_assert(pty_row_shows(pty, 3, "科目编码"), "%s", pty_screen(pty));
    cr_assert(pty_settles(pty));
    VTermScreenCell title = pty_cell(pty, 0, 1), heading = pty_cell(pty, 3, 1);
    cr_expect_eq(index_of(title.fg, true), cases[i].title, "TERM=%s: %d", cases[i].term,
                 index_of(title.fg, true));
    cr_expect_eq(index_of(title.bg, false), cases[i].title_behind, "TERM=%s: %d", cases[i].term,
                 index_of(title.bg, false));
    cr_expect_eq(index_of(heading.fg, true), cases[i].heading, "TERM=%s: %d", cases[i].term,
                 index_of(heading.fg, true));
    cr_expect_eq(title.attrs.bold != 0, cases[i].title_bold, "TERM=%s", cases[i].term);
    cr_expect_eq(heading.attrs.underline != 0, cases[i].heading_underlined, "TERM=%s", cases[i].term);
    cr_expect_not(heading.attrs.bold, "TERM=%s", cases[i].term);
    pty_close(pty);
  }
  unlink(file);
}
