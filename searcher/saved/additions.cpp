// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/saved/additions.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "schema/clock.h"
#include "searcher/matches/match_walk.h"
#include "searcher/statement_id.h"
#include "searcher/versions.h"

namespace communique::searcher {
namespace {

/// A statement to list.
struct Listed {
  std::uint64_t batch = 0;
  std::uint32_t date = 0;
  std::string id;
  DocumentPlace head;
};

/// Those of the wanted batches in the order in which they are listed; what does not exist any more is left out.
std::vector<Listed> listed(OpenIndex& index, const SavedSearch& saved, std::uint64_t first, std::uint64_t last) {
  std::vector<Listed> statements;
  for (const auto& [id, batch] : saved.batch_of) {
    if (batch < first || batch > last) continue;
    const auto head = index.find_statement(id);
    if (!head) continue;
    statements.push_back({batch, index.statement(*head).date.key(), id, *head});
  }
  std::sort(statements.begin(), statements.end(), [](const Listed& a, const Listed& b) {
    return std::tie(b.batch, b.date, a.id) < std::tie(a.batch, a.date, b.id);
  });
  return statements;
}

/// The first passage of a statement in which something is marked, else its first one.
Hit hit_of(OpenIndex& index, const DocumentPlace& head, const std::vector<Pattern>& marked) {
  Hit hit;
  hit.statement = index.statement(head);
  hit.duplicates = other_versions(index, head);
  hit.title_highlights = highlight(hit.statement.title, marked);
  for (std::uint32_t number = 1; number <= hit.statement.passages; ++number) {
    schema::PassageRecord passage = index.passage({head.shard, head.docid + number});
    std::vector<Highlight> marks = highlight(passage.text, marked, passage.sentence_starts);
    if (number > 1 && marks.empty()) continue;
    hit.passage = std::move(passage);
    hit.highlights = std::move(marks);
    hit.passage_id = schema::passage_id(hit.statement.id, hit.passage.number);
    if (!hit.highlights.empty()) break;
  }
  return hit;
}

}  // namespace

Result<std::vector<std::string>> matching_ids(OpenIndex& index, const SearchRequest& request) {
  const Result<MatchSet> matches = match_all(index, request);
  if (!matches) return matches.error();
  std::vector<std::string> ids;
  for (MatchWalk walk(index, *matches, WalkOrder::Index); walk.next();) {
    if (walk.begins_statement()) ids.push_back(walk.statement().id);
  }
  return ids;
}

IndexState state_of(const OpenIndex& index) { return {index.manifest().generation, index.manifest().created}; }

Result<bool> gather_additions(OpenIndex& index, SavedSearch& saved) {
  const IndexState now = state_of(index);
  if (saved.seen == now) return false;
  const Result<std::vector<std::string>> ids = matching_ids(index, request_of(saved));
  if (!ids) return ids.error();
  saved.seen = now;
  const std::uint64_t number = saved.last_batch() + 1;
  bool some = false;
  for (const std::string& id : *ids) some = saved.batch_of.try_emplace(id, number).second || some;
  if (some) saved.asked_at[number] = schema::utc_now();
  return some;
}

Result<SearchResult> reported(OpenIndex& index, const SavedSearch& saved, std::uint64_t first, std::uint64_t last,
                              std::size_t most) {
  const SearchRequest request = request_of(saved);
  const Result<ParsedQuery> parsed = parse(request.query, request.parse);
  if (!parsed) return parsed.error();
  const Result<CompiledQuery> compiled = compile(*parsed, index, request.compile);
  if (!compiled) return compiled.error();
  SearchResult result;
  result.query = request.query;
  result.parsed = compiled->parsed;
  result.all_versions = true;
  result.exact = true;
  result.unit = compiled->unit;
  const std::vector<Pattern> marked = patterns_to_mark(compiled->patterns);
  const std::vector<Listed> statements = listed(index, saved, first, last);
  result.total_statements = statements.size();
  for (const Listed& one : statements) {
    if (result.hits.size() >= most) break;
    result.hits.push_back(hit_of(index, one.head, marked));
    result.hits.back().rank = result.hits.size();
  }
  return result;
}

}  // namespace communique::searcher
