// SPDX-License-Identifier: GPL-3.0-or-later
// What a search engine answered to each topic: rankings in the form of the TREC conferences ("runs").
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

struct RankedDocument {
  std::string document;
  double score = 0;
};

/// By topic id; each ranking in scorers' order (see order_ranking).
using Run = std::map<std::string, std::vector<RankedDocument>, std::less<>>;

/// Reads lines of `TOPIC Q0 DOCUMENT RANK SCORE TAG`; of a document listed twice for a topic the last score counts, the
/// rank is not read. Throws Error(Usage) with `name` and the line's number.
Run parse_run(std::string_view text, const std::string& name);

/// As trec_eval does: by score, and by id backwards where scores are equal; the order of the lines does not count.
void order_ranking(std::vector<RankedDocument>& ranking);

/// The columns of a line are divided by blanks: those within an id are written as %20.
std::string trec_word(std::string_view id);

/// Nine significant digits.
std::string score_text(double score);

struct RunLine {
  std::string_view topic;
  std::string_view document;
  std::size_t rank = 0;
  double score = 0;
  std::string_view tag;
};
void append_run_line(const RunLine& line, std::string& out);

/// Scores that fall from each document to the next, or at least do not rise, so that scorers see the order of the list:
/// `ranking` itself, or with scores counted down if its own would put it in another order.
void make_scores_fall(std::vector<RankedDocument>& ranking);

}  // namespace communique::searcher
