/* What a fuzzer is: any bytes are taken, and a fault ends the process.
 *
 * Each fuzz_NAME.c is linked twice: with libFuzzer, which looks for new inputs, and with replay.c,
 * which runs the corpus and variations of it in every test run. */
#ifndef BUDGETTUI_TEST_FUZZ_H
#define BUDGETTUI_TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the process when a property does not hold. */
#define FUZZ_REQUIRE(condition)                                            \
  do {                                                                     \
    if (!(condition)) {                                                    \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);      \
      abort();                                                             \
    }                                                                      \
  } while (0)

#endif
