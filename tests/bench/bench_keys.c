/* What a key costs on a terminal: from the byte written to the pseudo-terminal
 * to the last byte of the new screen.
 *
 * Usage: bench_keys FILE CODE   a document, and an account code that stands in it
 *
 * Prints, for each kind of key at 80x24, the median and 95th percentile in
 * milliseconds and the median of the bytes written; before them the CPU time
 * that the program had used when its first screen stood. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "pty.h"

enum { SILENCE = 40 /* milliseconds without output: the screen stands */, MOST = 200 };

typedef struct {
  double milliseconds;
  size_t bytes;
} Cost;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Takes in what the program writes until it has been silent; when the last of it came. */
static double take_in(Pty *pty, int patience, size_t *bytes) {
  char buffer[65536];
  struct pollfd wait = {.fd = pty->master, .events = POLLIN};
  double last = now();
  *bytes = 0;
  for (int silence = patience; poll(&wait, 1, silence) > 0; silence = SILENCE) {
    ssize_t got = read(pty->master, buffer, sizeof buffer);
    if (got <= 0)
      break;
    *bytes += (size_t)got;
    last = now();
  }
  return last;
}

static Cost press(Pty *pty, const char *keys) {
  Cost cost;
  double start = now();
  if (write(pty->master, keys, strlen(keys)) < 0)
    exit(4);
  cost.milliseconds = take_in(pty, 5000, &cost.bytes) - start;
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

static void report(const char *what, Cost *costs, size_t count) {
  qsort(costs, count, sizeof *costs, by_time);
  double median = costs[count / 2].milliseconds, high = costs[count * 95 / 100].milliseconds;
  qsort(costs, count, sizeof *costs, by_bytes);
  printf("%-28s %8.2f ms  %8.2f ms  %6zu bytes  (%zu keys)\n", what, median, high,
         costs[count / 2].bytes, count);
}

/* The keys in turn, `rounds` times, each measured alone. */
static void measure(Pty *pty, const char *what, const char *const *keys, size_t count,
                    size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (size_t round = 0; round < rounds; round++)
    for (size_t i = 0; i < count && taken < MOST; i++)
      costs[taken++] = press(pty, keys[i]);
  report(what, costs, taken);
}

/* A prompt opened by a key, and a line typed into it and taken back. */
static void measure_typing(Pty *pty, const char *what, const char *prompt, const char *query,
                           size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (size_t round = 0; round < rounds; round++) {
    press(pty, prompt);
    for (const char *at = query; *at != '\0' && taken < MOST;) {
      char key[8] = {0};
      size_t length = 1;
      while ((at[length] & 0xC0) == 0x80)
        length++;
      memcpy(key, at, length);
      at += length;
      costs[taken++] = press(pty, key);
    }
    press(pty, "\033");
  }
  report(what, costs, taken);
}

static void measure_jumps(Pty *pty, const char *code, size_t rounds) {
  Cost costs[MOST];
  size_t taken = 0;
  for (; taken < rounds && taken < MOST; taken++) {
    press(pty, "g");
    press(pty, "/");
    press(pty, code);
    costs[taken] = press(pty, "\r");
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
  for (double last; last = take_in(pty, 2000, &bytes), bytes > 0; all += bytes)
    shown = last; /* the last one before two seconds of silence */
  printf("first screen: %.1f ms CPU, %.1f ms, %zu bytes\n", pty_cpu(pty) * 1e3, shown - start, all);
  printf("%-28s %8s     %8s\n", "", "median", "95 %");
  static const char *const views[] = {"1", "2", "3", "4", "5", "6", "7"};
  for (size_t i = 0; i < sizeof views / sizeof *views; i++)
    printf("view %s, first time %17.2f ms\n", views[i], press(pty, views[i]).milliseconds);
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
  measure(pty, "next screen (^F)", (const char *const[]){"\006"}, 1, 30);
  Cost first = press(pty, "/"), letter = press(pty, "2");
  printf("%-28s %8.2f ms\n", "first key of the first search",
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
