// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts have the same words: in what else do they differ?
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace communique::searcher {

class MarkDifferences {
 public:
  /// Two words that are equal once normalised, as printed.
  void compare_words(std::string_view a, std::string_view b);
  /// What stands between two such words and the next two.
  void compare_gaps(std::string_view a, std::string_view b);

  /// What was found to differ, most telling first.
  std::vector<std::string> names() const;

 private:
  enum Mark : std::size_t { kCase, kAccents, kPunctuation, kQuotationMarks, kApostrophes, kDashes, kWhiteSpace, kMarks };
  std::array<bool, kMarks> differs_{};
};

}  // namespace communique::searcher
