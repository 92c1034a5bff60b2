/* What reading a document costs beside a bare loop over libyaml's events.
 *
 * Usage: bench_read bare FILE          the events of the file and nothing more (for callgrind)
 *        bench_read read FILE          the document with its trees and code index
 *        bench_read pairs FILE [N]     N runs of each in turn, each in a process of its own:
 *                                      CPU time, the median of the ratios, peak memory */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

#include "base/diag.h"
#include "base/str.h"
#include "text/report.h"
#include "yaml/reader.h"

enum { PAIRS_MOST = 101, PAIRS_USUAL = 7 };

/* CPU time of this process when its last event was taken, or its document stood. */
static double finished;

static void finish(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  finished = (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int read_bare(const char *name) {
  FILE *file = fopen(name, "rb");
  yaml_parser_t parser;
  if (!file || !yaml_parser_initialize(&parser))
    return 3;
  yaml_parser_set_input_file(&parser, file);
  yaml_event_t event;
  bool ended = false, failed = false;
  while (!ended && !failed) {
    failed = !yaml_parser_parse(&parser, &event);
    if (!failed) {
      ended = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
  }
  finish();
  yaml_parser_delete(&parser);
  fclose(file);
  return failed ? 3 : 0;
}

static int read_whole(const char *name) {
  Diagnostics diagnostics;
  Document *document;
  Str report = STR_EMPTY;
  diag_open(&diagnostics, name, 10);
  ReaderStatus status = reader_file(name, NULL, &document, &diagnostics, NULL);
  finish();
  report_all(&report, &diagnostics, 0);
  fputs(report.data, stderr);
  str_free(&report);
  document_free(document);
  diag_close(&diagnostics);
  return status == READER_OK ? 0 : 3;
}

typedef struct {
  double seconds; /* of CPU time */
  long peak;      /* KiB */
} Cost;

/* Runs it in a process of its own, which tells when it had finished. */
static bool measure(int (*run)(const char *), const char *name, Cost *cost) {
  int ends[2];
  if (pipe(ends))
    return false;
  pid_t child = fork();
  if (child == 0) {
    int failed = run(name);
    _exit(write(ends[1], &finished, sizeof finished) != sizeof finished || failed);
  }
  struct rusage usage;
  int status;
  bool well = child > 0 && read(ends[0], &cost->seconds, sizeof cost->seconds) == sizeof cost->seconds &&
              wait4(child, &status, 0, &usage) == child && !status;
  close(ends[0]);
  close(ends[1]);
  cost->peak = usage.ru_maxrss;
  return well;
}

static int ascending(const void *a, const void *b) {
  double one = *(const double *)a, other = *(const double *)b;
  return (one > other) - (one < other);
}

static int read_pairs(const char *name, size_t count) {
  double ratios[PAIRS_MOST];
  Cost bare = {0}, whole = {0};
  struct stat about;
  if (stat(name, &about))
    return 3;
  for (size_t i = 0; i < count; i++) {
    if (!measure(read_bare, name, &bare) || !measure(read_whole, name, &whole))
      return 3;
    ratios[i] = whole.seconds / bare.seconds;
    printf("  bare %.3f s, read %.3f s, ratio %.3f\n", bare.seconds, whole.seconds, ratios[i]);
  }
  qsort(ratios, count, sizeof *ratios, ascending);
  double file = (double)about.st_size / 1024;
  printf("CPU time, read / bare, median of %zu: %.3f\n", count, ratios[count / 2]);
  printf("peak memory: %ld KiB, %.2f x the file of %.0f KiB (bare: %ld KiB)\n", whole.peak,
         (double)whole.peak / file, file, bare.peak);
  return 0;
}

int main(int argc, char **argv) {
  const char *mode = argc >= 3 ? argv[1] : "";
  if (!strcmp(mode, "bare"))
    return read_bare(argv[2]);
  if (!strcmp(mode, "read"))
    return read_whole(argv[2]);
  size_t count = argc > 3 ? strtoul(argv[3], NULL, 10) : PAIRS_USUAL;
  if (!strcmp(mode, "pairs") && count > 0 && count <= PAIRS_MOST)
    return read_pairs(argv[2], count);
  fprintf(stderr, "usage: bench_read bare|read FILE, bench_read pairs FILE [N]\n");
  return 2;
}
