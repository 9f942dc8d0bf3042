// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/comparison.h"

#include <algorithm>
#include <array>
#include <map>

#include "searcher/query/spelling.h"
#include "searcher/quote/marks.h"
#include "searcher/quote/spelling_variant.h"

namespace communique::searcher {
namespace {

/// What a spelling variant costs beside a changed word.
constexpr double kVariantCost = 0.2;

using Words = std::span<const DiffWord>;
using Kind = QuoteChange::Kind;

Words part(const std::vector<DiffWord>& words, const WordRange& range) {
  return Words(words).subspan(range.first, range.end - range.first);
}

bool misspelt(std::string_view a, std::string_view b) {
  const std::u32string left = code_points(a);
  const std::u32string right = code_points(b);
  const std::size_t most = allowed_distance(std::max(left.size(), right.size()));
  return is_spelling_variant(a, b) || spelling_distance(left, right, most) <= most;
}

/// What stands at the edges of a place without belonging to the piece is taken off it, and a first or last word of the
/// piece that is only misspelt gets its counterpart.
WordRange trimmed(const QuotePiece& piece, const std::vector<DiffWord>& words, WordRange range) {
  const auto diff = diff_words(part(words, range), piece.words);
  const auto is_same = [](const DiffRun& run) { return run.side == DiffSide::Same; };
  const auto first = std::find_if(diff.begin(), diff.end(), is_same);
  const auto last = std::find_if(diff.rbegin(), diff.rend(), is_same);
  if (first == diff.end()) return {range.first, range.first};
  const auto count = [](auto begin, auto end, DiffSide side) {
    std::size_t sum = 0;
    for (auto run = begin; run != end; ++run) sum += run->side == side ? run->words : 0;
    return sum;
  };
  const std::size_t quote_front = count(diff.begin(), first, DiffSide::Right);
  const std::size_t quote_back = count(diff.rbegin(), last, DiffSide::Right);
  range.first += count(diff.begin(), first, DiffSide::Left);
  range.end -= count(diff.rbegin(), last, DiffSide::Left);
  if (quote_front > 0 && range.first > 0 && misspelt(words[range.first - 1].term, piece.words[quote_front - 1].term)) --range.first;
  if (quote_back > 0 && range.end < words.size() &&
      misspelt(words[range.end].term, piece.words[piece.words.size() - quote_back].term)) {
    ++range.end;
  }
  return range;
}

std::string slice(std::string_view text, const schema::Extent& extent) {
  return std::string(text.substr(extent.start, extent.end - extent.start));
}

class Comparer {
 public:
  Comparer(const Quote& quote, const ComparedText& text, const WordWeights& weight)
      : quote_(quote), text_(text), weight_(weight) {}

  QuoteComparison compare(const Placement& placement) {
    for (std::size_t i = 0; i < quote_.pieces.size(); ++i) {
      const WordRange range = trimmed(quote_.pieces[i], text_.words, placement.pieces[i]);
      if (range.first < range.end) add_gap(range.first);
      add_piece(quote_.pieces[i], range);
    }
    find_moved();
    for (const QuoteChange& change : out_.changes) add_cost(change);
    out_.same = quote_.words == 0 ? 0 : static_cast<double>(same_words_) / static_cast<double>(quote_.words);
    out_.information = all_weight_ > 0 ? same_weight_ / all_weight_ : 0;
    if (out_.changes.empty()) out_.marks = marks_.names();
    return std::move(out_);
  }

 private:
  /// Words of the text between two pieces.
  void add_gap(std::size_t next) {
    if (begun_ && next > end_) {
      const schema::Extent gap{text_.words[end_].start, text_.words[next - 1].end};
      out_.runs.push_back({QuoteRun::Kind::Omitted, gap, {}, static_cast<std::uint32_t>(next - end_)});
    }
  }

  void add_piece(const QuotePiece& piece, const WordRange& range) {
    const Words words = part(text_.words, range);
    std::size_t text_at = 0;
    std::size_t quote_at = 0;
    const auto diff = diff_words(words, piece.words);
    for (std::size_t i = 0; i < diff.size(); ++i) {
      const DiffRun& run = diff[i];
      out_.runs.push_back({run.side == DiffSide::Same   ? QuoteRun::Kind::Same
                           : run.side == DiffSide::Left ? QuoteRun::Kind::Gone
                                                        : QuoteRun::Kind::Added,
                           run.side == DiffSide::Right ? schema::Extent{} : run.left,
                           run.side == DiffSide::Left ? schema::Extent{} : run.right, run.words});
      const std::size_t lefts = run.side == DiffSide::Right ? 0 : run.words;
      const std::size_t rights = run.side == DiffSide::Left ? 0 : run.words;
      const Words gone = words.subspan(text_at, lefts);
      const Words given = Words(piece.words).subspan(quote_at, rights);
      run.side == DiffSide::Same ? add_same(gone, given) : add_change(gone, given, i > 0 && diff[i - 1].side == DiffSide::Left);
      text_at += lefts;
      quote_at += rights;
    }
    if (range.first >= range.end) return;
    const std::uint32_t start = words.front().start;
    out_.extent = begun_ ? schema::Extent{out_.extent.start, words.back().end} : schema::Extent{start, words.back().end};
    begun_ = true;
    end_ = range.end;
  }

  void add_same(Words text, Words quote) {
    same_words_ += quote.size();
    for (std::size_t i = 0; i < quote.size(); ++i) {
      const double weight = weight_(quote[i].term);
      same_weight_ += weight;
      all_weight_ += weight;
      marks_.compare_words(slice(text_.text, {text[i].start, text[i].end}), slice(quote_.text, {quote[i].start, quote[i].end}));
      if (i == 0) continue;
      marks_.compare_gaps(slice(text_.text, {text[i - 1].end, text[i].start}),
                          slice(quote_.text, {quote[i - 1].end, quote[i].start}));
    }
  }

  /// `goes_on`: an Added run after a Gone one is the same change.
  void add_change(Words text, Words quote, bool goes_on) {
    for (const DiffWord& word : quote) all_weight_ += weight_(word.term);
    if (!goes_on) {
      out_.changes.emplace_back();
      terms_.emplace_back();
    }
    QuoteChange& change = out_.changes.back();
    ChangedTerms& terms = terms_.back();
    if (!text.empty()) change.text = slice(text_.text, {text.front().start, text.back().end});
    if (!quote.empty()) change.quote = slice(quote_.text, {quote.front().start, quote.back().end});
    for (const DiffWord& word : text) terms.text.push_back(word.term);
    for (const DiffWord& word : quote) terms.quote.push_back(word.term);
    change.kind = terms.text.empty() ? Kind::Added : terms.quote.empty() ? Kind::LeftOut : Kind::Replaced;
    if (change.kind == Kind::Replaced && is_variant(terms)) change.kind = Kind::SpellingVariant;
    if (terms.text.size() == quote.size()) add_misspelt(terms, quote);
    change.negation = count(terms.text, is_negation) != count(terms.quote, is_negation);
    change.number = count(terms.text, has_digit) + count(terms.quote, has_digit) > 0;
  }

  struct ChangedTerms {
    std::vector<std::string> text;
    std::vector<std::string> quote;
    bool counted = false;  ///< its other half, too, was moved: one cost for both
  };

  /// A word that is only spelt wrong says half of what it would.
  void add_misspelt(const ChangedTerms& terms, Words quote) {
    for (std::size_t i = 0; i < quote.size(); ++i) {
      if (misspelt(terms.text[i], quote[i].term)) same_weight_ += weight_(quote[i].term) / 2;
    }
  }

  static bool has_digit(std::string_view term) { return term.find_first_of("0123456789") != std::string_view::npos; }
  static std::ptrdiff_t count(const std::vector<std::string>& terms, bool (*is)(std::string_view)) {
    return std::count_if(terms.begin(), terms.end(), is);
  }

  static std::string as_one(const std::vector<std::string>& terms) {
    std::string all;
    for (const std::string& term : terms) all += term;
    return all;
  }

  /// Each word a variant of its counterpart, or all of them the same but for where hyphens and blanks stand.
  static bool is_variant(const ChangedTerms& terms) {
    if (as_one(terms.text) == as_one(terms.quote)) return true;
    return std::equal(terms.text.begin(), terms.text.end(), terms.quote.begin(), terms.quote.end(),
                      [](const std::string& a, const std::string& b) { return a == b || is_spelling_variant(a, b); });
  }

  /// Words left out at one place and added at another were moved.
  void find_moved() {
    std::multimap<std::vector<std::string>, std::size_t> left_out;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (out_.changes[i].kind == Kind::LeftOut) left_out.emplace(terms_[i].text, i);
    }
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (out_.changes[i].kind != Kind::Added) continue;
      const auto found = left_out.find(terms_[i].quote);
      if (found == left_out.end()) continue;
      out_.changes[found->second].kind = out_.changes[i].kind = Kind::Moved;
      terms_[i].counted = true;
      for (const std::string& term : terms_[i].quote) same_weight_ += weight_(term) / 2;
      left_out.erase(found);
    }
  }

  void add_cost(const QuoteChange& change) {
    const ChangedTerms& terms = terms_[static_cast<std::size_t>(&change - out_.changes.data())];
    const auto words = static_cast<double>(std::max(terms.text.size(), terms.quote.size()));
    out_.cost += terms.counted ? 0 : change.kind == Kind::SpellingVariant ? kVariantCost * words : words;
  }

  const Quote& quote_;
  const ComparedText& text_;
  const WordWeights& weight_;
  QuoteComparison out_;
  std::vector<ChangedTerms> terms_;  ///< of each change
  MarkDifferences marks_;
  bool begun_ = false;
  std::size_t end_ = 0;  ///< of the last piece that has a place
  std::size_t same_words_ = 0;
  double same_weight_ = 0;
  double all_weight_ = 0;
};

}  // namespace

bool is_negation(std::string_view word) {
  static constexpr auto kNegations = std::to_array<std::string_view>({
      "aucun",  "aucune", "cannot", "isnt",   "jamais", "jamas",  "kein",    "keine", "keinem", "keinen",
      "keiner", "keines", "nada",   "nadie",  "ne",     "neither", "never",  "nicht", "nichts", "nie",
      "niemals", "ninguna", "ninguno", "ningun", "no",  "nobody", "none",    "nor",   "not",    "nothing",
      "nowhere", "nunca", "pas",    "personne", "rien", "sin",    "unable",  "without", "ни",   "не",
      "нет",    "никогда", "никто", "ничего", "никакой", "никаких", "нельзя", "без",  "不",     "没",
      "無",     "无",     "未",     "非",     "別",     "别",     "勿",      "莫"});
  if (word.ends_with("n't")) return true;
  return std::find(kNegations.begin(), kNegations.end(), word) != kNegations.end();
}

QuoteComparison compare_quote(const Quote& quote, const ComparedText& text, Placement placement, const WordWeights& weight) {
  return Comparer(quote, text, weight).compare(placement);
}

}  // namespace communique::searcher
