#include "view/session.h"

void session_vsay(Session *session, const char *format, va_list arguments) {
  str_clear(&session->message);
  str_vprintf(&session->message, format, arguments);
}

void session_say(Session *session, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  session_vsay(session, format, arguments);
  va_end(arguments);
}
