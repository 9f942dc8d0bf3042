// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/misspelt.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "searcher/query/name_variants.h"
#include "searcher/query/spelling.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kCandidates = 3;  // for one piece of text
constexpr std::size_t kMostNameWords = 4;
constexpr std::uint64_t kCommonest = 100;  // what is so much rarer than the best candidate is a slip of the corpus

/// A typed word's letters, to be compared with many words.
class Letters {
 public:
  explicit Letters(const std::string& word)
      : word_(word), letters_(code_points(word)), most_(allowed_distance(letters_.size())) {}

  /// How far `word` is; nullopt if too far to be meant. Slips of the pen hardly ever change the first letter.
  std::optional<std::size_t> distance_to(std::string_view word) const {
    // Bytes: a letter has at most four, so words whose lengths are further apart than this can not be near.
    const std::size_t longer = std::max(word.size(), word_.size());
    const std::size_t shorter = std::min(word.size(), word_.size());
    if (shorter == 0 || longer - shorter > most_ * 4 || word.front() != word_.front()) return std::nullopt;
    const auto letters = code_points(word);
    if (letters.front() != letters_.front()) return std::nullopt;
    const std::size_t distance = spelling_distance(letters_, letters, most_);
    return distance > most_ ? std::nullopt : std::optional(distance);
  }

 private:
  std::string word_;
  std::u32string letters_;
  std::size_t most_;
};

/// What a word or name is worth as a replacement: nearer first, then weightier, then in byte order.
struct Candidate {
  std::size_t distance = 0;
  std::uint64_t weight = 0;
  std::string text;

  bool operator<(const Candidate& other) const {
    if (distance != other.distance) return distance < other.distance;
    if (weight != other.weight) return weight > other.weight;
    return text < other.text;
  }
};

/// `candidates` are sorted.
Slip slip_of(std::size_t start, std::size_t end, std::vector<Candidate> candidates) {
  Slip slip{start, end, {}};
  for (Candidate& candidate : candidates) {
    if (slip.candidates.size() == kCandidates) break;
    if (candidate.weight * kCommonest >= candidates.front().weight) slip.candidates.push_back(std::move(candidate.text));
  }
  return slip;
}

/// Leaves out other forms of a leader who is among better candidates: they find the same.
std::vector<Candidate> one_of_each_leader(std::vector<Candidate> candidates, OpenIndex& index) {
  std::sort(candidates.begin(), candidates.end());
  std::set<schema::LeaderNumber> leaders;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const auto form = index.names().find(candidate.text);
    if (!form) return false;
    bool is_new = false;
    for (const schema::NameLink& link : index.names().leaders_of(*form)) {
      is_new = leaders.insert(link.other).second || is_new;
    }
    return !is_new;
  });
  return candidates;
}

/// Collects what is near one misspelt word.
class NearWords {
 public:
  explicit NearWords(const TypedWord& word) : typed_(word), letters_(word.term) {}

  void consider(std::string_view word, std::uint64_t passages) {
    if (Found* found = found_at(word); found != nullptr) found->passages += passages;
  }

  /// A word of a name; `surname` if it is one by itself.
  void consider_name(std::string_view word, bool surname) {
    known_ = known_ || word == typed_.term;
    if (Found* found = found_at(word); found != nullptr) {
      found->name = true;
      found->surname = found->surname || surname;
    }
  }

  Slip slip(OpenIndex& index) const {
    std::vector<Candidate> candidates;
    for (const auto& [word, found] : found_) {
      if (typed_.passages > 0 ? !replaces_rare(found) : found.passages == 0 && name_variants(index, word).empty())
        continue;
      const std::uint64_t weight = std::max<std::uint64_t>(found.passages, 1) * (found.name ? kNameWeight : 1);
      candidates.push_back({found.distance, weight, word});
    }
    return slip_of(typed_.start, typed_.end, one_of_each_leader(std::move(candidates), index));
  }

 private:
  struct Found {
    std::size_t distance = 0;
    std::uint64_t passages = 0;
    bool name = false;
    bool surname = false;
  };

  Found* found_at(std::string_view word) {
    const auto distance = letters_.distance_to(word);
    if (!distance || *distance == 0) return nullptr;
    Found& found = found_[std::string(word)];
    found.distance = *distance;
    return &found;
  }

  bool replaces_rare(const Found& found) const {
    return !known_ && found.surname && found.distance == 1 && found.passages >= kCommonerBy * typed_.passages;
  }

  const TypedWord& typed_;
  Letters letters_;
  std::map<std::string, Found> found_;
  bool known_ = false;  ///< the typed word is itself of a name
};

/// Collects names near `count` words from `first` on.
class NearNames {
 public:
  NearNames(const WordRun& run, std::size_t first, std::size_t count)
      : start_(run[first].start), end_(run[first + count - 1].end) {
    for (std::size_t i = first; i < first + count; ++i) letters_.emplace_back(run[i].term);
  }

  void consider(const std::vector<std::string_view>& words, std::string_view folded, OpenIndex& index) {
    if (words.size() != letters_.size()) return;
    std::size_t total = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto distance = letters_[i].distance_to(words[i]);
      if (!distance) return;
      total += *distance;
    }
    if (total == 0) return;
    std::uint64_t passages = index.database().get_doccount();
    for (const std::string_view word : words) passages = std::min(passages, index.families().passages_with(word));
    if (passages == 0 && name_variants(index, folded).empty()) return;
    candidates_.push_back({total, passages, std::string(folded)});
  }

  Slip slip(OpenIndex& index) && { return slip_of(start_, end_, one_of_each_leader(std::move(candidates_), index)); }

 private:
  std::size_t start_;
  std::size_t end_;
  std::vector<Letters> letters_;
  std::vector<Candidate> candidates_;
};

bool is_full_name(const schema::NameTable& names, schema::NameNumber form) {
  const auto links = names.leaders_of(form);
  return std::any_of(links.begin(), links.end(),
                     [](const schema::NameLink& link) { return link.form == schema::NameForm::Full; });
}

}  // namespace

std::vector<Slip> near_words(const std::vector<WordRun>& runs, OpenIndex& index) {
  std::vector<NearWords> near;
  for (const WordRun& run : runs) {
    for (const TypedWord& word : run) {
      if (word.misspelt) near.emplace_back(word);
    }
  }
  if (near.empty()) return {};
  for (const std::string& lang : index.families().languages()) {
    index.families().for_each_word(lang, [&](const schema::FamilyWord& word) {
      for (NearWords& one : near) one.consider(word.word, word.passages);
    });
  }
  const schema::NameTable& names = index.names();
  for (schema::NameNumber form = 0; form < names.size(); ++form) {
    const auto words = words_of_name(names.folded(form));
    const bool surname = words.size() == 1 && !names.is_weak(form);
    for (const std::string_view word : words) {
      for (NearWords& one : near) one.consider_name(word, surname);
    }
  }
  std::vector<Slip> slips;
  for (const NearWords& one : near) {
    slips.push_back(one.slip(index));
    if (slips.back().candidates.empty()) slips.pop_back();
  }
  return slips;
}

std::vector<Slip> near_names(const std::vector<WordRun>& runs, OpenIndex& index) {
  std::vector<NearNames> near;
  for (const WordRun& run : runs) {
    for (std::size_t first = 0; first < run.size(); ++first) {
      bool misspelt = run[first].misspelt;
      for (std::size_t count = 2; count <= kMostNameWords && first + count <= run.size(); ++count) {
        misspelt = misspelt || run[first + count - 1].misspelt;
        if (misspelt) near.emplace_back(run, first, count);
      }
    }
  }
  if (near.empty()) return {};
  const schema::NameTable& names = index.names();
  for (schema::NameNumber form = 0; form < names.size(); ++form) {
    const std::string_view folded = names.folded(form);
    const auto words = words_of_name(folded);
    if (words.size() < 2 || words.size() > kMostNameWords || !is_full_name(names, form)) continue;
    for (NearNames& one : near) one.consider(words, folded, index);
  }
  std::vector<Slip> slips;
  for (NearNames& one : near) {
    Slip slip = std::move(one).slip(index);
    if (slip.candidates.empty()) continue;
    const auto overlaps = [&](const Slip& other) { return other.start < slip.end && slip.start < other.end; };
    const auto known = std::find_if(slips.begin(), slips.end(), overlaps);
    if (known == slips.end())
      slips.push_back(std::move(slip));
    else if (known->end - known->start < slip.end - slip.start)
      *known = std::move(slip);
  }
  return slips;
}

}  // namespace communique::searcher
