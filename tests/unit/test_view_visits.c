#include <criterion/criterion.h>

#include "view/visits.h"

static Visit visit(size_t view) { return (Visit){.view = view}; }

Test(visits, back_and_forward_lead_along_the_whole_path) {
  Visits visits = {0};
  Visit there;
  visits_leave(&visits, visit(1));
  visits_leave(&visits, visit(2)); /* now at 3 */
  cr_assert(visits_step(&visits, true, visit(3), &there));
  cr_assert_eq(there.view, 2);
  cr_assert(visits_step(&visits, true, visit(2), &there));
  cr_assert_eq(there.view, 1);
  cr_assert_not(visits_step(&visits, true, visit(1), &there));
  cr_assert(visits_step(&visits, false, visit(1), &there));
  cr_assert_eq(there.view, 2);
  cr_assert(visits_step(&visits, false, visit(2), &there));
  cr_assert_eq(there.view, 3);
  cr_assert_not(visits_step(&visits, false, visit(3), &there));
  visits_free(&visits);
}

Test(visits, leaving_forgets_what_lay_ahead) {
  Visits visits = {0};
  Visit there;
  visits_leave(&visits, visit(1));
  visits_step(&visits, true, visit(2), &there);
  visits_leave(&visits, visit(1)); /* to 5 */
  cr_assert_not(visits_step(&visits, false, visit(5), &there));
  cr_assert(visits_step(&visits, true, visit(5), &there));
  cr_assert_eq(there.view, 1);
  visits_free(&visits);
}

Test(visits, the_path_is_bounded) {
  Visits visits = {0};
  for (size_t i = 0; i < VISITS_MOST + 10; i++)
    visits_leave(&visits, visit(i));
  cr_assert_eq(visits.path.count, (size_t)VISITS_MOST);
  cr_assert_eq(visits.path.items[0].view, 10);
  visits_free(&visits);
}
