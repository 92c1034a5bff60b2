/* How the browser begins: at a view, in a unit, with keys of the user's own. */
#include <criterion/criterion.h>
#include <string.h>

#include "screen.h"
#include "view/browser.h"
#include "view/key_choice.h"

static Screen screen;
static Shell *shell;
static Browser *browser;

static void begin(const ShellStart *start) {
  screen_open(&screen, &view_overview, NULL); /* for its document */
  screen_size(&screen, 24, 100);
  shell = shell_open(start);
  browser = browser_open(screen.document, shell);
}

static void end(void) {
  browser_close(browser);
  shell_close(shell);
  screen_close(&screen);
}

static void expect(const char *text) {
  shell_draw(shell, &screen.canvas);
  str_clear(&screen.text);
  canvas_write(&screen.canvas, &screen.text);
  cr_expect(strstr(screen.text.data, text), "“%s” is not in:\n%s", text, screen.text.data);
}

Test(view_start, view_unit_and_shares) {
  begin(&(ShellStart){
      .view = ACTION_VIEW_3, .unit = UNIT_YUAN + 1, .share = SHARE_OF_WHOLE});
  expect("[3");
  expect("22,465,1__*");
  expect("%");
  end();
}

/* A unit that the key U does not lead to. */
Test(view_start, thousands) {
  begin(&(ShellStart){.view = ACTION_VIEW_3, .unit = UNIT_THOUSAND + 1});
  expect("千元");
  shell_key(shell, 'U');
  expect("amounts in 万元");
  end();
}

Test(view_start, messages_name_the_users_keys) {
  Keymap keys;
  KeyChoices choices = {0};
  Str why = STR_EMPTY;
  key_choices_begin(&choices, ACTION_HELP);
  cr_assert(key_choices_add(&choices, ACTION_HELP, "F5", &why));
  key_choices_begin(&choices, ACTION_LEAVE);
  key_choices_begin(&choices, ACTION_SEARCH);
  cr_assert(key_choices_add(&choices, ACTION_SEARCH, "F6", &why));
  keymap_open(&keys);
  key_choices_apply(&choices, &keys);
  begin(&(ShellStart){.keys = &keys});
  shell_key(shell, '!');
  expect("! does nothing here; F5 lists the keys");
  shell_key(shell, KEYCODE_BACKSPACE);
  expect("this is the top level\n");
  shell_key(shell, 'n');
  expect("nothing searched for yet; F6 searches");
  shell_key(shell, KEYCODE_F1 + 4);
  expect("F5");
  end();
  keymap_close(&keys);
  key_choices_free(&choices);
  str_free(&why);
}

Test(view_start, and_the_usual_ones) {
  begin(NULL);
  shell_key(shell, '!');
  expect("! does nothing here; ? lists the keys");
  shell_key(shell, KEYCODE_BACKSPACE);
  expect("this is the top level; q leaves");
  end();
}
