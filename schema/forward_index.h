// SPDX-License-Identifier: GPL-3.0-or-later
// Which words does each document of a shard hold, in which order? The shard's forward index: its documents as runs of
// word numbers, in a file beside the shard, memory-mapped. Phrases, NEAR and pairs of words are decided by it.
//
// Xapian could keep positions itself, and did: 52 % of the index, an entry for each word of each passage. This takes a
// sixth of that, is written in half the time, and one look at it is quicker than two position lists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "schema/runs_file.h"
#include "schema/terms.h"

namespace communique::schema {

inline constexpr RunsMagic kForwardMagic{'C', 'Q', 'F', 'W', 'D', '0', '0', '1'};

/// Number of a word in one forward index. Frequent words have small numbers, so that most take one byte.
using WordNumber = std::uint32_t;

/// A document is a run of LEB128 numbers: of words (from kFirstWord up), each one position further than the one before,
/// and of these codes, which change where the next word stands.
namespace forward_code {
inline constexpr std::uint32_t kGap = 0;    ///< a new sentence: kSentenceGap positions further
inline constexpr std::uint32_t kSame = 1;   ///< at the position of the word before (hyphenated words, pairs of Han)
inline constexpr std::uint32_t kTitle = 2;  ///< what follows is the statement's title, not the passage's text
inline constexpr std::uint32_t kJump = 3;   ///< the next number tells how many positions further than the word before
inline constexpr std::uint32_t kFirstWord = 4;
}  // namespace forward_code

/// A word of the index and how often it stands in its documents.
struct ForwardWord {
  std::string_view term;
  WordNumber number = 0;
  std::uint32_t count = 0;
};

/// A file opened for reading. Views live as long as the object. May be read from several threads.
class ForwardIndex {
 public:
  /// Throws Error(Io, IndexDamaged).
  explicit ForwardIndex(const std::filesystem::path& file);

  /// Documents are numbered as the shard's: 1 to documents().
  std::uint32_t documents() const { return runs_.documents(); }
  /// How many different words; their numbers are below this.
  WordNumber words() const { return words_; }
  /// nullopt if no document holds the word.
  std::optional<WordNumber> find(std::string_view term) const;
  /// The words in byte order; `place` from 0.
  ForwardWord word_at(WordNumber place) const;
  /// The run of a document, empty if there is no such document. To be read by for_each_word().
  std::string_view document(std::uint32_t docid) const { return runs_.run(docid); }

 private:
  std::string_view term(WordNumber place) const;

  // Behind the runs: words x u32: end of the term in the blob, in byte order of the terms | words x u32: its number |
  // words x u32: its count | blob of terms | u32: words
  RunsFile runs_;
  WordNumber words_ = 0;
  const std::uint32_t* columns_ = nullptr;  ///< the three arrays
  std::string_view blob_;
};

[[noreturn]] void throw_forward_damaged();

namespace forward_detail {

/// Reads a number and moves on; `at` is before `end`.
inline std::uint32_t read_number(const unsigned char*& at, const unsigned char* end) {
  std::uint32_t value = *at++;
  if (value < 0x80) return value;
  value &= 0x7f;
  for (unsigned shift = 7; shift < 32; shift += 7) {
    if (at == end) throw_forward_damaged();
    const std::uint32_t byte = *at++;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw_forward_damaged();
}

}  // namespace forward_detail

enum class Titles { Read, LeaveOut };

/// Calls `visit(WordNumber, position)` for each word in order of position until one is true; true if one was. Throws
/// Error(IndexDamaged) on a run that is cut.
template <class Visit>
bool any_word(std::string_view run, Titles titles, Visit visit) {
  const auto* at = reinterpret_cast<const unsigned char*>(run.data());
  const auto* const end = at + run.size();
  std::uint32_t position = kFirstPosition - 1;
  while (at != end) {
    const std::uint32_t code = forward_detail::read_number(at, end);
    if (code >= forward_code::kFirstWord) {
      if (visit(code - forward_code::kFirstWord, ++position)) return true;
    } else if (code == forward_code::kGap) {
      position += kSentenceGap;
    } else if (code == forward_code::kSame) {
      --position;
    } else if (code == forward_code::kTitle) {
      if (titles == Titles::LeaveOut) return false;
    } else {
      if (at == end) throw_forward_damaged();
      position += forward_detail::read_number(at, end) - 1;
    }
  }
  return false;
}

/// The same for all words.
template <class Visit>
void for_each_word(std::string_view run, Titles titles, Visit visit) {
  any_word(run, titles, [&](WordNumber number, std::uint32_t position) {
    visit(number, position);
    return false;
  });
}

}  // namespace communique::schema
