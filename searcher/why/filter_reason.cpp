// SPDX-License-Identifier: GPL-3.0-or-later
// Filters: the statement's own value tells whether the filter or the record is other than expected.
#include <algorithm>
#include <utility>

#include "schema/countries.h"
#include "searcher/parties.h"
#include "searcher/query/resolve.h"
#include "searcher/render/render.h"
#include "searcher/said.h"
#include "searcher/why/clause_reason.h"

namespace communique::searcher {
namespace {

using schema::FieldId;

std::string value_or(const std::string& value, std::string_view what, std::string_view none) {
  return value.empty() ? std::string(none) : "its " + std::string(what) + " is " + value;
}

std::string date_reason(const schema::StatementRecord& of) {
  if (!of.dated()) return "it is undated, and no date or year finds what is undated";
  std::string reason = "its date is " + date_label(of);
  if (of.date.month == 0) return reason + ", known to the year only";
  return of.date.day == 0 ? reason + ", known to the month only" : reason;
}

std::string country_reason(const schema::StatementRecord& of) {
  if (of.country.empty()) return "it names no issuing country";
  return "its country is " + schema::country_name(of.country);
}

std::string leader_name(OpenIndex& index, const std::string& id) {
  const schema::Leader* leader = index.gazetteer().find(id);
  return leader != nullptr ? leader->name : id;
}

/// Names of those between whom the statement's event is.
std::vector<std::string> party_names(const OpenStatement& statement) {
  std::vector<std::string> names;
  const auto parties = parties_of(statement.index(), {statement.head()});
  for (const std::string& party : parties.front()) {
    const schema::Country* country = schema::country_of_code(party);
    names.push_back(country != nullptr ? country->name : leader_name(statement.index(), party));
  }
  return names;
}

/// Who says something, by name, each once: in the passage asked about, else in the statement.
std::vector<std::string> speakers_in(const OpenStatement& statement) {
  std::vector<std::string> names;
  for (const schema::PassageRecord& passage : statement.passages()) {
    if (statement.asked() != 0 && passage.number != statement.asked()) continue;
    for (const schema::AttributionRecord& attribution : passage.attributions) {
      if (attribution.confidence < schema::kFoundPercent) continue;
      for (const schema::SpeakerRecord& speaker : attribution.speakers) {
        std::string name = name_of(speaker, statement.record());
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      }
    }
  }
  return names;
}

std::vector<std::string> leaders_named(const OpenStatement& statement) {
  std::vector<std::string> names;
  for (const schema::PassageRecord& passage : statement.passages()) {
    if (statement.asked() != 0 && passage.number != statement.asked()) continue;
    for (const schema::MentionRecord& mention : passage.mentions) {
      std::string name = name_of({mention.leader, {}}, statement.record());
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

/// The best guess that somebody wanted says something, where it is too unsure to count; 0 if there is none.
struct Doubtful {
  int confidence = 0;
  std::uint32_t passage = 0;
};
Doubtful doubtful_saying(const OpenStatement& statement, const FieldClause& clause) {
  WantedSpeaker wanted;
  const LeaderSource source = leaders_in(statement.index());
  for (const schema::LeaderNumber leader : resolve_leader(source, clause.value).leaders) {
    wanted.leaders.emplace_back(source.names.leader_id(leader));
  }
  Doubtful best;
  for (const schema::PassageRecord& passage : statement.passages()) {
    for (const schema::AttributionRecord& one : passage.attributions) {
      const bool is_wanted = std::any_of(one.speakers.begin(), one.speakers.end(),
                                         [&](const schema::SpeakerRecord& speaker) { return wanted.is(speaker); });
      const bool counts = one.confidence >= schema::kFoundPercent;
      if (is_wanted && !counts && one.confidence > best.confidence) best = {one.confidence, passage.number};
    }
  }
  return best;
}

std::string where(const OpenStatement& statement) {
  return statement.asked() == 0 ? "in it" : "in passage " + std::to_string(statement.asked());
}

std::string said_reason(const OpenStatement& statement, const FieldClause& clause, const ClauseMatch& match) {
  if (statement.holds(match.match)) return "in " + passages_text(match.match.passages);
  const auto names = speakers_in(statement);
  std::string reason = names.empty() ? "nobody is found to say anything " + where(statement)
                                     : "these speak " + where(statement) + ": " + listed(names);
  if (match.match.any()) return reason + "; but it holds in " + passages_text(match.match.passages);
  if (const Doubtful doubtful = doubtful_saying(statement, clause); doubtful.passage != 0) {
    reason += "; a saying in passage " + std::to_string(doubtful.passage) + " may be meant, but that is too unsure (" +
              std::to_string(doubtful.confidence) + " %)";
  }
  return reason;
}

std::string mention_reason(const OpenStatement& statement, const ClauseMatch& match) {
  if (statement.holds(match.match)) return "in " + passages_text(match.match.passages);
  const auto names = leaders_named(statement);
  std::string reason = names.empty() ? "no leader is named " + where(statement)
                                     : "these leaders are named " + where(statement) + ": " + listed(names);
  return match.match.any() ? reason + "; but it holds in " + passages_text(match.match.passages) : reason;
}

std::string leader_reason(const OpenStatement& statement, const FieldClause& clause, const ClauseMatch& match) {
  if (statement.holds(match.match)) return "in " + passages_text(match.match.passages);
  return value_or(statement.record().speaker, "speaker", "it names no speaker") + "; " +
         said_reason(statement, clause, match) + "; " + mention_reason(statement, match);
}

}  // namespace

std::string filter_reason(const OpenStatement& statement, const FieldClause& clause, const ClauseMatch& match) {
  const schema::StatementRecord& of = statement.record();
  switch (clause.field) {
    case FieldId::Leader:
      return leader_reason(statement, clause, match);
    case FieldId::SaidBy:
      return said_reason(statement, clause, match);
    case FieldId::Mentions:
      return mention_reason(statement, match);
    case FieldId::Speaker:
      return value_or(of.speaker, "speaker", "it names no speaker");
    case FieldId::Between: {
      const auto parties = party_names(statement);
      return parties.empty() ? "no sides of a call, meeting, greeting or joint statement were found in it"
                             : "its sides are " + listed(parties);
    }
    case FieldId::Country:
      return country_reason(of);
    case FieldId::Language:
      return value_or(of.lang, "language", "its language is not known");
    case FieldId::Type:
      return value_or(of.type, "type", "it has no type");
    case FieldId::Source:
      return value_or(of.source, "source", "it names no source");
    case FieldId::Title:
      return of.title.empty() ? "it has no title" : "its title is “" + of.title + "”";
    case FieldId::Id:
      return "its id is " + of.id;
    case FieldId::Year:
    case FieldId::Date:
    case FieldId::After:
    case FieldId::Before:
      return date_reason(of);
  }
  return {};
}

}  // namespace communique::searcher
