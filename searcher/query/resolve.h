// SPDX-License-Identifier: GPL-3.0-or-later
// Who and what does a field's value mean? Names to leaders, offices to their holders, countries, languages.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/gazetteer.h"
#include "schema/name_table.h"

namespace communique::searcher {

class OpenIndex;

/// Where leaders are looked up: names are at hand; the gazetteer, which takes longer to parse than most searches, is
/// asked for where a name is none.
struct LeaderSource {
  const schema::NameTable& names;
  std::function<const schema::Gazetteer&()> gazetteer;
};
/// Lives no longer than the index.
LeaderSource leaders_in(OpenIndex& index);

/// What a name stands for: leaders, or the holders of an office, each for as long as they held it. Both empty: nobody
/// the gazetteer knows.
struct LeaderChoice {
  std::vector<schema::LeaderNumber> leaders;
  std::vector<schema::OfficeMatch> offices;

  bool known() const { return !leaders.empty() || !offices.empty(); }
};
LeaderChoice resolve_leader(const LeaderSource& source, std::string_view name);

/// "Vladimir Putin", "George Bush or George W. Bush", "Russian president: Dmitry Medvedev 2008-05-07..2012-05-07, ...".
std::string describe(const LeaderSource& source, const LeaderChoice& choice, std::string_view name);

/// One side of between: the terms that a document may have for it (alpha-3 codes, organisations, leader ids), any of
/// them. Empty: nobody and nothing known.
struct Party {
  std::vector<std::string> values;
  std::string shown;
};
Party resolve_party(const LeaderSource& source, std::string_view name);

/// The sides that "china,russia", "China and Russia" or "китай；россия" names.
std::vector<std::string> split_parties(std::string_view value);

/// The known country whose name or adjective is nearest to a misspelt one; empty if none is near.
std::string nearest_country(std::string_view name);

/// The known leader whose name or surname is nearest to a misspelt one; empty if none is near.
std::string nearest_leader(const schema::Gazetteer& gazetteer, std::string_view name);

/// ISO 639-1 code (639-2 where there is none) of a language named by code, in English or in itself; empty if unknown.
std::string resolve_language(std::string_view name);

}  // namespace communique::searcher
