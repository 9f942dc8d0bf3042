// SPDX-License-Identifier: GPL-3.0-or-later
// Who says what in a passage that was found, and is what matched part of it?
#pragma once

#include <string>
#include <vector>

#include "schema/record.h"

namespace communique::searcher {

struct Highlight;

/// Whom a `said-by:` asks for: leaders by id, or the words of a printed name.
struct WantedSpeaker {
  std::vector<std::string> leaders;  ///< ids
  std::vector<std::string> words;    ///< normalised; all of them stand in the name; empty if only leaders are meant

  bool is(const schema::SpeakerRecord& speaker) const;
};

/// Those of the passage's attributions that one of `wanted` is a speaker of, surely enough to be found.
std::vector<const schema::AttributionRecord*> said_by(const schema::PassageRecord& passage,
                                                      const std::vector<WantedSpeaker>& wanted);

/// The share, 0 to 1, of the different words and phrases marked that some wanted speaker says: stand at least once
/// inside what is attributed to him. 0 if nothing is marked.
double share_said(const schema::PassageRecord& passage, const std::vector<Highlight>& marks,
                  const std::vector<WantedSpeaker>& wanted);

/// A passage's attributions that tell a reader who says what is marked: those that hold a mark, or all if none does;
/// of known speakers and sure enough to be shown.
std::vector<const schema::AttributionRecord*> told_attributions(const schema::PassageRecord& passage,
                                                                const std::vector<Highlight>& marks);

/// The passage's attributions that hold one of `marks`, all of them if nothing is marked; of known speakers and sure
/// enough to be shown.
std::vector<const schema::AttributionRecord*> attributions_holding(const schema::PassageRecord& passage,
                                                                   const std::vector<Highlight>& marks);

/// The name to show for a speaker.
std::string name_of(const schema::SpeakerRecord& speaker, const schema::StatementRecord& statement);

}  // namespace communique::searcher
