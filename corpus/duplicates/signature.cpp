// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/duplicates/signature.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

namespace communique::corpus {
namespace {

constexpr std::size_t kRun = 5;                        // words; shorter runs made more of fixed templates look alike
constexpr std::size_t kBeside = 2;                     // words that tell where a name or number stands
constexpr std::uint64_t kWeight = 0x9e3779b97f4a7c15;  // odd, so that the order of words counts
constexpr std::uint64_t kWeightOfDropped = kWeight * kWeight * kWeight * kWeight * kWeight;  // kWeight to the kRun-th
constexpr std::uint64_t kAmbiguous = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();

// FNV-1a over a word's bytes; splitmix64's finaliser spreads what several words give together.
constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kFnvPrime = 0x100000001b3;

constexpr std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

/// ASCII letters and digits folded; 0 for all that divides words; bytes from 0x80 as they are.
constexpr std::array<unsigned char, 256> make_folded() {
  std::array<unsigned char, 256> folded{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    folded[c] = static_cast<unsigned char>(upper ? c + ('a' - 'A') : (kept ? c : 0));
  }
  return folded;
}
constexpr auto kFolded = make_folded();

/// Least hashes by bin, and what goes with them. The bin is the hash's highest bits.
template <std::size_t kBins>
class LeastHashes {
 public:
  static constexpr unsigned kBits = std::countr_zero(kBins);
  static_assert(std::has_single_bit(kBins));

  LeastHashes() { hashes_.fill(kEmpty); }

  bool empty(std::size_t bin) const { return hashes_[bin] == kEmpty; }
  std::uint64_t operator[](std::size_t bin) const { return hashes_[bin]; }

  /// The bin, if the hash is the least of it so far.
  std::optional<std::size_t> put(std::uint64_t hash) {
    const auto bin = static_cast<std::size_t>(hash >> (64 - kBits));
    if (hash > hashes_[bin]) return std::nullopt;
    hashes_[bin] = hash;
    return bin;
  }

 private:
  std::array<std::uint64_t, kBins> hashes_;
};

class DetailHashes {
 public:
  void put(std::uint64_t beside, std::uint64_t word) {
    const std::uint64_t former = beside_[beside >> (64 - decltype(beside_)::kBits)];
    const auto bin = beside_.put(beside);
    if (!bin) return;
    // Words that stand beside two names tell nothing.
    words_[*bin] = former == beside && words_[*bin] != word ? kAmbiguous : word;
  }

  std::array<Detail, kDetailBins> finish() const {
    std::array<Detail, kDetailBins> details{};
    for (std::size_t bin = 0; bin < kDetailBins; ++bin) {
      if (!beside_.empty(bin) && words_[bin] != kAmbiguous) details[bin] = {cut(beside_[bin]), cut(words_[bin])};
    }
    return details;
  }

 private:
  /// A least hash's own bits are biased towards 0: it is mixed again before it is cut. Never 0.
  static std::uint8_t cut(std::uint64_t hash) { return static_cast<std::uint8_t>(mix(hash) % 255 + 1); }

  LeastHashes<kDetailBins> beside_;
  std::array<std::uint64_t, kDetailBins> words_{};
};

class Collector {
 public:
  void byte(unsigned char c) {
    without_last_ = word_;
    last_byte_ = c;
    word_ = (word_ ^ c) * kFnvPrime;
  }
  /// ASCII letters and digits from the front of `text`; returns how many.
  std::size_t letters(std::string_view text) {
    // Members would be written back at every byte.
    std::uint64_t word = word_;
    std::uint64_t without_last = without_last_;
    const auto first = static_cast<unsigned char>(text.front());
    bool telling = telling_ || (!in_word() && first >= 'A' && first <= 'Z');
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
      const auto c = static_cast<unsigned char>(text[at]);
      const unsigned char folded = kFolded[c];
      if (folded == 0 || c >= 0x80) break;
      telling |= c <= '9';
      without_last = word;
      word = (word ^ folded) * kFnvPrime;
    }
    last_byte_ = kFolded[static_cast<unsigned char>(text[at - 1])];
    word_ = word;
    without_last_ = without_last;
    telling_ = telling;
    return at;
  }
  bool in_word() const { return word_ != kFnvBasis; }

  /// Ends a word if one was begun.
  void end_word() {
    if (!in_word()) return;
    // "Guard's", "Guards" and "Guard s" are what is left of one word on its way through several sites.
    const std::uint64_t word = last_byte_ == 's' ? without_last_ : word_;
    if (word != kFnvBasis) add(word);
    word_ = kFnvBasis;
    telling_ = false;
    sentence_begins_ = false;
  }
  void end_sentence() { sentence_begins_ = true; }

  Signature finish() {
    end_word();
    if (words_ == 0) return {};
    // Too short for a run: the text is one.
    if (words_ < kRun) runs_.put(all_);
    Signature signature;
    signature.words_hash = all_;
    signature.words = words_;
    for (std::size_t bin = 0; bin < kSignatureBins; ++bin) {
      signature.bins[bin] = static_cast<std::uint8_t>(mix(runs_[filled_like(bin)] + kFnvBasis));
    }
    signature.after = after_.finish();
    signature.before = before_.finish();
    return signature;
  }

 private:
  static constexpr std::size_t kRing = 8;  ///< a power of two above kRun

  struct Word {
    std::uint64_t hash = 0;
    bool telling = false;  ///< a name or a number, as far as one can see: a sentence's first word is capital anyway
  };
  /// The word so many before the last.
  const Word& back(std::size_t count) const { return ring_[(words_ - 1 - count) % kRing]; }

  void add(std::uint64_t hash) {
    all_ = mix(all_ * kFnvPrime + hash);
    const bool telling = telling_ && !sentence_begins_;
    // What stands before this word is what stood after the word before the last two.
    if (telling && words_ >= kBeside) after_.put(mix(last_two_), hash);
    last_two_ = (words_ > 0 ? back(0).hash : 0) * kWeight + hash;
    run_ = run_ * kWeight + hash - (words_ >= kRun ? back(kRun - 1).hash : 0) * kWeightOfDropped;
    ring_[words_ % kRing] = {hash, telling};
    ++words_;
    if (words_ > kBeside && back(kBeside).telling) before_.put(mix(last_two_), back(kBeside).hash);
    if (words_ >= kRun) runs_.put(mix(run_));
  }

  /// The bin itself, or the filled one that an empty bin copies: the same for any two texts that leave it empty, as
  /// long as they agree on which are filled.
  std::size_t filled_like(std::size_t bin) const {
    std::size_t from = bin;
    for (std::uint64_t attempt = 1; runs_.empty(from); ++attempt) {
      from = static_cast<std::size_t>(mix(attempt * kSignatureBins + bin) % kSignatureBins);
    }
    return from;
  }

  LeastHashes<kSignatureBins> runs_;
  DetailHashes after_;
  DetailHashes before_;
  std::array<Word, kRing> ring_{};  ///< the last words
  std::uint64_t word_ = kFnvBasis;
  std::uint64_t without_last_ = kFnvBasis;
  std::uint64_t all_ = kFnvBasis;  ///< of all words
  std::uint64_t run_ = 0;          ///< of the last kRun: a polynomial of their hashes, rolling
  std::uint64_t last_two_ = 0;     ///< of the last kBeside
  std::uint32_t words_ = 0;
  unsigned char last_byte_ = 0;
  bool telling_ = false;
  bool sentence_begins_ = true;
};

/// Bytes of the UTF-8 sequence that this byte leads, at most those left.
std::size_t sequence_length(unsigned char lead, std::size_t left) {
  const std::size_t length = lead >= 0xf0 ? 4 : (lead >= 0xe0 ? 3 : (lead >= 0xc0 ? 2 : 1));
  return std::min(length, left);
}

bool divides_words(unsigned char lead, unsigned char next) {
  // U+0080-00BF, U+2000-2FFF, U+3000-303F, U+FF00-FF3F: signs, blanks, quotation marks and dashes of all kinds.
  return lead == 0xc2 || lead == 0xe2 || (lead == 0xe3 && next == 0x80) || (lead == 0xef && next == 0xbc);
}

bool stands_alone(unsigned char lead) { return lead >= 0xe3 && lead <= 0xe9; }

}  // namespace

Signature signature_of(std::string_view text) {
  Collector words;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      if (kFolded[c] != 0) {
        at += words.letters(text.substr(at));
      } else {
        ++at;
        words.end_word();
        if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') words.end_sentence();
      }
      continue;
    }
    const std::size_t length = sequence_length(c, text.size() - at);
    const auto next = static_cast<unsigned char>(length > 1 ? text[at + 1] : 0);
    if (divides_words(c, next)) {
      words.end_word();
    } else {
      if (stands_alone(c)) words.end_word();
      for (std::size_t i = 0; i < length; ++i) words.byte(static_cast<unsigned char>(text[at + i]));
      if (stands_alone(c)) words.end_word();
    }
    at += length;
  }
  return words.finish();
}

double likeness(const Signature& a, const Signature& b) {
  if (a.words == 0 || b.words == 0) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kSignatureBins; ++i) equal += a.bins[i] == b.bins[i] ? 1u : 0u;
  return static_cast<double>(equal) / static_cast<double>(kSignatureBins);
}

double containment(const Signature& a, const Signature& b) {
  // |A and B| = J / (1 + J) * (|A| + |B|), the numbers of words standing for those of runs.
  const double j = likeness(a, b);
  const double shorter = std::min(a.words, b.words);
  if (shorter == 0) return 0;
  return std::min(1.0, j / (1 + j) * (static_cast<double>(a.words) + static_cast<double>(b.words)) / shorter);
}

DetailCount compare_details(const Signature& a, const Signature& b) {
  DetailCount count;
  const auto compare = [&](const Detail& one, const Detail& other) {
    if (one.beside == 0 || one.beside != other.beside) return;
    ++count.compared;
    count.differing += one.word != other.word ? 1u : 0u;
  };
  for (std::size_t bin = 0; bin < kDetailBins; ++bin) {
    compare(a.after[bin], b.after[bin]);
    compare(a.before[bin], b.before[bin]);
  }
  return count;
}

}  // namespace communique::corpus
