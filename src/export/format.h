/* The formats that a document is exported to, for other programs: one table from which the command
 * line is understood and its help and the manual are made. Each format has files of its own. */
#ifndef BUDGETTUI_EXPORT_FORMAT_H
#define BUDGETTUI_EXPORT_FORMAT_H

#include "base/sink.h"
#include "export/save.h"
#include "model/document.h"

typedef struct {
  const Annex *annex; /* only this one; NULL: all */
  bool bom;           /* begin with a byte order mark, by which spreadsheets know UTF-8 */
  bool no_formulas;   /* keep a spreadsheet from taking a text for a formula */
} FormatOptions;

/* Writes a document. What could not be written is told by the sink. False: there is nothing to
 * write, `error` says why in a line. */
typedef bool FormatWrite(const Document *document, const FormatOptions *options, Sink *sink,
                         Str *error);
/* The same for a format of several files. False: they could not be written. */
typedef bool FormatFill(const Document *document, const FormatOptions *options,
                        SaveDirectory *directory);

typedef struct {
  const char *name;    /* as written on the command line */
  const char *meaning; /* msgid */
  bool spreadsheet;    /* FormatOptions.bom and .no_formulas apply */
  bool annex;          /* FormatOptions.annex applies */
  FormatWrite *write;  /* one of these two */
  FormatFill *fill;
} Format;

extern const Format format_list[];
extern const size_t format_count;

/* The format of this name, or NULL. */
const Format *format_find(const char *name);
/* The format that the ending of a file's name names, or NULL. */
const Format *format_of_file(const char *path);
/* Adds the endings that name formats: " .csv .html". */
void format_write_endings(Str *out);

/* The writers of the formats. */
FormatWrite format_csv, format_html, format_json, format_yaml;
FormatFill format_datapackage;

#endif
