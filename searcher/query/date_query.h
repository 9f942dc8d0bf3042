// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents are of a period? Whole years and months are terms, what is left of a month is a value range.
#pragma once

#include <optional>

#include <xapian.h>

#include "schema/date.h"
#include "schema/manifest.h"
#include "searcher/query/tree.h"

namespace communique::searcher {

/// First and last year that dated statements of an index have; nullopt if it has none.
struct YearBounds {
  int first = 0;
  int last = 0;
};
std::optional<YearBounds> year_bounds(const schema::Manifest& manifest);

/// Documents whose whole date lies in `range`: "2021" is in year:2021, but not in date:2021-03. Undated ones never are.
Xapian::Query date_query(const schema::DateRange& range, const std::optional<YearBounds>& bounds);

/// The period of a year:, date:, after: or before: clause, which parse() has checked. after: and before: leave out the
/// period they name. A range that ends before it starts holds nothing.
schema::DateRange period_of(const FieldClause& clause);

/// The period outside which the tree can match nothing, by its date clauses; open ends where there is no bound.
schema::DateRange period_of(const QueryNode& node);

}  // namespace communique::searcher
