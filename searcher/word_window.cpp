// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_window.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "schema/terms.h"
#include "searcher/phrase_finder.h"

namespace communique::searcher {
namespace {

using Positions = std::vector<std::uint32_t>;

bool stands_in_order(const WordWindow& window, const WordPositions& positions) {
  for (const std::uint32_t first : positions.of(0)) {
    std::uint32_t at = first;
    bool whole = true;
    for (std::size_t word = 1; whole && word < window.words.size(); ++word) {
      const Positions& next = positions.of(word);
      const auto found = std::upper_bound(next.begin(), next.end(), at);
      whole = found != next.end() && *found - first < window.width;
      if (whole) at = *found;
    }
    if (whole) return true;
  }
  return false;
}

/// Gives each word a position of its own in the window that begins at `first`: augmenting paths, as for any matching of
/// two sides (Kuhn, "The Hungarian method for the assignment problem", 1955). One form may be of two words, so that
/// taking the first position of each does not do.
class Placement {
 public:
  Placement(const WordWindow& window, const WordPositions& positions, std::uint32_t first)
      : window_(window), positions_(positions), first_(first) {}

  bool place_all() {
    for (std::size_t word = 0; word < window_.words.size(); ++word) {
      tried_.clear();
      if (!place(word)) return false;
    }
    return true;
  }

 private:
  bool place(std::size_t word) {
    const Positions& of_word = positions_.of(word);
    for (auto at = std::lower_bound(of_word.begin(), of_word.end(), first_);
         at != of_word.end() && *at - first_ < window_.width; ++at) {
      if (std::find(tried_.begin(), tried_.end(), *at) != tried_.end()) continue;
      tried_.push_back(*at);
      const auto holder = holders_.find(*at);
      if (holder == holders_.end() || place(holder->second)) {
        holders_[*at] = word;
        return true;
      }
    }
    return false;
  }

  const WordWindow& window_;
  const WordPositions& positions_;
  std::uint32_t first_;
  std::map<std::uint32_t, std::size_t> holders_;  ///< word by position
  Positions tried_;
};

/// True if each word has a position in the window, be it another word's, too.
bool all_within(const WordWindow& window, const WordPositions& positions, std::uint32_t first) {
  for (std::size_t word = 0; word < window.words.size(); ++word) {
    const Positions& of_word = positions.of(word);
    const auto at = std::lower_bound(of_word.begin(), of_word.end(), first);
    if (at == of_word.end() || *at - first >= window.width) return false;
  }
  return true;
}

/// Any window begins with some word.
bool stands_in_any_order(const WordWindow& window, const WordPositions& positions) {
  for (std::size_t word = 0; word < window.words.size(); ++word) {
    for (const std::uint32_t first : positions.of(word)) {
      if (all_within(window, positions, first) && Placement(window, positions, first).place_all()) return true;
    }
  }
  return false;
}

/// The numbers of a phrase's words in a shard, if it is one: each word in one form, side by side, not too many. A word
/// that the shard has not is no number.
std::optional<std::vector<schema::WordNumber>> phrase_numbers(const schema::ForwardIndex& index,
                                                              const WordWindow& window) {
  const bool phrase = window.ordered && window.width == window.words.size() && window.width <= PhraseFinder::kMostWords;
  if (!phrase) return std::nullopt;
  std::vector<schema::WordNumber> numbers;
  for (const auto& forms : window.words) {
    const auto number = forms.size() == 1 ? index.find(forms.front()) : std::nullopt;
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

/// Xapian clones it once per shard and owns the clones.
class WindowSource final : public Xapian::PostingSource {
 public:
  WindowSource(std::shared_ptr<const ForwardByShard> forward, std::shared_ptr<const WordWindow> window)
      : forward_(std::move(forward)), window_(std::move(window)) {}

  void init(const Xapian::Database& shard) override {
    docid_ = 0;
    last_ = shard.get_lastdocid();
    positions_.reset();
    possible_ = false;
    const auto found = forward_->find(shard.get_uuid());
    if (found == forward_->end()) return;
    index_ = &found->second;
    positions_.emplace(*index_, window_->words);
    possible_ = positions_->can_all_occur();
    phrase_.reset();
    if (auto numbers = phrase_numbers(*index_, *window_)) phrase_.emplace(std::move(*numbers));
  }

  // Among the parts of an AND Xapian begins with what it expects to be the rarest: this is to be asked last.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }

  void next(double) override { move_to(docid_ + 1); }
  void skip_to(Xapian::docid docid, double) override {
    if (docid > docid_) move_to(docid);
  }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return holds(docid);
  }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  PostingSource* clone() const override { return new WindowSource(forward_, window_); }
  std::string get_description() const override {
    std::string text = window_->ordered ? "in order" : "near";
    for (const auto& forms : window_->words) {
      for (const std::string& form : forms) text += (&form == &forms.front() ? " " : "|") + form;
    }
    return text + " within " + std::to_string(window_->width);
  }

 private:
  bool holds(Xapian::docid docid) {
    if (!possible_) return false;
    if (phrase_) return phrase_->stands_in(index_->document(docid));
    positions_->read(docid, schema::Titles::Read);
    return stands_in(*window_, *positions_);
  }

  void move_to(Xapian::docid docid) {
    docid_ = docid;
    while (docid_ <= last_ && !holds(docid_)) ++docid_;
  }

  std::shared_ptr<const ForwardByShard> forward_;
  std::shared_ptr<const WordWindow> window_;
  std::optional<WordPositions> positions_;       ///< of the shard; none before init()
  const schema::ForwardIndex* index_ = nullptr;  ///< the same
  std::optional<PhraseFinder> phrase_;           ///< where the window is one
  bool possible_ = false;
  Xapian::docid docid_ = 0;  ///< 0 before the first next()
  Xapian::docid last_ = 0;
};

Xapian::Query one_of(const std::vector<std::string>& forms, std::string_view prefix) {
  std::vector<Xapian::Query> terms;
  for (const std::string& form : forms) terms.emplace_back(schema::make_term(prefix, form));
  return terms.size() == 1 ? terms.front() : Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

bool stands_in(const WordWindow& window, const WordPositions& positions) {
  return window.ordered ? stands_in_order(window, positions) : stands_in_any_order(window, positions);
}

Xapian::Query window_query(std::shared_ptr<const ForwardByShard> forward, WordWindow window, std::string_view prefix) {
  std::vector<Xapian::Query> words;
  for (const auto& forms : window.words) words.push_back(one_of(forms, prefix));
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  auto shared = std::make_shared<const WordWindow>(std::move(window));
  const Xapian::Query filter((new WindowSource(std::move(forward), std::move(shared)))->release());
  return {Xapian::Query::OP_FILTER, all, filter};
}

}  // namespace communique::searcher
