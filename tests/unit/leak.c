/*
 * Every test of a program that links this file ends with a leak check, when the program is built
 * with AddressSanitizer; a test that leaks fails.
 *
 * The check must stand inside the test: Criterion has taken the result of a worker process before
 * the worker's teardown and exit, so that what AddressSanitizer finds there changes nothing.
 * Criterion's test macros call the body through criterion_internal_test_main(); the definition
 * here comes before the library's, and hands it the body with the check behind it.
 */
#if defined(__SANITIZE_ADDRESS__)
#define CHECKS_LEAKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKS_LEAKS 1
#endif
#endif

#ifdef CHECKS_LEAKS
#include <criterion/criterion.h>
#include <dlfcn.h>
#include <sanitizer/lsan_interface.h>
#include <string.h>

static void (*test_body)(void *parameter);

static void body_and_leak_check(void *parameter) {
  test_body(parameter);
  if (__lsan_do_recoverable_leak_check())
    cr_assert_fail("the test leaks memory: AddressSanitizer's report tells where it was allocated");
}

void criterion_internal_test_main(void (*body)(void)) {
  void (*library_main)(void (*)(void));
  void *symbol = dlsym(RTLD_NEXT, "criterion_internal_test_main");
  memcpy(&library_main, &symbol, sizeof library_main);
  test_body = (void (*)(void *))body;
  library_main((void (*)(void))body_and_leak_check);
}
#else
typedef int leak_is_not_checked; /* C has no empty translation unit */
#endif
