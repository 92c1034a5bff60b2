/* What a key costs on a terminal: from the byte written to the pseudo-terminal
 * to the last byte of the new screen.
 *
 * Usage: bench_keys FILE CODE   a document, and an account code that stands in it
 *
 * Prints, for each kind of key at 80x24, the median and 95th percentile in
 * milliseconds and the median of the bytes written, of those keys that change the screen; before
 * them the CPU time that the program had used when its first screen stood. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "pty.h"

enum {
  SILENCE = 40, /* milliseconds without output: the screen stands */
  IDLE = 300,   /* without any work: nothing is to be written */
  START = 2000, /* without output, while the program starts */
  MOST = 200
};

typedef struct {
  double milliseconds;
  size_t bytes;
} Cost;

static double now(void) { return clock_seconds() * 1e3; }

static bool has_output(Pty *pty, int patience) {
  return poll(&(struct pollfd){.fd = pty->master, .events = POLLIN}, 1, patience) > 0;
}

/* Waits for the answer to a key. False: there is none, the program has done its work. */
static bool wait_for_answer(Pty *pty) {
  double before = -1, used = pty_cpu(pty);
  for (; used > before; before = used, used = pty_cpu(pty))
    if (has_output(pty, IDLE))
      return true;
  return false;
}

/* Takes in what the program writes until it has been silent; when the last of it came. */
static double take_in(Pty *pty, size_t *bytes) {
  char buffer[65536];
  double last = now();
  *bytes = 0;
  while (has_output(pty, SILENCE)) {
    ssize_t got = read(pty->master, buffer, sizeof buffer);
    if (got <= 0)
      break;
    *bytes += (size_t)got;
    last = now();
  }
  return last;
}

static Cost press(Pty *pty, const char *keys) {
  Cost cost = {0};
  double start = now();
  if (write(pty->master, keys, strlen(keys)) < 0)
    exit(4);
  if (wait_for_answer(pty))
    cost.milliseconds = take_in(pty, &cost.bytes) - start;
  return cost;
}

static int by_time(const void *a, const void *b) {
  double x = ((const Cost *)a)->milliseconds, y = ((const Cost *)b)->milliseconds;
  return (x > y) - (x < y);
}

static int by_bytes(const void *a, const void *b) {
  size_t x = ((const Cost *)a)->bytes, y = ((const Cost *)b)->bytes;
  return (x > y) - (x < y);
}

/* A key adds nothing where it changes nothing, as at the end of a small document. */
static void add(Cost *costs, size_t *taken, Cost cost) {
  if (cost.bytes > 0 && *taken < MOST)
    costs[(*taken)++] = cost;
}

static void report(const char *what, Cost *costs, size_t count) {
  if (count == 0) {
    printf("%-30s no key changes the screen\n", what);
    return;
  }
  qsort(costs, count, sizeof *costs, by_time);
  double median = costs[count / 2].milliseconds, high = costs[count * 95 / 100].milliseconds;
  qsort(costs, count, sizeof *costs, by_bytes);
  printf("%-30s %8.2f ms  %8.2f ms  %6zu bytes  (%zu keys)\n", what, median, high,
         costs[count / 2].bytes, count);
}

/* The keys in turn, `rounds` times, each measured alone. */
static void measure(Pty *pty, const char *what, const char *const *keys, size_t count,
                    size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (size_t round = 0; round < rounds; round++)
    for (size_t i = 0; i < count; i++)
      add(costs, &taken, press(pty, keys[i]));
  report(what, costs, taken);
}

/* A prompt opened by a key, and a line typed into it and taken back. */
static void measure_typing(Pty *pty, const char *what, const char *prompt, const char *query,
                           size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (size_t round = 0; round < rounds; round++) {
    press(pty, prompt);
    for (const char *at = query; *at != '\0';) {
      char key[8] = {0};
      size_t length = 1;
      while ((at[length] & 0xC0) == 0x80)
        length++;
      memcpy(key, at, length);
      at += length;
      add(costs, &taken, press(pty, key));
    }
    press(pty, "\033");
  }
  report(what, costs, taken);
}

static void measure_jumps(Pty *pty, const char *code, size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (size_t round = 0; round < rounds; round++) {
    press(pty, "g");
    press(pty, "/");
    press(pty, code);
    add(costs, &taken, press(pty, "\r"));
  }
  report("jump to a code (Enter)", costs, taken);
}

int main(int count, char **words) {
  if (count != 3)
    return 2;
  PtySetup setup = {.arguments = (const char *const[]){"--ambiguous-width=1", words[1], NULL},
                    .patience = 120};
  Pty *pty = pty_open(&setup);
  if (pty == NULL)
    return 4;
  double start = now(), shown = start;
  size_t bytes, all = 0;
  for (; has_output(pty, START); all += bytes) /* the last one before two seconds of silence */
    shown = take_in(pty, &bytes);
  printf("first screen: %.1f ms CPU, %.1f ms, %zu bytes\n", pty_cpu(pty) * 1e3, shown - start, all);
  printf("%-30s %8s     %8s\n", "", "median", "95 %");
  static const char *const views[] = {"1", "2", "3", "4", "5", "6", "7"};
  for (size_t i = 1; i < sizeof views / sizeof *views; i++) /* the first is open */
    printf("view %s, first time %19.2f ms\n", views[i], press(pty, views[i]).milliseconds);
  measure(pty, "change of view (1-7)", views, sizeof views / sizeof *views, 5);
  press(pty, "3");
  measure(pty, "cursor down (j)", (const char *const[]){"j"}, 1, 15);
  measure(pty, "cursor up (k)", (const char *const[]){"k"}, 1, 14);
  press(pty, "g");
  press(pty, "j");
  measure(pty, "fold and unfold (h, l)", (const char *const[]){"l", "h"}, 2, 30);
  measure(pty, "last and first (G, g)", (const char *const[]){"G", "g"}, 2, 15);
  measure(pty, "tag and move down (t)", (const char *const[]){"t"}, 1, 30);
  press(pty, "T");
  measure(pty, "cursor down, all unfolded (j)", (const char *const[]){"E", "g", "j", "j", "j"}, 5, 3);
  measure(pty, "sort (s), three orders", (const char *const[]){"s", "s", "s"}, 3, 2);
  measure(pty, "width (<, >)", (const char *const[]){"<", ">"}, 2, 15);
  press(pty, "=");
  press(pty, "g");
  measure(pty, "next screens and back (^F, ^B)",
          (const char *const[]){"\006", "\006", "\002", "\002"}, 4, 8);
  Cost first = press(pty, "/"), letter = press(pty, "2");
  printf("%-30s %8.2f ms\n", "first key of the first search",
         first.milliseconds + letter.milliseconds);
  press(pty, "\033");
  measure_typing(pty, "search as you type: a code", "/", words[2], 5);
  measure_typing(pty, "search as you type: a name", "/", "一般行政管理事务", 5);
  measure_typing(pty, "filter as you type: a code", "&", words[2], 3);
  measure_typing(pty, "filter as you type: a name", "&", "一般行政管理事务", 3);
  measure_typing(pty, "search as you type: pinyin", "/", "ybxingzglsw", 5);
  measure_jumps(pty, words[2], 15);
  press(pty, "Q");
  pty_close(pty);
  return 0;
}
