// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/evidence.h"

namespace communique::searcher {

PassageEvidence::PassageEvidence(OpenIndex& index, const CompiledQuery& compiled, const std::vector<Pattern>& marked)
    : index_(index), compiled_(compiled), marked_(marked), pairs_(index, compiled.pairs) {}

Evidence PassageEvidence::for_best(double best) {
  Evidence evidence;
  const double said = compiled_.said_by.empty() ? 0 : best;
  evidence.most = [this, said](double weight) { return most_pair_gain(compiled_.pairs, weight) + said; };
  evidence.gains = [this, best](const Candidate& candidate) { return gains(candidate, best); };
  return evidence;
}

/// Words that the wanted speaker says rank above words that stand beside what he says: a passage gains up to the best
/// one's weight, by the share of its matches that are said.
Gains PassageEvidence::gains(const Candidate& candidate, double best) {
  Gains gains;
  if (!pairs_.empty()) gains.pairs = pairs_.gain(candidate.place, candidate.weight);
  if (!compiled_.said_by.empty()) {
    const schema::PassageRecord passage = index_.passage(candidate.place);
    const auto marks = highlight(passage.text, marked_, passage.sentence_starts);
    gains.said = best * share_said(passage, marks, compiled_.said_by);
  }
  return gains;
}

}  // namespace communique::searcher
