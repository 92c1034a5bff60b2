#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/pdf.h"

/* A folder with a program of our own in the place of pdftotext, and a file for it. */
typedef struct {
  char folder[64];
  char file[96];
  Diagnostics diagnostics;
} Room;

static void write_file(const char *path, const char *text, mode_t mode) {
  FILE *file = fopen(path, "w");
  cr_assert_not_null(file);
  fputs(text, file);
  fclose(file);
  chmod(path, mode);
}

/* `script` NULL: there is no such program. */
static void room_open(Room *room, const char *script, const char *document) {
  char path[96];
  strcpy(room->folder, "/tmp/budgettui-test-XXXXXX");
  cr_assert_not_null(mkdtemp(room->folder));
  snprintf(path, sizeof path, "%s/pdftotext", room->folder);
  if (script)
    write_file(path, script, 0755);
  setenv("PATH", room->folder, 1);
  snprintf(room->file, sizeof room->file, "%s/a.pdf", room->folder);
  if (document)
    write_file(room->file, document, 0644);
  diag_open(&room->diagnostics, "a.pdf", 10);
}

static void room_close(Room *room) {
  char path[96];
  snprintf(path, sizeof path, "%s/pdftotext", room->folder);
  unlink(path);
  unlink(room->file);
  rmdir(room->folder);
  diag_close(&room->diagnostics);
}

static bool room_read(Room *room, Limits limits, const Progress *progress) {
  Stream *stream = stream_new();
  bool good = pdf_file(room->file, &limits, stream, &room->diagnostics, progress);
  stream_free(stream);
  return good;
}

/* Expects reading to fail with a message that holds `part`. */
static void expect_failure(const char *script, const char *document, Limits limits,
                           const char *part) {
  Room room;
  room_open(&room, script, document);
  cr_expect_not(room_read(&room, limits, NULL));
  cr_assert_eq(room.diagnostics.list.count, 1, "%s: %zu messages", part,
               room.diagnostics.list.count);
  const char *message = room.diagnostics.list.items[0].message;
  cr_expect(strstr(message, part) != NULL, "expected “%s”, found “%s”", part, message);
  room_close(&room);
}

#define DOCUMENT "%PDF-1.4\n"
#define EMPTY_PAGE "<page width=\"1\" height=\"1\"></page>"
#define ONE_WORD                                                                     \
  "<page width=\"9\" height=\"9\"><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">" \
  "a</word></page>"

Test(import_pdftotext, names_the_package_when_it_is_missing) {
  expect_failure(NULL, DOCUMENT, limits_standard(), "poppler-utils");
}

Test(import_pdftotext, looks_in_absolute_folders_only) {
  Room room;
  room_open(&room, "#!/bin/sh\n", DOCUMENT);
  cr_expect(pdftotext_found());
  cr_assert_eq(chdir(room.folder), 0);
  setenv("PATH", ".::relative", 1);
  cr_expect_not(pdftotext_found());
  unsetenv("PATH");
  cr_expect_not(pdftotext_found());
  room_close(&room);
}

Test(import_pdftotext, refuses_what_is_no_pdf) {
  expect_failure("#!/bin/sh\n", NULL, limits_standard(), "cannot read the PDF");
  expect_failure("#!/bin/sh\n", "", limits_standard(), "empty");
  expect_failure("#!/bin/sh\n", "title: x\n", limits_standard(), "no PDF");
  Limits small = limits_standard();
  small.values[LIMIT_IMPORT_PDF] = 4;
  expect_failure("#!/bin/sh\n", DOCUMENT, small, "at most 4; to read it all the same, use '--limit import-pdf=");
}

Test(import_pdftotext, tells_why_it_failed) {
  expect_failure("#!/bin/sh\necho 'Command Line Error: Incorrect password' >&2\nexit 1\n", DOCUMENT,
                 limits_standard(), "password");
  expect_failure("#!/bin/sh\nprintf \"Syntax Error: \\033[31mno trailer\\nmore\" >&2\nexit 1\n",
                 DOCUMENT, limits_standard(), "(Syntax Error:  [31mno trailer)");
  expect_failure("#!/bin/sh\nkill -ABRT $$\n", DOCUMENT, limits_standard(),
                 "want of memory: at most 2G; to read it all the same, use '--limit "
                 "pdftotext-memory=4G'");
  expect_failure("#!/bin/sh\nexit 127\n", DOCUMENT, limits_standard(), "cannot start");
}

Test(import_pdftotext, tells_that_there_is_nothing_to_read) {
  expect_failure("#!/bin/sh\n", DOCUMENT, limits_standard(), "no pages");
  expect_failure("#!/bin/sh\necho '" EMPTY_PAGE "'\n", DOCUMENT, limits_standard(), "ocrmypdf");
  expect_failure("#!/bin/sh\necho '<page width=\"1\">'\n", DOCUMENT,
                 limits_standard(), "without its size");
  expect_failure("#!/bin/sh\necho '<page width=\"1\" height=\"1\">'\n", DOCUMENT, limits_standard(),
                 "ends within a page");
}

Test(import_pdftotext, has_limits, .timeout = 20) {
  Limits limits = limits_standard();
  limits.values[LIMIT_PDFTOTEXT_SECONDS] = 1;
  expect_failure("#!/bin/sh\nexec /bin/sleep 100\n", DOCUMENT, limits, "use '--limit pdftotext-seconds=2'");
  /* It closes its output and goes on. */
  expect_failure("#!/bin/sh\necho '" ONE_WORD "'\nexec >&- 2>&-\nexec /bin/sleep 100\n", DOCUMENT,
                 limits, "use '--limit pdftotext-seconds=2'");
  expect_failure("#!/bin/sh\nwhile :; do :; done\n", DOCUMENT, limits, "use '--limit pdftotext-seconds=2'");
  limits = limits_standard();
  limits.values[LIMIT_PDFTOTEXT_OUTPUT] = 1 << 20;
  expect_failure("#!/bin/sh\nexec /usr/bin/yes '" ONE_WORD "'\n", DOCUMENT, limits, "use '--limit pdftotext-output=2M'");
}

Test(import_pdftotext, is_never_held_up_by_complaints, .timeout = 20) {
  Room room;
  room_open(&room,
            "#!/bin/sh\n/usr/bin/yes complaint | /usr/bin/head -c 1000000 >&2\n"
            "echo '" ONE_WORD "'\n",
            DOCUMENT);
  cr_expect(room_read(&room, limits_standard(), NULL));
  cr_expect_eq(room.diagnostics.list.count, 0);
  room_close(&room);
}

static bool stop(void *context, Work work, uint64_t done, uint64_t total) {
  (void)work, (void)done, (void)total;
  return --*(int *)context > 0;
}

Test(import_pdftotext, ends_when_it_is_told_to, .timeout = 20) {
  Room room;
  int questions = 3;
  room_open(&room, "#!/bin/sh\nexec /bin/sleep 100\n", DOCUMENT);
  cr_expect_not(room_read(&room, limits_standard(), &(Progress){stop, &questions}));
  cr_expect_eq(room.diagnostics.list.count, 0);
  room_close(&room);
}

Test(import_pdftotext, gives_the_program_nothing_of_ours) {
  Room room;
  setenv("SECRET", "1", 1);
  int leaked = open("/dev/null", O_RDONLY), far = fcntl(leaked, F_DUPFD, 50);
  cr_assert_eq(far, 50);
  room_open(&room,
            "#!/bin/sh\n[ -z \"$SECRET\" ] && [ ! -e /proc/$$/fd/50 ] || exit 3\n"
            "case \"$6\" in /*) ;; *) exit 4;; esac\n"
            "read -r line && exit 5\n[ $(ulimit -c) = 0 ] || exit 6\necho '" ONE_WORD "'\n",
            DOCUMENT);
  cr_expect(room_read(&room, limits_standard(), NULL));
  cr_expect_eq(room.diagnostics.list.count, 0);
  close(far);
  close(leaked);
  room_close(&room);
}
