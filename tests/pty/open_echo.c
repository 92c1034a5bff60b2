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
