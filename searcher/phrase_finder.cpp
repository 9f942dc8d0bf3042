// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/phrase_finder.h"

#include <cstdint>
#include <limits>
#include <utility>

#include "schema/bytes.h"

namespace communique::searcher {
namespace {

/// Shift-And (Baeza-Yates and Gonnet, "A new approach to text searching", CACM 1992) over a document's words: bit i is
/// set where the first i + 1 words of the phrase end. Several words may stand at one position.
class ShiftAnd {
 public:
  explicit ShiftAnd(const std::vector<schema::WordNumber>& phrase) : phrase_(phrase) {}

  /// True once the phrase is whole.
  bool take(schema::WordNumber number, std::uint32_t position) {
    if (position != position_) {
      before_ = position == position_ + 1 ? here_ : 0;
      here_ = 0;
      position_ = position;
    }
    for (std::size_t i = 0; i < phrase_.size(); ++i) {
      if (phrase_[i] == number) here_ |= (i == 0 ? 1U : (before_ >> (i - 1) & 1U) << i);
    }
    return (here_ >> (phrase_.size() - 1) & 1U) != 0;
  }

 private:
  const std::vector<schema::WordNumber>& phrase_;
  std::uint32_t position_ = 0;
  std::uint32_t before_ = 0;  ///< at the position before
  std::uint32_t here_ = 0;
};

constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();

}  // namespace

PhraseFinder::PhraseFinder(std::vector<schema::WordNumber> phrase) : phrase_(std::move(phrase)) {
  schema::append_number(first_, phrase_.front() + schema::forward_code::kFirstWord);
}

/// The bytes of the first word are looked for, and only what follows them is decoded.
bool PhraseFinder::stands_in(std::string_view run) const {
  for (std::size_t at = run.find(first_); at != std::string_view::npos; at = run.find(first_, at + 1)) {
    const auto before = static_cast<unsigned char>(at == 0 ? 0 : run[at - 1]);
    if ((before & 0x80) != 0) continue;  // the end of a longer number
    // What follows a jump's code is how far it goes, and what looks like one may be how far another goes.
    if (before == schema::forward_code::kJump) return begins(run, kAll);
    if (begins(run.substr(at), static_cast<std::uint32_t>(phrase_.size()))) return true;
  }
  return false;
}

/// True if the phrase stands in the first `positions` positions of a run that begins with a word.
bool PhraseFinder::begins(std::string_view run, std::uint32_t positions) const {
  ShiftAnd matcher(phrase_);
  bool whole = false;
  schema::any_word(run, schema::Titles::Read, [&](schema::WordNumber number, std::uint32_t position) {
    if (position - schema::kFirstPosition >= positions) return true;
    whole = matcher.take(number, position);
    return whole;
  });
  return whole;
}

}  // namespace communique::searcher
