// SPDX-License-Identifier: GPL-3.0-or-later
// One function per kind of field. What only heads carry goes through CompileState::on_heads().
#include "searcher/query/field_query.h"

#include <algorithm>
#include <memory>

#include "schema/countries.h"
#include "schema/terms.h"
#include "schema/words.h"
#include "searcher/document_ranges.h"
#include "searcher/query/date_query.h"
#include "searcher/query/name_variants.h"
#include "searcher/query/resolve.h"
#include "searcher/query/sequence.h"
#include "searcher/query/spelling.h"
#include "searcher/query/word_query.h"

namespace communique::searcher {
namespace {

using Query = Xapian::Query;
using schema::FieldId;
namespace prefix = schema::prefix;

constexpr std::size_t kListedValues = 12;

Piece filter(Query query) { return {std::move(query), false, true}; }

/// Values the index has under a prefix, for a message: "call, greeting, speech".
std::string values_of(CompileState& state, std::string_view name) {
  const Xapian::Database& database = state.index.database();
  std::string listed;
  std::size_t count = 0;
  const std::string start(name);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    if (++count > kListedValues) return listed + ", ...";
    listed += (listed.empty() ? "" : ", ") + (*term).substr(start.size());
  }
  return listed;
}

Piece between_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  const auto sides = split_parties(clause.value);
  if (sides.size() < 2) {
    state.fail(span, "between: takes two sides", "for example between:china,russia or between:\"Xi Jinping\",putin");
    return {};
  }
  std::vector<Query> queries;
  std::string shown;
  for (const std::string& side : sides) {
    const Party party = resolve_party(leaders_in(state.index), side);
    if (party.values.empty()) {
      std::string nearest = nearest_country(side);
      if (nearest.empty()) nearest = nearest_leader(state.index.gazetteer(), side);
      state.fail(
          span, "between: knows no country, organisation or leader called \"" + side + "\"",
          nearest.empty() ? "write a country's name or code, or a leader's name" : "did you mean " + nearest + "?");
      return {};
    }
    std::vector<Query> values;
    for (const std::string& value : party.values) values.emplace_back(schema::make_term(prefix::kParty, value));
    queries.emplace_back(Query::OP_OR, values.begin(), values.end());
    shown += (shown.empty() ? "" : ", ") + party.shown;
  }
  state.resolved[&clause] = shown;
  return filter(state.on_heads(Query(Query::OP_AND, queries.begin(), queries.end())));
}

Piece country_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  if (const schema::Country* country = schema::find_country(clause.value)) {
    state.resolved[&clause] = country->name;
    return filter(Query(schema::make_term(prefix::kCountry, country->alpha3)));
  }
  const std::string term = schema::make_term(prefix::kCountry, schema::fold_value(clause.value));
  if (state.index.database().term_exists(term)) return filter(Query(term));
  const std::string nearest = nearest_country(clause.value);
  state.fail(
      span, "there is no country \"" + clause.value + "\"",
      nearest.empty()
          ? "write its name, adjective or ISO code: country:france, country:french, country:FRA"
          : "did you mean country:" + (nearest.find(' ') == nearest.npos ? nearest : "\"" + nearest + "\"") + "?");
  return {};
}

Piece language_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  std::string code = resolve_language(clause.value);
  if (code.empty()) {
    code = schema::fold_value(clause.value);
    if (!state.index.database().term_exists(schema::make_term(prefix::kLanguage, code))) {
      state.fail(span, "there is no language \"" + clause.value + "\"",
                 "languages of this index: " + values_of(state, prefix::kLanguage));
      return {};
    }
  }
  state.resolved[&clause] = code;
  return filter(Query(schema::make_term(prefix::kLanguage, code)));
}

Piece type_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  const std::string term = schema::make_term(prefix::kType, schema::fold_value(clause.value));
  if (!state.index.database().term_exists(term)) {
    const std::string known = values_of(state, prefix::kType);
    state.note(span, "no statement has the type \"" + clause.value + "\"" +
                         (known.empty() ? "; the statements of this index have no types" : "; types here: " + known));
  }
  return filter(Query(term));
}

Piece source_piece(CompileState& state, const FieldClause& clause) {
  std::vector<Query> words;
  for (const std::string& term : read_sequence(clause.value).terms)
    words.emplace_back(schema::make_term(prefix::kSource, term));
  return filter(state.on_heads(Query(Query::OP_AND, words.begin(), words.end())));
}

Query title_word(CompileState& state, std::string_view text) {
  const Sequence sequence = read_sequence(text);
  if (sequence.is_single()) {
    const std::string& word = sequence.terms.front();
    note_variants(state, {}, std::string(text), variants_of(state, word), false);
    return any_form(forms_of(state, word, false), prefix::kTitle);
  }
  std::vector<Query> written;
  for (const auto& terms : spellings(sequence)) written.push_back(adjacent(state.index, terms, prefix::kTitle));
  return {Query::OP_OR, written.begin(), written.end()};
}

Piece title_piece(CompileState& state, const FieldClause& clause) {
  std::vector<Query> queries;
  if (clause.quoted) {
    for (const auto& terms : spellings(read_sequence(clause.value)))
      queries.push_back(adjacent(state.index, terms, prefix::kTitle));
    return filter(state.on_heads(Query(Query::OP_OR, queries.begin(), queries.end())));
  }
  for (std::size_t start = 0; start < clause.value.size();) {
    const std::size_t end = std::min(clause.value.find(' ', start), clause.value.size());
    const std::string_view word = std::string_view(clause.value).substr(start, end - start);
    if (!read_sequence(word).terms.empty()) queries.push_back(title_word(state, word));
    start = end + 1;
  }
  return filter(state.on_heads(Query(Query::OP_AND, queries.begin(), queries.end())));
}

struct PassageId {
  std::string statement;
  std::uint32_t number = 0;
};

std::optional<PassageId> split_passage_id(const std::string& id) {
  const std::size_t mark = id.rfind('#');
  if (mark == std::string::npos || mark == 0 || mark + 1 == id.size() || id.size() - mark > 8) return std::nullopt;
  if (id.find_first_not_of("0123456789", mark + 1) != std::string::npos) return std::nullopt;
  return PassageId{id.substr(0, mark), static_cast<std::uint32_t>(std::stoul(id.substr(mark + 1)))};
}

Piece id_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  const auto passage = is_passage_id(state.index, clause) ? split_passage_id(clause.value) : std::nullopt;
  if (!passage) {
    const Query head(schema::make_term(prefix::kId, clause.value));
    if (!state.index.find_statement(clause.value)) state.note(span, "no statement has the id \"" + clause.value + "\"");
    return filter(state.on_heads(head));
  }
  const auto place = state.index.find_statement(passage->statement);
  const std::uint32_t passages = state.index.statement(*place).passages;
  if (passage->number == 0 || passage->number > passages) {
    state.note(span, "the statement \"" + passage->statement + "\" has " + std::to_string(passages) + " passages");
    return {Query::MatchNothing, false, false};
  }
  const Xapian::docid docid = place->docid + passage->number;
  auto ranges = std::make_shared<RangesByShard>();
  (*ranges)[state.index.manifest().shards[place->shard].uuid] = {{docid, docid}};
  return {documents_query(std::move(ranges)), false, false};
}

}  // namespace

bool is_passage_id(OpenIndex& index, const FieldClause& clause) {
  if (clause.field != FieldId::Id || index.find_statement(clause.value)) return false;
  const auto passage = split_passage_id(clause.value);
  return passage && index.find_statement(passage->statement);
}

Piece field_piece(CompileState& state, const FieldClause& clause, const SourceSpan& span) {
  switch (clause.field) {
    case FieldId::Leader:
    case FieldId::Speaker:
    case FieldId::SaidBy:
    case FieldId::Mentions:
      return leader_piece(state, clause, span);
    case FieldId::Between:
      return between_piece(state, clause, span);
    case FieldId::Country:
      return country_piece(state, clause, span);
    case FieldId::Language:
      return language_piece(state, clause, span);
    case FieldId::Type:
      return type_piece(state, clause, span);
    case FieldId::Source:
      return source_piece(state, clause);
    case FieldId::Title:
      return title_piece(state, clause);
    case FieldId::Id:
      return id_piece(state, clause, span);
    case FieldId::Year:
    case FieldId::Date:
    case FieldId::After:
    case FieldId::Before:
      if (state.options.undated_instead && !state.negated) return filter(Query(std::string(prefix::kUndated)));
      return filter(date_query(period_of(clause), year_bounds(state.index.manifest())));
  }
  return {};
}

}  // namespace communique::searcher
