// SPDX-License-Identifier: GPL-3.0-or-later
// What was learnt from news with hand-made attributions (scripts/count_attribution_tables.py): at which boundaries
// contents end, and which frames are right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/attribution/boundary.h"
#include "corpus/attribution/flat_table.h"
#include "corpus/attribution/frame.h"

namespace communique::corpus::attribution {

/// Immutable after construction, thread-safe.
class Tables {
 public:
  /// The program's own.
  static const Tables& instance();
  /// From the text of the files of data/; the weights of `press` are added to those of `precision`. Rows that name
  /// what is unknown are left out.
  Tables(std::string_view boundaries, std::string_view precision, std::string_view press);

  /// Share of contents that end at such a boundary when they meet it. `report`: the cue is a verb like "say", whose
  /// contents are whole clauses.
  float ends_at(const BoundaryKey& key, bool report) const;

  /// Share of such frames that are right, by a logistic model over the features of features().
  float precision(const Frame& frame) const;

  /// True for the verbs that report whole clauses: "say", "tell", "note".
  bool is_report(std::uint16_t lemma) const { return report_[lemma]; }

 private:
  struct Count {
    std::uint32_t ends = 0;
    std::uint32_t met = 0;
  };
  void read_boundaries(std::string_view tsv);
  void read_precision(std::string_view tsv);

  FlatTable<Count> boundaries_;
  FlatTable<float> weights_;
  std::vector<bool> report_;  ///< by lemma
};

/// The features of a frame, as written in data/precision.tsv: "rule=...", "lemma=say after=that".
std::vector<std::string> features(const Frame& frame);

}  // namespace communique::corpus::attribution
