// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/judged.h"

#include <charconv>
#include <string_view>

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

/// The statement of which `id` names an existing passage; empty if it names none.
std::string statement_of_passage(OpenIndex& index, std::string_view id) {
  const std::size_t mark = id.rfind('#');
  if (mark == std::string_view::npos) return {};
  std::uint32_t number = 0;
  const char* end = id.data() + id.size();
  const auto [stopped, error] = std::from_chars(id.data() + mark + 1, end, number);
  if (error != std::errc{} || stopped != end || number == 0) return {};
  const auto head = index.find_statement(id.substr(0, mark));
  if (!head || number > index.statement(*head).passages) return {};
  return std::string(id.substr(0, mark));
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
      known = true;
      if (index.find_statement(id)) {
        statements_.insert(id);
      } else if (std::string statement = statement_of_passage(index, id); !statement.empty()) {
        passages_of_.insert(std::move(statement));
      } else {
        known = false;
      }
    }
    unknown_ += known ? 0 : 1;
  }
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
