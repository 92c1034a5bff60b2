#include "model/catalogue.h"

#include <stdlib.h>

#include "model/row_code.h"

typedef struct {
  Classification classification;
  uint64_t key; /* of its code, see code_pack */
  const char *name;
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
  return (a->key > b->key) - (a->key < b->key);
}

const char *catalogue_name_of_key(Classification classification, uint64_t key) {
  Account wanted = {.classification = classification, .key = key};
  const Account *found = bsearch(&wanted, accounts, ACCOUNTS, sizeof *accounts, compare_accounts);
  return found ? found->name : NULL;
}

const char *catalogue_name(Classification classification, const char *code, size_t length) {
  uint64_t key;
  return length <= CODE_KEY_DIGITS && code_pack(code, length, &key)
             ? catalogue_name_of_key(classification, key)
             : NULL;
}
