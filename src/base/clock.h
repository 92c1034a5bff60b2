/* Time that only goes forward, for measuring how long something took. */
#ifndef BUDGETTUI_BASE_CLOCK_H
#define BUDGETTUI_BASE_CLOCK_H

#include <time.h>

/* Seconds since some moment of the past. */
static inline double clock_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#endif
