// SPDX-License-Identifier: GPL-3.0-or-later
// Does a text say at its very start when it was given out? For find_date.cpp only.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/events/dates.h"

namespace communique::corpus {

/// A date at the start. Without a year, "BEIJING, Dec. 31 (Harbour Wire) -", `date.year` is 0.
struct Dateline {
  schema::Date date;
  std::string_view printed;  ///< a view into text or title
  bool place = false;        ///< a place stands before it: "BEIJING, "
};

/// The dateline of the text; else a full date that stands by itself in its first lines or at the end of the title.
std::optional<Dateline> find_dateline(std::string_view title, std::string_view text, std::string_view lang);

}  // namespace communique::corpus
