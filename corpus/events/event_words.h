// SPDX-License-Identifier: GPL-3.0-or-later
// A light reading of titles and openings: words folded for look-up, with what stands before them, and the longest
// phrase of a table that begins at a word. Much cheaper than schema::split_words(), and good for words of the tables
// here only: Latin and Cyrillic letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace communique::corpus {

/// A word of a text. `folded`: lower case, without accents ("ß" is "ss", "ё" is "е"); it views memory of EventWords.
/// `start` and `end` are bytes of the text; the possessive ending is no word of its own.
struct EventWord {
  std::string_view folded;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool capital = false;     ///< begins with a capital letter
  bool possessive = false;  ///< "'s" follows
  bool after_stop = false;  ///< a full stop, colon, semicolon, bracket, dash or line break stands before it
  bool after_comma = false;
};

/// Appends the folded form of a word's bytes to `out`; ASCII is only lowered.
void append_folded(std::string_view word, std::string& out);

/// The words of a text; `text` itself is not needed afterwards.
class EventWords {
 public:
  explicit EventWords(std::string_view text);
  EventWords(const EventWords&) = delete;
  EventWords& operator=(const EventWords&) = delete;

  std::size_t size() const { return words_.size(); }
  const EventWord& operator[](std::size_t at) const { return words_[at]; }
  /// The folded word, or nothing beyond either end.
  std::string_view folded(std::size_t at) const { return at < words_.size() ? words_[at].folded : std::string_view(); }

 private:
  std::string folded_;
  std::vector<EventWord> words_;
};

/// Finds the phrases of a table in words. The phrases are folded words with one space between, and must outlive it.
class PhraseIndex {
 public:
  struct Match {
    std::size_t phrase = 0;  ///< index in the table
    std::size_t words = 0;   ///< 0 if none begins here
  };

  /// Of two equal phrases the first counts.
  void add(std::string_view phrase, std::size_t index);
  /// All phrases of a list with "|" between them.
  void add_all(std::string_view phrases, std::size_t index);
  /// The longest phrase that begins at word `at`; it does not run over a full stop or line break.
  Match longest_at(const EventWords& words, std::size_t at) const;

 private:
  struct Entry {
    std::string_view rest;  ///< after the first word and its space
    std::size_t index = 0;
  };
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_;
  /// Lengths (bit: length modulo 64) of the first words that begin with a byte: most words are in no table.
  std::array<std::uint64_t, 256> lengths_{};
};

/// An index of anything that has a `phrase`.
template <class Table>
PhraseIndex index_of(const Table& table) {
  PhraseIndex index;
  for (std::size_t at = 0; at < table.size(); ++at) index.add(table[at].phrase, at);
  return index;
}

/// The front of a text, cut at a word: at most `bytes` long.
std::string_view front_of(std::string_view text, std::size_t bytes);

}  // namespace communique::corpus
