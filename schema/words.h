// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does a text hold? The one normaliser: index, query, phrase, highlight and name matching all see
// text through it, so whatever one of them finds the others find too.
//
// "Xi’s non-proliferation talks, COVID-19, U.S., 习近平" yields (position: term)
//   0: xi · 1: non, nonproliferation (Joined) · 2: proliferation · 3: talks · 4: covid, covid19 (Joined) · 5: 19
//   6: us · 7: 习, 习近 (Pair) · 8: 近, 近平 (Pair) · 9: 平
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace communique::schema {

/// Raised whenever a text would yield other words than before; stored in the manifest and checked at open.
inline constexpr int kNormaliserVersion = 1;

enum class WordKind : std::uint8_t {
  Plain,   ///< a word of an alphabetic or syllabic script, or a number; one per position
  Han,     ///< one Chinese, Japanese or Korean character; one per position
  Pair,    ///< two neighbouring Han characters; stands at the position of the first
  Joined,  ///< the parts of a hyphenated word written as one; stands at the position of the first part
};

/// One word of a text. `term` is the normalised form: NFKC, case and accents folded, apostrophes unified, possessive
/// cut. It views memory that lives only during the callback. `start` and `end` are UTF-8 byte offsets into the text
/// as given (the possessive is outside them); `position` counts words from 0, hyphen parts one each.
struct Word {
  std::string_view term;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  WordKind kind = WordKind::Plain;
};

/// The longest term handed out, in bytes. A longer word becomes its first bytes, cut at a code point, and a hash of the
/// whole, so that it is found by exactly itself and nothing is dropped (Xapian's limit is 245 bytes with prefix).
inline constexpr std::size_t kMaxWordBytes = 64;

/// What split() calls for each word: any callable that takes a `const Word&`, by reference and without allocating. The
/// callable must outlive the call, as a lambda written in the argument list does.
class WordSink {
 public:
  template <class Callable, class = std::enable_if_t<!std::is_same_v<std::decay_t<Callable>, WordSink>>>
  WordSink(Callable&& callable)  // NOLINT(google-explicit-constructor)
      : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
        call_([](void* target, const Word& word) {
          (*static_cast<std::remove_reference_t<Callable>*>(target))(word);
        }) {}

  void operator()(const Word& word) const { call_(callable_, word); }

 private:
  void* callable_;
  void (*call_)(void*, const Word&);
};

/// The normaliser. Keeps buffers, folded forms and an ICU break iterator between calls: one object per thread.
class WordSplitter {
 public:
  WordSplitter();
  ~WordSplitter();
  WordSplitter(const WordSplitter&) = delete;
  WordSplitter& operator=(const WordSplitter&) = delete;

  /// Calls `yield` for every word of `text` (UTF-8; bytes that are not count as separators) in order of position; at
  /// one position the Plain or Han word comes first. Linear in the length of the text.
  void split(std::string_view text, WordSink yield);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A word that owns its term: what split_words() returns.
struct OwnedWord {
  std::string term;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  WordKind kind = WordKind::Plain;
};

/// All words of a short text, such as a query, a name or a title.
std::vector<OwnedWord> split_words(std::string_view text);

/// The Plain and Han terms of a name or a filter value, joined by one space: the form in which values are compared.
/// "Côte d’Ivoire" -> "cote d ivoire", "Xi Jinping's" -> "xi jinping".
std::string fold_value(std::string_view text);

}  // namespace communique::schema
