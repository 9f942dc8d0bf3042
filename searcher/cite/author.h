// SPDX-License-Identifier: GPL-3.0-or-later
// Under whose name does a statement stand in a bibliography?
#pragma once

#include <string>

#include "schema/gazetteer.h"
#include "schema/record.h"

namespace communique::searcher {

/// A person whose family name is known to come last, or a name to be printed as it is: "Xi Jinping", "Mr. Arce", an
/// institution.
struct Author {
  std::string family;  ///< empty: `literal` is the name
  std::string given;
  std::string literal;

  /// "Vladimir Putin".
  std::string in_order() const { return family.empty() ? literal : given + " " + family; }
  /// "Putin, Vladimir".
  std::string inverted() const { return family.empty() ? literal : family + ", " + given; }
  /// What it is sorted by: a family name, wherever it stands.
  std::string sort_name;
};

/// The speaker; without one the source, else the country. Empty if the record has none of them. `leader`: the speaker,
/// if the gazetteer knows him or her, else null.
Author author_of(const schema::StatementRecord& statement, const schema::Leader* leader);

}  // namespace communique::searcher
