// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/account.h"

#include <algorithm>

#include "schema/speech.h"
#include "searcher/parties.h"
#include "searcher/said.h"
#include "searcher/sentences.h"

namespace communique::searcher {
namespace {

/// Names of those who say something of this piece, in the order of what they say.
std::vector<std::string> speakers_in(const schema::PassageRecord& passage, const schema::Extent& place,
                                     const schema::StatementRecord& statement) {
  std::vector<std::string> names;
  for (const schema::AttributionRecord& attribution : passage.attributions) {
    if (attribution.confidence < schema::kShownPercent) continue;
    const bool here =
        std::any_of(attribution.content.begin(), attribution.content.end(),
                    [&](const schema::Extent& piece) { return piece.start < place.end && place.start < piece.end; });
    if (!here) continue;
    for (const schema::SpeakerRecord& speaker : attribution.speakers) {
      std::string name = name_of(speaker, statement);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

void add_sentences(const schema::PassageRecord& passage, Account& account, ContentWords& words) {
  for (const schema::Extent& place : sentences_of(passage)) {
    AccountSentence sentence;
    sentence.text = passage.text.substr(place.start, place.end - place.start);
    sentence.passage = passage.number;
    sentence.place = place;
    sentence.said_by = speakers_in(passage, place, account.statement);
    sentence.words = words.of(sentence.text, account.statement.lang);
    std::sort(sentence.words.begin(), sentence.words.end());
    sentence.words.erase(std::unique(sentence.words.begin(), sentence.words.end()), sentence.words.end());
    account.sentences.push_back(std::move(sentence));
  }
}

}  // namespace

Account read_account(OpenIndex& index, const DocumentPlace& head, ContentWords& words) {
  Account account;
  account.head = head;
  account.statement = index.statement(head);
  account.parties = parties_of(index, {head}).front();
  for (std::uint32_t number = 1; number <= account.statement.passages; ++number) {
    account.passages.push_back(index.passage({head.shard, head.docid + number}));
    add_sentences(account.passages.back(), account, words);
  }
  return account;
}

}  // namespace communique::searcher
