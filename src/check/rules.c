/* What is asserted of a document: everything about a rule but how it is found stands here, once. */
#include "check/rules.h"

#include "base/i18n.h"

#define SUM N_("{printed} is printed; its parts add up to {computed} (difference {difference})")
#define SAME N_("{printed} is printed; it is {computed} {other} (difference {difference})")
#define PRINTED_TABLE N_("The sum structure of the printed table.")
#define SAME_MONEY N_("Tables of one document that detail the same money.")
#define ACCOUNTS \
  N_("The government's classification of revenue and expenditure (政府收支分类科目).")
#define DISCLOSURE N_("What a departmental budget has to disclose (部门预算公开).")
#define TARGET_FORM N_("The form of performance targets (绩效目标表).")
#define PROSE N_("The narrative explains figures that the tables hold.")

const CheckRule check_rules[] = {
    {"table/basic-project", CHECK_TABLE, CHECK_MISMATCH,
     N_("in each row the total is basic plus project expenditure"), SUM, PRINTED_TABLE,
     N_("no table prints a total beside basic and project expenditure"), find_basic_project},
    {"table/personnel-operating", CHECK_TABLE, CHECK_MISMATCH,
     N_("in each row the total is personnel plus operating expenses"), SUM, PRINTED_TABLE,
     N_("no table prints a total beside personnel and operating expenses"),
     find_personnel_operating},
    {"table/header-group", CHECK_TABLE, CHECK_MISMATCH,
     N_("in each row the total under a heading is the sum of its other columns"), SUM,
     PRINTED_TABLE, N_("no heading has a total beside other columns"), find_header_groups},
    {"table/change", CHECK_TABLE, CHECK_MISMATCH,
     N_("in each row the change is this year's amount less that of the year before"), SUM,
     PRINTED_TABLE, N_("no table prints a change against the year before"), find_changes},
    {"table/parent-sum", CHECK_TABLE, CHECK_MISMATCH,
     N_("an account is the sum of the accounts below it, on every level and in every column"),
     N_("{printed} is printed; the accounts below it add up to {computed} (difference "
        "{difference})"),
     N_("The levels 类, 款 and 项 of the classification, and the levels of a table's items."),
     N_("no table prints an account with others below it"), find_parent_sums},
    {"table/total-row", CHECK_TABLE, CHECK_MISMATCH,
     N_("a total row is the sum of the outermost rows, in every column"),
     N_("{printed} is printed; the rows it sums up come to {computed} (difference {difference})"),
     PRINTED_TABLE, N_("no table prints a total row over others"), find_total_rows},
    {"table/panels", CHECK_TABLE, CHECK_MISMATCH,
     N_("income and expenditure printed side by side come to the same total"),
     N_("the total of expenditure is {printed}, that of income {computed} (difference "
        "{difference})"),
     N_("A balance: its two sides agree."),
     N_("no table prints income and expenditure side by side"), find_panels},
    {"table/three-public", CHECK_TABLE, CHECK_MISMATCH,
     N_("the three public expenses are travel abroad, vehicles and reception"), SUM, PRINTED_TABLE,
     N_("no table prints the three public expenses with their parts"), find_three_public},
    {"table/vehicles", CHECK_TABLE, CHECK_MISMATCH,
     N_("the expense of vehicles is their purchase and their operation"), SUM, PRINTED_TABLE,
     N_("no table prints the expense of vehicles with its parts"), find_vehicles},

    {"between/fiscal-classes", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("the balance of fiscal appropriations agrees with the tables of expenditure by class"),
     SAME, SAME_MONEY,
     N_("there is no balance of fiscal appropriations beside a table of expenditure"),
     find_fiscal_classes},
    {"between/basic-department", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("basic expenditure by departmental economic accounts comes to that of the general "
        "public budget"),
     SAME, SAME_MONEY, N_("basic expenditure is not printed in both tables"), find_basic_economic},
    {"between/basic-government", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("basic expenditure by government economic accounts comes to that of the general "
        "public budget"),
     SAME, SAME_MONEY, N_("basic expenditure is not printed in both tables"),
     find_basic_government},
    {"between/project-department", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("project expenditure by departmental economic accounts comes to that of the general "
        "public budget"),
     SAME, SAME_MONEY, N_("project expenditure is not printed in both tables"),
     find_project_economic},
    {"between/project-government", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("project expenditure by government economic accounts comes to that of the general "
        "public budget"),
     SAME, SAME_MONEY, N_("project expenditure is not printed in both tables"),
     find_project_government},
    {"between/department-classes", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("the department's balance agrees with its table of expenditure by class"), SAME, SAME_MONEY,
     N_("there is no balance of the department beside its table of expenditure"),
     find_department_classes},
    {"between/department-income", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("the department's balance agrees with its table of income by source"), SAME, SAME_MONEY,
     N_("there is no balance of the department beside its table of income"), find_balance_income},
    {"between/income-expenditure", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("the department's tables of income and of expenditure come to the same total"), SAME,
     SAME_MONEY, N_("the department's income and expenditure are not both printed as tables"),
     find_balance_expenditure},
    {"between/department-sources", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("the department's expenditure is that of the general public budget, of government "
        "funds and of "
        "the state capital budget, account by account; at least, where it has other income"),
     SAME, SAME_MONEY,
     N_("there is no table of the department's expenditure beside that of a budget"),
     find_department_sources},
    {"between/three-public-accounts", CHECK_BETWEEN, CHECK_MISMATCH,
     N_("travel abroad, reception and vehicles agree with their economic accounts; where "
        "the tables hold "
        "only a part of these, they come to no more"),
     N_("{printed} is printed as expense; the economic account holds {computed} (difference "
        "{difference})"),
     ACCOUNTS, N_("the three public expenses and their economic accounts are not both printed"),
     find_three_public_accounts},

    {"targets/weights", CHECK_TARGETS, CHECK_MISMATCH,
     N_("the weights of the indicators, with that of the execution rate, come to 100 exactly"),
     N_("the weights come to {printed}, not {computed} (difference {difference})"), TARGET_FORM,
     N_("no indicators with weights are printed"), find_target_weights},
    {"targets/funds", CHECK_TARGETS, CHECK_MISMATCH, N_("funds by source come to their total"), SUM,
     TARGET_FORM, N_("no targets tell their funds by source"), find_fund_sums},
    {"targets/department-funds", CHECK_TARGETS, CHECK_MISMATCH,
     N_("the funds of the department's targets are the department's expenditure"), SAME, SAME_MONEY,
     N_("the department has no targets with funds beside a table of its expenditure"),
     find_department_funds},
    {"targets/project-funds", CHECK_TARGETS, CHECK_MISMATCH,
     N_("a project's funds are those of its rows among the projects in detail"), SAME, SAME_MONEY,
     N_("no table of projects names a project that has targets"), find_project_funds},
    {"targets/projects-covered", CHECK_TARGETS, CHECK_MISMATCH,
     N_("the projects with published targets come to no more than all project expenditure"),
     N_("projects with published targets come to {printed}, all project expenditure to "
        "{computed}; between "
        "them lie {difference}"),
     SAME_MONEY, N_("no project has targets with funds"), find_projects_covered},
    {"targets/indicator", CHECK_TARGETS, CHECK_WARNING,
     N_("an indicator has a relation and a value, in numbers or words"), N_("“{quote}” is printed"),
     TARGET_FORM, NULL, find_indicators},
    {"targets/indicator-level", CHECK_TARGETS, CHECK_NOTE,
     N_("an indicator's first level is one of 产出指标, 效益指标, 满意度指标, 成本指标"),
     N_("“{quote}” is no first level of indicators"), TARGET_FORM, NULL, find_indicator_levels},

    {"text/amounts", CHECK_TEXT, CHECK_MISMATCH,
     N_("an amount in the narrative is the one that the tables hold"),
     N_("“{quote}”: the tables hold {computed} (difference {difference})"), PROSE,
     N_("the narrative has no amount of what a table holds"), find_text_amounts},
    {"text/changes", CHECK_TEXT, CHECK_MISMATCH,
     N_("an increase or decrease in the narrative is the sum of its parts"),
     N_("a change of {printed} is told; its parts come to {computed} (difference {difference})"),
     PROSE, N_("the narrative tells no change with all of its parts"), find_text_changes},

    {"form/absent-annex", CHECK_FORM, CHECK_WARNING, N_("every annex that is listed is included"),
     N_("“{quote}” is listed but not included"), DISCLOSURE, NULL, find_absent},
    {"form/empty-table", CHECK_FORM, CHECK_WARNING,
     N_("a table without amounts has a note that explains it"),
     N_("“{quote}” has no amounts, and no note says why"), DISCLOSURE, NULL, find_empty},
    {"form/unit", CHECK_FORM, CHECK_WARNING, N_("every table prints its unit"),
     N_("“{quote}” prints no unit; its figures are in {expected}"), DISCLOSURE, NULL, find_units},
    {"form/year", CHECK_FORM, CHECK_WARNING, N_("titles and headings name the document's year"),
     N_("“{quote}” names another year than the document"), DISCLOSURE, NULL, find_years},
    {"form/heading", CHECK_FORM, CHECK_WARNING,
     N_("a heading names the classification that its accounts belong to"),
     N_("“{quote}” stands over accounts of the {expected}"), ACCOUNTS, NULL, find_headings},
    {"form/code-class", CHECK_FORM, CHECK_WARNING,
     N_("a code begins as those of its table's classification do"),
     N_("{quote} is no code of the {expected}"), ACCOUNTS, NULL, find_code_classes},
    {"form/code-level", CHECK_FORM, CHECK_WARNING, N_("a code has the digits of a level"),
     N_("{quote} has not the digits of any level"), ACCOUNTS, NULL, find_code_levels},
    {"form/code-parent", CHECK_FORM, CHECK_WARNING,
     N_("the account above an account is printed, where the table prints that level"),
     N_("{quote} is printed without {expected} above it"), ACCOUNTS, NULL, find_code_parents},
    {"form/code-twice", CHECK_FORM, CHECK_WARNING, N_("a table prints an account once"),
     N_("“{quote}” has a code that is printed twice"), PRINTED_TABLE, NULL, find_code_twice},
    {"form/name-catalogue", CHECK_FORM, CHECK_NOTE,
     N_("an account has the name that it has in the catalogue, where that knows it"),
     N_("“{quote}” is called “{expected}” in the catalogue"), ACCOUNTS, NULL, find_names_catalogue},
    {"form/name-tables", CHECK_FORM, CHECK_WARNING, N_("an account has one name in all tables"),
     N_("“{quote}” is called “{expected}” in another table"), ACCOUNTS, NULL, find_names_tables},
    {"form/placeholder", CHECK_FORM, CHECK_WARNING, N_("no placeholder was left in"),
     N_("the placeholder “{quote}” was left in"), DISCLOSURE, NULL, find_placeholders},
    {"form/instruction", CHECK_FORM, CHECK_WARNING,
     N_("no instruction to whoever fills in the form was left in"),
     N_("the instruction “{quote}” was left in"), DISCLOSURE, NULL, find_instructions},
};
const size_t check_rule_count = sizeof check_rules / sizeof *check_rules;

_Static_assert(sizeof check_rules / sizeof *check_rules < 64,
               "a CheckRuleSet has a bit for each rule, and one for a user's own");
