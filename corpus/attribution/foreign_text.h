// SPDX-License-Identifier: GPL-3.0-or-later
// The words, marks and quotations of a French, Spanish, German or Russian text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/attribution/foreign_words.h"
#include "corpus/span.h"

namespace communique::corpus::attribution {

enum class Mark : std::uint8_t { None, Comma, Stop, Colon, Dash, Open, Close, Other };

struct ForeignToken {
  Span span;
  std::uint32_t classes = 0;  ///< ForeignClass
  std::uint32_t sentence = 0;
  std::uint32_t quotation = 0;  ///< number of the outermost quotation it lies in, marks included, from 1; 0 if none
  Mark mark = Mark::None;       ///< None for words
  bool capital = false;

  bool word() const { return mark == Mark::None; }
  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

struct ForeignQuotation {
  std::uint32_t first = 0;  ///< tokens, both marks included
  std::uint32_t last = 0;
  std::uint32_t words = 0;
};

struct ForeignText {
  std::string_view text;
  std::vector<ForeignToken> tokens;
  std::vector<ForeignQuotation> quotations;  ///< outermost ones that are closed within their paragraph, in order

  /// First token of the sentence of `token`, and the one after its last.
  std::uint32_t sentence_first(std::uint32_t token) const { return sentence_starts[tokens[token].sentence]; }
  std::uint32_t sentence_end(std::uint32_t token) const { return sentence_starts[tokens[token].sentence + 1]; }
  std::vector<std::uint32_t> sentence_starts;  ///< one more than there are sentences
};

/// Cuts `text` up. « », „ “, „ ”, “ ” and straight marks pair within a paragraph. Linear.
ForeignText read_foreign(std::string_view text, const std::vector<Span>& sentences, Tongue tongue);

}  // namespace communique::corpus::attribution
