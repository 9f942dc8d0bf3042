// SPDX-License-Identifier: GPL-3.0-or-later
// The query is compiled once more with its date filters asking for undated statements instead.
#include "searcher/undated.h"

#include <algorithm>

#include "searcher/matches/match_count.h"

namespace communique::searcher {

std::uint64_t undated_left_out(OpenIndex& index, const ParsedQuery& parsed, const CompiledQuery& compiled,
                               const CompileOptions& options) {
  const auto& shards = index.manifest().shards;
  const bool some =
      std::any_of(shards.begin(), shards.end(), [](const schema::ShardEntry& one) { return one.undated; });
  if (compiled.undated_can_match || !some) return 0;
  CompileOptions instead = options;
  instead.undated_instead = true;
  const Result<CompiledQuery> undated = compile(parsed, index, instead);
  if (!undated) return 0;
  SearchScope scope;
  scope.database = index.database_for({}, true, &scope.shards);
  const bool heads = undated->unit == Unit::Statement;
  VersionChoice all_versions(index, heads, true);
  const auto counted = heads ? CountPassages::OfMatchingHeads : CountPassages::Matching;
  return all_matches(index, scope, {index.without_dead(undated->full)}, counted, all_versions).statements;
}

}  // namespace communique::searcher
