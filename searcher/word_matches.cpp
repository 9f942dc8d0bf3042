// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_matches.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <utility>

#include "schema/error.h"
#include "schema/word_lists.h"
#include "searcher/document_filter.h"

namespace communique::searcher {
namespace {

// Passages looked at together: what is known of so many stays in the processor's first cache.
constexpr std::uint32_t kBlock = 4096;

using Forms = std::vector<schema::WordListReader>;

/// The words that decide, the rarest first; none if nothing can match.
std::vector<Forms> deciding_words(OpenIndex& index, std::size_t shard, const WordRanking& words) {
  std::vector<ListedWord> found;
  for (const RankedWord& word : words.words) {
    if (word.optional) continue;
    found.push_back(lists_of(index, shard, word));
    if (found.back().forms.empty() && words.all) return {};
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ListedWord& a, const ListedWord& b) { return a.passages < b.passages; });
  std::vector<Forms> forms;
  for (ListedWord& word : found) forms.push_back(std::move(word.forms));
  return forms;
}

void check_read(OpenIndex& index, std::size_t shard, const std::vector<Forms>& words) {
  for (const Forms& forms : words) {
    for (const schema::WordListReader& form : forms) {
      if (form.docid() != 0) throw_beyond_shard(index, shard);
    }
  }
}

}  // namespace

ListedWord lists_of(OpenIndex& index, std::size_t shard, const RankedWord& word) {
  ListedWord found;
  for (const std::string& form : word.forms) {
    const auto number = index.forward(shard).find(form);
    const schema::WordList list = number ? index.lists(shard).list(*number) : schema::WordList{};
    if (list.passages == 0) continue;
    found.forms.emplace_back(list.run);
    found.passages += list.passages;
  }
  return found;
}

void throw_beyond_shard(OpenIndex& index, std::size_t shard) {
  throw Error(ErrorCode::IndexDamaged,
              index.manifest().shards[shard].lists.file + " names passages that its shard has not",
              "run `communique-indexer verify` to see which files are damaged");
}

std::vector<Xapian::docid> documents_with_words(OpenIndex& index, std::size_t shard, const WordRanking& words) {
  assert(!words.but_not_all);
  std::vector<Xapian::docid> documents;
  std::vector<Forms> deciding = deciding_words(index, shard, words);
  if (deciding.empty()) return documents;
  DocumentFilter filter(index, shard, words.filters, words.excluded);
  const bool all_pass = filter.admits_all();
  const auto needed = static_cast<std::uint16_t>(words.all ? deciding.size() : 1);
  std::array<std::uint16_t, kBlock> held{};  // by passage of the block: words found, all those before included
  const std::uint32_t end = index.lists(shard).documents() + 1;  // a damaged list may go on
  for (std::uint32_t start = 1; start < end; start += kBlock) {
    index.deadline().check();
    const std::uint32_t block_end = std::min(start + kBlock, end);
    std::uint16_t before = 0;
    for (Forms& forms : deciding) {
      for (schema::WordListReader& form : forms) {
        for (; form.docid() != 0 && form.docid() < block_end; form.next()) {
          std::uint16_t& of_passage = held[form.docid() - start];
          if (of_passage == before) ++of_passage;
        }
      }
      if (words.all) ++before;
    }
    for (std::uint32_t docid = start; docid < block_end; ++docid) {
      if (std::exchange(held[docid - start], 0) == needed && (all_pass || filter.admits(docid)))
        documents.push_back(docid);
    }
  }
  check_read(index, shard, deciding);
  return documents;
}

}  // namespace communique::searcher
