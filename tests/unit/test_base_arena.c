#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

enum { KIB = 1024, MIB = 1024 * 1024 };

Test(arena, blocks_are_aligned_as_asked) {
  Arena *arena = arena_new();
  for (size_t i = 0; i < 5000; i++) {
    size_t align = (size_t)1 << i % 5;
    arena_text(arena, "x", i % 7 ? 1 : 0);
    uintptr_t block = (uintptr_t)arena_alloc(arena, 1 + i % 13, align);
    cr_assert_eq(block % align, 0, "block %zu, align %zu", i, align);
  }
  arena_free(arena);
}

/* Every block is filled with its own byte; a byte that another block wrote over shows. */
Test(arena, blocks_and_texts_do_not_overlap) {
  enum { BLOCKS = 3000 };
  static unsigned char *blocks[BLOCKS];
  static size_t sizes[BLOCKS];
  char text[300];
  Arena *arena = arena_new();
  for (size_t i = 0; i < BLOCKS; i++) {
    sizes[i] = 1 + i * 7919 % 299;
    memset(text, (int)(i & 0xFF), sizeof text);
    if (i % 2) {
      blocks[i] = (unsigned char *)arena_text(arena, text, sizes[i]);
      cr_assert_eq(blocks[i][sizes[i]], 0);
    } else {
      blocks[i] = memset(arena_alloc(arena, sizes[i], 8), (int)(i & 0xFF), sizes[i]);
    }
  }
  for (size_t i = 0; i < BLOCKS; i++)
    for (size_t k = 0; k < sizes[i]; k++)
      cr_assert_eq(blocks[i][k], i & 0xFF, "block %zu, byte %zu", i, k);
  arena_free(arena);
}

Test(arena, texts_are_packed) {
  Arena *arena = arena_new();
  for (int i = 0; i < 6000; i++)
    arena_text(arena, "123456789", 9); /* 10 bytes each, 60,000 in all */
  cr_assert_lt(arena_size(arena), 65 * KIB, "a second chunk was taken");
  arena_free(arena);
}

Test(arena, text_keeps_nul_bytes_and_ends_in_nul) {
  Arena *arena = arena_new();
  cr_assert_arr_eq(arena_text(arena, "a\0b", 3), "a\0b", 4);
  cr_assert_str_eq(arena_text(arena, NULL, 0), "");
  arena_free(arena);
}

Test(arena, array_is_cleared_in_used_memory) {
  Arena *arena = arena_new();
  memset(arena_alloc(arena, 1000, 1), 0xFF, 1000);
  uint64_t *array = arena_array(arena, 10000, sizeof *array);
  for (size_t i = 0; i < 10000; i++)
    cr_assert_eq(array[i], 0, "element %zu", i);
  cr_assert_eq((uintptr_t)array % 16, 0);
  cr_assert_not_null(arena_array(arena, 0, 8));
  arena_free(arena);
}

Test(arena, chunks_double_up_to_a_limit) {
  Arena *arena = arena_new();
  size_t before = arena_size(arena), largest = 0, chunks = 0;
  for (int i = 0; i < 64 * KIB; i++) {
    arena_alloc(arena, KIB, 8);
    size_t step = arena_size(arena) - before;
    before = arena_size(arena);
    chunks += step > 0;
    largest = step > largest ? step : largest;
  }
  cr_assert_eq(largest, 8 * MIB);
  cr_assert_lt(chunks, 20, "%zu chunks for 64 MiB", chunks);
  cr_assert_lt(before, 80 * MIB);
  arena_free(arena);
}

Test(arena, a_large_block_leaves_the_shared_chunk_in_use) {
  Arena *arena = arena_new();
  char *first = arena_alloc(arena, 16, 16);
  char *large = arena_alloc(arena, 100 * MIB, 16);
  large[0] = large[100 * MIB - 1] = 1;
  char *second = arena_alloc(arena, 16, 16);
  cr_assert_eq(second - first, 16, "the rest of the chunk was given up");
  char *text = arena_text(arena, large, 40 * MIB);
  cr_assert_eq(text[40 * MIB], 0);
  cr_assert_lt(arena_size(arena), 141 * MIB);
  arena_free(arena);
}

Test(arena, a_block_may_fill_a_chunk_to_the_last_byte) {
  Arena *arena = arena_new();
  for (size_t i = 0; i < 5; i++) { /* the first chunk is 64 KiB with its header of 16 bytes */
    char *block = arena_alloc(arena, i < 4 ? 13 * KIB : 12 * KIB - 16, 1);
    memset(block, 1, 12 * KIB - 16);
  }
  cr_assert_lt(arena_size(arena), 65 * KIB);
  char *text = arena_text(arena, "", 0);
  cr_assert_str_eq(text, "");
  cr_assert_gt(arena_size(arena), 128 * KIB);
  arena_free(arena);
}

Test(arena, a_block_that_fits_only_unaligned_goes_to_the_next_chunk) {
  Arena *arena = arena_new();
  for (size_t i = 0; i < 4; i++)
    arena_alloc(arena, i < 3 ? 16 * KIB : 16 * KIB - 16 - 20, 1);
  char *text = arena_text(arena, "", 0); /* 19 bytes are left, and 4 would be skipped */
  cr_assert_lt(arena_size(arena), 65 * KIB);
  char *block = memset(arena_alloc(arena, 16, 16), 1, 16);
  cr_assert_str_eq(text, "");
  cr_assert_eq((uintptr_t)block % 16, 0);
  cr_assert_gt(arena_size(arena), 65 * KIB);
  arena_free(arena);
}

Test(arena, a_block_of_half_a_chunk_does_not_use_one_up) {
  Arena *arena = arena_new();
  char *first = arena_alloc(arena, 40 * KIB, 1);
  memset(arena_alloc(arena, 40 * KIB, 1), 1, 40 * KIB);
  memset(arena_alloc(arena, 200 * KIB, 1), 1, 200 * KIB);
  cr_assert_eq((char *)arena_alloc(arena, 16, 1) - first, 40 * KIB);
  arena_free(arena);
}

Test(arena, freeing_none_is_allowed) {
  arena_free(NULL);
}

Test(arena, frees_what_it_adopts) {
  Arena *arena = arena_new();
  size_t before = arena_size(arena);
  char *block = memory_alloc(1000);
  memset(block, 'x', 1000);
  char *adopted = arena_adopt(arena, block, 100); /* the leak check sees whether it is freed */
  cr_assert_eq(adopted[99], 'x');
  cr_assert_geq(arena_size(arena), before + 100);
  cr_assert_null(arena_adopt(arena, NULL, 0));
  arena_free(arena);
}

Test(arena, copies_of_arrays) {
  Arena *arena = arena_new();
  int numbers[] = {1, 2, 3};
  int *copy = arena_copy(arena, numbers, 3, sizeof *numbers);
  numbers[0] = 0;
  cr_expect_eq(copy[0], 1);
  cr_expect_eq(copy[2], 3);
  cr_expect_not_null(arena_copy(arena, NULL, 0, sizeof *numbers));
  arena_free(arena);
}
