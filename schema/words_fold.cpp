// SPDX-License-Identifier: GPL-3.0-or-later
// Folding of one word by ICU: NFKC case fold, then accents off where they are accents and not letters of their own.
#include "schema/words_fold.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "schema/char_class.h"
#include "schema/utf8.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

/// Surface forms remembered at most, and the longest one worth it; a cache over its size starts anew.
constexpr std::size_t kMaxCached = 1U << 16U;
constexpr std::size_t kMaxCachedBytes = 96;

/// Letters that Unicode does not take apart but that readers and other spellings do. Sorted by code point.
struct LetterFold {
  char16_t from;
  const char16_t* to;
};
constexpr std::array<LetterFold, 32> kLetterFolds = {{
    {0x00E6, u"ae"}, {0x00F0, u"d"},  {0x00F8, u"o"},  {0x00FE, u"th"}, {0x0111, u"d"},  {0x0127, u"h"},
    {0x0131, u"i"},  {0x0138, u"k"},  {0x0142, u"l"},  {0x014B, u"n"},  {0x0153, u"oe"}, {0x0167, u"t"},
    {0x0180, u"b"},  {0x0192, u"f"},  {0x0199, u"k"},  {0x019A, u"l"},  {0x01B4, u"y"},  {0x01DD, u"e"},
    {0x01E5, u"g"},  {0x0237, u"j"},  {0x0253, u"b"},  {0x0256, u"d"},  {0x0257, u"d"},  {0x0259, u"a"},
    {0x025B, u"e"},  {0x0268, u"i"},  {0x0671, u"\u0627"},              // alef wasla
    {0x0649, u"\u064A"},                                                // alef maksura, yeh without dots
    {0x06A9, u"\u0643"}, {0x06CC, u"\u064A"},                           // Persian keheh and yeh, on Arabic keyboards
    {0x06C1, u"\u0647"}, {0x1D6B, u"ue"},
}};

const char16_t* letter_fold(UChar32 c) {
  for (const LetterFold& fold : kLetterFolds) {
    if (fold.from == c) return fold.to;
  }
  return nullptr;
}

/// Whether a mark on `base` is an accent, a point or a stress sign that readers leave out. Marks that make another
/// letter stay: й, ї, ў, ѓ, ќ in Cyrillic, all vowel signs of India's scripts, hamza on waw and yeh.
bool drops_mark(UChar32 base, UChar32 mark) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: return true;
    case USCRIPT_ARABIC: return base == 0x627 || mark < 0x653 || mark > 0x655;
    case USCRIPT_CYRILLIC:
      if (mark == 0x308) return base == 0x435;                    // ё reads е
      if (mark == 0x301) return base != 0x433 && base != 0x43A;   // stress, but ѓ and ќ
      return mark == 0x300;
    default: return false;
  }
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return *instance(status);
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// `decomposed` (NFD) without the marks drops_mark() names and without what is no part of a word.
icu::UnicodeString strip(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  UChar32 base = -1;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    switch (char_class(c)) {
      case CharClass::Digit:
        kept.append(static_cast<char16_t>(u'0' + u_charDigitValue(c)));
        base = u'0';
        break;
      case CharClass::Letter:
        if (const char16_t* other = letter_fold(c)) {
          kept.append(icu::UnicodeString(other));
          base = other[0];
        } else {
          kept.append(c);
          base = c;
        }
        break;
      case CharClass::Mark:
        if (base >= 0 && !drops_mark(base, c)) kept.append(c);
        break;
      default: break;
    }
  }
  return kept;
}

std::string fold_by_icu(std::string_view raw) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(from_utf8(raw), status);
  const icu::UnicodeString decomposed = normalizer(icu::Normalizer2::getNFDInstance).normalize(folded, status);
  return to_utf8(normalizer(icu::Normalizer2::getNFCInstance).normalize(strip(decomposed), status));
}

/// FNV-1a, 64 bits: stable over platforms and versions, since it ends up in indexes.
std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return hash;
}

}  // namespace

std::string_view WordFolder::fold(std::string_view raw) {
  if (const auto known = cache_.find(raw); known != cache_.end()) return known->second;
  std::string folded = fold_by_icu(raw);
  if (raw.size() > kMaxCachedBytes) return scratch_ = std::move(folded);
  if (cache_.size() >= kMaxCached) cache_.clear();
  return cache_.emplace(raw, std::move(folded)).first->second;
}

std::string_view WordFolder::fold_han(std::string_view raw) {
  const Char first = char_at(raw, 0);
  const bool plain = first.bytes == raw.size() && ((first.code_point >= 0x3400 && first.code_point <= 0x9FFF) ||
                                                   (first.code_point >= 0xAC00 && first.code_point <= 0xD7A3));
  if (plain) return raw;
  UErrorCode status = U_ZERO_ERROR;
  scratch_ = to_utf8(normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(from_utf8(raw), status));
  return scratch_;
}

void limit_word(std::string& term, bool keep_front) {
  if (term.size() <= kMaxWordBytes) return;
  constexpr std::size_t kHashDigits = 16;
  std::array<char, kHashDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(fnv1a(term)));
  std::size_t front = keep_front ? code_point_start(term, kMaxWordBytes - kHashDigits) : 0;
  while (front > 0 && (term[front - 1] == '\'' || term[front - 1] == '.')) --front;
  term.resize(front);
  term.append(digits.data(), kHashDigits);
}

}  // namespace communique::schema
