// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/routes.h"

#include <algorithm>
#include <array>

#include "searcher/http/answer.h"
#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/pages.h"

namespace communique::searcher::http {
namespace {

constexpr std::string_view kRows = "application/json text/csv text/tab-separated-values application/x-ndjson";

/// A route that reads the text of what matches, all of it.
constexpr Route reading(Route route) {
  route.may_take = limits::kReading;
  return route;
}

constexpr std::array kRoutes = {
    Route{"/", pages::search},
    Route{"/statement/", pages::statement},
    reading(Route{"/kwic", pages::kwic}),
    reading(Route{"/collocates", pages::collocates}),
    reading(Route{"/first", pages::first}),
    reading(Route{"/quote", pages::quote}),
    Route{"/help", pages::help},
    Route{"/static/", pages::static_file},
    Route{"/api/v1/search", api::search, "A page of hits, with facets and a timeline if asked for",
          "application/json text/csv text/tab-separated-values application/x-ndjson image/svg+xml", Command::Find, "q",
          true},
    Route{"/api/v1/export", api::export_all, "Every match by date, streamed",
          "text/csv text/tab-separated-values application/x-ndjson", Command::Find, "q", true},
    reading(Route{"/api/v1/kwic", api::kwic, "Each match with the words around it", kRows, Command::Find, "q", true}),
    reading(Route{"/api/v1/collocates", api::collocates, "Words that stand near the matches more often than elsewhere",
                  "application/json text/csv text/tab-separated-values", Command::Collocates, "q", true}),
    reading(Route{"/api/v1/first", api::first, "Who said it first, and who took it up", "application/json text/csv",
                  Command::First, "q", true}),
    reading(Route{"/api/v1/check-quote", api::check_quote, "Was this said, by whom, and when first?",
                  "application/json", Command::CheckQuote, "text", true, "format"}),
    Route{"/api/v1/statement/", api::statement, "A statement whole, with who said what in it", "application/json",
          Command::Show, "", true, "format"},
    Route{"/api/v1/passage/", api::passage, "One passage of a statement", "application/json", Command::Show, "", true,
          "format"},
    Route{"/api/v1/why-not/", api::why_not, "Why a statement is no hit of a search, or where it is one",
          "application/json", Command::WhyNot, "q", true, "format"},
    Route{"/api/v1/cite/", api::cite, "A statement or passage as a bibliography has it",
          "text/plain application/x-bibtex application/x-research-info-systems "
          "application/vnd.citationstyles.csl+json",
          Command::Cite, "", true},
    Route{"/api/v1/suggest", api::suggest, "What the word being typed may become"},
    Route{"/api/v1/feed", api::feed, "The newest statements that match, as an Atom feed", "application/atom+xml",
          Command::Find, "q", true, "format sort by"},
    Route{"/api/v1/info", api::info, "What the index holds", "application/json", Command::Find, ""},
    Route{"/api/v1/health", api::health, "Whether searches are answered", "application/json", Command::Find, ""},
    Route{"/api/v1/metrics", api::metrics, "Counters for Prometheus", "text/plain", Command::Find, ""},
    Route{"/api/v1/openapi.json", api::openapi, "This description", "application/json", Command::Find, ""},
};

/// Bounds what is asked of an index as long as it lives.
class TimeBound {
 public:
  TimeBound(OpenIndex& index, std::chrono::seconds may_take) : index_(index) {
    index_.set_deadline(Deadline(Deadline::Clock::now() + may_take));
  }
  ~TimeBound() { index_.set_deadline({}); }
  TimeBound(const TimeBound&) = delete;
  TimeBound& operator=(const TimeBound&) = delete;

 private:
  OpenIndex& index_;
};

bool answers(const Route& route, std::string_view path) {
  if (route.path.size() == 1 || !route.path.ends_with('/')) return route.path == path;
  return path.starts_with(route.path) && path.size() > route.path.size();
}

bool is_index_failure(ErrorCode code) {
  return code == ErrorCode::IndexMissing || code == ErrorCode::IndexVersion || code == ErrorCode::IndexDamaged ||
         code == ErrorCode::Io;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

std::string id_of(const Request& request, std::string_view path) { return request.path.substr(path.size()); }

Response handle(const Request& request, OpenIndex& index) {
  const bool for_programs = request.path.starts_with("/api/");
  const auto* const route =
      std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& one) { return answers(one, request.path); });
  const auto tell = [&](const Problem& problem) {
    return for_programs ? answer(problem) : pages::problem(request, problem);
  };
  if (route == kRoutes.end()) {
    return tell(not_found("There is no such address.", for_programs ? "See /api/v1/openapi.json" : ""));
  }
  const TimeBound bound(index, route->may_take);
  try {
    return route->handle(request, index);
  } catch (const Error& error) {
    if (is_index_failure(error.code())) throw;
    return tell(problem_of(error));
  }
}

}  // namespace communique::searcher::http
