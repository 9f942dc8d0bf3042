// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a forward index: documents one after the other, then the words.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "schema/forward_index.h"
#include "schema/numbered_words.h"

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

/// Gathers the documents of one segment in memory, words numbered as they come.
class ForwardBuilder {
 public:
  /// The word's number; a new one for a new word.
  WordNumber number_of(std::string_view term) { return words_.number_of(term); }
  WordNumber words() const { return words_.size(); }
  const std::string& term(WordNumber number) const { return words_.term(number); }

  /// Adds a word to the current document, at no smaller position than the one before; the first is kFirstPosition.
  void add(WordNumber number, std::uint32_t position);
  /// What is added from here to the document's end is its statement's title.
  void begin_title();
  void end_document();

  void write(const std::filesystem::path& file) const;

 private:
  NumberedWords words_;
  std::string runs_;
  std::vector<std::size_t> ends_;
  std::uint32_t position_ = kFirstPosition - 1;
};

}  // namespace communique::schema
