// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matches/match_set.h"

#include "schema/terms.h"
#include "schema/xapian_guard.h"
#include "searcher/render/numbers.h"
#include "searcher/undated.h"
#include "searcher/versions.h"

namespace communique::searcher {

RunnableQuery runnable(OpenIndex& index, const CompiledQuery& compiled, std::optional<Unit> by) {
  RunnableQuery query;
  query.unit = by.value_or(compiled.unit);
  query.heads = query.unit == Unit::Statement && compiled.unit == Unit::Statement;
  query.scope.database = index.database_for(compiled.dates, compiled.undated_can_match, &query.scope.shards);
  // Filters alone match heads: their passages, where those are wanted, are all of the statements'.
  const bool widened = query.unit == Unit::Passage && compiled.unit == Unit::Statement;
  query.full = widened ? index.whole_statements(compiled.full) : index.without_dead(compiled.full);
  const bool as_compiled = query.unit == Unit::Passage && compiled.unit == Unit::Passage;
  if (as_compiled && compiled.words_only) query.words = &*compiled.words_only;
  return query;
}

Result<MatchSet> match_all(OpenIndex& index, const SearchRequest& request) {
  const Result<ParsedQuery> parsed = parse(request.query, request.parse);
  if (!parsed) return parsed.error();
  return schema::guard_xapian("searching the index", [&]() -> Result<MatchSet> {
    Result<CompiledQuery> compiled = compile(*parsed, index, request.compile);
    if (!compiled) return compiled.error();
    const RunnableQuery query = runnable(index, *compiled, request.by);
    MatchSet set;
    set.unit = query.unit;
    set.heads = query.heads;
    VersionChoice versions(index, query.heads, request.all_versions);
    const auto counted = query.heads ? CountPassages::OfMatchingHeads : CountPassages::Matching;
    set.all = all_matches(index, query.scope, {query.full, query.words}, counted, versions);
    set.undated = undated_left_out(index, *parsed, *compiled, request.compile);
    set.notices = parsed->notices;
    set.notices.insert(set.notices.end(), compiled->notices.begin(), compiled->notices.end());
    if (set.undated > 0) set.notices.push_back(undated_notice(set.undated));
    set.marked = patterns_to_mark(compiled->patterns);
    set.compiled = std::move(*compiled);
    return set;
  });
}

MatchSet match_everything(OpenIndex& index, bool all_versions) {
  return schema::guard_xapian("reading the index", [&] {
    MatchSet set;
    set.unit = Unit::Statement;
    set.heads = true;
    SearchScope scope;
    scope.database = index.database_for({}, true, &scope.shards);
    const Xapian::Query heads = index.without_dead(Xapian::Query(std::string(schema::prefix::kHead)));
    VersionChoice versions(index, true, all_versions);
    set.all = all_matches(index, scope, {heads}, CountPassages::OfMatchingHeads, versions);
    return set;
  });
}

Notice undated_notice(std::uint64_t undated) {
  return {counted(undated, "undated statement") + " left out by the date: all else matches", 0};
}

}  // namespace communique::searcher
