// SPDX-License-Identifier: GPL-3.0-or-later
// Who is the source of an attribution: names, offices, titles, pronouns, "the two leaders"?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/analyse.h"
#include "corpus/attribution/turns.h"

namespace communique::corpus {

/// What is known of the statement when its sources are resolved. Views and references must outlive the call.
struct ResolveContext {
  std::string_view text;
  const std::vector<Span>& sentences;
  const std::vector<Mention>& mentions;  ///< by name and by office, in order of the text
  const std::vector<Turn>& turns;
  std::optional<schema::Date> date;
  std::string_view country;                          ///< alpha-3 of the statement, may be empty
  std::optional<schema::LeaderNumber> speaker;       ///< the statement's speaker, where a leader
  std::string_view speaker_name;                     ///< as printed, may be empty
  const std::vector<schema::LeaderNumber>& title_leaders;
};

/// `found` with `speakers` and `antecedent` filled, and the labelled turns as attributions of their own, in order of
/// the text. What a turn's own speaker says of himself within the turn is left out, the turn says it.
std::vector<Attribution> resolve_sources(std::vector<Attribution> found, const ResolveContext& context,
                                         const schema::Gazetteer& gazetteer);

}  // namespace communique::corpus
