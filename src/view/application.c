#include "view/application.h"

#include <string.h>

struct Application {
  const ApplicationStart *start;
  Document *document;
  Browser *browser;
};

Application *application_open(const ApplicationStart *start) {
  Application *application = memory_zero(1, sizeof *application);
  application->start = start;
  application->document = start->document;
  application->browser = browser_open(start->document, &start->browser);
  return application;
}

void application_close(Application *application) {
  browser_close(application->browser);
  document_free(application->document);
  memory_free(application);
}

BrowserResult application_event(Application *application, const Event *event) {
  BrowserResult result = browser_event(application->browser, event);
  if (result == BROWSER_LEAVE)
    return BROWSER_QUIT;
  if (result == BROWSER_RELOAD)
    application_changed(application);
  return result == BROWSER_RELOAD ? BROWSER_GO_ON : result;
}

void application_draw(Application *application, Canvas *canvas) {
  browser_draw(application->browser, canvas);
}

void application_message(Application *application, const char *text) {
  browser_message(application->browser, text);
}

bool application_work(Application *application) {
  (void)application;
  return false;
}

const char *application_file(Application *application, uint32_t *line) {
  const char *file = application->document->file;
  *line = browser_line(application->browser);
  return strcmp(file, "-") == 0 ? NULL : file;
}

/* The views hold places of the document they were opened on: a new one gets a new browser. */
void application_changed(Application *application) {
  const ApplicationStart *start = application->start;
  Document *fresh = NULL;
  Str message = STR_EMPTY;
  if (start->read == NULL)
    return;
  if (start->read(start->context, application->document->file, start->browser.progress, &fresh,
                  &message)) {
    browser_close(application->browser);
    document_free(application->document);
    application->document = fresh;
    application->browser = browser_open(fresh, &start->browser);
  } else {
    browser_message(application->browser, message.data);
  }
  str_free(&message);
}

const Str *application_copied(const Application *application) {
  return browser_copied(application->browser);
}
