#include <string.h>

#include "base/i18n.h"
#include "export/text_paper.h"

static void write_sections(Paper *paper, const Section *sections, size_t count, size_t indent) {
  for (size_t i = 0; i < count && !paper->sink.stopped; i++) {
    paper_end(paper);
    paper_wrap(paper, sections[i].heading, indent);
    for (size_t j = 0; j < sections[i].paragraph_count; j++)
      paper_wrap(paper, sections[i].paragraphs[j], indent + 2);
    write_sections(paper, sections[i].sections, sections[i].section_count, indent + 2);
  }
}

ExportStatus paper_narrative(Paper *paper, Str *error) {
  const Document *document = paper->document;
  if (!document->section_count) {
    str_add_text(error, _("the document has no narrative"));
    return EXPORT_NOTHING;
  }
  paper_wrap(paper, document->title, 0);
  write_sections(paper, document->sections, document->section_count, 0);
  return EXPORT_DONE;
}
