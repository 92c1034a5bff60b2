/* Where the bytes come from and how they are counted: chunks, line breaks, files that are none. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test_yaml.h"
#include "yaml/input.h"

#define ROW_FAULT HEAD ANNEX "      - [~, ~, 1.00]\n      - [~, ~, 约十二]\n"

/* A file of that content in a fresh directory; the caller gives it back. */
typedef struct {
  char directory[64], path[96];
} Scratch;

static Scratch scratch_file(const char *bytes, size_t length) {
  Scratch scratch = {.directory = "/tmp/budgettui-test-XXXXXX"};
  cr_assert_not_null(mkdtemp(scratch.directory));
  snprintf(scratch.path, sizeof scratch.path, "%s/a.yaml", scratch.directory);
  FILE *file = fopen(scratch.path, "wb");
  cr_assert_not_null(file);
  cr_assert_eq(fwrite(bytes, 1, length, file), length);
  fclose(file);
  return scratch;
}

static void scratch_remove(Scratch *scratch) {
  unlink(scratch->path);
  rmdir(scratch->directory);
}

/* Turns each LF into CRLF. */
static void add_crlf(Str *out, const char *text) {
  for (; *text; text++) {
    if (*text == '\n')
      str_add_char(out, '\r');
    str_add_char(out, *text);
  }
}

Test(yaml_input, order_mark_and_crlf_move_no_place) {
  Str text = STR_EMPTY;
  str_add_text(&text, "\xEF\xBB\xBF");
  add_crlf(&text, ROW_FAULT);
  expect_fault(text.data, 13, 16, "“约十二”");
  Scratch scratch = scratch_file(text.data, text.length);
  Outcome outcome = outcome_of_file(scratch.path);
  expect_at(&outcome, 0, 13, 16, "“约十二”");
  outcome_free(&outcome);
  scratch_remove(&scratch);
  str_free(&text);
}

Test(yaml_input, order_mark_counts_in_no_column) {
  expect_fault("\xEF\xBB\xBF- 甲\n", 1, 1, "found a list");
  expect_fault("\xEF\xBB\xBF" "title: 某\xFF\n", 1, 9, "not UTF-8");
}

Test(yaml_input, line_breaks_of_yaml_alone_count_as_characters) {
  /* NEL and U+2028 in a comment; a lone CR between two keys. */
  expect_fault("# 甲\xC2\x85# 乙\xE2\x80\xA8# 丙\ntitle: 丁\rsource: 1\rformat: 2\n", 2, 28,
               "unknown format “2”");
}

Test(yaml_input, rows_after_odd_breaks_have_their_places) {
  Outcome outcome =
      expect_well(HEAD ANNEX "      - [~, \"甲\xE2\x80\xA9 乙\", 1.00] # \xC2\x85 # \xC2\x85\n"
                             "      - [~, ~, 2.00]\n");
  const Table *table = &outcome.document->annexes[0].tables[0];
  cr_assert_eq(table->rows[0].line, 12);
  cr_assert_eq(table->rows[0].cells[2].column, 21);
  cr_assert_eq(table->rows[1].line, 13);
  cr_assert_eq(table->rows[1].column, 9);
  cr_assert_eq(table->rows[1].cells[2].column, 16);
  outcome_free(&outcome);
}

Test(yaml_input, small_chunks_change_nothing) {
  const char *path = TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml";
  Outcome whole = outcome_of_file(path);
  for (size_t chunk = 1; chunk < 200; chunk += 33) {
    input_chunk = chunk;
    Outcome outcome = outcome_of_file(path);
    cr_assert_eq(outcome.diagnostics.list.count, 0);
    cr_assert_eq(outcome.document->annex_count, whole.document->annex_count);
    for (size_t i = 0; i < whole.document->annex_count; i++) {
      const Annex *one = &whole.document->annexes[i], *other = &outcome.document->annexes[i];
      cr_assert_eq(one->at.line, other->at.line);
      cr_assert_str_eq(one->title, other->title);
    }
    outcome_free(&outcome);
  }
  outcome_free(&whole);
}

Test(yaml_input, small_chunks_keep_the_excerpt) {
  Scratch scratch = scratch_file(ROW_FAULT, strlen(ROW_FAULT));
  for (size_t chunk = 1; chunk < 60; chunk += 7) {
    input_chunk = chunk;
    Outcome outcome = outcome_of_file(scratch.path);
    expect_at(&outcome, 0, 13, 16, "“约十二”");
    const Diagnostic *one = &outcome.diagnostics.list.items[0];
    cr_assert(strstr(one->excerpt, "约"), "chunk %zu: “%s”", chunk, one->excerpt);
    cr_assert(!strncmp(one->excerpt + one->caret, "约", 3), "chunk %zu: “%s” %zu", chunk, one->excerpt,
              one->caret);
    outcome_free(&outcome);
  }
  scratch_remove(&scratch);
}

Test(yaml_input, a_fault_told_long_after_its_place_has_its_excerpt) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  - title: 没有编号\n    columns: [{title: 甲}]\n    rows:\n");
  for (int i = 0; i < 2000; i++)
    str_add_text(&text, "      - [一般公共服务支出]\n");
  Scratch scratch = scratch_file(text.data, text.length);
  input_chunk = 512;
  Outcome outcome = outcome_of_file(scratch.path);
  expect_at(&outcome, 0, 8, 5, "missing “number”");
  cr_assert_str_eq(outcome.diagnostics.list.items[0].excerpt, "  - title: 没有编号");
  cr_assert_eq(outcome.diagnostics.list.items[0].caret, 4);
  outcome_free(&outcome);
  scratch_remove(&scratch);
  str_free(&text);
}

Test(yaml_input, long_lines_are_shown_in_part) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  []\nsource: [");
  for (int i = 0; i < 1000; i++)
    str_add_text(&text, "甲乙丙, ");
  str_add_text(&text, "*a]\n");
  Outcome outcome = outcome_of_text(text.data);
  expect_at(&outcome, 0, 9, 9, "expected a text, found a list");
  expect_at(&outcome, 1, 9, 5010, "an alias");
  const Diagnostic *one = &outcome.diagnostics.list.items[1];
  cr_assert_leq(strlen(one->excerpt), 420);
  cr_assert_eq(one->excerpt[one->caret], '*');
  outcome_free(&outcome);
  str_free(&text);
}

/* ----------------------------------------------------------- files that are none */

static void expect_unavailable(const char *path, const char *fragment) {
  Outcome outcome = outcome_of_file(path);
  cr_assert_eq(outcome.status, READER_UNAVAILABLE);
  cr_assert_eq(outcome.diagnostics.list.count, 1);
  expect_at(&outcome, 0, 0, 0, fragment);
  outcome_free(&outcome);
}

Test(yaml_input, what_cannot_be_read_says_why) {
  Scratch scratch = scratch_file("a", 1);
  char missing[sizeof scratch.directory + 32];
  snprintf(missing, sizeof missing, "%s/预算.yaml", scratch.directory);
  expect_unavailable(missing, "No such file");
  expect_unavailable(scratch.directory, "directory");
  chmod(scratch.path, 0);
  if (geteuid() != 0) /* the superuser may read everything */
    expect_unavailable(scratch.path, "Permission denied");
  scratch_remove(&scratch);
}

Test(yaml_input, an_empty_file_is_a_bad_document) {
  Scratch scratch = scratch_file("", 0);
  Outcome outcome = outcome_of_file(scratch.path);
  cr_assert_eq(outcome.status, READER_BAD);
  expect_at(&outcome, 0, 0, 0, "empty");
  outcome_free(&outcome);
  scratch_remove(&scratch);
}

Test(yaml_input, a_pipe_is_read_whole) {
  int ends[2];
  cr_assert_eq(pipe(ends), 0);
  cr_assert_eq(write(ends[1], ROW_FAULT, strlen(ROW_FAULT)), (ssize_t)strlen(ROW_FAULT));
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  Outcome outcome = outcome_of_file("-");
  expect_at(&outcome, 0, 13, 16, "“约十二”");
  outcome_free(&outcome);
}

/* ----------------------------------------------------------------- progress */

typedef struct {
  size_t calls, stop_at;
  uint64_t last, total;
} Told;

static bool note_progress(void *context, Work work, uint64_t done, uint64_t total) {
  Told *told = context;
  cr_assert_eq(work, WORK_READING);
  cr_assert(total == 0 || done <= total);
  cr_assert(done >= told->last || told->total != total, "backwards");
  told->total = total;
  told->last = done;
  return ++told->calls != told->stop_at;
}

Test(yaml_input, progress_is_told_and_can_stop) {
  const char *path = TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml";
  Outcome outcome;
  for (size_t stop_at = 0; stop_at <= 3; stop_at += 3) {
    Told told = {.stop_at = stop_at};
    const Progress progress = {note_progress, &told};
    input_chunk = 4096;
    diag_open(&outcome.diagnostics, path, 20);
    outcome.status = reader_file(path, NULL, &outcome.document, &outcome.diagnostics, &progress);
    cr_assert_eq(outcome.status, stop_at ? READER_STOPPED : READER_OK);
    cr_assert(stop_at ? told.calls == stop_at : told.calls > 5);
    if (stop_at)
      cr_assert(outcome.document == NULL && outcome.diagnostics.list.count == 0);
    outcome_free(&outcome);
  }
}

/* Wherever it is stopped, in a list that is read once more, too, and while a pipe is filled. */
Test(yaml_input, reading_can_be_stopped_at_every_step) {
  const char *path = TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml";
  Told all = {0};
  Outcome outcome;
  for (size_t stop_at = 0; stop_at <= all.calls; stop_at++) {
    Told told = {.stop_at = stop_at};
    const Progress progress = {note_progress, &told};
    input_chunk = 1024;
    diag_open(&outcome.diagnostics, path, 20);
    outcome.status = reader_file(path, NULL, &outcome.document, &outcome.diagnostics, &progress);
    cr_assert_eq(outcome.status, stop_at ? READER_STOPPED : READER_OK, "at step %zu", stop_at);
    if (!stop_at)
      all = told;
    outcome_free(&outcome);
  }
  cr_assert_gt(all.calls, 20u);
}

Test(yaml_input, a_pipe_tells_its_progress_and_can_be_stopped) {
  for (size_t stop_at = 1; stop_at <= 3; stop_at++) {
    int ends[2];
    Outcome outcome;
    Told told = {.stop_at = stop_at};
    const Progress progress = {note_progress, &told};
    cr_assert_eq(pipe(ends), 0);
    cr_assert_eq(write(ends[1], ROW_FAULT, strlen(ROW_FAULT)), (ssize_t)strlen(ROW_FAULT));
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    diag_open(&outcome.diagnostics, "-", 20);
    outcome.status = reader_file("-", NULL, &outcome.document, &outcome.diagnostics, &progress);
    cr_assert_eq(outcome.status, READER_STOPPED, "at step %zu", stop_at);
    cr_assert_eq(told.calls, stop_at);
    outcome_free(&outcome);
  }
}
