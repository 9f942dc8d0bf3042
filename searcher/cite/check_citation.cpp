// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/check_citation.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "schema/files.h"

namespace communique::searcher {
namespace {

/// Share of a quote's words that a stretch must hold to be shown as what became of it.
constexpr double kLeastShared = 0.4;

/// The stretch of `text` that holds the most of the quote's words among as many words as the quote has; empty if that
/// is too few.
std::string nearest_stretch(std::string_view quote, std::string_view text, std::size_t near) {
  const std::vector<DiffWord> wanted = words_to_compare(quote);
  const std::vector<DiffWord> words = words_to_compare(text);
  if (wanted.empty() || words.empty()) return {};
  const std::size_t size = std::min(wanted.size(), words.size());
  const auto distance = [&](std::size_t first) {
    return words[first].start > near ? words[first].start - near : near - words[first].start;
  };
  std::unordered_map<std::string_view, int> missing;
  for (const DiffWord& word : wanted) ++missing[word.term];
  std::size_t shared = 0;
  std::size_t best = 0;
  std::size_t best_first = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto in = missing.find(words[i].term);
    if (in != missing.end() && in->second-- > 0) ++shared;
    if (i >= size) {
      const auto out = missing.find(words[i - size].term);
      if (out != missing.end() && ++out->second > 0) --shared;
    }
    const std::size_t first = i + 1 >= size ? i + 1 - size : 0;
    if (shared > best || (shared == best && distance(first) < distance(best_first))) {
      best = shared;
      best_first = first;
    }
  }
  if (static_cast<double>(best) < kLeastShared * static_cast<double>(wanted.size())) return {};
  const std::size_t start = words[best_first].start;
  return std::string(text.substr(start, words[std::min(best_first + size, words.size()) - 1].end - start));
}

class Checker {
 public:
  explicit Checker(OpenIndex& index) : index_(index) {}

  CheckedCitation check(const FoundNote& found) {
    CheckedCitation checked;
    checked.cited = found;
    if (!found.damaged.empty()) {
      checked.state = CitationState::Damaged;
      return checked;
    }
    const auto head = index_.find_statement(found.note.statement);
    if (!head) {
      checked.state = CitationState::Gone;
      return checked;
    }
    const std::uint32_t count = index_.statement(*head).passages;
    std::vector<schema::PassageRecord> passages;
    for (std::uint32_t number = 1; number <= count; ++number) {
      passages.push_back(index_.passage({head->shard, head->docid + number}));
    }
    compare(StatementText(passages), checked);
    return checked;
  }

 private:
  static void compare(const StatementText& text, CheckedCitation& checked) {
    const CitationNote& note = checked.cited.note;
    const bool whole = note.place.passage == 0;
    const std::string now = whole ? text.plain() : text.at(note.place);
    if (!now.empty() && schema::sha256(now) == note.sha256) {
      checked.state = CitationState::Unchanged;
      if (!whole) checked.now = note.place;
    } else if (!whole) {
      checked.now = found_again(text, note);
      checked.state = checked.now ? CitationState::Moved : CitationState::Changed;
    } else {
      checked.state = CitationState::Changed;
    }
    checked.statement_changed =
        checked.stands() && !note.statement_sha256.empty() && schema::sha256(text.plain()) != note.statement_sha256;
    if (checked.state != CitationState::Changed || note.quote.empty()) return;
    checked.nearest = nearest_stretch(note.quote, text.plain(), text.byte_at(note.place));
    if (!checked.nearest.empty()) checked.differences = readable_diff(note.quote, checked.nearest);
  }

  static std::optional<TextPlace> found_again(const StatementText& text, const CitationNote& note) {
    // A reference manager may have altered the stored words; the hash tells.
    if (!note.quote.empty() && schema::sha256(note.quote) == note.sha256) return text.find(note.quote, note.place);
    return text.find_hash(note.sha256, note.length, note.place);
  }

  OpenIndex& index_;
};

}  // namespace

std::vector<CheckedCitation> check_citations(OpenIndex& index, const std::vector<ReadCitation>& citations) {
  Checker checker(index);
  std::vector<CheckedCitation> checked;
  for (const ReadCitation& citation : citations) {
    if (citation.notes.empty()) checked.emplace_back();
    for (const FoundNote& note : citation.notes) checked.push_back(checker.check(note));
    const std::size_t added = std::max<std::size_t>(1, citation.notes.size());
    for (std::size_t i = checked.size() - added; i < checked.size(); ++i) checked[i].label = citation.label;
  }
  return checked;
}

}  // namespace communique::searcher
