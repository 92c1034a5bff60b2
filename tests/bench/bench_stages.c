/* Every stage of a session once, for a profiler: reading (with the trees), checks, a search typed key
 * by key, the first screen and a hundred more. stages.sh counts their instructions.
 *
 * Usage: bench_stages FILE */
#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "read_document.h"
#include "search/search.h"
#include "stage.h"
#include "view/browser.h"

static void type(Shell *shell, Canvas *canvas, const char *keys) {
  for (; *keys != '\0'; keys++) {
    shell_key(shell, (Key)*keys);
    shell_draw(shell, canvas);
  }
}

static void search(const Document *document) {
  static const char code[] = "2010301";
  next_stage("searching, 7 keys", 0, "row");
  Search *search = search_new(document);
  for (size_t length = 1; length <= strlen(code); length++)
    search_run(search, code, length);
  search_free(search);
}

static void browse(const Document *document) {
  enum { SCREENS = 100 };
  Canvas canvas;
  canvas_init(&canvas, 24, 80);
  next_stage("first screen, checks if small", 1, "screen");
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_open(document, shell);
  shell_draw(shell, &canvas);
  next_stage("first screen of a tree", 1, "screen");
  type(shell, &canvas, "3");
  next_stage("moving, 100 screens", SCREENS, "screen");
  for (int i = 0; i < SCREENS; i++)
    type(shell, &canvas, "j");
  next_stage(NULL, 0, NULL);
  browser_close(browser);
  shell_close(shell);
  canvas_free(&canvas);
}

int main(int argc, char **argv) {
  next_stage("reading, trees with it", 0, "row");
  Document *document = argc == 2 ? read_document(argv[1]) : NULL;
  if (document == NULL) {
    fputs("usage: bench_stages FILE\n", stderr);
    return 2;
  }
  next_stage("checks", 0, "row");
  check_free(check_run(document, NULL));
  search(document);
  browse(document);
  document_free(document);
  return 0;
}
