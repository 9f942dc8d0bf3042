// SPDX-License-Identifier: GPL-3.0-or-later
// How quick is the analysis, as a whole and step by step?
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace communique::bench {

struct AnalysisFigures {
  std::size_t statements = 0;
  double megabytes = 0;  ///< of text
  double seconds = 0;    ///< analyse() of every statement, one thread
  /// The public function of each step over all texts, seconds; the sum leaves out resolving and what is kept.
  std::vector<std::pair<std::string, double>> steps;
};

/// Reads the statements of a file into memory, then times. Throws Error for what can not be read.
AnalysisFigures time_analysis(const std::string& file, const std::string& gazetteer_file);

}  // namespace communique::bench
