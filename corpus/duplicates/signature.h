// SPDX-License-Identifier: GPL-3.0-or-later
// How alike are two texts, told from some 340 bytes of each? One-permutation MinHash over runs of five words (Li, Owen,
// Zhang 2012), empty bins filled as Shrivastava 2017 proposes; the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace communique::corpus {

inline constexpr std::size_t kSignatureBins = 64;
inline constexpr std::size_t kDetailBins = 64;  ///< for each of Signature's two

/// A name or a number of the text and the two words beside it, both as hashes; 0 where the bin is empty.
struct Detail {
  std::uint8_t beside = 0;
  std::uint8_t word = 0;
  bool operator==(const Detail&) const = default;
};

/// What is kept of a text to tell versions of it. Raise kAnalysisVersion (corpus/analyse.h) when the same text gives
/// another one: signatures of two makes can not be compared.
struct Signature {
  std::array<std::uint8_t, kSignatureBins> bins{};
  std::array<Detail, kDetailBins> after{};   ///< names and numbers by the two words before them
  std::array<Detail, kDetailBins> before{};  ///< by the two words after them
  std::uint64_t words_hash = 0;  ///< of all words in order: equal for texts that differ in case and punctuation only
  std::uint32_t words = 0;
  bool operator==(const Signature&) const = default;
};

/// Reads UTF-8 text once; words are runs of letters and digits, ASCII case and all punctuation disregarded; each Han
/// character or kana is a word. Allocates nothing.
Signature signature_of(std::string_view text);

/// An estimate of the share of word runs that two texts have in common, of all that either has (Jaccard). Its standard
/// error is .05 where the truth is .8.
double likeness(const Signature& a, const Signature& b);

/// The estimated share of the shorter text's word runs that the longer one has too.
double containment(const Signature& a, const Signature& b);

/// Names and numbers that stand beside the same words in both texts, as far as both signatures kept them. Texts made
/// from one template have other ones there; versions of one text have the same.
struct DetailCount {
  unsigned compared = 0;
  unsigned differing = 0;  ///< another name or number stands there
};
DetailCount compare_details(const Signature& a, const Signature& b);

}  // namespace communique::corpus
