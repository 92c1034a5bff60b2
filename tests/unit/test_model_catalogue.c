#include <criterion/criterion.h>

#include "model/catalogue.h"

Test(catalogue, names_of_accounts) {
  cr_expect_str_eq(catalogue_name(CLASSIFICATION_FUNCTIONAL, "201"), "一般公共服务支出");
  cr_expect_str_eq(catalogue_name(CLASSIFICATION_FUNCTIONAL, "2010301"), "行政运行");
  cr_expect_str_eq(catalogue_name(CLASSIFICATION_DEPARTMENT_ECONOMIC, "302"), "商品和服务支出");
  cr_expect_not_null(catalogue_name(CLASSIFICATION_GOVERNMENT_ECONOMIC, "502"));
}

Test(catalogue, what_it_does_not_hold) {
  cr_expect_null(catalogue_name(CLASSIFICATION_FUNCTIONAL, "302"));
  cr_expect_null(catalogue_name(CLASSIFICATION_DEPARTMENT_ECONOMIC, "201"));
  cr_expect_null(catalogue_name(CLASSIFICATION_FUNCTIONAL, "2010"));
  cr_expect_null(catalogue_name(CLASSIFICATION_FUNCTIONAL, ""));
  cr_expect_null(catalogue_name(CLASSIFICATION_NONE, "201"));
}
