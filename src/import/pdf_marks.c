#include "import/pdf_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

enum {
  LARGE = 2,        /* times the usual size, at least */
  FEWEST_PAGES = 3, /* and on half of all pages */
  MOST_LARGE = 100 * 1000
};

/* A large word, by its number. */
typedef struct {
  const PdfWord *word;
  size_t index;
} Large;

typedef VEC(Large) LargeWords;

static int by_points(const void *left, const void *right) {
  Points a = *(const Points *)left, b = *(const Points *)right;
  return (a > b) - (a < b);
}

/* The size that half of the words have at most. */
static Points usual_size(const PdfPages *pages) {
  size_t count = pages->words.count;
  if (!count)
    return 0;
  Points *sizes = memory_alloc(count * sizeof *sizes);
  for (size_t i = 0; i < count; i++)
    sizes[i] = pages->words.items[i].size;
  qsort(sizes, count, sizeof *sizes, by_points);
  Points usual = sizes[count / 2];
  memory_free(sizes);
  return usual;
}

static int by_place(const void *left, const void *right) {
  const PdfWord *a = ((const Large *)left)->word, *b = ((const Large *)right)->word;
  if (a->left != b->left)
    return a->left < b->left ? -1 : 1;
  if (a->middle != b->middle)
    return a->middle < b->middle ? -1 : 1;
  if (a->length != b->length)
    return a->length < b->length ? -1 : 1;
  return memcmp(a->text, b->text, a->length);
}

static void find_large(const PdfPages *pages, LargeWords *large) {
  Points usual = usual_size(pages);
  for (size_t i = 0; i < pages->words.count && large->count < MOST_LARGE; i++)
    if (pages->words.items[i].size > usual * LARGE)
      vec_push(large, (Large){&pages->words.items[i], i});
  if (large->count)
    qsort(large->items, large->count, sizeof *large->items, by_place);
}

/* Tells of each word whether it is a mark: one of several at one place, each on a page of its own
 * as good as always. False: none is. */
static bool find_marks(const PdfPages *pages, bool *marks) {
  LargeWords large = {0};
  bool found = false;
  find_large(pages, &large);
  for (size_t i = 0, end; i < large.count; i = end) {
    for (end = i + 1; end < large.count && !by_place(&large.items[i], &large.items[end]);)
      end++;
    if (end - i < FEWEST_PAGES || (end - i) * 2 < pages->pages.count)
      continue;
    found = true;
    for (size_t j = i; j < end; j++)
      marks[large.items[j].index] = true;
  }
  vec_free(&large);
  return found;
}

static void leave_page(PdfPages *pages, PdfPage *page, const bool *marks, size_t *kept,
                       Stream *stream) {
  size_t first = page->first, count = page->count;
  page->first = *kept;
  for (size_t i = first; i < first + count; i++) {
    const PdfWord *word = &pages->words.items[i];
    if (marks[i])
      stream_leave(stream, (StreamPlace){page->number, 0, word->across}, word->text, word->length,
                   N_("a mark printed over the pages"));
    else
      pages->words.items[(*kept)++] = *word;
  }
  page->count = *kept - page->first;
}

void pdf_marks_leave(PdfPages *pages, Stream *stream) {
  bool *marks = memory_zero(pages->words.count + 1, sizeof *marks);
  size_t kept = 0;
  if (find_marks(pages, marks)) {
    for (size_t i = 0; i < pages->pages.count; i++)
      leave_page(pages, &pages->pages.items[i], marks, &kept, stream);
    pages->words.count = kept;
  }
  memory_free(marks);
}
