#include "view/completion.h"

#include <string.h>

void candidates_offer(Candidates *out, const char *typed, const char *text, const char *meaning,
                      const char *argument) {
  if (strncmp(text, typed, strlen(typed)) == 0)
    vec_push(&out->items, (Candidate){memory_copy(text, strlen(text)), meaning, argument});
}

void candidates_free(Candidates *candidates) {
  for (size_t i = 0; i < candidates->items.count; i++)
    memory_free(candidates->items.items[i].text);
  vec_free(&candidates->items);
}

void candidate_write(const char *text, const char *argument, const char *meaning, Str *out) {
  str_add_text(out, text);
  if (argument != NULL)
    str_printf(out, " %s", argument);
  if (meaning[0] != '\0' && strcmp(meaning, text) != 0)
    str_printf(out, ": %s", meaning);
}

void candidates_write(const Candidates *candidates, size_t chosen, Str *out) {
  enum { MOST = 12 };
  size_t count = candidates->items.count, first = chosen > 0 ? chosen - 1 : 0;
  if (chosen > 0)
    str_printf(out, "%zu/%zu ", chosen, count);
  for (size_t i = 0; i < count && i < MOST; i++) {
    const Candidate *one = &candidates->items.items[(first + i) % count];
    str_add_text(out, i > 0 ? " | " : "");
    candidate_write(one->text, one->argument, one->meaning, out);
  }
}

const char *completion_typed(const Completion *completion, const Prompt *prompt) {
  return completion->chosen > 0 ? completion->typed.data : prompt->line.data;
}

void completion_step(Completion *completion, Prompt *prompt, const Candidates *candidates,
                     bool backwards) {
  size_t count = candidates->items.count, last = completion->chosen;
  if (count == 0)
    return;
  if (last == 0) {
    str_clear(&completion->typed);
    str_add(&completion->typed, prompt->line.data, prompt->line.length);
  }
  size_t chosen = backwards ? (last > 1 ? last - 1 : count) : last % count + 1;
  const Candidate *candidate = &candidates->items.items[chosen - 1];
  str_cut(&prompt->line, candidates->start);
  str_add_text(&prompt->line, candidate->text);
  if (count == 1 && candidate->argument != NULL)
    str_add_char(&prompt->line, ' ');
  prompt->cursor = prompt->line.length;
  completion->chosen = count == 1 ? 0 : chosen;
}
