#include <criterion/criterion.h>
#include <setjmp.h>
#include <stdint.h>

#include "base/memory.h"
#include "base/vec.h"

static jmp_buf failed;
static size_t failed_size;

static void note_failure(size_t size) {
  failed_size = size;
  longjmp(failed, 1);
}

/* Whether `call` ended in the failure handler. */
static int fails(void (*call)(void)) {
  memory_on_failure(note_failure);
  if (setjmp(failed))
    return 1;
  call();
  return 0;
}

static void resize_overflow(void) {
  memory_free(memory_resize(NULL, SIZE_MAX / 2, 3));
}

static void zero_overflow(void) {
  memory_free(memory_zero(SIZE_MAX / 2, 3));
}

static void copy_overflow(void) {
  memory_free(memory_copy("", SIZE_MAX));
}

static void moderate(void) {
  memory_free(memory_resize(NULL, 100, 3));
}

Test(memory, sizes_that_overflow_go_to_the_handler) {
  cr_assert(fails(resize_overflow));
  cr_assert_eq(failed_size, SIZE_MAX);
  cr_assert(fails(zero_overflow));
  cr_assert(fails(copy_overflow));
  cr_assert_not(fails(moderate));
}

Test(memory, nothing_is_still_a_block) {
  void *blocks[] = {memory_alloc(0), memory_zero(0, 8), memory_zero(8, 0),
                    memory_resize(NULL, 0, 8)};
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
    cr_assert_not_null(blocks[i], "block %zu", i);
    memory_free(blocks[i]);
  }
}

Test(memory, zero_is_cleared_all_over) {
  unsigned char *block = memory_zero(1000, 3);
  for (size_t i = 0; i < 3000; i++)
    cr_assert_eq(block[i], 0, "byte %zu", i);
  memory_free(block);
}

Test(memory, resize_keeps_what_was_there) {
  char *block = memory_copy("财政", 6);
  block = memory_resize(block, 1000, 100);
  cr_assert_str_eq(block, "财政");
  memory_free(block);
}

Test(memory, copy_takes_length_bytes_and_ends_in_nul) {
  char *copy = memory_copy("ab\0cd", 4);
  cr_assert_arr_eq(copy, "ab\0c", 5);
  memory_free(copy);
  copy = memory_copy(NULL, 0);
  cr_assert_str_eq(copy, "");
  memory_free(copy);
}

Test(vec, pushes_and_keeps_order) {
  typedef VEC(uint32_t) Numbers;
  Numbers numbers = {0};
  for (uint32_t i = 0; i < 10000; i++)
    vec_push(&numbers, i * 3);
  cr_assert_eq(numbers.count, 10000);
  cr_assert_geq(numbers.capacity, numbers.count);
  for (uint32_t i = 0; i < 10000; i++)
    cr_assert_eq(numbers.items[i], i * 3);
  vec_free(&numbers);
  cr_assert_null(numbers.items);
  cr_assert_eq(numbers.count + numbers.capacity, 0);
}

Test(vec, reserve_grows_once_to_what_is_asked) {
  VEC(char) bytes = {0};
  vec_reserve(&bytes, 1000);
  cr_assert_geq(bytes.capacity, 1000);
  size_t capacity = bytes.capacity;
  vec_reserve(&bytes, 1000);
  cr_assert_eq(bytes.capacity, capacity);
  vec_free(&bytes);
}
