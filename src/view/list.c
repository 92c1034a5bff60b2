#include "view/list.h"

#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "text/wrap.h"
#include "view/shell_parts.h"

static List *list_of(const Shell *shell) { return shell->content; }

static bool is_reporting(const List *list) { return list->report.length > 0; }

/* ------------------------------------------------------------------ searching */

static const Str *typed(const Shell *shell) { return shell_typed(shell, HISTORY_SEARCH); }

/* Finds as one types; Esc goes back to where it began. */
static void changed(Shell *shell) {
  List *list = list_of(shell);
  list->missed = !files_search(&list->files, typed(shell)->data, list->from);
}

static void cancelled(Shell *shell) {
  List *list = list_of(shell);
  files_search(&list->files, "", list->from);
}

static EventResult accepted(Shell *shell) {
  List *list = list_of(shell);
  if (!files_search(&list->files, typed(shell)->data, list->from))
    shell_say(shell, _("no line of the list holds '%s'; \"budgettui search\" looks into the files"),
              typed(shell)->data);
  return RESULT_GO_ON;
}

static void search_status(Shell *shell, Str *out) {
  const List *list = list_of(shell);
  if (typed(shell)->length > 0 && list->missed)
    str_add_text(out, _("nothing found"));
  else
    files_status(&list->files, out);
}

static const Typing query_line = {
    .sign = "/",
    .kind = HISTORY_SEARCH,
    .changed = changed,
    .accepted = accepted,
    .cancelled = cancelled,
    .status = search_status,
};

/* ------------------------------------------------------------------ actions */

/* An action while the faults of a file are shown. */
static bool act_in_report(void *content, Action action) {
  List *list = content;
  bool closes = action == ACTION_UP_LEVEL || action == ACTION_CANCEL || action == ACTION_LEAVE;
  if (!is_reporting(list))
    return false;
  if (closes)
    str_clear(&list->report);
  return closes || window_act(&list->report_window, action);
}

static EventResult act(void *content, Action action) {
  List *list = content;
  switch (action) {
  case ACTION_ENTER: return files_selected(&list->files) != NULL ? RESULT_OPEN : RESULT_GO_ON;
  case ACTION_SEARCH:
    list->from = list->files.window.cursor;
    shell_start_typing(list->shell, &query_line);
    return RESULT_GO_ON;
  default: break;
  }
  Outcome outcome = files_act(&list->files, action);
  if ((action == ACTION_NEXT || action == ACTION_PREVIOUS) && !list->files.searched)
    shell_hint(list->shell, ACTION_SEARCH, _("searches"));
  if (outcome == OUTCOME_IGNORED)
    shell_say_elsewhere(list->shell);
  return outcome == OUTCOME_LEAVE ? RESULT_LEAVE : RESULT_GO_ON;
}

static unsigned contexts(void *content) {
  return is_reporting(content) ? CONTEXT_REPORT : CONTEXT_FILES;
}

static Session *session(void *content) { return &((List *)content)->files.session; }

static EventResult mouse(void *content, const Mouse *mouse) {
  List *list = content;
  if (!mouse_clicks(mouse))
    return shell_scroll(list->shell, mouse);
  bool entered = !list->shell->helping && !is_reporting(list) &&
                 files_click(&list->files, mouse->row, mouse->column) &&
                 mouse->kind == MOUSE_DOUBLE_CLICK;
  return entered ? shell_act(list->shell, ACTION_ENTER) : RESULT_GO_ON;
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

static void title(void *content, const Frame *frame) {
  enum { AROUND = 4 };
  const List *list = content;
  Str caption = STR_EMPTY, left = STR_EMPTY, files = STR_EMPTY;
  size_t count = list->files.entries.count;
  files_caption(&list->files, &caption);
  str_printf(&files, " %s ", glyph_text(frame->title.canvas, GLYPH_SEPARATOR));
  str_printf(&files, ngettext("%zu file", "%zu files", count), count);
  size_t taken = AROUND + width_text(caption.data, caption.length) +
                 width_text(files.data, files.length);
  size_t width = (size_t)frame->title.width;
  add_path(&left, frame->title.canvas, list->title, width > taken ? width - taken : 0);
  str_add(&left, files.data, files.length);
  frame_name(frame, left.data, caption.data);
  str_free(&files);
  str_free(&left);
  str_free(&caption);
  if (list->shell->helping || is_reporting(list))
    area_fill(frame->tabs, STYLE_NORMAL); /* its headings are those of columns that are not seen */
}

static void draw(void *content, const Frame *frame) {
  List *list = content;
  if (is_reporting(list))
    draw_report(list, frame->body);
  else
    files_draw(&list->files, frame->tabs, frame->body);
}

static bool write_column(void *content, size_t column, Str *out) {
  (void)content;
  str_add_text(out, files_heading((FilesColumn)column));
  return true;
}

static bool sort(void *content, size_t column, Order order) {
  static const int directions[] = {[ORDER_PRINTED] = 0, [ORDER_ASCENDING] = 1,
                                   [ORDER_DESCENDING] = -1};
  files_sort(&((List *)content)->files, (FilesColumn)column, directions[order]);
  return true;
}

static bool sortable(void *content, Sortable *out) {
  const List *list = content;
  *out = (Sortable){FILES_COLUMNS, list->files.column, ORDER_ASCENDING, write_column, sort};
  return !is_reporting(list);
}

static void status(void *content, Str *out) { files_status(&((List *)content)->files, out); }

/* ------------------------------------------------------------------ the list */

static const ShellCommand no_commands[] = {{.name = NULL}};

static const ContentType type = {
    .reach = CONTEXT_FILES | CONTEXT_REPORT,
    .commands = no_commands,
    .contexts = contexts,
    .session = session,
    .over = act_in_report,
    .act = act,
    .mouse = mouse,
    .draw = draw,
    .title = title,
    .status = status,
    .sortable = sortable,
};

void list_open(List *list, Shell *shell, const char *name, const char *const *names,
               size_t count) {
  *list = (List){.shell = shell, .title = name, .report = STR_EMPTY};
  files_open(&list->files, names, count);
  list->files.session.unit = shell->set.unit;
}

void list_close(List *list) {
  files_close(&list->files);
  str_free(&list->report);
}

void list_show(List *list) { shell_show(list->shell, &type, list); }

void list_report(List *list, const Str *report) {
  str_clear(&list->report);
  str_add(&list->report, report->data, report->length);
  list->report_window = (Window){.height = 1};
}
