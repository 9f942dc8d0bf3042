// SPDX-License-Identifier: GPL-3.0-or-later
// A passage as words, and which of them match: what concordances show and collocates count.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "schema/words.h"
#include "searcher/highlighter.h"

namespace communique::searcher {

struct TextWord {
  std::uint32_t start = 0;  ///< bytes of MatchedText::text()
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< counts words; several stand at one position (schema/words.h)
  std::uint32_t sentence = 0;
  std::uint32_t term_start = 0;
  std::uint32_t term_size = 0;
  schema::WordKind kind = schema::WordKind::Plain;
};

/// A piece that matched, and its words: words()[first_word, after_word).
struct MatchedPiece {
  Highlight piece;  ///< bytes of the passage
  std::size_t first_word = 0;
  std::size_t after_word = 0;
};

/// Keeps its buffers from passage to passage. One object per thread.
class MatchedText {
 public:
  enum class Keep {
    OneAPosition,  ///< plain words and Han characters
    All,           ///< hyphenated words as one, and pairs of Han characters, too
  };

  /// Views the patterns.
  MatchedText(const std::vector<Pattern>& patterns, Keep keep) : highlighter_(patterns), keep_(keep) {}

  void read(const schema::PassageRecord& passage);
  /// Puts the text that stands before the passage, or after it, to its words. Matches in it are not looked for.
  void add_before(std::string_view text);
  void add_after(std::string_view text);

  std::string_view text() const { return text_; }
  std::span<const TextWord> words() const { return words_; }
  std::string_view term(const TextWord& word) const {
    return std::string_view(terms_).substr(word.term_start, word.term_size);
  }
  /// Ascending, without overlap.
  std::span<const MatchedPiece> pieces() const { return pieces_; }
  /// Where the passage begins in text().
  std::size_t passage_start() const { return passage_start_; }

 private:
  void note(const schema::Word& word, std::uint32_t offset);
  void find_pieces();

  Highlighter highlighter_;
  Keep keep_;
  schema::WordSplitter splitter_;
  std::string text_;
  std::string terms_;
  std::vector<TextWord> words_;
  std::vector<MatchedPiece> pieces_;
  std::size_t passage_start_ = 0;
};

}  // namespace communique::searcher
