// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two texts: word by word, or sentence by sentence? Words are equal as schema/words.h has it, so
// case, accents, kinds of apostrophes, punctuation and white space make no difference; a possessive does.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"

namespace communique::searcher {

/// A word as it is compared; its place is in UTF-8 bytes, a possessive included.
struct DiffWord {
  std::string term;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

/// The words of a text in order. In Chinese, Japanese and Korean each character is one.
std::vector<DiffWord> words_to_compare(std::string_view text);

enum class DiffSide { Same, Left, Right };

/// Words that stand in both texts, or in one only. Both extents go from the first word's start to the last one's end;
/// that of the text the words do not stand in is empty (start == end), at the end of its word before.
struct DiffRun {
  DiffSide side = DiffSide::Same;
  schema::Extent left;
  schema::Extent right;
  std::uint32_t words = 0;
  bool operator==(const DiffRun&) const = default;
};

/// In order of both texts; where words were replaced, Left comes before Right, and neighbours are of different sides.
/// Ascending and complete: the words of all Same and Left runs are the left text's. 50,000 words a side take less than
/// 2 s even if nothing is alike; then, not the fewest changes but some good ones are told.
std::vector<DiffRun> diff_words(std::span<const DiffWord> left, std::span<const DiffWord> right);
std::vector<DiffRun> diff_words(std::string_view left, std::string_view right);

/// The same for reading: a few equal words between larger changes are told as changed with them.
std::vector<DiffRun> readable_diff(std::string_view left, std::string_view right);

/// From 0 to 1: twice the words in Same runs by the words of both texts; 1 for two texts without words.
double likeness(const std::vector<DiffRun>& runs);

enum class SentenceChange { Same, Changed, LeftOnly, RightOnly };

/// A sentence of either list, or one of each that belong together; numbers count from 0.
struct SentencePair {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  SentenceChange change = SentenceChange::Same;
  std::size_t left = kNone;
  std::size_t right = kNone;
  double likeness = 0;           ///< of the two by their words, regardless of order; 1 if Same, 0 if there is but one
  std::vector<DiffRun> words{};  ///< if Changed: readable_diff() of the two
};

/// Must equal sentences stand in the same order in both lists (two versions of a text), or anywhere (two accounts)?
enum class SentenceOrder { Kept, Any };

/// Sentences are paired with their equals, then with the most alike of those left if `least` or more alike. With Kept,
/// pairs do not cross and come in the order of both lists, LeftOnly before RightOnly; with Any they come in the left
/// list's order, and RightOnly after them all.
std::vector<SentencePair> align_sentences(std::span<const std::string_view> left,
                                          std::span<const std::string_view> right, SentenceOrder order,
                                          double least = 0.5);

}  // namespace communique::searcher
