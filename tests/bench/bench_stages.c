/* Every stage of a session once, for a profiler: reading (with the trees), checks, a search typed key by
 * key, the first screen and a hundred more. stages.sh counts their instructions.
 *
 * Usage: bench_stages FILE */
#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "read_document.h"
#include "view/browser.h"

static void type(Shell *shell, Canvas *canvas, const char *keys) {
  for (; *keys != '\0'; keys++) {
    shell_key(shell, (Key)*keys);
    shell_draw(shell, canvas);
  }
}

int main(int argc, char **argv) {
  enum { SCREENS = 100 };
  Canvas canvas;
  Document *document = argc == 2 ? read_document(argv[1]) : NULL;
  if (document == NULL) {
    fputs("usage: bench_stages FILE\n", stderr);
    return 2;
  }
  check_free(check_run(document, NULL));
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_open(document, shell);
  canvas_init(&canvas, 24, 80);
  shell_draw(shell, &canvas);
  type(shell, &canvas, "3");
  for (int i = 0; i < SCREENS; i++)
    type(shell, &canvas, "j");
  type(shell, &canvas, "/2010301\r");
  canvas_free(&canvas);
  browser_close(browser);
  shell_close(shell);
  document_free(document);
  return 0;
}
