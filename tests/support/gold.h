// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-labelled statements (tests/data/gold/README.md) and how near an analysis comes to them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/analyse.h"
#include "schema/gazetteer.h"

namespace communique::test {

struct GoldAttribution {
  std::vector<corpus::Span> content;  ///< UTF-8 bytes into the statement's text
  std::vector<std::string> said_by;   ///< leader ids or printed names; empty: no person
  std::string type;
  bool whole = false;
  bool turn = false;  ///< the whole of a labelled turn
  bool optional = false;
};

struct GoldStatement {
  std::string id;
  std::string lang;
  std::vector<std::string> kinds;  ///< acceptable types, "" = none
  std::string date;                ///< empty: undated
  std::string date_origin;
  std::vector<std::string> parties;  ///< empty: nothing is claimed
  std::vector<GoldAttribution> attributions;
};

/// Reads one line of the file; the pieces are looked for in `text`. Throws std::runtime_error for a piece that is not
/// there.
GoldStatement read_gold(const std::string& line, const std::string& text);
/// The id of one line.
std::string gold_id(const std::string& line);

/// Counts of one or more statements.
struct GoldScore {
  int required = 0;   ///< labels that should be found
  int found = 0;      ///< of these, with the right speaker
  int predicted = 0;  ///< findings that count
  int right = 0;
  std::vector<std::string> faults;  ///< one line for each miss and each false finding

  double recall() const { return required == 0 ? 1 : static_cast<double>(found) / required; }
  double precision() const { return predicted == 0 ? 1 : static_cast<double>(right) / predicted; }
  void add(const GoldScore& other);
};

/// A finding is right if it shares at least half of the words of both with a label (Jaccard) and names its speaker.
GoldScore score(const GoldStatement& gold, const corpus::AnalysedStatement& analysed,
                const schema::Gazetteer& gazetteer);

}  // namespace communique::test
