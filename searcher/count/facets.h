// SPDX-License-Identifier: GPL-3.0-or-later
// Of all that matches: how much is by whom, from which country, of which year? Exact counts from the postings; records
// are read for labels only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_index.h"

namespace communique::searcher {

struct AllMatches;

enum class FacetField { Speaker, SaidBy, Mentions, Country, Year, Month, Type, Source, Language };

/// As it is typed, and as the field of a query: "said-by".
std::string_view to_string(FacetField field);
/// The facet of a name; nullopt if there is none.
std::optional<FacetField> facet_named(std::string_view name);
/// All names, for messages and help: "speaker, said-by, ...".
std::string facet_names();

struct FacetValue {
  std::string value;  ///< as the index has it: a leader's id, a country's code, a folded name
  std::string label;  ///< to read
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;
};

/// What matches, by a field's values. A statement may have several values (who says something, who is named), so sums
/// may exceed the totals.
struct Facet {
  FacetField field = FacetField::Year;
  std::vector<FacetValue> values;  ///< most statements first, then most passages, then by value
  std::size_t other_values = 0;    ///< values that are not listed
  FacetValue others;               ///< their sum
  FacetValue none;                 ///< what has no value: no leader known, undated, of no type
};

/// For said-by and mentions a passage counts if he says something in it, or is named in it; for the other fields all
/// matching passages of a statement count. `heads`: what matches are heads, which stand for all their passages.
/// At most `most` values are listed. Costs a pass over the postings of each field.
std::vector<Facet> count_facets(OpenIndex& index, const AllMatches& matches, bool heads,
                                const std::vector<FacetField>& fields, std::size_t most);

}  // namespace communique::searcher
