// SPDX-License-Identifier: GPL-3.0-or-later
// Which passages of a shard hold a word, and how often? The words' postings once more, laid out so that many can be
// weighed at once: one run of bytes a word, in a file beside the shard, memory-mapped. Ranking reads them; all else
// about words (filters, counts, phrases, NOT) asks the shard's own postings, which say the same.
//
// Why twice: Xapian weighs one document after the other through a tree of iterators, which takes four times as long for
// frequent words (docs/performance.md). The lists take 7 % of the index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/forward_index.h"
#include "schema/runs_file.h"

namespace communique::schema {

inline constexpr RunsMagic kListsMagic{'C', 'Q', 'L', 'S', 'T', '0', '0', '1'};

/// A word's list. For each passage that holds it, ascending: the docid's distance to the one before less 1, doubled,
/// plus 1 if the word counts more than once, and in that case the count less 2; both LEB128.
struct WordList {
  std::string_view run;
  std::uint32_t passages = 0;     ///< that hold the word
  std::uint32_t occurrences = 0;  ///< in all of them, the title's counted as in the postings
  std::uint32_t last = 0;         ///< docid of the last passage
};

/// A file opened for reading, numbers as in the shard's forward index. Views live as long as the object. May be read
/// from several threads.
class WordLists {
 public:
  /// Throws Error(Io, IndexDamaged).
  explicit WordLists(const std::filesystem::path& file);

  WordNumber words() const { return words_.documents(); }
  /// An empty one for a number that there is not.
  WordList list(WordNumber number) const;
  std::uint32_t documents() const { return documents_; }
  /// How many words a document holds, as its postings count them; heads hold none. Docids from 1 to documents().
  std::uint32_t length(std::uint32_t docid) const { return lengths_[docid - 1]; }
  /// Docids of the heads, ascending, all in documents().
  std::span<const std::uint32_t> heads() const { return heads_; }

 private:
  // Tail: words x (u32 passages, u32 occurrences, u32 last) | heads x u32: docid | documents x u16: length |
  // u32 documents | u32 heads
  RunsFile words_;
  const std::uint32_t* columns_ = nullptr;
  const std::uint16_t* lengths_ = nullptr;
  std::span<const std::uint32_t> heads_;
  std::uint32_t documents_ = 0;
};

/// Gathers lists, in ascending order of docids: one passage after the other, or one file after the other.
class WordListsBuilder {
 public:
  /// The next document; longer than 65,535 words counts as that long.
  void add_document(std::uint32_t length);
  /// The next document, a statement's head, which holds no words.
  void add_head();
  /// A word of the document last added, once.
  void add(WordNumber number, std::uint32_t count);
  /// So far; an empty one for a number that there is not. The view lives until something is added.
  WordList list(WordNumber number) const;
  /// All of another file's documents after those here; `numbers`: what its words' numbers are here.
  void append(const WordLists& lists, const std::vector<WordNumber>& numbers);

  /// `words`: how many there are in all; those without passages have empty lists. Not synced.
  void write(const std::filesystem::path& file, WordNumber words);

 private:
  struct List {
    std::string run;
    std::uint32_t passages = 0;
    std::uint32_t occurrences = 0;
    std::uint32_t last = 0;
  };

  List& list_of(WordNumber number);
  std::uint32_t documents() const { return static_cast<std::uint32_t>(lengths_.size()); }

  std::vector<List> lists_;  ///< by number
  std::vector<std::uint16_t> lengths_;
  std::vector<std::uint32_t> heads_;
};

/// Reads a list one passage after the other. Throws Error(IndexDamaged) on a run that is cut.
class WordListReader {
 public:
  explicit WordListReader(std::string_view run)
      : at_(reinterpret_cast<const unsigned char*>(run.data())), end_(at_ + run.size()) {
    next();
  }

  /// 0: there are no more.
  std::uint32_t docid() const { return docid_; }
  std::uint32_t count() const { return count_; }
  void next() {
    if (at_ == end_) {
      docid_ = 0;
      return;
    }
    const std::uint32_t step = forward_detail::read_number(at_, end_);
    docid_ = last_ + (step >> 1) + 1;
    if (docid_ <= last_) throw_forward_damaged();  // beyond all numbers
    last_ = docid_;
    count_ = 1;
    if ((step & 1) == 0) return;
    if (at_ == end_) throw_forward_damaged();
    count_ = forward_detail::read_number(at_, end_) + 2;
  }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
  std::uint32_t last_ = 0;
  std::uint32_t docid_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace communique::schema
