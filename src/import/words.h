/* What a printed text is, by its own form: an amount, a code, a sign for nothing, a unit, a number
 * before a heading. None of it depends on the place in the document. */
#ifndef BUDGETTUI_IMPORT_WORDS_H
#define BUDGETTUI_IMPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/money.h"

/* Whether a text is nothing but the number of a part or an article: 第一部分, 第二条. A space behind
 * it parts it from its heading. */
bool words_is_part(const char *text);
/* Adds a text as it would be printed on one line: no white space at its ends, none between Chinese
 * characters but behind the number of a part, one space elsewhere. */
void words_mend(Str *out, const char *text);
/* The same for a title, which has no other space beside a Chinese character at all. */
void words_mend_title(Str *out, const char *text);

/* An amount, whatever its unit and however large. */
bool words_is_amount(const char *text);
/* Whether a mended text is more than one figure, or signs for none, with white space between. */
bool words_are_figures(const char *mended);
/* A sign that stands for no amount: a dash or a slash. */
bool words_is_sign(const char *text);
/* Digits only, full-width ones too, and not more of them than a code may have. */
bool words_is_code(const char *text);
/* A whole number from 1 to 9999 without a sign or separators; 0: none. */
int words_ordinal(const char *text);
/* A budget year told in a folded text (2023年), 0: none. */
int words_year(const char *folded);
/* The unit told behind 单位 in a folded text: 单位:万元, (单位:人民币元), 金额单位:千元. */
bool words_unit(const char *folded, Unit *unit);
/* Whether a folded text ends as a sentence or a clause does. */
bool words_ends_sentence(const char *folded);
/* Whether a folded text stands in brackets, as a subtitle does. */
bool words_in_brackets(const char *folded);
/* Whether a folded title, without brackets behind, ends in 表. */
bool words_names_table(const char *folded);
/* The length of a folded text without a bracket at its end. */
size_t words_without_bracket(const char *folded);

/* The numbers that headings begin with, from the outermost. */
typedef enum {
  NUMBER_NONE,
  NUMBER_PART,      /* 第一部分 第一章 */
  NUMBER_CHINESE,   /* 一、 */
  NUMBER_BRACKETED, /* （一） */
  NUMBER_DIGITS,    /* 1. 1、 */
  NUMBER_INNER,     /* (1) 1） */
  NUMBER_CIRCLED    /* ① */
} NumberForm;

typedef struct {
  NumberForm form;
  int ordinal;
  size_t bytes; /* that it takes at the beginning of the text, the space behind it included */
} Numbering;

/* 一 to 九十九 at the beginning of a text and the bytes it takes; 0: none. */
int words_chinese(const char *text, size_t *bytes);
/* Of a printed text. */
Numbering words_numbering(const char *text);

#endif
