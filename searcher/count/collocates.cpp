// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/collocates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "searcher/concordance/matched_text.h"
#include "searcher/count/grammar_words.h"
#include "searcher/count/word_totals.h"
#include "searcher/matches/match_walk.h"
#include "searcher/query/function_words.h"

namespace communique::searcher {
namespace {

struct NearCounts {
  std::uint64_t left = 0;
  std::uint64_t right = 0;
};

struct TermHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Goes through passages and counts what stands in the windows of their matches.
class NearWords {
 public:
  NearWords(const MatchSet& matches, const CollocatesRequest& request)
      : request_(request), text_(matches.marked, MatchedText::Keep::All) {}

  void add(const schema::PassageRecord& passage) {
    text_.read(passage);
    if (text_.pieces().empty()) return;
    matches_ += text_.pieces().size();
    measure();
    const auto words = text_.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const int distance = distances_[i];
      if (distance == kFar || distance == 0) continue;
      ++near_words_;
      NearCounts& counts = counts_of(text_.term(words[i]));
      ++(distance < 0 ? counts.left : counts.right);
    }
  }

  std::uint64_t matches() const { return matches_; }
  std::uint64_t near_words() const { return near_words_; }
  const auto& counts() const { return counts_; }

 private:
  static constexpr int kFar = std::numeric_limits<int>::max();

  /// For each word how far it stands from the nearest match, negative before it; 0: a part of one.
  void measure() {
    const auto words = text_.words();
    distances_.assign(words.size(), kFar);
    for (const MatchedPiece& piece : text_.pieces()) {
      if (piece.first_word >= piece.after_word) continue;
      const TextWord& first = words[piece.first_word];
      const TextWord& last = words[piece.after_word - 1];
      for (std::size_t i = piece.first_word; i < piece.after_word; ++i) distances_[i] = 0;
      for (std::size_t i = piece.first_word; i-- > 0;) {
        if (!note(i, -static_cast<int>(first.position - words[i].position), first)) break;
      }
      for (std::size_t i = piece.after_word; i < words.size(); ++i) {
        if (!note(i, static_cast<int>(words[i].position - last.position), last)) break;
      }
    }
  }

  /// False beyond the window.
  bool note(std::size_t word, int distance, const TextWord& match) {
    const TextWord& one = text_.words()[word];
    if (std::abs(distance) > static_cast<int>(request_.window)) return false;
    if (!request_.across_sentences && one.sentence != match.sentence) return false;
    if (std::abs(distance) < std::abs(distances_[word])) distances_[word] = distance;
    return true;
  }

  NearCounts& counts_of(std::string_view term) {
    const auto known = counts_.find(term);
    return known != counts_.end() ? known->second : counts_.emplace(std::string(term), NearCounts()).first->second;
  }

  const CollocatesRequest& request_;
  MatchedText text_;
  std::vector<int> distances_;
  std::unordered_map<std::string, NearCounts, TermHash, std::equal_to<>> counts_;
  std::uint64_t matches_ = 0;
  std::uint64_t near_words_ = 0;
};

/// Languages of at least a tenth of the statements: whose function words are left out.
std::vector<std::string> languages_of(const std::map<std::string, std::uint64_t>& statements) {
  std::uint64_t all = 0;
  for (const auto& [lang, count] : statements) all += count;
  std::vector<std::string> languages;
  for (const auto& [lang, count] : statements) {
    if (count * 10 >= all) languages.push_back(lang);
  }
  return languages;
}

bool is_listed(const std::string& word, const std::vector<std::string>& languages) {
  if (is_function_word(word)) return false;
  return std::none_of(languages.begin(), languages.end(),
                      [&](const std::string& lang) { return is_grammar_word(lang, word); });
}

void weigh(OpenIndex& index, const CollocatesRequest& request, const NearWords& near,
           const std::vector<std::string>& languages, Collocates& result) {
  std::vector<std::string> listed;
  for (const auto& [word, counts] : near.counts()) {
    if (counts.left + counts.right < request.least) continue;
    if (request.function_words || is_listed(word, languages)) listed.push_back(word);
  }
  const WordTotals totals(index, listed);
  result.all_words = totals.all();
  for (const std::string& word : listed) {
    const NearCounts& counts = near.counts().find(word)->second;
    Collocate one{word, counts.left + counts.right, counts.left, counts.right, 0, 0, 0};
    one.total = std::max(totals.of(word), one.near);
    const auto near_words = static_cast<double>(result.near_words);
    const auto all_words = static_cast<double>(result.all_words);
    one.expected = near_words * static_cast<double>(one.total) / all_words;
    if (static_cast<double>(one.near) <= one.expected) continue;
    one.g2 = log_likelihood(static_cast<double>(one.near), near_words, static_cast<double>(one.total), all_words);
    result.words.push_back(std::move(one));
  }
  std::sort(result.words.begin(), result.words.end(),
            [](const Collocate& a, const Collocate& b) { return a.g2 != b.g2 ? a.g2 > b.g2 : a.word < b.word; });
  result.found = result.words.size();
  result.words.resize(std::min(result.words.size(), request.limit));
}

}  // namespace

double log_likelihood(double near, double near_words, double total, double all_words) {
  const auto part = [](double observed, double expected) {
    return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0.0;
  };
  const double far_words = all_words - near_words;
  const double rest = all_words - total;
  return 2 * (part(near, near_words * total / all_words) + part(near_words - near, near_words * rest / all_words) +
              part(total - near, far_words * total / all_words) +
              part(far_words - (total - near), far_words * rest / all_words));
}

Result<Collocates> collocates(OpenIndex& index, const CollocatesRequest& request) {
  const Result<MatchSet> matches = match_all(index, request.search);
  if (!matches) return matches.error();
  if (matches->marked.empty()) {
    return ValueError{"collocates stand near words, and this query has filters only", "add a word or a phrase"};
  }
  Collocates result;
  result.parsed = matches->compiled.parsed;
  result.notices = matches->notices;
  result.passages = matches->all.passages;
  NearWords near(*matches, request);
  std::map<std::string, std::uint64_t> languages;
  MatchWalk walk(index, *matches, WalkOrder::Index);
  while (walk.next()) {
    if (walk.at_head()) continue;
    if (walk.begins_statement()) ++languages[walk.statement().lang];
    near.add(walk.passage());
  }
  result.matches = near.matches();
  result.near_words = near.near_words();
  if (result.near_words > 0) weigh(index, request, near, languages_of(languages), result);
  return result;
}

}  // namespace communique::searcher
