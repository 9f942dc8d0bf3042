// SPDX-License-Identifier: GPL-3.0-or-later
// "Did you mean": words that no passage holds, replaced by near ones of the index's own vocabulary; names of leaders
// that the gazetteer does not know, by near ones that it does.
#include <algorithm>
#include <map>
#include <set>

#include "schema/words.h"
#include "searcher/query/compile.h"
#include "searcher/query/resolve.h"
#include "searcher/query/spelling.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostMisspelt = 4;  // words, and names, in one query; each costs a look at all there are
constexpr std::size_t kCandidates = 3;    // of one word
constexpr std::size_t kMostLetters = 32;  // longer words are no slips of the pen

/// A piece of the query text to be replaced, and what by, best first.
struct Slip {
  std::size_t start = 0;
  std::size_t end = 0;
  std::vector<std::string> candidates;
};

/// What a word of the vocabulary is worth as a replacement: nearer first, then commoner, then in byte order.
struct Candidate {
  std::size_t distance = 0;
  std::uint64_t passages = 0;
  std::string word;

  bool operator<(const Candidate& other) const {
    if (distance != other.distance) return distance < other.distance;
    if (passages != other.passages) return passages > other.passages;
    return word < other.word;
  }
};

class Misspelt {
 public:
  Misspelt(std::string word, std::size_t start, std::size_t end)
      : letters_(code_points(word)),
        word_(std::move(word)),
        start_(start),
        end_(end),
        most_(allowed_distance(letters_.size())) {}

  void consider(const schema::FamilyWord& word) {
    // Bytes: a letter has at most four, so words whose lengths are further apart than this can not be near.
    const std::size_t longer = std::max(word.word.size(), word_.size());
    const std::size_t shorter = std::min(word.word.size(), word_.size());
    if (most_ == 0 || longer - shorter > most_ * 4 || word.word.front() != word_.front()) return;
    const auto letters = code_points(word.word);
    if (letters.front() != letters_.front()) return;
    const std::size_t distance = spelling_distance(letters_, letters, most_);
    if (distance > most_) return;
    auto& candidate = candidates_[std::string(word.word)];
    candidate = {distance, candidate.passages + word.passages, std::string(word.word)};
  }

  Slip slip() const {
    std::vector<Candidate> best;
    for (const auto& [word, candidate] : candidates_) best.push_back(candidate);
    std::sort(best.begin(), best.end());
    Slip slip{start_, end_, {}};
    for (const Candidate& candidate : best) {
      if (slip.candidates.size() < kCandidates) slip.candidates.push_back(candidate.word);
    }
    return slip;
  }

 private:
  std::u32string letters_;
  std::string word_;
  std::size_t start_;
  std::size_t end_;
  std::size_t most_;
  std::map<std::string, Candidate> candidates_;
};

class Suggester {
 public:
  Suggester(std::string_view text, OpenIndex& index) : text_(text), index_(index) {}

  std::vector<Slip> slips(const QueryNode& root) {
    visit(root);
    if (!misspelt_.empty()) {
      for (const std::string& lang : index_.families().languages()) {
        index_.families().for_each_word(lang, [&](const schema::FamilyWord& word) {
          for (Misspelt& one : misspelt_) one.consider(word);
        });
      }
    }
    for (const Misspelt& one : misspelt_) slips_.push_back(one.slip());
    std::erase_if(slips_, [](const Slip& slip) { return slip.candidates.empty(); });
    std::sort(slips_.begin(), slips_.end(), [](const Slip& a, const Slip& b) { return a.start < b.start; });
    return std::move(slips_);
  }

 private:
  void visit(const QueryNode& node) {
    // What comes from filters beside the text lies behind it.
    if (node.span.end > text_.size()) return;
    if (const auto* word = std::get_if<WordClause>(&node.clause)) {
      if (!word->prefix) add_words(node.span);
    } else if (std::holds_alternative<PhraseClause>(node.clause)) {
      add_words(node.span);
    } else if (const auto* field = std::get_if<FieldClause>(&node.clause)) {
      add_name(*field, node.span);
    } else {
      std::visit([&](const auto& clause) { visit_operands(clause); }, node.clause);
    }
  }

  template <class Clause>
  void visit_operands(const Clause& clause) {
    if constexpr (requires { clause.operands; } && !std::is_same_v<Clause, NotClause>) {
      for (const QueryNode& operand : clause.operands) visit(operand);
    }
  }

  void add_words(const SourceSpan& span) {
    const std::string_view source = text_.substr(span.start, span.end - span.start);
    for (const schema::OwnedWord& word : schema::split_words(source)) {
      if (word.kind != schema::WordKind::Plain || misspelt_.size() >= kMostMisspelt) continue;
      const std::size_t start = span.start + word.start;
      if (word.term.size() > kMostLetters * 4 || !seen_.insert(start).second) continue;
      if (index_.families().passages_with(word.term) > 0 || index_.families().family(word.term).size() > 1) continue;
      misspelt_.emplace_back(word.term, start, span.start + word.end);
    }
  }

  void add_name(const FieldClause& field, const SourceSpan& span) {
    if (schema::field(field.field).kind != schema::FieldKind::Leader || names_ >= kMostMisspelt) return;
    if (resolve_leader(index_.gazetteer(), field.value).known()) return;
    ++names_;
    const std::string nearest = nearest_leader(index_.gazetteer(), field.value);
    if (!nearest.empty()) slips_.push_back({span.start, span.end, {"\"" + nearest + "\""}});
  }

  std::string_view text_;
  OpenIndex& index_;
  std::vector<Misspelt> misspelt_;
  std::vector<Slip> slips_;
  std::set<std::size_t> seen_;
  std::size_t names_ = 0;  ///< unknown names looked up
};

/// The text with every slip replaced: the first by its candidate `number`, the others by their best.
std::string replaced(std::string_view text, const std::vector<Slip>& slips, std::size_t number) {
  std::string result;
  std::size_t next = 0;
  for (const Slip& slip : slips) {
    if (slip.start < next) continue;
    result += text.substr(next, slip.start - next);
    result += slip.candidates[&slip == &slips.front() ? number : 0];
    next = slip.end;
  }
  return result.append(text.substr(next));
}

bool finds_something(const std::string& text, OpenIndex& index) {
  const auto parsed = parse(text);
  if (!parsed || !parsed->root) return false;
  const auto compiled = compile(*parsed, index);
  if (!compiled) return false;
  Xapian::Enquire enquire(index.database());
  enquire.set_query(index.without_dead(compiled->full));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace

std::vector<std::string> suggest(std::string_view text, const ParsedQuery& query, OpenIndex& index, std::size_t limit) {
  std::vector<std::string> suggestions;
  if (!query.root) return suggestions;
  const std::vector<Slip> slips = Suggester(text, index).slips(*query.root);
  if (slips.empty()) return suggestions;
  for (std::size_t number = 0; number < slips.front().candidates.size() && suggestions.size() < limit; ++number) {
    std::string proposal = replaced(text, slips, number);
    if (finds_something(proposal, index)) suggestions.push_back(std::move(proposal));
  }
  return suggestions;
}

}  // namespace communique::searcher
