/* The shell on a canvas: the frame, and in it the content or the help. */
#include "view/shell_parts.h"

/* Returns whether it takes the row of hints, too. */
static bool draw_status(Shell *shell, const Frame *frame) {
  const Str *message = &shell_session(shell)->message;
  Str line = STR_EMPTY;
  if (message->length > 0)
    str_add(&line, message->data, message->length);
  else if (shell->typing != NULL)
    shell->typing->status(shell, &line);
  else if (shell->helping)
    help_status(&shell->help, &line);
  else
    shell->type->status(shell->content, &line);
  bool below = frame_status(frame, message->length > 0 ? STYLE_MESSAGE : STYLE_STATUS, line.data,
                            shell->typing == NULL);
  str_free(&line);
  return below;
}

static void draw_body(Shell *shell, const Frame *frame) {
  if (!shell->helping) {
    shell->type->draw(shell->content, frame);
    return;
  }
  help_draw(&shell->help, frame->body);
  shell->list = frame->body;
}

void shell_draw(Shell *shell, Canvas *canvas) {
  Frame *frame = &shell->frame;
  if (shell->set.signs != SIGNS_USUAL)
    canvas->ascii = shell->set.signs == SIGNS_ASCII;
  canvas_clear(canvas);
  *frame = (Frame){.title = {0}};
  shell->list = (Area){.canvas = NULL};
  shell->hinted = false;
  if (!frame_open(canvas, frame))
    return;
  draw_body(shell, frame); /* first: what a content says of itself may depend on its size */
  shell->type->title(shell->content, frame);
  bool below = draw_status(shell, frame);
  if (shell->typing != NULL)
    prompt_draw(&shell->prompts[shell->typing->kind], frame->hints, shell->typing->sign);
  shell->hinted = !below && shell->typing == NULL;
  if (shell->hinted)
    frame_hints(frame, shell->keys, shell_contexts(shell), shell_was_led(shell));
}
