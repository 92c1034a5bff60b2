/* The bytes of a document on their way to libyaml, and places in them.
 *
 * A regular file is read in chunks: only a window around the place being parsed
 * is in memory. Everything else (a pipe, bytes of a caller) is in memory whole.
 * Places count as an editor does: a line ends with LF or CRLF, a column is a
 * code point. libyaml takes other characters for line breaks too, so its own
 * line numbers hold only as long as `odd_breaks` is false. */
#ifndef BUDGETTUI_YAML_INPUT_H
#define BUDGETTUI_YAML_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/progress.h"

typedef struct {
  uint64_t byte;         /* offset in the file */
  uint64_t index;        /* code points before it, a byte order mark not counted */
  uint32_t line, column; /* from 1 */
} Place;

typedef struct {
  int file;            /* descriptor of a regular file, not owned; -1: all is in `bytes` */
  const char *bytes;   /* the window: the bytes from first.byte on */
  size_t length;       /* of the window */
  size_t handed;       /* bytes of the window that the parser has taken */
  char *buffer;        /* of a file's window, owned */
  size_t capacity;
  Place start;         /* of the whole input */
  Place first;         /* of the window */
  Place cursor;        /* where the last place was found */
  uint64_t stop;       /* offset in the file at which the input ends */
  uint64_t keep;       /* index of what is being parsed: the window never begins after it */
  bool odd_breaks;     /* seen so far: a line break of YAML that is none to an editor */
  int error;           /* errno of a failed read */
  const Progress *progress; /* NULL: nobody waits */
  uint64_t told, size; /* bytes told to it: the most so far, and of the whole file */
  bool stopped;        /* by it */
} Input;

/* Bytes read at once; tests make it small. */
extern size_t input_chunk;

/* The bytes must outlive the input. */
void input_open_bytes(Input *input, const char *bytes, size_t length);
/* A regular file of `size` bytes. */
void input_open_file(Input *input, int file, uint64_t size);
/* The bytes of `whole` from `start` up to `end` once more. */
void input_open_range(Input *input, const Input *whole, Place start, uint64_t end);
void input_close(Input *input);

/* Bytes for libyaml (a yaml_read_handler_t; `input` is an Input): 1, or 0 on failure. */
int input_read(void *input, unsigned char *buffer, size_t size, size_t *taken);

/* The place of a code point that libyaml has seen, or of a byte of the file. */
Place input_place(Input *input, uint64_t index);
Place input_place_of_byte(Input *input, uint64_t byte);
/* Sets the excerpt of a diagnostic from the line of `place`, and its span up to the
 * code point `end`, as far as it is on that line. */
void input_excerpt(Input *input, Place place, uint64_t end, Diagnostic *diagnostic);
/* Bytes of the window from `place` on. */
const char *input_bytes_at(const Input *input, Place place, size_t *length);

#endif
