// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/word_totals.h"

#include <algorithm>

#include "schema/terms.h"
#include "schema/words.h"
#include "schema/xapian_guard.h"

namespace communique::searcher {
namespace {

/// How often each word of a statement's title was counted with its passages, by the rule of schema/terms.h, which is
/// told here from the passages' lengths with the title's words in them.
std::uint64_t title_count(const Xapian::Database& shard, Xapian::docid head, Xapian::docid end, std::size_t words) {
  const std::size_t counted = std::min(words, schema::kMaxTitleWords);
  std::uint64_t count = 0;
  for (Xapian::docid passage = head + 1; passage < end; ++passage) {
    const bool once = words < schema::kShortTitleWords ||
                      shard.get_doclength(passage) < schema::kTitleWordCount * counted + schema::kShortPassageWords;
    count += once ? 1 : schema::kTitleWordCount;
  }
  return count;
}

}  // namespace

WordTotals::WordTotals(OpenIndex& index, const std::vector<std::string>& words) {
  for (const std::string& word : words) counts_.emplace(word, 0);
  for (std::size_t number = 0; number < index.manifest().shards.size(); ++number) {
    schema::guard_xapian("counting words", [&] { read_shard(index, number); });
  }
}

void WordTotals::read_shard(OpenIndex& index, std::size_t number) {
  const Xapian::Database& shard = index.shard(number);
  for (auto& [word, count] : counts_) count += shard.get_collection_freq(schema::make_term({}, word));
  all_ += shard.get_total_length();
  const std::span<const Xapian::docid> heads = index.heads(number);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const Xapian::docid end = i + 1 < heads.size() ? heads[i + 1] : shard.get_lastdocid() + 1;
    take_out_title(index.statement({number, heads[i]}).title, shard, heads[i], end);
  }
}

void WordTotals::take_out_title(std::string_view title, const Xapian::Database& shard, Xapian::docid head,
                                Xapian::docid end) {
  const std::vector<schema::OwnedWord> words = schema::split_words(title);
  const std::uint64_t times = words.empty() ? 0 : title_count(shard, head, end, words.size());
  const std::size_t counted = std::min(words.size(), schema::kMaxTitleWords);
  for (std::size_t i = 0; i < counted; ++i) {
    const auto known = counts_.find(words[i].term);
    if (known != counts_.end()) known->second -= std::min(known->second, times);
  }
  all_ -= std::min(all_, times * counted);
}

std::uint64_t WordTotals::of(std::string_view word) const {
  const auto known = counts_.find(word);
  return known == counts_.end() ? 0 : known->second;
}

}  // namespace communique::searcher
