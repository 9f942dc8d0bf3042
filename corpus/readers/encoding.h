// SPDX-License-Identifier: GPL-3.0-or-later
// In which encoding is it? UTF-8 is checked; UTF-16, declared charsets and Windows-1252 (cp1252) are made UTF-8; what
// is no text at all is told from text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"

namespace communique::corpus {

inline constexpr std::string_view kCp1252Note = "not UTF-8: read as Windows-1252 (cp1252)";

/// Makes `bytes` valid UTF-8: bytes that are part of no UTF-8 sequence are read as Windows-1252. Adds a note if it had
/// to. An error if so many bytes are foreign (over a quarter) that it is another encoding, which would become garbage.
Result<std::string> to_utf8(std::string_view bytes, std::vector<std::string>& notes);

/// As to_utf8, but bytes that are not UTF-8 are read in the charset the document declares, if ICU knows it.
Result<std::string> to_utf8(std::string_view bytes, std::string_view declared, std::vector<std::string>& notes);

/// Replaces NUL bytes by spaces (C libraries would see the end of the text there); says so in a note.
void replace_nuls(std::string& bytes, std::vector<std::string>& notes);

/// What `charset=` or `encoding=` says within the first 2 KB of an HTML or XML document; empty if nothing.
std::string declared_charset(std::string_view document);

/// Why a file with these first bytes is no text, with what to do about it; empty if it may be text.
std::string binary_reason(std::string_view head);

/// UTF-16 with a byte order mark, in pieces of any length.
class Utf16Decoder {
 public:
  /// nullptr if `head` does not begin with a UTF-16 byte order mark.
  static std::unique_ptr<Utf16Decoder> for_head(std::string_view head);
  ~Utf16Decoder();
  Utf16Decoder(const Utf16Decoder&) = delete;
  Utf16Decoder& operator=(const Utf16Decoder&) = delete;

  /// Appends `bytes` to `out` as UTF-8, what is malformed as U+FFFD; `last` at the end of the file.
  void append(std::string_view bytes, bool last, std::string& out);

 private:
  struct State;
  explicit Utf16Decoder(bool big_endian);
  std::unique_ptr<State> state_;
};

}  // namespace communique::corpus
