/* Columns that no heading of several took in, though they hang as low as those beside them that one
 * did: the last column of a broad panel, whose heading is far from the middle. */
#include "import/pdf_heads.h"

static bool covers(const PdfHead *upper, const PdfHead *lower) {
  return !upper->leaf && upper != lower && upper->first <= lower->first &&
         lower->last <= upper->last && upper->top < lower->top;
}

static bool is_covered(const PdfHeads *heads, const PdfHead *head) {
  for (size_t i = 0; i < heads->cells.count; i++)
    if (covers(&heads->cells.items[i], head))
      return true;
  return false;
}

/* Whether a heading hangs as low as the lowest columns of a group, and clearly below the group: one
 * of its own column, as high as all rows of headings, has its middle half-way. */
static bool hangs_as_low(const PdfHeads *heads, const PdfHead *group, const PdfHead *head) {
  Points lowest = height_of(group);
  for (size_t i = 0; i < heads->cells.count; i++)
    if (heads->cells.items[i].leaf && covers(group, &heads->cells.items[i]))
      lowest = points_most(lowest, height_of(&heads->cells.items[i]));
  return head->top > group->bottom && lowest - height_of(group) > head->size &&
         within(height_of(head) - lowest, head->size, ALIGNED);
}

/* The outermost group beside a column that it could hang under; NULL: none, or one at each side. */
static PdfHead *group_beside(const PdfHeads *heads, const PdfHead *head) {
  PdfHead *found = NULL;
  size_t count = 0;
  for (size_t i = 0; i < heads->cells.count; i++) {
    PdfHead *group = &heads->cells.items[i];
    bool beside = group->last + 1 == head->first || head->last + 1 == group->first;
    if (group->leaf || !beside || is_covered(heads, group) || !hangs_as_low(heads, group, head))
      continue;
    found = group;
    count++;
  }
  return count == 1 ? found : NULL;
}

void pdf_heads_take_in_edges(PdfHeads *heads) {
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *head = &heads->cells.items[i];
    PdfHead *group = head->leaf && !is_covered(heads, head) ? group_beside(heads, head) : NULL;
    if (!group)
      continue;
    group->first = group->first < head->first ? group->first : head->first;
    group->last = group->last > head->last ? group->last : head->last;
  }
}
