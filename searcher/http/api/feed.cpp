// SPDX-License-Identifier: GPL-3.0-or-later
// /api/v1/feed: the newest statements that match a query, as an Atom feed that any feed reader can follow.
#include <algorithm>
#include <utility>

#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/parameters.h"
#include "searcher/render/saved.h"
#include "searcher/request.h"
#include "searcher/saved/uuid.h"

namespace communique::searcher::http::api {

Response feed(const Request& request, OpenIndex& index) {
  // What sorts and pages is the feed's own affair.
  const Options options = read_parameters(
      request, {Command::Find, "q", {{"format", "json"}, {"sort", "-date"}, {"by", "statement"}}, {"limit", "50"}, {}});
  SearchRequest asked = options.request;
  asked.fill_up = false;
  const Result<SearchResult> found = searcher::search(index, asked);
  if (!found) return answer(problem_of(found.error(), asked.query));
  SavedSearch saved;
  saved.name = "Communiqué";
  saved.query = asked.query;
  saved.uuid = uuid_of(request_text(asked));
  saved.created = index.manifest().created;  // entries count as updated when the generation that shows them was made
  std::string out;
  render_feed(saved, *found, out);
  return answer(media::kAtom, std::move(out));
}

}  // namespace communique::searcher::http::api
