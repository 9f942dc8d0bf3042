// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/wrap.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace communique::searcher {
namespace {

/// Reads one code point; invalid bytes count as U+FFFD.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 code = 0;
  auto offset = static_cast<std::int64_t>(at);
  U8_NEXT_OR_FFFD(bytes, offset, static_cast<std::int64_t>(text.size()), code);
  at = static_cast<std::size_t>(offset);
  return code;
}

std::size_t columns_of(UChar32 code) {
  if (code < 0x300) return 1;
  const auto kind = u_charType(code);
  if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_control(UChar32 code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_code_point(text, at));
  return columns;
}

std::string shortened(std::string_view text, std::size_t width) {
  std::string line;
  std::size_t columns = 0;
  std::size_t last_blank = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 code = next_code_point(text, at);
    if (columns + columns_of(code) > width - 1 && at < text.size()) {
      if (last_blank > line.size() / 2) line.resize(last_blank);
      return line + "…";
    }
    columns += columns_of(code);
    if (code == ' ' || code == '\n' || code == '\t' || code == '\r') {
      last_blank = line.size();
      line += ' ';
    } else if (is_control(code)) {
      line += "\xEF\xBF\xBD";
    } else {
      line += text.substr(start, at - start);
    }
  }
  return line;
}

Wrapper::Wrapper(std::size_t width, std::size_t indent, std::string& out)
    : width_(width > indent ? width - indent : width), indent_(indent), out_(out) {}

void Wrapper::add(std::string_view text, bool keep_lines) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 code = next_code_point(text, at);
    if (code == '\n' && keep_lines) {
      end_word();
      end_line();
    } else if (code == ' ' || code == '\t' || code == '\n' || code == '\r') {
      end_word();
      blank_pending_ = line_begun_;
    } else if (is_control(code)) {
      word_ += "\xEF\xBF\xBD";
      ++word_columns_;
    } else {
      const std::size_t columns = columns_of(code);
      word_ += text.substr(start, at - start);
      word_columns_ += columns;
      // East Asian text has no blanks: a line may end after any of its characters.
      if (columns == 2) end_word();
    }
  }
}

void Wrapper::end_word() {
  if (word_.empty()) return;
  const std::size_t blank = blank_pending_ ? 1 : 0;
  if (width_ > 0 && line_columns_ > 0 && line_columns_ + blank + word_columns_ > width_) {
    end_line();
  } else if (blank_pending_) {
    out_ += ' ';
    ++line_columns_;
  }
  if (!line_begun_) out_.append(indent_, ' ');
  line_begun_ = true;
  out_ += word_;
  line_columns_ += word_columns_;
  word_.clear();
  word_columns_ = 0;
  blank_pending_ = false;
}

void Wrapper::end_line() {
  out_ += '\n';
  line_columns_ = 0;
  blank_pending_ = false;
  line_begun_ = false;
}

void Wrapper::finish() {
  end_word();
  if (line_begun_) end_line();
}

void add_paragraph(std::string_view text, const ParagraphStyle& style, std::string& out) {
  Wrapper lines(style.width, style.indent, out);
  lines.add_code(style.begin);
  lines.add(text);
  lines.add_code(style.end);
  lines.finish();
}

}  // namespace communique::searcher
