// SPDX-License-Identifier: GPL-3.0-or-later
// Is a line break a bound between sentences, or only where a line was full? For sentences.cpp only.
#pragma once

#include <cstddef>
#include <string_view>

namespace communique::corpus {

/// Reads the line breaks of one text in order. Looks the text over once for the usual length of its lines.
class LineBreaks {
 public:
  explicit LineBreaks(std::string_view text);

  struct Break {
    std::size_t next = 0;  ///< past the break, and past blank lines after it
    bool ends_sentence = false;
  };

  /// The break at `pos`, where a line ends. A blank line ends a sentence. A single break does before a list item or a
  /// speaker's label, after a colon, and where the line had room for the next word, which begins with no small letter.
  /// A full stop at the line's end is not looked at: the caller has decided on it.
  Break read(std::size_t pos);

 private:
  bool ends_at_single(std::string_view line, std::string_view rest) const;

  std::string_view text_;
  std::size_t full_width_;      ///< code points in a line that is full
  std::size_t line_start_ = 0;  ///< of the line that the next break ends
};

}  // namespace communique::corpus
