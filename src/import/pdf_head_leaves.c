/* Which headings are the lowest of their place. */
#include "import/pdf_heads.h"

/* Whether a heading with no other above it stands half-way between the highest and the lowest of
 * all: in the middle of all their rows, a heading of one column. */
static bool is_halfway(const PdfHeads *heads, const PdfHead *head) {
  Points top = head->top, bottom = head->bottom;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (is_below(head, other) && other->left < head->right && other->right > head->left)
      return false;
    top = points_least(top, other->top);
    bottom = points_most(bottom, other->bottom);
  }
  return bottom - top > head->size && within(top + bottom - head->top - head->bottom, head->size,
                                             ALIGNED);
}

/* Whether headings stand lower to both sides of it, at the same distance: it names both. */
static bool is_between(const PdfHeads *heads, const PdfHead *head) {
  const PdfHead *left = NULL, *right = NULL;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (!is_below(other, head))
      continue;
    if (middle_of(other) < middle_of(head) && (!left || other->right > left->right))
      left = other;
    if (middle_of(other) > middle_of(head) && (!right || other->left < right->left))
      right = other;
  }
  for (size_t i = 0; i < heads->cells.count && left && right; i++) {
    const PdfHead *other = &heads->cells.items[i];
    /* Another heading beside it, nearer than those: they are not its own. */
    if (other != head && !is_below(other, head) && !is_below(head, other) &&
        middle_of(other) > middle_of(left) && middle_of(other) < middle_of(right))
      return false;
  }
  return left && right && within(left->top - right->top, head->size, ALIGNED) &&
         !is_halfway(heads, head) &&
         within((middle_of(left) + middle_of(right)) / 2 - middle_of(head), head->size, 100) &&
         !within(middle_of(left) - middle_of(right), head->size, 100);
}

static bool is_bare(const PdfHeads *heads, const PdfHead *head) {
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (is_below(other, head) && other->left < head->right && other->right > head->left)
      return false;
  }
  return true;
}

static bool is_leaf(const PdfHeads *heads, const PdfHead *head, Points highest) {
  return height_of(head) >= highest && head->bare && !is_between(heads, head);
}

void pdf_heads_find_leaves(PdfHeads *heads) {
  Points top = INT32_MAX, bottom = INT32_MIN;
  for (size_t i = 0; i < heads->cells.count; i++) {
    top = points_least(top, heads->cells.items[i].top);
    /* Between lines of one height, 类款项 may have come to stand far below all others. */
    if (!heads->pitch || !heads->cells.items[i].part)
      bottom = points_most(bottom, heads->cells.items[i].bottom);
  }
  bottom = points_most(bottom, top);
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *head = &heads->cells.items[i];
    head->bare = is_bare(heads, head);
    head->leaf = is_leaf(heads, head, top + (bottom - top) * 3 / 10);
  }
}
