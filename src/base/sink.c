#include "base/sink.h"

void sink_open(Sink *sink, SinkWrite *write, void *context) {
  *sink = (Sink){.write = write, .context = context, .text = STR_EMPTY};
}

void sink_flush(Sink *sink) {
  if (!sink->stopped && sink->text.length)
    sink->stopped = !sink->write(sink->context, sink->text.data, sink->text.length);
  str_clear(&sink->text);
}

bool sink_close(Sink *sink) {
  sink_flush(sink);
  str_free(&sink->text);
  return !sink->stopped;
}
