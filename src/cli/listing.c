#include "cli/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "cli/message.h"

static bool is_directory(const char *file) {
  struct stat about;
  return stat(file, &about) == 0 && S_ISDIR(about.st_mode);
}

bool listing_wanted(char *const *operands, size_t count) {
  return count > 1 || (count == 1 && is_directory(operands[0]));
}

/* ------------------------------------------------------------------ none twice */

/* What a name stands for: two names of one file are one. */
typedef struct {
  dev_t device;
  ino_t file;
  bool exists;
  size_t index; /* of the name */
} Identity;

static Identity identity_of(const char *file, size_t index) {
  struct stat about;
  if (stat(file, &about) != 0)
    return (Identity){.index = index};
  return (Identity){about.st_dev, about.st_ino, true, index};
}

static bool same_file(const Identity *a, const Identity *b) {
  return a->exists && b->exists && a->device == b->device && a->file == b->file;
}

static int by_identity(const void *a, const void *b) {
  const Identity *left = a, *right = b;
  if (left->device != right->device)
    return left->device < right->device ? -1 : 1;
  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/* The first name of each file stays. */
static void drop_doubles(Listing *listing) {
  size_t count = listing->files.count, kept = 0;
  Identity *all = memory_zero(count + 1, sizeof *all);
  for (size_t i = 0; i < count; i++)
    all[i] = identity_of(listing->files.items[i], i);
  qsort(all, count, sizeof *all, by_identity);
  for (size_t i = 1; i < count; i++)
    if (same_file(&all[i - 1], &all[i])) {
      memory_free(listing->files.items[all[i].index]);
      listing->files.items[all[i].index] = NULL;
    }
  for (size_t i = 0; i < count; i++)
    if (listing->files.items[i] != NULL)
      listing->files.items[kept++] = listing->files.items[i];
  listing->files.count = kept;
  memory_free(all);
}

/* ------------------------------------------------------------------ directories */

static bool is_budget(const char *name) {
  static const char *const endings[] = {".yaml", ".yml"};
  size_t length = strlen(name);
  for (size_t i = 0; i < sizeof endings / sizeof *endings && name[0] != '.'; i++) {
    size_t ending = strlen(endings[i]);
    if (length > ending && strcmp(name + length - ending, endings[i]) == 0)
      return true;
  }
  return false;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_file(Listing *listing, const char *directory, const char *name) {
  size_t length = strlen(directory);
  const char *slash = length > 0 && directory[length - 1] == '/' ? "" : "/";
  Str path = STR_EMPTY;
  str_printf(&path, "%s%s%s", directory, slash, name);
  if (!is_directory(path.data))
    vec_push(&listing->files, memory_copy(path.data, path.length));
  str_free(&path);
}

static Status add_directory(Listing *listing, const char *directory) {
  size_t first = listing->files.count;
  DIR *entries = opendir(directory);
  if (entries == NULL) {
    message_say(_("%s: cannot be read: %s"), directory, strerror(errno));
    return STATUS_DOCUMENT;
  }
  for (const struct dirent *entry; (entry = readdir(entries)) != NULL;)
    if (is_budget(entry->d_name))
      add_file(listing, directory, entry->d_name);
  closedir(entries);
  if (listing->files.count > first)
    qsort(listing->files.items + first, listing->files.count - first, sizeof *listing->files.items,
          by_name);
  return STATUS_OK;
}

/* ------------------------------------------------------------------ operands */

static Status add(Listing *listing, const char *operand) {
  if (strcmp(operand, "-") == 0)
    return message_usage(_("standard input ('-') is opened by itself, not in a list"));
  if (is_directory(operand))
    return add_directory(listing, operand);
  vec_push(&listing->files, memory_copy(operand, strlen(operand)));
  return STATUS_OK;
}

Status listing_open(Listing *listing, char *const *operands, size_t count) {
  Status status = STATUS_OK;
  *listing = (Listing){.title = STR_EMPTY};
  str_add_text(&listing->title, count == 1 ? operands[0] : _("several budgets"));
  for (size_t i = 0; i < count && status == STATUS_OK; i++)
    status = add(listing, operands[i]);
  if (status != STATUS_OK)
    return status;
  drop_doubles(listing);
  if (listing->files.count > 0)
    return STATUS_OK;
  message_say(_("%s: there is no budget in it: no file whose name ends in .yaml or .yml; a PDF is "
                "opened by its own name"),
              operands[0]);
  return STATUS_NO;
}

void listing_close(Listing *listing) {
  for (size_t i = 0; i < listing->files.count; i++)
    memory_free(listing->files.items[i]);
  vec_free(&listing->files);
  str_free(&listing->title);
}
