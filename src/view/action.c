#include "view/action.h"

#include <string.h>

#include "base/i18n.h"

enum {
  ROWS = CONTEXT_LIST | CONTEXT_TREE | CONTEXT_TABLE | CONTEXT_TEXT | CONTEXT_HELP,
  FOLDS = CONTEXT_TREE | CONTEXT_TABLE,
  VIEWS = CONTEXT_ANY & ~CONTEXT_HELP,
  EVERYWHERE = CONTEXT_ANY | CONTEXT_FILES,
  READING = EVERYWHERE | CONTEXT_REPORT,
  PLACES = CONTEXT_TREE | CONTEXT_TABLE | CONTEXT_TEXT | CONTEXT_LIST
};

const ActionInfo action_list[] = {
    /* move */
    {ACTION_DOWN, "down", {'j', KEYCODE_DOWN, KEY_CONTROL('n')}, GROUP_MOVE, READING,
     N_("Next line"), NULL},
    {ACTION_UP, "up", {'k', KEYCODE_UP, KEY_CONTROL('p')}, GROUP_MOVE, READING,
     N_("Previous line"), NULL},
    {ACTION_PAGE_DOWN, "page-down", {KEY_CONTROL('f'), KEYCODE_PAGE_DOWN, ' '}, GROUP_MOVE, READING,
     N_("Next screen"), NULL},
    {ACTION_PAGE_UP, "page-up", {KEY_CONTROL('b'), KEYCODE_PAGE_UP, 'b'}, GROUP_MOVE, READING,
     N_("Previous screen"), NULL},
    {ACTION_HALF_DOWN, "half-page-down", {KEY_CONTROL('d'), 'd'}, GROUP_MOVE, READING,
     N_("Half a screen down"), NULL},
    {ACTION_HALF_UP, "half-page-up", {KEY_CONTROL('u'), 'u'}, GROUP_MOVE, READING,
     N_("Half a screen up"), NULL},
    {ACTION_FIRST, "first", {'g', KEYCODE_HOME}, GROUP_MOVE, READING, N_("First line"), NULL},
    {ACTION_LAST, "last", {'G', KEYCODE_END}, GROUP_MOVE, READING, N_("Last line"), NULL},
    {ACTION_LEFT, "left", {'h', KEYCODE_LEFT}, GROUP_MOVE, VIEWS | CONTEXT_FILES,
     N_("In a table: previous column; in a tree: fold, or go to the parent; in the text: "
        "previous amount"),
     NULL},
    {ACTION_RIGHT, "right", {'l', KEYCODE_RIGHT}, GROUP_MOVE, VIEWS | CONTEXT_FILES,
     N_("In a table: next column; in a tree: unfold, or go to the first child; in the text: "
        "next amount"),
     NULL},
    {ACTION_COLUMN_LEFT, "column-left", {'H'}, GROUP_MOVE, FOLDS,
     N_("Previous amount column"), NULL},
    {ACTION_COLUMN_RIGHT, "column-right", {'L'}, GROUP_MOVE, FOLDS, N_("Next amount column"), NULL},
    {ACTION_COLUMN_FIRST, "first-column", {'0', '^'}, GROUP_MOVE, FOLDS,
     N_("First column; in a tree: of amounts"), NULL},
    {ACTION_COLUMN_LAST, "last-column", {'$'}, GROUP_MOVE, FOLDS,
     N_("Last column; in a tree: of amounts"), NULL},
    {ACTION_SIBLING_NEXT, "next-sibling", {'J'}, GROUP_MOVE, FOLDS | CONTEXT_TEXT,
     N_("Next account of the same level; next heading"), NULL},
    {ACTION_SIBLING_PREVIOUS, "previous-sibling", {'K'}, GROUP_MOVE, FOLDS | CONTEXT_TEXT,
     N_("Previous account of the same level; previous heading"), NULL},
    {ACTION_CENTER, "center", {KEY_PAIR('z', 'z')}, GROUP_MOVE, READING,
     N_("Put the selected line in the middle"),
     NULL},
    {ACTION_PANE, "next-pane", {KEYCODE_TAB, KEYCODE_BACK_TAB}, GROUP_MOVE, CONTEXT_PANES,
     N_("Go to the other pane; in the checks (h and l, too): the next outcome"), N_("switch")},
    /* in and out */
    {ACTION_ENTER, "enter", {KEYCODE_ENTER}, GROUP_IN_OUT, ROWS | CONTEXT_FILES,
     N_("Go in: an account becomes the root, a line of a list opens, one of the help is done"),
     N_("open")},
    {ACTION_UP_LEVEL, "up-level", {KEYCODE_BACKSPACE}, GROUP_IN_OUT, CONTEXT_ANY | CONTEXT_REPORT,
     N_("Go up or out one level"), N_("up")},
    {ACTION_BACK, "back", {'[', KEY_CONTROL('o')}, GROUP_IN_OUT, CONTEXT_ANY,
     N_("Back to where you came from"), N_("back")},
    {ACTION_FORWARD, "forward", {']'}, GROUP_IN_OUT, VIEWS, N_("Forward again"), NULL},
    {ACTION_MARK, "mark", {'m'}, GROUP_IN_OUT, VIEWS, N_("Mark this place with a letter"), NULL},
    {ACTION_GO_MARK, "go-to-mark", {'\'', '`'}, GROUP_IN_OUT, VIEWS,
     N_("Go to the mark of a letter"), NULL},
    {ACTION_NEXT_DOCUMENT, "next-document", {')'}, GROUP_IN_OUT, VIEWS,
     N_("The next document of the list, at the same account"), NULL},
    {ACTION_PREVIOUS_DOCUMENT, "previous-document", {'('}, GROUP_IN_OUT, VIEWS,
     N_("The document before it in the list, at the same account"), NULL},
    /* search */
    {ACTION_SEARCH, "search", {'/'}, GROUP_SEARCH, EVERYWHERE,
     N_("Search: an account code or its beginning, a name or its pinyin (xzyx: 行政运行), any text"),
     N_("search")},
    {ACTION_NEXT, "next-hit", {'n'}, GROUP_SEARCH, VIEWS | CONTEXT_FILES, N_("Next hit"), NULL},
    {ACTION_PREVIOUS, "previous-hit", {'N'}, GROUP_SEARCH, VIEWS | CONTEXT_FILES,
     N_("Previous hit"), NULL},
    {ACTION_REFERENCES, "references", {'x'}, GROUP_SEARCH, PLACES,
     N_("Every place where the same code, or in the narrative the same amount, stands; both of "
        "a finding"),
     N_("places")},
    {ACTION_FILTER, "filter", {'&'}, GROUP_SEARCH, FOLDS,
     N_("Keep only what holds a text, with the accounts above it; Esc shows all again"), NULL},
    {ACTION_COMMAND, "command", {':'}, GROUP_SEARCH, READING,
     N_("Type a command: an account code, annex N, unit, export FILE, any action"), NULL},
    /* order and show */
    {ACTION_SORT, "sort", {'s'}, GROUP_SHOW, FOLDS | CONTEXT_FILES,
     N_("Sort by the current column; again: reversed; again: as printed"), N_("sort")},
    {ACTION_SHARE, "share", {'%'}, GROUP_SHOW, CONTEXT_TREE,
     N_("Shares: as bars, of the parent, of the whole, off"), N_("share")},
    {ACTION_UNIT, "unit", {'U'}, GROUP_SHOW, VIEWS | CONTEXT_FILES,
     N_("Unit of amounts: as printed, 元, 万元, 亿元"), N_("unit")},
    {ACTION_OTHER_ANNEX, "other-annex", {'o'}, GROUP_SHOW, CONTEXT_TREE,
     N_("The next annex that holds this classification"), N_("other annex")},
    {ACTION_UNFOLD_ALL, "unfold-all", {'E', KEY_PAIR('z', 'R')}, GROUP_SHOW, FOLDS | CONTEXT_GROUPS,
     N_("Unfold all; in the checks: tell each finding whole, in several lines"), NULL},
    {ACTION_FOLD_ALL, "fold-all", {'C', KEY_PAIR('z', 'M')}, GROUP_SHOW, FOLDS | CONTEXT_GROUPS,
     N_("Fold all; in the checks: each finding in one line"), NULL},
    {ACTION_NARROWER, "narrower", {'<'}, GROUP_SHOW, FOLDS,
     N_("Make the current column narrower"), NULL},
    {ACTION_WIDER, "wider", {'>'}, GROUP_SHOW, FOLDS, N_("Make the current column wider"), NULL},
    {ACTION_FIT, "fit", {'_'}, GROUP_SHOW, FOLDS,
     N_("Make the current column as wide as what stands in it; again: as it was"), NULL},
    {ACTION_FREEZE, "freeze", {'f'}, GROUP_SHOW, FOLDS,
     N_("Freeze the columns up to the current one; again: as they were"), NULL},
    {ACTION_HIDE, "hide", {'-'}, GROUP_SHOW, FOLDS, N_("Hide the current column"), NULL},
    {ACTION_SHOW_ALL, "show-all", {'='}, GROUP_SHOW, FOLDS,
     N_("Show all columns, as they were"), NULL},
    /* add up */
    {ACTION_TAG, "tag", {'t'}, GROUP_ADD_UP, FOLDS,
     N_("Tag a row or take its tag away; the line below tells the sums of those tagged"),
     N_("add up")},
    {ACTION_CLEAR_TAGS, "clear-tags", {'T'}, GROUP_ADD_UP, FOLDS, N_("Take all tags away"), NULL},
    /* take away */
    {ACTION_COPY_ROW, "copy-row", {KEY_PAIR('y', 'y')}, GROUP_TAKE_AWAY, VIEWS,
     N_("Copy the row to the clipboard, its cells separated by tabs"), NULL},
    {ACTION_COPY_CODE, "copy-code", {KEY_PAIR('y', 'c')}, GROUP_TAKE_AWAY, VIEWS,
     N_("Copy the account code"), NULL},
    {ACTION_COPY_AMOUNT, "copy-amount", {KEY_PAIR('y', 'v')}, GROUP_TAKE_AWAY, VIEWS,
     N_("Copy the amount as printed"), NULL},
    {ACTION_COPY_PATH, "copy-path", {KEY_PAIR('y', 'p')}, GROUP_TAKE_AWAY, VIEWS,
     N_("Copy the names from the whole down to this account"), NULL},
    {ACTION_EDIT, "edit", {'e'}, GROUP_TAKE_AWAY, VIEWS | CONTEXT_FILES | CONTEXT_REPORT,
     N_("Open the document at this row in an editor (VISUAL, EDITOR)"), NULL},
    {ACTION_RELOAD, "reload", {'R'}, GROUP_TAKE_AWAY, VIEWS | CONTEXT_FILES | CONTEXT_REPORT,
     N_("Read the document again (it happens by itself when the file changes)"), NULL},
    /* views */
    {ACTION_VIEW_1, "overview", {'1'}, GROUP_VIEWS, CONTEXT_ANY, N_("Overview"), NULL},
    {ACTION_VIEW_2, "annexes", {'2'}, GROUP_VIEWS, CONTEXT_ANY, N_("Annexes"), NULL},
    {ACTION_VIEW_3, "functional", {'3'}, GROUP_VIEWS, CONTEXT_ANY,
     N_("Functional classification"), NULL},
    {ACTION_VIEW_4, "department-economic", {'4'}, GROUP_VIEWS, CONTEXT_ANY,
     N_("Departmental economic classification"), NULL},
    {ACTION_VIEW_5, "government-economic", {'5'}, GROUP_VIEWS, CONTEXT_ANY,
     N_("Government economic classification"), NULL},
    {ACTION_VIEW_6, "three-public", {'6'}, GROUP_VIEWS, CONTEXT_ANY,
     N_("Three public expenses beside performance targets"), NULL},
    {ACTION_VIEW_7, "narrative", {'7'}, GROUP_VIEWS, CONTEXT_ANY, N_("Narrative"), NULL},
    {ACTION_VIEW_8, "checks", {'8'}, GROUP_VIEWS, CONTEXT_ANY,
     N_("Checks: do the figures hold together"),
     NULL},
    {ACTION_SPLIT, "split", {'|'}, GROUP_VIEWS, VIEWS,
     N_("Two views side by side: then the key of the second view; again: one view"), NULL},
    /* leave */
    {ACTION_CANCEL, "cancel", {KEYCODE_ESCAPE}, GROUP_LEAVE, READING,
     N_("Clear the highlight of a search; then the filter"), NULL},
    {ACTION_SUSPEND, "suspend", {KEY_CONTROL('z')}, GROUP_LEAVE, READING,
     N_("Suspend; fg in the shell continues"), NULL},
    {ACTION_REDRAW, "redraw", {KEY_CONTROL('l')}, GROUP_LEAVE, READING,
     N_("Redraw the screen"), NULL},
    {ACTION_LEAVE, "leave", {'q'}, GROUP_LEAVE, READING,
     N_("Leave one level; return from where Enter led; at the top level, leave the document or "
        "the program"),
     N_("leave")},
    {ACTION_QUIT, "quit", {'Q', KEY_PAIR('Z', 'Z')}, GROUP_LEAVE, READING,
     N_("Leave the program"), NULL},
    {ACTION_HELP, "help", {'?', KEYCODE_F1}, GROUP_LEAVE, READING, N_("This help"), N_("help")},
};

const size_t action_list_count = sizeof action_list / sizeof *action_list;

static const char *const group_titles[GROUP_COUNT] = {
    [GROUP_MOVE] = N_("Moving"),        [GROUP_IN_OUT] = N_("In and out"),
    [GROUP_SEARCH] = N_("Searching"),   [GROUP_SHOW] = N_("Order and display"),
    [GROUP_ADD_UP] = N_("Adding up"),   [GROUP_TAKE_AWAY] = N_("Taking away"),
    [GROUP_VIEWS] = N_("Views"),        [GROUP_LEAVE] = N_("Leaving and help"),
};

const char *action_group_title(ActionGroup group) { return group_titles[group]; }

const ActionInfo *action_info(Action action) {
  for (size_t i = 0; i < action_list_count; i++)
    if (action_list[i].action == action)
      return &action_list[i];
  return NULL;
}

const ActionInfo *action_named(const char *name) {
  for (size_t i = 0; i < action_list_count; i++)
    if (strcmp(action_list[i].name, name) == 0)
      return &action_list[i];
  return NULL;
}
