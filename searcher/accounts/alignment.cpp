// SPDX-License-Identifier: GPL-3.0-or-later
// Two sides hardly ever use the same words, and each writes of both leaders in every sentence. So words count by how
// rare they are in the index, and less the more sentences of these two accounts hold them: "Putin" aligns nothing,
// "Astana" a good deal.
#include "searcher/accounts/alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "schema/countries.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
/// From this likeness on two sentences are said to tell the same, read on real pairs of readouts
/// (docs/analyst-tools.md).
constexpr double kLeast = 0.22;
/// A sentence joins one that is aligned already only if it is this much alike.
constexpr double kLeastToJoin = 0.40;
/// Words in common, so that one rare name alone does not align two sentences.
constexpr std::size_t kLeastWords = 2;
constexpr std::size_t kMostJoined = 3;
/// What the names of those who take part count, beside other words.
constexpr double kNameShare = 0.2;
/// Who spoke with whom is told in one of the first sentences.
constexpr std::size_t kOpening = 3;

struct Candidate {
  double likeness;
  std::size_t left;
  std::size_t right;
  bool opening;  ///< alike because both tell who spoke with whom
};

/// Weight of each word within these two accounts.
class PairWeights {
 public:
  PairWeights(ContentWords& words, const Account& left, const Account& right) : words_(words) {
    for (const Account* side : {&left, &right}) {
      for (const AccountSentence& sentence : side->sentences) {
        for (const WordNumber word : sentence.words) ++sentences_with_[word];
      }
      add_names(*side);
    }
    sentences_ = static_cast<double>(left.sentences.size() + right.sentences.size());
  }

  /// `opening`: of sentences that tell who spoke with whom, where names are what counts.
  double of(WordNumber word, bool opening) const {
    const double share = sentences_with_.at(word) / sentences_;
    const double named = !opening && is_name(word) ? kNameShare : 1;
    return words_.weight(word) * (1 - share) * (1 - share) * named;
  }
  bool is_name(WordNumber word) const { return names_.contains(word); }
  double of(const AccountSentence& sentence, bool opening) const {
    double sum = 0;
    for (const WordNumber word : sentence.words) sum += of(word, opening);
    return sum;
  }

 private:
  void add_name(const std::string& name, const std::string& lang) {
    for (const WordNumber word : words_.of(name, lang)) names_.insert(word);
  }

  /// Those who take part, and their countries.
  void add_names(const Account& side) {
    const std::string& lang = side.statement.lang;
    for (const std::string& party : side.parties) {
      for (const auto& [leader, name] : side.statement.leaders) {
        if (leader == party) add_name(name, lang);
      }
      const schema::Country* country = schema::country_of_code(party);
      if (country == nullptr) continue;
      add_name(country->name, lang);
      for (const std::string& name : country->names) add_name(name, lang);
      for (const std::string& name : country->adjectives) add_name(name, lang);
    }
  }

  ContentWords& words_;
  std::unordered_map<WordNumber, double> sentences_with_;
  std::unordered_set<WordNumber> names_;
  double sentences_ = 0;
};

/// Sentences alike enough, by what they have in common.
class CandidateFinder {
 public:
  CandidateFinder(const PairWeights& weights, const Account& left, const Account& right)
      : weights_(weights), left_(left), right_(right) {
    for (std::size_t i = 0; i < right.sentences.size(); ++i) {
      for (const WordNumber word : right.sentences[i].words) with_[word].push_back(i);
    }
    for (const AccountSentence& sentence : right.sentences) sizes_.push_back(weights.of(sentence, false));
    left_opening_ = opening_of(left);
    right_opening_ = opening_of(right);
  }

  /// Both openings first, since nothing else can be like one of them; then the most alike.
  std::vector<Candidate> find() {
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < left_.sentences.size(); ++i) add(i, found);
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
      if (a.opening != b.opening) return a.opening;
      if (a.likeness != b.likeness) return a.likeness > b.likeness;
      return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    return found;
  }

 private:
  void add(std::size_t i, std::vector<Candidate>& found) {
    const AccountSentence& sentence = left_.sentences[i];
    shared_.assign(right_.sentences.size(), 0);
    words_.assign(right_.sentences.size(), 0);
    for (const WordNumber word : sentence.words) {
      const auto places = with_.find(word);
      if (places == with_.end()) continue;
      for (const std::size_t k : places->second) {
        shared_[k] += weights_.of(word, false);
        ++words_[k];
      }
    }
    const double size = weights_.of(sentence, false);
    for (std::size_t k = 0; k < shared_.size(); ++k) {
      if (words_[k] < kLeastWords) continue;
      double likeness = shared_[k] > 0 ? shared_[k] / std::sqrt(size * sizes_[k]) : 0;
      const bool opening = i == left_opening_ && k == right_opening_;
      if (opening) likeness = std::max(likeness, opening_likeness(sentence, right_.sentences[k]));
      if (likeness >= kLeast) found.push_back({likeness, i, k, opening});
    }
  }

  /// The first sentence that names two or more of those who take part, or their countries.
  std::size_t opening_of(const Account& account) const {
    for (std::size_t i = 0; i < std::min(kOpening, account.sentences.size()); ++i) {
      const std::vector<WordNumber>& words = account.sentences[i].words;
      if (std::count_if(words.begin(), words.end(), [&](WordNumber word) { return weights_.is_name(word); }) >= 2)
        return i;
    }
    return kNone;
  }

  double opening_likeness(const AccountSentence& left, const AccountSentence& right) const {
    double shared = 0;
    for (const WordNumber word : left.words) {
      if (std::binary_search(right.words.begin(), right.words.end(), word)) shared += weights_.of(word, true);
    }
    return shared > 0 ? shared / std::sqrt(weights_.of(left, true) * weights_.of(right, true)) : 0;
  }

  const PairWeights& weights_;
  const Account& left_;
  const Account& right_;
  std::unordered_map<WordNumber, std::vector<std::size_t>> with_;  ///< sentences of the right account, by word
  std::vector<double> sizes_;                                      ///< of the right account's sentences
  std::size_t left_opening_ = kNone;
  std::size_t right_opening_ = kNone;
  std::vector<double> shared_;
  std::vector<std::size_t> words_;
};

/// Adds a sentence to a row that has one of the other side; false if the row is full, or has several there.
bool joined(std::vector<std::size_t>& side, const std::vector<std::size_t>& other, std::size_t sentence) {
  if (side.size() >= kMostJoined || other.size() > 1) return false;
  side.insert(std::upper_bound(side.begin(), side.end(), sentence), sentence);
  return true;
}

}  // namespace

std::vector<AlignedSentences> align_accounts(ContentWords& words, const Account& left, const Account& right) {
  const PairWeights weights(words, left, right);
  std::vector<AlignedSentences> rows;
  std::vector<std::size_t> left_row(left.sentences.size(), kNone);
  std::vector<std::size_t> right_row(right.sentences.size(), kNone);
  const std::vector<Candidate> found = CandidateFinder(weights, left, right).find();
  for (const Candidate& one : found) {
    if (left_row[one.left] != kNone || right_row[one.right] != kNone) continue;
    left_row[one.left] = right_row[one.right] = rows.size();
    rows.push_back({{one.left}, {one.right}, one.likeness});
  }
  for (const Candidate& one : found) {
    if (one.opening || one.likeness < kLeastToJoin) continue;
    std::size_t& of_left = left_row[one.left];
    std::size_t& of_right = right_row[one.right];
    if (of_left == kNone && of_right != kNone && joined(rows[of_right].left, rows[of_right].right, one.left)) {
      of_left = of_right;
    } else if (of_right == kNone && of_left != kNone && joined(rows[of_left].right, rows[of_left].left, one.right)) {
      of_right = of_left;
    }
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.left.front() < b.left.front(); });
  return rows;
}

}  // namespace communique::searcher
