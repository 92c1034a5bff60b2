/* Amounts in prose, with what is said of them: “其中：一般公共预算拨款 2246.51 万元”. For
 * src/check only. */
#ifndef BUDGETTUI_CHECK_SAID_H
#define BUDGETTUI_CHECK_SAID_H

#include "base/str.h"
#include "model/money.h"

typedef struct {
  Figure figure;
  size_t start, end;     /* bytes of the amount with its unit */
  size_t words; /* where the words begin that lead to it: behind a mark or another amount */
  size_t before;         /* where the clause before those words begins */
  size_t sentence;       /* where the sentence begins */
} Said;

/* The next amount with a unit from byte *at on, which moves behind it; false: there is none. */
bool said_next(const char *text, size_t length, size_t *at, Said *said);

/* What words say beside what they name. */
typedef struct {
  bool other_year; /* they speak of another year than the document's */
  bool change;     /* of an increase or decrease */
  bool this_year;  /* of what came in or went out this year: 本年收入 */
  bool total;      /* of a total: 收入总计 */
} SaidSense;

/* Adds words as they are compared: folded, without an enumeration, the year, and what only leads
 * over (其中, 年初, 预算安排). */
void said_words(Str *out, const char *text, size_t length, int year, SaidSense *sense);
/* The bytes of an enumeration at the start of folded text: 一、 (一) 1. */
size_t said_enumeration(const char *text, size_t length);

#endif
