/* What checking costs beside reading: CPU time of both, in pairs, and their ratio.
 *
 * Usage: bench_check FILE [PAIRS] */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check/check.h"
#include "read_document.h"

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b) {
  const double *left = a, *right = b;
  return (*left > *right) - (*left < *right);
}

/* One pair: the ratio of checking to reading; negative when the file cannot be read. */
static double measure(const char *file) {
  double start = cpu_seconds();
  Document *document = read_document(file);
  double read = cpu_seconds();
  if (!document)
    return -1;
  check_free(check_run(document, NULL));
  double checked = cpu_seconds();
  document_free(document);
  printf("read %.3f s, check %.3f s\n", read - start, checked - read);
  return (checked - read) / (read - start);
}

int main(int argc, char **argv) {
  enum { MOST = 99 };
  int pairs = argc > 2 ? atoi(argv[2]) : 3;
  double ratios[MOST];
  if (argc < 2 || pairs < 1 || pairs > MOST) {
    fputs("usage: bench_check FILE [PAIRS]\n", stderr);
    return 2;
  }
  for (int i = 0; i < pairs; i++)
    if ((ratios[i] = measure(argv[1])) < 0)
      return 3;
  qsort(ratios, (size_t)pairs, sizeof *ratios, compare);
  printf("check / read, median of %d: %.2f\n", pairs, ratios[pairs / 2]);
  return 0;
}
