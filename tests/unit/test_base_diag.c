#include <criterion/criterion.h>

#include "base/diag.h"
#include "base/memory.h"

Test(diag, keeps_what_is_added) {
  Diagnostics all;
  diag_open(&all, "预算.yaml", 10);
  Diagnostic *one = diag_add(&all, DIAG_ERROR, (Position){12, 5}, "expected %s, found %d", "x", 7);
  one->excerpt = memory_copy("line", 4);
  cr_assert_str_eq(all.file, "预算.yaml");
  cr_assert_eq(all.list.count, 1);
  one = &all.list.items[0];
  cr_assert_str_eq(one->message, "expected x, found 7");
  cr_assert_eq(one->at.line, 12);
  cr_assert_eq(one->at.column, 5);
  cr_assert_eq(one->severity, DIAG_ERROR);
  cr_assert_eq(one->span, 1);
  diag_close(&all);
  cr_assert_null(all.list.items);
}

Test(diag, beyond_the_limit_only_counts) {
  Diagnostics all;
  diag_open(&all, "f", 2);
  for (int i = 0; i < 5; i++) {
    Diagnostic *one = diag_add(&all, i % 2 ? DIAG_WARNING : DIAG_ERROR, (Position){0, 0}, "%d", i);
    cr_assert_eq(one != NULL, i < 2);
  }
  cr_assert_eq(all.list.count, 2);
  cr_assert_eq(all.errors, 3);
  cr_assert_eq(all.warnings, 2);
  cr_assert_str_eq(all.list.items[1].message, "1");
  diag_close(&all);
}

Test(diag, a_note_counts_as_neither) {
  Diagnostics all;
  diag_open(&all, "f", 1);
  diag_add(&all, DIAG_NOTE, (Position){1, 1}, "first seen here");
  cr_assert_eq(all.errors + all.warnings, 0);
  cr_assert_eq(all.list.count, 1);
  diag_close(&all);
}

Test(diag, a_limit_of_none_keeps_none) {
  Diagnostics all;
  diag_open(&all, "", 0);
  cr_assert_null(diag_add(&all, DIAG_ERROR, (Position){1, 1}, "x"));
  cr_assert_eq(all.errors, 1);
  diag_close(&all);
}
