// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_diff.h"

#include <algorithm>
#include <iterator>

#include <dtl/dtl.hpp>

#include "schema/char_class.h"
#include "schema/words.h"
#include "searcher/word_numbers.h"

namespace communique::searcher {
namespace {

/// The end of the possessive that follows a word, or `end` if none does: schema::Word leaves it out.
std::size_t possessive_end(std::string_view text, std::size_t end) {
  const schema::Char mark = schema::char_at(text, end);
  const std::size_t at = end + mark.bytes;
  if (mark.kind != schema::CharClass::Apostrophe || at >= text.size()) return end;
  if (text[at] != 's' && text[at] != 'S') return end;
  return at + 1;
}

/// Runs being written; keeps Left before Right within a change.
class RunWriter {
 public:
  RunWriter(std::span<const DiffWord> left, std::span<const DiffWord> right) : left_(left), right_(right) {}

  void same() {
    end_change();
    add(DiffSide::Same, 1, 1);
  }
  void left() { ++lefts_; }
  void right() { ++rights_; }
  std::vector<DiffRun> finish() {
    end_change();
    return std::move(runs_);
  }

 private:
  void end_change() {
    if (lefts_ > 0) add(DiffSide::Left, lefts_, 0);
    if (rights_ > 0) add(DiffSide::Right, 0, rights_);
    lefts_ = rights_ = 0;
  }

  static schema::Extent extent(std::span<const DiffWord> words, std::size_t at, std::size_t count) {
    if (count > 0) return {words[at].start, words[at + count - 1].end};
    const std::uint32_t place = at == 0 ? 0 : words[at - 1].end;
    return {place, place};
  }

  void add(DiffSide side, std::size_t lefts, std::size_t rights) {
    const schema::Extent left = extent(left_, left_at_, lefts);
    const schema::Extent right = extent(right_, right_at_, rights);
    left_at_ += lefts;
    right_at_ += rights;
    const auto words = static_cast<std::uint32_t>(std::max(lefts, rights));
    if (!runs_.empty() && runs_.back().side == side) {
      runs_.back().left.end = left.end;
      runs_.back().right.end = right.end;
      runs_.back().words += words;
    } else {
      runs_.push_back({side, left, right, words});
    }
  }

  std::span<const DiffWord> left_;
  std::span<const DiffWord> right_;
  std::size_t left_at_ = 0;
  std::size_t right_at_ = 0;
  std::size_t lefts_ = 0;
  std::size_t rights_ = 0;
  std::vector<DiffRun> runs_;
};

/// The words changed next to a Same run, on the side where more are.
std::uint32_t changed_words(const std::vector<DiffRun>& runs, std::size_t same, bool before) {
  std::uint32_t most = 0;
  for (std::size_t i = same; before ? i > 0 : i + 1 < runs.size();) {
    i = before ? i - 1 : i + 1;
    if (runs[i].side == DiffSide::Same) break;
    most = std::max(most, runs[i].words);
  }
  return most;
}

}  // namespace

std::vector<DiffWord> words_to_compare(std::string_view text) {
  std::vector<DiffWord> words;
  schema::WordSplitter splitter;
  splitter.split(text, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    const std::size_t end = possessive_end(text, word.end);
    words.push_back({std::string(word.term), word.start, static_cast<std::uint32_t>(end)});
    if (end > word.end) words.back().term += "'s";
  });
  return words;
}

std::vector<DiffRun> diff_words(std::span<const DiffWord> left, std::span<const DiffWord> right) {
  WordNumbers numbers;
  const std::vector<std::uint32_t> a = numbers.of(left);
  const std::vector<std::uint32_t> b = numbers.of(right);
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto back = std::mismatch(a.rbegin(), std::make_reverse_iterator(front.first), b.rbegin(),
                                  std::make_reverse_iterator(front.second));
  const std::vector<std::uint32_t> a_middle(front.first, back.first.base());
  const std::vector<std::uint32_t> b_middle(front.second, back.second.base());

  RunWriter runs(left, right);
  for (auto word = a.begin(); word != front.first; ++word) runs.same();
  if (a_middle.empty() || b_middle.empty()) {
    for (std::size_t i = 0; i < a_middle.size(); ++i) runs.left();
    for (std::size_t i = 0; i < b_middle.size(); ++i) runs.right();
  } else {
    dtl::Diff<std::uint32_t> diff(a_middle, b_middle);
    diff.compose();
    for (const auto& [word, info] : diff.getSes().getSequence()) {
      info.type == dtl::SES_COMMON ? runs.same() : info.type == dtl::SES_DELETE ? runs.left() : runs.right();
    }
  }
  for (auto word = back.first.base(); word != a.end(); ++word) runs.same();
  return runs.finish();
}

std::vector<DiffRun> diff_words(std::string_view left, std::string_view right) {
  return diff_words(words_to_compare(left), words_to_compare(right));
}

std::vector<DiffRun> readable_diff(std::string_view left, std::string_view right) {
  const std::vector<DiffWord> left_words = words_to_compare(left);
  const std::vector<DiffWord> right_words = words_to_compare(right);
  const std::vector<DiffRun> runs = diff_words(left_words, right_words);
  RunWriter written(left_words, right_words);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const DiffRun& run = runs[i];
    const bool lost = run.side == DiffSide::Same &&
                      2 * run.words <= std::min(changed_words(runs, i, true), changed_words(runs, i, false));
    for (std::uint32_t word = 0; word < run.words; ++word) {
      if (lost || run.side == DiffSide::Left) written.left();
      if (lost || run.side == DiffSide::Right) written.right();
      if (!lost && run.side == DiffSide::Same) written.same();
    }
  }
  return written.finish();
}

double likeness(const std::vector<DiffRun>& runs) {
  std::uint64_t same = 0;
  std::uint64_t changed = 0;
  for (const DiffRun& run : runs) (run.side == DiffSide::Same ? same : changed) += run.words;
  const std::uint64_t all = 2 * same + changed;
  return all == 0 ? 1 : static_cast<double>(2 * same) / static_cast<double>(all);
}

}  // namespace communique::searcher
