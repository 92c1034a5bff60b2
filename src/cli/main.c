#include <stdio.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/commands.h"
#include "cli/locale.h"
#include "cli/message.h"
#include "tui/terminal.h"

/* Nothing is left to allocate: the message is written as it is. */
static void no_memory(size_t size) {
  static const char text[] = "budgettui: out of memory\n";
  (void)size;
  terminal_restore();
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
    _exit(STATUS_SURROUNDINGS);
  _exit(STATUS_SURROUNDINGS);
}

/* What was printed may still fail to arrive. */
static Status close_output(Status status) {
  bool failed = ferror(stdout) != 0;
  if (fclose(stdout) && !failed)
    return message_output();
  return status;
}

int main(int argc, char **argv) {
  Options options;
  memory_on_failure(no_memory);
  locale_start(LOCALEDIR);
  Status status = options_read(argc, argv, &options);
  if (status == STATUS_OK)
    status = command_run(&options);
  options_free(&options);
  if (status == STATUS_SIGNAL)
    terminal_reraise();
  return close_output(status);
}
