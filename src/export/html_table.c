/* Tables as they are printed: groups of headings, panels side by side, merged cells. */
#include "export/html_page.h"

/* ------------------------------------------------------------------ headings */

static void write_heading(Html *html, const Column *column, size_t rows) {
  html_raw(html, "<th");
  if (column->columns)
    html_format(html, " scope=\"colgroup\" colspan=\"%zu\"", column->leaf_count);
  else
    html_raw(html, " scope=\"col\"");
  if (rows > 1)
    html_format(html, " rowspan=\"%zu\"", rows);
  html_raw(html, ">");
  html_text(html, column->title);
  html_raw(html, "</th>");
}

/* The headings that begin `level` rows further down, of headings with `depth` rows. */
static void write_level(Html *html, const Column *columns, size_t count, size_t level,
                        size_t depth) {
  for (size_t i = 0; i < count; i++) {
    if (!level)
      write_heading(html, &columns[i], columns[i].columns ? 1 : depth);
    else
      write_level(html, columns[i].columns, columns[i].column_count, level - 1, depth - 1);
  }
}

static void write_headings(Html *html, const Table *table) {
  html_raw(html, "<thead>\n");
  for (size_t level = 0; level < table->header_depth; level++) {
    html_raw(html, "<tr>");
    write_level(html, table->columns, table->column_count, level, table->header_depth);
    html_raw(html, "</tr>\n");
  }
  html_raw(html, "</thead>\n");
}

/* ------------------------------------------------------------------ rows */

/* How many rows a cell goes over. */
static size_t rows_of(const Table *table, size_t row, size_t leaf) {
  size_t end = row + 1;
  if (role_merges(table->leaves[leaf]->role))
    while (end < table->row_count && table->rows[end].cells[leaf].kind == CELL_MERGED)
      end++;
  return end - row;
}

static const char *class_of(Role role) {
  if (role_content(role) != CONTENT_TEXT)
    return " class=\"n\"";
  return role_is_code(role) || role == ROLE_RELATION ? " class=\"c\"" : "";
}

static void write_cell(Html *html, const Annex *annex, const Table *table, size_t row, size_t leaf,
                       const char *name) {
  const Row *printed = &table->rows[row];
  const Cell *cell = &printed->cells[leaf];
  if (cell->kind == CELL_MERGED && row)
    return;
  size_t rows = rows_of(table, row, leaf);
  bool named = cell->kind == CELL_TEXT && cell->text == name;
  html_raw(html, named ? "<th scope=\"row\"" : "<td");
  if (named && printed->level > 1)
    html_format(html, " class=\"l%d\"", printed->level < 4 ? printed->level : 4);
  else
    html_raw(html, class_of(table->leaves[leaf]->role));
  if (rows > 1)
    html_format(html, " rowspan=\"%zu\"", rows);
  html_raw(html, ">");
  html_cell(html, cell, annex->unit);
  html_raw(html, named ? "</th>" : "</td>");
}

static void write_row(Html *html, const Annex *annex, const Table *table, size_t row) {
  const char *name = table_row_name(table, &table->rows[row]);
  html_raw(html, table->rows[row].total ? "<tr class=\"total\">" : "<tr>");
  for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
    write_cell(html, annex, table, row, leaf, name);
  html_raw(html, "</tr>\n");
}

/* ------------------------------------------------------------------ whole tables */

/* It can be scrolled, by the keyboard, too. */
static void write_table(Html *html, const Annex *annex, const Table *table) {
  bool titled = table->title && *table->title;
  html_format(html, "<div class=\"scroll\" style=\"--columns:%zu\" tabindex=\"0\" role=\"region\" "
                    "aria-label=\"",
              table->leaf_count);
  html_text(html, titled ? table->title : annex->title);
  html_format(html, "\"><table>\n<caption%s>", titled ? "" : " class=\"sr\"");
  html_text(html, titled ? table->title : annex->title);
  html_raw(html, "</caption>\n");
  write_headings(html, table);
  html_raw(html, "<tbody>\n");
  for (size_t row = 0; row < table->row_count && sink_pour(html->sink); row++)
    write_row(html, annex, table, row);
  html_raw(html, "</tbody></table></div>\n");
}

void html_tables(Html *html, const Annex *annex, const Table *tables, size_t count) {
  if (count > 1)
    html_raw(html, "<div class=\"panels\">\n");
  for (size_t i = 0; i < count; i++)
    write_table(html, annex, &tables[i]);
  if (count > 1)
    html_raw(html, "</div>\n");
}
