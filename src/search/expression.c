/* The expression is read into a tree of terms, from which the states are written; a term that is
 * repeated is written as often as it must be. */
#include "search/expression.h"

#include <string.h>
#include <wctype.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "search/program.h"
#include "text/fold.h"
#include "text/utf8.h"

typedef enum { TERM_NOTHING, TERM_STATE, TERM_SEQUENCE, TERM_CHOICE, TERM_REPEAT } TermKind;

typedef struct Term {
  TermKind kind;
  StateKind state; /* of TERM_STATE */
  uint32_t value;
  const struct Term *left, *right; /* of a sequence or choice; a repeat has a left one */
  unsigned least, most;            /* of a repeat */
} Term;

enum { UNBOUNDED = LIMIT_EXPRESSION_REPEATS + 1 };

typedef struct {
  Expression *expression;
  Arena *arena;
  const char *text;
  size_t length, at;
  const Limits *limits;
  unsigned nesting;
  size_t steps; /* of writing states */
  Str *error;   /* not empty: it is over */
} Compiler;

/* ------------------------------------------------------------------ reading */

static const Term nothing = {.kind = TERM_NOTHING};

static const Term *fail(Compiler *compiler, const char *reason) {
  if (!compiler->error->length)
    str_add_text(compiler->error, reason);
  compiler->at = compiler->length;
  return &nothing;
}

static const Term *new_term(Compiler *compiler, Term term) {
  Term *made = arena_alloc(compiler->arena, sizeof *made, _Alignof(Term));
  *made = term;
  return made;
}

static const Term *state_term(Compiler *compiler, StateKind state, uint32_t value) {
  return new_term(compiler, (Term){.kind = TERM_STATE, .state = state, .value = value});
}

static const Term *pair(Compiler *compiler, TermKind kind, const Term *left, const Term *right) {
  if (kind == TERM_SEQUENCE && left->kind == TERM_NOTHING)
    return right;
  return new_term(compiler, (Term){.kind = kind, .left = left, .right = right});
}

static bool at_char(const Compiler *compiler, char c) {
  return compiler->at < compiler->length && compiler->text[compiler->at] == c;
}

static bool take_char(Compiler *compiler, char c) {
  bool there = at_char(compiler, c);
  compiler->at += there;
  return there;
}

static uint32_t take_any(Compiler *compiler) {
  uint32_t character;
  const char *text = compiler->text + compiler->at;
  compiler->at += utf8_decode(text, compiler->length - compiler->at, &character);
  return character;
}

static void fold_char(Str *out, uint32_t character) {
  char utf8[4];
  fold_text(out, utf8, utf8_encode(character, utf8));
}

/* What one character folds to: none, one or several. */
static const Term *literal(Compiler *compiler, uint32_t character) {
  const Term *term = &nothing;
  Str folded = STR_EMPTY;
  fold_char(&folded, character);
  for (size_t at = 0; at < folded.length;) {
    uint32_t part;
    at += utf8_decode(folded.data + at, folded.length - at, &part);
    term = pair(compiler, TERM_SEQUENCE, term, state_term(compiler, STATE_CHAR, part));
  }
  str_free(&folded);
  return term;
}

/* The one character that this one folds to, else itself. */
static uint32_t folded_char(uint32_t character) {
  Str folded = STR_EMPTY;
  uint32_t result = character, part;
  fold_char(&folded, character);
  if (folded.length && utf8_decode(folded.data, folded.length, &part) == folded.length)
    result = part;
  str_free(&folded);
  return result;
}

/* ------------------------------------------------------------------ sets */

/* [:digit:]; the compiler stands behind "[:". */
static void read_type(Compiler *compiler, CharSet *set) {
  char name[16] = "";
  size_t start = compiler->at, length;
  while (compiler->at < compiler->length && !at_char(compiler, ':'))
    compiler->at++;
  length = compiler->at - start;
  bool closed = take_char(compiler, ':') && take_char(compiler, ']');
  if (closed && length < sizeof name)
    memcpy(name, compiler->text + start, length);
  unsigned long type = closed ? wctype(name) : 0;
  if (type)
    vec_push(&set->types, type);
  else
    fail(compiler, _("there is no such class of characters as '[:…:]' here"));
}

static void read_range(Compiler *compiler, CharSet *set) {
  CharRange range;
  range.first = range.last = folded_char(take_any(compiler));
  if (at_char(compiler, '-') && compiler->at + 1 < compiler->length &&
      compiler->text[compiler->at + 1] != ']') {
    compiler->at++;
    range.last = folded_char(take_any(compiler));
  }
  if (range.first > range.last)
    fail(compiler, _("a range of characters ends before it begins"));
  vec_push(&set->ranges, range);
}

/* The compiler stands behind "[". */
static const Term *read_set(Compiler *compiler) {
  uint32_t index = (uint32_t)compiler->expression->sets.count;
  CharSet set = {.negated = take_char(compiler, '^')};
  bool first = true;
  while (compiler->at < compiler->length && (first || !at_char(compiler, ']'))) {
    first = false;
    if (compiler->at + 1 < compiler->length && !strncmp(compiler->text + compiler->at, "[:", 2)) {
      compiler->at += 2;
      read_type(compiler, &set);
    } else {
      read_range(compiler, &set);
    }
  }
  vec_push(&compiler->expression->sets, set);
  if (!take_char(compiler, ']'))
    return fail(compiler, _("'[' is not closed"));
  return state_term(compiler, STATE_SET, index);
}

/* ------------------------------------------------------------------ terms */

static const Term *read_choice(Compiler *compiler);

static const Term *read_group(Compiler *compiler) {
  if (++compiler->nesting > LIMIT_EXPRESSION_NESTING)
    return fail(compiler, _("groups are nested too deeply"));
  const Term *term = read_choice(compiler);
  compiler->nesting--;
  if (!take_char(compiler, ')'))
    return fail(compiler, _("'(' is not closed"));
  return term;
}

static const Term *read_escape(Compiler *compiler) {
  if (compiler->at == compiler->length)
    return fail(compiler, _("nothing follows '\\'"));
  uint32_t character = take_any(compiler);
  if (character < 0x80 && iswalnum((wint_t)character))
    return fail(compiler, _("'\\' stands before a letter or digit; write [0-9] or [[:alpha:]]"));
  return literal(compiler, character);
}

static const Term *read_atom(Compiler *compiler) {
  uint32_t character = take_any(compiler);
  switch (character) {
  case '(':
    return read_group(compiler);
  case '[':
    return read_set(compiler);
  case '\\':
    return read_escape(compiler);
  case '.':
    return state_term(compiler, STATE_ANY, 0);
  case '^':
    return state_term(compiler, STATE_BEGIN, 0);
  case '$':
    return state_term(compiler, STATE_END, 0);
  case '*':
  case '+':
  case '?':
  case '{':
    return fail(compiler, _("there is nothing to repeat"));
  default:
    return literal(compiler, character);
  }
}

/* At most LIMIT_EXPRESSION_REPEATS; UNBOUNDED when there is no number. */
static unsigned read_number(Compiler *compiler) {
  unsigned value = 0;
  size_t start = compiler->at;
  while (compiler->at < compiler->length && compiler->text[compiler->at] >= '0' &&
         compiler->text[compiler->at] <= '9') {
    value = value * 10 + (unsigned)(compiler->text[compiler->at++] - '0');
    if (value > LIMIT_EXPRESSION_REPEATS)
      fail(compiler, _("a number of repetitions is larger than 255"));
  }
  return compiler->at == start ? UNBOUNDED : value;
}

/* {m}, {m,} and {m,n}; the compiler stands behind "{". */
static void read_interval(Compiler *compiler, unsigned *least, unsigned *most) {
  *least = *most = read_number(compiler);
  bool open = *least == UNBOUNDED;
  if (take_char(compiler, ','))
    *most = read_number(compiler);
  if (open || *most < *least || !take_char(compiler, '}'))
    fail(compiler, _("'{' takes {m}, {m,} or {m,n}; write \\{ for the character"));
}

static const Term *read_repeats(Compiler *compiler) {
  const Term *term = read_atom(compiler);
  unsigned repeated = 0;
  while (compiler->at < compiler->length && strchr("*+?{", compiler->text[compiler->at]) &&
         compiler->text[compiler->at]) {
    char sign = compiler->text[compiler->at++];
    unsigned least = sign == '+', most = sign == '?' ? 1 : UNBOUNDED;
    if (sign == '{')
      read_interval(compiler, &least, &most);
    if (++repeated > LIMIT_EXPRESSION_NESTING)
      return fail(compiler, _("repetitions are repeated too often"));
    term = new_term(compiler, (Term){TERM_REPEAT, .left = term, .least = least, .most = most});
  }
  return term;
}

static const Term *read_choice(Compiler *compiler) {
  const Term *whole = NULL;
  do {
    const Term *branch = &nothing;
    while (compiler->at < compiler->length && !at_char(compiler, '|') && !at_char(compiler, ')'))
      branch = pair(compiler, TERM_SEQUENCE, branch, read_repeats(compiler));
    whole = whole ? pair(compiler, TERM_CHOICE, whole, branch) : branch;
  } while (take_char(compiler, '|'));
  return whole;
}

/* ------------------------------------------------------------------ writing states */

static uint32_t add_state(Compiler *compiler, State state) {
  uint32_t index = (uint32_t)compiler->expression->states.count;
  state.next = state.next ? state.next : index + 1;
  vec_push(&compiler->expression->states, state);
  return index;
}

static State *state_at(Compiler *compiler, uint32_t index) {
  return &compiler->expression->states.items[index];
}

static uint32_t here(const Compiler *compiler) {
  return (uint32_t)compiler->expression->states.count;
}

static void write_term(Compiler *compiler, const Term *term);

typedef VEC(const Term *) Parts;

/* The parts of a sequence or choice, the last one first: it was read from the left, so that it is
 * as deep to the left as it is long. */
static Parts parts_of(const Term *term, TermKind kind) {
  Parts parts = {0};
  for (; term->kind == kind; term = term->left)
    vec_push(&parts, term->right);
  vec_push(&parts, term);
  return parts;
}

static void write_sequence(Compiler *compiler, const Term *term) {
  Parts parts = parts_of(term, TERM_SEQUENCE);
  while (parts.count)
    write_term(compiler, parts.items[--parts.count]);
  vec_free(&parts);
}

static void write_choice(Compiler *compiler, const Term *term) {
  Parts parts = parts_of(term, TERM_CHOICE);
  VEC(uint32_t) jumps = {0};
  while (parts.count > 1) {
    uint32_t split = add_state(compiler, (State){.kind = STATE_SPLIT});
    write_term(compiler, parts.items[--parts.count]);
    vec_push(&jumps, add_state(compiler, (State){.kind = STATE_JUMP}));
    state_at(compiler, split)->other = here(compiler);
  }
  write_term(compiler, parts.items[0]);
  for (size_t i = 0; i < jumps.count; i++)
    state_at(compiler, jumps.items[i])->next = here(compiler);
  vec_free(&jumps);
  vec_free(&parts);
}

/* Once more, or not. */
static void write_optional(Compiler *compiler, const Term *term, bool again) {
  uint32_t split = add_state(compiler, (State){.kind = STATE_SPLIT});
  write_term(compiler, term);
  if (again) {
    uint32_t jump = add_state(compiler, (State){.kind = STATE_JUMP});
    state_at(compiler, jump)->next = split;
  }
  state_at(compiler, split)->other = here(compiler);
}

static void write_repeat(Compiler *compiler, const Term *term) {
  for (unsigned i = 0; i < term->least; i++)
    write_term(compiler, term->left);
  if (term->most == UNBOUNDED)
    write_optional(compiler, term->left, true);
  else
    for (unsigned i = term->least; i < term->most; i++)
      write_optional(compiler, term->left, false);
}

static void refuse_size(Compiler *compiler) {
  Str reason = STR_EMPTY;
  str_add_text(&reason, _("too many states in the expression: "));
  limit_advise(&reason, compiler->limits, LIMIT_EXPRESSION_STATES, 0);
  fail(compiler, reason.data);
  str_free(&reason);
}

/* Steps are counted, not states alone: what is empty can be repeated without end, too. */
static void write_term(Compiler *compiler, const Term *term) {
  size_t most = (size_t)limit_of(compiler->limits, LIMIT_EXPRESSION_STATES);
  if (compiler->error->length)
    return;
  if (++compiler->steps > 4 * most || here(compiler) >= most) {
    refuse_size(compiler);
    return;
  }
  switch (term->kind) {
  case TERM_NOTHING:
    break;
  case TERM_STATE:
    add_state(compiler, (State){.kind = term->state, .value = term->value});
    break;
  case TERM_SEQUENCE:
    write_sequence(compiler, term);
    break;
  case TERM_CHOICE:
    write_choice(compiler, term);
    break;
  case TERM_REPEAT:
    write_repeat(compiler, term);
    break;
  }
}

/* ------------------------------------------------------------------ the whole */

Expression *expression_new(const char *text, size_t length, const Limits *limits, Str *error) {
  Str reason = STR_EMPTY;
  Compiler compiler = {.expression = memory_zero(1, sizeof(Expression)),
                       .arena = arena_new(),
                       .text = text,
                       .length = length,
                       .limits = limits,
                       .error = &reason};
  const Term *term = read_choice(&compiler);
  if (compiler.at < length)
    fail(&compiler, _("')' closes nothing"));
  write_term(&compiler, term);
  add_state(&compiler, (State){.kind = STATE_MATCH});
  arena_free(compiler.arena);
  bool bad = reason.length > 0;
  str_add(error, reason.data, reason.length);
  str_free(&reason);
  if (!bad) {
    program_prepare(compiler.expression);
    return compiler.expression;
  }
  expression_free(compiler.expression);
  return NULL;
}

void expression_free(Expression *expression) {
  if (!expression)
    return;
  for (size_t i = 0; i < expression->sets.count; i++) {
    vec_free(&expression->sets.items[i].ranges);
    vec_free(&expression->sets.items[i].types);
  }
  vec_free(&expression->sets);
  vec_free(&expression->states);
  memory_free(expression);
}
