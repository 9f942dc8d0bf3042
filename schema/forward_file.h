// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a forward index: documents one after the other, then the words.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "schema/forward_index.h"

namespace communique::schema {

/// Writes a file of documents' runs and words. As RunsWriter.
class ForwardFile {
 public:
  explicit ForwardFile(const std::filesystem::path& file) : runs_(file, kForwardMagic) {}

  /// The next document's run, as ForwardIndex::document() gives it.
  void add(std::string_view run) { runs_.add(run); }
  /// `words`: every number below words.size() once, in any order. Views are read, not kept.
  void finish(std::vector<ForwardWord> words);

 private:
  RunsWriter runs_;
};

/// LEB128.
inline void append_number(std::string& run, std::uint32_t value) {
  while (value >= 0x80) {
    run += static_cast<char>((value & 0x7f) | 0x80);
    value >>= 7;
  }
  run += static_cast<char>(value);
}

/// Gathers the documents of one segment in memory, words numbered as they come.
class ForwardBuilder {
 public:
  /// The word's number; a new one for a new word.
  WordNumber number_of(std::string_view term);
  WordNumber words() const { return static_cast<WordNumber>(terms_.size()); }
  const std::string& term(WordNumber number) const { return terms_[number]; }

  /// Adds a word to the current document, at no smaller position than the one before; the first is kFirstPosition.
  void add(WordNumber number, std::uint32_t position);
  /// What is added from here to the document's end is its statement's title.
  void begin_title();
  void end_document();

  void write(const std::filesystem::path& file) const;

 private:
  // Looked into for every word of a text: open addressing, hashes stored, short terms side by side.
  tsl::robin_map<std::string_view, WordNumber, std::hash<std::string_view>, std::equal_to<>,
                 std::allocator<std::pair<std::string_view, WordNumber>>, true>
      numbers_;                        ///< of the terms
  std::deque<std::string> terms_;      ///< by number; they stay where they are
  std::vector<std::uint32_t> counts_;  ///< by number
  std::string runs_;
  std::vector<std::size_t> ends_;
  std::uint32_t position_ = kFirstPosition - 1;
};

}  // namespace communique::schema
