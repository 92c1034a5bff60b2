#include "search/program.h"

#include <string.h>
#include <wctype.h>

#include "text/utf8.h"

/* A match that may come of it begins at `start`. */
typedef struct {
  uint32_t state;
  size_t start;
} Thread;

/* Threads in the order of their starts, at most one for each state. */
typedef struct {
  Thread *items;
  size_t count;
} Threads;

typedef struct {
  const Expression *expression;
  const char *text;
  size_t length;
  Threads now, next;
  size_t *seen;    /* for each state: the step at which it was reached last */
  size_t step;
  uint32_t *stack; /* states to be followed */
  bool found;
  size_t start, end; /* of the match */
} Run;

/* ------------------------------------------------------------------ characters */

static bool in_set(const CharSet *set, uint32_t character) {
  bool in = false;
  for (size_t i = 0; i < set->ranges.count && !in; i++)
    in = character >= set->ranges.items[i].first && character <= set->ranges.items[i].last;
  /* Folded text has no capitals: [[:upper:]] takes what may have been one. */
  for (size_t i = 0; i < set->types.count && !in; i++)
    in = iswctype((wint_t)character, set->types.items[i]) ||
         iswctype(towupper((wint_t)character), set->types.items[i]);
  return in != set->negated && character != '\n';
}

static bool accepts(const Expression *expression, const State *state, uint32_t character) {
  if (state->kind == STATE_CHAR)
    return state->value == character;
  if (state->kind == STATE_ANY)
    return character != '\n';
  return in_set(&expression->sets.items[state->value], character);
}

/* ------------------------------------------------------------------ following */

static void note_match(Run *run, size_t start, size_t at) {
  if (run->found && start > run->start)
    return;
  run->found = true;
  run->start = start;
  run->end = at;
}

/* The states that a state leads to at `at` without a character, into stack[0], stack[1]. */
static size_t lead(const Run *run, const State *state, size_t at, uint32_t *stack) {
  size_t count = 0;
  bool on = state->kind == STATE_SPLIT || state->kind == STATE_JUMP ||
            (state->kind == STATE_BEGIN && (!at || run->text[at - 1] == '\n')) ||
            (state->kind == STATE_END && (at == run->length || run->text[at] == '\n'));
  if (state->kind == STATE_SPLIT)
    stack[count++] = state->other;
  if (on)
    stack[count++] = state->next;
  return count;
}

/* Adds the threads that stand at `at` once `state` is reached there. */
static void reach(Run *run, Threads *threads, uint32_t first, size_t start, size_t at) {
  size_t depth = 0;
  run->stack[depth++] = first;
  while (depth) {
    uint32_t index = run->stack[--depth];
    const State *state = &run->expression->states.items[index];
    if (run->seen[index] == run->step)
      continue;
    run->seen[index] = run->step;
    if (state->kind == STATE_MATCH)
      note_match(run, start, at);
    else if (state->kind <= STATE_SET)
      threads->items[threads->count++] = (Thread){index, start};
    else
      depth += lead(run, state, at, run->stack + depth);
  }
}

/* Takes the character at `at`; returns where the next one is. */
static size_t step(Run *run, size_t at) {
  uint32_t character;
  size_t next = at + utf8_decode(run->text + at, run->length - at, &character);
  run->step++;
  run->next.count = 0;
  for (size_t i = 0; i < run->now.count; i++) {
    const Thread *thread = &run->now.items[i];
    const State *state = &run->expression->states.items[thread->state];
    if (run->found && thread->start > run->start)
      break;
    if (accepts(run->expression, state, character))
      reach(run, &run->next, state->next, thread->start, next);
  }
  Threads swap = run->now;
  run->now = run->next;
  run->next = swap;
  return next;
}

static void follow(Run *run, size_t at) {
  const bool *first = run->expression->first;
  run->step = 1;
  while (!run->found || run->now.count) {
    if (!run->found && !run->now.count) {
      run->step++; /* what was reached where the last step ended is not reached here */
      while (at < run->length && !first[(unsigned char)run->text[at]])
        at++;
    }
    if (!run->found)
      reach(run, &run->now, 0, at, at);
    if (at == run->length)
      return;
    at = step(run, at);
  }
}

bool expression_find(const Expression *expression, const char *text, size_t length, size_t from,
                     size_t *start, size_t *end) {
  size_t count = expression->states.count;
  Run run = {.expression = expression, .text = text, .length = length};
  run.now.items = memory_zero(count, sizeof(Thread));
  run.next.items = memory_zero(count, sizeof(Thread));
  run.seen = memory_zero(count, sizeof *run.seen);
  run.stack = memory_zero(2 * count + 2, sizeof *run.stack);
  follow(&run, from);
  memory_free(run.now.items);
  memory_free(run.next.items);
  memory_free(run.seen);
  memory_free(run.stack);
  *start = run.start;
  *end = run.end;
  return run.found;
}

/* ------------------------------------------------------------------ how a match begins */

static void mark_bytes(bool *first, unsigned from, unsigned to) {
  for (unsigned byte = from; byte <= to; byte++)
    first[byte] = true;
}

static void mark_state(Expression *expression, const State *state) {
  bool *first = expression->first;
  char utf8[4];
  if (state->kind == STATE_CHAR) {
    utf8_encode(state->value, utf8);
    first[(unsigned char)utf8[0]] = true;
  } else if (state->kind == STATE_END) {
    first['\n'] = true;
  } else if (state->kind == STATE_MATCH) {
    mark_bytes(first, 0, 0xFF);
  } else if (state->kind <= STATE_SET) {
    for (unsigned byte = 0; byte < 0x80; byte++)
      first[byte] = first[byte] || accepts(expression, state, byte);
    mark_bytes(first, 0xC2, 0xF4);
  }
}

void program_prepare(Expression *expression) {
  size_t count = expression->states.count, depth = 0;
  bool *seen = memory_zero(count, sizeof *seen);
  uint32_t *stack = memory_zero(2 * count + 2, sizeof *stack);
  stack[depth++] = 0;
  while (depth) {
    uint32_t index = stack[--depth];
    const State *state = &expression->states.items[index];
    if (seen[index])
      continue;
    seen[index] = true;
    mark_state(expression, state);
    if (state->kind == STATE_SPLIT)
      stack[depth++] = state->other;
    if (state->kind > STATE_SET && state->kind != STATE_MATCH)
      stack[depth++] = state->next;
  }
  memory_free(seen);
  memory_free(stack);
}
