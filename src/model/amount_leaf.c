#include "model/amount_leaf.h"

int amount_leaf(const Table *table, Stage stage) {
  static const Role roles[] = {ROLE_AMOUNT, ROLE_TOTAL, ROLE_EXECUTED};
  int leaf = stage == STAGE_FINAL ? table_leaf(table, ROLE_EXECUTED) : -1;
  for (size_t i = 0; leaf < 0 && i < sizeof roles / sizeof *roles; i++)
    leaf = table_leaf(table, roles[i]);
  for (size_t i = 0; leaf < 0 && i < table->leaf_count; i++)
    if (role_content(table->leaves[i]->role) == CONTENT_MONEY)
      leaf = (int)i;
  return leaf;
}
