// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of `evaluate`, as a table for people or as JSON.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/eval/bootstrap.h"
#include "searcher/eval/measures.h"
#include "searcher/query/compile.h"

namespace communique::searcher {

/// What was searched and how; absent where an existing run is scored.
struct SearchedFor {
  Unit unit = Unit::Passage;
  std::size_t depth = 0;
  std::size_t unjudged_topics = 0;  ///< in the topics file, without a relevant document, left out
  std::size_t absent_topics = 0;    ///< judged, but not in the topics file: they score 0
  std::size_t judged_ids = 0;
  std::size_t unknown_ids = 0;  ///< of these, not in the index
};

struct Comparison {
  std::string run;  ///< the other run's file
  Scores mean{};
  std::array<Difference, kMeasures.size()> differences{};
  BootstrapOptions bootstrap;
};

struct Evaluation {
  std::vector<TopicScores> topics;
  Scores mean{};
  std::optional<SearchedFor> searched;
  std::optional<Comparison> comparison;
  bool per_topic = false;  ///< show each topic's figures, too
};

void render_evaluation_text(const Evaluation& evaluation, std::string& out);
/// One JSON object and a newline; keys in docs/json-api.md.
void render_evaluation_json(const Evaluation& evaluation, std::string& out);

}  // namespace communique::searcher
