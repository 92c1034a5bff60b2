#include "tui/editor.h"

#include <stdlib.h>
#include <sys/wait.h>

#include "base/i18n.h"
#include "tui/process.h"

enum { STATUS_NOT_FOUND = 127 /* of the shell */ };

static const char *chosen_editor(void) {
  static const char *const names[] = {"VISUAL", "EDITOR"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && value[0])
      return value;
  }
  return "vi";
}

/* The user's words are the shell's to read, as they may hold options; the file's name never is. */
static int run(const char *editor, const char *file, uint32_t line) {
  Str command = STR_EMPTY, place = STR_EMPTY, name = STR_EMPTY;
  str_printf(&command, "%s \"$@\"", editor);
  str_printf(&place, "+%u", (unsigned)line);
  str_printf(&name, "%s%s", file[0] == '-' || file[0] == '+' ? "./" : "", file);
  const char *const at_line[] = {"sh", "-c", command.data, "sh", place.data, name.data, NULL};
  const char *const whole[] = {"sh", "-c", command.data, "sh", name.data, NULL};
  int status = process_run(line ? at_line : whole, -1, false);
  str_free(&command);
  str_free(&place);
  str_free(&name);
  return status;
}

bool editor_run(const char *file, uint32_t line, Str *message) {
  const char *editor = chosen_editor();
  int status = run(editor, file, line);
  if (status == 0)
    return true;
  if (status == -1 || (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_NOT_FOUND))
    str_printf(message, _("there is no editor \"%s\"; VISUAL or EDITOR names another one"), editor);
  else if (WIFEXITED(status))
    str_printf(message, _("the editor \"%s\" ended with status %d"), editor, WEXITSTATUS(status));
  else
    str_printf(message, _("the editor \"%s\" was ended by signal %d"), editor, WTERMSIG(status));
  return false;
}
