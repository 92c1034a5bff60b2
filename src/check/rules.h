/* The functions of the rules, one for each. For src/check only. */
#ifndef BUDGETTUI_CHECK_RULES_H
#define BUDGETTUI_CHECK_RULES_H

#include "check/check.h"

/* row_rules.c */
CheckFind find_basic_project, find_personnel_operating, find_header_groups, find_changes,
    find_three_public, find_vehicles;
/* parent_rules.c */
CheckFind find_parent_sums, find_total_rows;
/* panel_rules.c */
CheckFind find_panels;
/* between_rules.c */
CheckFind find_basic_economic, find_basic_government, find_project_economic,
    find_project_government, find_balance_income, find_balance_expenditure, find_department_sources,
    find_three_public_accounts;
/* class_rules.c */
CheckFind find_fiscal_classes, find_department_classes;
/* target_rules.c */
CheckFind find_target_weights, find_indicators, find_indicator_levels, find_fund_sums,
    find_department_funds, find_project_funds, find_projects_covered;
/* text_rules.c */
CheckFind find_text_amounts, find_text_changes;
/* form_rules.c */
CheckFind find_absent, find_empty, find_units, find_years, find_headings;
/* code_rules.c */
CheckFind find_code_classes, find_code_levels, find_code_parents, find_code_twice,
    find_names_catalogue, find_names_tables;
/* placeholder_rules.c */
CheckFind find_placeholders, find_instructions;

#endif
