/* Golden screens: keys in, the canvas out, compared with a file for each case,
 * size and language. UPDATE_GOLDEN=1 writes the files anew: read their diff. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language.h"
#include "several.h"
#include "text/utf8.h"
#include "text/width.h"
#include "view/application.h"
#include "yaml/reader.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"
#define SCREENS TEST_SRCDIR "/tests/screens/"

enum { NAME_SIZE = 64, KEYS_SIZE = 128, CASES = 128 };

typedef struct {
  char name[NAME_SIZE], keys[KEYS_SIZE];
  int width, height;
  char language[8];
} Case;

static Document *read_sample(void) {
  Diagnostics diagnostics;
  Document *document = NULL;
  diag_open(&diagnostics, SAMPLE, 10);
  cr_assert_eq(reader_file(SAMPLE, NULL, &document, &diagnostics, NULL), READER_OK);
  diag_close(&diagnostics);
  return document;
}

/* "<Enter>" and the like by the names that help shows; the character that begins a name is <Less>. */
static Key named_key(const char *name, size_t length) {
  static const char less[] = "Less";
  if (length == strlen(less) && memcmp(name, less, length) == 0)
    return '<';
  for (Key key = 0; key <= KEYCODE_F1; key = key == ' ' ? KEYCODE_NONE + 1 : key + 1) {
    Str text = STR_EMPTY;
    key_write(&text, key);
    bool same = text.length == length && memcmp(text.data, name, length) == 0;
    str_free(&text);
    if (same)
      return key;
  }
  cr_assert_fail("no key is named %.*s", (int)length, name);
  return KEYCODE_NONE;
}

/* The screen is drawn after each key, as the terminal does: some keys go by what was drawn. */
static void type(Application *application, Canvas *canvas, const char *keys) {
  for (size_t length = strlen(keys), taken; length > 0; keys += taken, length -= taken) {
    const char *end = keys[0] == '<' ? strchr(keys, '>') : NULL;
    uint32_t key;
    if (end != NULL) {
      key = named_key(keys + 1, (size_t)(end - keys - 1));
      taken = (size_t)(end - keys) + 1;
    } else {
      taken = utf8_decode(keys, length, &key);
      if (key == ' ')
        continue;
    }
    application_event(application, &(Event){.kind = EVENT_KEY, .key = key});
    application_draw(application, canvas);
  }
}

/* Every row is exactly as wide as the canvas: wide clusters are followed by their other half. */
static void check_rows(const Canvas *canvas) {
  for (int row = 0; row < canvas->height; row++)
    for (int column = 0; column < canvas->width;) {
      const CanvasCell *cell = &canvas->cells[row * canvas->width + column];
      cr_assert(cell->width == 1 || cell->width == 2, "row %d column %d: width %d", row, column,
                cell->width);
      cr_assert_leq(column + cell->width, canvas->width);
      if (cell->width == 2)
        cr_assert_eq(cell[1].chars[0], 0);
      column += cell->width;
    }
}

static char *read_file(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL)
    return NULL;
  Str text = STR_EMPTY;
  char buffer[4096];
  for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
    str_add(&text, buffer, got);
  fclose(file);
  return str_take(&text);
}

static void compare(const Case *one, const Str *screen) {
  char path[512];
  snprintf(path, sizeof path, SCREENS "golden/%s.%dx%d.%s", one->name, one->width, one->height,
           one->language);
  if (getenv("UPDATE_GOLDEN") != NULL) {
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(screen->data, 1, screen->length, file), screen->length);
    cr_assert_eq(fclose(file), 0);
    return;
  }
  char *golden = read_file(path);
  cr_assert_not_null(golden, "there is no %s", path);
  bool same = strcmp(golden, screen->data) == 0;
  if (!same)
    fprintf(stderr, "%s\nexpected:\n%s\nfound:\n%s\n", path, golden, screen->data);
  memory_free(golden);
  cr_assert(same, "%s differs", path);
}

static bool begins(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

/* The canvas as the options that a case's name begins with have it. */
static void take_options(Canvas *canvas, const Case *one) {
  canvas->plain = begins(one->name, "plain-");
  canvas->ascii = begins(one->name, "ascii-");
}

/* A list: the sample, budgets in other units and of other years, faulty ones, one with a name that a
 * terminal would obey. */
static void write_list(void) {
  static char *sample;
  memory_free(sample);
  sample = read_file(SAMPLE);
  several_write("预算/九龙坡区政务办-2023.yaml", sample);
  several_write("预算/高新区.yaml",
                SEVERAL_BUDGET("重庆高新技术产业开发区管理委员会办公室", "2022",
                               "['201', 一般公共服务支出, 12345678.90]", "无。"));
  several_write("预算/faulty.yaml", "format: budgettui/1\ntitle: t\norganization: {name: x}\n"
                                  "year: 二〇二三\nunit: 元\nannexes: []\n");
  several_write("预算/gone.yaml", NULL);
  several_write("预算/\033[31mred\n.yaml",
                SEVERAL_BUDGET("\"\\e[31m局\"", "2021", "['205', 教育支出, -3]", "无。"));
  several_write("预算/waiting.yaml", sample);
}

/* What a case begins with: the sample, or a list of which all but the last file is read. */
static Application *open_start(const Case *one, ApplicationStart *start) {
  *start = (ApplicationStart){.title = ""};
  if (!begins(one->name, "files")) {
    start->document = read_sample();
    return application_open(start);
  }
  write_list();
  several_open(NULL);
  for (int i = 0; i < 5; i++)
    application_work(several_application());
  return several_application();
}

static void close_start(const Case *one, Application *application) {
  if (begins(one->name, "files"))
    several_close();
  else
    application_close(application);
}

static void run_case(const Case *one) {
  Canvas canvas;
  Str screen = STR_EMPTY;
  language_use(one->language);
  ApplicationStart start;
  Application *application = open_start(one, &start);
  canvas_init(&canvas, one->height, one->width);
  take_options(&canvas, one);
  /* As the terminal does: sizes are known from the first screen on. */
  application_draw(application, &canvas);
  type(application, &canvas, one->keys);
  check_rows(&canvas);
  canvas_write(&canvas, &screen);
  str_add_text(&screen, "---\n");
  canvas_write_styles(&canvas, &screen);
  if (canvas.plain)
    str_printf(&screen, "cursor %d:%d\n", canvas.cursor_row, canvas.cursor_column);
  compare(one, &screen);
  str_free(&screen);
  canvas_free(&canvas);
  close_start(one, application);
}

static size_t read_cases(Case *cases) {
  FILE *file = fopen(SCREENS "cases", "r");
  char line[256];
  size_t count = 0;
  cr_assert_not_null(file);
  while (fgets(line, sizeof line, file) != NULL) {
    char *name_end = line + strcspn(line, " \n");
    if (line[0] == '#' || name_end == line)
      continue;
    cr_assert_lt(count, (size_t)CASES);
    Case *one = &cases[count++];
    memset(one, 0, sizeof *one);
    memcpy(one->name, line,
           (size_t)(name_end - line) < NAME_SIZE ? (size_t)(name_end - line) : NAME_SIZE - 1);
    int length = snprintf(one->keys, KEYS_SIZE, "%.*s", (int)strcspn(name_end, "\n"), name_end);
    cr_assert_lt(length, KEYS_SIZE, "the keys of %s are too long", one->name);
  }
  fclose(file);
  return count;
}

ParameterizedTestParameters(screens, golden) {
  static const int sizes[][2] = {{40, 10}, {80, 24}, {120, 40}, {200, 50}};
  static const char *const languages[] = {"en", "zh_CN"};
  static Case cases[CASES];
  size_t count = read_cases(cases), total = count * 8, k = 0;
  Case *all = cr_malloc(total * sizeof *all);
  for (size_t i = 0; i < count; i++)
    for (size_t size = 0; size < 4; size++)
      for (size_t language = 0; language < 2; language++, k++) {
        all[k] = cases[i];
        all[k].width = sizes[size][0];
        all[k].height = sizes[size][1];
        strcpy(all[k].language, languages[language]);
      }
  return cr_make_param_array(Case, all, total);
}

ParameterizedTest(const Case *one, screens, golden) { run_case(one); }

/* Every case at every width, ambiguous characters one and two columns wide: rows stay whole. */
static void sweep(int ambiguous) {
  static Case cases[CASES];
  size_t count = read_cases(cases);
  ApplicationStart start;
  Canvas canvas;
  width_set_ambiguous(ambiguous);
  canvas_init(&canvas, 10, 40);
  for (size_t i = 0; i < count; i++) {
    Application *application = open_start(&cases[i], &start);
    width_set_ambiguous(ambiguous);
    take_options(&canvas, &cases[i]);
    type(application, &canvas, cases[i].keys);
    for (int width = 38; width <= 140; width++) {
      canvas_resize(&canvas, 9 + width % 30, width);
      application_draw(application, &canvas);
      check_rows(&canvas);
    }
    close_start(&cases[i], application);
  }
  canvas_free(&canvas);
}

Test(screens, every_width) { sweep(1); }
Test(screens, every_width_with_wide_ambiguous_characters) { sweep(2); }
