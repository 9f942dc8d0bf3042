// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/accounts/compare.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "schema/words.h"
#include "searcher/statement_id.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostTopics = 8;
/// Of a topic that is no name: the word stands in fewer than one of 200 passages.
constexpr double kLeastWeight = 3.0;
constexpr double kNameWeight = 1.5;

std::vector<WordNumber> words_of(const Account& account) {
  std::vector<WordNumber> all;
  for (const AccountSentence& sentence : account.sentences) {
    all.insert(all.end(), sentence.words.begin(), sentence.words.end());
  }
  return all;
}

/// The sentences that no row holds; `side` says which member of a row is this account's.
std::vector<std::size_t> told_once(const Account& account, const std::vector<AlignedSentences>& both,
                                   std::vector<std::size_t> AlignedSentences::*side) {
  std::vector<bool> aligned(account.sentences.size());
  for (const AlignedSentences& row : both) {
    for (const std::size_t sentence : row.*side) aligned[sentence] = true;
  }
  std::vector<std::size_t> alone;
  for (std::size_t i = 0; i < aligned.size(); ++i) {
    if (!aligned[i]) alone.push_back(i);
  }
  return alone;
}

/// A word, or neighbouring words with capitals, that the other side does not use.
struct Topic {
  std::string printed;
  double weight = 0;
};

class TopicFinder {
 public:
  TopicFinder(ContentWords& words, const Account& account, const std::vector<WordNumber>& other)
      : words_(words), account_(account), other_(other.begin(), other.end()) {}

  std::vector<std::string> find() {
    for (const AccountSentence& sentence : account_.sentences) read(sentence.text);
    std::stable_sort(topics_.begin(), topics_.end(),
                     [](const Topic& a, const Topic& b) { return a.weight > b.weight; });
    std::vector<std::string> printed;
    for (const Topic& topic : topics_) {
      if (printed.size() < kMostTopics) printed.push_back(topic.printed);
    }
    return printed;
  }

 private:
  void read(const std::string& text) {
    std::size_t start = std::string::npos;  // of a run of names
    std::size_t end = 0;
    double weight = 0;
    const auto close = [&] {
      if (start != std::string::npos) add(text.substr(start, end - start), weight);
      start = std::string::npos;
    };
    for (const schema::OwnedWord& word : schema::split_words(text)) {
      if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Pair) continue;
      const WordNumber number = words_.of_word(word.term, account_.statement.lang);
      const bool name = word.start > 0 && text[word.start] >= 'A' && text[word.start] <= 'Z';
      const bool own = number != ContentWords::kNone && !other_.contains(number) && tells(word, number, name);
      const bool follows = start != std::string::npos && name && word.start == end + 1 && text[end] == ' ';
      if (!follows) close();
      if (!own) {
        close();
        continue;
      }
      if (!follows) {
        start = word.start;
        weight = 0;
      }
      end = word.end;
      weight += words_.weight(number) * (name ? kNameWeight : 1);
      if (!name) close();
    }
    close();
  }

  /// Numbers are topics of nothing, and of other words only rare ones tell enough.
  bool tells(const schema::OwnedWord& word, WordNumber number, bool name) const {
    const bool letters = word.end - word.start > 2 && !(word.term.front() >= '0' && word.term.front() <= '9');
    return letters && (name || words_.weight(number) >= kLeastWeight);
  }

  /// A topic that comes again weighs more.
  void add(const std::string& printed, double weight) {
    const std::string key = schema::fold_value(printed);
    const auto [place, added] = known_.try_emplace(key, topics_.size());
    if (added) {
      topics_.push_back({printed, weight});
    } else {
      topics_[place->second].weight += weight / 2;
    }
  }

  ContentWords& words_;
  const Account& account_;
  std::unordered_set<WordNumber> other_;
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<Topic> topics_;
};

bool are_versions(OpenIndex& index, const DocumentPlace& left, const DocumentPlace& right) {
  const schema::Version* a = index.versions().find(left.shard, left.docid);
  const schema::Version* b = index.versions().find(right.shard, right.docid);
  return a != nullptr && b != nullptr && a->cluster == b->cluster;
}

}  // namespace

Result<AccountComparison> compare(OpenIndex& index, const CompareRequest& request) {
  std::string wrong;
  const auto left = look_up_or_tell(index, request.left, wrong);
  if (!left) return ValueError{wrong, "", 0};
  const auto right = look_up_or_tell(index, request.right, wrong);
  if (!right) return ValueError{wrong, "", 1};
  if (left->head.shard == right->head.shard && left->head.docid == right->head.docid) {
    return ValueError{"Both ids are of one statement.", "compare takes two statements", 1};
  }
  ContentWords words(index);
  AccountComparison result;
  result.left = read_account(index, left->head, words);
  result.right = read_account(index, right->head, words);
  result.both = align_accounts(words, result.left, result.right);
  result.left_only = told_once(result.left, result.both, &AlignedSentences::left);
  result.right_only = told_once(result.right, result.both, &AlignedSentences::right);
  const std::vector<WordNumber> left_words = words_of(result.left);
  const std::vector<WordNumber> right_words = words_of(result.right);
  result.left_topics = TopicFinder(words, result.left, right_words).find();
  result.right_topics = TopicFinder(words, result.right, left_words).find();
  result.evidence =
      facts_in_common({&result.left.statement, &result.left.parties}, {&result.right.statement, &result.right.parties});
  decide(result.evidence, likeness_of(words, left_words, right_words));
  result.versions = are_versions(index, result.left.head, result.right.head);
  return result;
}

}  // namespace communique::searcher
