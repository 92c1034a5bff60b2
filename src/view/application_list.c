/* The list of files on the screen: its frame, its keys, and what may lie over it: help, a
 * prompt, the faults of a file. */
#include <string.h>

#include "base/i18n.h"
#include "text/wrap.h"
#include "text/width.h"
#include "view/application_parts.h"

void list_open(List *list, const ApplicationStart *start) {
  *list = (List){.completion.typed = STR_EMPTY, .report = STR_EMPTY};
  files_open(&list->files, start->files, start->document == NULL ? start->file_count : 0);
  list->files.session.unit = start->browser.unit - 1;
  keymap_open(&list->usual_keys);
  list->keys = start->browser.keys != NULL ? start->browser.keys : &list->usual_keys;
  history_open(&list->usual_history);
  list->history = start->browser.history != NULL ? start->browser.history : &list->usual_history;
  prompt_init(&list->search, list->history, HISTORY_SEARCH);
  prompt_init(&list->command, list->history, HISTORY_COMMAND);
}

static void close_help(List *list) {
  if (list->helping)
    help_close(&list->help);
  list->helping = false;
}

void list_close(List *list) {
  files_close(&list->files);
  close_help(list);
  keymap_close(&list->usual_keys);
  prompt_free(&list->search);
  prompt_free(&list->command);
  history_close(&list->usual_history);
  str_free(&list->completion.typed);
  str_free(&list->report);
}

/* ------------------------------------------------------------------ actions */

static EventResult search(Application *application) {
  List *list = &application->list;
  list->typing = LIST_SEARCH;
  list->from = list->files.window.cursor;
  prompt_start(&list->search);
  return RESULT_GO_ON;
}

/* Does what the selected line of the help is about, where that is for the list. */
static EventResult do_help_line(Application *application) {
  List *list = &application->list;
  const ActionInfo *info = help_selected(&list->help);
  if (info == NULL || (info->contexts & CONTEXT_FILES) == 0)
    return RESULT_GO_ON;
  close_help(list);
  return list_act(application, info->action);
}

static EventResult act_in_help(Application *application, Action action) {
  List *list = &application->list;
  if (action == ACTION_ENTER)
    return do_help_line(application);
  if (action == ACTION_SEARCH)
    return search(application);
  if (action == ACTION_UP_LEVEL || action == ACTION_CANCEL || action == ACTION_LEAVE ||
      action == ACTION_HELP)
    close_help(list);
  else
    window_act(&list->help.window, action);
  return RESULT_GO_ON;
}

static EventResult act_in_report(List *list, Action action) {
  if (action == ACTION_UP_LEVEL || action == ACTION_CANCEL || action == ACTION_LEAVE ||
      action == ACTION_ENTER)
    str_clear(&list->report);
  else
    window_act(&list->report_window, action);
  return RESULT_GO_ON;
}

static EventResult command(Application *application) {
  List *list = &application->list;
  list->typing = LIST_COMMAND;
  list->completion.chosen = 0;
  prompt_start(&list->command);
  return RESULT_GO_ON;
}

static EventResult help(Application *application) {
  List *list = &application->list;
  help_open(&list->help, list->keys, CONTEXT_FILES);
  list->helping = true;
  return RESULT_GO_ON;
}

static EventResult enter(Application *application) {
  application_enter(application);
  return RESULT_GO_ON;
}

static EventResult reload(Application *application) {
  FileEntry *entry = files_selected(&application->list.files);
  if (entry != NULL)
    files_again(&application->list.files, entry);
  return RESULT_GO_ON;
}

static const struct {
  Action action;
  EventResult (*run)(Application *application); /* NULL: the caller's affair */
  EventResult result;
} own_actions[] = {
    {ACTION_SEARCH, search, RESULT_GO_ON}, {ACTION_COMMAND, command, RESULT_GO_ON},
    {ACTION_HELP, help, RESULT_GO_ON},     {ACTION_ENTER, enter, RESULT_GO_ON},
    {ACTION_RELOAD, reload, RESULT_GO_ON}, {ACTION_EDIT, NULL, RESULT_EDIT},
    {ACTION_QUIT, NULL, RESULT_QUIT},      {ACTION_SUSPEND, NULL, RESULT_SUSPEND},
    {ACTION_REDRAW, NULL, RESULT_REDRAW},
};

static EventResult run_own(Application *application, Action action, bool *own) {
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++) {
    if (own_actions[i].action != action)
      continue;
    *own = true;
    return own_actions[i].run != NULL ? own_actions[i].run(application) : own_actions[i].result;
  }
  *own = false;
  return RESULT_GO_ON;
}

static bool is_callers(Action action) {
  return action == ACTION_QUIT || action == ACTION_SUSPEND || action == ACTION_REDRAW;
}

EventResult list_act(Application *application, Action action) {
  List *list = &application->list;
  bool own;
  if (list->helping && !is_callers(action))
    return act_in_help(application, action);
  if (list->report.length > 0 && !is_callers(action) && action != ACTION_HELP)
    return act_in_report(list, action);
  EventResult result = run_own(application, action, &own);
  if (own)
    return result;
  return files_act(&list->files, action) == OUTCOME_LEAVE ? RESULT_QUIT : RESULT_GO_ON;
}

/* ------------------------------------------------------------------ keys */

static unsigned contexts_of(const List *list) {
  return list->helping ? CONTEXT_HELP : CONTEXT_FILES;
}

static EventResult run_key(Application *application, Key key) {
  List *list = &application->list;
  Action action = keymap_action(list->keys, key, contexts_of(list));
  if (action == ACTION_NONE && key == KEYCODE_BACKSPACE && list->report.length > 0)
    action = ACTION_UP_LEVEL;
  if (action != ACTION_NONE)
    return list_act(application, action);
  Str name = STR_EMPTY;
  key_write(&name, key);
  session_say(&list->files.session, _("%s does nothing here"), name.data);
  str_free(&name);
  return RESULT_GO_ON;
}

static void find(List *list, const char *text) {
  if (list->helping)
    help_narrow(&list->help, text);
  else
    files_search(&list->files, text, list->from);
}

static void accept_search(List *list) {
  Prompt *prompt = &list->search;
  list->typing = LIST_KEYS;
  prompt_remember(prompt);
  if (!list->helping && !files_search(&list->files, prompt->line.data, list->from))
    session_say(&list->files.session, _("nothing found: %s"), prompt->line.data);
}

/* Finds as one types; Esc goes back to where it began. */
static EventResult search_key(List *list, Key key) {
  switch (prompt_key_beside(&list->search, NULL, key)) {
  case PROMPT_CANCELLED:
    list->typing = LIST_KEYS;
    find(list, "");
    break;
  case PROMPT_ACCEPTED: accept_search(list); break;
  case PROMPT_CHANGED: find(list, list->search.line.data); break;
  case PROMPT_MOVED:
  case PROMPT_IGNORED: break;
  }
  return RESULT_GO_ON;
}

static EventResult list_key(Application *application, Key key) {
  List *list = &application->list;
  bool goes_on = key == KEY_CONTROL('z') || key == KEY_CONTROL('l');
  str_clear(&list->files.session.message);
  if (list->typing == LIST_KEYS || goes_on)
    return run_key(application, key);
  return list->typing == LIST_SEARCH ? search_key(list, key) : list_command_key(application, key);
}

/* ------------------------------------------------------------------ the mouse */

static EventResult act_hint(Application *application, int column) {
  List *list = &application->list;
  Action action = frame_hint_at(&list->frame, list->keys, contexts_of(list), false, column);
  return action != ACTION_NONE ? list_act(application, action) : RESULT_GO_ON;
}

static EventResult scroll(Application *application, Action action) {
  enum { WHEEL_ROWS = 3 };
  for (int i = 0; i < WHEEL_ROWS; i++)
    list_act(application, action);
  return RESULT_GO_ON;
}

/* Whether a line was clicked that a second click enters. */
static bool click_line(List *list, const Mouse *mouse) {
  Area body = list->frame.body;
  if (list->helping)
    return area_holds(body, mouse->row, mouse->column) &&
           window_click(&list->help.window, mouse->row - body.top);
  return list->report.length == 0 && files_click(&list->files, mouse->row, mouse->column);
}

static EventResult list_mouse(Application *application, const Mouse *mouse) {
  List *list = &application->list;
  str_clear(&list->files.session.message);
  if (mouse->kind == MOUSE_WHEEL_UP || mouse->kind == MOUSE_WHEEL_DOWN)
    return scroll(application, mouse->kind == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
  if (list->hinted && mouse->row == list->frame.hints.top)
    return act_hint(application, mouse->column);
  bool entered = list->typing == LIST_KEYS && click_line(list, mouse) &&
                 mouse->kind == MOUSE_DOUBLE_CLICK;
  return entered ? list_act(application, ACTION_ENTER) : RESULT_GO_ON;
}

/* Where nothing is typed, one looks for what is pasted. */
static EventResult paste(Application *application, const Event *event) {
  List *list = &application->list;
  if (list->typing == LIST_KEYS && (list->helping || list->report.length > 0))
    return RESULT_GO_ON;
  if (list->typing == LIST_KEYS)
    search(application);
  Prompt *prompt = list->typing == LIST_SEARCH ? &list->search : &list->command;
  prompt_paste(prompt, event->text, event->length);
  list->completion.chosen = 0;
  if (list->typing == LIST_SEARCH)
    find(list, list->search.line.data);
  return RESULT_GO_ON;
}

EventResult list_event(Application *application, const Event *event) {
  switch (event->kind) {
  case EVENT_KEY: return list_key(application, event->key);
  case EVENT_MOUSE: return list_mouse(application, &event->mouse);
  case EVENT_PASTE: break;
  }
  return paste(application, event);
}

/* ------------------------------------------------------------------ painting */

/* The faults in lines; long ones go on in the next row. */
static void draw_report(List *list, Area area) {
  Window *window = &list->report_window;
  size_t rows = 0, room = area.width > 2 ? (size_t)area.width - 2 : 1;
  area_fill(area, STYLE_NORMAL);
  for (size_t at = 0, next; at < list->report.length; at += next, rows++)
    wrap_line(list->report.data + at, list->report.length - at, room, &next);
  window_set_count(window, rows);
  window_set_height(window, (size_t)area.height);
  rows = 0;
  for (size_t at = 0, next; at < list->report.length; at += next, rows++) {
    size_t taken = wrap_line(list->report.data + at, list->report.length - at, room, &next);
    if (rows < window->top || rows >= window->top + window->height)
      continue;
    int row = (int)(rows - window->top);
    area_bytes(area, row, 1, STYLE_NORMAL, list->report.data + at, taken);
    if (rows == window->cursor)
      area_mark(area, row, 0, area.width, STYLE_SELECTED);
  }
}

/* Adds the end of a path that fits, from a directory on. */
static void add_path(Str *out, const Canvas *canvas, const char *path, size_t room) {
  const char *rest = path, *slash;
  while (width_text(rest, strlen(rest)) + (rest != path) > room &&
         (slash = strchr(rest + 1, '/')) != NULL && slash[1] != '\0')
    rest = slash;
  if (rest != path)
    str_add_text(out, glyph_text(canvas, GLYPH_ELLIPSIS));
  str_add_text(out, rest);
}

static void draw_title(const List *list, const char *title, const Frame *frame) {
  enum { AROUND = 4 };
  Str caption = STR_EMPTY, left = STR_EMPTY, files = STR_EMPTY;
  size_t count = list->files.entries.count;
  files_caption(&list->files, &caption);
  str_printf(&files, " %s ", glyph_text(frame->title.canvas, GLYPH_SEPARATOR));
  str_printf(&files, ngettext("%zu file", "%zu files", count), count);
  size_t taken = AROUND + width_text(caption.data, caption.length) +
                 width_text(files.data, files.length);
  size_t width = (size_t)frame->title.width;
  add_path(&left, frame->title.canvas, title, width > taken ? width - taken : 0);
  str_add(&left, files.data, files.length);
  frame_name(frame, left.data, caption.data);
  str_free(&files);
  str_free(&left);
  str_free(&caption);
}

static bool draw_status(List *list, const Frame *frame) {
  Str line = STR_EMPTY;
  int style = STYLE_STATUS;
  if (list->files.session.message.length > 0) {
    str_add(&line, list->files.session.message.data, list->files.session.message.length);
    style = STYLE_MESSAGE;
  } else if (list->typing == LIST_COMMAND) {
    list_command_status(list, &line);
  } else if (list->helping) {
    help_status(&list->help, &line);
  } else {
    files_status(&list->files, &line);
  }
  bool below = frame_status(frame, style, line.data, list->typing == LIST_KEYS);
  str_free(&line);
  return below;
}

void list_draw(List *list, const char *title, Canvas *canvas) {
  Frame *frame = &list->frame;
  canvas_clear(canvas);
  *frame = (Frame){.title = {0}};
  list->hinted = false;
  if (!frame_open(canvas, frame)) {
    files_hide(&list->files);
    return;
  }
  files_draw(&list->files, frame->tabs, frame->body);
  if (list->report.length > 0)
    draw_report(list, frame->body);
  if (list->helping)
    help_draw(&list->help, frame->body);
  if (list->report.length > 0 || list->helping)
    area_fill(frame->tabs, STYLE_NORMAL);
  draw_title(list, title, frame);
  bool below = draw_status(list, frame);
  list->hinted = !below && list->typing == LIST_KEYS;
  if (list->typing == LIST_SEARCH)
    prompt_draw(&list->search, frame->hints, "/");
  else if (list->typing == LIST_COMMAND)
    prompt_draw(&list->command, frame->hints, ":");
  else if (!below)
    frame_hints(frame, list->keys, contexts_of(list), false);
}
