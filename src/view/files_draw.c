/* The list of files on a canvas: columns that give way to the names of offices and files, one after
 * the other, where there is little room. */
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/extent.h"
#include "view/files.h"
#include "view/findings.h"

enum { GAP = 2, MARGIN = 1, OFFICE_LEAST = 14, OFFICE_MOST = 40, FILE_MOST = 48 };

static const char *const headings[FILES_COLUMNS] = {
    [FILES_OFFICE] = N_("office"), [FILES_YEAR] = N_("year"),     [FILES_STAGE] = N_("stage"),
    [FILES_INCOME] = N_("income"), [FILES_EXPENDITURE] = N_("expenditure"),
    [FILES_CHECKS] = N_("checks"), [FILES_FILE] = N_("file"),
};

const char *files_heading(FilesColumn column) { return _(headings[column]); }

static const char *const stages[STAGE_COUNT] = {
    [STAGE_BUDGET] = N_("budget"),
    [STAGE_FINAL] = N_("final accounts"),
};

static bool is_amount(FilesColumn column) {
  return column == FILES_INCOME || column == FILES_EXPENDITURE;
}

/* ------------------------------------------------------------------ what stands there */

/* Whether figures of different units stand in the list: each is written with its own. */
static bool is_mixed(const Files *files) {
  const Figure *first = NULL;
  for (size_t i = 0; i < files->entries.count; i++)
    for (int which = 0; which < FILE_TOTALS; which++) {
      const FileEntry *entry = &files->entries.items[i];
      if (!entry->has_total[which])
        continue;
      if (first != NULL && first->unit != entry->totals[which].unit)
        return true;
      first = &entry->totals[which];
    }
  return false;
}

static Amount amount_of(const Files *files, const FileEntry *entry, FilesColumn column,
                        bool mixed) {
  int which = column == FILES_INCOME ? FILE_INCOME : FILE_EXPENDITURE;
  return (Amount){.kind = entry->has_total[which] ? CELL_MONEY : CELL_BLANK,
                  .figure = entry->totals[which],
                  .unit = mixed && files->session.unit < 0};
}

static void write_checks(const FileEntry *entry, const Canvas *canvas, Str *out) {
  if (entry->checked && canvas != NULL)
    str_printf(out, "%s%zu %s%zu", findings_sign(canvas, CHECK_ROUNDING), entry->rounding,
               findings_sign(canvas, CHECK_MISMATCH), entry->mismatches);
  else if (entry->checked)
    str_printf(out, "%s%zu %s%zu", check_outcomes[CHECK_ROUNDING].sign, entry->rounding,
               check_outcomes[CHECK_MISMATCH].sign, entry->mismatches);
}

void files_write(const Files *files, const FileEntry *entry, FilesColumn column, Str *out) {
  Amount amount = amount_of(files, entry, column, true);
  if (column == FILES_FILE)
    str_add_text(out, files_name(entry));
  if (entry->state != FILE_GOOD)
    return;
  switch (column) {
  case FILES_OFFICE: str_add_text(out, entry->office); break;
  case FILES_YEAR: str_printf(out, "%d", entry->year); break;
  case FILES_STAGE: str_add_text(out, _(stages[entry->stage])); break;
  case FILES_CHECKS: write_checks(entry, NULL, out); break;
  case FILES_INCOME:
  case FILES_EXPENDITURE: amount_write_printed(out, &amount); break;
  default: break;
  }
}

/* ------------------------------------------------------------------ columns */

static int most_of(FilesColumn column) {
  return column == FILES_OFFICE ? OFFICE_MOST : FILE_MOST;
}

/* What a column wants of one entry. */
static int wanted(const Files *files, const FileEntry *entry, FilesColumn column, bool mixed) {
  if (is_amount(column)) {
    Amount amount = amount_of(files, entry, column, mixed);
    return amount.kind == CELL_MONEY ? amount_width(&files->session, &amount) : 0;
  }
  Str text = STR_EMPTY;
  files_write(files, entry, column, &text);
  if (column == FILES_OFFICE && entry->state != FILE_GOOD)
    str_add_text(&text, files_name(entry));
  int width = (int)width_text(text.data, text.length);
  str_free(&text);
  return width < most_of(column) ? width : most_of(column);
}

static void measure(const Files *files, int natural[FILES_COLUMNS], bool mixed) {
  for (int column = 0; column < FILES_COLUMNS; column++) {
    /* One more for the sign of the order, as amounts have one for that of conversion. */
    natural[column] = width_of(files_heading((FilesColumn)column)) + 1;
    for (size_t i = 0; i < files->entries.count; i++) {
      int width = wanted(files, &files->entries.items[i], (FilesColumn)column, mixed);
      natural[column] = width > natural[column] ? width : natural[column];
    }
  }
}

static int total(const int width[FILES_COLUMNS]) {
  int sum = 2 * MARGIN - GAP;
  for (int column = 0; column < FILES_COLUMNS; column++)
    sum += width[column] > 0 ? width[column] + GAP : 0;
  return sum;
}

/* The two columns of names. */
static const FilesColumn names[] = {FILES_OFFICE, FILES_FILE};
enum { NAMES = sizeof names / sizeof *names };

/* The room of all columns where names are cut to `least`. */
static int total_cut(const int width[FILES_COLUMNS], int least) {
  int cut[FILES_COLUMNS];
  memcpy(cut, width, sizeof cut);
  for (size_t i = 0; i < NAMES; i++)
    cut[names[i]] = smaller(cut[names[i]], least);
  return total(cut);
}

/* Columns are left out where names would have to be cut further for them than they are worth: those
 * worth least first, such as the income, which mostly equals the expenditure. */
static void leave_out(int width[FILES_COLUMNS], int room) {
  static const struct {
    FilesColumn column;
    int least; /* columns of each name that it gives way to */
  } gives_way[] = {
      {FILES_INCOME, 36}, {FILES_STAGE, 36}, {FILES_CHECKS, 20}, {FILES_FILE, 14}, {FILES_YEAR, 14},
  };
  for (size_t i = 0; i < sizeof gives_way / sizeof *gives_way; i++)
    if (total_cut(width, gives_way[i].least) > room)
      width[gives_way[i].column] = 0;
}

/* The longer name is cut first. Where that does not help, neither do amounts have room. */
static void cut_names(int width[FILES_COLUMNS], int room) {
  int least = larger(width[FILES_OFFICE], width[FILES_FILE]);
  while (least > OFFICE_LEAST && total_cut(width, least) > room)
    least--;
  for (size_t i = 0; i < NAMES; i++)
    width[names[i]] = smaller(width[names[i]], least);
  width[FILES_EXPENDITURE] -= larger(total(width) - room, 0);
}

static FilesLayout lay_out(const Files *files, int room, bool mixed) {
  FilesLayout layout;
  int left = MARGIN;
  measure(files, layout.width, mixed);
  leave_out(layout.width, room);
  cut_names(layout.width, room);
  for (int column = 0; column < FILES_COLUMNS; column++) {
    layout.left[column] = left;
    left += layout.width[column] > 0 ? layout.width[column] + GAP : 0;
  }
  return layout;
}

/* ------------------------------------------------------------------ painting */

static void draw_heading(const Files *files, Area area, FilesColumn column) {
  int left = files->layout.left[column], width = files->layout.width[column];
  bool amount = is_amount(column), sorted = files->direction != 0 && files->sorted == column;
  const char *text = files_heading(column);
  int style = column == files->column ? STYLE_TAB_OPEN : STYLE_HEADING, wide = width_of(text);
  if (width < 1)
    return;
  int room = width - 1 < wide ? width - 1 : wide, at = left + (amount ? width - 1 - room : 0);
  area_fit(area, 0, at, room, style, FIT_LEFT, text, strlen(text));
  if (sorted)
    area_glyph(area, 0, at + room, STYLE_HEADING,
               files->direction > 0 ? GLYPH_ASCENDING : GLYPH_DESCENDING);
}

/* A text with what is searched for marked. */
static void draw_text(const Files *files, Area area, int row, int left, int width, int style,
                      const char *text) {
  size_t length = strlen(text), shown = fit_prefix(text, length, (size_t)width, NULL), start, end;
  area_fit(area, row, left, width, style, FIT_LEFT, text, length);
  for (size_t at = 0; files->highlight && at < shown &&
                      term_find(&files->term, text, length, at, &start, &end) && end > at;
       at = end)
    if (start < shown)
      area_mark(area, row, left + (int)width_text(text, start),
                (int)width_text(text + start, (end < shown ? end : shown) - start), STYLE_MATCH);
}

static void draw_column(const Files *files, Area area, int row, const FileEntry *entry,
                        FilesColumn column, bool mixed) {
  int left = files->layout.left[column], width = files->layout.width[column];
  Str text = STR_EMPTY;
  if (width < 1)
    return;
  if (is_amount(column)) {
    Amount amount = amount_of(files, entry, column, mixed);
    amount_draw(&files->session, area, row, left, width, STYLE_NORMAL, &amount);
    return;
  }
  if (column == FILES_CHECKS)
    write_checks(entry, area.canvas, &text);
  else
    files_write(files, entry, column, &text);
  int style = column == FILES_FILE                              ? STYLE_DIM
              : column == FILES_CHECKS && entry->mismatches > 0 ? STYLE_ERROR
                                                                : STYLE_NORMAL;
  draw_text(files, area, row, left, width, style, text.data);
  str_free(&text);
}

/* The file's name, and why there are no figures. */
static void draw_bare(const Files *files, Area area, int row, const FileEntry *entry) {
  bool faulty = entry->state == FILE_FAULTY;
  int left = files->layout.left[FILES_OFFICE], width = files->layout.width[FILES_OFFICE];
  const char *text = faulty                          ? entry->fault
                     : entry->state == FILE_STOPPED ? _("not read: interrupted")
                                                    : _("not read yet");
  draw_text(files, area, row, left, width, STYLE_DIM, files_name(entry));
  left += width + GAP;
  if (faulty)
    left += area_text(area, row, left, STYLE_ERROR, findings_sign(area.canvas, CHECK_MISMATCH)) + 1;
  if (left < area.width - MARGIN)
    draw_text(files, area, row, left, area.width - MARGIN - left, faulty ? STYLE_ERROR : STYLE_DIM,
              text);
}

static void draw_entry(const Files *files, Area area, int row, const FileEntry *entry, bool mixed) {
  if (entry->state != FILE_GOOD) {
    draw_bare(files, area, row, entry);
    return;
  }
  for (int column = 0; column < FILES_COLUMNS; column++)
    draw_column(files, area, row, entry, (FilesColumn)column, mixed);
}

void files_draw(Files *files, Area header, Area body) {
  Window *window = &files->window;
  bool mixed = is_mixed(files);
  files->header = header;
  files->body = body;
  files->layout = lay_out(files, body.width, mixed);
  area_fill(header, STYLE_NORMAL);
  area_fill(body, STYLE_NORMAL);
  for (int column = 0; column < FILES_COLUMNS; column++)
    draw_heading(files, header, (FilesColumn)column);
  window_set_height(window, (size_t)body.height);
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    const FileEntry *entry = &files->entries.items[files->order[window->top + i]];
    draw_entry(files, body, (int)i, entry, mixed);
    if (window->top + i == window->cursor)
      area_mark(body, (int)i, 0, body.width, STYLE_SELECTED);
  }
}

/* ------------------------------------------------------------------ telling */

void files_status(const Files *files, Str *out) {
  const FileEntry *entry = files_selected(files);
  if (entry == NULL)
    return;
  str_add_text(out, entry->file);
  if (entry->fault != NULL)
    str_printf(out, "%s%s", entry->fault_at > 0 ? ":" : ": ", entry->fault);
  if (entry->state != FILE_GOOD)
    return;
  str_printf(out, " · %s · %d %s", entry->office, entry->year, _(stages[entry->stage]));
  for (int column = FILES_INCOME; column <= FILES_EXPENDITURE; column++) {
    Amount amount = amount_of(files, entry, (FilesColumn)column, true);
    if (amount.kind != CELL_MONEY)
      continue;
    str_printf(out, " · %s ", files_heading((FilesColumn)column));
    amount_write_printed(out, &amount);
  }
}

void files_caption(const Files *files, Str *out) {
  size_t read = files_read(files), count = files->entries.count;
  if (files->session.unit >= 0)
    str_add_text(out, unit_name((Unit)files->session.unit));
  bool one_unit = files->session.unit < 0 && !is_mixed(files);
  for (size_t i = 0; i < count && one_unit; i++)
    if (files->entries.items[i].has_total[FILE_EXPENDITURE]) {
      str_add_text(out, unit_name(files->entries.items[i].totals[FILE_EXPENDITURE].unit));
      break;
    }
  if (read < count) {
    str_add_text(out, out->length > 0 ? "  " : "");
    str_printf(out, _("%zu of %zu read"), read, count);
  }
}
