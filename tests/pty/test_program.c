/* Which wcwidth the program's ncurses asks: told from the program's file. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"

Test(program, exports_its_wcwidth) {
  if (pty_in_valgrind())
    cr_skip_test("it looks into the file of the program");
  char command[4096], said[256] = "";
  snprintf(command, sizeof command, "${NM:-nm} -D '%s' | grep ' T wcwidth$'", pty_program());
  FILE *pipe = popen(command, "r");
  char *line = fgets(said, sizeof said, pipe);
  pclose(pipe);
  cr_assert_not_null(line, "ncurses would ask libc's wcwidth");
}

/* The dynamic linker tells where it binds ncurses' wcwidth. */
Test(program, ncurses_asks_it) {
  char command[4096], said[1024] = "";
  snprintf(command, sizeof command,
           "LD_BIND_NOW=1 LD_DEBUG=bindings TERM=dumb XDG_CONFIG_HOME=/dev/null "
           "'%s' '%s' 2>&1 </dev/null | "
           "grep 'libncursesw.* to .*symbol .wcwidth'",
           pty_program(), TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  FILE *pipe = popen(command, "r");
  char *line = fgets(said, sizeof said, pipe);
  pclose(pipe);
  cr_assert_not_null(line, "the dynamic linker tells of no binding");
  cr_assert_eq(strstr(said, "libc.so"), NULL, "%s", said);
}
