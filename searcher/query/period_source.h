// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a leader's documents are of a time in office? As a posting source that looks at the dates of the documents
// it is asked about and of no others.
#pragma once

#include <vector>

#include <xapian.h>

#include "schema/date.h"

namespace communique::searcher {

/// Documents that may be of one of the periods as far as one can tell: dated in it, known to a month or year only that
/// overlaps it, or undated. To be joined by AND with something selective. Value ranges in its place read all values of
/// the index, or the wrong side of the AND first: they took 6 to 30 ms on 35,000 passages where this takes less than 1.
/// Not for remote shards, which know no posting sources of ours.
Xapian::Query periods_query(const std::vector<schema::DateRange>& periods);

}  // namespace communique::searcher
