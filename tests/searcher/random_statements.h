// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of a dozen words, for tests that compare two ways to find or to weigh them.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/searcher/query/hand_index.h"
#include "tests/support/random.h"

namespace communique::tests {

/// Frequent ones first; some are forms of one another, some function words.
inline constexpr std::array<const char*, 12> kVocabulary = {
    "the", "treaty", "of", "grain", "talks", "border", "talk", "summit", "treaties", "harbour", "harbours", "talked"};

inline std::string random_sentence(std::mt19937& random) {
  std::string sentence;
  for (std::uint32_t left = 1 + below(random, 25); left > 0; --left) {
    const std::size_t bound = 1 + below(random, kVocabulary.size());  // small numbers are the likely ones
    sentence += std::string(sentence.empty() ? "" : " ") + kVocabulary[below(random, bound)];
  }
  return sentence + ".";
}

/// Some undated, some precise to the year or month; a tenth dead where `with_dead`.
inline std::vector<HandStatement> random_statements(std::mt19937& random, std::size_t count, bool with_dead = false) {
  const std::vector<std::string> dates = {"",        "2019",       "2020",       "2020-02",    "2020-02-29",
                                          "2020-11", "2020-11-15", "2021-01-01", "2021-07-30", "2022-12-31"};
  const std::vector<std::string> countries = {"", "FRA", "FRA", "RUS", "KOR"};
  const std::vector<std::string> leaders = {"ada-alder", "bo-birch", "cy-birch"};
  std::vector<HandStatement> statements;
  for (std::size_t i = 0; i < count; ++i) {
    HandStatement statement{.id = "s" + std::to_string(i), .date = one_of(random, dates)};
    statement.country = one_of(random, countries);
    statement.title = random_sentence(random);
    statement.dead = with_dead && below(random, 10) == 0;
    for (std::uint32_t left = below(random, 7); left > 0; --left) {
      HandPassage& passage = statement.passages.emplace_back();
      for (std::uint32_t sentences = 1 + below(random, 3); sentences > 0; --sentences) {
        passage.sentences.push_back(random_sentence(random));
      }
      if (below(random, 4) == 0) passage.mentions.push_back(one_of(random, leaders));
    }
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace communique::tests
