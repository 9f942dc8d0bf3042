// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents stand for a statement? One head and one document per passage, in that order.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "corpus/analyse.h"
#include "schema/families.h"
#include "schema/forward_file.h"
#include "schema/gazetteer.h"
#include "schema/record.h"
#include "schema/word_lists.h"
#include "schema/words.h"

namespace communique::indexer {

/// What the documents of one segment hold besides postings.
struct SegmentContents {
  schema::ForwardBuilder forward;
  std::vector<std::string> records;  ///< by docid - 1
  schema::WordListsBuilder lists;
  /// By language ("und" where it is unknown) and word number: passages that hold the word.
  std::map<std::string, std::vector<std::uint32_t>> seen;
};

/// Turns analysed statements into documents. Keeps buffers and the words seen between calls: one object per thread.
/// Gazetteer and codec must outlive it.
class DocumentBuilder {
 public:
  DocumentBuilder(const schema::Gazetteer& gazetteer, const schema::TextCodec& codec)
      : gazetteer_(gazetteer), codec_(codec) {}

  /// Hands the head, then the passages, to `yield`. `version_key`: 16 hex digits.
  void build(const corpus::AnalysedStatement& analysed, const std::string& version_key,
             const std::function<void(const Xapian::Document&)>& yield);

  /// What was gathered since the last call, and begins anew: called once a segment.
  SegmentContents take_contents();

 private:
  /// A word of a passage; `key` is its first eight bytes, so that most comparisons touch no memory.
  struct PassageWord {
    std::uint64_t key = 0;
    schema::WordNumber number = 0;
  };
  /// By word of the segment. `passage` numbers the passage that the rest is about.
  struct WordState {
    std::uint32_t passage = 0;
    std::uint32_t count = 0;
  };

  /// Words of `text` from `first` on; returns the last position used, or first - 1 if there is none.
  std::uint32_t collect(std::string_view text, std::uint32_t first);
  void note(schema::WordNumber number, const schema::Word& word);
  std::uint32_t collect_sentences(const corpus::AnalysedStatement& analysed, const corpus::Passage& passage);
  /// A word of the current passage; counted `times`.
  void count(schema::WordNumber number, std::string_view term, std::uint32_t times);
  void count_title();
  void add_words(Xapian::Document& document);
  /// The title's words in order, at the end of the current document's.
  void append_title(std::uint32_t first);

  const schema::Gazetteer& gazetteer_;
  const schema::TextCodec& codec_;
  schema::WordSplitter splitter_;
  std::vector<PassageWord> words_;  ///< of the current passage, each once
  std::size_t running_words_ = 0;   ///< of the current passage, each as often as it stands there
  std::vector<WordState> states_;   ///< by word number
  std::uint32_t passage_ = 0;
  std::vector<std::uint32_t>* seen_ = nullptr;  ///< by word number: passages of the current language that hold it
  std::map<std::string, std::vector<std::uint32_t>> seen_by_lang_;
  std::vector<schema::OwnedWord> title_;
  std::vector<schema::WordNumber> title_numbers_;  ///< of its first kMaxTitleWords
  schema::ForwardBuilder forward_;
  std::vector<std::string> records_;
  schema::WordListsBuilder lists_;
};

}  // namespace communique::indexer
