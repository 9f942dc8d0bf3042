// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/show.h"

#include <algorithm>
#include <string_view>

#include "searcher/sentences.h"
#include "searcher/versions.h"

namespace communique::searcher {
namespace {

std::vector<schema::PassageRecord> passages_of(OpenIndex& index, const DocumentPlace& head, std::uint32_t count) {
  std::vector<schema::PassageRecord> passages;
  for (std::uint32_t number = 1; number <= count; ++number) {
    passages.push_back(index.passage({head.shard, head.docid + number}));
  }
  return passages;
}

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

std::size_t ShownVersion::count(SentenceChange change) const {
  return static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [&](const SentencePair& pair) { return pair.change == change; }));
}

ShownStatement show(OpenIndex& index, const NamedStatement& named) {
  ShownStatement shown;
  shown.statement = index.statement(named.head);
  shown.passages = passages_of(index, named.head, shown.statement.passages);
  for (const DocumentPlace& head : other_version_heads(index, named.head)) {
    ShownVersion version;
    version.statement = index.statement(head);
    version.sentences = sentence_texts(passages_of(index, head, version.statement.passages));
    if (shown.sentences.empty()) shown.sentences = sentence_texts(shown.passages);
    version.pairs = align_sentences(views_of(shown.sentences), views_of(version.sentences), SentenceOrder::Kept);
    shown.versions.push_back(std::move(version));
  }
  if (named.passage > 0) {
    shown.one_passage = true;
    shown.passages = {shown.passages[named.passage - 1]};
  }
  return shown;
}

}  // namespace communique::searcher
