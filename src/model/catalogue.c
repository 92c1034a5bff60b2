#include "model/catalogue.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  Classification classification;
  const char *code, *name;
} Account;

/* By classification, then code. */
static const Account accounts[] = {
#include "model/catalogue_table.inc"
};

enum { ACCOUNTS = sizeof accounts / sizeof *accounts };

static int compare_accounts(const void *wanted, const void *account) {
  const Account *a = wanted, *b = account;
  if (a->classification != b->classification)
    return a->classification < b->classification ? -1 : 1;
  return strcmp(a->code, b->code);
}

const char *catalogue_name(Classification classification, const char *code) {
  Account wanted = {.classification = classification, .code = code};
  const Account *found = bsearch(&wanted, accounts, ACCOUNTS, sizeof *accounts, compare_accounts);
  return found ? found->name : NULL;
}
