// SPDX-License-Identifier: GPL-3.0-or-later
// "Did you mean": which words of the query no passage holds, and which of the texts with others in their place find
// something. misspelt.cpp looks for the others.
#include "searcher/query/suggest.h"

#include <algorithm>
#include <type_traits>

#include "schema/terms.h"
#include "schema/words.h"
#include "searcher/query/misspelt.h"
#include "searcher/query/name_variants.h"
#include "searcher/query/resolve.h"
#include "searcher/query/spelling.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostMisspelt = 4;  // words, and names, in one query; each costs a look at all there are
constexpr std::size_t kMostLetters = 32;  // longer words are no slips of the pen

/// Walks the tree for words and fields' names that find nothing as they are.
class Suspects {
 public:
  Suspects(const Asked& asked, OpenIndex& index) : asked_(asked), index_(index) {
    visit(*asked.query.root);
    for (WordRun& run : runs_) forgive_names(run);
  }

  const std::vector<WordRun>& runs() const { return runs_; }
  /// Of names in fields.
  const std::vector<Slip>& names() const { return names_; }
  /// Words that name a type of statement of the index, as that filter.
  const std::vector<Slip>& types() const { return types_; }

 private:
  void visit(const QueryNode& node) {
    // What comes from filters beside the text lies behind it.
    if (node.span.start >= asked_.text.size()) return;
    if (const auto* word = std::get_if<WordClause>(&node.clause)) {
      if (word->prefix) return end_run();
      add_words(node.span);
      if (!runs_.back().empty()) add_type(runs_.back().back());
    } else if (std::holds_alternative<PhraseClause>(node.clause)) {
      end_run();
      add_words(node.span);
      end_run();
    } else if (const auto* field = std::get_if<FieldClause>(&node.clause)) {
      end_run();
      add_name(*field, node.span);
    } else {
      end_run();
      std::visit([&](const auto& clause) { visit_operands(clause); }, node.clause);
      end_run();
    }
  }

  template <class Clause>
  void visit_operands(const Clause& clause) {
    if constexpr (requires { clause.operands; } && !std::is_same_v<Clause, NotClause>) {
      for (const QueryNode& operand : clause.operands) visit(operand);
    }
  }

  void end_run() {
    if (!runs_.empty() && !runs_.back().empty()) runs_.emplace_back();
  }

  void add_words(const SourceSpan& span) {
    if (runs_.empty()) runs_.emplace_back();
    const std::string_view source = asked_.text.substr(span.start, span.end - span.start);
    for (schema::OwnedWord& word : schema::split_words(source)) {
      if (word.kind != schema::WordKind::Plain) continue;
      const std::size_t start = span.start + word.start;
      const bool seen = std::any_of(runs_.begin(), runs_.end(), [&](const WordRun& run) {
        return std::any_of(run.begin(), run.end(), [&](const TypedWord& known) { return known.start == start; });
      });
      if (seen) continue;
      runs_.back().push_back({std::move(word.term), start, span.start + word.end});
      judge(runs_.back().back());
    }
  }

  void judge(TypedWord& word) {
    if (misspelt_ >= kMostMisspelt || word.term.size() > kMostLetters * 4) return;
    const schema::FamilyTable& families = index_.families();
    word.passages = families.passages_with(word.term);
    if (word.passages > 0) {
      word.misspelt =
          asked_.few_hits && word.passages <= kRarePassages && code_points(word.term).size() >= kRareLetters;
    } else {
      word.misspelt = families.family(word.term).size() <= 1;
    }
    word.misspelt = word.misspelt && !is_known_name(word.term);
    misspelt_ += word.misspelt ? 1 : 0;
  }

  /// A name that stands in the index in another form.
  bool is_known_name(std::string_view folded) {
    return !asked_.compile.exact_names && !name_variants(index_, folded).empty();
  }

  void forgive_names(WordRun& run) {
    for (std::size_t first = 0; first < run.size(); ++first) {
      std::string folded = run[first].term;
      bool misspelt = run[first].misspelt;
      for (std::size_t last = first + 1; last < std::min<std::size_t>(run.size(), first + 6); ++last) {
        folded += " " + run[last].term;
        misspelt = misspelt || run[last].misspelt;
        if (!misspelt || !is_known_name(folded)) continue;
        for (std::size_t i = first; i <= last; ++i) run[i].misspelt = false;
      }
    }
  }

  void add_type(const TypedWord& word) {
    if (!index_.database().term_exists(schema::make_term(schema::prefix::kType, word.term))) return;
    types_.push_back({word.start, word.end, {"type:" + word.term}});
  }

  void add_name(const FieldClause& field, const SourceSpan& span) {
    if (schema::field(field.field).kind != schema::FieldKind::Leader || looked_up_ >= kMostMisspelt) return;
    if (resolve_leader(leaders_in(index_), field.value).known()) return;
    ++looked_up_;
    const std::string nearest = nearest_leader(index_.gazetteer(), field.value);
    if (!nearest.empty()) names_.push_back({span.start, span.end, {"\"" + nearest + "\""}});
  }

  const Asked& asked_;
  OpenIndex& index_;
  std::vector<WordRun> runs_;
  std::vector<Slip> names_;
  std::vector<Slip> types_;
  std::size_t misspelt_ = 0;
  std::size_t looked_up_ = 0;  ///< names in fields
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

/// Proposes texts, best first.
class Proposer {
 public:
  Proposer(const Asked& asked, OpenIndex& index, std::size_t limit) : asked_(asked), index_(index), limit_(limit) {}

  void propose(std::vector<Slip> slips) {
    if (slips.empty()) return;
    std::stable_sort(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.start < b.start; });
    for (std::size_t number = 0; number < slips.front().candidates.size() && proposals_.size() < limit_; ++number) {
      std::string proposal = replaced(asked_.text, slips, number);
      const bool known = std::find(proposals_.begin(), proposals_.end(), proposal) != proposals_.end();
      if (!known && helps(slips, number) && finds_something(proposal, asked_, index_)) {
        proposals_.push_back(std::move(proposal));
      }
    }
  }

  bool empty() const { return proposals_.empty(); }
  std::vector<std::string> take() && { return std::move(proposals_); }

 private:
  /// A text that is ranked by any of its words finds something anyhow: what is put in must itself.
  bool helps(const std::vector<Slip>& slips, std::size_t number) {
    if (!asked_.query.free_text) return true;
    return std::all_of(slips.begin(), slips.end(), [&](const Slip& slip) {
      return finds_something(slip.candidates[&slip == &slips.front() ? number : 0], asked_, index_);
    });
  }

  const Asked& asked_;
  OpenIndex& index_;
  std::size_t limit_;
  std::vector<std::string> proposals_;
};

}  // namespace

bool finds_something(const std::string& text, const Asked& asked, OpenIndex& index, const std::string& filter) {
  const auto parsed = parse(text, asked.parse);
  if (!parsed || !parsed->root) return false;
  const auto compiled = compile(*parsed, index, asked.compile);
  if (!compiled) return false;
  Xapian::Query query = index.without_dead(compiled->full);
  if (!filter.empty()) query = {Xapian::Query::OP_FILTER, query, Xapian::Query(filter)};
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

std::vector<std::string> suggest(const Asked& asked, OpenIndex& index, std::size_t limit) {
  if (!asked.query.root) return {};
  const Suspects suspects(asked, index);
  std::vector<Slip> words = near_words(suspects.runs(), index);
  words.insert(words.end(), suspects.names().begin(), suspects.names().end());
  Proposer proposer(asked, index, limit);
  // "vladmir putim" is mended as a name, and where that finds nothing word by word.
  if (std::vector<Slip> slips = near_names(suspects.runs(), index); !slips.empty()) {
    const std::size_t names = slips.size();
    for (const Slip& word : words) {
      const auto covers = [&](const Slip& name) { return name.start < word.end && word.start < name.end; };
      const auto end = slips.begin() + static_cast<std::ptrdiff_t>(names);
      if (std::none_of(slips.begin(), end, covers)) slips.push_back(word);
    }
    proposer.propose(std::move(slips));
  }
  if (proposer.empty()) proposer.propose(std::move(words));
  if (proposer.empty() && asked.no_hits) proposer.propose(suspects.types());
  return std::move(proposer).take();
}

}  // namespace communique::searcher
