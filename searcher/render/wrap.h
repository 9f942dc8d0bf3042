// SPDX-License-Identifier: GPL-3.0-or-later
// Text for a terminal: wrapped between words at a width counted in columns, with nothing in it that steers the
// terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace communique::searcher {

/// Columns a text takes: two for wide East Asian characters, none for combining marks.
std::size_t display_width(std::string_view text);

/// The beginning of a text that fits `width` columns, cut between words where there are any, "…" added if cut.
std::string shortened(std::string_view text, std::size_t width);

/// Appends words to lines of at most `width` columns (a longer word overflows), each line indented.
class Wrapper {
 public:
  /// `width` 0: lines are not broken. `out` must outlive the wrapper.
  Wrapper(std::size_t width, std::size_t indent, std::string& out);

  /// Any white space is one blank, or a line end where `keep_lines`; control characters become U+FFFD.
  void add(std::string_view text, bool keep_lines = false);
  /// Bytes that take no column: a change of colour.
  void add_code(std::string_view code) { word_ += code; }
  /// Ends the last line.
  void finish();

 private:
  void end_word();
  void end_line();

  std::size_t width_;
  std::size_t indent_;
  std::string& out_;
  std::string word_;  ///< not yet on a line; may hold colour codes
  std::size_t word_columns_ = 0;
  std::size_t line_columns_ = 0;  ///< of the line so far, indent not counted
  bool blank_pending_ = false;
  bool line_begun_ = false;
};

/// How a paragraph is set; the codes take no column.
struct ParagraphStyle {
  std::size_t width = 80;
  std::size_t indent = 0;
  std::string_view begin{};  ///< a change of colour
  std::string_view end{};    ///< and back
};

/// A paragraph in one colour.
void add_paragraph(std::string_view text, const ParagraphStyle& style, std::string& out);

}  // namespace communique::searcher
