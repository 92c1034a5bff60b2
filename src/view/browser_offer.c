/* What may follow the name of a command. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "view/browser_parts.h"

void browser_offer_annexes(Shell *shell, const char *typed, Candidates *out) {
  const Document *document = browser_session(browser_of(shell))->document;
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    const char *title = annex->title != NULL ? annex->title : annex->listed_as;
    candidates_offer(out, typed, annex->number, title != NULL ? title : "", NULL);
  }
}

static int by_text(const void *a, const void *b) {
  return strcmp(((const Candidate *)a)->text, ((const Candidate *)b)->text);
}

/* A file of a directory that is open, as it is typed with that. */
static void offer_file(DIR *listing, const char *directory, const char *name, const char *typed,
                       Candidates *out) {
  Str path = STR_EMPTY;
  struct stat about;
  str_printf(&path, "%s%s", directory, name);
  if (fstatat(dirfd(listing), name, &about, 0) == 0 && S_ISDIR(about.st_mode))
    str_add_char(&path, '/');
  candidates_offer(out, typed, path.data, "", NULL);
  str_free(&path);
}

/* Views by the names of the actions that open them. */
void browser_offer_views(Shell *shell, const char *typed, Candidates *out) {
  (void)shell;
  for (size_t i = 0; i < BROWSER_VIEWS; i++) {
    const ActionInfo *info = action_info((Action)(ACTION_VIEW_1 + i));
    candidates_offer(out, typed, info->name, _(info->help), NULL);
  }
}

/* The files of the directory that is typed; those that hide only when their point is typed. */
void browser_offer_files(Shell *shell, const char *typed, Candidates *out) {
  const char *slash = strrchr(typed, '/'), *base = slash != NULL ? slash + 1 : typed;
  Str directory = STR_EMPTY;
  (void)shell;
  str_add(&directory, typed, (size_t)(base - typed));
  Str place = browser_file(directory.data);
  DIR *listing = opendir(place.length > 0 ? place.data : ".");
  for (const struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
    if ((entry->d_name[0] != '.' || base[0] == '.') && strcmp(entry->d_name, ".") != 0 &&
        strcmp(entry->d_name, "..") != 0 && strncmp(entry->d_name, base, strlen(base)) == 0)
      offer_file(listing, directory.data, entry->d_name, typed, out);
  if (listing != NULL)
    closedir(listing);
  if (out->items.count > 0)
    qsort(out->items.items, out->items.count, sizeof *out->items.items, by_text);
  str_free(&place);
  str_free(&directory);
}
