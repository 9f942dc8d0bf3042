// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/run.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "searcher/eval/columns.h"

namespace communique::searcher {
namespace {

bool read_score(std::string_view text, double& score) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, score);
  return error == std::errc{} && stopped == end && std::isfinite(score);
}

}  // namespace

Run parse_run(std::string_view text, const std::string& name) {
  std::map<std::string, std::map<std::string, double, std::less<>>, std::less<>> scores;
  const auto read = [&](const std::vector<std::string_view>& columns) -> std::string {
    if (columns.size() < 5) return "6 columns are needed, here are " + std::to_string(columns.size());
    double score = 0;
    if (!read_score(columns[4], score)) return "the score is a number, not \"" + std::string(columns[4]) + "\"";
    scores[std::string(columns[0])].insert_or_assign(std::string(columns[2]), score);
    return {};
  };
  read_columns(text, name, "each line of a run is TOPIC Q0 ID RANK SCORE TAG, as in \"7 Q0 kremlin-67473 1 9.41 mine\"",
               read);
  Run run;
  for (const auto& [topic, documents] : scores) {
    std::vector<RankedDocument>& ranking = run[topic];
    for (const auto& [document, score] : documents) ranking.push_back({document, score});
    order_ranking(ranking);
  }
  return run;
}

void order_ranking(std::vector<RankedDocument>& ranking) {
  std::sort(ranking.begin(), ranking.end(), [](const RankedDocument& a, const RankedDocument& b) {
    return a.score != b.score ? a.score > b.score : a.document > b.document;
  });
}

std::string trec_word(std::string_view id) {
  std::string word;
  for (const char c : id) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      word += "%20";
    } else {
      word += c;
    }
  }
  return word;
}

std::string score_text(double score) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.9g", score);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

void append_run_line(const RunLine& line, std::string& out) {
  out += trec_word(line.topic) + " Q0 " + trec_word(line.document) + ' ' + std::to_string(line.rank) + ' ' +
         score_text(line.score) + ' ' + trec_word(line.tag) + '\n';
}

void make_scores_fall(std::vector<RankedDocument>& ranking) {
  const bool falls = std::is_sorted(ranking.begin(), ranking.end(),
                                    [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
  if (falls) return;
  double score = static_cast<double>(ranking.size());
  for (RankedDocument& one : ranking) one.score = score--;
}

}  // namespace communique::searcher
