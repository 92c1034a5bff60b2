#include "tui/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void set_files(posix_spawn_file_actions_t *files, int input, bool silent) {
  posix_spawn_file_actions_init(files);
  if (input >= 0)
    posix_spawn_file_actions_adddup2(files, input, STDIN_FILENO);
  if (!silent)
    return;
  posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(files, STDOUT_FILENO, STDERR_FILENO);
}

/* It stays in our group, so that ^Z stops both of us and a shell continues both. */
static void set_signals(posix_spawnattr_t *attributes) {
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGQUIT);
  posix_spawnattr_init(attributes);
  posix_spawnattr_setsigdefault(attributes, &usual);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

static int wait_for(pid_t process) {
  int status;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR)
      return -1;
  return status;
}

int process_run(const char *const *arguments, int input, bool silent) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  pid_t process;
  set_files(&files, input, silent);
  set_signals(&attributes);
  int error = posix_spawnp(&process, arguments[0], &files, &attributes,
                           (char *const *)(uintptr_t)arguments, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return error ? -1 : wait_for(process);
}
