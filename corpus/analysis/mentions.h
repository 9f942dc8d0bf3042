// SPDX-License-Identifier: GPL-3.0-or-later
// Which leaders does a text name, and where?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/analyse.h"
#include "schema/words.h"

namespace communique::corpus {

/// What is known of the statement besides its text.
struct MentionContext {
  std::optional<schema::Date> date;
  std::string_view country;                         ///< alpha-3 of the statement, may be empty
  std::string_view lang;                            ///< ISO 639-1; in French "M." is no initial
  std::vector<schema::LeaderNumber> already_named;  ///< by the metadata: the speaker, the title's leaders
};

/// Finds the leaders named in a text, in order. Full forms count; where a full form is shared, the leaders in office
/// at the date do. A bare surname counts only where exactly one leader active at the date bears it, or its bearer was
/// named in full before (in the text or in `already_named`); never as part of another capitalised name ("Vladimir
/// Putina Street", "Jeb Bush"), and only if it is written with a capital in scripts that have them.
std::vector<Mention> find_mentions(std::string_view text, const schema::Gazetteer& gazetteer,
                                   const MentionContext& context, schema::WordSplitter& splitter);

}  // namespace communique::corpus
