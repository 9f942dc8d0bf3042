// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/judged.h"

#include <optional>
#include <string_view>

#include "searcher/statement_id.h"

namespace communique::searcher {
namespace {

/// Undoes trec_word(): a blank can not be told from a tab any more, and ids with tabs are rare.
std::string with_blanks(std::string_view word) {
  constexpr std::string_view kWritten = "%20";
  std::string id;
  while (true) {
    const std::size_t at = word.find(kWritten);
    id.append(word.substr(0, at));
    if (at == std::string_view::npos) return id;
    id.push_back(' ');
    word.remove_prefix(at + kWritten.size());
  }
}

}  // namespace

JudgedDocuments::JudgedDocuments(OpenIndex& index, const Qrels& qrels) {
  std::set<std::string_view> ids;
  for (const auto& [topic, judgements] : qrels) {
    for (const auto& [id, grade] : judgements) ids.insert(id);
  }
  ids_ = ids.size();
  for (const std::string_view written : ids) {
    bool known = false;
    for (const std::string& id : {std::string(written), with_blanks(written)}) {
      if (known) break;
      known = take(index, id);
    }
    unknown_ += known ? 0 : 1;
  }
}

bool JudgedDocuments::take(OpenIndex& index, const std::string& id) {
  const std::optional<NamedStatement> named = look_up(index, id);
  if (!named) return false;
  if (named->passage == 0) {
    statements_.insert(id);
    return true;
  }
  const schema::StatementRecord statement = index.statement(named->head);
  if (named->passage > statement.passages) return false;
  passages_of_.insert(statement.id);
  return true;
}

std::string JudgedDocuments::id_of(const Hit& hit, Unit listed) const {
  const std::string& statement = hit.statement.id;
  if (hit.passage_id.empty() || statements_.contains(statement)) return statement;
  const bool as_passage = passages_of_.contains(statement) || (passages() && listed == Unit::Passage);
  return as_passage ? hit.passage_id : statement;
}

std::vector<RankedDocument> JudgedDocuments::ranking(const SearchResult& result) const {
  std::vector<RankedDocument> ranking;
  std::set<std::string> seen;
  for (const Hit& hit : result.hits) {
    std::string id = id_of(hit, result.unit);
    if (seen.insert(id).second) ranking.push_back({std::move(id), hit.score});
  }
  make_scores_fall(ranking);
  return ranking;
}

}  // namespace communique::searcher
