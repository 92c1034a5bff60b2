/* Growable arrays of any type, as a struct of items, count and capacity.
 *
 *   typedef VEC(uint32_t) Numbers;
 *   Numbers numbers = {0};
 *   vec_push(&numbers, 7);
 *   vec_free(&numbers); */
#ifndef BUDGETTUI_BASE_VEC_H
#define BUDGETTUI_BASE_VEC_H

#include "base/memory.h"

#define VEC(type) struct { type *items; size_t count, capacity; }

#define vec_reserve(vec, n)                                                              \
  ((n) <= (vec)->capacity                                                                \
       ? (void)0                                                                         \
       : (void)((vec)->items = memory_resize((vec)->items,                               \
                                             (vec)->capacity = vec_room((vec)->capacity, (n)), \
                                             sizeof *(vec)->items)))
#define vec_push(vec, ...) \
  (vec_reserve((vec), (vec)->count + 1), (vec)->items[(vec)->count++] = (__VA_ARGS__))
#define vec_free(vec) \
  (memory_free((vec)->items), (vec)->items = NULL, (vec)->count = (vec)->capacity = 0)

/* A capacity of at least `wanted`, grown by half so that pushing stays linear. */
static inline size_t vec_room(size_t capacity, size_t wanted) {
  size_t grown = capacity + capacity / 2 + 8;
  return grown > wanted ? grown : wanted;
}

#endif
