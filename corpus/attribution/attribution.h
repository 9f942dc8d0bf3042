// SPDX-License-Identifier: GPL-3.0-or-later
// What is an attribution? Content said by a source, with the cue that says so, how sure we are and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "schema/gazetteer.h"
#include "schema/speech.h"

namespace communique::corpus {

using schema::kFoundConfidence;
using schema::kShownConfidence;
using schema::SpeechType;

/// A person or body that says something: a leader of the gazetteer, or whoever is printed.
struct Speaker {
  std::optional<schema::LeaderNumber> leader;
  std::string name;  ///< the leader's name to show, or the fullest form printed in the statement ("Ned Price")
  bool operator==(const Speaker&) const = default;
};

/// Spans are UTF-8 bytes into the statement's text.
struct Attribution {
  std::optional<Span> source;  ///< as printed, "the Russian president" or "he"; absent if nobody is
  std::optional<Span> cue;     ///< "said that"; absent for labelled turns
  std::vector<Span> content;   ///< fragments in order of the text, at least one
  SpeechType type = SpeechType::Indirect;
  bool joint = false;         ///< said by several together: "the two leaders agreed"
  float confidence = 0;       ///< 0 to 1: about the share of such findings that are right
  std::string_view rule;      ///< which rule found it; static storage
  std::vector<Speaker> speakers;   ///< who that is: none if unknown, several if joint
  std::optional<Span> antecedent;  ///< the name a pronoun, an office or "both leaders" was resolved by
};

}  // namespace communique::corpus
