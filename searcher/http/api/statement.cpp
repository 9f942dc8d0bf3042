// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/statement/ID, /passage/ID, /cite/ID: one statement, as `show` and `cite` give it.
#include <utility>

#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/parameters.h"
#include "searcher/http/routes.h"
#include "searcher/render/citations.h"
#include "searcher/render/render.h"
#include "searcher/show.h"
#include "searcher/statement_id.h"

namespace communique::searcher::http::api {
namespace {

/// `passage`: it must be one.
Response shown(const Request& request, OpenIndex& index, const std::string& id, bool passage) {
  const Options options = read_parameters(request, {Command::Show, "", {{"format", "json"}}, {}, id});
  std::string wrong;
  const auto named = look_up_or_tell(index, id, wrong);
  if (!named) return answer(not_found(wrong));
  if (passage && named->passage == 0) {
    return answer(not_found("\"" + id + "\" names a statement, not a passage", "write ID#NUMBER, # as %23"));
  }
  std::string out;
  render_shown_json(show(index, *named), options.show.differences, out);
  return answer(media::kJson, std::move(out));
}

}  // namespace

Response statement(const Request& request, OpenIndex& index) {
  return shown(request, index, id_of(request, "/api/v1/statement/"), false);
}

Response passage(const Request& request, OpenIndex& index) {
  return shown(request, index, id_of(request, "/api/v1/passage/"), true);
}

Response cite(const Request& request, OpenIndex& index) {
  const std::string id = id_of(request, "/api/v1/cite/");
  const Options options = read_parameters(request, {Command::Cite, "", {}, {}, id});
  const Result<Citations> citations = searcher::cite(index, options.cite.request);
  if (!citations)
    return answer(Problem{400, "The quote can not be cited", citations.error().message, citations.error().hint});
  if (!citations->missing.empty()) return answer(not_found(citations->missing.front()));
  std::string out;
  switch (options.cite.style) {
    case CitationStyle::Text:
      render_citations_text(*citations, out);
      return answer(media::kText, std::move(out));
    case CitationStyle::Chicago:
      render_citations_chicago(*citations, out);
      return answer(media::kText, std::move(out));
    case CitationStyle::Bibtex:
      render_citations_bibtex(*citations, out);
      return answer("application/x-bibtex; charset=utf-8", std::move(out));
    case CitationStyle::Ris:
      render_citations_ris(*citations, out);
      return answer("application/x-research-info-systems; charset=utf-8", std::move(out));
    case CitationStyle::Csl:
      break;
  }
  render_citations_csl(*citations, out);
  return answer("application/vnd.citationstyles.csl+json", std::move(out));
}

}  // namespace communique::searcher::http::api
