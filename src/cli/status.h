/* How the program ends: one meaning for each status, everywhere. */
#ifndef BUDGETTUI_CLI_STATUS_H
#define BUDGETTUI_CLI_STATUS_H

typedef enum {
  STATUS_SIGNAL = -1,     /* a signal ended the browser: main ends by it, too */
  STATUS_OK = 0,
  STATUS_NO = 1,          /* the answer is no: nothing found */
  STATUS_USAGE = 2,       /* the command line or the configuration makes no sense */
  STATUS_DOCUMENT = 3,    /* a document that cannot be read */
  STATUS_SURROUNDINGS = 4 /* no terminal, cannot write, no memory */
} Status;

enum { STATUS_COUNT = 5 };

#endif
