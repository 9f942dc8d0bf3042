// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/collocates, /first, /check-quote, /why-not: what the commands of these names answer.
#include "searcher/first_use/first_use.h"
#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/parameters.h"
#include "searcher/http/routes.h"
#include "searcher/quote/check_quote.h"
#include "searcher/render/check_quote.h"
#include "searcher/render/collocates.h"
#include "searcher/render/first_use.h"
#include "searcher/render/render.h"
#include "searcher/statement_id.h"
#include "searcher/why/why_not.h"

namespace communique::searcher::http::api {

Response collocates(const Request& request, OpenIndex& index) {
  const Options options = read_parameters(request, {Command::Collocates, "q", {}, {"format", "json"}, {}});
  const CollocatesRequest& asked = options.collocates;
  const Result<Collocates> found = searcher::collocates(index, asked);
  if (!found) return answer(problem_of(found.error(), asked.search.query));
  std::string out;
  if (options.format == Format::Csv || options.format == Format::Tsv) {
    const bool csv = options.format == Format::Csv;
    render_collocates_rows(*found, csv ? Delimiter::Comma : Delimiter::Tab, out);
    return answer(csv ? media::kCsv : media::kTsv, std::move(out));
  }
  render_collocates_json(*found, asked.search.query, out);
  return answer(media::kJson, std::move(out));
}

Response first(const Request& request, OpenIndex& index) {
  const Options options = read_parameters(request, {Command::First, "q", {}, {"format", "json"}, {}});
  const Result<FirstUse> found = first_use(index, options.first);
  if (!found) return answer(problem_of(found.error(), options.first.search.query));
  std::string out;
  if (options.format == Format::Csv) {
    render_first_use_csv(*found, out);
    return answer(media::kCsv, std::move(out));
  }
  render_first_use_json(*found, out);
  return answer(media::kJson, std::move(out));
}

Response check_quote(const Request& request, OpenIndex& index) {
  if (value_of(request, "text").empty()) throw Error(ErrorCode::Usage, "text is missing: the quotation to check");
  const Options options = read_parameters(request, {Command::CheckQuote, "text", {{"format", "json"}}, {}, {}});
  const QuoteRequest asked{options.quote.text, options.request.parse, options.request.compile, options.quote.said_by,
                           options.request.limit};
  const Result<QuoteCheck> check = searcher::check_quote(index, asked);
  if (!check) return answer(problem_of(check.error(), {}));
  std::string out;
  render_check_quote_json(*check, out);
  return answer(media::kJson, std::move(out));
}

Response why_not(const Request& request, OpenIndex& index) {
  const std::string id = id_of(request, "/api/v1/why-not/");
  const Options options = read_parameters(request, {Command::WhyNot, "q", {{"format", "json"}}, {}, id});
  std::string wrong;
  const auto named = look_up_or_tell(index, id, wrong);
  if (!named) return answer(not_found(wrong));
  const Result<WhyNot> found = searcher::why_not(index, *named, options.request);
  if (!found) return answer(problem_of(found.error(), options.request.query));
  std::string out;
  render_why_not_json(*found, out);
  return answer(media::kJson, std::move(out));
}

}  // namespace communique::searcher::http::api
