// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>

#include "schema/terms.h"
#include "schema/words.h"
#include "searcher/query/function_words.h"
#include "searcher/query/suggest.h"

namespace communique::searcher {
namespace {

/// A name form among the operands: its text and whose it is.
struct NamedLeader {
  SourceSpan span;
  std::string folded;
  std::size_t words = 0;
  std::set<schema::LeaderNumber> leaders;
};

/// What is asked for side by side, text only: of an AND, of free text, or the single clause.
std::vector<const QueryNode*> side_by_side(const ParsedQuery& query) {
  std::vector<const QueryNode*> nodes;
  const auto add = [&](const auto& self, const QueryNode& node, bool top) -> void {
    const auto* all = std::get_if<AndClause>(&node.clause);
    const auto* any = std::get_if<OrClause>(&node.clause);
    if (top && all != nullptr) {
      for (const QueryNode& operand : all->operands) {
        self(self, operand, query.free_text && &operand == &all->operands.front());
      }
    } else if (top && any != nullptr && query.free_text) {
      for (const QueryNode& operand : any->operands) self(self, operand, false);
    } else {
      nodes.push_back(&node);
    }
  };
  add(add, *query.root, true);
  return nodes;
}

bool is_about_leaders(const QueryNode& node) {
  const auto* field = std::get_if<FieldClause>(&node.clause);
  return field != nullptr && schema::field(field->field).kind == schema::FieldKind::Leader;
}

/// What "what did X say about" asks for is in `said-by:` already.
constexpr std::array<std::string_view, 6> kSayingWords = {"said", "say", "says", "tell", "tells", "told"};

bool says_something(const QueryNode& node) {
  if (const auto* word = std::get_if<WordClause>(&node.clause)) {
    const std::string folded = schema::fold_value(word->text);
    const bool saying = std::find(kSayingWords.begin(), kSayingWords.end(), folded) != kSayingWords.end();
    return word->exact || word->prefix || !(saying || is_function_word(folded));
  }
  return !std::holds_alternative<FieldClause>(node.clause) && !std::holds_alternative<NotClause>(node.clause);
}

/// The longest name that begins at nodes[first]; no words where there is none.
NamedLeader name_at(const schema::NameTable& names, const std::vector<const QueryNode*>& nodes, std::size_t first) {
  NamedLeader longest;
  std::string folded;
  for (std::size_t i = first; i < nodes.size() && i - first < names.most_words(); ++i) {
    const auto* word = std::get_if<WordClause>(&nodes[i]->clause);
    if (word == nullptr || word->exact || word->prefix) break;
    folded += (i == first ? "" : " ") + schema::fold_value(word->text);
    const auto form = names.find(folded);
    if (!form || names.is_weak(*form)) continue;
    longest = {{nodes[first]->span.start, nodes[i]->span.end}, folded, i - first + 1, {}};
    for (const schema::NameLink& link : names.leaders_of(*form)) longest.leaders.insert(link.other);
  }
  return longest;
}

/// The text without the name, without words that say nothing more, and without the gaps they leave.
std::string without(std::string_view text, const SourceSpan& name, const std::vector<const QueryNode*>& nodes) {
  std::vector<SourceSpan> left_out{name};
  for (const QueryNode* node : nodes) {
    const auto* word = std::get_if<WordClause>(&node->clause);
    if (word != nullptr && !says_something(*node)) left_out.push_back(node->span);
  }
  std::string rest(text);
  for (const SourceSpan& span : left_out) {
    for (std::size_t i = span.start; i < std::min(span.end, rest.size()); ++i) rest[i] = ' ';
  }
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  rest.erase(std::unique(rest.begin(), rest.end(), both_spaces), rest.end());
  const std::size_t first = rest.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : rest.substr(first, rest.find_last_not_of(' ') + 1 - first);
}

}  // namespace

std::optional<SpeakerSuggestion> suggest_speaker(const Asked& asked, OpenIndex& index) {
  if (!asked.query.root || asked.parse.plain_text) return std::nullopt;
  const auto nodes = side_by_side(asked.query);
  const schema::NameTable& names = index.names();
  std::optional<NamedLeader> named;
  bool others = false;
  for (std::size_t i = 0; i < nodes.size();) {
    if (is_about_leaders(*nodes[i])) return std::nullopt;
    NamedLeader name = name_at(names, nodes, i);
    i += std::max<std::size_t>(name.words, 1);
    if (name.words == 0) {
      others = others || says_something(*nodes[i - 1]);
    } else {
      if (named || name.leaders.size() != 1) return std::nullopt;
      named = std::move(name);
    }
  }
  if (!named || !others || named->span.end > asked.text.size()) return std::nullopt;
  const schema::LeaderNumber leader = *named->leaders.begin();
  const std::string rest = without(asked.text, named->span, nodes);
  const std::string said = schema::make_term(schema::prefix::kSaid, names.leader_id(leader));
  Asked well_formed = asked;  // "AND olympics" is not
  well_formed.parse.strict = true;
  if (!finds_something(rest, well_formed, index, said)) return std::nullopt;
  const std::string value = named->words > 1 ? "\"" + named->folded + "\"" : named->folded;
  return SpeakerSuggestion{std::string(names.leader_name(leader)), "said-by:" + value + " " + rest};
}

}  // namespace communique::searcher
