// SPDX-License-Identifier: GPL-3.0-or-later
// How quick is the analysis, as a whole and step by step?
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/statement.h"
#include "schema/gazetteer.h"

namespace communique::bench {

struct AnalysisInput {
  std::vector<corpus::Statement> statements;
  double megabytes = 0;  ///< of text
  schema::Gazetteer gazetteer;
};

/// Reads the statements of a file or folder into memory, and a user's gazetteer, if it is named. Throws Error for what
/// can not be read, and where there is no statement.
AnalysisInput read_input(const std::string& file, const std::string& gazetteer_file);

struct AnalysisFigures {
  double seconds = 0;  ///< analyse() of every statement, one thread
  /// The public function of each step over all texts, seconds; the sum leaves out resolving and what is kept.
  std::vector<std::pair<std::string, double>> steps;
};

AnalysisFigures time_analysis(const AnalysisInput& input);

}  // namespace communique::bench
