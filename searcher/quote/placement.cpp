// SPDX-License-Identifier: GPL-3.0-or-later
// Edlib finds where a piece fits with the fewest changes; it knows 256 symbols, so a word is the byte of its number. Two
// words of a long quotation may share a byte: what is placed is compared word by word afterwards.
#include "searcher/quote/placement.h"

#include <algorithm>
#include <memory>

#include <edlib.h>

namespace communique::searcher {
namespace {

constexpr std::size_t kMostAnchors = 32;
/// So many words may be left out at "...", and so many may stand for words in brackets.
constexpr std::size_t kMostLeftOut = 400;
constexpr std::size_t kMostReplaced = 8;

char symbol(std::uint32_t number) { return number == 0 ? '\0' : static_cast<char>(1 + (number - 1) % 255); }

/// Changes beyond which a piece of so many words is not this one.
std::size_t most_changes(std::size_t words) { return words * 3 / 5; }

struct FreeAlignment {
  void operator()(EdlibAlignResult* result) const {
    edlibFreeAlignResult(*result);
    delete result;
  }
};

}  // namespace

QuotePlacer::QuotePlacer(const Quote& quote) : quote_(quote) {
  for (const QuotePiece& piece : quote.pieces) {
    for (const DiffWord& word : piece.words) numbers_.emplace_back(word.term, 0);
  }
  std::sort(numbers_.begin(), numbers_.end());
  numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i].second = static_cast<std::uint32_t>(i + 1);
  for (const QuotePiece& piece : quote.pieces) {
    std::string& pattern = patterns_.emplace_back();
    for (const DiffWord& word : piece.words) pattern += symbol(number(word.term));
    if (pattern.size() > patterns_[anchor_].size()) anchor_ = patterns_.size() - 1;
  }
}

std::uint32_t QuotePlacer::number(std::string_view term) const {
  const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), term,
                                      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != numbers_.end() && found->first == term ? found->second : 0;
}

std::vector<QuotePlacer::Located> QuotePlacer::locate(std::size_t piece, std::string_view text, WordRange within,
                                                      Wanted wanted) const {
  const std::string& pattern = patterns_[piece];
  if (within.first >= within.end) return {};
  const EdlibAlignConfig config = edlibNewAlignConfig(static_cast<int>(most_changes(pattern.size())), EDLIB_MODE_HW,
                                                      EDLIB_TASK_LOC, nullptr, 0);
  const std::string_view part = text.substr(within.first, within.end - within.first);
  const std::unique_ptr<EdlibAlignResult, FreeAlignment> found(new EdlibAlignResult(edlibAlign(
      pattern.data(), static_cast<int>(pattern.size()), part.data(), static_cast<int>(part.size()), config)));
  if (found->status != EDLIB_STATUS_OK || found->editDistance < 0 || found->startLocations == nullptr) return {};
  std::vector<Located> places;
  for (int i = 0; i < found->numLocations && places.size() < kMostAnchors; ++i) {
    const int at = wanted == Wanted::Last ? found->numLocations - 1 - i : i;
    const int first = found->startLocations[at];
    const int last = found->endLocations[at];
    if (first < 0 || last < first) continue;
    places.push_back({{within.first + static_cast<std::size_t>(first), within.first + static_cast<std::size_t>(last) + 1},
                      static_cast<std::size_t>(found->editDistance)});
    if (wanted != Wanted::All) break;
  }
  return places;
}

QuotePlacer::Located QuotePlacer::beside(std::size_t piece, std::string_view text, WordRange anchor, bool before) const {
  const std::size_t words = patterns_[piece].size();
  const bool inserted = quote_.pieces[before ? piece + 1 : piece].inserted_before;
  const std::size_t reach = (inserted ? kMostReplaced : kMostLeftOut) + words + most_changes(words);
  const WordRange within = before
                               ? WordRange{anchor.first > reach ? anchor.first - reach : 0, anchor.first}
                               : WordRange{anchor.end, std::min(anchor.end + reach, text.size())};
  const std::vector<Located> places = locate(piece, text, within, before ? Wanted::Last : Wanted::First);
  if (!places.empty()) return places.front();
  const std::size_t edge = before ? anchor.first : anchor.end;
  return {{edge, edge}, words};
}

Placement QuotePlacer::around(const Located& anchor, std::string_view text) const {
  Placement placed;
  placed.pieces.resize(patterns_.size());
  placed.pieces[anchor_] = anchor.range;
  placed.distance = anchor.distance;
  for (std::size_t piece = anchor_; piece-- > 0;) {
    const Located found = beside(piece, text, placed.pieces[piece + 1], true);
    placed.pieces[piece] = found.range;
    placed.distance += found.distance;
  }
  for (std::size_t piece = anchor_ + 1; piece < patterns_.size(); ++piece) {
    const Located found = beside(piece, text, placed.pieces[piece - 1], false);
    placed.pieces[piece] = found.range;
    placed.distance += found.distance;
  }
  return placed;
}

std::optional<Placement> QuotePlacer::place(std::span<const std::uint32_t> text) const {
  std::string symbols;
  symbols.reserve(text.size());
  for (const std::uint32_t number : text) symbols += symbol(number);
  std::optional<Placement> best;
  for (const Located& anchor : locate(anchor_, symbols, {0, symbols.size()}, Wanted::All)) {
    Placement placed = around(anchor, symbols);
    // Of places from the same word on the longest: a changed word before the last one costs as much as both left away.
    const bool longer = best && placed.distance == best->distance &&
                        placed.pieces[anchor_].first == best->pieces[anchor_].first &&
                        placed.pieces[anchor_].end > best->pieces[anchor_].end;
    if (!best || longer || placed.distance < best->distance) best = std::move(placed);
  }
  if (best && best->distance > most_changes(quote_.words)) return std::nullopt;
  return best;
}

}  // namespace communique::searcher
