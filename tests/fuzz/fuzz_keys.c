/* Any bytes as what a user does and what happens round the program: keys, clicks, pasted texts,
 * sizes of the screen, files that change, works that are interrupted. Whatever comes, the cursor is
 * where it belongs and every row is whole; the same events show the same screens, drawn once or
 * twice. */
#include <string.h>

#include "fuzz.h"
#include "keys_screen.h"
#include "keys_shelf.h"
#include "text/width.h"
#include "view/progress_line.h"
#include "view/shell_parts.h"

typedef struct {
  const uint8_t *bytes;
  size_t length;
} Input;

static uint8_t next(Input *input) {
  if (input->length == 0)
    return 0;
  input->length--;
  return *input->bytes++;
}

/* One run of the program. */
typedef struct {
  Application *application;
  ApplicationStart start;
  Progress progress;
  unsigned steps;    /* of a work, until it is interrupted; 0: it is not */
  unsigned content;  /* 0: files hold what they held at first; else a ShelfContent and 1 */
  Canvas canvas;
  Seen seen;
  unsigned together; /* events that come so fast that nothing is drawn in between */
  unsigned undrawn;  /* of these */
  bool twice;        /* every screen is drawn again */
  bool ended;        /* the user has left */
  uint64_t digest;   /* of all that was shown */
} Sitting;

/* Bytes below 0x80 are keys as a terminal sends them, so that an input can be written by hand. */
enum {
  MORE_KEYS = 0x80, /* and up to LAST_KEY: the keys that are no characters */
  LAST_KEY = MORE_KEYS + KEYCODE_LAST - KEYCODE_NONE,
  CLICK = 0xa0, DOUBLE_CLICK, WHEEL_UP, WHEEL_DOWN, /* then row and column */
  CHARACTER = 0xa8,  /* then two bytes */
  PASTE = 0xaa,      /* then the length and the text */
  RESIZE = 0xac,     /* then height and width */
  AMBIGUOUS = 0xae,  /* then the width of such characters */
  CHANGE = 0xb0,     /* then what the files hold from now on; the program is told */
  EXCHANGE,          /* the same, and it is not told */
  REREAD,            /* the file is written again as it is */
  WORK,              /* nothing happens for a moment */
  INTERRUPT,         /* then after how many steps of the next work */
  SIGNS,             /* then whether in ASCII, and plain */
  PACE,              /* then how many events come together from now on */
  LIST = 0xb8, FILE_OF = 0xc0 /* at the beginning: a list of files, or this file of the shelf; then
                                 how it is opened */
};

/* ------------------------------------------------------------------ the surroundings */

static LoadResult load(void *context, const char *file, const Progress *progress,
                       Document **document, LoadFault *fault) {
  const Sitting *sitting = context;
  unsigned content = 0;
  (void)progress;
  while (content < SHELF_FILES && strcmp(shelf_files[content], file) != 0)
    content++;
  return shelf_load(sitting->content > 0 ? sitting->content - 1 : content, file, document, fault);
}

static bool step(void *context, Work work, uint64_t done, uint64_t total) {
  Sitting *sitting = context;
  if (sitting->steps == 0 || --sitting->steps > 0)
    return true;
  progress_line_draw(&sitting->canvas, work, done, total);
  screen_require_whole(&sitting->canvas);
  return false;
}

static void change(Sitting *sitting, Input *input) {
  sitting->content = next(input) % SHELF_CONTENTS + 1;
}

/* ------------------------------------------------------------------ events */

static Key key_of(uint8_t byte) {
  switch (byte) {
  case '\r':
  case '\n': return KEYCODE_ENTER;
  case '\t': return KEYCODE_TAB;
  case 0x08:
  case 0x7f: return KEYCODE_BACKSPACE;
  case 0x1b: return KEYCODE_ESCAPE;
  default: return byte;
  }
}

static void press(Sitting *sitting, Key key) {
  Event event = {.kind = EVENT_KEY, .key = key};
  sitting->ended = application_event(sitting->application, &event) == RESULT_QUIT;
}

/* Two bytes are as good as four: beyond them are the planes of pictographs. */
static Key character(Input *input) {
  Key high = next(input), low = next(input), both = high << 8 | low;
  return both < 0xd800 ? both : 0x1f000 + (both - 0xd800);
}

static void click(Sitting *sitting, Input *input, uint8_t kind) {
  Event event = {.kind = EVENT_MOUSE, .mouse = {.kind = (MouseKind)(kind - CLICK)}};
  event.mouse.row = next(input);
  event.mouse.column = next(input);
  sitting->ended = application_event(sitting->application, &event) == RESULT_QUIT;
}

/* Bytes as they are: a prompt takes what is text. */
static void paste(Sitting *sitting, Input *input) {
  size_t wanted = next(input), taken = wanted < input->length ? wanted : input->length;
  char *text = memory_copy((const char *)input->bytes, taken);
  Event event = {.kind = EVENT_PASTE, .text = text, .length = taken};
  application_event(sitting->application, &event);
  memory_free(text);
  input->bytes += taken;
  input->length -= taken;
}

/* Mostly sizes that are painted in little time. */
static int extent(uint8_t byte, int few, int step_beyond) {
  return byte < 0xc0 ? byte % few + 1 : few + (byte - 0xc0) * step_beyond;
}

static void resize(Sitting *sitting, Input *input) {
  int height = extent(next(input), 32, 1), width = extent(next(input), 100, 3);
  canvas_resize(&sitting->canvas, height, width);
}

static void set_signs(Sitting *sitting, Input *input) {
  uint8_t bits = next(input);
  sitting->canvas.ascii = (bits & 1) != 0;
  sitting->canvas.plain = (bits & 2) != 0;
}

static void draw(Sitting *sitting);

/* What the file holds is the same: all that is shown of it stays where it was, unless a search was
 * interrupted, which finds more then. */
static void reread(Sitting *sitting) {
  bool shown = !sitting->application->listing &&
               !search_stopped(shell_session(sitting->application->shell)->search);
  sitting->steps = 0; /* else what was found out before is not found again */
  draw(sitting);
  application_changed(sitting->application);
  if (!shown || sitting->content > 0)
    return;
  application_draw(sitting->application, &sitting->canvas);
  screen_require_body(&sitting->seen, &sitting->canvas, sitting->application);
}

static void happen(Sitting *sitting, Input *input, uint8_t byte) {
  switch (byte) {
  case CHARACTER: press(sitting, character(input)); break;
  case PASTE: paste(sitting, input); break;
  case RESIZE: resize(sitting, input); break;
  case AMBIGUOUS:
    width_set_ambiguous(next(input) % 2 + 1);
    draw(sitting); /* as the program does at once */
    break;
  case CHANGE:
    change(sitting, input);
    application_changed(sitting->application);
    break;
  case EXCHANGE: change(sitting, input); break;
  case REREAD: reread(sitting); break;
  case WORK: application_work(sitting->application); break;
  case INTERRUPT: sitting->steps = next(input) % 8u; break;
  case SIGNS: set_signs(sitting, input); break;
  case PACE: sitting->together = next(input) % 16u + 1; break;
  default: break;
  }
}

static void take_event(Sitting *sitting, Input *input) {
  uint8_t byte = next(input);
  if (byte < 0x80)
    press(sitting, key_of(byte));
  else if (byte <= LAST_KEY)
    press(sitting, (Key)KEYCODE_NONE + byte - MORE_KEYS);
  else if (byte >= CLICK && byte <= WHEEL_DOWN)
    click(sitting, input, byte);
  else
    happen(sitting, input, byte);
}

/* ------------------------------------------------------------------ a sitting */

/* What is drawn is not interrupted: it would be taken up again by the next drawing. */
static void draw(Sitting *sitting) {
  uint32_t line;
  unsigned steps = sitting->steps;
  sitting->undrawn = sitting->steps = 0;
  application_draw(sitting->application, &sitting->canvas);
  screen_require(&sitting->seen, &sitting->canvas, sitting->application, &sitting->digest);
  if (sitting->twice) {
    application_draw(sitting->application, &sitting->canvas);
    screen_require_seen(&sitting->seen, &sitting->canvas);
  }
  sitting->steps = steps;
  application_file(sitting->application, &line);
}

static void set_start(ApplicationStart *start, uint8_t options) {
  start->shell.view = ACTION_VIEW_1 + (options & 7);
  start->shell.unit = (options >> 3 & 7) % (UNIT_COUNT + 1);
  start->shell.share = (ShareMode)(options >> 6 & 3);
  start->message = options % 5 == 0 ? "\033[2J\xff 甲" : NULL;
}

static void open_sitting(Sitting *sitting, Input *input) {
  uint8_t first = input->length > 0 ? *input->bytes : 0;
  ApplicationStart *start = &sitting->start;
  sitting->progress = (Progress){step, sitting};
  start->read = load;
  start->context = sitting;
  start->shell.progress = &sitting->progress;
  if (first == LIST || (first >= FILE_OF && first < FILE_OF + SHELF_BROKEN)) {
    next(input);
    set_start(start, next(input));
  }
  start->files = shelf_files;
  start->file_count = SHELF_FILES;
  start->title = "/甲/\033]0;x\a乙";
  if (first != LIST)
    start->document =
        shelf_document(first >= FILE_OF && first < FILE_OF + SHELF_BROKEN ? first - FILE_OF : 0);
  canvas_init(&sitting->canvas, 16, 72);
  sitting->application = application_open(start);
}

static void close_sitting(Sitting *sitting) {
  application_close(sitting->application);
  canvas_free(&sitting->canvas);
  memory_free(sitting->seen.cells);
}

/* Returns what was shown. */
static uint64_t sit(const uint8_t *bytes, size_t length, bool twice) {
  enum { EVENTS = 400, TOGETHER = 3 };
  Input input = {bytes, length};
  Sitting sitting = {
      .together = TOGETHER, .twice = twice, .digest = UINT64_C(14695981039346656037)};
  width_set_ambiguous(1);
  shelf_stand_between(true);
  open_sitting(&sitting, &input);
  draw(&sitting);
  for (int i = 0; i < EVENTS && input.length > 0 && !sitting.ended; i++) {
    take_event(&sitting, &input);
    if (++sitting.undrawn >= sitting.together)
      draw(&sitting);
  }
  draw(&sitting);
  close_sitting(&sitting);
  shelf_stand_between(false);
  return sitting.digest;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  enum { AGAIN = 16, UNCHANGED = 1024 }; /* what takes long is not done for all inputs */
  static unsigned sittings;
  unsigned sum = 0;
  for (size_t i = 0; i < length; i++)
    sum = sum * 31 + bytes[i];
  uint64_t shown = sit(bytes, length, false);
  if (sum % AGAIN == 0)
    FUZZ_REQUIRE(sit(bytes, length, true) == shown);
  if (++sittings % UNCHANGED == 0)
    shelf_require_unchanged();
  return 0;
}
