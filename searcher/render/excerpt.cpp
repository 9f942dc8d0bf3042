// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/excerpt.h"

#include <algorithm>
#include <string_view>

#include "schema/utf8.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.start < range.end && kBlanks.find(text[range.start]) != std::string_view::npos) ++range.start;
  while (range.end > range.start && kBlanks.find(text[range.end - 1]) != std::string_view::npos) --range.end;
  return range;
}

struct Sentence {
  TextRange range;
  std::size_t matches = 0;
  bool shown = false;
  std::size_t length() const { return range.end - range.start; }
};

std::vector<Sentence> sentences_of(const schema::PassageRecord& passage, const std::vector<Highlight>& highlights) {
  std::vector<std::size_t> starts(passage.sentence_starts.begin(), passage.sentence_starts.end());
  if (starts.empty() || starts.front() != 0) starts.insert(starts.begin(), 0);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : passage.text.size();
    const TextRange range = trimmed(passage.text, {starts[i], end});
    if (range.start < range.end) sentences.push_back({range, 0, false});
  }
  for (Sentence& sentence : sentences) {
    sentence.matches =
        static_cast<std::size_t>(std::count_if(highlights.begin(), highlights.end(), [&](const Highlight& one) {
          return one.start >= sentence.range.start && one.start < sentence.range.end;
        }));
  }
  return sentences;
}

/// A part of about `budget` bytes of a long sentence with its first match a third into it, cut between words.
TextRange cut(std::string_view text, TextRange sentence, const std::vector<Highlight>& highlights, std::size_t budget) {
  if (sentence.end - sentence.start <= budget) return sentence;
  std::size_t match = sentence.start;
  for (const Highlight& one : highlights) {
    if (one.start < sentence.start || one.start >= sentence.end) continue;
    match = one.start;
    break;
  }
  TextRange part = sentence;
  if (match - sentence.start > budget / 3) {
    part.start = schema::code_point_start(text, match - budget / 3);
    const std::size_t blank = text.find_first_of(kBlanks, part.start);
    if (blank < match) part.start = blank;
  }
  if (sentence.end - part.start > budget) {
    part.end = schema::code_point_start(text, part.start + budget);
    const std::size_t blank = text.find_last_of(kBlanks, part.end);
    if (blank != std::string_view::npos && blank > std::max(match, part.start + budget / 2)) part.end = blank;
  }
  return trimmed(text, part);
}

/// Sentences with matches by their number of matches, as long as there is room.
std::size_t choose_matching(std::vector<Sentence>& sentences, std::size_t budget) {
  std::vector<Sentence*> by_matches;
  for (Sentence& sentence : sentences) {
    if (sentence.matches > 0) by_matches.push_back(&sentence);
  }
  std::stable_sort(by_matches.begin(), by_matches.end(),
                   [](const Sentence* a, const Sentence* b) { return a->matches > b->matches; });
  std::size_t left = budget;
  for (Sentence* sentence : by_matches) {
    if (sentence->length() > left) continue;
    sentence->shown = true;
    left -= sentence->length() + 1 > left ? left : sentence->length() + 1;
  }
  return left;
}

/// What room is left goes to the sentences beside the shown ones: what follows explains more than what precedes.
void choose_neighbours(std::vector<Sentence>& sentences, std::size_t left) {
  const auto show = [&](std::size_t i) {
    if (sentences[i].shown || sentences[i].length() > left) return;
    sentences[i].shown = true;
    left -= sentences[i].length();
  };
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    if (sentences[i].shown) show(i + 1);
  }
  for (std::size_t i = sentences.size(); i-- > 1;) {
    if (sentences[i].shown) show(i - 1);
  }
}

}  // namespace

std::vector<TextRange> excerpt(const schema::PassageRecord& passage, const std::vector<Highlight>& highlights,
                               std::size_t budget) {
  const std::string_view text = passage.text;
  const TextRange whole = trimmed(text, {0, text.size()});
  if (whole.end - whole.start <= budget) return {whole};
  std::vector<Sentence> sentences = sentences_of(passage, highlights);
  std::size_t left = choose_matching(sentences, budget);
  const auto is_shown = [](const Sentence& one) { return one.shown; };
  if (std::none_of(sentences.begin(), sentences.end(), is_shown)) {
    const auto best = std::max_element(sentences.begin(), sentences.end(),
                                       [](const Sentence& a, const Sentence& b) { return a.matches < b.matches; });
    if (best->length() > left) return {cut(text, best->range, highlights, budget)};
    best->shown = true;
    left -= best->length();
  }
  choose_neighbours(sentences, left);
  std::vector<TextRange> pieces;
  bool joined = false;
  for (const Sentence& sentence : sentences) {
    if (sentence.shown && joined) {
      pieces.back().end = sentence.range.end;
    } else if (sentence.shown) {
      pieces.push_back(sentence.range);
    }
    joined = sentence.shown;
  }
  return pieces;
}

}  // namespace communique::searcher
