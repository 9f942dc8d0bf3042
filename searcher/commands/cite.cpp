// SPDX-License-Identifier: GPL-3.0-or-later
// `cite`: a bibliography of statements and passages.
#include "searcher/cite/cite.h"

#include <string>

#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/citations.h"

namespace communique::searcher {
namespace {

std::string rendered(const Citations& citations, CitationStyle style) {
  std::string out;
  switch (style) {
    case CitationStyle::Text:
      render_citations_text(citations, out);
      break;
    case CitationStyle::Chicago:
      render_citations_chicago(citations, out);
      break;
    case CitationStyle::Bibtex:
      render_citations_bibtex(citations, out);
      break;
    case CitationStyle::Ris:
      render_citations_ris(citations, out);
      break;
    case CitationStyle::Csl:
      render_citations_csl(citations, out);
      break;
  }
  return out;
}

}  // namespace

int run_cite(const Options& options) {
  OpenIndex index(options.index);
  const Result<Citations> citations = cite(index, options.cite.request);
  if (!citations) {
    write_error(citations.error().message +
                (citations.error().hint.empty() ? "." : ": " + citations.error().hint + "."));
    return exit_codes::kNothing;
  }
  for (const std::string& missing : citations->missing) write_error(missing);
  if (!citations->items.empty()) write_out(rendered(*citations, options.cite.style));
  return citations->missing.empty() ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
