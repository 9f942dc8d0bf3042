// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents stand for a statement? One head and one document per passage, in that order.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/analyse.h"
#include "indexer/filter_terms.h"
#include "indexer/glass/database_writer.h"
#include "schema/families.h"
#include "schema/forward_file.h"
#include "schema/gazetteer.h"
#include "schema/record.h"
#include "schema/word_lists.h"
#include "schema/words.h"

namespace communique::indexer {

/// What the documents of one segment hold.
struct SegmentContents {
  FilterTerms filters;
  std::vector<std::uint32_t> lengths;  ///< by docid - 1: words, the title's as they are counted
  std::vector<glass::Value> dates;     ///< slot::kDate
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

  /// The head, then the passages. `version_key`: 16 hex digits.
  void build(const corpus::AnalysedStatement& analysed, const std::string& version_key);

  /// What was gathered since the last call, and begins anew: called once a segment.
  SegmentContents take_contents();

 private:
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
  void count(schema::WordNumber number, std::uint32_t times);
  void count_title();
  void begin_document(const corpus::AnalysedStatement& analysed, std::uint32_t length);
  void add_head(const corpus::AnalysedStatement& analysed, const std::string& version_key);
  void add_passage(const corpus::AnalysedStatement& analysed, std::size_t index);
  /// Words of `text`, each as a filter.
  void filter_words(std::string_view prefix, const std::string& text);
  /// The whole value, for counting by it.
  void filter_value(std::string_view prefix, const std::string& text);
  /// The title's words in order, at the end of the current document's.
  void append_title(std::uint32_t first);

  const schema::Gazetteer& gazetteer_;
  const schema::TextCodec& codec_;
  schema::WordSplitter splitter_;
  std::vector<schema::WordNumber> words_;  ///< of the current passage, each once
  std::size_t running_words_ = 0;          ///< of the current passage, each as often as it stands there
  std::vector<WordState> states_;          ///< by word number
  std::uint32_t passage_ = 0;
  std::vector<std::uint32_t>* seen_ = nullptr;  ///< by word number: passages of the current language that hold it
  std::map<std::string, std::vector<std::uint32_t>> seen_by_lang_;
  std::vector<schema::OwnedWord> title_;
  std::vector<schema::WordNumber> title_numbers_;  ///< of its first kMaxTitleWords
  std::set<std::string> shared_;                   ///< filters that a statement's passages share with its head
  std::vector<std::vector<schema::AttributionRecord>> attributions_;  ///< of the statement, by passage
  FilterTerms filters_;
  std::vector<std::uint32_t> lengths_;
  std::vector<glass::Value> dates_;
  schema::ForwardBuilder forward_;
  std::vector<std::string> records_;
  schema::WordListsBuilder lists_;
};

}  // namespace communique::indexer
