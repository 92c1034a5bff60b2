/* What a content is for the shell, and what the shell offers to contents. For shell*.c, them,
 * and the application, which owns the shell. */
#ifndef BUDGETTUI_VIEW_SHELL_PARTS_H
#define BUDGETTUI_VIEW_SHELL_PARTS_H

#include "view/command.h"
#include "view/frame.h"
#include "view/help.h"
#include "view/outline.h"
#include "view/prompt.h"
#include "view/shell.h"

/* A line that is typed below the content: a constant table at the end of a small file of its own.
 * Its prompt, its history and what is pasted into it are alike for all of them (shell_typing.c). */
typedef struct {
  const char *sign; /* before it */
  HistoryKind kind; /* which prompt it is typed at, and which history it has */
  /* A key that is none of the prompt's; false: it is. NULL: all are. */
  bool (*key)(Shell *shell, Key key);
  void (*changed)(Shell *shell);
  /* Enter and Esc. Nothing is typed any more then; the prompt still has the line. */
  EventResult (*accepted)(Shell *shell);
  void (*cancelled)(Shell *shell);
  /* What is listed meanwhile in place of the content. NULL, as an outcome or a function:
   * nothing. */
  Window *(*list)(Shell *shell);
  void (*status)(Shell *shell, Str *out);
} Typing;

/* The columns that rows can be sorted by. */
typedef struct {
  size_t count, current;
  Order usual; /* where a column is named alone: that which its key begins with */
  /* Adds the title of a column; false: rows are not sorted by it. */
  bool (*title)(void *content, size_t column, Str *out);
  /* False when that was interrupted. */
  bool (*sort)(void *content, size_t column, Order order);
} Sortable;

/* What stands in the frame: a constant table of functions, as a view is one. */
typedef struct {
  unsigned reach;             /* all the contexts that it can have */
  const ShellCommand *commands;    /* that only it has, ended by one without a name */
  const Typing *command_line; /* NULL: shell_command_line, for commands alone */
  /* Those that it has now. */
  unsigned (*contexts)(void *content);
  /* Of what has the keys: its unit, its shares, its message. */
  Session *(*session)(void *content);
  /* An action for what lies over the content. False: nothing does, or it is not for that. NULL:
   * nothing ever does. */
  bool (*over)(void *content, Action action);
  /* An action that is not the shell's; says so where it is not the content's either. */
  EventResult (*act)(void *content, Action action);
  /* The key that an action waited for (shell_await). NULL: none waits. */
  void (*take_key)(void *content, Action action, Key key);
  /* The mouse on what is drawn by `draw` and `title`. */
  EventResult (*mouse)(void *content, const Mouse *mouse);
  /* Paints the body and whatever of the tabs depends on it; not while the help lies over it. */
  void (*draw)(void *content, const Frame *frame);
  /* Paints title and tabs, afterwards. */
  void (*title)(void *content, const Frame *frame);
  /* The line about the selected thing. */
  void (*status)(void *content, Str *out);
  /* The columns of what has the keys; false: nothing there is sorted. NULL: nothing ever is. */
  bool (*sortable)(void *content, Sortable *out);
  /* Whether going back is hinted, since leaving does so. NULL: never. */
  bool (*was_led)(void *content);
} ContentType;

typedef enum { SIGNS_USUAL, SIGNS_ASCII, SIGNS_UNICODE } Signs; /* SIGNS_USUAL: as the canvas */

/* What holds for all contents from when it is set; one that is opened takes it. */
typedef struct {
  int unit; /* as in Session */
  ShareMode share;
  Signs signs;
  enum { SETTING_UNIT, SETTING_SHARE, SETTING_SIGNS } last; /* what RESULT_SET is about */
} Settings;

struct Shell {
  const ContentType *type;
  void *content;
  ShellStart start;
  Settings set;
  const Keymap *keys;
  Keymap usual_keys;   /* where the caller gave none */
  Frame frame;         /* as last drawn; its areas are empty where there was no room */
  Area list;           /* of what is listed beside a line that is typed, as last drawn */
  bool hinted;         /* its row of hints holds them */
  bool helping;
  Help help;
  const Typing *typing; /* NULL: nothing is being typed */
  Prompt prompts[HISTORY_KINDS];
  Completion completion; /* of a command */
  History *history;
  History usual_history; /* where the caller gave none */
  Key first_key;       /* of a pair whose second is awaited; 0 */
  Action awaiting;     /* an action that wants one more key; ACTION_NONE */
  Str copied;
};

/* The content is what is seen, and has the keys. */
void shell_show(Shell *shell, const ContentType *type, void *content);

/* ---- shell.c */

static inline Session *shell_session(Shell *shell) { return shell->type->session(shell->content); }
/* Kinds of what has the keys. */
unsigned shell_contexts(Shell *shell);
/* Whether going back is hinted. */
bool shell_was_led(const Shell *shell);
/* What the status line says once. */
void shell_say(Shell *shell, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same, of an action that what is open does not know. */
void shell_say_elsewhere(Shell *shell);
/* Adds to what was said what the first key of an action does, translated: "; q leaves". Nothing
 * where it has no key. */
void shell_hint(Shell *shell, Action action, const char *does);
/* Does an action, which must be one of what has the keys. */
EventResult shell_do(Shell *shell, Action action);
/* The same for any action, such as one typed by its name: says so where it cannot be done. */
EventResult shell_act(Shell *shell, Action action);

/* ---- shell_help.c */

void shell_close_help(Shell *shell);
/* Opens it, or closes it. */
EventResult shell_toggle_help(Shell *shell, Action action);
/* An action while it is open; false: it is none of the help's. */
bool shell_act_in_help(Shell *shell, Action action, EventResult *result);

/* ---- shell_typing.c */

void shell_start_typing(Shell *shell, const Typing *typing);
/* A key while a line is typed. */
EventResult shell_typing_key(Shell *shell, Key key);
/* A text pasted meanwhile; false: not all of it fitted into the line. */
bool shell_typing_paste(Shell *shell, const char *text, size_t length);
/* What is listed beside the line that is typed; NULL: nothing. */
Window *shell_typing_list(Shell *shell);
/* The line that is or was typed last at a prompt. */
static inline const Str *shell_typed(const Shell *shell, HistoryKind kind) {
  return &shell->prompts[kind].line;
}

/* ---- shell_command.c */

/* The `:` prompt, also to be used by that of a content. */
extern const Typing shell_command_line;
/* The line of the action is opened with the text in it, as if it had been typed there. */
EventResult shell_act_on_text(Shell *shell, Action action, const char *text);

/* ---- shell_keys.c */

/* The next key is for the content's take_key. */
void shell_await(Shell *shell, Action action);
/* What waits for one more key does so no longer. */
void shell_end_wait(Shell *shell);

/* ---- shell_mouse.c */

EventResult shell_mouse(Shell *shell, const Mouse *mouse);
static inline bool mouse_clicks(const Mouse *mouse) {
  return mouse->kind == MOUSE_CLICK || mouse->kind == MOUSE_DOUBLE_CLICK;
}
static inline bool mouse_is_in(const Mouse *mouse, Area area) {
  return area_holds(area, mouse->row, mouse->column);
}
/* A turn of the wheel. */
EventResult shell_scroll(Shell *shell, const Mouse *mouse);
/* The mouse on a list that is drawn there. */
EventResult shell_mouse_in_list(Shell *shell, const Mouse *mouse, Window *window, Area area);

/* ---- shell_sort.c */

EventResult shell_sort(Shell *shell, const char *argument);
void shell_offer_sort(Shell *shell, const char *typed, Candidates *out);

/* ---- shell_set.c */

EventResult shell_set(Shell *shell, const char *argument);
EventResult shell_unit_named(Shell *shell, const char *name);
void shell_offer_units(Shell *shell, const char *typed, Candidates *out);
void shell_offer_settings(Shell *shell, const char *typed, Candidates *out);
EventResult shell_next_unit(Shell *shell, Action action);
EventResult shell_next_share(Shell *shell, Action action);
/* What was set last holds for a session from now on. */
void shell_apply_setting(const Shell *shell, Session *session);

#endif
