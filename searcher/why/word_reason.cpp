// SPDX-License-Identifier: GPL-3.0-or-later
// Words, phrases and nearness: when a clause fails, weaker ones are tried on the statement until one tells how near it
// came.
#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "schema/words.h"
#include "searcher/query/function_words.h"
#include "searcher/query/sequence.h"
#include "searcher/query/spelling.h"
#include "searcher/search.h"
#include "searcher/why/clause_reason.h"

namespace communique::searcher {
namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::size_t kMostPassagesTold = 5;
constexpr std::size_t kMostFormsTold = 3;
constexpr std::size_t kLeastMisspelt = 5;  // letters: of shorter words nearly any is near to another
constexpr std::size_t kLeastCommonPrefix = 4;
constexpr std::size_t kNotNear = 100;  // a distance between words that have nothing in common

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string marked_text(std::string_view text, const Highlight& mark) {
  return std::string(text.substr(mark.start, mark.end - mark.start));
}

bool is_new_form(const std::vector<std::string>& known, const std::string& form) {
  const std::string folded = schema::fold_value(form);
  return std::none_of(known.begin(), known.end(),
                      [&](const std::string& one) { return schema::fold_value(one) == folded; });
}

/// The word of a text that is nearest to `word` in spelling, and how far it is: letters apart, or with the same
/// beginning.
struct NearWord {
  std::string text;
  std::uint32_t passage = 0;
  std::size_t distance = 0;
};

std::size_t common_prefix(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// Misspellings come before words with the same beginning; of those the one with the longest.
std::size_t distance_of(std::u32string_view wanted, std::u32string_view word) {
  const std::size_t allowed = wanted.size() < kLeastMisspelt ? 0 : allowed_distance(wanted.size());
  const std::size_t apart = spelling_distance(wanted, word, allowed);
  if (apart <= allowed) return apart;
  const std::size_t common = common_prefix(wanted, word);
  const bool akin = common >= kLeastCommonPrefix && common * 2 > std::min(wanted.size(), word.size());
  return akin ? kNotNear - std::min(common, kNotNear / 2) : kNotNear;
}

std::optional<NearWord> nearest_word(const OpenStatement& statement, const std::string& term) {
  const std::u32string wanted = code_points(term);
  std::optional<NearWord> nearest;
  schema::WordSplitter splitter;
  for (const schema::PassageRecord& passage : statement.passages()) {
    splitter.split(passage.text, [&](const schema::Word& word) {
      if (word.kind != schema::WordKind::Plain || is_function_word(word.term)) return;
      const std::size_t distance = distance_of(wanted, code_points(word.term));
      if (distance >= kNotNear || (nearest && nearest->distance <= distance)) return;
      nearest = NearWord{passage.text.substr(word.start, word.end - word.start), passage.number, distance};
    });
  }
  return nearest;
}

Numbers intersection(const Numbers& a, const Numbers& b) {
  Numbers both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Passages that hold each of some clauses, and what is to be said where a clause or the meeting of all is missing.
struct Meeting {
  Numbers passages;    ///< with all of them
  std::string reason;  ///< why there are none; empty if there are
};

Meeting meeting_of(const Asking& asking, const std::vector<QueryNode>& nodes) {
  Meeting met;
  std::vector<std::string> places;
  std::vector<std::string> absent;
  for (const QueryNode& node : nodes) {
    const Numbers has = asking.statement.match(node, asking.options, Unit::Passage).match.passages;
    met.passages = &node == &nodes.front() ? has : intersection(met.passages, has);
    if (has.empty()) {
      absent.push_back(to_text(node));
    } else {
      places.push_back(to_text(node) + " in " + passages_text(has));
    }
  }
  if (!absent.empty()) {
    met.reason = "in none of its passages: " + listed(absent);
  } else if (met.passages.empty()) {
    met.reason = "no passage has them all: " + listed(places);
  }
  return met;
}

std::string in_asked(const OpenStatement& statement) {
  return statement.asked() == 0 ? "in none of its passages" : "not in passage " + std::to_string(statement.asked());
}

/// The clause holds, but not in the passage asked about.
std::string elsewhere(const OpenStatement& statement, const Numbers& passages) {
  return in_asked(statement) + ", but in " + passages_text(passages);
}

bool matches(const Asking& asking, const NearClause& near) {
  return asking.statement.match({near, {}}, asking.options, Unit::Passage).match.any();
}

std::string words_apart(unsigned distance) { return std::to_string(distance) + " words apart"; }

/// The least distance at which the clause would hold somewhere; 0 if at none.
unsigned needed_distance(const Asking& asking, NearClause near) {
  const auto holds_within = [&](unsigned distance) {
    near.distance = distance;
    return matches(asking, near);
  };
  unsigned low = near.distance;
  unsigned high = query_caps::kDistance;
  if (!holds_within(high)) return 0;
  while (high - low > 1) {
    const unsigned middle = std::midpoint(low, high);
    (holds_within(middle) ? high : low) = middle;
  }
  return high;
}

/// The passage asked about comes before the others.
std::string places(const OpenStatement& statement, const Numbers& passages) {
  const bool asked = statement.asked() != 0 && std::binary_search(passages.begin(), passages.end(), statement.asked());
  if (!asked || passages.size() == 1) return passages_text(passages);
  const std::size_t others = passages.size() - 1;
  return "passage " + std::to_string(statement.asked()) + " and " + std::to_string(others) +
         (others == 1 ? " other" : " others");
}

}  // namespace

std::string listed(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  const std::size_t told = items.size() > most ? most : items.size();
  for (std::size_t i = 0; i < told; ++i) {
    const bool last = i + 1 == items.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + items[i];
  }
  return items.size() > told ? text + " and " + std::to_string(items.size() - told) + " more" : text;
}

std::string passages_text(const Numbers& passages) {
  std::vector<std::string> numbers;
  for (const std::uint32_t number : passages) numbers.push_back(std::to_string(number));
  return (passages.size() == 1 ? "passage " : "passages ") + listed(numbers, kMostPassagesTold);
}

std::string found_reason(const OpenStatement& statement, const ClauseMatch& match, std::string_view asked_for) {
  Numbers in_text;
  std::vector<std::string> forms{std::string(asked_for)};
  for (const std::uint32_t number : match.match.passages) {
    const schema::PassageRecord& passage = statement.passages()[number - 1];
    const auto marks = highlight(passage.text, match.patterns, passage.sentence_starts);
    if (!marks.empty()) in_text.push_back(number);
    for (const Highlight& mark : marks) {
      std::string form = marked_text(passage.text, mark);
      if (is_new_form(forms, form)) forms.push_back(std::move(form));
    }
  }
  const std::string& title = statement.record().title;
  const bool in_title = !highlight(title, match.patterns).empty();
  std::string reason;
  if (!in_text.empty()) reason = "in " + places(statement, in_text);
  if (in_title || in_text.empty()) reason += std::string(reason.empty() ? "" : " and ") + "in its title";
  forms.erase(forms.begin());
  for (std::string& form : forms) form = in_quotes(form);
  if (!forms.empty() && !in_text.empty()) reason += ", as " + listed(forms, kMostFormsTold);
  return reason;
}

std::string missing_reason(const Asking& asking, const WordClause& word, const ClauseMatch& match) {
  const OpenStatement& statement = asking.statement;
  if (match.match.any()) return elsewhere(statement, match.match.passages);
  const std::string reason = "in none of its passages";
  if (word.exact) {
    WordClause any_form = word;
    any_form.exact = false;
    const ClauseMatch other = statement.match({any_form, {}}, asking.options, Unit::Passage);
    if (other.match.any())
      return reason + " in this form; without = it is " + found_reason(statement, other, word.text);
  }
  const Sequence sequence = read_sequence(word.text);
  if (!sequence.plain || sequence.terms.empty()) return reason;
  const auto near = nearest_word(statement, sequence.terms.front());
  if (!near) return reason;
  return reason + "; the nearest word is " + in_quotes(near->text) + " in passage " + std::to_string(near->passage);
}

std::string missing_reason(const Asking& asking, const PhraseClause& phrase, const ClauseMatch& match) {
  if (match.match.any()) return elsewhere(asking.statement, match.match.passages);
  const Sequence sequence = read_sequence(phrase.text);
  if (!sequence.plain) return "in none of its passages";
  std::vector<QueryNode> exact;
  std::vector<QueryNode> any_form;
  for (const std::string& term : sequence.terms) {
    exact.push_back({WordClause{term, true, false}, {}});
    any_form.push_back({WordClause{term, false, false}, {}});
  }
  const Meeting met = meeting_of(asking, exact);
  if (!met.passages.empty()) {
    return passages_text(met.passages) + (met.passages.size() == 1 ? " has" : " have") +
           " these words, but not next to one another in this order";
  }
  const Meeting other = meeting_of(asking, any_form);
  if (other.passages.empty()) return other.reason;
  return "a phrase takes words as they are written, and no passage has all of these; other forms of them are in " +
         passages_text(other.passages);
}

std::string missing_name_reason(const Asking& asking, const std::vector<QueryNode>& words, const ClauseMatch& match) {
  if (match.match.any()) return elsewhere(asking.statement, match.match.passages);
  return "no passage has the name in any of its forms; " + meeting_of(asking, words).reason;
}

std::string missing_reason(const Asking& asking, const NearClause& near, const ClauseMatch& match) {
  if (match.match.any()) return elsewhere(asking.statement, match.match.passages);
  const Meeting met = meeting_of(asking, near.operands);
  if (met.passages.empty()) return met.reason;
  const std::string where = passages_text(met.passages) + (met.passages.size() == 1 ? " has them" : " have them");
  if (const unsigned distance = needed_distance(asking, near)) return where + ", but " + words_apart(distance);
  if (near.ordered) {
    NearClause either = near;
    either.ordered = false;
    if (matches(asking, either)) return where + " in another order";
    if (const unsigned distance = needed_distance(asking, either)) {
      return where + ", but in another order and " + words_apart(distance);
    }
  }
  return where + ", but farther apart or in different sentences";
}

std::string missing_reason(const Asking& asking, const SameSentenceClause& sentence, const ClauseMatch& match) {
  if (match.match.any()) return elsewhere(asking.statement, match.match.passages);
  const Meeting met = meeting_of(asking, sentence.operands);
  if (met.passages.empty()) return met.reason;
  return passages_text(met.passages) + (met.passages.size() == 1 ? " has" : " have") + " them in different sentences";
}

}  // namespace communique::searcher
