// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of code points, from ICU's properties; the lower planes from a table built once.
#include "schema/char_class.h"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "schema/utf8.h"

namespace communique::schema {

namespace {

bool is_apostrophe(UChar32 c) {
  // ' ` ´ ʹ ʻ ʼ ʽ ʾ ʿ ՚ ׳ ‘ ’ ‛ ′ ＇ (the half rings are what transliterations of Arabic write for hamza and ain)
  constexpr std::array<UChar32, 16> kApostrophes = {0x27,  0x60,  0xB4,   0x2B9,  0x2BB,  0x2BC,  0x2BD,  0x2BE,
                                                    0x2BF, 0x55A, 0x5F3,  0x2018, 0x2019, 0x201B, 0x2032, 0xFF07};
  return std::binary_search(kApostrophes.begin(), kApostrophes.end(), c);
}

bool is_raised(UChar32 c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

bool is_han(UChar32 c) {
  // The prolonged sound marks are of no script of their own; Kangxi radicals stand for their characters in texts that
  // were taken out of PDFs, and NFKC makes them so.
  if (c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F || (c >= 0x2F00 && c <= 0x2FD5)) return true;
  if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_NL_MASK)) == 0) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
    case USCRIPT_HANGUL: return true;
    default: return false;
  }
}

/// Numerals count as letters if they fold to nothing but ASCII letters and digits: "Ⅳ", "₂" do, "½" and "㊀" do not.
bool folds_to_ascii(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(icu::UnicodeString(c), status);
  for (std::int32_t i = 0; i < folded.length(); ++i) {
    if (folded[i] >= 0x80 || u_isalnum(folded[i]) == 0) return false;
  }
  return !folded.isEmpty();
}

CharClass classify(UChar32 c) {
  if (is_apostrophe(c)) return CharClass::Apostrophe;
  if (c == '-' || c == 0x2010 || c == 0x2011) return CharClass::Hyphen;
  if (is_raised(c)) return CharClass::Raised;
  if (c == 0x200B) return CharClass::Separator;  // zero width space: marks a word boundary in Thai and Khmer
  if (c == 0x640) return CharClass::Ignorable;   // tatweel only stretches a line
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return CharClass::Ignorable;
  if (is_han(c)) return CharClass::Han;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0 &&
      u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
    return CharClass::Complex;
  }
  if ((category & U_GC_L_MASK) != 0) return CharClass::Letter;
  if ((category & U_GC_M_MASK) != 0) return CharClass::Mark;
  if ((category & U_GC_ND_MASK) != 0) return CharClass::Digit;
  if ((category & (U_GC_NL_MASK | U_GC_NO_MASK)) != 0 && folds_to_ascii(c)) return CharClass::Letter;
  return CharClass::Separator;
}

/// Up to here from the table: all alphabets in use, general punctuation, kana.
constexpr std::size_t kTableSize = 0x3400;

const std::array<CharClass, kTableSize>& table() {
  static const auto built = [] {
    std::array<CharClass, kTableSize> classes{};
    for (std::size_t c = 0; c < kTableSize; ++c) classes[c] = classify(static_cast<UChar32>(c));
    return classes;
  }();
  return built;
}

}  // namespace

CharClass char_class(std::int32_t code_point) {
  if (code_point < 0 || code_point > 0x10FFFF) return CharClass::Separator;
  const auto index = static_cast<std::size_t>(code_point);
  if (index < kTableSize) return table()[index];
  const bool han = code_point < 0x4DC0 || (code_point >= 0x4E00 && code_point <= 0x9FFF);
  const bool hangul = code_point >= 0xAC00 && code_point <= 0xD7A3;
  return han || hangul ? CharClass::Han : classify(code_point);
}

Char char_at(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return {};
  std::size_t end = pos;
  const std::int32_t c = next_code_point(text, end);
  return {c, char_class(c), static_cast<std::uint32_t>(end - pos)};
}

Char char_before(std::string_view text, std::size_t pos) {
  if (pos == 0 || pos > text.size()) return {};
  std::size_t start = pos;
  const std::int32_t c = previous_code_point(text, start);
  return {c, char_class(c), static_cast<std::uint32_t>(pos - start)};
}

}  // namespace communique::schema
