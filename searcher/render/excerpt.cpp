// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/excerpt.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "schema/utf8.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.start < range.end && kBlanks.find(text[range.start]) != std::string_view::npos) ++range.start;
  while (range.end > range.start && kBlanks.find(text[range.end - 1]) != std::string_view::npos) --range.end;
  return range;
}

/// A match in the text: the same words again tell a reader less than others.
struct Match {
  TextRange range;
  std::string words;       ///< in lower case, as far as ASCII goes: what makes two matches the same
  std::size_t weight = 1;  ///< number of words: a phrase tells more than a word
};

struct Sentence {
  TextRange range;
  std::vector<Match> matches;
  bool shown = false;
  bool whole = true;  ///< false: cut, `range` is what is left of it
  std::size_t length() const { return range.end - range.start; }
};

Match match_of(std::string_view text, const Highlight& highlight) {
  Match match{{highlight.start, highlight.end},
              std::string(text.substr(highlight.start, highlight.end - highlight.start))};
  for (char& c : match.words) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') ++match.weight;
  }
  return match;
}

std::vector<Sentence> sentences_of(const schema::PassageRecord& passage, const std::vector<Highlight>& highlights) {
  std::vector<std::size_t> starts(passage.sentence_starts.begin(), passage.sentence_starts.end());
  if (starts.empty() || starts.front() != 0) starts.insert(starts.begin(), 0);
  std::vector<Sentence> sentences;
  auto highlight = highlights.begin();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : passage.text.size();
    Sentence sentence;
    sentence.range = trimmed(passage.text, {starts[i], end});
    for (; highlight != highlights.end() && highlight->start < end; ++highlight) {
      sentence.matches.push_back(match_of(passage.text, *highlight));
    }
    if (sentence.length() > 0) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

/// The first of the matches with the most words; the sentence's beginning if it has none.
TextRange best_match(const Sentence& sentence) {
  const auto best = std::max_element(sentence.matches.begin(), sentence.matches.end(),
                                     [](const Match& a, const Match& b) { return a.weight < b.weight; });
  return best == sentence.matches.end() ? TextRange{sentence.range.start, sentence.range.start} : best->range;
}

/// A part of about `room` bytes of a sentence with its best match a third into it, cut between words.
TextRange cut(std::string_view text, const Sentence& sentence, std::size_t room) {
  const TextRange match = best_match(sentence);
  TextRange part = sentence.range;
  if (match.start - part.start > room / 3) {
    part.start = schema::code_point_start(text, match.start - room / 3);
    const std::size_t blank = text.find_first_of(kBlanks, part.start);
    if (blank < match.start) part.start = blank;
  }
  if (part.end - part.start > room) {
    part.end = std::max(schema::code_point_start(text, part.start + room), match.end);
    const std::size_t blank = text.find_last_of(kBlanks, part.end);
    if (blank != std::string_view::npos && blank >= std::max(match.end, part.start + room / 2)) part.end = blank;
  }
  return trimmed(text, part);
}

/// Shows sentences as long as there is room: those first that hold the most words not shown yet.
class Chooser {
 public:
  Chooser(std::string_view text, std::vector<Sentence>& sentences, std::size_t room)
      : text_(text), sentences_(sentences), left_(room) {}

  /// Returns the room that is left.
  std::size_t run() {
    std::vector<bool> passed(sentences_.size(), false);
    for (;;) {
      std::size_t best = sentences_.size();
      for (std::size_t i = 0; i < sentences_.size(); ++i) {
        const bool open = !sentences_[i].shown && !passed[i] && !sentences_[i].matches.empty();
        if (open && (best == sentences_.size() || worth(sentences_[i]) > worth(sentences_[best]))) best = i;
      }
      if (best == sentences_.size()) return left_;
      passed[best] = !show(sentences_[best]);
    }
  }

  bool show(Sentence& sentence) {
    constexpr std::size_t kLeastPart = 60;
    const bool fits = sentence.length() <= left_;
    const bool worth_a_part = worth(sentence).first > 0 && left_ >= kLeastPart;
    if (!fits && !worth_a_part && !seen_.empty()) return false;
    if (!fits) {
      sentence.range = cut(text_, sentence, left_);
      sentence.whole = false;
    }
    sentence.shown = true;
    left_ -= std::min(left_, sentence.length() + 1);
    for (const Match& match : sentence.matches) seen_.insert(match.words);
    return true;
  }

 private:
  /// Words that are new, then matches.
  std::pair<std::size_t, std::size_t> worth(const Sentence& sentence) const {
    std::set<std::string_view> fresh;
    std::size_t words = 0;
    for (const Match& match : sentence.matches) {
      if (!seen_.contains(match.words) && fresh.insert(match.words).second) words += match.weight;
    }
    return {words, sentence.matches.size()};
  }

  std::string_view text_;
  std::vector<Sentence>& sentences_;
  std::size_t left_;
  std::set<std::string, std::less<>> seen_;
};

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
  Chooser chooser(text, sentences, budget);
  if (highlights.empty()) chooser.show(sentences.front());
  choose_neighbours(sentences, chooser.run());
  std::vector<TextRange> pieces;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : sentences) {
    const bool joined = before != nullptr && before->shown && before->whole && sentence.whole;
    if (sentence.shown && joined) {
      pieces.back().end = sentence.range.end;
    } else if (sentence.shown) {
      pieces.push_back(sentence.range);
    }
    before = &sentence;
  }
  return pieces;
}

}  // namespace communique::searcher
