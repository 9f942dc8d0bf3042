// SPDX-License-Identifier: GPL-3.0-or-later
// How does one word outside ASCII read once case, accents and compatibility forms are folded? For words.cpp only.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace communique::schema {

/// Folds surface forms and remembers them, since a text repeats its words. One object per thread.
class WordFolder {
 public:
  /// A run of letters, digits and marks of alphabetic scripts: NFKC case fold, accents of Latin and Greek and points of
  /// Arabic and Hebrew dropped, digits in ASCII. May be empty (a lone presentation form of a point). The view lives
  /// until the next call.
  std::string_view fold(std::string_view raw);

  /// One character of a Han run with what combines with it; more than one code point only for a few ligatures and
  /// for old Hangul. The view lives until the next call.
  std::string_view fold_han(std::string_view raw);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache_;
  std::string scratch_;
};

/// Cuts a term longer than kMaxWordBytes to its first bytes and a hash of the whole. With `keep_front` false only the
/// hash is kept: a front in a script without spaces would not stay one word with it.
void limit_word(std::string& term, bool keep_front);

}  // namespace communique::schema
