// SPDX-License-Identifier: GPL-3.0-or-later
// Words of scripts without spaces, by ICU's dictionaries.
#include "schema/words_complex.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include "schema/char_class.h"
#include "schema/error.h"
#include "schema/utf8.h"
#include "schema/words_fold.h"

namespace communique::schema {

std::size_t ComplexRun::take(std::string_view text, std::size_t pos) {
  bytes_.clear();
  spans_.clear();
  std::size_t end = pos;  // past the last code point that shows
  for (std::size_t at = pos;;) {
    const Char c = char_at(text, at);
    if (c.kind == CharClass::Complex) {
      end = at + c.bytes;
      bytes_.append(text.substr(at, c.bytes));
      spans_.insert(spans_.end(), c.bytes, {at, end});
    } else if (c.kind != CharClass::Ignorable) {
      break;
    }
    at += c.bytes;
  }
  normalise();
  return end;
}

/// NFC, piece by piece where it changes anything: a vowel and a tone sign typed the other way round.
void ComplexRun::normalise() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece whole(bytes_.data(), static_cast<std::int32_t>(bytes_.size()));
  if (nfc.isNormalizedUTF8(whole, status) != 0) return;
  std::string bytes;
  std::vector<Source> spans;
  for (std::size_t from = 0; from < bytes_.size();) {
    std::size_t to = from;
    next_code_point(bytes_, to);
    for (std::size_t next = to; next < bytes_.size(); to = next) {
      if (nfc.hasBoundaryBefore(next_code_point(bytes_, next)) != 0) break;
    }
    std::string piece;
    const icu::StringPiece raw(bytes_.data() + from, static_cast<std::int32_t>(to - from));
    nfc.normalize(icu::UnicodeString::fromUTF8(raw), status).toUTF8String(piece);
    bytes += piece;
    spans.insert(spans.end(), piece.size(), {spans_[from].start, spans_[to - 1].end});
    from = to;
  }
  bytes_ = std::move(bytes);
  spans_ = std::move(spans);
}

const std::vector<std::size_t>& ComplexRun::word_ends() {
  UErrorCode status = U_ZERO_ERROR;
  if (!breaker_) breaker_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText run = UTEXT_INITIALIZER;
  utext_openUTF8(&run, bytes_.data(), static_cast<std::int64_t>(bytes_.size()), &status);
  if (U_SUCCESS(status)) breaker_->setText(&run, status);
  if (U_FAILURE(status) != 0) {
    throw Error(ErrorCode::Io, "ICU can not find words where no spaces are: " + std::string(u_errorName(status)),
                "Check that ICU's data is installed whole.");
  }
  ends_.clear();
  breaker_->first();
  for (auto to = breaker_->next(); to != icu::BreakIterator::DONE; to = breaker_->next()) {
    ends_.push_back(static_cast<std::size_t>(to));
  }
  utext_close(&run);
  return ends_;
}

void ComplexRun::limit_term() { limit_word(term_, false); }

}  // namespace communique::schema
