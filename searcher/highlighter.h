// SPDX-License-Identifier: GPL-3.0-or-later
// Which pieces of a text made it match? For one text after the other by the same patterns: what is looked for is put in
// order once.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "schema/words.h"
#include "searcher/query/compile.h"
#include "searcher/search.h"

namespace communique::searcher {

/// One object per thread. `text` is UTF-8, `sentence_starts` as with highlight().
class Highlighter {
 public:
  /// Views the patterns.
  explicit Highlighter(const std::vector<Pattern>& patterns);
  ~Highlighter();
  Highlighter(Highlighter&&) noexcept;
  Highlighter& operator=(Highlighter&&) noexcept;

  /// Reads a text; `each_word` is called for every word of it, in order.
  void read(std::string_view text, std::span<const std::uint32_t> sentence_starts, schema::WordSink each_word);
  void read(std::string_view text, std::span<const std::uint32_t> sentence_starts);

  /// What is marked in the text last read: ascending, without overlap. Of words near one another each is a piece.
  std::vector<Highlight> marks() const;
  /// The same, but words near one another are one piece from the first to the last, as short as the pattern allows.
  std::vector<Highlight> extents() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace communique::searcher
