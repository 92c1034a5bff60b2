#include <criterion/criterion.h>

#include <string.h>

#include "model/catalogue.h"

static const char *name_of(Classification classification, const char *code) {
  return catalogue_name(classification, code, strlen(code));
}

Test(catalogue, names_of_accounts) {
  cr_expect_str_eq(name_of(CLASSIFICATION_FUNCTIONAL, "201"), "一般公共服务支出");
  cr_expect_str_eq(name_of(CLASSIFICATION_FUNCTIONAL, "2010301"), "行政运行");
  cr_expect_str_eq(name_of(CLASSIFICATION_DEPARTMENT_ECONOMIC, "302"), "商品和服务支出");
  cr_expect_not_null(name_of(CLASSIFICATION_GOVERNMENT_ECONOMIC, "502"));
}

Test(catalogue, what_it_does_not_hold) {
  cr_expect_null(name_of(CLASSIFICATION_FUNCTIONAL, "302"));
  cr_expect_null(name_of(CLASSIFICATION_DEPARTMENT_ECONOMIC, "201"));
  cr_expect_null(name_of(CLASSIFICATION_FUNCTIONAL, "2010"));
  cr_expect_null(name_of(CLASSIFICATION_FUNCTIONAL, ""));
  cr_expect_null(name_of(CLASSIFICATION_FUNCTIONAL, "20x"));
  cr_expect_null(name_of(CLASSIFICATION_FUNCTIONAL, "201030100000000000000"));
  cr_expect_null(name_of(CLASSIFICATION_NONE, "201"));
}
