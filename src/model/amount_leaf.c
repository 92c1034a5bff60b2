#include "model/amount_leaf.h"

int amount_leaf(const Table *table, Stage stage) {
  static const Role roles[] = {ROLE_AMOUNT, ROLE_TOTAL, ROLE_EXECUTED};
  int leaf = stage == STAGE_FINAL ? table_leaf(table, ROLE_EXECUTED) : -1;
  if (leaf < 0)
    leaf = table_leaf_among(table, roles, sizeof roles / sizeof *roles);
  return leaf < 0 ? table_money_leaf(table) : leaf;
}
