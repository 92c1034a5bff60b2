#include "import/pdftotext.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"

enum {
  TICK = 100,            /* milliseconds between two questions whether to go on */
  MOST_MESSAGE = 4096,   /* bytes of standard error kept */
  MOST_DESCRIPTORS = 64, /* of the process */
  HEAD = 1024,           /* bytes in which a PDF names itself */
  NOT_STARTED = 127
};

static const Position nowhere = {0, 0};

/* `what` (translated) is beyond a limit. */
static void refuse_size(const Limits *limits, Limit limit, uint64_t needed, const char *what,
                        Diagnostics *diagnostics) {
  Str advice = STR_EMPTY;
  limit_advise(&advice, limits, limit, needed);
  diag_add(diagnostics, DIAG_ERROR, nowhere, "%s%s%s", what, _(": "), advice.data);
  str_free(&advice);
}

/* ------------------------------------------------------------------- finding */

static bool is_program(const char *path) {
  struct stat status;
  return !stat(path, &status) && S_ISREG(status.st_mode) && !access(path, X_OK);
}

/* The program in the first absolute folder of PATH that has it: a relative folder would let the
 * place where one stands decide what is run. */
static bool find_program(Str *path) {
  const char *folder = getenv("PATH");
  while (folder && *folder) {
    size_t length = strcspn(folder, ":");
    str_clear(path);
    str_add(path, folder, length);
    str_add_text(path, "/pdftotext");
    if (*folder == '/' && is_program(path->data))
      return true;
    folder += length + (folder[length] == ':');
  }
  return false;
}

bool pdftotext_found(void) {
  Str path = STR_EMPTY;
  bool found = find_program(&path);
  str_free(&path);
  return found;
}

/* --------------------------------------------------------------- the document */

static bool has_pdf_head(int file) {
  char head[HEAD];
  ssize_t length = pread(file, head, sizeof head, 0);
  return length > 0 && memmem(head, (size_t)length, "%PDF-", 5);
}

/* Whether the open file may be a PDF of a size that is read. */
static bool check_file(int file, const Limits *limits, Diagnostics *diagnostics) {
  struct stat status;
  if (fstat(file, &status) || !S_ISREG(status.st_mode))
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("expected a file that holds a PDF"));
  else if (!status.st_size)
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("the file is empty: expected a PDF"));
  else if ((uint64_t)status.st_size > limit_of(limits, LIMIT_IMPORT_PDF))
    refuse_size(limits, LIMIT_IMPORT_PDF, (uint64_t)status.st_size,
                _("too many bytes in a PDF, whose parts can be imported one by one"), diagnostics);
  else if (!has_pdf_head(file))
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("this is no PDF: expected a file that begins with '%%PDF-'"));
  else
    return true;
  return false;
}

static bool check_document(const char *file, const Limits *limits, Diagnostics *diagnostics) {
  int descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("cannot read the PDF: %s"), strerror(errno));
    return false;
  }
  bool good = check_file(descriptor, limits, diagnostics);
  close(descriptor);
  return good;
}

/* ------------------------------------------------------------------- starting */

static struct rlimit limit(rlim_t value) {
  return (struct rlimit){.rlim_cur = value, .rlim_max = value};
}

static void set_limits(const Limits *limits) {
  struct rlimit seconds = limit(limit_of(limits, LIMIT_PDFTOTEXT_SECONDS)),
                memory = limit(limit_of(limits, LIMIT_PDFTOTEXT_MEMORY)), core = limit(0),
                descriptors = limit(MOST_DESCRIPTORS);
  setrlimit(RLIMIT_CPU, &seconds);
  setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_CORE, &core);
  setrlimit(RLIMIT_NOFILE, &descriptors);
}

/* In the new process: nothing of ours is left but the two pipes. */
static _Noreturn void become(const char *program, const char *file, const Limits *limits,
                             int output, int errors) {
  static char *const environment[] = {"LC_ALL=C", NULL};
  char *const arguments[] = {"pdftotext", "-bbox", "-enc",       "UTF-8",
                             "-eol",      "unix",  (char *)file, "-",     NULL};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  int input = open("/dev/null", O_RDONLY);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0)
    _exit(NOT_STARTED);
  closefrom(3);
  set_limits(limits);
  execve(program, arguments, environment);
  _exit(NOT_STARTED);
}

static void begin(Pdftotext *run, const char *program, const char *file, const int output[2],
                  const int errors[2]) {
  pid_t self = getpid();
  run->process = fork();
  if (run->process)
    return;
#ifdef __linux__
  /* When we are killed, it goes, too. */
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != self)
    _exit(NOT_STARTED);
#else
  (void)self;
#endif
  become(program, file, run->limits, output[1], errors[1]);
}

static bool start(Pdftotext *run, const char *program, const char *file) {
  int output[2], errors[2];
  if (pipe2(output, O_CLOEXEC))
    return false;
  if (pipe2(errors, O_CLOEXEC)) {
    close(output[0]);
    close(output[1]);
    return false;
  }
  begin(run, program, file, output, errors);
  close(output[1]);
  close(errors[1]);
  run->output = output[0];
  run->errors = errors[0];
  fcntl(run->errors, F_SETFL, O_NONBLOCK);
  run->deadline = clock_seconds() + (double)limit_of(run->limits, LIMIT_PDFTOTEXT_SECONDS);
  return run->process > 0;
}

bool pdftotext_start(Pdftotext *run, const char *file, const Limits *limits,
                     Diagnostics *diagnostics) {
  *run = (Pdftotext){.limits = limits, .output = -1, .errors = -1, .message = STR_EMPTY};
  if (!check_document(file, limits, diagnostics))
    return false;
  Str program = STR_EMPTY;
  /* An absolute path is neither an option nor an address. */
  char *path = realpath(file, NULL);
  bool found = find_program(&program);
  bool started = found && path && start(run, program.data, path);
  if (!found)
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("pdftotext is missing, which reads PDFs: install it (Debian: poppler-utils)"));
  else if (!started)
    diag_add(diagnostics, DIAG_ERROR, nowhere, _("cannot start %s: %s"), program.data,
             strerror(errno));
  free(path);
  str_free(&program);
  return started;
}

/* -------------------------------------------------------------------- reading */

static void close_pipe(int *pipe) {
  if (*pipe >= 0)
    close(*pipe);
  *pipe = -1;
}

/* All of it is read, so that the process never waits for us; its beginning is kept. */
static void take_errors(Pdftotext *run) {
  char buffer[512];
  ssize_t got = -1;
  while (run->errors >= 0 && (got = read(run->errors, buffer, sizeof buffer)) > 0) {
    size_t room = MOST_MESSAGE - run->message.length;
    str_add(&run->message, buffer, (size_t)got < room ? (size_t)got : room);
  }
  if (run->errors >= 0 && got == 0)
    close_pipe(&run->errors);
}

/* Waits until there is output. False: reading has come to its end. */
static bool wait_for_output(Pdftotext *run) {
  while (run->end == PDFTOTEXT_RUNNING) {
    struct pollfd pipes[] = {{.fd = run->output, .events = POLLIN},
                             {.fd = run->errors, .events = POLLIN}};
    poll(pipes, 2, TICK);
    if (pipes[1].revents)
      take_errors(run);
    if (run->go_on && !run->go_on(run->context))
      run->end = PDFTOTEXT_STOPPED;
    else if (clock_seconds() > run->deadline)
      run->end = PDFTOTEXT_SLOW;
    else if (pipes[0].revents)
      return true;
  }
  return false;
}

size_t pdftotext_read(Pdftotext *run, char *buffer, size_t size) {
  if (run->output < 0 || !wait_for_output(run))
    return 0;
  ssize_t got;
  do
    got = read(run->output, buffer, size);
  while (got < 0 && errno == EINTR);
  if (got <= 0)
    close_pipe(&run->output);
  else
    run->taken += (uint64_t)got;
  if (run->taken > limit_of(run->limits, LIMIT_PDFTOTEXT_OUTPUT))
    run->end = PDFTOTEXT_LARGE;
  return got > 0 ? (size_t)got : 0;
}

/* --------------------------------------------------------------------- ending */

/* The first line that it complained with, without line break and control characters. */
static const char *first_complaint(Str *message) {
  message->data[strcspn(message->data, "\n")] = '\0';
  for (char *c = message->data; *c; c++)
    if ((unsigned char)*c < ' ')
      *c = ' ';
  return message->data;
}

static void tell_failure(Pdftotext *run, Diagnostics *diagnostics) {
  if (strstr(run->message.data, "Incorrect password") ||
      strstr(run->message.data, "not allowed"))
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("the PDF is protected by a password: save it without one, and import that"));
  else
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("pdftotext cannot read the PDF (%s): it may be broken; open it in a viewer "
               "and print it to a new PDF"),
             first_complaint(&run->message));
}

/* What it does without memory, too. */
static void tell_end(const Pdftotext *run, int number, Diagnostics *diagnostics) {
  Str what = STR_EMPTY;
  str_printf(&what,
             _("pdftotext was ended by signal %d, as by a broken PDF or for want of memory"),
             number);
  refuse_size(run->limits, LIMIT_PDFTOTEXT_MEMORY, 0, what.data, diagnostics);
  str_free(&what);
}

static void tell_signal(const Pdftotext *run, int number, Diagnostics *diagnostics) {
  if (number == SIGXCPU || number == SIGKILL)
    refuse_size(run->limits, LIMIT_PDFTOTEXT_SECONDS, 0,
                _("pdftotext took too many seconds for the PDF, whose parts can be imported one by "
                  "one"),
                diagnostics);
  else
    tell_end(run, number, diagnostics);
}

/* What the way in which it ended says. */
static bool judge(Pdftotext *run, int status, Diagnostics *diagnostics) {
  if (run->end == PDFTOTEXT_STOPPED)
    return false;
  if (run->end == PDFTOTEXT_LARGE)
    refuse_size(run->limits, LIMIT_PDFTOTEXT_OUTPUT, 0,
                _("pdftotext prints too much of the PDF, whose parts can be imported one by one"),
                diagnostics);
  else if (run->end == PDFTOTEXT_SLOW)
    tell_signal(run, SIGXCPU, diagnostics);
  else if (WIFSIGNALED(status))
    tell_signal(run, WTERMSIG(status), diagnostics);
  else if (WEXITSTATUS(status) == NOT_STARTED)
    diag_add(diagnostics, DIAG_ERROR, nowhere,
             _("cannot start pdftotext: install it anew (Debian: poppler-utils)"));
  else if (WEXITSTATUS(status))
    tell_failure(run, diagnostics);
  else
    return true;
  return false;
}

/* Waits for its exit, which follows at once when its output has ended; kills it when it is late. */
static int wait_for_exit(Pdftotext *run) {
  int status = 0;
  pid_t ended;
  while ((ended = waitpid(run->process, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
    if (run->end == PDFTOTEXT_RUNNING && clock_seconds() > run->deadline)
      run->end = PDFTOTEXT_SLOW;
    if (run->end != PDFTOTEXT_RUNNING)
      kill(run->process, SIGKILL);
    poll(&(struct pollfd){.fd = run->errors, .events = POLLIN}, 1, run->errors < 0 ? 1 : TICK);
    take_errors(run);
  }
  return status;
}

bool pdftotext_finish(Pdftotext *run, Diagnostics *diagnostics) {
  /* Whoever does not read to the end wants no more of it. */
  if (run->output >= 0 && run->end == PDFTOTEXT_RUNNING)
    run->end = PDFTOTEXT_STOPPED;
  int status = wait_for_exit(run);
  take_errors(run);
  close_pipe(&run->output);
  close_pipe(&run->errors);
  bool good = judge(run, status, diagnostics);
  str_free(&run->message);
  return good;
}
