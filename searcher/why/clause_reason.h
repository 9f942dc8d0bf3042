// SPDX-License-Identifier: GPL-3.0-or-later
// In words: where and how a clause holds in a statement, or what stands there instead.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/why/open_statement.h"

namespace communique::searcher {

/// "passage 3", "passages 1, 3 and 5", "passages 1, 2, 3, 4 and 8 more".
std::string passages_text(const std::vector<std::uint32_t>& passages);

/// "a, b and c", with at most `most` of them told.
std::string listed(const std::vector<std::string>& items, std::size_t most = 6);

/// Where what was asked for stands, and in which form where that is another: "in passages 1 and 3, as “Olympic”".
std::string found_reason(const OpenStatement& statement, const ClauseMatch& match, std::string_view asked_for);

/// What a reason needs to try other clauses on the statement.
struct Asking {
  const OpenStatement& statement;
  const CompileOptions& options;
};

std::string missing_reason(const Asking& asking, const WordClause& word, const ClauseMatch& match);
std::string missing_reason(const Asking& asking, const PhraseClause& phrase, const ClauseMatch& match);
std::string missing_reason(const Asking& asking, const NearClause& near, const ClauseMatch& match);
std::string missing_reason(const Asking& asking, const SameSentenceClause& sentence, const ClauseMatch& match);
/// `words`: of a leader's name.
std::string missing_name_reason(const Asking& asking, const std::vector<QueryNode>& words, const ClauseMatch& match);

/// The statement's own value of a filter: "its date is 2022-01-03", "these speak in it: ...".
std::string filter_reason(const OpenStatement& statement, const FieldClause& clause, const ClauseMatch& match);

}  // namespace communique::searcher
