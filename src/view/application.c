#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "view/application_parts.h"
#include "view/findings.h"
#include "view/shell_parts.h"

static bool has_list(const Application *application) {
  return application->start->document == NULL;
}

/* ------------------------------------------------------------------ files */

static FileStamp stamp_of(const char *file) {
  struct stat about;
  if (stat(file, &about) != 0)
    return (FileStamp){.size = UINT64_MAX};
  return (FileStamp){about.st_mtim, (uint64_t)about.st_size};
}

static bool same_stamp(const FileStamp *a, const FileStamp *b) {
  return a->size == b->size && a->written.tv_sec == b->written.tv_sec &&
         a->written.tv_nsec == b->written.tv_nsec;
}

static LoadResult read_file(const Application *application, const char *file, Document **document,
                            LoadFault *fault) {
  const ApplicationStart *start = application->start;
  *fault = (LoadFault){STR_EMPTY, STR_EMPTY, {0, 0}};
  *document = NULL;
  return start->read(start->context, file, start->shell.progress, document, fault);
}

static void free_fault(LoadFault *fault) {
  str_free(&fault->line);
  str_free(&fault->report);
}

/* ------------------------------------------------------------------ open documents */

static void show_list(Application *application) {
  application->listing = true;
  list_show(&application->list);
}

static void close_opened(Opened *opened) {
  browser_close(opened->browser);
  document_free(opened->document);
}

/* The first is the one that is seen; the one not seen for longest makes room. */
static void add_opened(Application *application, Opened opened) {
  if (application->opened_count == APPLICATION_KEPT)
    close_opened(&application->opened[--application->opened_count]);
  memmove(application->opened + 1, application->opened,
          application->opened_count++ * sizeof opened);
  application->opened[0] = opened;
}

/* Brings one that is still open to the front; false: it is not open. */
static bool find_opened(Application *application, size_t entry) {
  for (size_t i = 0; i < application->opened_count; i++) {
    Opened found = application->opened[i];
    if (found.entry != entry)
      continue;
    memmove(application->opened + 1, application->opened, i * sizeof found);
    application->opened[0] = found;
    return true;
  }
  return false;
}

static Browser *shown(const Application *application) { return application->opened[0].browser; }

static void open_document(Application *application, Document *document, size_t entry,
                          FileStamp stamp) {
  Browser *browser = browser_open(document, application->shell);
  const char *code = application->start->code;
  add_opened(application, (Opened){document, browser, entry, stamp, false});
  application->listing = false;
  if (code != NULL && !browser_goto_code(browser, code))
    shell_say(application->shell, _("account %s stands nowhere in the document"), code);
}

Application *application_open(const ApplicationStart *start) {
  Application *application = memory_zero(1, sizeof *application);
  application->start = start;
  application->shell = shell_open(&start->shell);
  list_open(&application->list, application->shell, start->title, start->files,
            has_list(application) ? start->file_count : 0);
  if (has_list(application))
    show_list(application);
  else
    open_document(application, start->document, 0, stamp_of(start->document->file));
  if (start->message != NULL)
    shell_message(application->shell, start->message);
  return application;
}

void application_close(Application *application) {
  while (application->opened_count > 0)
    close_opened(&application->opened[--application->opened_count]);
  list_close(&application->list);
  shell_close(application->shell);
  memory_free(application);
}

/* ------------------------------------------------------------------ the list */

/* Small documents are checked at once. */
static void fill(Application *application, FileEntry *entry, const Document *document) {
  const ShellStart *start = &application->start->shell;
  Checks *checks = findings_at_once(document) ? check_run(document, start->checks) : NULL;
  files_fill(&application->list.files, entry, document, checks);
  check_free(checks);
}

static void fill_fault(Application *application, FileEntry *entry, const LoadFault *fault) {
  files_fill_fault(&application->list.files, entry, fault->line.data, fault->at.line);
}

/* The fault is the caller's to free. */
static LoadResult load(Application *application, FileEntry *entry, LoadFault *fault) {
  Document *document;
  FileStamp stamp = stamp_of(entry->file);
  LoadResult result = read_file(application, entry->file, &document, fault);
  if (result == LOAD_DONE) {
    fill(application, entry, document);
    open_document(application, document,
                  (size_t)(entry - application->list.files.entries.items), stamp);
  } else if (result == LOAD_FAULTY) {
    fill_fault(application, entry, fault);
  } else {
    shell_message(application->shell, _("reading was interrupted"));
  }
  return result;
}

static LoadResult show_entry(Application *application, FileEntry *entry, LoadFault *fault) {
  *fault = (LoadFault){STR_EMPTY, STR_EMPTY, {0, 0}};
  if (!find_opened(application, (size_t)(entry - application->list.files.entries.items)))
    return load(application, entry, fault);
  application->listing = false;
  browser_show(shown(application));
  FileStamp now = stamp_of(entry->file);
  if (!same_stamp(&now, &application->opened[0].stamp))
    application_changed(application);
  return LOAD_DONE;
}

/* Opens the selected file of the list, or shows what is wrong with it. */
static void enter(Application *application) {
  FileEntry *entry = files_selected(&application->list.files);
  LoadFault fault;
  if (entry == NULL)
    return;
  if (show_entry(application, entry, &fault) == LOAD_FAULTY)
    list_report(&application->list, &fault.report);
  free_fault(&fault);
}

/* From an open document to the one after or before it in the list, past those that cannot be
 * read. */
static void go_beside(Application *application, int step) {
  Files *files = &application->list.files;
  size_t line = files->window.cursor;
  Browser *from = shown(application);
  LoadResult result = LOAD_FAULTY;
  FileEntry *entry = NULL;
  while (result == LOAD_FAULTY && (entry = files_beside(files, &line, step)) != NULL) {
    LoadFault fault;
    result = show_entry(application, entry, &fault);
    free_fault(&fault);
  }
  if (result == LOAD_DONE) {
    files_select(files, entry);
    browser_show_alike(shown(application), from);
  } else if (result == LOAD_FAULTY) {
    shell_message(application->shell, !has_list(application) ? _("no other document is open")
                                      : step > 0 ? _("this is the last document of the list")
                                                 : _("this is the first document of the list"));
  }
}

bool application_work(Application *application) {
  List *list = &application->list;
  FileEntry *entry = application->listing ? files_waiting(&list->files) : NULL;
  LoadFault fault;
  Document *document;
  if (entry == NULL)
    return false;
  LoadResult result = read_file(application, entry->file, &document, &fault);
  if (result == LOAD_DONE) {
    fill(application, entry, document);
  } else if (result == LOAD_FAULTY) {
    fill_fault(application, entry, &fault);
  } else {
    files_stop(&list->files);
    shell_message(application->shell, _("reading was interrupted"));
    shell_hint(application->shell, ACTION_RELOAD, _("reads the selected file"));
  }
  document_free(document);
  free_fault(&fault);
  return files_waiting(&list->files) != NULL;
}

/* ------------------------------------------------------------------ reading again */

static void say_fault(Shell *shell, const char *file, const LoadFault *fault) {
  Str message = STR_EMPTY;
  str_printf(&message, "%s%s%s; ", file, fault->at.line > 0 ? ":" : ": ", fault->line.data);
  str_add_text(&message, _("what was read before stays"));
  shell_message(shell, message.data);
  str_free(&message);
}

static void replace(Application *application, Opened *opened, Document *fresh) {
  Document *old = opened->document;
  opened->browser = browser_reload(opened->browser, fresh);
  opened->document = fresh;
  opened->changed = false;
  document_free(old);
  if (has_list(application))
    fill(application, &application->list.files.entries.items[opened->entry], fresh);
  shell_message(application->shell, _("the file was read again"));
}

/* `changed`: the file has changed for certain, whatever can be seen of it. */
static void read_again(Application *application, Opened *opened, bool changed) {
  const char *file = opened->document->file;
  LoadFault fault;
  Document *fresh;
  FileStamp stamp = stamp_of(file);
  opened->changed = opened->changed || changed || !same_stamp(&stamp, &opened->stamp);
  opened->stamp = stamp;
  LoadResult result = read_file(application, file, &fresh, &fault);
  if (result == LOAD_DONE)
    replace(application, opened, fresh);
  else if (result == LOAD_FAULTY)
    say_fault(application->shell, file, &fault);
  else
    shell_message(application->shell, _("reading was interrupted; what was read before stays"));
  if (opened->changed)
    browser_mark_unread(opened->browser, fault.at);
  free_fault(&fault);
}

static void read_shown(Application *application, bool changed) {
  Files *files = &application->list.files;
  if (application->start->read == NULL)
    return;
  if (!application->listing)
    read_again(application, &application->opened[0], changed);
  else if (files_selected(files) != NULL)
    files_again(files, files_selected(files));
}

void application_changed(Application *application) { read_shown(application, true); }

/* ------------------------------------------------------------------ events */

/* What was set holds for the list and for the documents that are open. */
static void apply_setting(Application *application) {
  shell_apply_setting(application->shell, &application->list.files.session);
  for (size_t i = 0; i < application->opened_count; i++)
    browser_apply_setting(application->opened[i].browser);
}

static EventResult leave(Application *application) {
  if (application->listing || !has_list(application))
    return RESULT_QUIT;
  show_list(application);
  return RESULT_GO_ON;
}

EventResult application_event(Application *application, const Event *event) {
  EventResult result = shell_event(application->shell, event);
  switch (result) {
  case RESULT_LEAVE: return leave(application);
  case RESULT_RELOAD: read_shown(application, false); return RESULT_GO_ON;
  case RESULT_OPEN: enter(application); return RESULT_GO_ON;
  case RESULT_SET: apply_setting(application); return RESULT_GO_ON;
  case RESULT_NEXT: go_beside(application, 1); return RESULT_GO_ON;
  case RESULT_PREVIOUS: go_beside(application, -1); return RESULT_GO_ON;
  default: return result;
  }
}

bool application_cancel_typing(Application *application) {
  const Event escape = {.kind = EVENT_KEY, .key = KEYCODE_ESCAPE};
  if (application->shell->typing == NULL)
    return false;
  application_event(application, &escape);
  return true;
}

void application_draw(Application *application, Canvas *canvas) {
  shell_draw(application->shell, canvas);
}

void application_message(Application *application, const char *text) {
  shell_message(application->shell, text);
}

const char *application_file(Application *application, uint32_t *line) {
  *line = 0;
  if (application->listing) {
    const FileEntry *entry = files_selected(&application->list.files);
    *line = entry != NULL ? entry->fault_at : 0;
    return entry != NULL ? entry->file : NULL;
  }
  const Opened *opened = &application->opened[0];
  *line = browser_line(opened->browser);
  return strcmp(opened->document->file, "-") == 0 ? NULL : opened->document->file;
}

const Str *application_copied(const Application *application) {
  return shell_copied(application->shell);
}
