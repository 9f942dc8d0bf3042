// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a shard's documents (record.h), in a file beside the shard.
//
// Not as Xapian's document data: Xapian deflates each, which our records, compressed with a dictionary, do not get
// smaller by, and which took a seventh of the time of indexing; and reading one here is no search in a tree.
#pragma once

#include "schema/runs_file.h"

namespace communique::schema {

inline constexpr RunsMagic kRecordsMagic{'C', 'Q', 'R', 'E', 'C', '0', '0', '1'};

}  // namespace communique::schema
