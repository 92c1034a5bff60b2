/* Events with their checks: depth, size, and what the format refuses of YAML. */
#include <string.h>

#include "base/i18n.h"
#include "yaml/reader.h"
#include "yaml/reading.h"

static void refuse(Reader *reader, const char *anchor, const char *tag) {
  if (reader->quiet)
    return;
  if (anchor)
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("an anchor (&%.*s%s) is not allowed; write the value out where it is needed"),
          CUT(anchor, strlen(anchor)));
  if (tag)
    fault(reader, DIAG_ERROR, reader_span(reader),
          _("a tag (%.*s%s) is not allowed; quote a text that begins with “!”"),
          CUT(tag, strlen(tag)));
}

static bool deeper(Reader *reader) {
  if (++reader->source->depth <= limit_of(reader->limits, LIMIT_NESTING))
    return true;
  return fault_limit(reader, reader_span(reader), LIMIT_NESTING, 0,
                     _("too many lists and mappings in each other"));
}

static bool check_scalar(Reader *reader) {
  const yaml_event_t *event = reader_event(reader);
  if (event->data.scalar.anchor || event->data.scalar.tag)
    refuse(reader, (const char *)event->data.scalar.anchor, (const char *)event->data.scalar.tag);
  return event->data.scalar.length <= limit_of(reader->limits, LIMIT_TEXT) ||
         fault_limit(reader, reader_span(reader), LIMIT_TEXT, event->data.scalar.length,
                     _("too many bytes in one text"));
}

static bool check_structure(Reader *reader) {
  const yaml_event_t *event = reader_event(reader);
  switch (event->type) {
  case YAML_SEQUENCE_START_EVENT:
    refuse(reader, (const char *)event->data.sequence_start.anchor,
           (const char *)event->data.sequence_start.tag);
    return deeper(reader);
  case YAML_MAPPING_START_EVENT:
    refuse(reader, (const char *)event->data.mapping_start.anchor,
           (const char *)event->data.mapping_start.tag);
    return deeper(reader);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    reader->source->depth--;
    return true;
  case YAML_ALIAS_EVENT:
    if (!reader->quiet)
      fault(reader, DIAG_ERROR, reader_span(reader),
            _("an alias (*%.*s%s) is not allowed; write the value out, or quote a text that begins "
              "with “*”"),
            CUT((const char *)event->data.alias.anchor,
                strlen((const char *)event->data.alias.anchor)));
    return true;
  default:
    return true;
  }
}

bool reader_next(Reader *reader) {
  Source *source = reader->source;
  yaml_event_delete(&source->event);
  if (__builtin_expect(!yaml_parser_parse(&source->parser, &source->event), 0)) {
    fault_syntax(reader);
    return false;
  }
  source->input.keep = source->event.start_mark.index + source->index;
  if (source->event.type != YAML_SCALAR_EVENT)
    return check_structure(reader);
  if (source->event.data.scalar.anchor || source->event.data.scalar.tag ||
      source->event.data.scalar.length > limit_of(reader->limits, LIMIT_TEXT))
    return check_scalar(reader);
  return true;
}

bool reader_skip(Reader *reader) {
  unsigned open = 0;
  for (;;) {
    yaml_event_type_t type = reader_event(reader)->type;
    open += type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT;
    open -= type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT;
    if (!open)
      return true;
    if (!reader_next(reader))
      return false;
  }
}

bool reader_at_null(const Reader *reader) {
  const yaml_event_t *event = reader_event(reader);
  if (event->type != YAML_SCALAR_EVENT || event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
    return false;
  const char *text = (const char *)event->data.scalar.value;
  switch (event->data.scalar.length) {
  case 0: return true;
  case 1: return *text == '~';
  case 4: return !memcmp(text, "null", 4) || !memcmp(text, "Null", 4) || !memcmp(text, "NULL", 4);
  default: return false;
  }
}
