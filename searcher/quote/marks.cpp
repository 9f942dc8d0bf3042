// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/marks.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "schema/char_class.h"

namespace communique::searcher {
namespace {

bool is_quotation_mark(std::int32_t c) {
  return c == '"' || u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK);
}

/// The characters of one kind, in order.
template <class Is>
std::u32string only(std::string_view text, Is is) {
  std::u32string found;
  for (std::size_t pos = 0; pos < text.size();) {
    const schema::Char c = schema::char_at(text, pos);
    if (c.code_point >= 0 && is(c)) found += static_cast<char32_t>(c.code_point);
    pos += std::max<std::size_t>(c.bytes, 1);
  }
  return found;
}

bool is_apostrophe(const schema::Char& c) { return c.kind == schema::CharClass::Apostrophe; }
bool is_dash(const schema::Char& c) { return u_charType(c.code_point) == U_DASH_PUNCTUATION; }
bool is_blank(const schema::Char& c) { return u_isUWhiteSpace(c.code_point); }
bool is_ignorable(const schema::Char& c) { return c.kind == schema::CharClass::Ignorable; }
bool is_other(const schema::Char& c) {
  return !is_apostrophe(c) && !is_dash(c) && !is_blank(c) && !is_ignorable(c) && !is_quotation_mark(c.code_point);
}

std::string case_folded(std::string_view text) {
  std::string folded;
  icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(folded);
  return folded;
}

/// Letters and digits alone: what is left differs in accents or compatibility forms.
std::u32string letters(std::string_view text) {
  return only(case_folded(text), [](const schema::Char& c) { return is_other(c) && !u_ispunct(c.code_point); });
}

}  // namespace

void MarkDifferences::compare_words(std::string_view a, std::string_view b) {
  if (a == b) return;
  if (letters(a) != letters(b)) differs_[kAccents] = true;
  const auto plain = [](std::string_view word) { return only(word, [](const schema::Char& c) { return is_other(c) && !u_ispunct(c.code_point); }); };
  if (plain(a) != plain(b) && letters(a) == letters(b)) differs_[kCase] = true;
  const auto dots = [](const schema::Char& c) { return is_other(c) && u_ispunct(c.code_point) != 0; };
  if (only(a, dots) != only(b, dots)) differs_[kPunctuation] = true;
  if (only(a, is_apostrophe) != only(b, is_apostrophe)) differs_[kApostrophes] = true;
  if (only(a, is_dash) != only(b, is_dash)) differs_[kDashes] = true;
}

void MarkDifferences::compare_gaps(std::string_view a, std::string_view b) {
  if (a == b) return;
  const auto is_quote = [](const schema::Char& c) { return is_quotation_mark(c.code_point); };
  if (only(a, is_other) != only(b, is_other)) differs_[kPunctuation] = true;
  if (only(a, is_quote) != only(b, is_quote)) differs_[kQuotationMarks] = true;
  const auto is_loose_apostrophe = [](const schema::Char& c) { return is_apostrophe(c) && !is_quotation_mark(c.code_point); };
  if (only(a, is_loose_apostrophe) != only(b, is_loose_apostrophe)) differs_[kApostrophes] = true;
  if (only(a, is_dash) != only(b, is_dash)) differs_[kDashes] = true;
  if (only(a, is_blank).empty() != only(b, is_blank).empty()) differs_[kWhiteSpace] = true;
}

std::vector<std::string> MarkDifferences::names() const {
  static constexpr std::array<std::string_view, kMarks> kNames = {
      "case", "accents", "punctuation", "quotation marks", "apostrophes", "dashes", "white space"};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kMarks; ++i) {
    if (differs_[i]) names.emplace_back(kNames[i]);
  }
  return names;
}

}  // namespace communique::searcher
