// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents stand for a statement? One head and one document per passage, in that order.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "corpus/analyse.h"
#include "schema/families.h"
#include "schema/gazetteer.h"
#include "schema/record.h"
#include "schema/words.h"

namespace communique::indexer {

/// Words seen, by language, each with the number of passages that hold it. "und" where the language is unknown.
using SeenWords = std::map<std::string, std::unordered_map<std::string, std::uint32_t>>;

/// Turns analysed statements into documents. Keeps buffers and the words seen between calls: one object per thread.
/// Gazetteer and codec must outlive it.
class DocumentBuilder {
 public:
  DocumentBuilder(const schema::Gazetteer& gazetteer, const schema::TextCodec& codec)
      : gazetteer_(gazetteer), codec_(codec) {}

  /// Hands the head, then the passages, to `yield`. `version_key`: 16 hex digits.
  void build(const corpus::AnalysedStatement& analysed, const std::string& version_key,
             const std::function<void(const Xapian::Document&)>& yield);

  /// The words seen since the last call. Taken once a batch, so that the counting works in a small table.
  SeenWords take_seen_words() { return std::exchange(seen_, {}); }

 private:
  /// A word's place in a passage; `key` is its first eight bytes, so that most comparisons touch no memory.
  struct Posting {
    std::uint64_t key = 0;
    std::uint32_t offset = 0;  ///< into arena_
    std::uint32_t length = 0;
    std::uint32_t position = 0;
    bool counts_as_word = false;  ///< goes into the words seen
  };

  /// Words of `text` from `first` on; returns the last position used, or first - 1 if there is none.
  std::uint32_t collect(std::string_view text, std::uint32_t first);
  void add_passage_words(Xapian::Document& document, const std::string& lang);
  void add_title(Xapian::Document& document, bool with_positions, std::uint32_t first);

  const schema::Gazetteer& gazetteer_;
  const schema::TextCodec& codec_;
  schema::WordSplitter splitter_;
  std::vector<Posting> postings_;
  std::string arena_;
  std::vector<schema::OwnedWord> title_;
  SeenWords seen_;
};

}  // namespace communique::indexer
