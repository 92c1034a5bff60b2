#include "tui/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "tui/restore.h"
#include "tui/terminal.h"

static volatile sig_atomic_t noted[NSIG];
static volatile sig_atomic_t ending;

_Noreturn static void die_by(int signal_number) {
  sigset_t one;
  signal(signal_number, SIG_DFL);
  sigemptyset(&one);
  sigaddset(&one, signal_number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}

static void on_note(int signal_number) {
  noted[signal_number] = 1;
}

static void on_crash(int signal_number) {
  restore_now();
  die_by(signal_number);
}

static void on_end(int signal_number) {
  if (ending)
    on_crash(signal_number);
  ending = signal_number;
}

static struct {
  int signal_number;
  void (*handler)(int signal_number);
  struct sigaction before;
} table[] = {
  { .signal_number = SIGINT, .handler = on_end },
  { .signal_number = SIGTERM, .handler = on_end },
  { .signal_number = SIGHUP, .handler = on_end },
  { .signal_number = SIGUSR1, .handler = on_end },
  { .signal_number = SIGUSR2, .handler = on_end },
  { .signal_number = SIGALRM, .handler = on_end },
  { .signal_number = SIGPIPE, .handler = on_end },
  { .signal_number = SIGXCPU, .handler = on_end },
  { .signal_number = SIGWINCH, .handler = on_note },
  { .signal_number = SIGTSTP, .handler = on_note },
  { .signal_number = SIGCONT, .handler = on_note },
  { .signal_number = SIGQUIT, .handler = on_crash },
  { .signal_number = SIGSEGV, .handler = on_crash },
  { .signal_number = SIGBUS, .handler = on_crash },
  { .signal_number = SIGABRT, .handler = on_crash },
  { .signal_number = SIGFPE, .handler = on_crash },
  { .signal_number = SIGILL, .handler = on_crash }
};
enum { TABLE_COUNT = sizeof table / sizeof table[0] };

/* A stack that has overflowed cannot run its own handler. */
static struct {
  stack_t before;
  void *memory;
} crash_stack;

static void take_crash_stack(void) {
  size_t size = (size_t)SIGSTKSZ + 16384;
  crash_stack.memory = memory_alloc(size);
  stack_t stack = { .ss_sp = crash_stack.memory, .ss_size = size };
  sigaltstack(&stack, &crash_stack.before);
}

void signals_keep(void) {
  for (size_t i = 0; i < TABLE_COUNT; i++)
    sigaction(table[i].signal_number, NULL, &table[i].before);
}

static void set_handlers(void) {
  for (size_t i = 0; i < TABLE_COUNT; i++) {
    struct sigaction action = { .sa_handler = table[i].handler, .sa_flags = SA_ONSTACK };
    sigemptyset(&action.sa_mask);
    /* nohup and shells without job control ask for some signals to be ignored. */
    bool ignored = table[i].before.sa_handler == SIG_IGN && table[i].handler != on_crash;
    sigaction(table[i].signal_number, ignored ? &table[i].before : &action, NULL);
  }
}

static void put_back_handlers(void) {
  for (size_t i = 0; i < TABLE_COUNT; i++)
    sigaction(table[i].signal_number, &table[i].before, NULL);
}

void signals_catch(void) {
  ending = 0;
  for (int i = 0; i < NSIG; i++)
    noted[i] = 0;
  take_crash_stack();
  set_handlers();
}

/* As system(3) does it: ^C and ^\ are the other program's. */
void signals_lend(void) {
  struct sigaction ignore = { .sa_handler = SIG_IGN };
  sigemptyset(&ignore.sa_mask);
  put_back_handlers();
  sigaction(SIGINT, &ignore, NULL);
  sigaction(SIGQUIT, &ignore, NULL);
}

void signals_take_back(void) { set_handlers(); }

void signals_release(void) {
  put_back_handlers();
  sigaltstack(&crash_stack.before, NULL);
  memory_free(crash_stack.memory);
  crash_stack.memory = NULL;
}

bool signals_took(int signal_number) {
  bool came = noted[signal_number];
  noted[signal_number] = 0;
  return came;
}

bool signals_took_interrupt(void) {
  bool came = ending == SIGINT;
  if (came)
    ending = 0;
  return came;
}

int signals_ending(void) {
  return ending;
}

static bool anything_noted(void) {
  return ending || noted[SIGWINCH] || noted[SIGTSTP] || noted[SIGCONT];
}

static WaitResult result_of(int count, int error, short came) {
  if (count < 0)
    return error == EINTR ? WAIT_OTHER : WAIT_LOST;
  if (!came)
    return WAIT_OTHER;
  return came == POLLIN ? WAIT_INPUT : WAIT_LOST;
}

WaitResult signals_wait(int fd, int other, int milliseconds) {
  struct pollfd inputs[] = { { .fd = fd, .events = POLLIN }, { .fd = other, .events = POLLIN } };
  struct timespec limit = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
  sigset_t handled, open;
  sigemptyset(&handled);
  for (size_t i = 0; i < TABLE_COUNT; i++)
    if (table[i].handler != on_crash)
      sigaddset(&handled, table[i].signal_number);
  /* Blocked while looking, so that no signal slips in between the look and the sleep. */
  sigprocmask(SIG_BLOCK, &handled, &open);
  int count = anything_noted() ? 0 : ppoll(inputs, 2, milliseconds < 0 ? NULL : &limit, &open);
  int error = errno;
  sigprocmask(SIG_SETMASK, &open, NULL);
  return result_of(count, error, inputs[0].revents);
}

void signals_stop(bool group) {
  struct sigaction ours, stop = { .sa_handler = SIG_DFL };
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, NULL, &ours);
  if (ours.sa_handler == SIG_IGN)
    return;
  sigaction(SIGTSTP, &stop, NULL);
  /* A group of its own without a shell above it cannot be stopped: the kernel goes on at once. */
  kill(group ? 0 : getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  signals_took(SIGTSTP);
  signals_took(SIGCONT);
}

_Noreturn void terminal_reraise(void) {
  die_by(ending ? ending : SIGINT);
}
