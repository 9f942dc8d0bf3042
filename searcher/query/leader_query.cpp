// SPDX-License-Identifier: GPL-3.0-or-later
// A leader as a filter: the terms of everyone the name may mean, an office's holders each within their tenure.
#include <algorithm>
#include <map>
#include <vector>

#include "schema/terms.h"
#include "searcher/query/field_query.h"
#include "searcher/query/period_source.h"
#include "searcher/query/resolve.h"
#include "searcher/query/sequence.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;
using schema::FieldId;
namespace prefix = schema::prefix;

schema::DateRange period_of(const schema::Tenure& tenure) {
  schema::DateRange period;
  if (tenure.from) period.from = tenure.from->first_day();
  if (tenure.to) period.to = tenure.to->last_day();
  return period;
}

/// `role` is a prefix that takes a leader's id.
Query known_query(CompileState& state, const LeaderChoice& choice, std::string_view role) {
  const schema::NameTable& names = state.index.names();
  std::vector<Query> queries;
  for (const schema::LeaderNumber leader : choice.leaders) {
    queries.emplace_back(schema::make_term(role, names.leader_id(leader)));
  }
  std::map<schema::LeaderNumber, std::vector<schema::DateRange>> holders;
  for (const schema::OfficeMatch& office : choice.offices) holders[office.leader].push_back(period_of(*office.tenure));
  for (const auto& [leader, periods] : holders) {
    const Query term(schema::make_term(role, names.leader_id(leader)));
    queries.emplace_back(Query::OP_AND, term, periods_query(periods));
  }
  return {Query::OP_OR, queries.begin(), queries.end()};
}

/// Passages in which whoever is printed with all words of the name says something.
Query said_printed_query(std::string_view name) {
  std::vector<Query> words;
  for (const std::string& term : read_sequence(name).terms) {
    words.emplace_back(schema::make_term(prefix::kSaidName, term));
  }
  return {Query::OP_AND, words.begin(), words.end()};
}

void want_speaker(CompileState& state, const FieldClause& clause, const LeaderChoice& choice) {
  if (state.negated) return;
  WantedSpeaker wanted;
  const schema::NameTable& names = state.index.names();
  for (const schema::LeaderNumber leader : choice.leaders) wanted.leaders.emplace_back(names.leader_id(leader));
  for (const schema::OfficeMatch& office : choice.offices) wanted.leaders.emplace_back(names.leader_id(office.leader));
  if (choice.offices.empty()) wanted.words = read_sequence(clause.value).terms;
  state.out.said_by.push_back(std::move(wanted));
}

/// All words of the name in the speaker's name as printed, by whoever is not known to be one of `known`.
Query printed_query(CompileState& state, std::string_view name, const Query& known) {
  std::vector<Query> words;
  for (const std::string& term : read_sequence(name).terms)
    words.emplace_back(schema::make_term(prefix::kSpeakerName, term));
  const Query all(Query::OP_AND, words.begin(), words.end());
  return state.on_heads(known.empty() ? all : Query(Query::OP_AND_NOT, all, known));
}

/// True if somebody printed with each word of the name says something in this index.
bool is_printed_speaker(CompileState& state, const FieldClause& clause) {
  const auto terms = read_sequence(clause.value).terms;
  return !terms.empty() && std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return state.index.database().term_exists(schema::make_term(prefix::kSaidName, term));
  });
}

void note_unknown(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  if (clause.field == FieldId::SaidBy && is_printed_speaker(state, clause)) return;
  const bool look = state.nearest_names-- > 0;
  const std::string nearest = look ? nearest_leader(state.index.gazetteer(), clause.value) : std::string();
  const std::string where =
      clause.field == FieldId::Mentions ? "the words are searched in the text"
      : clause.field == FieldId::Leader ? "searched as printed, in the speaker's name and in the text"
      : clause.field == FieldId::SaidBy ? "whoever is printed with this name and says something is searched"
                                        : "the speaker's name as printed is searched";
  state.note(span, "no leader known as \"" + clause.value + "\": " + where +
                       (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
}

}  // namespace

Piece leader_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  const LeaderSource source = leaders_in(state.index);
  const LeaderChoice choice = resolve_leader(source, clause.value);
  const bool speaks = clause.field == FieldId::Speaker || clause.field == FieldId::Leader;
  const bool says = clause.field == FieldId::SaidBy || clause.field == FieldId::Leader;
  const bool is_named = clause.field == FieldId::Mentions || clause.field == FieldId::Leader;
  std::vector<Query> queries;
  bool ranks = false;
  if (choice.known()) {
    const std::string shown = describe(source, choice, clause.value);
    state.resolved[&clause] = shown;
    if (choice.leaders.size() > 1) {
      state.note(span, "\"" + clause.value + "\" may be " + shown + ": any of them is searched");
    }
  } else {
    note_unknown(state, clause, span);
  }
  if (speaks) {
    const Query known = choice.known() ? known_query(state, choice, prefix::kSpeaker) : Query();
    if (!known.empty()) queries.push_back(known);
    if (choice.offices.empty()) queries.push_back(printed_query(state, clause.value, known));
  }
  if (says) {
    if (choice.known()) queries.push_back(known_query(state, choice, prefix::kSaid));
    if (choice.offices.empty()) queries.push_back(said_printed_query(clause.value));
    if (clause.field == FieldId::SaidBy) want_speaker(state, clause, choice);
  }
  if (is_named && choice.known()) queries.push_back(known_query(state, choice, prefix::kMention));
  if (is_named && !choice.known()) {
    const Piece text = phrase_piece(state, {clause.value});
    queries.push_back(text.query);
    ranks = text.ranks;
  }
  return {Query(Query::OP_OR, queries.begin(), queries.end()), ranks, speaks || says || !ranks};
}

}  // namespace communique::searcher
