// SPDX-License-Identifier: GPL-3.0-or-later
// rank_words() beside what Xapian's matcher makes of the same query.
#pragma once

#include "searcher/open_index.h"
#include "searcher/query/compile.h"
#include "searcher/query/ranked_words.h"
#include "searcher/ranking.h"

namespace communique::tests {

/// Everything an index holds.
searcher::SearchScope whole_scope(searcher::OpenIndex& index);

/// The same as one query, the dead included.
Xapian::Query as_query(const searcher::WordRanking& ranking);

/// Checks that rank_words() finds the passages that `query` does, with their weights, for any count of them, and that
/// documents_with_words() finds the same. Yields how many there are. `query` leaves out the dead.
std::size_t check_ranking(searcher::OpenIndex& index, const searcher::SearchScope& scope,
                          const searcher::WordRanking& ranking, const Xapian::Query& query);

/// The same for a query in words, as search() runs it. Yields nothing if it is more than words and filters.
std::optional<std::size_t> check_words_only(searcher::OpenIndex& index, const std::string& text,
                                            const searcher::ParseOptions& options = {});

}  // namespace communique::tests
