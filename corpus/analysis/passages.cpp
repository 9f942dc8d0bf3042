// SPDX-License-Identifier: GPL-3.0-or-later
// Passages by dynamic programming: of all ways to cut between sentences the cheapest is taken, where a passage costs
// the more the further it stays below the limit, and a cut inside a paragraph or after a heading costs extra. Where
// somebody else begins to speak there is no choice.
#include "corpus/analysis/passages.h"

#include <algorithm>
#include <array>
#include <limits>

#include "schema/char_class.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

using schema::Char;
using schema::char_at;
using schema::CharClass;

/// What a cut costs that parts what belongs together, against (1 - words/limit)^2 for a short passage: a passage is
/// rather two fifths shorter than cut inside a paragraph, but never a fifth of what it may hold.
constexpr double kInsideCost = 0.5;

/// A sentence, or a piece of one that is longer than a passage may be.
struct Unit {
  Span span;
  std::uint32_t words = 0;
  bool closes_paragraph = false;  ///< a good place to cut after
  bool opens_turn = false;        ///< a cut must stand before
};

bool is_word_char(CharClass kind) {
  return kind == CharClass::Letter || kind == CharClass::Digit || kind == CharClass::Raised;
}

enum class WordByte : std::uint8_t { Gap, Word, None };

constexpr std::array<WordByte, 256> kWordBytes = [] {
  std::array<WordByte, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool word = (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    kinds[c] = c >= 0x80 ? WordByte::None : word ? WordByte::Word : WordByte::Gap;
  }
  return kinds;
}();

/// At least as many words as the splitter finds, without folding any: "U.S." and "don't" count two. Of scripts without
/// spaces every third character counts, which is about what their words are long.
std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  std::uint32_t complex = 0;
  WordByte inside = WordByte::Gap;  // what the character before was to words
  for (std::size_t pos = 0; pos < text.size();) {
    for (; pos < text.size(); ++pos) {
      const WordByte kind = kWordBytes[static_cast<unsigned char>(text[pos])];
      if (kind == WordByte::None) break;
      words += static_cast<std::uint32_t>(kind > inside);
      inside = kind;
    }
    if (pos == text.size()) break;
    const Char c = char_at(text, pos);
    pos += c.bytes;
    if (c.kind == CharClass::Mark || c.kind == CharClass::Ignorable) continue;
    const WordByte kind = is_word_char(c.kind) ? WordByte::Word : WordByte::Gap;
    words += kind > inside || c.kind == CharClass::Han ? 1U : 0U;
    complex += c.kind == CharClass::Complex ? 1U : 0U;
    inside = kind;
  }
  return words + (complex + 2) / 3;
}

/// Where a long sentence may be cut: starts of words, and whether white space stands before.
struct WordStart {
  std::uint32_t offset = 0;
  bool spaced = false;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The sentences, parted where a break lies within one; white space around the parts is in none.
std::vector<Span> part_at(std::string_view text, const std::vector<Span>& sentences,
                          const std::vector<std::uint32_t>& breaks) {
  std::vector<Span> parts;
  parts.reserve(sentences.size() + breaks.size());
  auto at = breaks.begin();
  for (Span rest : sentences) {
    while (at != breaks.end() && *at <= rest.start) ++at;
    for (; at != breaks.end() && *at < rest.end; ++at) {
      Span part{rest.start, *at};
      while (part.end > part.start && is_blank(text[part.end - 1])) --part.end;
      if (!part.empty()) parts.push_back(part);
      rest.start = *at;
      while (rest.start < rest.end && is_blank(text[rest.start])) ++rest.start;
    }
    if (!rest.empty()) parts.push_back(rest);
  }
  return parts;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::uint32_t limit) : text_(text), limit_(std::max(limit, 1U)) {}

  std::vector<Passage> cut(const std::vector<Span>& sentences, const std::vector<std::uint32_t>& breaks);

 private:
  void add_sentence(Span span, bool closes_paragraph);
  void add_pieces(Span span, bool closes_paragraph);
  bool is_heading(Span span) const;
  bool paragraph_between(std::size_t from, std::size_t to) const;
  std::vector<std::size_t> best_ends() const;
  double cost(std::uint32_t words, bool cut_is_good) const;

  std::string_view text_;
  std::uint32_t limit_;
  std::vector<Unit> units_;
};

std::vector<Passage> Cutter::cut(const std::vector<Span>& whole, const std::vector<std::uint32_t>& breaks) {
  const std::vector<Span> parted = breaks.empty() ? std::vector<Span>() : part_at(text_, whole, breaks);
  const std::vector<Span>& sentences = breaks.empty() ? whole : parted;
  auto turn = breaks.begin();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t next = i + 1;
    bool opens = false;
    for (; turn != breaks.end() && *turn <= sentences[i].start; ++turn) opens = true;
    const bool last = next == sentences.size() || (turn != breaks.end() && *turn <= sentences[next].start);
    const bool closes =
        last || (paragraph_between(sentences[i].end, sentences[next].start) && !is_heading(sentences[i]));
    const std::size_t first = units_.size();
    add_sentence(sentences[i], closes);
    units_[first].opens_turn = opens;
  }
  std::vector<Passage> passages;
  std::size_t from = 0;
  for (const std::size_t to : best_ends()) {
    Passage passage;
    passage.span.start = from == 0 ? 0 : units_[from].span.start;
    passage.span.end = to == units_.size() ? static_cast<std::uint32_t>(text_.size()) : units_[to].span.start;
    for (std::size_t i = from; i < to; ++i) passage.sentences.push_back(units_[i].span);
    passages.push_back(std::move(passage));
    from = to;
  }
  return passages;
}

/// Every unit weighs at least one word, so that a passage never holds more than `limit_` of them.
void Cutter::add_sentence(Span span, bool closes_paragraph) {
  const std::uint32_t words = std::max(count_words(text_.substr(span.start, span.end - span.start)), 1U);
  if (words <= limit_)
    units_.push_back({span, words, closes_paragraph});
  else
    add_pieces(span, closes_paragraph);
}

/// Pieces of about equal length, cut where white space stands if there is any near.
void Cutter::add_pieces(Span span, bool closes_paragraph) {
  const std::string_view sentence = text_.substr(span.start, span.end - span.start);
  std::vector<WordStart> starts;
  thread_local schema::WordSplitter splitter;
  splitter.split(sentence, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    const bool spaced = word.start > 0 && static_cast<unsigned char>(sentence[word.start - 1]) <= ' ';
    starts.push_back({span.start + word.start, spaced});
  });
  const std::size_t pieces = std::max<std::size_t>((starts.size() + limit_ - 1) / limit_, 1);
  const std::size_t share = (starts.size() + pieces - 1) / pieces;
  std::uint32_t from = span.start;
  std::size_t first = 0;  // word that the piece begins with
  while (starts.size() - first > limit_) {
    std::size_t next = first + share;
    for (std::size_t back = next; back > first + share / 2; --back) {
      if (!starts[back].spaced) continue;
      next = back;
      break;
    }
    std::uint32_t end = starts[next].offset;
    while (end > from && static_cast<unsigned char>(text_[end - 1]) <= ' ') --end;
    units_.push_back({{from, end}, static_cast<std::uint32_t>(next - first), false});
    from = starts[next].offset;
    first = next;
  }
  const auto rest = std::max<std::uint32_t>(static_cast<std::uint32_t>(starts.size() - first), 1);
  units_.push_back({{from, span.end}, rest, closes_paragraph});
}

/// A heading or a speaker's label belongs to what follows: short, and no mark at its end but a colon.
bool Cutter::is_heading(Span span) const {
  const std::string_view sentence = text_.substr(span.start, span.end - span.start);
  if (sentence.size() > 120) return false;
  const CharClass last = schema::char_before(sentence, sentence.size()).kind;
  return sentence.back() == ':' || is_word_char(last);
}

bool Cutter::paragraph_between(std::size_t from, std::size_t to) const {
  const std::string_view gap = text_.substr(from, to - from);
  return gap.find_first_of("\n\r") != std::string_view::npos;
}

double Cutter::cost(std::uint32_t words, bool cut_is_good) const {
  const double missing = 1.0 - static_cast<double>(words) / static_cast<double>(limit_);
  return missing * missing + (cut_is_good ? 0.0 : kInsideCost);
}

/// Numbers of units after which to cut, the last being all of them. Linear in the units times `limit_`.
std::vector<std::size_t> Cutter::best_ends() const {
  const std::size_t count = units_.size();
  std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> came_from(count + 1, 0);
  best[0] = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    std::uint32_t words = 0;
    for (std::size_t start = end; start-- > 0;) {
      words += units_[start].words;
      if (words > limit_) break;
      const double total = best[start] + cost(words, units_[end - 1].closes_paragraph);
      if (total < best[end]) {
        best[end] = total;
        came_from[end] = start;
      }
      if (units_[start].opens_turn) break;
    }
  }
  std::vector<std::size_t> ends;
  for (std::size_t end = count; end > 0; end = came_from[end]) ends.push_back(end);
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace

std::vector<Passage> cut_passages(std::string_view text, const std::vector<Span>& sentences, PassageLimits limits,
                                  const std::vector<std::uint32_t>& breaks) {
  return Cutter(text, limits.words).cut(sentences, breaks);
}

}  // namespace communique::corpus
