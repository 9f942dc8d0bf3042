// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does a run of Thai, Lao, Khmer or Myanmar hold, where no spaces stand between them? For words.cpp only.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/brkiter.h>

namespace communique::schema {

/// Keeps its buffers and ICU's break iterator from run to run.
class ComplexRun {
 public:
  /// Takes the run of CharClass::Complex that begins at `pos`, without joiners and in canonical order, so that a word
  /// reads the same however it was typed. No compatibility folding: it takes Thai vowels apart, and the dictionary
  /// would not know them then. Returns where the run ends.
  std::size_t take(std::string_view text, std::size_t pos);

  /// Calls `yield(term, start, end)` for each word of the run, with offsets into the text it was taken from.
  /// Throws Error(Io) if ICU has no data to find words by.
  template <class Yield>
  void for_each_word(Yield&& yield) {
    std::size_t from = 0;
    for (const std::size_t to : word_ends()) {
      term_.assign(bytes_, from, to - from);
      limit_term();
      yield(std::string_view(term_), spans_[from].start, spans_[to - 1].end);
      from = to;
    }
  }

 private:
  /// Where in the text the character lies that a byte of `bytes_` belongs to.
  struct Source {
    std::size_t start;
    std::size_t end;
  };

  void normalise();
  const std::vector<std::size_t>& word_ends();
  void limit_term();

  std::string bytes_;
  std::vector<Source> spans_;  ///< one per byte
  std::vector<std::size_t> ends_;
  std::string term_;
  std::unique_ptr<icu::BreakIterator> breaker_;
};

}  // namespace communique::schema
