// SPDX-License-Identifier: GPL-3.0-or-later
// Who said it first, and who took it up after? The earliest match of all, and of each leader, speaker, country and
// source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "searcher/matches/match_set.h"

namespace communique::searcher {

enum class FirstBy { SaidBy, Speaker, Country, Source };
std::string_view to_string(FirstBy by);  ///< "said-by", ...

struct FirstRequest {
  SearchRequest search;
  std::vector<FirstBy> by = {FirstBy::SaidBy, FirstBy::Speaker, FirstBy::Country, FirstBy::Source};
  std::size_t limit = 10;  ///< rows of each
};

/// So many matching passages are read, to see who says what matched. Where more match, whoever says something in a
/// passage counts for all that matches in it.
inline constexpr std::uint64_t kMostRead = 5000;

/// A matching passage, by the day on which its statement was certainly out: what is dated "2021" comes after all that
/// is dated to a day of 2021, since it may be of any.
struct FirstPlace {
  std::string statement;
  std::string passage;
  std::string title;
  std::optional<schema::Date> date;
};

struct FirstRow {
  std::string value;  ///< leader id, alpha-3 code, or the name as printed
  std::string label;
  FirstPlace first;  ///< undated only if all are
  FirstPlace latest;
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;
};

struct FirstTable {
  FirstBy by = FirstBy::SaidBy;
  std::vector<FirstRow> rows;            ///< by date of the first
  std::uint64_t others = 0;              ///< rows beyond the limit
  std::uint64_t statements_without = 0;  ///< of nobody and nowhere known
};

struct FirstUse {
  std::string query;
  std::string parsed;
  std::vector<Notice> notices;
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;
  std::uint64_t undated = 0;        ///< of the statements
  std::uint64_t maybe_earlier = 0;  ///< others dated to a month or year only, any day of which is before the first's
  bool said_read = true;            ///< false: more than kMostRead matched
  std::optional<schema::StatementRecord> statement;  ///< the first's; absent if nothing matches
  schema::PassageRecord passage;                     ///< of it
  std::vector<Highlight> highlights;
  std::vector<FirstTable> tables;  ///< as asked for
  double took_ms = 0;
};

/// An error is about the query, as with search(). Throws Error for what is wrong with the index.
Result<FirstUse> first_use(OpenIndex& index, const FirstRequest& request);

}  // namespace communique::searcher
