// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/qrels.h"

#include <algorithm>
#include <charconv>

#include "searcher/eval/columns.h"

namespace communique::searcher {

Qrels parse_qrels(std::string_view text, const std::string& name) {
  Qrels qrels;
  const auto read = [&](const std::vector<std::string_view>& columns) -> std::string {
    if (columns.size() != 4) return "4 columns are needed, here are " + std::to_string(columns.size());
    int grade = 0;
    const std::string_view text_of_grade = columns[3];
    const char* end = text_of_grade.data() + text_of_grade.size();
    const auto [stopped, error] = std::from_chars(text_of_grade.data(), end, grade);
    if (error != std::errc{} || stopped != end) {
      return "the grade is a whole number, not \"" + std::string(text_of_grade) + "\"";
    }
    qrels[std::string(columns[0])].insert_or_assign(std::string(columns[2]), grade);
    return {};
  };
  read_columns(text, name, "each line of judgements is TOPIC 0 ID GRADE, as in \"7 0 kremlin-67473 1\"", read);
  return qrels;
}

bool has_relevant(const Judgements& judgements) {
  return std::any_of(judgements.begin(), judgements.end(), [](const auto& one) { return one.second > 0; });
}

}  // namespace communique::searcher
