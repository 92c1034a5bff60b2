/* Tests that leak on purpose: leak_check.sh expects them to fail under AddressSanitizer. */
#include <criterion/criterion.h>
#include <stdlib.h>

static void leak(void) {
  /* Twice: a register may still hold the address of the last block, which then is no leak. */
  for (int i = 0; i < 2; i++) {
    char *volatile block = malloc(77);
    cr_assert_not_null(block);
    block = NULL;
  }
}

Test(leaky, body) {
  leak();
}

Test(leaky, teardown, .fini = leak) {
  cr_assert(true);
}

Test(leaky, clean) {
  free(malloc(77));
}
