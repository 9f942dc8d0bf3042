// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting a stream into lines.
#include "corpus/readers/lines.h"

namespace communique::corpus {

LineReader::Outcome LineReader::next(std::string_view& line) {
  stream_.consume(used_);
  used_ = 0;
  std::size_t searched = 0;
  std::size_t end = stream_.view().find('\n');
  while (end == std::string_view::npos) {
    searched = stream_.view().size();
    if (searched > limit_) return skip_rest(line);
    if (!stream_.more()) break;
    end = stream_.view().find('\n', searched);
  }
  const std::string_view view = stream_.view();
  if (view.empty()) return Outcome::End;
  ++number_;
  ended_ = end != std::string_view::npos;
  line = view.substr(0, end);
  used_ = line.size() + (ended_ ? 1 : 0);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() <= limit_) return Outcome::Line;
  head_ = line.substr(0, 1024);
  line = head_;
  return Outcome::TooLong;
}

LineReader::Outcome LineReader::skip_rest(std::string_view& line) {
  ++number_;
  head_ = stream_.view().substr(0, 1024);
  std::size_t end = std::string_view::npos;
  do {
    stream_.consume(stream_.view().size());
    if (!stream_.more()) break;
    end = stream_.view().find('\n');
  } while (end == std::string_view::npos);
  ended_ = end != std::string_view::npos;
  used_ = ended_ ? end + 1 : stream_.view().size();
  line = head_;
  return Outcome::TooLong;
}

}  // namespace communique::corpus
