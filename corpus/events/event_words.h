// SPDX-License-Identifier: GPL-3.0-or-later
// A light reading of titles and openings: words folded for look-up, with what stands before them, and the longest
// phrase of a table that begins at a word. Much cheaper than schema::split_words(), and good for words of the tables
// here only: Latin and Cyrillic letters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Writes the folded form of a word's bytes to `out`, which has room for as many; ASCII is only lowered. Returns the end
/// of what is written.
char* fold_word(std::string_view word, char* out);

/// The words of a text; `text` itself is not needed afterwards.
class EventWords {
 public:
  explicit EventWords(std::string_view text);
  /// Those of `longer` that end within its first `bytes`; views its memory.
  EventWords(const EventWords& longer, std::size_t bytes);
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
  /// Of the first two bytes of a word that is not empty.
  static std::size_t beginning_of(std::string_view word) {
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
    return (byte(0) * 32 + (word.size() > 1 ? byte(1) : 0)) % 1024;
  }

  std::unordered_map<std::string_view, std::vector<Entry>> by_first_;
  /// Lengths (bit: length modulo 64) of the first words that begin with two bytes: most words are in no table.
  std::array<std::uint64_t, 1024> lengths_{};
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

/// Title and opening of a statement, each read when it is first asked for and only once. Views both texts.
class Fronts {
 public:
  static constexpr std::size_t kBytes = 700;  ///< of either: byline and first sentences

  Fronts(std::string_view title, std::string_view text) : title_(title), text_(text) {}

  std::string_view title_text() const { return title_; }
  std::string_view text() const { return text_; }

  const EventWords& title() { return read(title_, title_words_); }
  const EventWords& opening() { return read(text_, text_words_); }
  /// The words of front_of() with that many bytes, at most kBytes. View the memory of this object.
  EventWords title(std::size_t bytes) { return cut(title_, title(), bytes); }
  EventWords opening(std::size_t bytes) { return cut(text_, opening(), bytes); }

 private:
  static const EventWords& read(std::string_view text, std::optional<EventWords>& words) {
    if (!words) words.emplace(front_of(text, kBytes));
    return *words;
  }
  static EventWords cut(std::string_view text, const EventWords& words, std::size_t bytes);

  std::string_view title_;
  std::string_view text_;
  std::optional<EventWords> title_words_;
  std::optional<EventWords> text_words_;
};

}  // namespace communique::corpus
