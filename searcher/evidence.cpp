// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evidence.h"

#include <string>

namespace communique::searcher {

PassageEvidence::PassageEvidence(OpenIndex& index, const CompiledQuery& compiled, const std::vector<Pattern>& marked)
    : index_(index), compiled_(compiled), marked_(marked), pairs_(compiled.pairs) {}

Evidence PassageEvidence::for_best(double best) {
  Evidence evidence;
  evidence.share = pairs_.empty() ? 0 : kMostPairGain;
  evidence.more = compiled_.said_by.empty() ? 0 : best;
  evidence.gains = [this, best](const Candidate& candidate) { return gains(candidate, best); };
  return evidence;
}

/// Words that the wanted speaker says rank above words that stand beside what he says: a passage gains up to the best
/// one's weight, by the share of its matches that are said.
Gains PassageEvidence::gains(const Candidate& candidate, double best) {
  Gains gains;
  const schema::PassageRecord passage = index_.passage(candidate.place);
  if (!pairs_.empty()) {
    const std::string title = index_.statement({candidate.place.shard, candidate.head}).title;
    gains.pairs = pairs_.gain(passage, title, candidate.weight);
  }
  if (!compiled_.said_by.empty()) {
    const auto marks = highlight(passage.text, marked_, passage.sentence_starts);
    gains.said = best * share_said(passage, marks, compiled_.said_by);
  }
  return gains;
}

}  // namespace communique::searcher
