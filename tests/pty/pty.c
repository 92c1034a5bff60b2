#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

/* Milliseconds, longer than the program waits for the rest of a sequence, which is longer while it
 * waits for an answer of the terminal, too. */
enum { QUIET = 60, QUIET_UNANSWERED = 200 };
/* Bytes that come this soon after others, in seconds, can be the rest of their sequence. */
static const double SOON_SECONDS = 0.04;

const char *pty_program(void) {
  const char *program = getenv("BUDGETTUI");
  return program && program[0] ? program : TEST_BUILDDIR "/budgettui";
}

bool pty_in_valgrind(void) {
  return getenv("MEMCHECK") != NULL;
}

/* ---------------------------------------------------------------------- the small shell */

static void fill_environment(const PtySetup *setup) {
  static const char *const unset[] = { "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES",
                                       "NO_COLOR", "LINES", "COLUMNS", "TMUX", "STY",
                                       "VISUAL", "EDITOR" };
  for (size_t i = 0; i < sizeof unset / sizeof unset[0]; i++)
    unsetenv(unset[i]);
  setenv("TERM", setup->term ? setup->term : "xterm-256color", 1);
  setenv("LANG", "zh_CN.UTF-8", 1);
  setenv("XDG_CONFIG_HOME", "/dev/null", 1);
  setenv("XDG_STATE_HOME", "/dev/null", 1);
  setenv("BUDGETTUI_LOCALEDIR", TEST_BUILDDIR "/locale", 1);
  for (const char *const *name = setup->environment; name && *name; name++) {
    const char *equals = strchr(*name, '=');
    if (!equals)
      unsetenv(*name);
    else
      putenv(strdup(*name));
  }
}

/* A test run in the background, or under nohup, hands on signals that are ignored. */
static void reset_signals(void) {
  static const int numbers[] = { SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP };
  sigset_t none;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    signal(numbers[i], SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

_Noreturn static void run_program(const PtySetup *setup) {
  enum { MOST = 64 };
  static const char *const sample[] = { TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml", NULL };
  const char *command[MOST + 1];
  size_t count = 0;
  for (const char *const *word = setup->wrapper; word && *word && count < MOST; word++)
    command[count++] = *word;
  if (setup->program && pty_in_valgrind())
    command[count++] = "valgrind"; /* pty_program() sees to that itself */
  command[count++] = setup->program ? setup->program : pty_program();
  for (const char *const *word = setup->arguments ? setup->arguments : sample;
       *word && count < MOST; word++)
    command[count++] = *word;
  command[count] = NULL;
  fill_environment(setup);
  reset_signals();
  if (setup->nohup)
    signal(SIGHUP, SIG_IGN);
  execvp(command[0], (char *const *)(uintptr_t)command);
  perror(command[0]);
  _exit(127);
}

static pid_t start_job(const PtySetup *setup, int gate) {
  pid_t job = fork();
  if (job != 0) {
    setpgid(job, job);
    return job;
  }
  char go;
  setpgid(0, 0);
  tcsetpgrp(STDIN_FILENO, getpid());
  signal(SIGTTOU, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  /* Until the other end is ready to look on. */
  while (read(gate, &go, 1) < 0 && errno == EINTR)
    continue;
  run_program(setup);
}

static void tell(int reports, int number) {
  if (write(reports, &number, sizeof number) != sizeof number)
    _exit(1);
}

/* Runs the job as a shell with job control does: it takes the terminal back when the job stops,
 * and continues it when it is told to. It leaves the terminal's modes alone. */
_Noreturn static void be_shell(const PtySetup *setup, int reports, int commands) {
  int status = 0;
  char command;
  signal(SIGTTOU, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
  pid_t job = start_job(setup, commands);
  fcntl(reports, F_SETFD, FD_CLOEXEC);
  tell(reports, job);
  while (waitpid(job, &status, WUNTRACED) == job) {
    tcsetpgrp(STDIN_FILENO, getpid());
    tell(reports, status);
    if (!WIFSTOPPED(status) || read(commands, &command, 1) != 1)
      break;
    tcsetpgrp(STDIN_FILENO, job);
    kill(-job, SIGCONT);
  }
  kill(-job, SIGKILL);
  _exit(0);
}

/* ------------------------------------------------------------------------- the terminal */

static void on_answer(const char *bytes, size_t length, void *user) {
  Pty *pty = user;
  if (!pty->mute && write(pty->master, bytes, length) < 0)
    perror("the terminal's answer");
}

static int on_property(VTermProp property, VTermValue *value, void *user) {
  Pty *pty = user;
  if (property == VTERM_PROP_ALTSCREEN)
    pty->second_screen = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE)
    pty->cursor_visible = value->boolean;
  return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void open_vterm(Pty *pty, int rows, int columns) {
  pty->vterm = vterm_new(rows, columns);
  vterm_set_utf8(pty->vterm, 1);
  vterm_output_set_callback(pty->vterm, on_answer, pty);
  pty->screen = vterm_obtain_screen(pty->vterm);
  vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
  vterm_screen_enable_altscreen(pty->screen, 1);
  vterm_screen_reset(pty->screen, 1);
  pty->cursor_visible = true;
}

Pty *pty_open(const PtySetup *setup) {
  struct winsize size = { .ws_row = (unsigned short)(setup->rows ? setup->rows : 24),
                          .ws_col = (unsigned short)(setup->columns ? setup->columns : 80) };
  int reports[2], commands[2];
  char name[64];
  Pty *pty = calloc(1, sizeof *pty);
  if (!pty || pipe(reports) < 0 || pipe(commands) < 0)
    abort();
  pty->patience = (setup->patience ? setup->patience : 30) * (pty_in_valgrind() ? 6 : 1);
  pty->mute = setup->mute;
  pty->shell = forkpty(&pty->master, name, NULL, &size);
  if (pty->shell == 0) {
    close(reports[0]);
    close(commands[1]);
    be_shell(setup, reports[1], commands[0]);
  }
  close(reports[1]);
  close(commands[0]);
  pty->reports = reports[0];
  pty->commands = commands[1];
  pty->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  pty->before = pty_modes(pty);
  open_vterm(pty, size.ws_row, size.ws_col);
  if (read(pty->reports, &pty->program, sizeof pty->program) != sizeof pty->program ||
      write(pty->commands, "g", 1) != 1)
    abort();
  return pty;
}

void pty_close(Pty *pty) {
  if (!pty->ended)
    kill(pty->program, SIGKILL);
  close(pty->commands);
  close(pty->reports);
  waitpid(pty->shell, NULL, 0);
  if (pty->master >= 0)
    close(pty->master);
  if (pty->slave >= 0)
    close(pty->slave);
  vterm_free(pty->vterm);
  free(pty->output);
  free(pty);
}

/* ------------------------------------------------------------------------------ pumping */

static void take_output(Pty *pty) {
  char bytes[4096];
  ssize_t length = read(pty->master, bytes, sizeof bytes);
  if (length <= 0)
    return;
  pty->output = realloc(pty->output, pty->received + (size_t)length + 1);
  if (!pty->output)
    abort();
  memcpy(pty->output + pty->received, bytes, (size_t)length);
  pty->received += (size_t)length;
  pty->output[pty->received] = '\0';
  vterm_input_write(pty->vterm, bytes, (size_t)length);
}

static void take_report(Pty *pty) {
  int status;
  if (read(pty->reports, &status, sizeof status) != sizeof status) {
    pty->ended = true;
  } else if (WIFSTOPPED(status)) {
    pty->stopped++;
  } else {
    pty->status = status;
    pty->ended = true;
  }
}

/* Takes in what comes within so many milliseconds; false when nothing came. */
static bool pump(Pty *pty, int milliseconds) {
  struct pollfd inputs[2] = { { .fd = pty->master, .events = POLLIN },
                              { .fd = pty->ended ? -1 : pty->reports, .events = POLLIN } };
  if (poll(inputs, 2, milliseconds) <= 0)
    return false;
  if (inputs[0].revents & POLLIN)
    take_output(pty);
  else if (inputs[1].revents)
    take_report(pty);
  return true;
}

typedef bool Condition(Pty *pty, int row, const char *text);

static bool until(Pty *pty, Condition *holds, int row, const char *text) {
  double deadline = clock_seconds() + pty->patience;
  while (!holds(pty, row, text)) {
    if (clock_seconds() > deadline)
      return false;
    if (!pump(pty, 100) && pty->ended)
      return holds(pty, row, text);
  }
  return true;
}

static bool screen_shows(Pty *pty, int row, const char *text) {
  (void)row;
  return strstr(pty_screen(pty), text) != NULL;
}

static bool row_shows(Pty *pty, int row, const char *text) {
  return strstr(pty_row(pty, row), text) != NULL;
}

static bool has_received(Pty *pty, int row, const char *bytes) {
  (void)row;
  return pty->output && memmem(pty->output, pty->received, bytes, strlen(bytes)) != NULL;
}

static bool has_stopped(Pty *pty, int row, const char *text) {
  (void)row, (void)text;
  return pty->stopped > 0;
}

static bool has_ended(Pty *pty, int row, const char *text) {
  (void)row, (void)text;
  return pty->ended;
}

bool pty_shows(Pty *pty, const char *text) {
  return until(pty, screen_shows, 0, text);
}

bool pty_row_shows(Pty *pty, int row, const char *text) {
  return until(pty, row_shows, row, text);
}

bool pty_received(Pty *pty, const char *bytes) {
  return until(pty, has_received, 0, bytes);
}

bool pty_stops(Pty *pty) {
  bool stopped = until(pty, has_stopped, 0, NULL);
  pty->stopped -= stopped;
  while (pump(pty, 0))
    continue;
  return stopped;
}

bool pty_ends(Pty *pty) {
  bool ended = until(pty, has_ended, 0, NULL);
  while (pty->master >= 0 && pump(pty, 0))
    continue;
  return ended;
}

/* Which of the program's sleeps, counted from its start, it is in; -1: it does not sleep. */
static long sleep_of(Pty *pty) {
  char path[64], line[256], state = '?';
  long count = -1;
  snprintf(path, sizeof path, "/proc/%d/status", (int)pty->program);
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file)) {
    sscanf(line, "State: %c", &state);
    sscanf(line, "voluntary_ctxt_switches: %ld", &count);
  }
  if (file)
    fclose(file);
  return state == 'S' ? count : -1;
}

/* Whether keys wait that the program has not taken; to poll brings them to its end of the line. */
static bool has_keys(Pty *pty) {
  struct pollfd input = { .fd = pty->slave, .events = POLLIN };
  return poll(&input, 1, 0) > 0;
}

/* One sleep all the while: a program that is only held up runs in between. */
static bool has_settled(Pty *pty, int row, const char *text) {
  (void)row, (void)text;
  long sleep = sleep_of(pty);
  return !has_keys(pty) && !pump(pty, pty->mute ? QUIET_UNANSWERED : QUIET) && sleep >= 0 &&
         sleep_of(pty) == sleep;
}

bool pty_settles(Pty *pty) {
  return until(pty, has_settled, 0, NULL);
}

/* ------------------------------------------------------------------------------- acting */

void pty_type(Pty *pty, const char *keys) {
  size_t length = strlen(keys);
  while (length > 0) {
    ssize_t written = write(pty->master, keys, length);
    if (written < 0)
      return;
    keys += written;
    length -= (size_t)written;
    pump(pty, 0);
  }
}

bool pty_type_pieces(Pty *pty, const char *const *pieces) {
  double deadline = clock_seconds() + pty->patience, untaken = deadline;
  bool soon = true;
  for (const char *const *piece = pieces; *piece; piece++) {
    double now = clock_seconds();
    pty_type(pty, *piece);
    bool waits = has_keys(pty);
    soon = soon && clock_seconds() - untaken < SOON_SECONDS;
    for (untaken = now; waits && now < deadline; waits = has_keys(pty)) {
      untaken = now;
      pump(pty, 1);
      now = clock_seconds();
    }
  }
  return soon;
}

void pty_resize(Pty *pty, int rows, int columns) {
  struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
  vterm_set_size(pty->vterm, rows, columns);
  ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(Pty *pty, int signal_number) {
  kill(pty->program, signal_number);
}

void pty_continue(Pty *pty) {
  if (write(pty->commands, "c", 1) != 1)
    perror("continue");
}

void pty_hang_up(Pty *pty) {
  close(pty->slave);
  close(pty->master);
  pty->slave = pty->master = -1;
}

/* ------------------------------------------------------------------------------ looking */

static size_t put_utf8(char *out, uint32_t c) {
  if (c < 0x80)
    return out[0] = (char)c, 1;
  size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
  for (size_t i = length; i-- > 1; c >>= 6)
    out[i] = (char)(0x80 | (c & 0x3F));
  out[0] = (char)(lead[length] | c);
  return length;
}

VTermScreenCell pty_cell(Pty *pty, int row, int column) {
  VTermScreenCell cell;
  memset(&cell, 0, sizeof cell);
  vterm_screen_get_cell(pty->screen, (VTermPos){ .row = row, .col = column }, &cell);
  return cell;
}

static size_t put_row(Pty *pty, int row, char *out, size_t size) {
  int rows, columns;
  size_t length = 0, end = 0;
  vterm_get_size(pty->vterm, &rows, &columns);
  for (int column = 0; column < columns && length + 4 * VTERM_MAX_CHARS_PER_CELL < size; column++) {
    VTermScreenCell cell = pty_cell(pty, row, column);
    if (cell.chars[0] == (uint32_t)-1)
      continue; /* the right half of a wide character */
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
      length += put_utf8(out + length, cell.chars[i]);
    if (!cell.chars[0])
      out[length++] = ' ';
    if (out[length - 1] != ' ')
      end = length;
  }
  out[end] = '\0';
  return end;
}

const char *pty_row(Pty *pty, int row) {
  static char lines[2][4096];
  static int turn;
  turn = !turn;
  put_row(pty, row, lines[turn], sizeof lines[turn]);
  return lines[turn];
}

const char *pty_screen(Pty *pty) {
  static char screens[2][256 * 1024];
  static int turn;
  int rows, columns;
  size_t length = 0;
  turn = !turn;
  vterm_get_size(pty->vterm, &rows, &columns);
  for (int row = 0; row < rows && length + 4096 < sizeof screens[turn]; row++) {
    length += put_row(pty, row, screens[turn] + length, sizeof screens[turn] - length - 1);
    screens[turn][length++] = '\n';
  }
  screens[turn][length] = '\0';
  return screens[turn];
}

int pty_selected(Pty *pty) {
  enum { FRAME_ROWS = 2 };
  int rows, columns;
  vterm_get_size(pty->vterm, &rows, &columns);
  for (int row = FRAME_ROWS; row < rows; row++) {
    int reversed = 0;
    for (int column = 0; column < columns; column++)
      reversed += pty_cell(pty, row, column).attrs.reverse;
    if (reversed > columns / 2)
      return row;
  }
  return -1;
}

VTermPos pty_cursor(Pty *pty) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &position);
  return position;
}

bool pty_mode(Pty *pty, const char *number) {
  char on[32], off[32];
  bool is_on = false;
  snprintf(on, sizeof on, "\033[?%sh", number);
  snprintf(off, sizeof off, "\033[?%sl", number);
  for (const char *at = pty->output; at && *at; at++)
    if (strncmp(at, on, strlen(on)) == 0)
      is_on = true;
    else if (strncmp(at, off, strlen(off)) == 0)
      is_on = false;
  return is_on;
}

struct termios pty_modes(Pty *pty) {
  struct termios modes;
  memset(&modes, 0, sizeof modes);
  tcgetattr(pty->slave, &modes);
  return modes;
}

bool pty_same_modes(const struct termios *a, const struct termios *b) {
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
         a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

double pty_cpu(Pty *pty) {
  clockid_t clock;
  struct timespec used = { 0, 0 };
  if (clock_getcpuclockid(pty->program, &clock) == 0)
    clock_gettime(clock, &used);
  return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}
