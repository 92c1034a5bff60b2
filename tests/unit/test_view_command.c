/* The `:` prompt, as keys to a whole browser and what its screen then says. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/i18n.h"
#include "text/utf8.h"
#include "view/action.h"
#include "view/browser.h"
#include "view/shell_parts.h"
#include "yaml/reader.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

static Document *document;
static Shell *shell;
static Browser *browser;
static Canvas canvas;
static Str screen = STR_EMPTY;
static char directory[] = "/tmp/budgettui-command-XXXXXX";

static void paint(void) {
  str_clear(&screen);
  shell_draw(shell, &canvas);
  canvas_write(&canvas, &screen);
}

static void open_sample(void) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, SAMPLE, 10);
  cr_assert_eq(reader_file(SAMPLE, NULL, &document, &diagnostics, NULL), READER_OK);
  diag_close(&diagnostics);
  shell = shell_open(NULL);
  browser = browser_open(document, shell);
  canvas_init(&canvas, 24, 80);
  paint();
}

static void close_sample(void) {
  browser_close(browser);
  shell_close(shell);
  canvas_free(&canvas);
  document_free(document);
  str_free(&screen);
}

static EventResult press(Key key) {
  EventResult result = shell_key(shell, key);
  paint();
  return result;
}

static void type(const char *text) {
  for (size_t length = strlen(text), taken; length > 0; text += taken, length -= taken) {
    uint32_t key;
    taken = utf8_decode(text, length, &key);
    shell_key(shell, key);
  }
  paint();
}

/* ":text" and Enter. */
static EventResult command(const char *text) {
  type(":");
  type(text);
  return press(KEYCODE_ENTER);
}

static void expect(const char *text) {
  cr_expect(strstr(screen.data, text) != NULL, "the screen does not show: %s\n%s", text,
            screen.data);
}

static void expect_none(const char *text) {
  cr_expect(strstr(screen.data, text) == NULL, "the screen shows: %s\n%s", text, screen.data);
}

/* The last line: what is typed. */
static void expect_line(const char *text) {
  const char *last = screen.data;
  for (const char *next; (next = strchr(last, '\n')) != NULL && next[1] != '\0';)
    last = next + 1;
  size_t length = strcspn(last, "\n");
  while (length > 0 && last[length - 1] == ' ')
    length--;
  cr_expect(length == strlen(text) && memcmp(last, text, length) == 0, "typed: %.*s, not %s",
            (int)length, last, text);
}

TestSuite(command, .init = open_sample, .fini = close_sample);

Test(command, a_code_that_stands_in_one_place_is_gone_to) {
  type(":5050101");
  expect("no account has a code that begins with 5050101");
  press(KEYCODE_ESCAPE);
  expect_none("5050101");
  command("50502");
  expect("[5");
  expect("50502");
}

Test(command, the_beginning_of_a_code_lists_accounts_with_their_annexes) {
  type(":3021");
  expect("annex 3");
  expect("30217");
  expect("1/");
  expect_none("限额"); /* of the narrative, nothing */
  expect_line(":3021");
}

Test(command, the_chosen_account_is_gone_to_and_back) {
  command("annexes");
  type(":302");
  expect("1/");
  press(KEYCODE_DOWN);
  expect("2/");
  press(KEYCODE_DOWN);
  press(KEYCODE_UP);
  expect("2/");
  press(KEYCODE_ENTER);
  expect("[2");
  expect("annex 3");
  expect("30201");
  expect_none(":302");
  command("back");
  expect("no.       title");
}

Test(command, a_code_that_no_account_has) {
  command("999");
  expect("no account has a code that begins with 999");
}

Test(command, a_listing_leaves_the_hits_of_the_last_search) {
  type("/公务接待费");
  press(KEYCODE_ENTER);
  type(":301");
  press(KEYCODE_ESCAPE);
  type("n");
  expect_none("nothing searched for yet");
  expect_none("nothing found");
  expect("公务接待费");
}

Test(command, annexes_open_by_number) {
  command("annex 5");
  expect("[2");
  expect("annex 5");
  command("annex 8");
  expect("annex 8 is listed, but not included");
  command("annex 99");
  expect("there is no annex 99");
  command("annex");
  expect("annex N: An annex by its number");
}

Test(command, a_command_leaves_the_help) {
  type("?");
  expect("Moving");
  command("annex 2");
  expect_none("Moving");
  type("?");
  command("2010301");
  expect_none("Moving");
  expect("2010301");
}

Test(command, units_by_name_and_without_an_input_method) {
  command("unit 元");
  expect("amounts in 元");
  expect("22,465,1__*");
  command("unit wan");
  expect("amounts in 万元");
  command("unit 亿元");
  expect("amounts in 亿元");
  command("unit printed");
  expect("amounts as printed");
  command("unit 千元");
  expect("amounts in 千元");
  command("unit 分");
  expect("there is no unit '分'");
  command("unit");
  expect("amounts in 万元");
}

Test(command, columns_are_sorted_by_their_title_or_number) {
  command("functional");
  command("sort 项目");
  expect("项目支出: the largest first");
  expect("▼");
  command("sort 小计 up");
  expect("小计: the smallest first");
  expect("▲");
  command("sort printed");
  expect("小计: in the original order");
  expect_none("▲");
  command("sort 4 down");
  expect("基本支出: the largest first");
  command("sort");
  expect("▲");
  command("sort 支出"); /* of two columns */
  expect("no column, or not one alone, is called '支出'; Tab lists them");
  command("sort 无此列 up");
  expect("is called '无此列'");
  command("sort 99");
  expect("is called '99'");
  type(":sort 小");
  press(KEYCODE_TAB);
  expect_line(":sort 小计");
  type(" d");
  expect("down: the largest first");
  press(KEYCODE_TAB);
  expect_line(":sort 小计 down");
  press(KEYCODE_ENTER);
  expect("小计: the largest first");
  command("narrative");
  command("sort 小计");
  expect("not in this view");
}

Test(command, columns_of_a_table_are_known_by_all_their_titles) {
  command("annex 2");
  type(":sort ");
  expect(" / ");
  press(KEYCODE_ESCAPE);
  command("sort 项目支出");
  expect("项目支出: the largest first");
}

Test(command, settings_are_set) {
  command("functional");
  command("set unit yuan");
  expect("amounts in 元");
  command("set share whole");
  expect("share of the whole");
  command("set share all");
  expect("'all' is no value of 'share'");
  command("set ascii on");
  expect_none("─");
  command("set ascii off");
  expect("─");
  command("set colour red");
  expect("there is no setting 'colour': unit, share or ascii");
  command("set unit");
  expect("'unit' needs a value; there are: 元, 千元, 万元, 亿元, printed");
  type(":set s");
  press(KEYCODE_TAB);
  expect_line(":set share");
  type("p");
  expect("parent: share of the parent");
  press(KEYCODE_TAB);
  expect_line(":set share parent");
  press(KEYCODE_ENTER);
  expect("share of the parent");
}

Test(command, help_shows_what_holds_a_word) {
  command("help clipboard");
  expect("yy");
  expect_none("zz");
  press(KEYCODE_ESCAPE);
  press(KEYCODE_ESCAPE);
  expect_none("yy");
}

Test(command, marks_take_their_letter_at_once_or_as_a_key) {
  command("functional");
  command("mark a");
  expect("mark a is set");
  command("narrative");
  command("go-to-mark a");
  expect("[3");
  command("mark");
  type("b");
  expect("mark b is set");
  command("go-to-mark 1");
  expect("a mark is a letter");
  command("go-to-mark ab");
  expect("a mark is a letter");
  type("j");
  expect_none("a mark is a letter");
}

Test(command, split_opens_a_view_beside) {
  command("functional");
  command("split department-economic");
  expect("│");
  expect("[4");
  command("split annexes");
  expect("[2");
  expect_none("Function ·");
  command("split");
  expect_none("│");
  command("split nothing");
  expect("there is no view 'nothing'; Tab lists them");
  type(":split nar");
  press(KEYCODE_TAB);
  expect_line(":split narrative");
}

Test(command, check_opens_the_checks) {
  command("check");
  expect("[8");
  command("overview");
  command("checks");
  expect("[8");
}

/* Nor does ^L wait for a second key, or become one. */
Test(command, a_key_that_always_works_ends_a_wait_for_another) {
  press('z');
  cr_expect_eq(press(KEY_CONTROL('l')), RESULT_REDRAW);
  press('m');
  cr_expect_eq(press(KEY_CONTROL('z')), RESULT_SUSPEND);
  press('q');
  expect_none("mark q");
}

/* What a key does can be typed: every action is known by its name. */
Test(command, every_action_is_one) {
  for (size_t i = 0; i < action_list_count; i++) {
    const ActionInfo *info = &action_list[i];
    Str text = STR_EMPTY;
    str_add_text(&text, info->name);
    EventResult result = command(text.data), wanted = RESULT_GO_ON;
    static const struct {
      Action action;
      EventResult result;
    } others[] = {{ACTION_QUIT, RESULT_QUIT}, {ACTION_SUSPEND, RESULT_SUSPEND},
                  {ACTION_REDRAW, RESULT_REDRAW}, {ACTION_EDIT, RESULT_EDIT},
                  {ACTION_RELOAD, RESULT_RELOAD}, {ACTION_COPY_ROW, RESULT_COPY},
                  {ACTION_COPY_PATH, RESULT_COPY}, {ACTION_NEXT_DOCUMENT, RESULT_NEXT},
                  {ACTION_PREVIOUS_DOCUMENT, RESULT_PREVIOUS}};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
      if (others[k].action == info->action)
        wanted = others[k].result;
    if (info->action != ACTION_LEAVE)
      cr_expect_eq(result, wanted, "%s", info->name);
    expect_none("there is no command");
    press(KEYCODE_ESCAPE); /* closes prompts and the help */
    press(KEYCODE_ESCAPE);
    str_free(&text);
  }
}

Test(command, typed_actions_do_what_their_keys_do) {
  command("functional");
  expect("[3");
  Str before = STR_EMPTY;
  str_add_text(&before, screen.data);
  type("j");
  Str by_key = STR_EMPTY;
  str_add_text(&by_key, screen.data);
  type("k");
  command("down");
  cr_expect_str_eq(screen.data, by_key.data);
  cr_expect_str_neq(screen.data, before.data);
  str_free(&before);
  str_free(&by_key);
  command("narrative");
  command("sort");
  expect("not in this view; ? lists what there is");
  command("help");
  expect("Moving");
  command("unit");
  expect("not in this view");
}

Test(command, search_and_filter_take_what_they_look_for) {
  command("search xzyx");
  expect("1/2  annex 2:1 annex 9:1");
  press(KEYCODE_ENTER);
  expect("1/2 annex 2 · 2010301 行政运行");
  command("filter 事业运行");
  expect("filter: 事业运行 · 1 row");
  press(KEYCODE_ENTER);
  expect_none("2010302");
}

Test(command, quit_ends_under_the_names_that_it_has_elsewhere) {
  static const char *const names[] = {"quit", "q", "q!", "qa", "qu"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    cr_expect_eq(command(names[i]), RESULT_QUIT, "%s", names[i]);
}

Test(command, unknown_ones_name_the_nearest) {
  command("anex 5");
  expect("there is no command 'anex'; did you mean 'annex'?");
  command("ann");
  expect("there is no command 'ann'; did you mean 'annex'?");
  command("功能");
  expect("there is no command '功能'; Tab lists them; / searches");
  expect_none("did you mean");
  command("check 3");
  expect("nothing follows 'check'");
  command("  ");
  expect_none("there is no command");
  command("");
  expect_none("there is no command");
}

Test(command, tab_goes_through_what_fits) {
  type(": ann");
  expect("annex N: An annex by its number | annexes: Annexes");
  press(KEYCODE_TAB);
  expect_line(": annex");
  expect("1/2 annex N");
  press(KEYCODE_TAB);
  expect_line(": annexes");
  expect("2/2 annexes");
  press(KEYCODE_TAB);
  expect_line(": annex");
  press(KEYCODE_BACK_TAB);
  expect_line(": annexes");
}

Test(command, tab_puts_the_only_fit_and_goes_on_to_what_follows) {
  type(":annex 1");
  press(KEYCODE_BACK_TAB);
  expect_line(":annex 15");
  press(KEYCODE_ESCAPE);
  type(":unit 万");
  expect("万元: ten thousand yuan");
  press(KEYCODE_TAB);
  expect_line(":unit 万元");
  press(KEYCODE_ENTER);
  expect("amounts in 万元");
  type(":unit ");
  expect("千元: thousand yuan | 万元: ten thousand yuan");
  press(KEYCODE_ESCAPE);
  type(":command");
  press(KEYCODE_TAB);
  expect_line(":command");
  press(KEYCODE_ESCAPE);
  type(":zzz");
  press(KEYCODE_TAB);
  expect_line(":zzz");
  expect("there is no command 'zzz'");
}

Test(command, a_beginning_stands_for_the_only_one_while_what_follows_is_typed) {
  type(":uni 万");
  expect("万元: ten thousand yuan");
  press(KEYCODE_TAB);
  expect_line(":uni 万元");
  press(KEYCODE_ENTER);
  expect("amounts in 万元");
  type(":go-to- a");
  expect("go-to-mark [LETTER]: Go to the mark of a letter");
  press(KEYCODE_ESCAPE);
  type(":quit ");
  expect("quit: Leave the program");
  expect_none("there is no command");
}

Test(command, escape_and_backspace_on_nothing_cancel) {
  type(":anne");
  press(KEYCODE_ESCAPE);
  expect_none(":anne");
  type(":a");
  press(KEYCODE_BACKSPACE);
  expect("type the code of an account or a command");
  press(KEYCODE_BACKSPACE);
  expect_none("type the code of an account or a command");
  type("2");
  expect("[2");
}

Test(command, history_is_its_own) {
  type("/公务");
  press(KEYCODE_ENTER);
  command("unit 元");
  command("999");
  type(":");
  press(KEYCODE_UP);
  expect_line(":999");
  press(KEYCODE_UP);
  expect_line(":unit 元");
  press(KEYCODE_UP);
  expect_line(":unit 元");
  press(KEYCODE_DOWN);
  press(KEYCODE_DOWN);
  expect_line(":");
  press(KEYCODE_ESCAPE);
  type("/");
  press(KEYCODE_UP);
  expect_line("/公务");
}

static void paste(const char *text) {
  Event event = {.kind = EVENT_PASTE, .text = text, .length = strlen(text)};
  cr_expect_eq(shell_event(shell, &event), RESULT_GO_ON);
  paint();
}

Test(command, a_pasted_text_goes_into_the_line) {
  type(":");
  paste("annex\n5\n");
  expect_line(":annex 5");
  press(KEYCODE_ENTER);
  expect("annex 5");
  type(":");
  paste("30217\n");
  expect("annex 3"); /* accounts are listed */
}

Test(command, a_pasted_text_is_searched_for_and_never_taken_for_keys) {
  type("m");
  paste("Q\tq30217");
  expect_line("/Q q30217");
  expect("nothing found");
  press(KEYCODE_ESCAPE);
  paste("公务接待费\n");
  expect_line("/公务接待费");
  expect("1/");
  press(KEYCODE_ESCAPE);
  type("?");
  paste("clipboard");
  expect("yy");
  expect_none("zz");
}

Test(command, a_text_too_long_is_cut_and_that_is_said) {
  Str text = STR_EMPTY;
  str_add_fill(&text, '1', 1 << 20);
  paste(text.data);
  expect("a line holds no more than 4096 bytes");
  str_free(&text);
}

Test(command, works_on_the_smallest_screen) {
  canvas_resize(&canvas, 10, 40);
  type(":3021");
  expect("30217");
  expect_line(":3021");
  press(KEYCODE_ESCAPE);
  type(":ann");
  expect("annex N: An annex by its number");
  expect_line(":ann");
}

/* ---- export and writing */

static char *in_directory(const char *name) {
  Str path = STR_EMPTY;
  str_printf(&path, "%s/%s", directory, name);
  return str_take(&path);
}

static void open_directory(void) {
  open_sample();
  canvas_resize(&canvas, 24, 160);
  cr_assert_not_null(mkdtemp(directory));
}

static void close_directory(void) {
  close_sample();
  cr_expect_eq(rmdir(directory), 0, "something is left in %s", directory);
}

TestSuite(command_export, .init = open_directory, .fini = close_directory);

static void export(const char *name, const char *path) {
  Str text = STR_EMPTY;
  str_printf(&text, "%s %s", name, path);
  command(text.data);
  str_free(&text);
}

static bool begins(const char *path, const char *text) {
  char buffer[64] = "";
  FILE *file = fopen(path, "r");
  if (file == NULL)
    return false;
  bool same = fread(buffer, 1, strlen(text), file) == strlen(text) && strcmp(buffer, text) == 0;
  fclose(file);
  return same;
}

Test(command_export, writes_every_format_by_its_ending) {
  static const struct {
    const char *name, *begin;
  } files[] = {{"a.csv", "annex"},
               {"a.html", "<!DOCTYPE html>"},
               {"a.json", "{"},
               {"a.b.yaml", "format"}};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    char *path = in_directory(files[i].name);
    export("export", path);
    expect("written: ");
    expect(files[i].name);
    cr_expect(begins(path, files[i].begin), "%s", files[i].name);
    cr_expect_eq(unlink(path), 0);
    memory_free(path);
  }
}

Test(command_export, refuses_a_file_that_exists) {
  char *path = in_directory("old.csv");
  FILE *file = fopen(path, "w");
  cr_assert_not_null(file);
  fputs("old", file);
  fclose(file);
  export("export", path);
  expect("exists; the command with ! replaces it");
  cr_expect(begins(path, "old"));
  export("export!", path);
  expect("written: ");
  cr_expect(begins(path, "annex"));
  cr_expect_eq(unlink(path), 0);
  memory_free(path);
}

Test(command_export, tells_what_cannot_be_written) {
  char *path = in_directory("none/a.csv"), *unknown = in_directory("a.d/xlsx");
  export("export", path);
  expect("cannot write");
  export("export", unknown);
  expect("names no format; there are .csv .html .json .yaml");
  command("export");
  expect("export FILE: Write the document");
  memory_free(path);
  memory_free(unknown);
}

/* The table that is seen, as it is printed; of a tree, the one in which the account stands. */
Test(command_export, writes_the_annex_of_the_selected_place) {
  char *path = in_directory("a.csv"), *package = in_directory("a.datapackage");
  command("annex 5");
  export("export-annex", path);
  expect("annex 5 written: ");
  cr_expect(begins(path, "2023年预算数 / 合计"));
  export("export-annex", path);
  expect("exists; the command with ! replaces it");
  command("functional");
  export("export-annex!", path);
  expect("annex 2 written: ");
  cr_expect(begins(path, "功能分类科目 / 科目编码"));
  export("export-annex", package);
  expect("'datapackage' holds the whole document; there is none of one annex");
  command("annex 8");
  export("export-annex!", path);
  expect("annex 8 is listed, but not included");
  command("narrative");
  export("export-annex!", path);
  expect("there is no annex at the selected line");
  cr_expect_eq(unlink(path), 0);
  memory_free(path);
  memory_free(package);
}

Test(command_export, knows_the_home_directory) {
  char *path = in_directory("home.csv");
  setenv("HOME", directory, 1);
  command("export ~/home.csv");
  expect("written: ");
  cr_expect(begins(path, "annex"));
  cr_expect_eq(unlink(path), 0);
  memory_free(path);
}

static void remove_package(const char *path) {
  DIR *listing = opendir(path);
  cr_assert_not_null(listing);
  for (const struct dirent *entry; (entry = readdir(listing)) != NULL;)
    if (entry->d_name[0] != '.')
      cr_expect_eq(unlinkat(dirfd(listing), entry->d_name, 0), 0);
  closedir(listing);
  cr_expect_eq(rmdir(path), 0);
}

Test(command_export, writes_a_data_package_as_a_directory) {
  char *path = in_directory("a.datapackage");
  char *described = in_directory("a.datapackage/datapackage.json");
  export("export", path);
  expect("written: ");
  export("export", path);
  expect("exists; the command with ! replaces it");
  export("export!", path);
  expect("written: ");
  cr_expect(begins(described, "{"));
  remove_package(path);
  memory_free(path);
  memory_free(described);
}

Test(command_export, writes_yaml_whatever_the_ending) {
  char *path = in_directory("copy");
  export("w", path);
  expect("written: ");
  cr_expect(begins(path, "format"));
  export("w", path);
  expect("exists; the command with ! replaces it");
  export("w!", path);
  expect("written: ");
  cr_expect_eq(unlink(path), 0);
  memory_free(path);
}

Test(command_export, completes_files_of_the_home_directory) {
  char *path = in_directory("figures.csv");
  fclose(fopen(path, "w"));
  setenv("HOME", directory, 1);
  type(":export! ~/fig");
  press(KEYCODE_TAB);
  expect_line(":export! ~/figures.csv");
  cr_expect_eq(unlink(path), 0);
  memory_free(path);
}

Test(command_export, completes_files) {
  char *path = in_directory("figures.csv"), *hidden = in_directory(".figures");
  fclose(fopen(path, "w"));
  fclose(fopen(hidden, "w"));
  Str line = STR_EMPTY;
  str_printf(&line, ":export! %s", path);
  type(":export! ");
  type(directory);
  type("/");
  press(KEYCODE_TAB);
  expect_line(line.data);
  cr_expect_eq(unlink(path), 0);
  cr_expect_eq(unlink(hidden), 0);
  str_free(&line);
  memory_free(path);
  memory_free(hidden);
}
