// SPDX-License-Identifier: GPL-3.0-or-later
// Lines in the order in which they are found are handed on at once. Others are made once, wait in a LineStore, and are
// found again by keys of numbers.
#include "searcher/concordance/concordance.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>

#include "schema/error.h"
#include "searcher/concordance/line_maker.h"
#include "searcher/concordance/line_store.h"

namespace communique::searcher {
namespace {

/// Numbers for texts, so that a line's key is small; 0 is the empty one.
class Numbering {
 public:
  std::uint32_t of(std::string_view text) {
    if (text.empty()) return 0;
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    texts_.emplace_back(text);
    const auto number = static_cast<std::uint32_t>(texts_.size());
    numbers_.emplace(texts_.back(), number);
    return number;
  }
  /// For each number its place in the texts' order.
  std::vector<std::uint32_t> ranks() const {
    std::vector<std::uint32_t> by_text(texts_.size());
    for (std::uint32_t i = 0; i < by_text.size(); ++i) by_text[i] = i;
    std::sort(by_text.begin(), by_text.end(), [&](auto a, auto b) { return texts_[a] < texts_[b]; });
    std::vector<std::uint32_t> ranks(texts_.size() + 1);
    for (std::uint32_t rank = 0; rank < by_text.size(); ++rank) ranks[by_text[rank] + 1] = rank + 1;
    return ranks;
  }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

struct WaitingLine {
  std::array<std::uint32_t, kSortWords> key{};
  std::uint64_t place = 0;      ///< in the store: ascending in the order of finding
  std::uint32_t group_set = 0;  ///< the groups it belongs to
};

class Waiting {
 public:
  Waiting(const ConcordanceRequest& request, LineRenderer& renderer) : request_(request), renderer_(renderer) {}

  void add(LineMaker& maker, MatchWalk& walk, std::size_t number) {
    ++found_;
    const std::uint64_t lot = request_.sample > 0 ? maker.lot(walk, number) : 0;
    if (request_.sample > 0 && drawn_.size() == request_.sample && lot >= drawn_.front().first) return;
    WaitingLine line;
    const auto words = maker.sort_words(number);
    for (std::size_t i = 0; i < words.size(); ++i) line.key[i] = words_.of(words[i]);
    made_.clear();
    renderer_.append_line(maker.line(walk, number), made_);
    line.place = store_.add(made_);
    if (request_.group) line.group_set = set_of(maker.groups(walk, number));
    if (request_.sample == 0) {
      lines_.push_back(line);
    } else {
      draw(lot, line);
    }
  }

  std::uint64_t found() const { return found_; }

  ConcordanceCounts write(BlockWriter& out) {
    for (const auto& [lot, line] : drawn_) lines_.push_back(line);
    drawn_.clear();
    store_.finish();
    sort();
    ConcordanceCounts counts;
    counts.lines = found_;
    if (request_.group) {
      write_groups(out, counts);
    } else {
      for (const WaitingLine& line : lines_) {
        if (!write_line(line, nullptr, out, counts)) break;
      }
    }
    return counts;
  }

 private:
  using Drawn = std::pair<std::uint64_t, WaitingLine>;

  /// Of all lots the smallest are kept, so the sample is uniform and does not depend on the order of finding.
  void draw(std::uint64_t lot, const WaitingLine& line) {
    const auto larger_last = [](const Drawn& a, const Drawn& b) { return a.first < b.first; };
    if (drawn_.size() == request_.sample) {
      std::pop_heap(drawn_.begin(), drawn_.end(), larger_last);
      drawn_.pop_back();
    }
    drawn_.emplace_back(lot, line);
    std::push_heap(drawn_.begin(), drawn_.end(), larger_last);
  }

  std::uint32_t set_of(const std::vector<std::string>& labels) {
    std::vector<std::uint32_t> set;
    for (const std::string& label : labels) {
      const std::uint32_t number = labels_.of(label);
      if (number > groups_.size()) groups_.push_back({label, 0});
      set.push_back(number);
    }
    const auto [known, is_new] = set_numbers_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
    if (is_new) sets_.push_back(set);
    return known->second;
  }

  void sort() {
    const std::vector<std::uint32_t> ranks = words_.ranks();
    for (WaitingLine& line : lines_) {
      for (std::uint32_t& word : line.key) word = ranks[word];
    }
    std::sort(lines_.begin(), lines_.end(), [](const WaitingLine& a, const WaitingLine& b) {
      return a.key != b.key ? a.key < b.key : a.place < b.place;
    });
  }

  bool write_line(const WaitingLine& line, const std::string* group, BlockWriter& out, ConcordanceCounts& counts) {
    if (skipped_ < request_.offset) {
      ++skipped_;
      return true;
    }
    if (request_.limit > 0 && counts.listed == request_.limit) return false;
    renderer_.append_made(store_.at(line.place), group, out.block());
    ++counts.listed;
    counts.reader_left = !out.row_done();
    return !counts.reader_left;
  }

  /// Group by group; a line stands under each of its groups.
  void write_groups(BlockWriter& out, ConcordanceCounts& counts) {
    std::vector<std::vector<std::uint32_t>> lines_of(groups_.size() + 1);  // 0: none
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      const auto& set = sets_[lines_[i].group_set];
      if (set.empty()) lines_of[0].push_back(i);
      for (const std::uint32_t number : set) lines_of[number].push_back(i);
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < lines_of.size(); ++i) {
      if (!lines_of[i].empty()) order.push_back(i);
    }
    const bool by_time = request_.group == FacetField::Year || request_.group == FacetField::Month;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (a == 0 || b == 0) return a != 0 && b == 0;
      if (!by_time && lines_of[a].size() != lines_of[b].size()) return lines_of[a].size() > lines_of[b].size();
      return groups_[a - 1].label < groups_[b - 1].label;
    });
    for (const std::uint32_t number : order) {
      counts.groups.push_back({number == 0 ? std::string() : groups_[number - 1].label, lines_of[number].size()});
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (!write_group(lines_of[order[i]], counts.groups[i], out, counts)) return;
    }
  }

  bool write_group(const std::vector<std::uint32_t>& lines, const LineGroup& group, BlockWriter& out,
                   ConcordanceCounts& counts) {
    if (skipped_ + lines.size() <= request_.offset) {
      skipped_ += lines.size();
      return true;
    }
    if (request_.limit > 0 && counts.listed == request_.limit) return false;
    renderer_.append_heading(group, out.block());
    return std::all_of(lines.begin(), lines.end(),
                       [&](std::uint32_t line) { return write_line(lines_[line], &group.label, out, counts); });
  }

  const ConcordanceRequest& request_;
  LineRenderer& renderer_;
  LineStore store_;
  Numbering words_;
  Numbering labels_;
  std::vector<LineGroup> groups_;  ///< by label's number, from 1
  std::map<std::vector<std::uint32_t>, std::uint32_t> set_numbers_;
  std::vector<std::vector<std::uint32_t>> sets_;
  std::vector<WaitingLine> lines_;
  std::vector<Drawn> drawn_;  ///< a heap, the largest lot in front
  std::string made_;
  std::uint64_t found_ = 0;
  std::uint64_t skipped_ = 0;
};

/// Hands lines on as they are found.
class Streaming {
 public:
  Streaming(const ConcordanceRequest& request, LineRenderer& renderer, BlockWriter& out)
      : request_(request), renderer_(renderer), out_(out) {}

  /// False if no more are wanted.
  bool add(LineMaker& maker, MatchWalk& walk, std::size_t number) {
    if (request_.limit > 0 && counts_.listed == request_.limit) {
      counts_.all_counted = false;
      return false;
    }
    ++counts_.lines;
    if (counts_.lines <= request_.offset) return true;
    made_.clear();
    renderer_.append_line(maker.line(walk, number), made_);
    renderer_.append_made(made_, nullptr, out_.block());
    ++counts_.listed;
    counts_.reader_left = !out_.row_done();
    return !counts_.reader_left;
  }

  const ConcordanceCounts& counts() const { return counts_; }

 private:
  const ConcordanceRequest& request_;
  LineRenderer& renderer_;
  BlockWriter& out_;
  ConcordanceCounts counts_;
  std::string made_;
};

template <class Add>
void for_each_line(OpenIndex& index, const MatchSet& matches, const ConcordanceRequest& request, unsigned needs,
                   Add add) {
  LineMaker maker(index, matches, request, needs);
  MatchWalk walk(index, matches,
                 request.order == LineOrder::DateDown ? WalkOrder::DateDescending : WalkOrder::DateAscending);
  while (walk.next()) {
    if (walk.at_head()) continue;
    maker.read(walk);
    for (std::size_t i = 0; i < maker.count(); ++i) {
      if (!add(maker, walk, i)) return;
    }
  }
}

}  // namespace

ConcordanceCounts write_concordance(OpenIndex& index, const MatchSet& matches, const ConcordanceRequest& request,
                                    LineRenderer& renderer, const ByteSink& sink) {
  BlockWriter out(sink);
  ConcordanceCounts counts;
  const bool by_date = request.order == LineOrder::Date || request.order == LineOrder::DateDown;
  const unsigned needs = renderer.needs();
  try {
    if (by_date && !request.group && request.sample == 0) {
      renderer.append_begin(out.block());
      Streaming lines(request, renderer, out);
      for_each_line(index, matches, request, needs,
                    [&](LineMaker& maker, MatchWalk& walk, std::size_t i) { return lines.add(maker, walk, i); });
      counts = lines.counts();
    } else {
      Waiting lines(request, renderer);
      for_each_line(index, matches, request, needs, [&](LineMaker& maker, MatchWalk& walk, std::size_t i) {
        lines.add(maker, walk, i);
        return true;
      });
      renderer.append_begin(out.block());
      counts = lines.write(out);
    }
    if (!counts.reader_left) {
      renderer.append_end(counts, out.block());
      counts.reader_left = !out.finish();
    }
  } catch (const Error&) {
    out.rethrow_incomplete();
  }
  return counts;
}

}  // namespace communique::searcher
