// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/and_parts.h"

namespace communique::searcher {

using Query = Xapian::Query;

Query all_of(const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_AND, queries.begin(), queries.end());
}

Query any_of(const std::vector<Query>& queries) {
  return queries.size() == 1 ? queries.front() : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query weightless(const Query& query) { return query.empty() ? query : Query(0.0, query); }

void AndParts::add(const Piece& piece) {
  (piece.ranks ? texts : filters).push_back(piece.query);
  if (piece.ranks) {
    words.push_back(piece.query);
    plain.add(piece.words);
  }
  matches_heads = matches_heads && piece.matches_heads;
}

Piece join(const AndParts& parts, const Query& texts) {
  Piece piece;
  piece.ranks = !parts.texts.empty();
  piece.matches_heads = parts.matches_heads;
  if (parts.texts.empty()) {
    piece.query = weightless(all_of(parts.filters));
  } else {
    piece.query = parts.filters.empty() ? texts : Query(Query::OP_FILTER, texts, all_of(parts.filters));
  }
  if (!parts.excluded.empty()) piece.query = Query(Query::OP_AND_NOT, piece.query, any_of(parts.excluded));
  return piece;
}

}  // namespace communique::searcher
