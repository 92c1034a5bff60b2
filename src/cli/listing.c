#include "cli/listing.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/endings.h"
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

/* The first name of each file stays, among those from `first` on. */
static void drop_doubles(FileListing *listing, size_t first) {
  size_t count = listing->files.count - first, kept = first;
  Identity *all = memory_zero(count + 1, sizeof *all);
  for (size_t i = 0; i < count; i++)
    all[i] = identity_of(listing->files.items[first + i], first + i);
  qsort(all, count, sizeof *all, by_identity);
  for (size_t i = 1; i < count; i++)
    if (same_file(&all[i - 1], &all[i])) {
      memory_free(listing->files.items[all[i].index]);
      listing->files.items[all[i].index] = NULL;
    }
  for (size_t i = first; i < first + count; i++)
    if (listing->files.items[i] != NULL)
      listing->files.items[kept++] = listing->files.items[i];
  listing->files.count = kept;
  memory_free(all);
}

/* ------------------------------------------------------------------ directories */

static bool is_budget(const char *name) {
  return name[0] != '.' && endings_find(ENDING_LISTED, name) != NULL;
}

/* Whether a published file stands beside the document that was made of it, whose ending is in small
 * letters or in capitals. */
static bool is_imported(const Str *path) {
  const char *published = endings_find(ENDING_PUBLISHED, path->data), *ending;
  bool imported = false;
  for (size_t i = 0; published != NULL && !imported &&
                     (ending = endings_nth(ENDING_DOCUMENT, i / 2)) != NULL;
       i++) {
    Str document = STR_EMPTY;
    str_add(&document, path->data, path->length - strlen(published));
    for (const char *c = ending; *c != '\0'; c++)
      str_add_char(&document, i % 2 > 0 ? (char)toupper((unsigned char)*c) : *c);
    imported = access(document.data, F_OK) == 0;
    str_free(&document);
  }
  return imported;
}

/* A pipe would be waited for. */
static bool can_be_read(const FileListing *listing, const char *file) {
  struct stat about;
  return !listing->in_turn || stat(file, &about) != 0 || S_ISREG(about.st_mode);
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_file(FileListing *listing, const char *directory, const char *name) {
  size_t length = strlen(directory);
  const char *slash = length > 0 && directory[length - 1] == '/' ? "" : "/";
  Str path = STR_EMPTY;
  str_printf(&path, "%s%s%s", directory, slash, name);
  if (!is_directory(path.data) && !is_imported(&path) && can_be_read(listing, path.data))
    vec_push(&listing->files, memory_copy(path.data, path.length));
  str_free(&path);
}

static Status add_directory(FileListing *listing, const char *directory) {
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
  drop_doubles(listing, first);
  return STATUS_OK;
}

/* ------------------------------------------------------------------ operands */

static Status add(FileListing *listing, const char *operand) {
  if (strcmp(operand, "-") == 0 && !listing->in_turn)
    return message_usage(_("standard input ('-') is opened by itself, not in a list"));
  if (is_directory(operand))
    return add_directory(listing, operand);
  vec_push(&listing->files, memory_copy(operand, strlen(operand)));
  return STATUS_OK;
}

static Status say_empty(const char *directory) {
  Str endings = STR_EMPTY;
  endings_write(&endings, ENDING_LISTED, ", .");
  message_say(_("%s: there is no budget in it: no file whose name ends in one of these: .%s"),
              directory, endings.data);
  str_free(&endings);
  return STATUS_NO;
}

Status listing_open(FileListing *listing, char *const *operands, size_t count) {
  Status status = STATUS_OK;
  *listing = (FileListing){.title = STR_EMPTY};
  str_add_text(&listing->title, count == 1 ? operands[0] : _("several budgets"));
  for (size_t i = 0; i < count && status == STATUS_OK; i++)
    status = add(listing, operands[i]);
  if (status != STATUS_OK)
    return status;
  drop_doubles(listing, 0);
  return listing->files.count > 0 ? STATUS_OK : say_empty(operands[0]);
}

Status listing_open_in_turn(FileListing *listing, char *const *operands, size_t count) {
  Status worst = STATUS_OK;
  *listing = (FileListing){.title = STR_EMPTY, .in_turn = true};
  for (size_t i = 0; i < count; i++) {
    size_t before = listing->files.count;
    Status status = add(listing, operands[i]);
    if (status == STATUS_OK && listing->files.count == before)
      status = say_empty(operands[i]);
    worst = status > worst ? status : worst;
  }
  return worst;
}

Status listing_refuse_directory(const char *file, const char *command) {
  return is_directory(file)
             ? message_usage(_("'%s' is a directory; '%s' takes one file"), file, command)
             : STATUS_OK;
}

void listing_close(FileListing *listing) {
  for (size_t i = 0; i < listing->files.count; i++)
    memory_free(listing->files.items[i]);
  vec_free(&listing->files);
  str_free(&listing->title);
}
