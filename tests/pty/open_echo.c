#include "open_echo.h"

#include <criterion/criterion.h>

Pty *pty_open_echo(PtySetup setup) {
  setup.program = TEST_BUILDDIR "/tests/pty/echo";
  setup.rows = setup.rows ? setup.rows : 5;
  setup.columns = setup.columns ? setup.columns : 120;
  Pty *pty = pty_open(&setup);
  cr_assert(pty_row_shows(pty, 0, "keys"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  return pty;
}

Pty *pty_open_and_type(Pty *open(void), const char *const *pieces) {
  enum { TRIES = 20 };
  for (int i = 0; i < TRIES; i++) {
    Pty *pty = open();
    if (pty_type_pieces(pty, pieces))
      return pty;
    pty_close(pty);
  }
  cr_skip_test("the machine is too busy to type the pieces of a sequence soon after each other");
  return NULL;
}
