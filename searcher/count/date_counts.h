// SPDX-License-Identifier: GPL-3.0-or-later
// How many statements and passages match, date by date?
#pragma once

#include <string>
#include <vector>

#include "searcher/count/date_tally.h"
#include "searcher/open_index.h"
#include "searcher/search.h"

namespace communique::searcher {

struct DateCounts : DateTally {
  std::string query;   ///< as asked
  std::string parsed;  ///< as understood
  std::vector<Notice> notices;
};

/// Of all that matches a query: all of it, whatever the request's page. An error is about the query.
Result<DateCounts> count_by_date(OpenIndex& index, const SearchRequest& request);

/// Of the whole index. `all_versions`: republished statements count each, not once.
DateCounts count_all_by_date(OpenIndex& index, bool all_versions);

}  // namespace communique::searcher
